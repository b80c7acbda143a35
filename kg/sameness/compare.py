"""The one engine: whether two tellings can be of one event, by what their class says in kg.ttl, and why.

A document asks of its mentions, the collection of the events of its documents; what is told when, and in which words,
each of them judges by laws of its own.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from kg.records import Term
from kg.sameness.laws import LAWS, reached
from kg.sameness.support import Clash, Support

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from kg.knowledge.identity import Identity
    from kg.records import Member
    from kg.sameness.facts import EventFacts, Party

QUOTE = Term("quoteText")


def compare(left: EventFacts, right: EventFacts, *, partial: bool = False) -> Support | Clash:
    """Return what speaks for two tellings being of one event, dates and factuality aside, or what parts them.

    `partial` says that the left one tells a part only of what the right one tells.
    """
    if left.kind not in right.above and right.kind not in left.above:
        return Clash("another class")
    identity = left.identity if left.kind in right.above else right.identity
    found: list[Support] = []
    for law in LAWS:
        for finding in law(left, right, identity, partial=partial):
            if isinstance(finding, Clash):
                return finding
            found.append(finding)
    if not found:
        return Clash("no word of the class tells what makes two of them one")
    reasons = dict.fromkeys(finding.reason for finding in found)
    return Support(max(one.tier for one in found), min(one.score for one in found), ", ".join(reasons))


def is_complete(facts: EventFacts) -> bool:
    """Say whether an event tells all that it must, so that another of which exactly the same is told is the same."""
    identity = facts.identity
    if facts.hidden and not identity.thing:
        return False  # whoever they are, they may be others
    return all(
        (
            len(facts.role(*identity.company)) >= max(identity.parties, 1) if identity.company else True,
            bool(facts.parties) if identity.each else True,
            all(facts.role(role) for role in (identity.force - identity.may_lack) | identity.thing),
            all(reached(facts, role, identity) for role in identity.area),
        )
    )


def block_keys(facts: EventFacts) -> Iterator[Hashable]:
    """Yield the blocks in which an event is compared with others: events that can be one have one in common.

    None for what is told apart by its words: they are found otherwise.
    """
    identity, family = facts.identity, facts.family
    if QUOTE in identity.value:
        return
    if identity.company:
        roles = (identity.company, identity.company - identity.may_lack)
        yield from {(family, frozenset(_side(party) for party in facts.role(*some))) for some in roles}
    elif identity.each:
        yield family, frozenset(_side(party) for party in facts.parties)
    else:
        yield from ((family, *key) for key in product(*_keys(facts, identity)))


def _keys(facts: EventFacts, identity: Identity) -> Iterator[Sequence[Hashable]]:
    """Yield for each role that must be told the keys of its fillers."""
    for role in sorted(identity.area):
        yield sorted({_side(party) for party in reached(facts, role, identity)}, key=str)
    for role in sorted(identity.force - identity.may_lack):
        yield sorted({_side(party) for party in facts.role(role)}, key=str)
    for role in sorted(identity.thing):
        yield sorted({party.cluster for party in facts.role(role)})


def _side(party: Party) -> str | Member:
    return party.cluster if party.nation is None else party.nation

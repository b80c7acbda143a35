"""Whether events of two documents can be one, class by class: what contradicts, and what speaks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from kg.periods import agree
from kg.records import Factuality, Term
from kg.sameness.support import Support

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from kg.sameness.facts import EventFacts, Party

Parties: TypeAlias = "frozenset[Party]"

_MEETING, _ATTACKER = Term("Meeting"), Term("attacker")
_REAL = frozenset({Factuality.ASSERTED, Factuality.PLANNED})
WEAK_TIER = 2
"""The tier of support that holds only for events of one day."""


def clash(left: EventFacts, right: EventFacts) -> bool:
    """Say whether the two cannot be one event."""
    return (
        left.family != right.family
        or _kinds_clash(left, right)
        or _factuality_clashes(left, right)
        or _dates_clash(left.date, right.date)
        or _differ(left.ordinal, right.ordinal)
        or _things_clash(left.struck, right.struck)
        or _compare(left, right) is None
    )


def support(left: EventFacts, right: EventFacts) -> Support | None:
    """Return what speaks for the two being one event, their dates aside; None when they clash."""
    if clash(left, right):
        return None
    found = _compare(left, right)
    if found is None or left.factuality == right.factuality:
        return found
    return Support(WEAK_TIER, round(found.score * 0.9, 3), f"{found.reason}, planned and then told as done")


def block_keys(facts: EventFacts) -> Iterator[Hashable]:
    """Yield the blocks in which an event is compared with others; a statement's words are found otherwise."""
    name = facts.family
    if name == "Conversation":
        yield name, frozenset(_side(party) for party in facts.actors)
    elif name == "Attack":
        yield from {(name, _side(party)) for party in facts.role("target") or facts.role("place")}
    elif name == "Transfer":
        sides = {_side(party) for party in facts.role("recipient")}
        yield from {(name, side, weapon.cluster) for side in sides for weapon in facts.role("weapon")}
    elif name != "Statement":
        yield name, frozenset(_side(party) for party in facts.parties)


def _side(party: Party) -> str | int:
    return party.cluster if party.nation is None else party.nation


def _kinds_clash(left: EventFacts, right: EventFacts) -> bool:
    return left.kind not in right.above and right.kind not in left.above


def _factuality_clashes(left: EventFacts, right: EventFacts) -> bool:
    return left.factuality != right.factuality and not {left.factuality, right.factuality} <= _REAL


def _dates_clash(left: str | None, right: str | None) -> bool:
    return left is not None and right is not None and not agree(left, right)


def _things_clash(left: frozenset[tuple[str, ...]], right: frozenset[tuple[str, ...]]) -> bool:
    """Say whether what is struck is a hospital here and a market there: of one sort, but of no common kind."""
    pairs = [(ours, theirs) for ours in left for theirs in right if ours[-1] == theirs[-1]]
    return bool(pairs) and not any(ours[0] in theirs or theirs[0] in ours for ours, theirs in pairs)


def _differ(left: object, right: object) -> bool:
    return left is not None and right is not None and left != right


def _compare(left: EventFacts, right: EventFacts) -> Support | None:
    return _COMPARERS.get(left.family, _compare_others)(left, right)


def _compare_conversations(left: EventFacts, right: EventFacts) -> Support | None:
    if _apart(left.role("place"), right.role("place")):
        return None
    if left.actors == right.actors:
        if not _tells_both_sides(left) or not _tells_both_sides(right):
            return _same_place(left, right)
        if left.kind == right.kind:
            return Support(0, 0.95, "same kind, same participants")
        return Support(1, 0.9, "same participants")
    if _MEETING in left.above & right.above and _same_sides(left.actors, right.actors):
        return Support(WEAK_TIER, 0.75, "same sides")
    return None


def _tells_both_sides(facts: EventFacts) -> bool:
    return len(facts.actors) > 1


def _same_place(left: EventFacts, right: EventFacts) -> Support | None:
    """Compare visits of one guest: who is met there may have no name, but the place must be the same."""
    shared = left.actors and left.role("place") & right.role("place")
    return Support(1, 0.85, "same guest, same place") if shared else None


def _same_sides(left: Parties, right: Parties) -> bool:
    """Say whether the parties differ only in that a person stands for a country, or the other way round."""
    ours, theirs = ({party.nation: party for party in one - other} for one, other in ((left, right), (right, left)))
    if None in ours or ours.keys() != theirs.keys() or len(left) != len(right) or len(ours) != len(left - right):
        return False
    return all(ours[nation].is_country != theirs[nation].is_country for nation in ours)


def _apart(left: Parties, right: Parties) -> bool:
    """Say whether places are known and lie in different countries."""
    if not left or not right or left & right:
        return False
    nations = [{party.nation for party in places} for places in (left, right)]
    return None not in nations[0] | nations[1] and nations[0].isdisjoint(nations[1])


def _compare_attacks(left: EventFacts, right: EventFacts) -> Support | None:
    attackers = _same_attackers(left, right)
    ours, theirs = (facts.role("target") or facts.role("place") for facts in (left, right))
    if attackers is None:
        return None
    if ours & theirs:
        return Support(attackers.tier, attackers.score, f"{attackers.reason}, same target")
    if any(_contains(a, b) or _contains(b, a) for a in ours for b in theirs):
        return Support(WEAK_TIER, round(attackers.score * 0.75, 3), f"{attackers.reason}, target in the same country")
    return None


def _same_attackers(left: EventFacts, right: EventFacts) -> Support | None:
    """Compare who attacks: gunmen whom nobody names are no country's attack, and may be others on either side."""
    ours, theirs = left.role("attacker"), right.role("attacker")
    if not ours and not theirs:
        return Support(1, 0.7, "agents unknown")
    hidden = any(_ATTACKER in facts.hidden for facts in (left, right))
    if hidden and any(party.is_country for party in ours | theirs):
        return None
    return _same_agents(ours, theirs)


def _same_agents(left: Parties, right: Parties) -> Support | None:
    if left == right:
        return Support(0, 0.95, "same agent")
    if not left or not right:
        return Support(1, 0.8, "one agent unknown")
    if left & right:
        return Support(1, 0.9, "shared agent")
    nations = [{party.nation for party in parties if not party.is_person} - {None} for parties in (left, right)]
    countries = {party.nation for party in (*left, *right) if party.is_country}
    return Support(1, 0.85, "agents of one country") if nations[0] & nations[1] & countries else None


def _contains(outer: Party, inner: Party) -> bool:
    return outer.is_country and outer.nation is not None and outer.nation == inner.nation


def _compare_transfers(left: EventFacts, right: EventFacts) -> Support | None:
    if not left.role("weapon") & right.role("weapon") or _differ(left.status, right.status):
        return None
    if not left.role("recipient") or not right.role("recipient"):
        return None
    sides = [_same_agents(left.role(role), right.role(role)) for role in ("recipient", "supplier")]
    if sides[0] is None or sides[1] is None:
        return None
    same_status = left.status == right.status
    tier = max(sides[0].tier, sides[1].tier, 0 if same_status else 1)
    score = min(sides[0].score, sides[1].score, 0.95 if same_status else 0.8)
    return Support(
        tier, score, "same weapon, recipient and supplier" if tier == 0 else "same weapon, parties compatible"
    )


def _compare_statements(left: EventFacts, right: EventFacts) -> Support | None:
    """Compare quotations; fragments of one longer quotation do not contradict each other."""
    if left.role("speaker") != right.role("speaker") or not left.role("speaker"):
        return None
    return Support(0, 0.95, "same words of the same speaker")


def _compare_others(left: EventFacts, right: EventFacts) -> Support | None:
    """Compare events of any other class: who takes which part, as a person or as the country that the person serves."""
    if not left.parties or not right.parties or _apart(left.role("place"), right.role("place")):
        return None
    if left.hidden or right.hidden:
        return None  # whoever is arrested without a name may be another
    differing = [role for role in left.sides | right.sides if left.role(role) != right.role(role)]
    if not differing:
        return Support(0, 0.9, "same kind, same parties")
    # Who acts may act for a country; what is done to a person is not done to the country.
    if all(r in left.acting | right.acting and _same_sides(left.role(r), right.role(r)) for r in differing):
        return Support(WEAK_TIER, 0.75, "same kind, same sides")
    return None


_COMPARERS: dict[str, Callable[[EventFacts, EventFacts], Support | None]] = {
    "Conversation": _compare_conversations,
    "Attack": _compare_attacks,
    "Transfer": _compare_transfers,
    "Statement": _compare_statements,
}

"""The laws by which two tellings agree in a role, each named by the property of kg.ttl that asks for it.

A `partial` telling, another mention of one document, may leave open what the other tells.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from kg.records import Term
from kg.sameness.support import Clash, Support

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.knowledge.identity import Identity
    from kg.sameness.facts import EventFacts, Party

Parties: TypeAlias = "frozenset[Party]"
Finding: TypeAlias = "Support | Clash"

PLACE = Term("place")
WEAK_TIER = 2
"""The tier of support that holds only for events of one day."""
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def company(left: EventFacts, right: EventFacts, identity: Identity, *, partial: bool) -> Iterator[Finding]:
    """Compare who takes part, whoever in which role."""
    if not identity.company:
        return
    core = identity.company - identity.may_lack
    ours, theirs = left.role(*core), right.role(*core)
    everybody = right.role(*identity.company)
    if partial:
        others = (party for party in ours - everybody if not is_stood_for(party, everybody))
        yield Clash("other participants") if any(True for _ in others) else Support(0, 0.95, "same participants")
    elif ours == theirs or left.role(*identity.company) == everybody:
        if len(ours) < max(identity.parties, 1):
            yield _same_guest(left, right)
        elif left.kind == right.kind:
            yield Support(0, 0.95, "same kind, same participants")
        else:
            yield Support(1, 0.9, "same participants")
    elif identity.person_or_country and same_sides(_sides(ours), _sides(theirs)):
        yield Support(WEAK_TIER, 0.75, "same sides")
    else:
        yield Clash("other participants")


def _sides(parties: Parties) -> Parties:
    """Leave out who is told beside the country that he serves: "the United States, Trump and Ukraine" are two sides."""
    countries = {party.nation for party in parties if party.is_country}
    return frozenset(party for party in parties if party.is_country or party.nation not in countries)


def is_stood_for(party: Party, others: Parties) -> bool:
    """Say whether a body or a country is told in the place of a person who serves it, or the other way round."""
    same = (other for other in others if other.nation is not None and other.nation == party.nation)
    return any(other.is_person != party.is_person for other in same)


def _same_guest(left: EventFacts, right: EventFacts) -> Finding:
    """Compare visits of one guest: who is met there may have no name, but the place must be the same."""
    shared = left.actors and left.role(PLACE) & right.role(PLACE)
    return Support(1, 0.85, "same guest, same place") if shared else Clash("nobody tells who else took part")


def each(left: EventFacts, right: EventFacts, identity: Identity, *, partial: bool) -> Iterator[Finding]:
    """Compare who takes which part, as a person or as the country that the person serves."""
    if not identity.each:
        return
    roles = {role for role in left.sides | right.sides if role in identity.each}
    differing = [role for role in sorted(roles) if left.role(role) != right.role(role)]
    if partial:
        other = (role for role in differing if not left.role(role) <= right.role(role))
        yield next((Clash(f"another {role}") for role in other), Support(0, 0.9, "same parties"))
    elif not left.parties or not right.parties:
        yield Clash("nobody takes part who has a name")
    elif left.hidden or right.hidden:
        yield Clash("somebody without a name, who may be another")  # whoever is arrested
    elif not differing:
        yield Support(0, 0.9, "same kind, same parties")
    elif all(r in identity.person_or_country and same_sides(left.role(r), right.role(r)) for r in differing):
        # Who acts may act for a country; what is done to a person is not done to the country.
        yield Support(WEAK_TIER, 0.75, "same kind, same sides")
    else:
        yield Clash(f"another {differing[0]}")


def force(left: EventFacts, right: EventFacts, identity: Identity, *, partial: bool) -> Iterator[Finding]:
    """Compare who acts: gunmen whom nobody names are no country's attack, and may be others on either side."""
    for role in sorted(identity.force):
        ours, theirs = left.role(role), right.role(role)
        if not ours or not theirs:
            if not partial and role not in identity.may_lack:
                yield Clash(f"one does not tell the {role}")
            elif not ours and not theirs:
                yield Support(1, 0.7, f"{role} unknown")
            elif not partial and _meets_the_nameless(role, left, right):
                yield Clash(f"{role} without a name")
            else:
                yield Support(1, 0.8, f"{role} told by one")
        elif not partial and _meets_the_nameless(role, left, right):
            yield Clash(f"{role} without a name")
        else:
            yield _one_agent(role, ours, theirs)


def _meets_the_nameless(role: Term, left: EventFacts, right: EventFacts) -> bool:
    nameless = role in left.hidden or role in right.hidden
    return nameless and any(party.is_country for party in left.role(role) | right.role(role))


def _one_agent(role: Term, ours: Parties, theirs: Parties) -> Finding:
    if ours == theirs:
        return Support(0, 0.95, f"same {role}")
    if ours & theirs:
        return Support(1, 0.9, f"shared {role}")
    nations = [{party.nation for party in parties} - {None} for parties in (ours, theirs)]
    countries = {party.nation for party in (*ours, *theirs) if party.is_country}
    acts_for_it = nations[0] & nations[1] & countries
    return Support(1, 0.85, f"{role} of one country") if acts_for_it else Clash(f"another {role}")


def area(left: EventFacts, right: EventFacts, identity: Identity, *, partial: bool) -> Iterator[Finding]:
    """Compare what is reached: one thing or place, or a country and what lies in it."""
    for role in sorted(identity.area):
        ours, theirs = (reached(facts, role, identity) for facts in (left, right))
        if not ours or not theirs:
            yield Support(0, 0.95, f"{role} told by one") if partial else Clash(f"one does not tell the {role}")
        elif ours & theirs:
            yield Support(0, 0.95, f"same {role}")
        elif any(_contains(a, b) or _contains(b, a) for a in ours for b in theirs):
            yield Support(WEAK_TIER, 0.71, f"{role} in the same country")
        else:
            yield Clash(f"another {role}")
    if things_clash(left.struck, right.struck):
        yield Clash("another target")


def reached(facts: EventFacts, role: Term, identity: Identity) -> Parties:
    """Return who fills the role; nobody there, where the event happened."""
    return facts.role(role) or (facts.role(PLACE) if role in identity.place_stands_for else frozenset())


def opposite(left: EventFacts, right: EventFacts, identity: Identity, *, partial: bool) -> Iterator[Finding]:  # noqa: ARG001 - a law like the others
    """Compare across the roles: who does it in the one telling is not whom it is done to in the other."""
    for one, other in ((left, right), (right, left)) if identity.force and identity.area else ():
        if one.role(*identity.force) & other.role(*identity.area):
            yield Clash("who does it here is who suffers it there")


def thing(left: EventFacts, right: EventFacts, identity: Identity, *, partial: bool) -> Iterator[Finding]:
    """Compare what is handed on: something is in both."""
    for role in sorted(identity.thing):
        ours, theirs = left.role(role), right.role(role)
        shared = ours & theirs or (partial and not ours)
        yield Support(0, 0.95, f"same {role}") if shared else Clash(f"another {role}")


def value(left: EventFacts, right: EventFacts, identity: Identity, *, partial: bool) -> Iterator[Finding]:  # noqa: ARG001 - a law like the others
    """Compare what is no party and may be told by one only: how far it got, the how-manieth it is."""
    for name in sorted(identity.value):
        ours, theirs = left.value(name), right.value(name)
        if ours and theirs and ours != theirs:
            yield Clash(f"another {_HUMP.sub(' ', name).lower()}")


def site(left: EventFacts, right: EventFacts, identity: Identity, *, partial: bool) -> Iterator[Finding]:  # noqa: ARG001 - a law like the others
    """Compare where it is: places that are known do not lie in different countries."""
    for role in sorted(identity.site):
        if _apart(left.role(role), right.role(role)):
            yield Clash(f"another {role}")


LAWS = (company, each, opposite, force, area, thing, value, site)


def same_sides(left: Parties, right: Parties) -> bool:
    """Say whether the parties differ only in that a person stands for a country, or the other way round."""
    ours, theirs = ({party.nation: party for party in one - other} for one, other in ((left, right), (right, left)))
    if None in ours or ours.keys() != theirs.keys() or len(left) != len(right) or len(ours) != len(left - right):
        return False
    return all(ours[nation].is_country != theirs[nation].is_country for nation in ours)


def things_clash(left: Iterable[tuple[str, ...]], right: Iterable[tuple[str, ...]]) -> bool:
    """Say whether what is struck is a hospital here and a market there: of one sort, but of no common kind."""
    pairs = [(ours, theirs) for ours in left for theirs in right if ours[-1] == theirs[-1]]
    return bool(pairs) and not any(ours[0] in theirs or theirs[0] in ours for ours, theirs in pairs)


def _contains(outer: Party, inner: Party) -> bool:
    return outer.is_country and outer.nation is not None and outer.nation == inner.nation


def _apart(left: Parties, right: Parties) -> bool:
    """Say whether places are known and lie in different countries."""
    if not left or not right or left & right:
        return False
    nations = [{party.nation for party in places} for places in (left, right)]
    return None not in nations[0] | nations[1] and nations[0].isdisjoint(nations[1])

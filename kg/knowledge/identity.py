"""What makes two tellings one event: the roles and values in which they must agree, as the class says in kg.ttl."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, slots=True)
class Identity:
    """The roles, with those below them, and the values by which events of a class are told apart.

    `company`: who fills any of the roles is, together, the same; `each`: every role by itself has the same fillers;
    `force`: one agent, or a country and a force of it; `area`: one thing or place, or a country and what lies in it;
    `thing`: something is in both; `site`: where both say it, in one country; `value`: the same where both say it.

    `may_lack` are the roles that one of the two may leave open. `place_stands_for` are those in whose stead, where
    nobody fills them, the kg:place is compared; `person_or_country` those in which a country stands for who serves it.
    `parties` is how many must be named for the company to tell anything.
    """

    company: frozenset[Term] = frozenset()
    each: frozenset[Term] = frozenset()
    force: frozenset[Term] = frozenset()
    area: frozenset[Term] = frozenset()
    thing: frozenset[Term] = frozenset()
    site: frozenset[Term] = frozenset()
    value: frozenset[Term] = frozenset()
    may_lack: frozenset[Term] = frozenset()
    place_stands_for: frozenset[Term] = frozenset()
    person_or_country: frozenset[Term] = frozenset()
    parties: int = 0


NOTHING = Identity()
"""That of a class of which nothing says by what its events are told apart."""


PROPERTIES = {
    "company": "identifiedByCompany",
    "each": "identifiedByEach",
    "force": "identifiedByForce",
    "area": "identifiedByArea",
    "thing": "identifiedByThing",
    "site": "identifiedBySite",
    "value": "identifiedByValue",
    "may_lack": "mayLack",
    "place_stands_for": "placeStandsFor",
    "person_or_country": "personOrCountry",
}
"""The fields of an identity by the property of kg.ttl that says them."""


def identities(
    above: Mapping[Term, tuple[Term, ...]],
    said: Callable[[str], Mapping[Term, frozenset[Term]]],
    needs: Mapping[Term, frozenset[Term]],
    parties: Mapping[Term, int],
) -> dict[Term, Identity]:
    """Return the identity of every class: that of the nearest class above it that says anything of it.

    `said` gives what classes say by a property. What is needed of an event told role by role is compared as well.
    """
    by_field = {field: said(name) for field, name in PROPERTIES.items()}
    speaking = frozenset[Term]().union(*by_field.values())
    found: dict[Term, Identity] = {}
    for kind, lines in above.items():
        speaker = next((parent for parent in lines if parent in speaking), None)
        if speaker is None:
            continue
        roles = {field: _below(values.get(speaker, frozenset()), above) for field, values in by_field.items()}
        if roles["each"]:
            roles["each"] |= frozenset[Term]().union(*(needs.get(parent, frozenset()) for parent in lines))
        found[kind] = Identity(**roles, parties=max((parties.get(parent, 0) for parent in lines), default=0))
    return found


def _below(roles: frozenset[Term], above: Mapping[Term, tuple[Term, ...]]) -> frozenset[Term]:
    return frozenset(role for role, lines in above.items() if not roles.isdisjoint(lines))

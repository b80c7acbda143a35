"""What two tellings in one document have in common: somebody, something, a number, a place where both happen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.records import Term
from kg.sameness.chains import casualties_of, entities_of, kinds_of, parties_of
from kg.sameness.newness import does_another_deed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.records import Entity, EventMention

ATTACKER, TARGET, PLACE = map(Term, ("attacker", "target", "place"))
COUNTRY = Term("Country")


def shares(
    group: Sequence[EventMention], event: Sequence[EventMention], entities: Sequence[Entity], *, headline: bool = False
) -> bool:
    """Say whether somebody, something or a number is told of both; where an attack hits is where it happens.

    Much happens in one country, and who attacks may attack again; a `headline` tells what its article does.
    """
    if _at_one_site(group, event, entities) or casualties_of(group) & casualties_of(event):
        return True
    roles = {argument.role for mention in group for argument in mention.arguments} - {PLACE}
    if not headline and does_another_deed(group):
        roles.discard(ATTACKER)
    return any(
        parties_of(group, role) & parties_of(event, role) or kinds_of(group, role) & kinds_of(event, role)
        for role in roles
    )


def _at_one_site(group: Sequence[EventMention], event: Sequence[EventMention], entities: Sequence[Entity]) -> bool:
    """Say whether both are in one named place or thing, or the one hits the country in which the other happens."""
    if _sites(group, entities) & _sites(event, entities) or kinds_of(group, PLACE) & kinds_of(event, PLACE):
        return True
    hit, there = (
        [territories(told_in(mentions, *roles), entities) for mentions in (group, event)]
        for told_in, roles in ((entities_of, (TARGET,)), (parties_of, (TARGET, PLACE)))
    )
    return bool(hit[0] & there[1] or hit[1] & there[0])


def _sites(mentions: Iterable[EventMention], entities: Sequence[Entity]) -> frozenset[int]:
    """Return the places where mentions are told to happen, without whole countries."""
    return frozenset(at for at in parties_of(mentions, PLACE) if entities[at].kind != COUNTRY)


def goes_on_with(group: Sequence[EventMention], event: Sequence[EventMention], entities: Sequence[Entity]) -> bool:
    """Say whether an indefinite noun tells of the event again: of one place, one force, or as many dead."""
    mine, theirs = parties_of(group, TARGET, PLACE), parties_of(event, TARGET, PLACE)
    if mine & theirs or casualties_of(group) & casualties_of(event) or _has_one_force(group, event, entities):
        return True
    # "An attack on Kyiv" may be that of somebody on Ukraine; bombs in Iraq that are nobody's may be any.
    whole = territories(entities_of(event, TARGET), entities) if entities_of(event, ATTACKER) else frozenset()
    return bool(territories(entities_of(group, TARGET, PLACE), entities) & whole)


def _has_one_force(group: Sequence[EventMention], event: Sequence[EventMention], entities: Sequence[Entity]) -> bool:
    """Say whether one named force attacks in both, and no place is named that could tell them apart."""
    mine, theirs = (territories(parties_of(mentions, ATTACKER), entities) for mentions in (group, event))
    return bool(mine & theirs) and not parties_of(group, TARGET, PLACE)


def territories(numbers: Iterable[int], entities: Sequence[Entity]) -> frozenset[str]:
    """Return each entity's country where it has one, else itself: a strike on Kharkiv is one on Ukraine."""
    return frozenset(one.country or one.reference or one.name for one in map(entities.__getitem__, numbers))

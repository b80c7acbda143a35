"""By which of its own words a mention tells of another event than those of its class that were told before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.records import Term
from kg.sameness.chains import PARTY, casualties_of, entities_of, kinds_of, sets_apart

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.knowledge.participants import ParticipantKinds
    from kg.knowledge.taxonomy import Taxonomy
    from kg.records import Entity, EventMention, MentionArgument, Unnamed

MEETING = Term("Meeting")
PLACE, WEAPON, PLACE_CLASS = Term("place"), Term("weapon"), Term("Place")
NEXT = 3
"""Characters between two sentences that follow one another, in one paragraph or two."""


def is_talk_at(group: Iterable[EventMention], event: Iterable[EventMention], taxonomy: Taxonomy) -> bool:
    """Say whether sentences after a meeting name anew who talked at it: "The two leaders discussed energy".

    "They discussed energy" only goes on with the meeting, and so do "the talks".
    """
    met = {mention.sentence for mention in event if taxonomy.is_a(mention.kind, MEETING)}
    return all(
        not mention.is_noun
        and mention.sentence not in met
        and mention.sentence > min(met)
        and any(argument.role in PARTY for argument in mention.arguments)
        for mention in group
    )


def is_elsewhere(group: Iterable[EventMention], event: Iterable[EventMention], entities: Sequence[Entity]) -> bool:
    """Say whether both are told with places that are known, and none of the ones is one of the others.

    A country has other places in it, and so has what the text alone tells of: a village, a district.
    """
    mine, theirs = entities_of(group, PLACE), entities_of(event, PLACE)
    if not mine or not theirs or mine & theirs:
        return False
    places = [entities[number] for number in mine | theirs]
    return all(place.kind == PLACE_CLASS and place.reference is not None for place in places)


def is_by_other_means(group: Iterable[EventMention], event: Iterable[EventMention], entities: Sequence[Entity]) -> bool:
    """Say whether both name weapons, and none of the ones can be one of the others, as a bomb can be a car bomb."""
    mine, theirs = (
        [set(entities[number].name.casefold().split()) for number in sorted(entities_of(mentions, WEAPON))]
        for mentions in (group, event)
    )
    return bool(mine and theirs) and not any(a <= b or b <= a for a in mine for b in theirs)


def has_others(group: Iterable[EventMention], event: Iterable[EventMention], company: Iterable[Term]) -> bool:
    """Say whether somebody without a name takes part of a kind of which nobody takes part in the event."""
    return not kinds_of(_without_owner(group), *company) <= kinds_of(event, *company)


def _without_owner(group: Iterable[EventMention]) -> Iterable[EventMention]:
    for mention in group:
        yield replace(mention, arguments=tuple(a for a in mention.arguments if a.party is None))


def counts_clash(group: Iterable[EventMention], event: Iterable[EventMention]) -> bool:
    """Say whether both count the same and no number of the ones can be one of the others."""
    mine, theirs = casualties_of(group), casualties_of(event)
    both = {measure for measure, _, _ in mine} & {measure for measure, _, _ in theirs}
    return any(
        not any(_overlap(a[1:], b[1:]) for a in mine for b in theirs if a[0] == b[0] == measure) for measure in both
    )


def numbers_clash(group: Iterable[EventMention], event: Sequence[EventMention], kinds: ParticipantKinds) -> bool:
    """Say whether both tell how many of one kind fill a role, and no number is the same: "100 cars", "1,000 cars"."""
    counted = list(_counted(event))
    for argument, mine in _counted(group):
        alike = [theirs for other, theirs in counted if other.role == argument.role and _is_alike(mine, theirs, kinds)]
        if alike and not any(_overlap((mine.minimum, mine.maximum), (its.minimum, its.maximum)) for its in alike):
            return True
    return False


def _counted(mentions: Iterable[EventMention]) -> Iterable[tuple[MentionArgument, Unnamed]]:
    for mention in mentions:
        for argument in mention.arguments:
            unnamed = argument.unnamed
            if unnamed is not None and unnamed.described is not None and unnamed.minimum is not None:
                yield argument, unnamed


def _is_alike(left: Unnamed, right: Unnamed, kinds: ParticipantKinds) -> bool:
    """Say whether two descriptions tell one kind, or the one a kind of the other."""
    ours, theirs = left.described or "", right.described or ""
    return ours in kinds.above.get(theirs, (theirs,)) or theirs in kinds.above.get(ours, (ours,))


def _overlap(left: tuple[int | None, int | None], right: tuple[int | None, int | None]) -> bool:
    low, high = max(left[0] or 0, right[0] or 0), [bound for bound in (left[1], right[1]) if bound is not None]
    return not high or low <= min(high)


def is_next_to(group: Sequence[EventMention], event: Sequence[EventMention]) -> bool:
    """Say whether the event is in the sentence of the mentions or in the one right before it, with no other numbers."""
    here = group[0].sentence
    near = any(m.sentence == here or 0 < here.start - m.sentence.end < NEXT for m in event)
    return near and not counts_clash(group, event)


def comes_before_another(group: Sequence[EventMention], event: Sequence[EventMention]) -> bool:
    """Say whether the event is set apart from those before it, of which the mentions are one."""
    if not sets_apart(event):
        return False
    first = min(event, key=lambda mention: mention.trigger.start)
    return first.anew and group[-1].sentence.end <= first.sentence.start

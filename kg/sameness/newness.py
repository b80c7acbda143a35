"""By which of its own words a mention tells of another event than those of its class that were told before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.sameness.told import casualties_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.knowledge.participants import ParticipantKinds
    from kg.records import EventMention, MentionArgument, Unnamed


def counts_clash(group: Iterable[EventMention], event: Iterable[EventMention]) -> bool:
    """Say whether both count the same and no number of the ones can be one of the others."""
    mine, theirs = casualties_of(group), casualties_of(event)
    both = {measure for measure, _, _ in mine} & {measure for measure, _, _ in theirs}
    return any(
        not any(_overlap(a[1:], b[1:]) for a in mine for b in theirs if a[0] == b[0] == measure) for measure in both
    )


def numbers_clash(group: Iterable[EventMention], event: Sequence[EventMention], kinds: ParticipantKinds) -> bool:
    """Say whether both tell how many of one kind fill a role, and no number is the same: "100 cars", "1,000 cars"."""
    counted = [(argument, unnamed) for argument, unnamed in _counted(event)]
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

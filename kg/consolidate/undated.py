"""Events that articles tell without a day: to the one dated event that fits, or together with their like."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from kg.consolidate.comparing import assess, best_support
from kg.consolidate.groups import Group, Groups, attach, merge_best_first, pairs_in_blocks
from kg.consolidate.portions import EITHER, ONE, OTHER
from kg.periods import days_of, is_plain, size
from kg.records import Factuality
from kg.sameness.compare import block_keys
from kg.sameness.laws import WEAK_TIER
from kg.sameness.support import Support

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from kg.consolidate.portions import Key
    from kg.sameness.facts import EventFacts

_PERIODS = (len("2025-07-04"), len("2025-07"), len("2025"), 0)
_FOREVER = 10**6  # days, more than any period has

Calendar: TypeAlias = "defaultdict[tuple[Hashable, Factuality, str], list[Group[EventFacts]]]"


def attach_undated(groups: Groups[EventFacts]) -> None:
    """Unite each event told without a day with the one dated event that fits, those with a month or a year first."""
    calendar = _calendar(groups)
    undated = [group for group in groups.current() if not any(facts.has_day for facts in group.facts)]
    for group in sorted(undated, key=lambda group: (-_precision(group), group.first)):
        spots = {(key, f.factuality, period) for f in group.facts for key in block_keys(f) for period in _periods(f)}
        near = {root.first: root for spot in spots for root in map(groups.find, calendar.get(spot, ()))}
        attach(groups, group, [near[first] for first in sorted(near)], _assess_undated)


def keys_in_time(facts: EventFacts) -> Iterator[Key]:
    """Yield keys of which an undated event has one in common with each, dated or not, that it may be one with."""
    for key in block_keys(facts):
        if facts.date is not None and facts.has_day:
            yield from (((key, facts.factuality, facts.date[:length]), ONE) for length in _PERIODS)
        else:
            yield from (((key, facts.factuality, period), OTHER) for period in _periods(facts))
    if not facts.has_day:
        yield from ((block, EITHER) for block in _blocks_of_undated(facts))


def _calendar(groups: Groups[EventFacts]) -> Calendar:
    """Enter the dated events under their day, month and year, and under no period."""
    calendar: Calendar = defaultdict(list)
    for group in groups.current():
        for facts in group.facts:
            if facts.date is not None and facts.has_day:
                for key in block_keys(facts):
                    for length in _PERIODS:
                        calendar[key, facts.factuality, facts.date[:length]].append(group)
    return calendar


def _precision(group: Group[EventFacts]) -> int:
    return max(-size(facts.date) if facts.date else -_FOREVER for facts in group.facts)


def _periods(facts: EventFacts) -> Iterator[str]:
    """Yield the periods of the calendar that an article may mean: soon before it, or after it what is planned."""
    if facts.date is not None and not is_plain(facts.date):
        days = days_of(facts.date)
        yield from ((days.first + timedelta(days=number)).isoformat() for number in range(days.count))
        return
    if facts.date is not None or facts.published is None:
        yield facts.date or ""
        return
    yield from _days(facts.published, facts.days_reported, 1 if facts.factuality == Factuality.PLANNED else -1)


@lru_cache(maxsize=256)
def _days(first: int, others: int, step: int) -> tuple[str, ...]:
    """Return a day and others, each so many days from the one before."""
    return tuple((date.fromordinal(first + number * step)).isoformat() for number in range(others + 1))


def _assess_undated(left: Group[EventFacts], right: Group[EventFacts]) -> Support | None:
    # Whoever attacks does so again: without a day of the article the only attack that is known may be another one.
    if all(one.identity.area and one.published is None and one.date is None for one in left.facts):
        return None
    found = best_support(left, right, weakest=WEAK_TIER - 1)
    return Support(found.tier, round(found.score * 0.9, 3), f"{found.reason}, the only one in time") if found else None


def merge_undated(groups: Groups[EventFacts]) -> None:
    """Unite what several articles of the same days tell without a day of its own."""
    blocks: defaultdict[Hashable, list[Group[EventFacts]]] = defaultdict(list)
    for group in groups.current():
        if not any(facts.has_day for facts in group.facts):
            for block in {block for facts in group.facts for block in _blocks_of_undated(facts)}:
                blocks[block].append(group)
    merge_best_first(groups, pairs_in_blocks(blocks.values()), lambda a, b: _assess_both_undated(groups, a, b))


def _blocks_of_undated(facts: EventFacts) -> Iterator[Hashable]:
    """Yield blocks of which two articles share one when they are near enough in time."""
    window = facts.days_between_reports + 1
    spans = {None} if facts.published is None else {facts.published // window, facts.published // window + 1}
    for key in block_keys(facts):
        for span in spans:
            yield key, facts.factuality, facts.date, span


def _assess_both_undated(
    groups: Groups[EventFacts], left: Group[EventFacts], right: Group[EventFacts]
) -> Support | None:
    facts = (*left.facts, *right.facts)
    if any(one.has_day or one.factuality != facts[0].factuality or one.date != facts[0].date for one in facts):
        return None
    days = [one.published for one in facts if one.published is not None]
    if days and max(days) - min(days) > facts[0].days_between_reports:
        return None
    # Without any date at all, only what is handed on between two parties is rare enough to be one.
    if len(days) < len(facts) and not facts[0].identity.thing:
        return None
    found = assess(groups, left, right)
    reason = "reported in the same days"
    return Support(found.tier, round(found.score * 0.8, 3), f"{found.reason}, {reason}") if found else None

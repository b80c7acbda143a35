"""When mentions happen and whether they did, as far as they tell it, and whether that lets them be of one event."""

from __future__ import annotations

from operator import or_
from typing import TYPE_CHECKING

from kg.periods import agree, days_of, size
from kg.records import Factuality
from kg.sameness.chains import all_of, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from kg.records import EventDate, EventMention

UNREAL = frozenset({Factuality.NEGATED, Factuality.DENIED})
A_WEEK = 8
"""Days of the longest period that is still news: "in the past week" may be today, or the same weekday a week ago."""
A_MONTH = 31
"""Days after which what happened is no news."""


@joined(all_of)
def dates_of(mentions: Iterable[EventMention]) -> frozenset[EventDate]:
    """Return the dates that the mentions tell."""
    return frozenset(mention.date for mention in mentions if mention.date is not None)


def dates_agree(group: Sequence[EventMention], event: Sequence[EventMention], *, partial: bool) -> bool:
    """Say whether dates agree: a day does with its week and month.

    An event told without a date is news of a day, of none of a week, a month or a year that passed; a group without
    one may be `partial`. What is still to come may well have no day yet.
    """
    mine, theirs = dates_of(group), dates_of(event)
    if not weekdays_agree(group, event):
        return False
    if not mine and not theirs:
        return True
    past = Factuality.ASSERTED in _factualities(group) or Factuality.ASSERTED in _factualities(event)
    if past and bool(mine) is not bool(theirs) and (mine or not partial):
        return all(date.is_day for date in (*mine, *theirs))
    if partial and mine and theirs and is_recap(group) and not is_recap(event):
        return False  # what an army launched in June is not what it launched one weekend
    return all(agree(a.value, b.value) for a in mine for b in theirs)


def is_recap(mentions: Iterable[EventMention]) -> bool:
    """Say whether the mentions tell of a month or a year, and of no day or week."""
    dates = dates_of(mentions)
    return bool(dates) and all(size(date.value) > A_WEEK for date in dates)


def is_history(group: Iterable[EventMention], event: Iterable[EventMention], published: date) -> bool:
    """Say whether one of two is dated long before the article, and the other, undated, is told as something new.

    What verbs and indefinite nouns tell without a day is news; "the attack", "his arrest" may be of what is known.
    """
    dated, undated = (group, event) if dates_of(group) else (event, group)
    old = all((published - days_of(day.value).last).days > A_MONTH for day in dates_of(dated))
    told = bool(dates_of(dated)) and not dates_of(undated)
    return told and old and not any(mention.is_noun and not mention.indefinite for mention in undated)


@joined(or_)
def _weekdays(mentions: Iterable[EventMention]) -> frozenset[str]:
    return frozenset(mention.weekday for mention in mentions if mention.weekday is not None)


def weekdays_agree(group: Sequence[EventMention], event: Sequence[EventMention]) -> bool:
    """Say whether weekdays agree where both tell one, and no day: "on Monday" and "on Saturday" are two days."""
    mine = _weekdays(group)
    theirs = _weekdays(event) if mine else mine
    return not theirs or not mine.isdisjoint(theirs)


@joined(all_of)
def _factualities(mentions: Iterable[EventMention]) -> frozenset[Factuality]:
    return frozenset(mention.factuality for mention in mentions)


def factualities_agree(group: Sequence[EventMention], event: Sequence[EventMention]) -> bool:
    """Say whether factualities agree: what did not happen is no part of what did.

    What is planned is part of it only when both name the same day.
    """
    mine, theirs = _factualities(group), _factualities(event)
    if mine & UNREAL or theirs & UNREAL:
        return mine == theirs
    if (Factuality.ASSERTED in mine) is (Factuality.ASSERTED in theirs):
        return True
    return bool({date.value for date in dates_of(group)} & {date.value for date in dates_of(event)})

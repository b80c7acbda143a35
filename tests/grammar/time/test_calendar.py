"""Laws of dates for any day of publication: phrases count from it, and every date is one of the calendar."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.grammar.time.dates import find_dates
from kg.periods import agree, contains, days_of, is_day, size, stretch, week_of
from tests.grammar.trees import unparsed
from tests.known import KNOWLEDGE

steady = settings(derandomize=True, database=None, deadline=None, max_examples=50)
DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
MODERN = st.dates(date(1900, 1, 1), date(2099, 12, 31))
WORDS = (
    *(
        *calendar.month_name[1:],
        *calendar.month_abbr[1:],
        *calendar.day_name,
        "sept.",
        "spring",
        "the",
        "of",
        "in",
        "on",
    ),
    *(
        "last",
        "next",
        "this",
        "past",
        "coming",
        "ago",
        "later",
        "earlier",
        "before",
        "after",
        "from",
        "to",
        "until",
        "and",
    ),
    *(
        "yesterday",
        "today",
        "tomorrow",
        "tonight",
        "morning",
        "weekend",
        "week",
        "weeks",
        "month",
        "months",
        "year",
        "years",
    ),
    *(
        "day",
        "days",
        "hours",
        "minutes",
        "decade",
        "century",
        "quarter",
        "half",
        "a",
        "two",
        "third",
        "first",
        "ten",
        "dozen",
    ),
    *(
        "1",
        "2",
        "3rd",
        "4",
        "28",
        "29",
        "30",
        "31",
        "31st",
        "0",
        "99",
        "100",
        "1999",
        "2024",
        "2025",
        "9999",
        "0000",
        "10000",
    ),
    *(
        "800000",
        "99999999999999999999",
        "1e9",
        "-",
        "–",
        ",",
        ".",
        "/",
        "'90s",
        "1990s",
        "12:00",
        "mid",
        "late",
        "early",
    ),
)


def dates(text: str, published: date | None) -> list[str | None]:
    found = find_dates(unparsed(text), KNOWLEDGE.words, published=published)
    return [mention.value.value if mention.value else None for mention in found]


@steady
@given(MODERN, DAYS)
def test_a_day_in_full_is_that_day_whenever_it_is_told(day: date, published: date) -> None:
    month = calendar.month_name[day.month]
    for told in (f"on {month} {day.day}, {day.year}", f"on {day.day} {month} {day.year}"):
        assert dates(told, published) == dates(told, None) == [day.isoformat()]


@steady
@given(DAYS, st.integers(1, 400))
def test_days_and_weeks_ago_are_counted(published: date, number: int) -> None:
    day, monday = (published - timedelta(days=number * unit) for unit in (1, 7))
    assert dates(f"{number} {'day' if number == 1 else 'days'} ago", published) == [day.isoformat()]
    assert dates(f"{number} {'week' if number == 1 else 'weeks'} ago", published) == [week_of(monday)]


@steady
@given(DAYS, st.sampled_from(list(calendar.day_name)))
def test_a_weekday_is_near_and_is_that_weekday(published: date, name: str) -> None:
    (found,) = dates(f"on {name}", published)
    (last,) = dates(f"last {name}", published)
    assert found is not None
    assert last is not None
    for told, within in ((found, 7), (last, 14)):
        day = date.fromisoformat(told)
        assert calendar.day_name[day.weekday()] == name
        assert timedelta(0) <= published - day <= timedelta(days=within)


@steady
@given(st.lists(st.sampled_from(WORDS), max_size=14), DAYS | st.none())
def test_whatever_is_read_is_of_the_calendar(words: list[str], published: date | None) -> None:
    for value in dates(" ".join(words), published):
        if value is not None:
            assert date(1, 1, 2) < days_of(value).first <= days_of(value).last < date(9999, 12, 31)


PERIODS = st.dates(date(2000, 1, 1), date(2030, 12, 31)).flatmap(
    lambda day: st.sampled_from([day.isoformat(), day.isoformat()[:7], str(day.year), week_of(day)])
)


@steady
@given(PERIODS, PERIODS)
def test_periods_agree_both_ways_and_hold_what_they_contain(left: str, right: str) -> None:
    assert agree(left, right) == agree(right, left)
    assert agree(left, left)
    assert contains(left, left)
    if contains(left, right):
        assert agree(left, right)
        assert size(right) <= size(left)
    if (both := stretch(left, right)) is not None:
        assert agree(both, left)
        assert agree(both, right)
    assert is_day(left) <= (size(left) == 1)

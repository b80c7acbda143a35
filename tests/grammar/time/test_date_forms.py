"""Each written form of dates takes an example of its own and leaves what looks like it."""

from __future__ import annotations

import pytest

from kg.grammar.time.date_forms import anchors, forms_of_dates
from tests.known import KNOWLEDGE

WORDS = KNOWLEDGE.words
FORMS = {form.name: form for form in forms_of_dates(WORDS)}
EXAMPLES = {
    "iso": ("on 2025-07-04 in", "2025-07-04", "no 12-2025-07-04"),
    "dotted": ("on 4.7.2025 in", "4.7.2025", "v 4.13.2025"),
    "either": ("on 4/7/2025 in", "4/7/2025", "on 4/7/2025-8"),
    "either short": ("on 4/7/25 in", "4/7/25", "on 4/7/255"),
    "day-month": ("on 4-Jul-2025 in", "4-Jul-2025", "the 4-star general"),
    "month-day": ("on Jul-4 in", "Jul-4", "on Jul-45"),
    "day month": ("on Friday, 4 July 2025 in", "Friday, 4 July 2025", "with 4 of june", "on 4 July 20250."),
    "days month": ("on 4, 5 and 6 July in", "4, 5 and 6 July", "4, 5 and 6 people"),
    "ordinal of month": ("on the fourth of july in", "fourth of july", "the four of july"),
    "month day": ("on July 4, 2025 in", "July 4, 2025", "July 4%"),
    "month ordinal": ("on July the fourth, he", "July the fourth", "July the four,", "July the fourth tank"),
    "month number": ("on July twenty-one.", "July twenty-one", "July twenty-one tanks"),
    "month year": ("in July 2025 it", "July 2025", "July 20,250"),
    "named": ("on Christmas Eve 2024 it", "Christmas Eve 2024", "on christmas"),
    "part year": ("in early 2025 it", "early 2025", "in early 2025-x"),
    "part": ("in mid-July it", "mid-July", "in mid-Jul"),
    "year month": ("last year in April it", "last year in April", "last week in April"),
    "year day": ("last year on 3 April it", "last year on 3 April", "last year on 33 April"),
    "nth weekday": ("the first Monday in May it", "first Monday in May", "the one Monday in May"),
    "nth day": ("the last day of May it", "last day of May", "the last day of talks"),
    "nth day of": ("the first day of last month it", "first day of last month", "first day of a month"),
    "nth weekday of": ("the last Friday of last month it", "last Friday of last month", "last Friday of a month"),
    "day of month": ("the 3rd of this month it", "3rd of this month", "the 3rd of this week"),
    "weekday day": ("on Friday the 4th in", "Friday the 4th", "on Friday the 4"),
    "weekday number": ("on Friday the thirteen,", "Friday the thirteen", "on Friday the four,"),
    "day": ("on the 4th in", "on the 4th", "on the 4th of"),
    "last part of year": ("the last quarter of 2023 it", "last quarter of 2023", "the last quarter it"),
    "part of year": ("the second quarter of 2024 it", "second quarter of 2024", "the second quarter of the game"),
    "quarter": ("in the second quarter it", "in the second quarter", "in the second quarter of"),
    "numbered quarter": ("in Q3 2024 it", "Q3 2024", "in Q5 2024"),
    "relative": ("until yesterday it", "yesterday", "yesteryear"),
    "deictic weekday": ("since last Friday it", "last Friday", "the least Friday"),
    "deictic month": ("since last July it", "last July", "last Jul"),
    "deictic unit": ("since last month it", "last month", "the last month", "with last month-old milk"),
    "weekend": ("over the weekend it", "the weekend", "a weekend"),
    "unit beyond": ("the week before last it", "the week before last", "the week before Last Call"),
    "weekday of week": ("on Friday last week it", "Friday last week", "on Friday last month"),
    "week weekday": ("last week on Friday it", "last week on Friday", "last month on Friday"),
    "weekday ago": ("on Friday two weeks ago it", "Friday two weeks ago", "on Friday two days ago"),
    "ago weekday": ("two weeks ago on Friday it", "two weeks ago on Friday", "two days ago on Friday"),
    "ago": ("two weeks and a day ago it", "two weeks and a day ago", "two tanks ago"),
    "from day": ("two days from now it", "two days from now", "two days from Kyiv"),
    "from weekday": ("two weeks from Friday it", "two weeks from Friday", "two weeks from Friday's talks"),
    "elapsed": ("over the past two days it", "over the past two days", "over the past two days of", "over two days"),
    "to come": ("over the next week it", "over the next week", "over the next weeks"),
    "ahead": ("in two days it", "in two days", "in two tanks"),
    "limit": ("within the next two days it", "within the next two days", "within two tanks"),
    "weekday": ("a Friday it", "Friday", "Fri"),
    "short weekday": ("on Fri it", "Fri", "the Fri"),
    "month": ("since July it", "July", "July 1250."),
    "year": ("since 2014 it", "2014", "since 2,014"),
}


def test_every_form_has_an_example() -> None:
    assert EXAMPLES.keys() == FORMS.keys()


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_form_takes_its_example_whole_and_leaves_what_is_like_it(name: str) -> None:
    text, taken, *others = EXAMPLES[name]
    found = FORMS[name].pattern.search(text)
    assert found is not None
    assert found[0] == taken
    assert [other for other in others if FORMS[name].pattern.search(other)] == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_form_is_looked_for_near_words_that_its_example_has(name: str) -> None:
    words = {word.lower() for word in EXAMPLES[name][1].replace("-", " ").replace(",", " ").split()}
    kinds = {kind for word in words for kind in anchors(WORDS).get(word, ())}
    digits = {"digits", "ordinal"} if any(letter.isdigit() for letter in EXAMPLES[name][1]) else set()
    assert kinds | digits >= set(FORMS[name].anchors)

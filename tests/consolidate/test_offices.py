"""Offices and days as evidence for whom a lone family name means."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.consolidate.offices import Offices, offices_in
from kg.records import Member
from tests.consolidate.articles import BIDEN, TRUMP, UK, US, WORLD, article, known, person, thing
from tests.consolidate.grouped import ALONE, people

if TYPE_CHECKING:
    from kg.consolidate.facts import EntityFacts
    from kg.consolidate.groups import Group

Told = dict[str, tuple[str, str]]


def offices(told: Told, **days: str) -> Offices:
    held = {Member(document, 0): frozenset({office}) for document, office in told.items()}
    known_days = {name: date.fromisoformat(days[name]) if name in days else None for name in "abc"}
    return Offices(held, known_days, WORLD.reference)


def two(lone: str | None = None, full: str | None = None) -> list[Group[EntityFacts]]:
    return people(person("Johnson", of=lone), person("Mike Johnson", of=full))[1]


def test_an_office_that_both_hold_is_agreement_and_another_is_none() -> None:
    speaker, senator = ("house speaker", US), ("senator", US)
    lone, full = two()
    assert offices({"a": speaker, "b": speaker}).agree(lone, full)
    assert not offices({"a": speaker, "b": senator}).agree(lone, full)
    assert not offices({"a": speaker, "b": ("house speaker", UK)}).agree(lone, full)
    assert not offices({"b": speaker}).agree(lone, full)


@pytest.mark.parametrize(("day", "held"), [("2022-03-01", True), ("2019-03-01", False)])
def test_the_reference_knows_who_held_an_office_that_day(day: str, *, held: bool) -> None:
    lone, full = people(person("Biden"), known(BIDEN))[1]
    told = offices({"a": ("president", US)}, a=day, b="2010-01-01")
    assert told.agree(lone, full) is held
    assert told.fit(lone, full) is held  # though the articles lie far apart


def test_an_office_of_which_the_reference_knows_nothing_decides_nothing() -> None:
    lone, full = people(person("Trump", of=US), known(TRUMP))[1]
    assert offices({"a": ("golfer", US)}, a="2025-07-04").fit(lone, full)
    assert not offices({"a": ("golfer", US)}, a="2025-07-04").agree(lone, full)


@pytest.mark.parametrize(
    ("days", "fits"),
    [
        ({"a": "2025-07-04", "b": "2024-07-03"}, True),
        ({"a": "2025-07-04", "b": "2024-07-02"}, False),
        ({"a": "2024-07-02", "b": "2025-07-04"}, False),
        ({"a": "2025-07-04"}, True),
    ],
)
def test_a_name_of_no_country_is_of_whom_articles_of_the_same_year_name(days: dict[str, str], *, fits: bool) -> None:
    lone, full = two(full=US)
    assert offices({}, **days).fit(lone, full) is fits


def test_one_country_reaches_over_any_time_and_another_does_not() -> None:
    far = {"a": "2025-07-04", "b": "2010-07-04"}
    assert offices({}, **far).fit(*two(lone=US, full=US))
    assert not offices({}, **far).fit(*two(lone=UK, full=US))


def test_what_a_group_has_taken_in_since_counts_too() -> None:
    speaker = ("house speaker", US)
    groups, (lone, full, third) = people(person("Johnson"), person("Mike Johnson"), person("Mike Johnson"))
    told = offices({"a": speaker, "c": speaker}, a="2025-07-04", b="2010-07-04", c="2025-01-01")
    assert not told.agree(lone, full)
    assert not told.fit(lone, full)
    groups.unite(full, third, ALONE)
    whole = groups.find(full)
    assert told.titles(whole) == {speaker}
    assert told.agree(lone, whole)
    assert told.fit(lone, whole)


def test_a_record_tells_offices_of_what_is_known_in_small_letters() -> None:
    ann, bo = person("Ann Low"), person("Bo Ek")
    record = article("a", ann, bo, offices=((ann, "House Speaker", known(US)), (bo, "chief", thing("Place", "Oz"))))
    assert offices_in(record) == {Member("a", 0): frozenset({("house speaker", US)})}

"""Laws that hold for any articles: their order does not matter, and what shares nothing with them moves nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.consolidate import consolidate, why_apart
from kg.records import DocumentRecord, Member
from tests.building import assembled
from tests.consolidate.articles import WORLD, Told, article, call, person, thing, told
from tests.consolidate.test_events import DIFFERENT, SAME

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

TOLD = [event for pair in (*SAME, *DIFFERENT) for event in pair]
WRITABLE = [event for event in TOLD if all(":" in (entity.country or ":") for _, entity in event.roles)]
"""Those whose countries have IRIs, as it takes for a graph."""
DAYS = st.sampled_from(["2025-07-04", "2025-07-06"])
Articles: TypeAlias = "list[tuple[list[Told], str]]"


def articles_of(events: list[Told]) -> st.SearchStrategy[Articles]:
    few = st.lists(st.sampled_from(events), min_size=1, max_size=2)
    return st.lists(st.tuples(few, DAYS), min_size=2, max_size=6)


STRANGER = article(
    "zz",
    on="2031-01-01",
    events=(
        call(person("Xenia Faraway"), person("Yoric Elsewhere"), on="2031-01-01"),
        told(
            "Attack", "2031-01-01", attacker=thing("Organization", "Nowhere Brigade"), target=thing("Place", "Noplace")
        ),
    ),
)


def written(articles: Articles) -> list[DocumentRecord]:
    return [article(f"d{n}", on=day, events=tuple(events)) for n, (events, day) in enumerate(articles)]


def subjects(records: Sequence[DocumentRecord]) -> set[str]:
    return {str(triple.subject) for triple in assembled(consolidate(records, WORLD), WORLD)}


@settings(max_examples=40, deadline=None)
@given(articles_of(TOLD), st.randoms(use_true_random=False))
def test_the_order_of_articles_does_not_matter(articles: Articles, random: Random) -> None:
    records = written(articles)
    shuffled = list(records)
    random.shuffle(shuffled)
    assert consolidate(shuffled, WORLD) == consolidate(records, WORLD)


@settings(max_examples=40, deadline=None)
@given(articles_of(WRITABLE))
def test_an_article_that_shares_nothing_moves_no_iri(articles: Articles) -> None:
    records = written(articles)
    assert subjects(records) | subjects([STRANGER]) == subjects([*records, STRANGER])


@settings(max_examples=40, deadline=None)
@given(articles_of(TOLD))
def test_every_two_events_are_one_or_something_parts_them(articles: Articles) -> None:
    collection = consolidate(written(articles), WORLD)
    members = [Member(n, i) for n, record in collection.records.items() for i in range(len(record.events))]
    home = {member: cluster for cluster in collection.events for member in cluster.members}
    for left in members:
        for right in members:
            assert bool(why_apart(collection, left, right, WORLD)) == (home[left] != home[right])


def with_story(record: DocumentRecord) -> DocumentRecord:
    """The article with a text of its own, long enough to be known again, and triggers in it."""
    name = record.document.id
    text = " ".join(f"{name}w{number}" for number in range(60))
    events = tuple(
        replace(event, evidence=tuple(replace(one, trigger=one.span) for one in event.evidence))
        for event in record.events
    )
    return replace(record, document=replace(record.document, text=text), events=events)


def copied(record: DocumentRecord) -> DocumentRecord:
    return replace(record, document=replace(record.document, id=f"x{record.document.id}"))


@settings(max_examples=40, deadline=None)
@given(articles_of(TOLD))
def test_an_article_that_is_printed_twice_is_told_once(articles: Articles) -> None:
    records = list(map(with_story, written(articles)))
    alone = consolidate(records, WORLD)
    twice = consolidate([*records, *map(copied, records)], WORLD)
    originals = [tuple(m for m in one.members if not m.document.startswith("x")) for one in twice.events]
    assert sorted(originals) == sorted(one.members for one in alone.events)
    for cluster in twice.events:
        for member in cluster.members:
            assert replace(member, document=member.document.removeprefix("x")) in cluster.members

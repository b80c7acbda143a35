"""Articles that copy others are found, count once, and tell their events once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kg.consolidate import consolidate
from kg.consolidate.copies import copies_among
from kg.records import Document, DocumentRecord, Evidence, Span
from kg.spread import here
from tests.consolidate.articles import GERMANY, RUSSIA, UKRAINE, WORLD, article, known, somebody, told

STORY = " ".join(f"The {n}th lorry left the harbour with grain for village number {n}." for n in range(1, 16))
OTHER = " ".join(f"A choir of {n} singers sang on the {n}th evening of the feast." for n in range(1, 16))


def printed(name: str, text: str, on: str | None = "2025-07-04") -> DocumentRecord:
    return DocumentRecord(Document(name, text, date.fromisoformat(on) if on else None), (), (), (), ())


FORM = (
    "Today the president declared that a disaster exists in the state of {} and ordered help for those who were hit by "
    "the storm. The action of the president makes money available for repairs in the counties. {} will see to the work "
    "there from the {}th on, and damage may be reported on weekdays to the office that has been opened for this end. "
    "Whoever lost a house may ask for shelter, of which there is enough for {} families."
)


def copies_of(*articles: DocumentRecord) -> dict[str, str]:
    return copies_among({record.document.id: record for record in articles}, here(WORLD))


def test_the_paper_that_printed_first_has_the_original() -> None:
    articles = (printed("a", STORY, "2025-07-05"), printed("b", STORY), printed("c", STORY, None), printed("d", OTHER))

    assert copies_of(*articles) == {"a": "b", "c": "b"}


def test_of_one_day_the_fullest_is_the_original_and_what_is_cut_from_it_a_copy() -> None:
    half = STORY[: len(STORY) // 2]

    assert copies_of(printed("a", half), printed("b", f"{STORY} {OTHER[:100]}")) == {"a": "b"}


def test_an_edited_copy_is_a_copy() -> None:
    edited = STORY.replace("3th lorry left the harbour", "third truck set out from port").replace(
        "village", "hamlet", 2
    )

    assert len(copies_of(printed("a", STORY), printed("b", edited))) == 1


@pytest.mark.parametrize(
    "other",
    [
        printed("b", OTHER),
        printed("b", OTHER + STORY[: len(STORY) // 4]),  # a paragraph that both quote
        printed("b", STORY, "2025-08-04"),  # the same form a month later
        printed("b", FORM.format("Kansas", "Lea Moor", 4, 12)),  # and for another state
    ],
)
def test_two_articles_are_two_sources(other: DocumentRecord) -> None:
    assert copies_of(printed("a", STORY), printed("c", FORM.format("Vermont", "Ida Hill", 7, 31)), other) == {}


def test_one_sentence_alone_may_be_alike_by_chance() -> None:
    assert copies_of(printed("a", STORY[:60]), printed("b", STORY[:60])) == {}


def test_no_copy_is_the_original_of_another() -> None:
    third = STORY[len(STORY) // 3 :] + " " + OTHER[: len(OTHER) // 3]
    copies = copies_of(printed("a", STORY), printed("b", third), printed("c", third))

    assert copies
    assert not set(copies.values()) & copies.keys()


def _undated(name: str, text: str) -> DocumentRecord:
    """An article without a day that tells of an attack by gunmen in its first sentence."""
    gunmen = somebody("gunmen", "armed-people")
    record = article(name, on=None, events=(told("Attack", attacker=gunmen, target=known(UKRAINE)),))
    evidence = Evidence(Span(0, text.index(".") + 1), "test", Span(4, 7))
    events = tuple(replace(event, evidence=(evidence,)) for event in record.events)
    return replace(record, document=Document(name, text), events=events)


def test_an_event_without_day_or_name_is_told_once_in_a_story_and_its_copy() -> None:
    copied = consolidate((_undated("a", STORY), _undated("b", STORY)), WORLD)
    own = consolidate((_undated("a", STORY), _undated("b", STORY[: STORY.index(".") + 1] + OTHER)), WORLD)

    assert copied.copies == (("b", "a"),)
    assert [len(cluster.members) for cluster in copied.events] == [2]
    assert copied.events[0].merges[0].reason == "the same words in a copied article"
    assert own.copies == ()
    assert [len(cluster.members) for cluster in own.events] == [1, 1]


def test_other_days_are_other_events_even_in_a_copy() -> None:
    first, second = (
        replace(
            record := article(name, events=(told("Attack", day, attacker=known(RUSSIA), target=known(GERMANY)),)),
            document=Document(name, STORY, record.document.date),
            events=tuple(replace(e, evidence=(Evidence(Span(0, 60), "test", Span(4, 7)),)) for e in record.events),
        )
        for name, day in (("a", "2025-07-01"), ("b", "2025-07-02"))
    )

    assert [len(cluster.members) for cluster in consolidate((first, second), WORLD).events] == [1, 1]

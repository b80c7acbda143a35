"""What the words of a decision select in records."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.consolidate.selectors import NOTHING, Selected, select
from kg.records import DocumentRecord, Evidence, Member, Mention, MentionKind, Span, Term
from tests.consolidate.articles import PUTIN, TRUMP, UK, WORLD, article, call, known, person

BORIS = replace(person("Boris Johnson", of=UK), names=("B. Johnson", "Boris Johnson"))
TRUMP_AT, PUTIN_AT, TRUMP_AGAIN = Span(0, 5), Span(8, 13), Span(20, 25)
SENTENCE = Span(0, 60)


def _record(name: str) -> DocumentRecord:
    made = article(
        name, known(TRUMP), known(PUTIN), BORIS, events=(call(known(TRUMP), known(PUTIN)), call(BORIS, known(PUTIN)))
    )
    places = ((TRUMP_AT, 0), (PUTIN_AT, 1), (TRUMP_AGAIN, 0), (SENTENCE, 2))
    mentions = tuple(Mention(span, entity, MentionKind.NAME, "test") for span, entity in places)
    first, second = made.events
    both = tuple(
        replace(event, evidence=(Evidence(SENTENCE, "test"),))
        for event in (first, replace(second, kind=Term("Attack")))
    )
    return replace(made, mentions=mentions, events=both)


RECORDS = [_record("b"), _record("a")]


def chosen(selector: str) -> Selected:
    return select(RECORDS, [selector], WORLD.taxonomy)[selector]


def at(document: str, *numbers: int) -> frozenset[Member]:
    return frozenset(Member(document, number) for number in numbers)


def test_a_reference_and_a_name_select_in_every_record() -> None:
    assert chosen(TRUMP).entities == at("a", 0) | at("b", 0)
    assert chosen("B. Johnson").entities == chosen("Boris Johnson").entities == at("a", 2) | at("b", 2)
    assert chosen("Boris").entities == frozenset()


def test_a_name_in_a_document_selects_there_alone_with_all_its_mentions() -> None:
    assert chosen("a#Donald Trump") == Selected(at("a", 0), at("a", 0, 2))


def test_characters_select_one_mention_of_many_and_what_stands_there() -> None:
    assert chosen("a@20-25") == Selected(at("a", 0), at("a", 2))
    assert chosen("a@0-60") == Selected(at("a", 2), at("a", 3), at("a", 0, 1))
    assert chosen("a@0-59") == NOTHING


@pytest.mark.parametrize(
    ("selector", "events"),
    [
        ("a@0-60#Call", (0,)),
        ("a@0-60#Attack", (1,)),
        ("a@0-60#Meeting", (0,)),  # what can be one event with it
        ("a@0-60#Transfer", ()),
        ("a@0-60#Call@0-5", (0,)),
        ("a@0-60#Attack@0-5", ()),
        ("a@0-60#Attack@8-13", (1,)),
    ],
)
def test_a_class_and_a_party_select_among_the_events_of_the_characters(selector: str, events: tuple[int, ...]) -> None:
    assert chosen(selector) == Selected(events=at("a", *events))


def test_several_selectors_in_one_select_what_any_of_them_does() -> None:
    assert chosen("a@20-25 | b@8-13") == Selected(at("a", 0) | at("b", 1), at("a", 2) | at("b", 1))


def test_of_one_sort_and_of_both() -> None:
    both = Selected(at("a", 1), at("a", 2), at("a", 3)) | Selected(at("b", 1))
    assert (both.of("entity"), both.of("event"), both.mentions) == (at("a", 1) | at("b", 1), at("a", 3), at("a", 2))


def test_nothing_to_select_reads_no_record() -> None:
    assert select(iter(()), [], WORLD.taxonomy) == {}
    assert select(RECORDS, ["Nobody"], WORLD.taxonomy) == {"Nobody": NOTHING}

"""Portions of the events of an archive: what is compared is never in two of them, so that size changes nothing."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.consolidate import consolidate, reported
from kg.consolidate.events import clusters_of
from kg.consolidate.parties import parties_of
from kg.consolidate.portions import Links
from kg.consolidate.replay import rulings
from kg.consolidate.reported import Reports, reported_in
from kg.members import entities_in
from kg.records import DocumentRecord, Evidence, Factuality, Span, Term
from tests.consolidate.articles import TRUMP, US, WORLD, Told, article, call, known, told
from tests.consolidate.grouped import everything
from tests.consolidate.test_copies import STORY
from tests.consolidate.test_events import DIFFERENT, LONG, SAME, istanbul, kyiv, putin, trump, us
from tests.consolidate.test_replay import decided

WHEN = (None, "2025", "2025-06", "2025-W27", "2025-07-02", "2025-07-03", "2025-07-04")
TALKS = [call(trump, putin, on=on, kind=kind) for on in WHEN for kind in ("Call", "Conversation")]
GUESTS = [
    told("Visit", on, participant=guest, place=at) for on in WHEN for guest in (trump, us) for at in (kyiv, istanbul)
]
PLANNED = [call(trump, putin, on=on, factuality=Factuality.PLANNED) for on in WHEN]
EVENTS = [*(one for pair in (*SAME, *DIFFERENT) for one in pair), *TALKS, *GUESTS, *PLANNED]
FAMILIES = sorted({WORLD.taxonomy.family(Term(event.kind)) for event in EVENTS})
DAYS = (None, "2025-06-30", "2025-07-03", "2025-07-04", "2025-07-05")
THEMES = [[event for event in EVENTS if WORLD.taxonomy.family(Term(event.kind)) == kind] for kind in FAMILIES]
ARTICLES = (
    st.sampled_from([*THEMES, EVENTS])
    .flatmap(lambda theme: st.lists(st.sampled_from(theme), min_size=1, max_size=4))
    .flatmap(
        lambda few: st.lists(
            st.tuples(st.lists(st.sampled_from(few), max_size=3), st.sampled_from(DAYS), st.booleans()), max_size=8
        )
    )
)
DECISIONS = decided(
    *(("merge", f"d0@0-1#{kind}", f"d3@0-1#{kind}") for kind in ("Call", "Statement", "Transfer", "Agreement")),
    *(("not-same", f"d1@0-1#{kind}", f"d2@0-1#{kind}") for kind in ("Visit", "Conversation", "Protest", "Sanction")),
)
ENDS = [at + 1 for at, letter in enumerate(STORY) if letter == "."]


def copied(record: DocumentRecord) -> DocumentRecord:
    """The article as one that prints the story, whose sentences tell its events."""
    told_in = (
        Evidence(Span(start, end), "test", Span(start, end - 1)) for start, end in zip([0, *ENDS], ENDS, strict=False)
    )
    events = tuple(
        replace(event, evidence=(evidence,)) for event, evidence in zip(record.events, told_in, strict=False)
    )
    return replace(record, document=replace(record.document, text=STORY), events=events)


def written(articles: list[tuple[list[Told], str | None, bool]]) -> list[DocumentRecord]:
    return [
        copied(record) if copies else record
        for number, (events, day, copies) in enumerate(articles)
        for record in (article(f"d{number}", on=day, events=tuple(events)),)
    ]


@settings(max_examples=200, deadline=None)
@given(ARTICLES)
@example([([told("Statement", speaker=trump, quote=words)], DAYS[-1], False) for words in (LONG, f"I said it: {LONG}")])
def test_portions_change_nothing(articles: list[tuple[list[Told], str | None, bool]]) -> None:
    records = written(articles)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Links, "pairs", everything)
        whole = consolidate(records, WORLD, DECISIONS)
    for size in (1, 3, reported.PORTION):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(reported, "PORTION", size)
            assert consolidate(records, WORLD, DECISIONS) == whole


def test_what_is_told_of_a_portion_goes_to_another_machine_and_is_told_apart_there() -> None:
    records = {name: article(name, events=(call(known(TRUMP), known(US), on="2025-07-04"),)) for name in ("a", "b")}
    here = consolidate(records.values(), WORLD, DECISIONS)
    ruled = rulings(records, DECISIONS, "event", WORLD.taxonomy)
    found = reported_in(records, parties_of(entities_in(records), here.entities), ruled, WORLD, {})
    (told_there,) = found.each()
    there = pickle.loads(pickle.dumps((Reports(told_there), ruled)))  # noqa: S301 (our own)
    assert clusters_of(*there, WORLD.taxonomy) == list(here.events)
    assert len(here.events) == 1

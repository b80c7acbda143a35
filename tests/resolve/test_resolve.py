from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.records import Document, MentionKind
from kg.resolve import resolve
from tests.resolve import cases, cases_learnt

if TYPE_CHECKING:
    from kg.knowledge import Knowledge
    from kg.records import Resolution
    from tests.resolve.cases import Case
    from tests.resolve.reading import Reading


def resolved(nlp: Reading, knowledge: Knowledge, text: str, day: str | None = "2025-07-04") -> Resolution:
    document = Document(id="case", text=text, date=date.fromisoformat(day) if day else None)
    return resolve(nlp(text), document, knowledge)


def entities_at(resolution: Resolution, text: str, surface: str) -> set[int]:
    words, _, number = surface.partition("#")
    places = [found.start() for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    start = places[int(number or 1) - 1]
    span = (start, start + len(words))
    return {mention.entity for mention in resolution.mentions if (mention.span.start, mention.span.end) == span}


def ids(case: Case) -> str:
    return case.promise


@pytest.mark.parametrize("case", cases.MERGE + cases_learnt.MERGE, ids=ids)
def test_merges(case: Case, nlp: Reading, knowledge: Knowledge) -> None:
    resolution = resolved(nlp, knowledge, case.text, case.day)
    found = [entities_at(resolution, case.text, surface) for surface in case.one]
    assert not case.one or set.intersection(*found), (case.text, case.one, found)
    check_meanings(case, resolution)


@pytest.mark.parametrize("case", cases.APART + cases_learnt.APART, ids=ids)
def test_keeps_apart(case: Case, nlp: Reading, knowledge: Knowledge) -> None:
    resolution = resolved(nlp, knowledge, case.text, case.day)
    found = [entities_at(resolution, case.text, surface) for surface in case.apart]
    # A pronoun that is left alone is kept apart as well; a name must be found to be kept apart.
    assert all(
        members or surface.casefold() in {"he", "him", "i"} for members, surface in zip(found, case.apart, strict=True)
    )
    assert sum(len(members) for members in found) == len(set.union(*found)), (case.text, found)
    check_meanings(case, resolution)


@pytest.mark.parametrize("case", cases.MEANINGS + cases_learnt.MEANINGS, ids=ids)
def test_reads(case: Case, nlp: Reading, knowledge: Knowledge) -> None:
    check_meanings(case, resolved(nlp, knowledge, case.text, case.day))


def check_meanings(case: Case, resolution: Resolution) -> None:
    for surface, slug in case.means:
        entities = [resolution.entities[number] for number in entities_at(resolution, case.text, surface)]
        slugs = {(entity.reference or entity.broader or "").rsplit("/", 1)[-1] for entity in entities}
        assert slug in slugs, (case.text, surface, entities)
    for surface in case.never:
        assert not entities_at(resolution, case.text, surface), (case.text, surface)


@pytest.mark.parametrize(("text", "holder", "office", "of"), cases.OFFICES + cases_learnt.OFFICES)
def test_reports_offices(text: str, holder: str, office: str, of: str, nlp: Reading, knowledge: Knowledge) -> None:
    resolution = resolved(nlp, knowledge, text, None)
    found = {
        (resolution.entities[tenure.holder].name, tenure.office, resolution.entities[tenure.of].reference)
        for tenure in resolution.tenures
        if tenure.of is not None
    }
    assert any((name, words) == (holder, office) and iri and iri.endswith("/" + of) for name, words, iri in found), (
        found
    )


def test_entities_stand_in_order_of_first_mention(nlp: Reading, knowledge: Knowledge) -> None:
    resolution = resolved(nlp, knowledge, "Donald Trump called Vladimir Putin. Trump said Ukraine would get drones.")
    first = [
        min(m.span for m in resolution.mentions if m.entity == number) for number in range(len(resolution.entities))
    ]
    assert first == sorted(first)


def test_names_are_the_surfaces_of_name_mentions(nlp: Reading, knowledge: Knowledge) -> None:
    text = "Donald Trump spoke. Trump said the US president would be pleased, he added."
    resolution = resolved(nlp, knowledge, text)
    for number, entity in enumerate(resolution.entities):
        surfaces = {
            text[mention.span.start : mention.span.end]
            for mention in resolution.mentions
            if mention.entity == number and mention.kind is MentionKind.NAME
        }
        assert entity.names == tuple(sorted(surfaces))


def test_is_a_pure_function(nlp: Reading, knowledge: Knowledge) -> None:
    text = "Ukrainian president Volodymyr Zelenskiy thanked the US and Kyiv's allies for Patriot missiles."
    assert resolved(nlp, knowledge, text) == resolved(nlp, knowledge, text)


@pytest.mark.parametrize("text", ["", "\n\n", "…", "No facts here."])
def test_a_text_without_names_resolves_to_nothing(text: str, nlp: Reading, knowledge: Knowledge) -> None:
    resolution = resolved(nlp, knowledge, text)
    assert (resolution.entities, resolution.mentions, resolution.tenures) == ((), (), ())

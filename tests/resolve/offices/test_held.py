"""Whose an office is, and for whom its holder stands."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.records import Document
from kg.resolve import resolve
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from kg.records import Resolution
    from tests.resolve.reading import Reading

DAY = date(2025, 7, 4)


def read(nlp: Reading, text: str) -> Resolution:
    return resolve(nlp(text), Document(id="case", text=text, date=DAY), KNOWLEDGE)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("The president of Chile met Emmanuel Macron.", "president of Chile", "Gabriel Boric"),
        ("The president of France met Keir Starmer.", "president of France", "Emmanuel Macron"),
        ("The president of the club met Emmanuel Macron.", "president", None),
        ("Marco Rubio met the president of the United States Chamber of Commerce.", "president", None),
        ("Marco Rubio has called Lavrov.", "Lavrov", "Sergei Lavrov"),
    ],
)
def test_an_office_is_held_by_whom_the_day_says(text: str, words: str, name: str | None, nlp: Reading) -> None:
    resolution = read(nlp, text)
    start = text.index(words)
    spans = {m.entity for m in resolution.mentions if (m.span.start, m.span.end) == (start, start + len(words))}
    iris = {resolution.entities[entity].reference or "" for entity in spans}
    expected = set() if name is None else {"-".join(name.lower().split())}
    assert {iri.rsplit("/", 1)[-1] for iri in iris} == expected


@pytest.mark.parametrize(
    ("text", "person", "office"),
    [
        ("AFP photographer Lucie Morel was wounded in Sidon.", "Lucie Morel", "photographer"),
        ("Samir Nasser, head of the U.K.-based monitor, gave no details.", "Samir Nasser", None),
        ("Reuters cameraman Issam Khoury was injured in Tyre.", "Issam Khoury", "cameraman"),
        ("Tomas Berg of the Norway-based Centre for Conflict Studies disagreed.", "Tomas Berg", None),
        ("Editor-in-Chief Maria Costa of the daily O Globo denied it.", "Maria Costa", "editor-in-chief"),
    ],
)
def test_an_employer_gives_no_country(text: str, person: str, office: str | None, nlp: Reading) -> None:
    resolution = read(nlp, text)
    (holder,) = (i for i, entity in enumerate(resolution.entities) if entity.name == person)
    assert resolution.entities[holder].country is None
    offices = {tenure.office for tenure in resolution.tenures if tenure.holder == holder}
    assert office is None or offices == {office}
    assert not any("the-" in held for held in offices)

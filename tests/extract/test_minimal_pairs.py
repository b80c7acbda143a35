"""Sentences and the events they tell, read with the packaged model: one change in the words, one in the events."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.language import load
from kg.pipeline import read_document
from kg.records import Document, Factuality, MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

    from kg.records import Argument, DocumentRecord, Event

PUBLISHED = date(2025, 7, 4)
with (Path(__file__).parent / "minimal_pairs.tsv").open(encoding="utf-8", newline="") as table:
    ROWS = list(csv.reader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
XFAIL = "xfail: "


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def words(argument: Argument, record: DocumentRecord) -> str:
    """Return the words that name the argument; for a pronoun the name that it stands for."""
    spans = {mention.span for mention in record.mentions if mention.kind is MentionKind.PRONOUN}
    if argument.span in spans:
        return record.entities[argument.entity].name
    return record.document.text[argument.span.start : argument.span.end]


def described(event: Event, record: DocumentRecord) -> str:
    """Return the event as the table writes it: class, then its values in order of the alphabet."""
    values = {f"{argument.role}={words(argument, record)}" for argument in event.arguments}
    values |= {f"status={a.value}" for a in event.attributes if a.property == "transferStatus"}
    values |= {f"{figure.measure.lower()}={figure.minimum or figure.maximum}" for figure in event.figures}
    values |= {f"according={record.entities[source].name}" for source in event.according_to}
    if event.date:
        values.add(f"date={event.date.value}")
    if event.factuality is not Factuality.ASSERTED:
        values.add(f"factuality={event.factuality}")
    return f"{event.kind}({', '.join(sorted(values))})"


def normalised(expected: str) -> list[str]:
    """Put an expectation of the table into the same order."""
    if expected == "-":
        return []
    events = []
    for part in expected.split("; "):
        kind, _, rest = part.rstrip(")").partition("(")
        events.append(f"{kind}({', '.join(sorted(rest.split(', ')))})")
    return sorted(events)


def cases() -> Iterator[object]:
    """Yield a parameter set for each row; its fourth column, if there is one, says why the row can not pass yet."""
    for phenomenon, sentence, expected, *reason in ROWS:
        marks = [pytest.mark.xfail(reason=reason[0].removeprefix(XFAIL), strict=True)] if reason else []
        yield pytest.param(phenomenon, sentence, expected, marks=marks, id=f"{phenomenon}: {sentence}")


def test_every_fourth_column_gives_a_reason() -> None:
    assert [row for row in ROWS if len(row) > 3 and not row[3].startswith(XFAIL)] == []


@pytest.mark.parametrize(("phenomenon", "sentence", "expected"), list(cases()))
def test_a_sentence_tells_its_events(nlp: Language, phenomenon: str, sentence: str, expected: str) -> None:
    record = read_document(Document("pair", sentence, PUBLISHED), nlp)
    assert sorted(described(event, record) for event in record.events) == normalised(expected), phenomenon

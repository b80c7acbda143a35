"""Whom the holder of an office without a name represents."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.consolidate import NO_DECISIONS, consolidate
from kg.knowledge.namespaces import KG
from kg.pipeline import read_document
from kg.records import Document
from tests.building import assembled
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "represented"),
    [
        ("The Turkish defence minister called Emmanuel Macron.", {"turkey", "france"}),
        ("Japan's foreign minister met Chile's defence minister in Lima.", {"japan", "chile"}),
        ("Turkish protesters met Emmanuel Macron.", {"france"}),
    ],
)
def test_an_office_represents_its_country(text: str, represented: set[str], nlp: Language) -> None:
    record = read_document(Document("a", text, date(2025, 7, 4)), nlp, KNOWLEDGE)
    triples = assembled(consolidate([record], KNOWLEDGE, NO_DECISIONS), KNOWLEDGE)
    found = {triple.object.value for triple in triples if triple.predicate.value == KG + "represents"}
    assert {iri.rsplit("/", 1)[-1] for iri in found} == represented

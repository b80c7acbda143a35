"""When an event was that the network reads: the day of its telling is not its own."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.pipeline import read_document
from kg.records import Document
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Today, we are announcing that the United States is sending assistance to Haiti.", None),
        ("Today, the United States sent assistance to Haiti.", "2025-07-04"),
    ],
)
def test_the_day_of_announcing_is_not_that_of_the_aid(nlp: Language, text: str, day: str | None) -> None:
    record = read_document(Document("doc", text, date(2025, 7, 4)), nlp, KNOWLEDGE)
    dates = {None if event.date is None else event.date.value for event in record.events if event.kind == "Aid"}
    assert dates == {day}

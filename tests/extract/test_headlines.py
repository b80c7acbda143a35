"""A headline tells of what its article goes on to tell, and of nothing else that is told there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.pipeline import read_document
from kg.records import Document
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from spacy.language import Language

DAY = date(2025, 3, 19)


def told(nlp: Language, headline: str, text: str) -> list[int]:
    """Return by how many sentences each event is told."""
    record = read_document(Document("a", f"{headline}\n\n{text}", DAY), nlp, KNOWLEDGE)
    return sorted((len(event.evidence) for event in record.events), reverse=True)


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("Norway receives first F-35 jets", "Norway received two F-35 jets from the United States on Wednesday."),
        (
            "Iran fires missiles at base",
            "BAGHDAD, 19 March 2025 - Iran launched six missiles at a base in Erbil on Wednesday.",
        ),
        ("Drone strike hits depot", "Ukrainian drones struck an oil depot in Belgorod on Tuesday."),
        ("Syria attacks hospital", "Syrian forces shelled a hospital in Idlib on Monday, the White Helmets said."),
        ("Sweden sends howitzers", "Sweden sent twelve howitzers to Ukraine on Monday."),
        ("Israel strikes port", "Israeli jets bombed the port of Hodeidah on Monday."),
    ],
)
def test_what_a_headline_has_room_for_is_one_event_with_its_article(nlp: Language, headline: str, text: str) -> None:
    assert told(nlp, headline, text) == [2]


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("Iran strikes Erbil", "Israel bombed a hospital in Gaza on Monday."),
        ("Norway receives F-35 jets", "Poland received ten Abrams tanks from the United States on Monday."),
        ("Syria attacks hospital", "Syrian forces shelled a market in Idlib on Monday."),
        ("Merz calls Macron", "Trump called Putin on Thursday."),
    ],
)
def test_another_event_stays_apart_from_the_headline(nlp: Language, headline: str, text: str) -> None:
    assert told(nlp, headline, text) == [1, 1]

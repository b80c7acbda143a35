from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.annotate import annotate
from kg.records import Document

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    "dateline",
    [
        "DOHA/WASHINGTON, June 23, 2025 (Reuters) - ",
        "Kyiv, Ukraine (AP) — ",
        "TEL AVIV -- ",
        "WASHINGTON, DC – ",
        "MOSCOW, July 3. /TASS/. ",
        "(Reuters) - ",
    ],
)
def test_a_dateline_is_no_part_of_the_sentence_behind_it(nlp: Language, dateline: str) -> None:
    doc = annotate(Document(id="d", text=f"A headline\n\n{dateline}Iran fired missiles."), nlp)
    assert [sent.text for sent in doc.sents][-1] == "Iran fired missiles."


@pytest.mark.parametrize(
    "text",
    [
        "NATO — the alliance of the West — said Iran fired missiles.",
        "US-Iran talks - Trump says no.",
        "Sen. Ann Bell (R-Texas) - who met Putin - left.",
    ],
)
def test_a_dash_alone_makes_no_dateline(nlp: Language, text: str) -> None:
    assert len(list(annotate(Document(id="d", text=text), nlp).sents)) == len(list(nlp(text).sents))


RUN_ON = (
    "In particular, we call upon Iran to cease transferring armed drones, which have been used to kill civilians. "
    "We welcome efforts to improve relations, including the recent agreement to restore ties. "
    "We call on Iran not to interfere with vessels."
)


def test_a_full_stop_that_is_no_abbreviations_ends_a_sentence(nlp: Language) -> None:
    doc = annotate(Document(id="d", text=RUN_ON), nlp)
    assert [sent.text.split()[0] for sent in doc.sents] == ["In", "We", "We"]


@pytest.mark.parametrize(
    "text", ["He spoke to Gen. Bell of the U.S. Army.", "They met in St. Louis with Mr. Ives Jr. Monday."]
)
def test_an_abbreviation_ends_none(nlp: Language, text: str) -> None:
    assert len(list(annotate(Document(id="d", text=text), nlp).sents)) == 1

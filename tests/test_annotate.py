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

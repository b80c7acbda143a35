from __future__ import annotations

from datetime import date

import pytest

from kg.extract.analysis import analyse
from kg.extract.attribution.quoted import quoted_by
from kg.records import Document
from tests.extract.attribution.test_quotes import NAMES, SENTENCES, resolution
from tests.grammar.spaced import spaced
from tests.known import KNOWLEDGE


@pytest.mark.parametrize(
    ("name", "word", "by"),
    [
        ("clause", "go", ["Smith"]),
        ("clause", "time", ["Smith"]),
        ("clause", "said", []),
        ("nobody", "go", ["official"]),
        ("nobody", "listened", []),
        ("turns", "stay", ["Jones"]),
    ],
)
def test_each_sentence_of_a_quotation_is_told_by_who_speaks(name: str, word: str, by: list[str]) -> None:
    text, table = SENTENCES[name]
    analysis = analyse(spaced(text, table), Document(name, text, date(2025, 7, 4)), resolution(text), KNOWLEDGE)
    token = next(token for token in analysis.doc if token.text == word)
    named, unnamed = quoted_by(token, analysis.index, KNOWLEDGE.words)
    assert [*(NAMES[entity] for entity in named), *unnamed] == by

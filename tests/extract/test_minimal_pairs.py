"""Every minimal pair of benchmarks/pairs, read with the packaged model."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.evaluate.pairs import read_pairs
from kg.pipeline import read_document
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

    from kg.evaluate.pairs import Pair

PAIRS = read_pairs(Path(__file__).parents[2] / "benchmarks" / "pairs")
ENOUGH, SHARE = 300, 0.94
"""How many sentences the suite has at least, and what share of them is read rightly."""


def cases() -> Iterator[object]:
    for pair in PAIRS:
        marks = [pytest.mark.xfail(reason=pair.xfail, strict=True)] if pair.xfail else []
        yield pytest.param(pair, marks=marks, id=f"{pair.phenomenon}: {pair.sentence}")


@pytest.mark.parametrize("pair", list(cases()))
def test_a_sentence_tells_its_events(nlp: Language, pair: Pair) -> None:
    record = read_document(pair.document, nlp, KNOWLEDGE)
    assert pair.is_told_by(record), f"{pair.phenomenon}: {'; '.join(map(str, pair.told(record)))}"


def test_no_sentence_is_there_twice() -> None:
    assert len({pair.sentence for pair in PAIRS}) == len(PAIRS)


def test_few_sentences_can_not_be_read_yet() -> None:
    """An xfail is strict, so what has no reason is read rightly, or its own test fails."""
    assert len(PAIRS) >= ENOUGH
    assert sum(pair.xfail is None for pair in PAIRS) / len(PAIRS) >= SHARE

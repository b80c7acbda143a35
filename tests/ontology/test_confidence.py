from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.errors import OntologyError
from kg.knowledge.confidence import FILE, UNSEEN, read_confidence
from kg.knowledge.files import read_sources
from kg.records import Term
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from pathlib import Path

CELLS = """@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix cell: <https://w3id.org/newskg/confidence#> .
cell:a a kg:ReadingCell ; kg:evokes kg:Call ; kg:readingPrecision 0.8 .
cell:b a kg:ReadingCell ; kg:evokes kg:Call ; kg:toldAsFact true ; kg:readingPrecision 0.9 .
cell:c a kg:ReadingCell ; kg:evokes kg:Call ; kg:toldAsFact true ; kg:rule "call-n" ; kg:readingPrecision 0.95 .
"""


def test_the_narrowest_cell_counts(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(CELLS, encoding="utf-8")
    confidence = read_confidence(read_sources(tmp_path))
    assert confidence.of(Term("Call"), factuality="Asserted", rule="call-n") == 0.95
    assert confidence.of(Term("Call"), factuality="Asserted", rule="speak-v") == 0.9
    assert confidence.of(Term("Call"), factuality="Denied", rule="call-n") == 0.8
    assert confidence.of(Term("Protest"), factuality="Asserted", rule="protest-v") is None


def test_a_cell_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    twice = CELLS + "cell:d a kg:ReadingCell ; kg:evokes kg:Call ; kg:readingPrecision 0.7 ."
    (tmp_path / FILE).write_text(twice, encoding="utf-8")
    with pytest.raises(OntologyError, match="there twice"):
        read_confidence(read_sources(tmp_path))


def test_the_odds_of_a_share_change_by_the_band_of_the_score(tmp_path: Path) -> None:
    bands = """cell:sure a kg:ReadingCell ; kg:leastScore 0.9 ; kg:oddsRatio 4 .
    cell:faint a kg:ReadingCell ; kg:leastScore 0 ; kg:oddsRatio 1 .
    cell:unseen a kg:ReadingCell ; kg:oddsRatio 0.25 ."""
    (tmp_path / FILE).write_text(CELLS + bands, encoding="utf-8")
    confidence = read_confidence(read_sources(tmp_path))
    assert [confidence.seen(0.5, score) for score in (1.0, 0.9, 0.89, 0.0, UNSEEN)] == [0.8, 0.8, 0.5, 0.5, 0.2]
    assert confidence.seen(0.99, 1.0) == 0.99


def test_the_surer_the_network_the_likelier_an_event_is_right() -> None:
    promised = [KNOWLEDGE.confidence.seen(0.75, score) for score in (1.0, 0.8, 0.3)]
    assert promised == sorted(set(promised), reverse=True)
    assert KNOWLEDGE.confidence.seen(0.75, UNSEEN) < 0.75


def test_what_is_told_otherwise_than_as_a_fact_is_trusted_less() -> None:
    confidence = KNOWLEDGE.confidence
    for kind in ("Attack", "Call"):
        fact, other = (confidence.of(Term(kind), factuality=told, rule="") for told in ("Asserted", "Planned"))
        assert fact is not None
        assert other is not None
        assert 0.5 < other < fact < 1

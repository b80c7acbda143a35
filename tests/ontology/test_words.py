from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph
import pytest

from kg.errors import OntologyError
from kg.knowledge.files import read_sources
from kg.knowledge.namespaces import KG, RDF, RDFS, SKOS
from kg.knowledge.words.speech import read_speech_words
from kg.knowledge.words.time import read_time_words
from tests.known import KNOWLEDGE, load_graph

if TYPE_CHECKING:
    from pathlib import Path

FILES = ("en/time.ttl", "en/numbers.ttl", "en/speech.ttl")


def test_every_month_and_weekday_has_its_number() -> None:
    words = KNOWLEDGE.words.time
    assert set(words.months.values()) == set(range(1, 13))
    assert set(words.weekdays.values()) == set(range(1, 8))
    assert (words.months["July"], words.weekdays["Friday"]) == (7, 5)


def test_no_phrase_bounds_a_number_on_both_sides() -> None:
    words = KNOWLEDGE.words.numbers
    assert not words.at_least & words.at_most
    assert not words.about & (words.at_least | words.at_most)


def test_no_word_is_both_a_unit_of_measurement_and_a_number() -> None:
    words = KNOWLEDGE.words.numbers
    assert not words.measure_units & words.values.keys()


def test_every_stance_of_a_word_is_a_stance_of_the_vocabulary() -> None:
    words = KNOWLEDGE.words.speech
    kind, stance = pyoxigraph.NamedNode(RDF + "type"), pyoxigraph.NamedNode(KG + "Stance")
    known = {
        quad.subject.value.removeprefix(KG)
        for quad in load_graph("kg.ttl").quads_for_pattern(None, kind, stance, None)
        if isinstance(quad.subject, pyoxigraph.NamedNode)
    }
    assert {*words.verbs.values(), *words.nouns.values()} <= known
    assert words.verbs["say", ""] == "Says"
    assert words.verbs["point", "out"] == "Says"


@pytest.mark.parametrize("name", FILES)
def test_every_term_and_word_is_defined(name: str) -> None:
    graph = load_graph(name)
    subjects = {quad.subject for quad in graph if isinstance(quad.subject, pyoxigraph.NamedNode)}
    for subject in sorted(subjects, key=str):
        said = {quad.predicate.value for quad in graph.quads_for_pattern(subject, None, None, None)}
        assert said & {RDFS + "label", SKOS + "prefLabel", KG + "lemma"}, subject
        assert SKOS + "definition" in said or KG + "lemma" in said, subject


def test_a_broken_entry_names_the_file(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en/time.ttl").write_text(
        "@prefix kg: <https://w3id.org/newskg/ontology#> . <http://example.org/x> a kg:Month .", encoding="utf-8"
    )
    with pytest.raises(OntologyError, match=r"en/time\.ttl"):
        read_time_words(read_sources(tmp_path))


def test_a_missing_file_is_an_error_of_the_ontology(tmp_path: Path) -> None:
    with pytest.raises(OntologyError):
        read_speech_words(read_sources(tmp_path))

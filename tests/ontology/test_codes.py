"""The code lists of political events: whole trees, and every event class names its codes in them."""

from __future__ import annotations

import fnmatch
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import NamedNode, Store

from kg.errors import OntologyError
from kg.knowledge.codes import read_codes
from kg.knowledge.files import ontology_files, read_sources, shipped_folder
from kg.knowledge.lexicon import FILES
from kg.knowledge.namespaces import KG, RDFS, SKOS
from tests.known import KNOWLEDGE, load_graph

if TYPE_CHECKING:
    from pathlib import Path

SCHEME = "https://w3id.org/newskg/scheme/"
MATCHES = (NamedNode(SKOS + "closeMatch"), NamedNode(SKOS + "broadMatch"))


@pytest.fixture(scope="module")
def store() -> Store:
    lexicon = fnmatch.filter(ontology_files(shipped_folder()), FILES)
    return load_graph("kg.ttl", "plover.ttl", *lexicon)


def values(store: Store, subject: str, predicate: str) -> set[str]:
    return {quad.object.value for quad in store.quads_for_pattern(NamedNode(subject), NamedNode(predicate), None, None)}


def concepts(store: Store, scheme: str) -> set[str]:
    found = store.quads_for_pattern(None, NamedNode(SKOS + "inScheme"), NamedNode(SCHEME + scheme), None)
    return {quad.subject.value for quad in found}


@pytest.mark.parametrize(("scheme", "least"), [("plover", 16 + 4), ("cameo", 20 + 100)])
def test_every_code_has_a_notation_a_label_and_a_way_to_the_top(store: Store, scheme: str, least: int) -> None:
    codes = concepts(store, scheme)
    tops = values(store, SCHEME + scheme, SKOS + "hasTopConcept")
    assert len(codes) >= least
    for code in codes:
        assert len(values(store, code, SKOS + "notation")) == 1, code
        assert len(values(store, code, SKOS + "prefLabel")) == 1, code
        above = {code}
        while not above & tops:
            above = {parent for child in above for parent in values(store, child, SKOS + "broader")}
            assert above <= codes, code
            assert above, f"{code} reaches no top concept"


def test_a_cameo_code_is_its_notation_and_stands_below_the_code_that_it_begins_with(store: Store) -> None:
    for code in concepts(store, "cameo"):
        notation = code.rpartition("#")[2]
        assert values(store, code, SKOS + "notation") == {notation}
        assert {f"{SCHEME}cameo#{notation[:-1]}"} == values(store, code, SKOS + "broader") or len(notation) == 2


def test_every_code_that_a_term_names_exists(store: Store) -> None:
    known = concepts(store, "plover") | concepts(store, "cameo")
    for match in MATCHES:
        for quad in store.quads_for_pattern(None, match, None, None):
            assert quad.object.value in known, quad


def test_every_event_class_names_its_codes(store: Store) -> None:
    below, waiting = set(), [KG + "Event"]
    while waiting:
        parent = NamedNode(waiting.pop())
        fresh = {q.subject.value for q in store.quads_for_pattern(None, NamedNode(RDFS + "subClassOf"), parent, None)}
        waiting.extend(fresh - below)
        below |= fresh
    assert below
    for kind in below:
        codes = set().union(*(values(store, kind, match.value) for match in MATCHES))
        assert codes & concepts(store, "cameo"), kind


def test_a_code_without_a_label_is_refused(tmp_path: Path) -> None:
    text = '@prefix skos: <http://www.w3.org/2004/02/skos/core#> . <x:1> skos:inScheme <x:list> ; skos:notation "1" .'
    (tmp_path / "plover.ttl").write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match=r"<x:1> has no .*prefLabel"):
        read_codes(read_sources(tmp_path))


def test_a_code_knows_its_list_and_its_match_in_the_other() -> None:
    code = KNOWLEDGE.codes[SCHEME + "cameo#041"]
    assert (code.notation, code.label, code.scheme) == ("041", "Discuss by telephone", SCHEME + "cameo")
    assert code.matches == (SCHEME + "plover#CONSULT-phone",)

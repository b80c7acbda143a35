"""A class that Turtle puts below another is read, merged and shown like the other: no code asks for one class alone."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.annotate import annotate
from kg.consolidate import consolidate
from kg.evaluate.pairs import PairEvent, read_pairs
from kg.extract import extract
from kg.knowledge import load
from kg.knowledge.files import shipped_folder
from kg.pipeline import read_document
from kg.records import Document, DocumentRecord, Term
from kg.resolve import resolve
from tests.building import assembled
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.language import Language

    from kg.evaluate.pairs import Pair
    from kg.grammar.tree import Doc
    from kg.knowledge import Knowledge

BELOW = {"Attack": "Airstrike", "Transfer": "Shipment"}
CLASSES = """
kg:Airstrike a owl:Class ; rdfs:subClassOf kg:Attack ; rdfs:label "airstrike"@en ; skos:definition "From the air."@en .
kg:Shipment a owl:Class ; rdfs:subClassOf kg:Transfer ; rdfs:label "shipment"@en ; skos:definition "By sea."@en .
"""
PAIRS = [
    pair
    for pair in read_pairs(Path(__file__).parents[2] / "benchmarks" / "pairs")
    if any(event.kind in BELOW for event in pair.events)
]


@pytest.fixture(scope="module")
def narrower(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """The ontology whose words for attacks and transfers evoke classes below these, of which nothing else is said."""
    folder = tmp_path_factory.mktemp("narrower") / "ontology"
    shutil.copytree(shipped_folder(), folder)
    with (folder / "kg.ttl").open("a", encoding="utf-8") as stream:
        stream.write(CLASSES)
    for lexicon in folder.glob("en/lexicon*.ttl"):
        text = lexicon.read_text(encoding="utf-8")
        for wide, narrow in BELOW.items():
            text = text.replace(f"kg:evokes kg:{wide} ", f"kg:evokes kg:{narrow} ")
        lexicon.write_text(text, encoding="utf-8")
    return load(folder)


def narrowed(events: Iterable[PairEvent]) -> list[str]:
    return sorted(str(replace(event, kind=Term(BELOW.get(event.kind, event.kind)))) for event in events)


def told(pair: Pair, doc: Doc, knowledge: Knowledge) -> tuple[PairEvent, ...]:
    """Return the events of a pair's sentence, whose parse no knowledge changes."""
    resolution = resolve(doc, pair.document, knowledge)
    found = extract(doc, pair.document, resolution, knowledge)
    return pair.told(DocumentRecord(pair.document, found.entities, found.mentions, resolution.tenures, found.events))


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.sentence)
def test_a_narrower_class_is_read_alike(nlp: Language, narrower: Knowledge, pair: Pair) -> None:
    doc = annotate(pair.document, nlp)
    wide, narrow = (told(pair, doc, known) for known in (KNOWLEDGE, narrower))
    # The network knows the wide classes only: what it alone tells is one of these.
    assert narrowed(narrow) == narrowed(wide)


DAY = date(2025, 7, 4)
TWO_TELLINGS = (
    "Russia bombed Kharkiv on Thursday, killing ten people.",
    "Kharkiv was bombed by Russia on Thursday.",
)


def records(nlp: Language, knowledge: Knowledge) -> list[DocumentRecord]:
    documents = [Document(f"d{number}", text, DAY) for number, text in enumerate(TWO_TELLINGS)]
    return [read_document(document, nlp, knowledge) for document in documents]


def test_a_narrower_attack_keeps_its_dead(nlp: Language, narrower: Knowledge) -> None:
    (attack,) = records(nlp, narrower)[0].events
    assert attack.kind == "Airstrike"
    assert {(figure.measure, figure.minimum) for figure in attack.figures} == {("Killed", 10)}


def test_two_tellings_of_a_narrower_attack_are_one_node_of_both_classes(nlp: Language, narrower: Knowledge) -> None:
    collection = consolidate(records(nlp, narrower), narrower)
    assert [len(cluster.members) for cluster in collection.events] == [2]
    graph = {str(triple.object).rpartition("#")[2].rstrip(">") for triple in assembled(collection, narrower)}
    assert {"Airstrike", "Attack", "Event"} <= graph


def test_a_narrower_attack_is_shown_like_an_attack(narrower: Knowledge) -> None:
    wide, narrow = (narrower.looks.classes[kind] for kind in ("Attack", "Airstrike"))
    assert (narrow.family, narrow.light, narrow.dark, narrow.parties) == (
        wide.family,
        wide.light,
        wide.dark,
        wide.parties,
    )
    assert "Attack" in narrow.above

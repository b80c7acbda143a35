from __future__ import annotations

import re
import shutil
from collections import Counter
from dataclasses import FrozenInstanceError
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.errors import KgError, OntologyError
from kg.knowledge import load
from kg.knowledge.files import shipped_folder
from kg.pipeline import read_documents
from kg.records import Document
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from pathlib import Path

TELEGRAPH = """
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix lex: <https://w3id.org/newskg/lexicon#> .
@prefix arg: <https://w3id.org/newskg/lexicon/argument#> .
lex:telegraph-v a kg:EventEntry ; kg:lemma "telegraph" ; kg:partOfSpeech kg:Verb ; kg:evokes kg:Call ;
    kg:argument arg:subject-initiator ; kg:requires arg:object-participant .
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(shipped_folder(), tmp_path / "ontology")


def append(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as stream:
        stream.write(text)


def test_the_same_files_have_the_same_digest(folder: Path) -> None:
    assert load(folder).digest == KNOWLEDGE.digest


def test_a_resource_of_a_class_below_another_is_one_of_that(folder: Path) -> None:
    append(folder / "kg.ttl", "\nkg:Militia rdfs:subClassOf kg:Armed . kg:Armed rdfs:subClassOf kg:Organization .\n")
    here = "<https://w3id.org/newskg/id/organization/q-guard>"
    land = "<https://w3id.org/newskg/id/country/iran>"
    append(folder / "organizations.ttl", f'\n{here} a kg:Militia ; skos:prefLabel "Q Guard" ; kg:inCountry {land} .\n')
    found = load(folder).reference[here.strip("<>")]
    assert (found.kind, found.name, found.country) == ("Organization", "Q Guard", land.strip("<>"))


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("en/lexicon.ttl", True),
        ("countries.ttl", True),
        ("kg.ttl", True),
        ("en/view.ttl", False),
        ("shapes.ttl", False),
    ],
)
def test_the_digest_tells_what_reading_depends_on_from_what_shows_or_checks(
    folder: Path, name: str, *, counts: bool
) -> None:
    append(folder / name, "\n# another word\n")
    assert (load(folder).digest != KNOWLEDGE.digest) is counts


def test_what_is_known_can_not_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        KNOWLEDGE.words.time.units = {}  # type: ignore[misc]  # what the test is about


def test_a_folder_without_a_file_of_words_is_refused(folder: Path) -> None:
    (folder / "en" / "speech.ttl").unlink()
    with pytest.raises(OntologyError, match=r"en/speech\.ttl: the file is missing"):
        load(folder)


@pytest.mark.parametrize("workers", [1, 2])
def test_two_ontologies_are_read_with_side_by_side_by_any_number_of_processes(folder: Path, workers: int) -> None:
    (folder / "en" / "lexicon.mine.ttl").write_text(TELEGRAPH, encoding="utf-8")
    own = load(folder)
    documents = [
        Document(str(number), f"{name} telegraphed Vladimir Putin on Friday.", date(2025, 7, 4))
        for number, name in enumerate(("Emmanuel Macron", "Olaf Scholz"))
    ]
    told = []
    for known in (own, KNOWLEDGE):
        for record in read_documents(documents, known, workers=workers):
            assert not isinstance(record, KgError)
            told.append([event.kind for event in record.events])
    assert told == [["Call"], ["Call"], [], []]


def test_no_two_entries_of_the_lexicon_have_one_iri() -> None:
    texts = (path.read_text("utf-8") for path in sorted((shipped_folder() / "en").glob("lexicon*.ttl")))
    iris = [iri for text in texts for iri in re.findall(r"^(lex:\S+) a kg:\w+Entry", text, re.MULTILINE)]
    assert [iri for iri, times in Counter(iris).items() if times > 1] == []

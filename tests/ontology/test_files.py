"""Reading the ontology's files, sound and broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.errors import OntologyError
from kg.knowledge.files import read_sources, shipped_folder
from kg.knowledge.reference import FILES, read_reference
from tests.known import KNOWLEDGE, load_graph

if TYPE_CHECKING:
    from pathlib import Path

COUNTRY = """@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix : <https://w3id.org/newskg/id/country/> .
:land a kg:Country .
"""


def test_the_folder_holds_the_core_ontology() -> None:
    assert (shipped_folder() / "kg.ttl").is_file()


def test_a_graph_of_named_files_holds_those_files_only() -> None:
    assert 0 < len(load_graph("kg.ttl")) < len(load_graph("kg.ttl", "countries.ttl"))


def test_a_broken_file_is_named_with_the_line(tmp_path: Path) -> None:
    (tmp_path / "broken.ttl").write_text("@prefix kg: <https://w3id.org/newskg/ontology#> .\nkg:Call a ;\n", "utf-8")
    with pytest.raises(OntologyError, match=r"broken\.ttl:2: "):
        load_graph("broken.ttl", folder=tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"absent\.ttl"):
        load_graph("absent.ttl", folder=tmp_path)


def test_words_outside_their_folder_are_refused_as_nothing_reads_them(tmp_path: Path) -> None:
    (tmp_path / "lexicon.mine.en.ttl").write_text("", "utf-8")
    with pytest.raises(OntologyError, match=r"lexicon\.mine\.en\.ttl: .*move it to en/lexicon\.mine\.ttl"):
        read_sources(tmp_path)


def write_reference(folder: Path, **contents: str) -> None:
    for name in FILES:
        (folder / name).write_text(contents.get(name.removesuffix(".ttl"), ""), "utf-8")


def test_a_resource_without_a_name_is_refused(tmp_path: Path) -> None:
    write_reference(tmp_path, countries=COUNTRY)
    with pytest.raises(OntologyError, match="country/land> has no prefLabel"):
        read_reference(read_sources(tmp_path), KNOWLEDGE.taxonomy)


def test_a_tenure_that_starts_on_no_day_is_refused(tmp_path: Path) -> None:
    tenure = ':term a kg:Tenure ; kg:holder :ann ; kg:office "president" ; kg:of :land ; kg:since "2025-02-30" .'
    write_reference(tmp_path, leaders=COUNTRY + tenure)
    with pytest.raises(OntologyError, match="write dates as 2025-07-04"):
        read_reference(read_sources(tmp_path), KNOWLEDGE.taxonomy)


def test_parts_that_go_round_in_a_circle_end_without_a_country(tmp_path: Path) -> None:
    circle = """
        :one a kg:Organization ; skos:prefLabel "One"@en ; kg:partOf :two .
        :two a kg:Organization ; skos:prefLabel "Two"@en ; kg:partOf :one .
    """
    prefixes = COUNTRY.rsplit("\n", 2)[0] + "\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    write_reference(tmp_path, organizations=prefixes + circle)
    found = read_reference(read_sources(tmp_path), KNOWLEDGE.taxonomy)
    assert {resource.country for resource in found.values()} == {None}

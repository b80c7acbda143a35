"""Graphs that were made to harm: each command that reads one says in a line what is wrong with it, or does its work."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.errors import harmless

if TYPE_CHECKING:
    from pathlib import Path

RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>'
BROKEN: dict[str, tuple[bytes, str]] = {
    "host.ttl": (b"<http://[> <x:b> 1 .", "Invalid character"),
    "language.ttl": (b'<x:a> <x:b> "a"@' + b"x" * 10_000 + b" .", "subtag"),
    "open.ttl": (b'<x:a> <x:b> "abc', "open.ttl:1"),
    "quoted.ttl": (b"<<" * 10_000, "quoted.ttl:1"),
    "packed.ttl": (gzip.compress(b"<x:a> <x:b> <x:c> ."), "packed.ttl:1"),
    "wide.ttl": ("<x:a> <x:b> <x:c> .".encode("utf-16"), "wide.ttl:1"),
    "latin.ttl": (b'<x:a> <x:b> "\xe9" .', "latin.ttl"),
    "half.nt": (b'<x:a> <x:b> "\\uD800" .', "half.nt"),
    "relative.nt": (b"<a> <b> <c> .", "No scheme"),
    "remote.jsonld": (b'{"@context": "http://127.0.0.1:9/c", "@id": "x:a", "x:b": 1}', "remote.jsonld"),
    "file.jsonld": (b'{"@context": "file:///etc/passwd", "@id": "x:a", "x:b": 1}', "file.jsonld"),
    "deep.jsonld": (b'{"@id":"x:a","x:b":' * 5_000 + b"1" + b"}" * 5_000, "is nested deeper"),
    "codec.rdf": (f'<?xml version="1.0" encoding="zlib_codec"?>{RDF}'.encode(), "Only UTF-8"),
    "outside.rdf": (f'<!DOCTYPE r [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>{RDF}'.encode(), "outside.rdf"),
}
PREFIXES = """@prefix kg: <https://w3id.org/newskg/ontology#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix dct: <http://purl.org/dc/terms/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<x:doc> a kg:Document ; dct:identifier "a" .
<x:told> a kg:Mention ; kg:document <x:doc> ; kg:start 0 ; kg:end 5 ; kg:quote "Trump" .
<x:event> a kg:Call ; kg:factuality kg:Asserted ; kg:evidence <x:told> ; kg:participant <x:who> .
<x:who> a kg:Person ; skos:prefLabel "Ann"@en .
"""
ODD = {
    "dates": '<x:event> kg:date "2025-13-45"^^xsd:date, "x"^^xsd:date, "-99999-01-01"^^xsd:date, <x:day>, [] .',
    "lengths": '<x:event> kg:duration "P99999999999999999999Y"^^xsd:duration, "PT"^^xsd:duration .',
    "shares": '<x:event> kg:confidence "1e999"^^xsd:decimal, "NaN"^^xsd:double, -5 .',
    "places": '<x:told> kg:start -1, "abc", 99999999999999999999999 ; kg:end "" .',
    "strays": '<x:stray> a kg:Mention ; kg:start 0 ; kg:end 5 ; kg:quote "Trump" . <x:event> kg:evidence <x:stray> .',
    "names": '<x:doc> dct:identifier "../../etc/passwd", "a\\u0000b", 5 .',
    "circles": "<x:event> kg:evidence <x:event> ; kg:participant <x:event> . <x:who> kg:represents <x:who> .",
    "labels": '<x:who> skos:prefLabel "\\u001b[31mred\\u0007", "</script><script>alert(1)</script>", <x:y>, 5 .',
    "figures": '<x:event> kg:hasFigure <x:f> . <x:f> a kg:Figure ; kg:min "x", 1e400 ; kg:max -1 ; kg:measure "k" .',
    "values": '<x:event> kg:factuality "Asserted", kg:Call ; kg:transferStatus 5 ; kg:dateBasis 5 .',
    "classes": '<x:q> a kg:Event, kg:Weapon, kg:Document, kg:Figure, kg:Tenure, kg:Person . <x:who> a "x", [] .',
}
COMMANDS = (
    "query calls --graph GRAPH",
    "explain Ann --graph GRAPH",
    "validate GRAPH",
    "verify GRAPH --documents DOCUMENTS",
    "diff GRAPH PLAIN",
    "view GRAPH -o PAGE",
    "export GRAPH -f jsonld",
    "export GRAPH -f ftm",
    "export GRAPH -f plover",
    "report GRAPH -o - --no-plots",
)


def run(folder: Path, words: str, graph: Path) -> Result:
    places = {"GRAPH": graph, "PLAIN": folder / "plain.ttl", "PAGE": folder / "page.html", "DOCUMENTS": folder / "in"}
    places["PLAIN"].write_text(PREFIXES, encoding="utf-8")
    (folder / "in").mkdir(exist_ok=True)
    (folder / "in/a.txt").write_text("Trump called Ann.", encoding="utf-8")
    result = CliRunner().invoke(main, [str(places.get(word, word)) for word in words.split()])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert all(harmless(line) == line for line in result.stderr.splitlines())
    return result


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("command", ["query 'ASK_{}' --graph GRAPH", "validate GRAPH", "diff GRAPH PLAIN"])
def test_a_graph_that_is_broken_is_one_line(tmp_path: Path, name: str, command: str) -> None:
    content, problem = BROKEN[name]
    (tmp_path / name).write_bytes(content)
    result = run(tmp_path, command, tmp_path / name)
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert str(tmp_path / name) in result.stderr
    assert problem in result.stderr


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_graph_that_says_what_none_should_is_read_or_refused_in_one_line(
    tmp_path: Path, name: str, command: str
) -> None:
    (tmp_path / "odd.ttl").write_text(PREFIXES + ODD[name], encoding="utf-8")
    result = run(tmp_path, command, tmp_path / "odd.ttl")
    assert result.exit_code in {0, 1}
    if result.exit_code and not result.stdout:
        assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("places", "x:told says 'start' twice (validate the graph: kg validate GRAPH)"),
        ("strays", "x:stray has no 'document' (validate the graph: kg validate GRAPH)"),
    ],
)
def test_what_can_not_be_verified_is_no_quotation(tmp_path: Path, name: str, problem: str) -> None:
    (tmp_path / "odd.ttl").write_text(PREFIXES + ODD[name], encoding="utf-8")
    result = run(tmp_path, "verify GRAPH --documents DOCUMENTS", tmp_path / "odd.ttl")
    assert (result.exit_code, result.stderr) == (1, f"kg: {problem}\n")

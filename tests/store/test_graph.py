from pathlib import Path

import pytest

from kg.errors import GraphError
from kg.store.graph import load


@pytest.mark.parametrize(("name", "text"), [("a.ttl", "<x:a> <x:b> 1, 2 ."), ("a.nt", '<x:a> <x:b> "1" .\n' * 2)])
def test_a_graph_is_loaded_by_its_extension(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")

    assert len(load(tmp_path / name)) == (2 if name == "a.ttl" else 1)


def test_broken_turtle_names_file_line_and_remedy(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("<x:a> <x:b> 1 .\n<x:a> <x:b> .\n", encoding="utf-8")

    with pytest.raises(GraphError, match=r"graph\.ttl:2: .* \(mend the file there"):
        load(tmp_path / "graph.ttl")


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_bytes(b'<x:a> <x:b> "\xff" .')

    with pytest.raises(GraphError, match=r"graph\.ttl:1: .*UTF-8"):
        load(tmp_path / "graph.ttl")


def test_a_missing_graph_says_how_to_build_one(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"none\.ttl: can not be read: No such file .* \(build a graph first"):
        load(tmp_path / "none.ttl")


@pytest.mark.parametrize(
    "entities",
    ['<!ENTITY a "xxxx"><!ENTITY b "&a;&a;&a;&a;">', f'<!ENTITY a "{"x" * 600}">'],
)
def test_xml_that_expands_to_more_than_it_is_is_refused(tmp_path: Path, entities: str) -> None:
    (tmp_path / "graph.rdf").write_text(f"<!DOCTYPE rdf:RDF [{entities}]><rdf:RDF/>", encoding="utf-8")

    with pytest.raises(GraphError, match=r"graph\.rdf: declares entities .* \(write the namespaces out"):
        load(tmp_path / "graph.rdf")


def test_entities_for_namespaces_are_read(tmp_path: Path) -> None:
    (tmp_path / "graph.rdf").write_text(
        '<!DOCTYPE rdf:RDF [<!ENTITY x "http://x/">]><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns:x="&x;"><rdf:Description rdf:about="&x;a"><x:b>1</x:b></rdf:Description></rdf:RDF>',
        encoding="utf-8",
    )

    assert [quad.subject.value for quad in load(tmp_path / "graph.rdf")] == ["http://x/a"]


def nested(depth: int) -> dict[str, str]:
    """A graph of one triple for each format, so many elements or objects deep."""
    opened, closed = "<rdf:Description><e:p>", "</e:p></rdf:Description>"
    head = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="urn:e:">'
    pairs = (depth - 1) // 2
    return {
        "graph.rdf": f"{head}{opened * pairs}x{closed * pairs}</rdf:RDF>",
        "graph.jsonld": '{"urn:a:b":' * depth + '"x ]}"' + "}" * depth,
    }


@pytest.mark.parametrize("name", ["graph.rdf", "graph.jsonld"])
def test_what_is_nested_without_end_is_refused_at_once(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(nested(100_001)[name], encoding="utf-8")

    with pytest.raises(GraphError, match=r"graph.*: is nested deeper than 100 elements \(write each node by itself"):
        load(tmp_path / name)


@pytest.mark.parametrize("name", ["graph.rdf", "graph.jsonld"])
def test_what_is_nested_as_programs_do_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(nested(99)[name], encoding="utf-8")

    assert len(load(tmp_path / name)) == (49 if name == "graph.rdf" else 99)


def test_broken_xml_is_told_by_its_reader(tmp_path: Path) -> None:
    (tmp_path / "graph.rdf").write_text("<rdf:RDF", encoding="utf-8")

    with pytest.raises(GraphError, match=r"graph\.rdf: syntax error: .* \(mend the file there"):
        load(tmp_path / "graph.rdf")


@pytest.mark.parametrize("text", ["(" * 50_000 + ")" * 50_000, "[ <x:b> " * 20_000 + "1" + "]" * 20_000])
def test_lists_and_nodes_in_one_another_are_read(tmp_path: Path, text: str) -> None:
    (tmp_path / "graph.ttl").write_text(f"<x:a> <x:b> {text} .", encoding="utf-8")

    assert len(load(tmp_path / "graph.ttl")) >= 20_000

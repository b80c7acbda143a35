# ruff: noqa: E501 (one broken graph a line)
from pathlib import Path

import pyshacl
import pytest
import rdflib

from kg.errors import GraphError
from kg.knowledge.files import shipped_folder
from kg.validate import validate

CALL = "call:2025-07-04-ann-able-bob-bright"
MENTION = "mention:a-post-0-18-title"
FIGURE = "figure:transfer-northland-eastland-javelot-delivered-javelot-3"


def changed(sample: Path, folder: Path, before: str, after: str) -> Path:
    text = sample.read_text(encoding="utf-8")
    assert before in text
    (folder / "graph.ttl").write_text(text.replace(before, after), encoding="utf-8")
    return folder / "graph.ttl"


def test_the_sample_breaks_nothing(sample: Path) -> None:
    findings = validate(sample)

    assert [(finding.severity, finding.node, finding.path, finding.value) for finding in findings] == [
        ("Warning", "transfer:northland-eastland-javelot", "kg:participant", "place:eastland")
    ]


@pytest.mark.parametrize(
    ("before", "after", "node", "path", "message"),
    [
        ("    kg:evidence mention:a-post-223-277-transitive ;\n", "", "attack:northland-southland-denied", "kg:evidence", "no fact without"),
        ("    kg:evidence mention:a-post-0-18-title ;\n", "", "tenure:ann-able-president-northland", "kg:evidence", "no office"),
        ("    kg:evidence mention:b_wire-166-176-count ;\n", "", FIGURE, "kg:evidence", "no number"),
        ('"President Ann Able" ;\n    kg:rule', '"" ;\n    kg:rule', MENTION, "kg:quote", "exactly one kg:quote"),
        ("    kg:end 18 ;\n    kg:quote \"President Ann Able\"", "    kg:end 0 ;\n    kg:quote \"President Ann Able\"", MENTION, "kg:start", "less than kg:end"),
        (f"{MENTION} a kg:Mention ;\n    kg:document document:a-post", f"{MENTION} a kg:Mention ;\n    kg:document document:a-post, document:c", MENTION, "kg:document", "exactly one kg:document"),
        ("kg:factuality kg:Denied", "kg:factuality kg:Doubted", "attack:northland-southland-denied", "kg:factuality", "exactly one kg:factuality"),
        ("kg:factuality kg:Denied", "kg:factuality kg:Denied, kg:Asserted", "attack:northland-southland-denied", "kg:factuality", "exactly one kg:factuality"),
        ("kg:confidence 0.96 ;", "kg:confidence 1.9 ;", CALL, "kg:confidence", "from 0 to 1"),
        ("kg:confidence 0.96 ;", 'kg:confidence "0.9" ;', CALL, "kg:confidence", "xsd:decimal"),
        ('"2025-06"^^xsd:gYearMonth', '"2025-06"', "meeting:2025-06-ann-able-bob-bright", "kg:date", "at most one kg:date"),
        ('"2025-06"^^xsd:gYearMonth', '"2025-06-31"^^xsd:date', "meeting:2025-06-ann-able-bob-bright", "kg:date", "valid"),
        ("    kg:speaker person:ann-able", "    kg:addressee person:ann-able", "statement:a-post-159", "kg:speaker", "has a kg:speaker"),
        ('    skos:prefLabel "Carla Cole"', '    skos:altLabel "Carla Cole"', "person:carla-cole", "skos:prefLabel", "exactly one skos:prefLabel"),
        ("    kg:min 3 ;", "    kg:min 4 ;", FIGURE, "kg:min", "not more than its kg:max"),
        ("    kg:max 3 ;\n    kg:measure kg:Delivered ;\n    kg:min 3 ;", "    kg:measure kg:Delivered ;", FIGURE, "", "a kg:min, a kg:max or both"),
        ('kg:reason "the surname of one person only"', 'kg:reason ""', "merge:bob-bright-ee7545c688c4", "kg:reason", "exactly one kg:reason"),
        ('kg:countryCode "NX"', 'kg:countryCode "Nx"', "country:northland", "kg:countryCode", "two capital letters"),
    ],
)  # fmt: skip
def test_a_broken_graph_is_told_node_property_and_remedy(
    sample: Path, tmp_path: Path, before: str, after: str, node: str, path: str, message: str
) -> None:
    findings = [finding for finding in validate(changed(sample, tmp_path, before, after)) if finding.breaks]

    assert [(finding.node, finding.path) for finding in findings] == [(node, path)]
    assert message in findings[0].message


def test_a_call_of_one_is_a_warning(sample: Path, tmp_path: Path) -> None:
    graph = changed(
        sample, tmp_path, "kg:participant person:ann-able, person:robert-bright", "kg:participant person:ann-able"
    )

    assert [f.message for f in validate(graph) if f.node == "call:ann-able-robert-bright" and not f.breaks] == [
        "A call or meeting should have two participants or more: one side was not read."
    ]


def test_another_graph_is_not_mistaken_for_one_of_ours(tmp_path: Path) -> None:
    (tmp_path / "other.ttl").write_text("<x:a> <x:b> <x:c> .\n", encoding="utf-8")

    assert ["no kg:Document" in finding.message for finding in validate(tmp_path / "other.ttl")] == [True]


def test_a_file_that_can_not_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="build a graph first"):
        validate(tmp_path / "none.ttl")


def test_the_shapes_are_shapes() -> None:
    shapes = rdflib.Graph().parse(shipped_folder() / "shapes.ttl")

    # Raises if the shapes break the shapes of SHACL itself; an empty graph breaks ours.
    conforms, _, _ = pyshacl.validate(rdflib.Graph(), shacl_graph=shapes, meta_shacl=True)

    assert not conforms


def test_every_shape_explains_itself() -> None:
    shapes = rdflib.Graph().parse(shipped_folder() / "shapes.ttl")
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")

    assert all((shape, sh.message, None) in shapes for shape in shapes.objects(None, sh.property))


def test_a_fact_is_not_dated_after_the_only_documents_that_tell_it(sample: Path, tmp_path: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    assert 'dct:date "' in text
    for late in ('"2031-07-04"^^xsd:date', '"2031"^^xsd:gYear'):
        path = changed(sample, tmp_path, '"2025-06"^^xsd:gYearMonth', late)
        findings = [finding for finding in validate(path) if finding.breaks]
        assert [(finding.node, finding.path) for finding in findings] == [
            ("meeting:2025-06-ann-able-bob-bright", "kg:date")
        ]
        assert "after every document" in findings[0].message


@pytest.mark.parametrize(
    ("predicate", "value"),
    [
        ("kg:date", '"-997975"^^xsd:gYear'),
        ("kg:date", '"-997975-01-01"^^xsd:date'),
        ("kg:date", '"99999999-01"^^xsd:gYearMonth'),
        ("kg:date", '"2025-13-77"^^xsd:date'),
        ("kg:dateFrom", '"-0044-03-15"^^xsd:date'),
        ("kg:dateTo", '""^^xsd:date'),
        ("kg:ordinal", '"' + "9" * 10_000 + '"^^xsd:integer'),
        ("kg:confidence", '"NaN"^^xsd:decimal'),
        ("kg:duration", '"PT1e30H"^^xsd:duration'),
        ("kg:start", '"x"^^xsd:integer'),
    ],
)
def test_junk_of_a_datatype_is_told_and_not_raised(tmp_path: Path, predicate: str, value: str) -> None:
    (tmp_path / "graph.ttl").write_text(
        "@prefix kg: <https://w3id.org/newskg/ontology#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
        f'<x:a> a kg:Event, kg:Mention ; {predicate} {value} ; kg:dateTo "2025-01-01"^^xsd:date ; kg:end 5 .\n',
        encoding="utf-8",
    )
    assert [finding for finding in validate(tmp_path / "graph.ttl") if finding.breaks and finding.path == predicate]

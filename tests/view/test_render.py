"""The page's making, without a browser: what is read, where it stands, what is left out, what fails how."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from kg.cli.view import command
from kg.errors import GraphError
from kg.knowledge.namespaces import ID
from kg.view import render
from kg.view.boxes import box_of
from kg.view.bundle import bundle
from kg.view.layout import place
from kg.view.network import build_network, node_id, relevant
from kg.view.reading import read_content
from kg.view.selection import most_connected, select
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from pathlib import Path

KRESK = f"{ID}place/kresk"
VESHTA = f"{ID}country/veshta"


def block(page: Path, name: str) -> object:
    """One of the page's data blocks, as a browser reads it."""
    found = re.search(f'<script type="application/json" id="{name}">(.*?)</script>', page.read_text(encoding="utf-8"))
    assert found is not None
    return json.loads(found[1])


def test_same_graph_gives_the_same_bytes_in_any_order_on_any_hash_seed(sample: Path, tmp_path: Path) -> None:
    blocks = sample.read_text(encoding="utf-8").split("\n\n")
    head, rest = blocks[:2], blocks[2:]
    random.Random(7).shuffle(rest)  # noqa: S311 (an order to test, not a secret)
    shuffled = tmp_path / "shuffled.ttl"
    shuffled.write_text("\n\n".join([*head, *rest]), encoding="utf-8")
    pages = []
    for seed, graph in (("1", sample), ("2", shuffled)):
        out = tmp_path / f"{seed}.html"
        render_it = f"render(Path({str(graph)!r}), Path({str(out)!r}), load())"
        code = f"from pathlib import Path; from kg.knowledge import load; from kg.view import render; {render_it}"
        subprocess.run([sys.executable, "-c", code], check=True, env={**os.environ, "PYTHONHASHSEED": seed})  # noqa: S603 (own code)
        pages.append(out.read_bytes())
    assert pages[0] == pages[1]


def test_page_refers_to_nothing_outside_itself(sample_page: Path) -> None:
    text = sample_page.read_text(encoding="utf-8")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
    assert policy is not None
    assert "default-src 'none'" in policy[1].replace("&#39;", "'")
    assert "unsafe" not in policy[1]
    markup = re.sub(r"<script[^>]*>.*?</script>|<style>.*?</style>", "", text, flags=re.DOTALL)
    assert re.findall(r'(?:src|href)="(?!#|data:,)[^"]*"', markup) == []
    assert "bootstrap" not in text
    assert "url(" not in re.search(r"<style>(.*?)</style>", text, re.DOTALL)[1]  # type: ignore[index]  # matched above


def test_role_that_implies_another_is_drawn_once(sample: Path) -> None:
    attack = next(event for event in read_content(sample, KNOWLEDGE.taxonomy).events if len(event.figures) == 6)
    assert attack.roles.count(("target", KRESK)) == 1
    assert ("participant", f"{ID}country/orlenia") not in attack.roles


def test_zero_is_a_figure_and_no_gap(tmp_path: Path) -> None:
    graph = tmp_path / "zero.ttl"
    graph.write_text(
        "@prefix kg: <https://w3id.org/newskg/ontology#> .\n"
        "<urn:a> a kg:Attack ; kg:target <urn:x> ; kg:hasFigure <urn:f> .\n"
        '<urn:x> a kg:Place ; <http://www.w3.org/2004/02/skos/core#prefLabel> "X" .\n'
        "<urn:f> a kg:Figure ; kg:measure kg:Killed ; kg:min 0 ; kg:max 0 .\n",
        encoding="utf-8",
    )
    data = block(render(graph, tmp_path / "zero.html", KNOWLEDGE), "data")
    assert isinstance(data, dict)
    assert data["events"][0]["figures"] == [{"measure": "Killed", "min": 0, "max": 0}]


def test_property_that_no_field_holds_is_shown_with_its_labels(tmp_path: Path) -> None:
    graph = tmp_path / "call.ttl"
    graph.write_text(
        "@prefix kg: <https://w3id.org/newskg/ontology#> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "<urn:s> a kg:Statement ; kg:speaker <urn:x> ; kg:stance kg:Denies ; kg:venue <urn:c> ; <urn:other> 1 .\n"
        '<urn:c> skos:prefLabel "phone-in" . <urn:x> a kg:Person ; skos:prefLabel "X" .\n',
        encoding="utf-8",
    )
    assert read_content(graph, KNOWLEDGE.taxonomy).events[0].details == (("stance", "denies"), ("venue", "phone-in"))


def test_side_stands_together_and_apart_from_others(sample: Path) -> None:
    network = build_network(relevant(read_content(sample, KNOWLEDGE.taxonomy)), KNOWLEDGE.looks)
    places = place(network)
    home = places[node_id(VESHTA)]

    def distance(node: str) -> float:
        return ((places[node][0] - home[0]) ** 2 + (places[node][1] - home[1]) ** 2) ** 0.5

    joined = [node for node in network if network.degree(node)]
    own = [node for node in joined if network.nodes[node]["side"] == node_id(VESHTA)]
    others = [node for node in joined if network.nodes[node]["side"] not in (node_id(VESHTA), None)]
    assert max(map(distance, own)) < min(map(distance, others))


def test_labels_of_what_is_shown_at_first_do_not_overlap(sample: Path) -> None:
    network = build_network(relevant(read_content(sample, KNOWLEDGE.taxonomy)), KNOWLEDGE.looks)
    late = frozenset(node for node, kind in network.nodes(data="kind") if kind == "Statement")
    places = place(network, late=late)
    shown = [node for node in sorted(network) if network.degree(node) and node not in late]
    boxes = {node: box_of(network.nodes[node]["label"], network.nodes[node]["size"]) for node in shown}
    clashes = [
        (network.nodes[one]["label"], network.nodes[other]["label"])
        for number, one in enumerate(shown)
        for other in shown[number + 1 :]
        if abs(places[one][0] - places[other][0]) < boxes[one].half + boxes[other].half - 4
        and places[one][1] - boxes[one].above + 4 < places[other][1] + boxes[other].below
        and places[other][1] - boxes[other].above + 4 < places[one][1] + boxes[one].below
    ]
    assert clashes == []


def test_focus_keeps_what_shares_an_event_and_hops_reach_further(sample: Path) -> None:
    content = relevant(read_content(sample, KNOWLEDGE.taxonomy))
    near = select(content, KNOWLEDGE.taxonomy, focus="aydar", hops=1)
    far = select(content, KNOWLEDGE.taxonomy, focus="Kemal Aydar", hops=2)
    assert {entity.name for entity in near.entities} == {
        "Kemal Aydar",
        "Viktor Sardanov",
        "Sudavia",
        "Orlenia",
        "Veshta",
    }
    assert {entity.name for entity in near.entities} < {entity.name for entity in far.entities}


def test_since_and_type_keep_only_those_events(sample: Path) -> None:
    content = relevant(read_content(sample, KNOWLEDGE.taxonomy))
    part = select(content, KNOWLEDGE.taxonomy, since="2031-03-13", kinds=("Conversation",))
    assert {event.kind for event in part.events} == {"Call", "Meeting"}
    assert all(event.date and event.date >= "2031-03" for event in part.events)


def test_part_keeps_whoever_claims_it(sample: Path) -> None:
    part = select(relevant(read_content(sample, KNOWLEDGE.taxonomy)), KNOWLEDGE.taxonomy, focus="Odrin")
    assert "Veshtan Air Force" not in {entity.name for entity in part.entities}
    part = select(relevant(read_content(sample, KNOWLEDGE.taxonomy)), KNOWLEDGE.taxonomy, focus="Maravik air base")
    assert "Orlenian Ministry of Defence" in {entity.name for entity in part.entities}


@pytest.mark.parametrize(
    ("choice", "problem"),
    [
        ({"focus": "Zorro"}, "nobody and nothing in the graph is called 'Zorro'"),
        ({"kinds": ("Person",)}, "no event class is called 'Person'"),
        ({"since": "yesterday"}, "'yesterday' is no date"),
        ({"since": "2040"}, "no event of the graph"),
    ],
)
def test_choice_that_leaves_nothing_says_why(sample: Path, choice: dict[str, str], problem: str) -> None:
    with pytest.raises(GraphError, match=problem):
        select(relevant(read_content(sample, KNOWLEDGE.taxonomy)), KNOWLEDGE.taxonomy, **choice)  # type: ignore[arg-type]  # one case each


def test_large_graph_starts_with_the_most_connected_part(sample: Path, tmp_path: Path) -> None:
    network = build_network(relevant(read_content(sample, KNOWLEDGE.taxonomy)), KNOWLEDGE.looks)
    chosen = most_connected(network, limit=20)
    assert len(chosen) <= 20
    assert node_id(VESHTA) in chosen
    page = render(sample, tmp_path / "part.html", KNOWLEDGE, limit=20)
    nodes, data = block(page, "nodes"), block(page, "data")
    assert isinstance(nodes, list)
    assert isinstance(data, dict)
    assert len(nodes) <= 20 < len(data["entities"])


def test_modules_are_bundled_before_those_that_import_them(tmp_path: Path) -> None:
    (tmp_path / "one.js").write_text('import { two } from "./two.js";\n\nexport const one = two;\n', encoding="utf-8")
    (tmp_path / "two.js").write_text("export const two = 2;\n", encoding="utf-8")
    assert bundle(tmp_path / "one.js") == (
        '"use strict";\n(() => {\nconst modules = {};\n'
        'modules["two.js"] = (() => {\nconst two = 2;\nreturn { two };\n})();\n'
        'modules["one.js"] = (() => {\nconst { two } = modules["two.js"];\n\nconst one = two;\nreturn { one };\n})();\n'
        "})();\n"
    )


def test_modules_in_a_circle_are_refused(tmp_path: Path) -> None:
    for one, other in (("a", "b"), ("b", "a")):
        (tmp_path / f"{one}.js").write_text(f'import {{ {other} }} from "./{other}.js";\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.js -> b\.js -> a\.js"):
        bundle(tmp_path / "a.js")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("<urn:a> <urn:b> .", r"g\.ttl:1: .*mend the file there"),
        ("<urn:a> <urn:b> <urn:c> .", "no entities and no events"),
        ("", "no entities and no events"),
    ],
)
def test_unfit_graph_says_what_is_wrong_and_leaves_the_old_page(tmp_path: Path, text: str, problem: str) -> None:
    graph, out = tmp_path / "g.ttl", tmp_path / "g.html"
    graph.write_text(text, encoding="utf-8")
    out.write_text("old", encoding="utf-8")
    with pytest.raises(GraphError, match=problem):
        render(graph, out, KNOWLEDGE)
    assert out.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["g.html", "g.ttl"]


def test_missing_graph_names_the_file_and_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"graph\.ttl: can not be read: No such file .* \(build a graph first"):
        render(tmp_path / "graph.ttl", tmp_path / "graph.html", KNOWLEDGE)


def test_command_writes_beside_the_graph_and_says_where(sample: Path, tmp_path: Path) -> None:
    graph = tmp_path / "g.ttl"
    graph.write_bytes(sample.read_bytes())
    result = CliRunner().invoke(command, [str(graph), "--type", "Call", "--since", "2031"])
    assert result.exit_code == 0, result.output
    assert result.output.strip() == str(tmp_path / "g.html")
    assert (tmp_path / "g.html").is_file()

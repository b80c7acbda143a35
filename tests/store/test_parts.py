"""N-Triples in parts: together they are the graph, and nothing of an older one is among them."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

from click.testing import CliRunner
from pyoxigraph import RdfFormat, parse

from kg.cli import main
from kg.store.parts import keep_parts

if TYPE_CHECKING:
    from pathlib import Path

GRAPH = '<x:a> <x:b> 1.0, "two\\nlines"@en ; <x:c> <x:d> .\n<x:e> <x:f> "g" .\n'


def statements(*files: Path) -> set[str]:
    packed = b"".join(gzip.decompress(file.read_bytes()) for file in files)
    return {str(quad.triple) for quad in parse(packed, RdfFormat.N_TRIPLES)}


def test_the_parts_are_the_graph(tmp_path: Path) -> None:
    graph, folder = tmp_path / "graph.ttl", tmp_path / "parts"
    graph.write_text(GRAPH, encoding="utf-8")
    whole = {str(quad.triple) for quad in parse(GRAPH, RdfFormat.TURTLE)}
    files = keep_parts(graph, folder, lines=3)
    assert [file.name for file in files] == ["part-00000.nt.gz", "part-00001.nt.gz"]
    assert [len(gzip.decompress(file.read_bytes()).splitlines()) for file in files] == [3, 1]
    assert statements(*files) == whole
    before = [file.read_bytes() for file in files]
    assert [file.read_bytes() for file in keep_parts(graph, folder, lines=3)] == before
    assert keep_parts(graph, folder) == files[:1]
    assert sorted(folder.iterdir()) == files[:1]
    assert statements(files[0]) == whole


def test_a_build_writes_them_beside_its_graph(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Putin called Trump on 3 July 2025.", encoding="utf-8")
    out, parts = tmp_path / "out", tmp_path / "parts"
    words = ["build", str(tmp_path / "a.txt"), "-o", str(out), "--no-view", "--ntriples", str(parts)]
    assert CliRunner().invoke(main, words).exit_code == 0
    graph = (out / "graph.ttl").read_bytes()
    assert statements(*parts.iterdir()) == {str(quad.triple) for quad in parse(graph, RdfFormat.TURTLE)}

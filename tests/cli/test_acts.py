"""Sanctions, agreements and the like from articles to answers: one node for each, with codes and all evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.validate import validate

if TYPE_CHECKING:
    from pathlib import Path

ARTICLES = {
    "wire": "The European Union imposed new sanctions on Russia on Thursday. Moscow accused the EU of theft.",
    "post": "On Thursday the EU slapped sanctions on Russia. Armenia and Azerbaijan signed a treaty in Washington.",
    "mail": "Azerbaijan and Armenia have signed a peace treaty. Hamas released three hostages on Thursday.",
}
TOLD = """
SELECT ?label ?notation (COUNT(DISTINCT ?document) AS ?documents) WHERE {
  ?event a kg:Event ; rdfs:label ?label ; kg:code ?code ; kg:evidence/kg:document ?document .
  ?code skos:inScheme <https://w3id.org/newskg/scheme/cameo> ; skos:notation ?notation .
} GROUP BY ?label ?notation ORDER BY ?label
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the articles of one day and the graph made of them."""
    place = tmp_path_factory.mktemp("acts")
    (place / "news").mkdir()
    rows = [f"{name}.txt,2025-07-04" for name in ARTICLES]
    (place / "news" / "manifest.csv").write_text("\n".join(["file,date", *rows]), encoding="utf-8")
    for name, text in ARTICLES.items():
        (place / "news" / f"{name}.txt").write_text(text, encoding="utf-8")
    ask("build", str(place / "news"), "-o", str(place / "out"))
    return place


def ask(*arguments: str) -> str:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def graph(folder: Path) -> tuple[str, str]:
    return "--graph", str(folder / "out" / "graph.ttl")


def test_two_articles_tell_of_one_sanction_and_one_treaty(folder: Path) -> None:
    rows = [line.split("\t") for line in ask("query", *graph(folder), TOLD, "--format", "tsv").splitlines()[1:]]
    assert rows == [
        ['"accusation: Russia → European Union"', '"112"', "1"],
        ['"agreement: Armenia, Azerbaijan"', '"057"', "2"],
        ['"release of prisoners: Hamas → three hostages, 2025-07-03"', '"0841"', "1"],
        ['"sanction: European Union → Russia, 2025-07-03"', '"163"', "2"],
    ]


def test_every_sentence_behind_a_sanction_is_told(folder: Path) -> None:
    told = ask("explain", *graph(folder), "sanction:2025-07-03-european-union-russia")
    assert "imposed new sanctions on Russia" in told
    assert "slapped sanctions on Russia" in told
    assert "same kind, parties and day" in told


def test_the_graph_breaks_no_shape(folder: Path) -> None:
    assert validate(folder / "out" / "graph.ttl") == ()

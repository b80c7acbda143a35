"""The words and the class of events that CONTRIBUTING adds to a copy of the ontology are read, without any Python."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.cli.choosing import ontology_folder
from kg.errors import OntologyError

WORDS, CLASS = re.findall(
    r"^```turtle\n(.*?)^```$",
    (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text(encoding="utf-8"),
    re.DOTALL | re.MULTILINE,
)
SENTENCES = (
    "Emmanuel Macron telegraphed Vladimir Putin on Friday.",
    "A day later Olaf Scholz cabled Joe Biden.",
    "Germany compensated Namibia. Japan did not compensate Vietnam.",
)
LABELS = """SELECT ?label WHERE { ?event a kg:Event ; rdfs:label ?label } ORDER BY ?label"""


def run(*arguments: str, folder: Path, ontology: Path) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        done = CliRunner().invoke(main, arguments, env={"KG_ONTOLOGY": str(ontology)}, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


def events(folder: Path, ontology: Path) -> list[str]:
    """Build the graph of the sentences, check it against the shapes, and return the labels of its events."""
    (folder / "news").mkdir(exist_ok=True)
    for number, sentence in enumerate(SENTENCES):
        (folder / "news" / f"{number}.txt").write_text(sentence, encoding="utf-8")
    run("build", "news", folder=folder, ontology=ontology)
    run("validate", "out/graph.ttl", folder=folder, ontology=ontology)
    return run("query", LABELS, "--format", "tsv", folder=folder, ontology=ontology).splitlines()[1:]


def test_the_shipped_words_tell_nothing_of_it(tmp_path: Path) -> None:
    assert events(tmp_path, ontology_folder()) == []


def test_one_entry_is_a_verb_and_four_lines_are_a_class(tmp_path: Path) -> None:
    ontology = tmp_path / "mine"
    shutil.copytree(ontology_folder(), ontology)
    (ontology / "en/lexicon.mine.ttl").write_text(WORDS, encoding="utf-8")
    with (ontology / "kg.ttl").open("a", encoding="utf-8") as terms:
        terms.write(CLASS)
    assert events(tmp_path, ontology) == [
        '"call: Emmanuel Macron, Vladimir Putin"',
        '"call: Joe Biden, Olaf Scholz"',
        '"compensation: Germany → Namibia"',
        '"compensation: Japan → Vietnam, negated"',
    ]


def test_a_folder_without_the_ontology_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_ONTOLOGY", str(tmp_path))
    with pytest.raises(
        OntologyError, match=r"files are missing \(let KG_ONTOLOGY, or ontology in kg.toml, name a copy"
    ):
        ontology_folder()

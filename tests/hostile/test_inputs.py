"""Each hostile input gets what the table says, and the articles beside it are as they are without it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.ingest import read
from kg.pipeline import read_document, triples_of
from kg.serialize import to_json
from tests.hostile.inputs import FILES as TEXTS
from tests.hostile.kinds import KINDS
from tests.hostile.more import MORE
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.errors import KgError
    from kg.records import Document, DocumentRecord

FILES = TEXTS | KINDS | MORE
SEEDS = Path(__file__).parents[2] / "seeds"
CONTROLS = {chr(code) for code in (*range(32), *range(127, 160))} - {"\n"}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, list[Document]], dict[str, list[str]]]:
    """What is read of each file and what is said of it, all given at once with the seeds, a pipe and links."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, (content, _) in FILES.items():
        (folder / name).write_bytes(content)
    os.mkfifo(folder / "pipe.txt")
    (folder / "device.txt").symlink_to("/dev/zero")
    (folder / "passwd.txt").symlink_to("/etc/passwd")
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "up").symlink_to(folder)
    problems: list[KgError] = []
    documents = list(read([folder, SEEDS], KNOWLEDGE.boilerplate, on_problem=problems.append))
    by_name: dict[str, list[Document]] = {}
    for document in documents:
        by_name.setdefault(document.id, []).append(document)
    said: dict[str, list[str]] = {}
    for problem in problems:
        said.setdefault(Path((problem.place or "").partition(":")[0]).name, []).append(str(problem))
    return by_name, said


@pytest.mark.parametrize("name", FILES)
def test_an_input_gets_what_the_table_says(
    found: tuple[dict[str, list[Document]], dict[str, list[str]]], name: str
) -> None:
    _, said = found
    _, expected = FILES[name]
    lines = said.get(name, [])
    assert all("\n" not in line and not CONTROLS & set(line) and len(line) < 600 for line in lines)
    if expected == "read":
        assert lines == []
    elif expected:
        assert len(lines) == 1
        assert expected in lines[0]


@pytest.mark.parametrize("name", ["pipe.txt", "device.txt", "passwd.txt", "loop.txt"])
def test_what_is_no_file_below_the_folder_is_one_line(
    found: tuple[dict[str, list[Document]], dict[str, list[str]]], name: str
) -> None:
    _, said = found
    assert len(said[name]) == 1


def test_the_seeds_beside_them_are_unharmed_and_whatever_was_read_makes_a_graph(
    found: tuple[dict[str, list[Document]], dict[str, list[str]]], nlp: Language
) -> None:
    by_name, _ = found
    alone = {document.id: document for document in read([SEEDS], KNOWLEDGE.boilerplate, on_problem=pytest.fail)}
    assert {name: by_name[name] for name in alone} == {name: [document] for name, document in alone.items()}
    records: list[DocumentRecord] = []
    for name in sorted(by_name):
        for document in by_name[name]:
            told = (document.id, document.title, document.outlet, document.url)
            assert not CONTROLS & set(document.text + "".join(filter(None, told)))
            records.append(read_document(document, nlp, KNOWLEDGE))
    assert all(to_json(record) for record in records)
    seeds = triples_of([record for record in records if record.document.id in alone], KNOWLEDGE)
    assert {triple for triple in seeds if "/mention/" in str(triple.subject)} <= triples_of(records, KNOWLEDGE)

"""What a machine does with its share of the articles, without an engine: the same as one machine with all of them."""

from __future__ import annotations

import json
import os
import pickle
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from kg.engine import orders as told
from kg.engine import rows as travelling
from kg.engine.addresses import rows_at
from kg.engine.orders import ARTICLES, Orders, find, problem_of, read
from kg.errors import ModelError
from kg.ingest import Metadata, rows_of
from kg.ingest import read as read_files
from kg.knowledge.files import shipped_folder
from kg.knowledge.gate import Precision
from kg.pipeline import keys_of, read_document, reading
from kg.records import Document
from kg.serialize import from_json
from kg.workers import Budget
from tests.known import KNOWLEDGE, knowledge_of, pipeline_of

pyarrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install '.[spark]'")

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CALL = "Putin called Trump on 3 July 2025."
RAID = "Israel bombed Beirut on 4 July 2025."
ORDERS = Orders(
    shipped_folder(),
    None,
    Precision.BALANCED,
    Budget(seconds=60.0),
    Metadata(outlet="Example"),
    (),
    keys_of(None, KNOWLEDGE, Precision.BALANCED),
)


@pytest.fixture(autouse=True)
def _opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let a machine find the ontology and the pipeline open; what it keeps is forgotten again."""
    monkeypatch.setattr(told, "load_knowledge", knowledge_of)
    monkeypatch.setattr(told, "_pipeline", pipeline_of)
    yield
    told._knowledge.cache_clear()  # noqa: SLF001 (a process has one set of orders, but for tests)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    rows = [{"id": "call", "text": CALL}, {"text": 5}, {"text": RAID}]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    (tmp_path / "b.txt").write_text(RAID, encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(b"a\0b")
    return tmp_path


def files(folder: Path) -> Any:
    rows = [pickle.dumps(row) for row in rows_of([folder], on_problem=pytest.fail)]
    return pyarrow.RecordBatch.from_pydict({"source": list(range(len(rows))), "row": rows})


def rows(batches: Iterator[Any]) -> list[dict[str, Any]]:
    return [row for batch in batches for row in batch.to_pylist()]


def articles(*documents: Document, first: str | None = None, held: bool | None = None) -> list[Any]:
    cells = [
        {"id": each.id, "place": f"at {each.id}", "document": told.msgspec.json.encode(each)} for each in documents
    ]
    return [pyarrow.RecordBatch.from_pylist([cell | {"first": first, "held": held} for cell in cells])] if cells else []


def test_what_is_found_is_what_one_machine_finds(news: Path) -> None:
    problems: list[Any] = []
    alone = list(read_files([news], KNOWLEDGE.boilerplate, on_problem=problems.append, about=ORDERS.about))
    found = rows(find(ORDERS, [files(news)]))
    assert [name.split()[0] for name in ARTICLES.split(", ")] == list(found[0])
    kept = [row for row in found if row["document"] is not None]
    assert [told.msgspec.json.decode(row["document"], type=Document) for row in kept] == alone
    assert [(row["id"], row["source"], row["number"]) for row in kept] == [("call", 0, 1), ("a-3", 0, 2), ("b", 1, 1)]
    assert [row["key"] for row in kept] == list(map(ORDERS.keys.record, alone))
    lost = [str(problem_of(row["problem"])) for row in found if row["problem"] is not None]
    assert lost == list(map(str, problems))


def test_a_file_at_an_address_is_found_as_the_same_file_here(news: Path) -> None:
    address = f"file://{news}"
    rows_there = [pickle.dumps(row) for row in rows_at(address)]
    there = rows(find(ORDERS, [pyarrow.RecordBatch.from_pydict({"source": [0, 1, 2], "row": rows_there})]))
    here = rows(find(ORDERS, [files(news)]))
    assert [row["document"] for row in there] == [row["document"] for row in here]
    problems = [str(problem_of(row["problem"])) for row in there if row["problem"]]
    assert len(problems) == 2
    assert all(problem.startswith(address) for problem in problems)
    (news / "a.jsonl").unlink()
    (gone, *_) = rows(find(ORDERS, [pyarrow.RecordBatch.from_pydict({"source": [0], "row": rows_there[:1]})]))
    assert f"{address}/a.jsonl: can not be fetched: " in str(problem_of(gone["problem"]))


def test_what_is_read_is_what_one_machine_reads() -> None:
    documents = [Document("call", CALL), Document("raid", RAID)]
    found = rows(read(ORDERS, articles(*documents)))
    assert [from_json(row["record"]) for row in found] == [
        read_document(document, pipeline_of(), KNOWLEDGE) for document in documents
    ]
    assert [row["problem"] for row in found] == [None, None]


def test_the_second_of_an_id_is_said_and_not_read() -> None:
    (row,) = rows(read(ORDERS, articles(Document("call", CALL), first="a.txt")))
    assert row["record"] is None
    assert str(problem_of(row["problem"])) == 'at call: has the id "call" of a.txt (rename one of the two)'


def test_an_article_whose_record_is_held_is_handed_on_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(told, "read_with", lambda *_, **__: pytest.fail("it was read"))
    document = Document("call", CALL)
    (row,) = rows(read(ORDERS, articles(document, held=True)))
    assert (row["record"], row["problem"]) == (None, None)
    assert told.msgspec.json.decode(row["document"], type=Document) == document
    (second,) = rows(read(ORDERS, articles(document, first="a.txt", held=True)))
    assert "has the id" in str(problem_of(second["problem"]))


def test_a_document_on_which_a_process_dies_costs_that_document(monkeypatch: pytest.MonkeyPatch) -> None:
    annotated = reading.read_annotated

    def dying(document: Document, *rest: Any, **given: Any) -> Any:
        if document.id == "raid":
            os._exit(9)
        return annotated(document, *rest, **given)

    monkeypatch.setattr(reading, "read_annotated", dying)
    found = rows(read(ORDERS, articles(*(Document(name, CALL) for name in ("a", "raid", "b")))))
    assert [(row["id"], row["record"] is not None) for row in found] == [("a", True), ("raid", False), ("b", True)]
    assert "raid: the process that read it ended (with status 9)" in str(problem_of(found[1]["problem"]))


def test_a_machine_that_would_read_other_than_the_others_reads_nothing(news: Path) -> None:
    strange = replace(ORDERS, keys=replace(ORDERS.keys, reading="another version"))
    with pytest.raises(ModelError, match=r"would read other than the one that asks \(give every machine the same"):
        rows(find(strange, [files(news)]))


def test_batches_are_small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lines = "".join(json.dumps({"text": f"{CALL} {number}"}) + "\n" for number in range(300))
    (tmp_path / "a.jsonl").write_text(lines, encoding="utf-8")
    assert [batch.num_rows for batch in find(ORDERS, [files(tmp_path)])] == [128, 128, 44]
    monkeypatch.setattr(travelling, "MOST_BYTES", 1_000)
    assert max(batch.num_rows for batch in find(ORDERS, [files(tmp_path)])) < 20

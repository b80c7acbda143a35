# ruff: noqa: S101 (a trial: what is asserted is what is tried)
"""What is fuzzed: each target takes bytes, and raises where something else happens than is promised."""

from __future__ import annotations

import gzip
import tempfile
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, parse

import kg
from benchmarks.reliability.fuzzing.choices import Choices
from benchmarks.reliability.fuzzing.sentences import ODD, article, recorded
from kg.errors import InputError, KgError
from kg.extract import extract
from kg.ingest import read
from kg.knowledge import load as load_knowledge
from kg.pipeline import read_document, triples_of
from kg.records import Document, DocumentRecord
from kg.resolve import resolve
from kg.serialize import from_json, to_json
from kg.store.turtle import write_turtle

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.knowledge import Knowledge

KINDS = (
    *("txt", "md", "html", "jsonl", "json", "csv", "tsv", "eml", "mbox", "rss", "atom", "xml"),
    *("docx", "xlsx", "pdf", "manifest.csv", "manifest.jsonl"),
    *("rtf", "parquet", "warc", "jsonl.gz"),
)
STEERING = {chr(code) for code in (*range(32), *range(127, 160), *range(0x202A, 0x202F))} - {"\n", "\t"}
UNFORESEEN = "leave it out and report it"


def files() -> Callable[[bytes], None]:
    """Read a file: the first byte chooses its kind, the others are what it holds."""
    knowledge = load_knowledge()
    place = Path("/dev/shm") if Path("/dev/shm").is_dir() else Path(tempfile.gettempdir())  # noqa: S108 (a folder of its own in it)
    folder = Path(tempfile.mkdtemp(dir=place, prefix="kg-fuzz-"))
    (folder / "a.txt").write_text("Trump called Putin.", encoding="utf-8")
    return partial(_read_file, folder=folder, knowledge=knowledge)


def _read_file(data: bytes, *, folder: Path, knowledge: Knowledge) -> None:
    kind = Choices(data).one(KINDS)
    path = folder / (kind if kind.startswith("manifest") else f"one.{kind}")
    path.write_bytes(gzip.compress(data[1:]) if kind.endswith(".gz") else data[1:])
    problems: list[KgError] = []
    for document in read([path], knowledge.boilerplate, on_problem=problems.append):
        words = (document.text, document.id, document.title or "", document.outlet or "", document.url or "")
        assert not STEERING & set("".join(words)), words
        assert document.text.strip() == document.text, document.text
        assert document.text, document
        "".join(words).encode()
    for problem in problems:
        assert isinstance(problem, InputError), repr(problem)
        assert problem.remedy != UNFORESEEN, str(problem)
        assert len(str(problem)) < 1_500, str(problem)
        assert not STEERING & set(str(problem)), str(problem)


def trees() -> Callable[[bytes], None]:
    """Read a changed tree by all rules, and build its graph; the network is asked once, when this begins."""
    knowledge = load_knowledge()
    told = recorded(kg.load(), knowledge)

    def read_tree(data: bytes) -> None:
        document, doc = article(Choices(data), told)
        resolution = resolve(doc, document, knowledge)
        found = extract(doc, document, resolution, knowledge)
        record = DocumentRecord(
            document, found.entities, found.mentions, resolution.tenures, found.events, found.event_mentions
        )
        _check(record, knowledge, graph=not data or data[-1] % 16 == 0)

    return read_tree


def texts() -> Callable[[bytes], None]:
    """Read a text of the words of recorded sentences, changed at random, by the network and all rules."""
    knowledge, nlp = load_knowledge(), kg.load()
    told = recorded(nlp, knowledge)

    def read_text(data: bytes) -> None:
        choices = Choices(data)
        pieces: list[str] = []
        while not choices.ended and len(pieces) < 80:
            words = choices.one(told).words
            start = choices.below(len(words))
            pieces += [word.text + " " * word.space for word in words[start : start + 1 + choices.below(12)]]
            pieces.append(choices.one(ODD) + " " * choices.below(2))
        # The text of a document is what ingest leaves of any.
        text = "".join(pieces).strip()
        if text:
            _check(read_document(Document("fuzzed", text), nlp, knowledge), knowledge, graph=data[-1] % 4 == 0)

    return read_text


def _check(record: DocumentRecord, knowledge: Knowledge, *, graph: bool) -> None:
    """Raise where a record is not what records are; its graph, which takes longer, is written and read on demand."""
    length = len(record.document.text)
    for mention in record.mentions:
        assert 0 <= mention.span.start < mention.span.end <= length, mention
    for event in record.events:
        assert event.evidence, event
        assert all(0 <= argument.entity < len(record.entities) for argument in event.arguments), event
    assert from_json(to_json(record)) == record
    if not graph:
        return
    triples = triples_of([record], knowledge)
    stream = BytesIO()
    write_turtle(triples, stream)
    assert {quad.triple for quad in parse(stream.getvalue(), RdfFormat.TURTLE)} == triples


TARGETS = {"files": files, "trees": trees, "texts": texts}

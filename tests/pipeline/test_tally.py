"""A graph is counted and held against its texts while it is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.assemble import passages_of
from kg.errors import GraphError
from kg.knowledge.namespaces import KG, RDF
from kg.pipeline import Reader, build, passages, shelf, triples_of
from kg.records import Document, DocumentRecord, Entity, Term
from kg.spread import beside
from tests.building import mention
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

TEXT = "Anna Fischer met Viktor Orban in Budapest. " + " ".join(
    f"No {number} of them was there." for number in range(40)
)
WHO = (
    Entity(Term("Person"), "Anna Fischer"),
    Entity(Term("Person"), "Viktor Orban"),
    Entity(Term("Place"), "Budapest"),
)


def record(id_: str, text: str = TEXT) -> DocumentRecord:
    mentions = tuple(mention(TEXT, number, entity.name) for number, entity in enumerate(WHO))
    return DocumentRecord(Document(id_, text, date(2025, 7, 5)), WHO, mentions, (), ())


def test_what_a_build_says_is_what_its_triples_say(tmp_path: Path) -> None:
    records = [record("a"), record("b"), record("c", TEXT.upper())]
    records[2] = replace(records[2], mentions=())
    triples = triples_of(records, KNOWLEDGE)
    built = build(records, tmp_path / "graph.ttl", KNOWLEDGE)
    assert built.triples == len(triples)
    assert built.copies == 1
    classes = Counter(str(t.object).strip("<>").removeprefix(KG) for t in triples if t.predicate.value == RDF + "type")
    for kind in ("Document", "Mention", "Merge", "Person", "Place"):
        assert built.nodes[Term(kind)] == classes[kind] > 0
    # Every person is an agent as well, and is counted once.
    assert classes["Agent"] > 0
    assert Term("Agent") not in built.nodes


def test_processes_beside_one_another_write_the_same(tmp_path: Path) -> None:
    records = [record("a"), record("b"), record("c", TEXT.upper()), replace(record("d"), mentions=())]
    written = [
        (build(records, tmp_path / f"{workers}.ttl", KNOWLEDGE, spread=beside(KNOWLEDGE, workers)))
        for workers in (1, 2)
    ]
    assert written[0] == written[1]
    assert (tmp_path / "1.ttl").read_bytes() == (tmp_path / "2.ttl").read_bytes()


def test_what_quotes_wrongly_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = record("a")

    def other(told: DocumentRecord, named: Sequence[str], *, base: str) -> Iterator[str]:
        return (line.replace('"Budapest"', '"Bucharest"') for line in passages_of(told, named, base=base))

    monkeypatch.setattr(passages, "passages_of", other)
    monkeypatch.setattr("kg.assemble.passages_of", other)
    path = tmp_path / "graph.ttl"
    path.write_text("before", encoding="utf-8")
    with shelf(tmp_path / "kept", Reader(KNOWLEDGE)) as kept:
        for _ in range(2):  # nor is it kept for the next build
            with pytest.raises(GraphError, match="'Bucharest' is quoted, but the text has 'Budapest'"):
                build([told], path, KNOWLEDGE, kept=kept)
    with pytest.raises(GraphError, match="'Bucharest' is quoted"):
        triples_of([told], KNOWLEDGE)
    assert path.read_text(encoding="utf-8") == "before"

"""Records seen through a change, made when they are asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.consolidate.views import Changed
from kg.records import DocumentRecord, Term
from tests.consolidate.articles import article, person

if TYPE_CHECKING:
    from collections.abc import Mapping

RECORDS = {name: article(name, person(f"Ann {name.upper()}")) for name in "ba"}


def changed(records: Mapping[str, DocumentRecord], asked: list[str]) -> Changed:
    def renamed(record: DocumentRecord) -> DocumentRecord:
        asked.append(record.document.id)
        return replace(record, entities=(replace(record.entities[0], kind=Term("Place")),))

    return Changed(records, {"a"}, renamed)


def test_only_the_documents_named_are_changed_and_each_when_asked_for() -> None:
    asked: list[str] = []
    view = changed(RECORDS, asked)
    assert (list(view), len(view), asked) == (["b", "a"], 2, [])
    assert view["b"] is RECORDS["b"]
    assert asked == []
    assert view["a"].entities[0].kind == "Place"
    assert asked == ["a"]
    assert RECORDS["a"].entities[0].kind == "Person"


def test_it_reads_like_a_dictionary_and_a_view_of_a_view_has_both_changes() -> None:
    asked: list[str] = []
    view = changed(RECORDS, asked)
    assert repr(view) == repr(dict(view))
    twice = Changed(view, {"a", "b"}, lambda record: replace(record, mentions=(), tenures=()))
    assert twice["a"].entities[0].kind == "Place"
    assert list(twice.values()) == [twice["b"], twice["a"]]

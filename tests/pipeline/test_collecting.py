"""Whatever came, changed and went, a collection gives the graph that a build from nothing gives, byte for byte."""

from __future__ import annotations

import tempfile
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.assemble import passages_of
from kg.cache import Layer, alone
from kg.errors import InputError
from kg.pipeline import (
    Reader,
    added,
    build,
    collect,
    collected,
    difference,
    forget,
    passages,
    read_document,
    read_with,
    shelf,
    triples_of,
)
from kg.records import Document, DocumentRecord
from kg.store.turtle import write_turtle
from tests.known import KNOWLEDGE, pipeline_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

IDS = ("2025/07/04/1", "2025/07/05/1", "ä", "2025/07/04/1/28")
"""What the last one says falls, by its IRIs, between what the first one says."""
TEXTS = (
    "Putin called Trump on 3 July 2025. They discussed Ukraine.",
    "Vladimir Putin and Donald Trump spoke by phone on Thursday, the Kremlin said.",
    "Anna Fischer met Viktor Orban in Budapest on 2 July 2025.",
    "Gunmen attacked a convoy near Mosul on Friday, killing 3 people.",
    "German Foreign Minister Fischer met Viktor Orban in Budapest on 3 July 2025.",
    "German Foreign Minister Anna Fischer met Viktor Orban in Budapest on 2 July 2025.",
)
READER = Reader(KNOWLEDGE)
Steps = list[tuple[str, int | None]]


@cache
def document(id_: str, text: int) -> Document:
    return Document(id_, TEXTS[text], date(2025, 7, 5))


@cache
def read_alone(id_: str, text: int) -> DocumentRecord:
    return read_document(document(id_, text), pipeline_of(), KNOWLEDGE)


def graph(records: Iterable[DocumentRecord]) -> bytes:
    stream = BytesIO()
    write_turtle(triples_of(list(records), KNOWLEDGE), stream)
    return stream.getvalue()


def records(found: Iterable[object]) -> list[DocumentRecord]:
    listed = list(found)
    assert all(isinstance(each, DocumentRecord) for each in listed)
    return [each for each in listed if isinstance(each, DocumentRecord)]


def step(folder: Path, id_: str, text: int | None) -> None:
    """Add or change a document or, without a text, take it out."""
    with alone(folder), shelf(folder, READER) as kept:
        if text is None:
            forget([id_], kept.cache)
        else:
            documents = added([document(id_, text)], kept.cache)
            records(read_with(READER, documents, kept))
            collect(documents, kept)


def built(folder: Path) -> bytes:
    """Return the graph of a collection, with what it keeps of the graph before."""
    with shelf(folder, READER) as kept:
        told = records(read_with(READER, collected(kept.cache), kept))
        build(told, folder.parent / f"{folder.name}.ttl", KNOWLEDGE, kept=kept)
    return (folder.parent / f"{folder.name}.ttl").read_bytes()


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(IDS), st.none() | st.integers(0, len(TEXTS) - 1)), max_size=6))
def test_any_sequence_gives_what_a_build_from_nothing_gives(steps: Steps) -> None:
    now: dict[str, int] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name, "kept")
        for id_, text in steps:
            if text is None and id_ not in now:
                continue
            step(folder, id_, text)
            now.pop(id_, None)
            now |= {} if text is None else {id_: text}
            assert built(folder) == graph(read_alone(id_, text) for id_, text in now.items())
        with shelf(folder, READER) as kept:
            documents = collected(kept.cache)
            assert {each.id: each for each in documents} == {id_: document(id_, text) for id_, text in now.items()}
            assert kept.unread(documents) == []
            for table, keys in (
                (Layer.PARSE, kept.keys.parse),
                (Layer.RECORD, kept.keys.record),
                ("passages", kept.keys.record),
            ):
                (count,) = kept.cache.file.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 (our own)
                assert count == len(set(map(keys, documents)))


@settings(max_examples=6, deadline=None)
@given(st.permutations(list(enumerate(IDS))), st.sampled_from(IDS))
def test_added_twice_is_added_once_and_forgotten_is_never_added(order: list[tuple[int, str]], gone: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for text, id_ in (*order, *order):
            step(folder, id_, text)
        step(folder, gone, None)
        with shelf(folder, READER) as kept:
            found = graph(records(read_with(READER, collected(kept.cache), kept)))
    assert found == graph(read_alone(id_, text) for text, id_ in enumerate(IDS) if id_ != gone)


def test_the_passages_of_an_article_are_made_again_where_it_or_a_name_in_it_changed_or_they_are_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def told_of(record: DocumentRecord, named: Sequence[str], *, base: str) -> Iterator[str]:
        made.append(record.document.id)
        return passages_of(record, named, base=base)

    monkeypatch.setattr(passages, "passages_of", told_of)
    folder = tmp_path / "kept"

    def made_for(id_: str, text: int) -> list[str]:
        step(folder, id_, text)
        made.clear()
        assert built(folder)
        return sorted(made)

    assert made_for("a", 0) == ["a"]
    assert made_for("b", 3) == ["b"]
    assert made_for("b", 2) == ["b"]
    assert made_for("b", 2) == []
    step(folder, "a", 4)
    assert made_for("b", 3) == ["a", "b"]
    # A full name is in the IRI of her whom the other article calls by her family name alone.
    assert made_for("b", 5) == ["a", "b"]
    with shelf(folder, READER) as kept, kept.cache.file:
        kept.cache.file.execute("UPDATE passages SET data = x'00'")
    assert made_for("b", 5) == ["a", "b"]


def test_what_is_forgotten_is_in_no_byte_of_the_folder(tmp_path: Path) -> None:
    for id_, text in ((IDS[0], 0), (IDS[1], 2)):
        step(tmp_path, id_, text)
    step(tmp_path, IDS[0], None)
    left = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert TEXTS[2].encode() in left
    assert TEXTS[0].encode() not in left


def test_a_difference_tells_new_changed_and_gone(tmp_path: Path) -> None:
    step(tmp_path, "a", 0)
    step(tmp_path, "b", 1)
    with shelf(tmp_path, READER) as kept:
        told = difference([document("b", 0), document("c", 1)], kept.cache)
    assert str(told) == "1 new, 1 changed, 1 gone"
    assert (told.new, told.changed, told.gone) == (("c",), ("b",), ("a",))


def test_only_what_is_there_can_be_forgotten_and_only_one_may_write(tmp_path: Path) -> None:
    step(tmp_path, "a", 0)
    with pytest.raises(InputError, match="no document 'b' is in this collection"):
        step(tmp_path, "b", None)
    with alone(tmp_path), pytest.raises(InputError, match="another process changes this collection"):
        step(tmp_path, "a", 1)

from __future__ import annotations

import sqlite3
import zlib
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.cache import NAME, Layer, Made, opened
from kg.errors import InputError
from kg.files import digest_of_files
from kg.pipeline.keys import Keys
from kg.records import Document

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENT = Document("a", "text", date(2025, 7, 4))
KEYS = Keys("network", "rules")
OTHERS = {"id": "b", "text": "other", "date": date(2025, 7, 5), "title": "T", "outlet": "O", "url": "u"}
DOCUMENTS = [DOCUMENT, *(replace(DOCUMENT, **{name: value}) for name, value in OTHERS.items())]


def test_what_was_put_is_got_layer_by_layer(tmp_path: Path) -> None:
    with opened(tmp_path / "new" / "folder") as cache:
        assert cache.get(Layer.RECORD, "k") is None
        cache.put([(Layer.RECORD, "k", b"said"), (Layer.PARSE, "p", b"parsed")])
    with opened(tmp_path / "new" / "folder") as cache:
        assert cache.get(Layer.RECORD, "k") == b"said"
        assert cache.get(Layer.PARSE, "k") is None
        assert cache.holding(Layer.PARSE, ["p", "k", "p"]) == {"p"}
        assert cache.holding(Layer.RECORD, map(str, range(2000))) == frozenset()


def test_two_may_keep_in_one_folder_at_a_time(tmp_path: Path) -> None:
    with opened(tmp_path) as one, opened(tmp_path) as other:
        one.put([(Layer.RECORD, "k", b"1")])
        other.put([(Layer.RECORD, "k", b"2"), (Layer.RECORD, "l", b"3")])
        assert one.get(Layer.RECORD, "k") == b"2"
        assert one.get(Layer.RECORD, "l") == b"3"


def test_key_of_a_record_changes_with_everything_that_it_depends_on() -> None:
    keys = [*map(KEYS.record, DOCUMENTS), *(Keys(*own).record(DOCUMENT) for own in (("x", "rules"), ("network", "x")))]
    assert len(set(keys)) == len(keys)


def test_key_of_a_parse_changes_with_the_words_and_the_network_alone() -> None:
    keys = {KEYS.parse(document) for document in DOCUMENTS}
    assert len(keys) == 2
    assert Keys("network", "x").parse(DOCUMENT) == KEYS.parse(DOCUMENT)
    assert Keys("x", "rules").parse(DOCUMENT) != KEYS.parse(DOCUMENT)


@pytest.mark.parametrize("damage", [b"", b"rubbish", None])
def test_what_is_damaged_is_not_there_until_put_mends_it(tmp_path: Path, damage: bytes | None) -> None:
    with opened(tmp_path) as cache:
        cache.put([(Layer.RECORD, "k", b"said")])
    with sqlite3.connect(tmp_path / NAME) as file:
        broken = zlib.compress(b"said")[:-1] + b"\0" if damage is None else damage
        file.execute("UPDATE record SET data = ?", (broken,))
    file.close()
    with opened(tmp_path) as cache:
        assert cache.get(Layer.RECORD, "k") is None
        cache.put([(Layer.RECORD, "k", b"said")])
        assert cache.get(Layer.RECORD, "k") == b"said"


def test_a_closed_cache_is_one_file(tmp_path: Path) -> None:
    with opened(tmp_path) as cache:
        cache.put([(Layer.RECORD, "k", b"said")])
        cache.note(tmp_path / "graph.ttl", Made("inputs", "content", b"notes"))
        assert cache.made(tmp_path / "graph.ttl") == Made("inputs", "content", b"notes")
        assert cache.made(tmp_path / "other.ttl") is None
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_a_cache_of_the_version_before_gets_the_table_that_it_lacks_and_keeps_all_else(tmp_path: Path) -> None:
    with opened(tmp_path) as cache:
        cache.put([(Layer.RECORD, "k", b"said")])
        cache.file.executescript("DROP TABLE passages; PRAGMA user_version = 2")
    with opened(tmp_path) as cache:
        cache.put_passages([("k", "made of", b"told")])
        assert cache.passages("k", "made of") == b"told"
        assert cache.passages("k", "made of other things") is None
        assert cache.get(Layer.RECORD, "k") == b"said"


def test_a_folder_that_can_not_be_one_is_refused_in_one_line(tmp_path: Path) -> None:
    occupied, version = tmp_path / "file", tmp_path / "version"
    occupied.write_text("not a folder", encoding="utf-8")
    version.mkdir()
    (tmp_path / NAME).write_text("no database, but some words that are longer than a header", encoding="utf-8")
    with sqlite3.connect(version / NAME) as file:
        file.execute("PRAGMA user_version = 99")
    file.close()
    for folder, problem in ((occupied, "can not be used"), (tmp_path, "can not be used"), (version, "another version")):
        with pytest.raises(InputError, match=problem) as caught, opened(folder):
            pass
        assert "\n" not in str(caught.value)


def test_digest_of_files_tells_names_and_bytes_and_ignores_order(tmp_path: Path) -> None:
    a, b = tmp_path / "a", tmp_path / "b"
    a.write_text("1", encoding="utf-8")
    b.write_text("2", encoding="utf-8")
    first = digest_of_files([a, b], root=tmp_path)
    assert first == digest_of_files([b, a], root=tmp_path)
    b.write_text("3", encoding="utf-8")
    assert first != digest_of_files([a, b], root=tmp_path)

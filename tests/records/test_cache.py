from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kg import cache
from kg.errors import InputError
from kg.files import digest_of_files
from kg.records import Document, DocumentRecord

DOCUMENT = Document("a", "text", date(2025, 7, 4))
RECORD = DocumentRecord(DOCUMENT, (), (), (), ())


def key(document: Document = DOCUMENT, **other: str) -> str:
    depends = {"model": "m", "knowledge": "o", "code": "c", "precision": "balanced"}
    return cache.record_key(document, **{**depends, **other})


def test_what_was_put_is_got(tmp_path: Path) -> None:
    assert cache.get(tmp_path, key()) is None
    cache.put(tmp_path, key(), RECORD)
    assert cache.get(tmp_path, key()) == RECORD


def test_key_changes_with_everything_the_record_depends_on() -> None:
    changes = {"id": "b", "text": "other", "date": date(2025, 7, 5), "title": "T", "outlet": "O", "url": "u"}
    documents = [replace(DOCUMENT, **{name: value}) for name, value in changes.items()]
    keys = [key(), *map(key, documents), key(model="x"), key(knowledge="x"), key(code="x")]
    keys.append(key(precision="high"))
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("damage", [b"", b"rubbish", b"\n", None])
def test_damaged_file_is_no_record_until_put_mends_it(tmp_path: Path, damage: bytes | None) -> None:
    cache.put(tmp_path, key(), RECORD)
    (file,) = tmp_path.rglob("*.json")
    file.write_bytes(file.read_bytes().replace(b"text", b"tent") if damage is None else damage)
    assert cache.get(tmp_path, key()) is None
    cache.put(tmp_path, key(), RECORD)
    assert cache.get(tmp_path, key()) == RECORD


def test_put_leaves_nothing_but_the_record(tmp_path: Path) -> None:
    cache.put(tmp_path, key(), RECORD)
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_folder_that_cannot_be_one_is_refused_in_one_line(tmp_path: Path) -> None:
    occupied = tmp_path / "file"
    occupied.write_text("not a folder", encoding="utf-8")
    with pytest.raises(InputError, match="cache can not be written") as caught:
        cache.put(occupied, key(), RECORD)
    assert "\n" not in str(caught.value)


def test_digest_of_files_tells_names_and_bytes_and_ignores_order(tmp_path: Path) -> None:
    a, b = tmp_path / "a", tmp_path / "b"
    a.write_text("1", encoding="utf-8")
    b.write_text("2", encoding="utf-8")
    first = digest_of_files([a, b], root=tmp_path)
    assert first == digest_of_files([b, a], root=tmp_path)
    b.write_text("3", encoding="utf-8")
    assert first != digest_of_files([a, b], root=tmp_path)

"""A collection on disk: which documents are in it, which are new, changed or gone, and how one is taken out."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

import msgspec

from kg.cache import Held, Layer, opened
from kg.errors import InputError
from kg.records import Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from kg.cache import Cache
    from kg.pipeline.reading import Shelf


@dataclass(frozen=True, slots=True)
class Difference:
    """The ids of documents that are new in a collection, that are other than before, and that are gone, sorted."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]

    def __str__(self) -> str:
        """Say how many they are."""
        return f"{len(self.new)} new, {len(self.changed)} changed, {len(self.gone)} gone"


def collected(cache: Cache) -> list[Document]:
    """Return the documents of a collection, by id."""
    return [_document(held.document, id_) for id_, held in cache.held().items()]


def added(documents: Iterable[Document], cache: Cache) -> list[Document]:
    """Return the documents of a collection with more; one of the same id takes the place of the one that is there."""
    return list(({document.id: document for document in (*collected(cache), *documents)}).values())


def difference(documents: Iterable[Document], cache: Cache) -> Difference:
    """Return how documents differ from those of the collection."""
    before = {id_: held.document for id_, held in cache.held().items()}
    now = {document.id: msgspec.json.encode(document) for document in documents}
    return Difference(
        tuple(sorted(now.keys() - before.keys())),
        tuple(sorted(id_ for id_, data in now.items() if id_ in before and before[id_] != data)),
        tuple(sorted(before.keys() - now.keys())),
    )


def collect(documents: Iterable[Document], kept: Shelf) -> None:
    """Make these the documents of the collection; of all others nothing is kept any more."""
    before = kept.cache.held()
    now = {
        document.id: Held(msgspec.json.encode(document), kept.keys.parse(document), kept.keys.record(document))
        for document in documents
    }
    more = {id_: held for id_, held in now.items() if before.get(id_) != held}
    kept.cache.hold(more, without=before.keys() - now.keys())


def forget(ids: Sequence[str], cache: Cache) -> None:
    """Take documents out of a collection with all that is kept of them; InputError where it has no such document."""
    known = cache.held()
    for id_ in ids:
        if id_ not in known:
            remedy = "give the id of a document of it, which kg:Document has as dct:identifier"
            raise InputError(f"no document {id_!r} is in this collection", place=str(cache.folder), remedy=remedy)
    cache.hold({}, without=ids)


def share_of(documents: Iterable[Document], part: int, parts: int) -> list[Document]:
    """Return the documents of share `part`, from 1, of so many `parts`: ids alone decide, whatever else is there."""
    numbered = ((int.from_bytes(sha256(each.id.encode()).digest()[:8], "big"), each) for each in documents)
    return [document for number, document in numbered if number % parts == part - 1]


def merge_collections(folders: Iterable[Path], into: Cache) -> None:
    """Take all documents of collections into one, with what was read of them; InputError where two differ in one."""
    for folder in folders:
        with opened(folder) as part:
            held, known = part.held(), into.held()
            for id_ in held.keys() & known.keys():
                if held[id_].document != known[id_].document:
                    remedy = "leave one of the two collections out"
                    raise InputError(
                        "is another document in another collection", place=f"{folder}: {id_}", remedy=remedy
                    )
            entries = [(layer, key) for each in held.values() for layer, key in _kept_of(each)]
            into.put((layer, key, data) for layer, key in entries if (data := part.get(layer, key)) is not None)
            into.hold(held)


def _kept_of(held: Held) -> tuple[tuple[Layer, str], ...]:
    return (Layer.PARSE, held.parse), (Layer.RECORD, held.record)


def _document(data: bytes, id_: str) -> Document:
    try:
        return msgspec.json.decode(data, type=Document)
    except msgspec.DecodeError as error:
        raise InputError(
            f"is damaged in its collection: {error}", place=id_, remedy="build it from its source"
        ) from error

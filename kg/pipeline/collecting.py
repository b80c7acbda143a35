"""A collection on disk: which documents are in it, which are new, changed or gone, and how one is taken out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, overload

import msgspec

from kg.cache import Held, Layer, opened
from kg.errors import InputError
from kg.records import Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
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


class _Collected(Sequence[Document]):
    """The documents of a collection, and `others` in the place of those of their ids, made when they are asked for."""

    def __init__(self, cache: Cache, others: Sequence[Document] = ()) -> None:
        self._cache, self._others = cache, others
        self._numbers = {document.id: number for number, document in enumerate(others)}
        self._ids = list(dict.fromkeys((*cache.ids(), *self._numbers)))

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._ids)

    @overload
    def __getitem__(self, at: int) -> Document: ...
    @overload
    def __getitem__(self, at: slice) -> list[Document]: ...
    def __getitem__(self, at: int | slice) -> Document | list[Document]:
        """Return a document by its number; InputError where it is damaged, or gone from the collection meanwhile."""
        ids = self._ids[at]
        return self._document(ids) if isinstance(ids, str) else list(map(self._document, ids))

    def _document(self, id_: str) -> Document:
        if (number := self._numbers.get(id_)) is not None:
            return self._others[number]
        held = self._cache.held(id_)
        return _document(b"" if held is None else held.document, id_)


def collected(cache: Cache) -> Sequence[Document]:
    """Return the documents of a collection, by id, as long as it is open."""
    return _Collected(cache)


def added(documents: Sequence[Document], cache: Cache) -> Sequence[Document]:
    """Return the documents of a collection with more; one of the same id takes the place of the one that is there."""
    return _Collected(cache, documents)


def difference(documents: Iterable[Document], cache: Cache) -> Difference:
    """Return how documents differ from those of the collection."""
    new, changed, now = list[str](), list[str](), set[str]()
    for document in documents:
        now.add(document.id)
        held = cache.held(document.id)
        if held is None:
            new.append(document.id)
        elif held.document != msgspec.json.encode(document):
            changed.append(document.id)
    gone = (id_ for id_ in cache.ids() if id_ not in now)
    return Difference(tuple(sorted(new)), tuple(sorted(changed)), tuple(gone))


def collect(documents: Iterable[Document], kept: Shelf) -> None:
    """Make these the documents of the collection; of all others nothing is kept any more."""
    before, now = kept.cache.ids(), set[str]()

    def other() -> Iterator[tuple[str, Held]]:
        for document in documents:
            now.add(document.id)
            held = Held(msgspec.json.encode(document), kept.keys.parse(document), kept.keys.record(document))
            if kept.cache.held(document.id) != held:
                yield document.id, held

    kept.cache.hold(other(), without=(id_ for id_ in before if id_ not in now))


def forget(ids: Sequence[str], cache: Cache) -> None:
    """Take documents out of a collection with all that is kept of them; InputError where it has no such document."""
    for id_ in ids:
        if cache.held(id_) is None:
            remedy = "give the id of a document of it, which kg:Document has as dct:identifier"
            raise InputError(f"no document {id_!r} is in this collection", place=str(cache.folder), remedy=remedy)
    cache.hold((), without=ids)


def share_of(documents: Iterable[Document], part: int, parts: int) -> Iterator[Document]:
    """Yield the documents of share `part`, from 1, of so many `parts`: ids alone decide, whatever else is there."""
    numbered = ((int.from_bytes(sha256(each.id.encode()).digest()[:8], "big"), each) for each in documents)
    return (document for number, document in numbered if number % parts == part - 1)


def merge_collections(folders: Iterable[Path], into: Cache) -> None:
    """Take all documents of collections into one, with what was read of them; InputError where two differ in one."""
    for folder in folders:
        with opened(folder) as part:
            for id_, held in _all(part):
                known = into.held(id_)
                if known is not None and held.document != known.document:
                    remedy = "leave one of the two collections out"
                    raise InputError(
                        "is another document in another collection", place=f"{folder}: {id_}", remedy=remedy
                    )
            entries = (entry for _, held in _all(part) for entry in _kept_of(held))
            into.put((layer, key, data) for layer, key in entries if (data := part.get(layer, key)) is not None)
            into.hold(_all(part))


def _all(part: Cache) -> Iterator[tuple[str, Held]]:
    for id_ in part.ids():
        if (held := part.held(id_)) is not None:
            yield id_, held


def _kept_of(held: Held) -> tuple[tuple[Layer, str], ...]:
    return (Layer.PARSE, held.parse), (Layer.RECORD, held.record)


def _document(data: bytes, id_: str) -> Document:
    try:
        return msgspec.json.decode(data, type=Document)
    except msgspec.DecodeError as error:
        raise InputError(
            f"is damaged in its collection: {error}", place=id_, remedy="build it from its source"
        ) from error

"""What a graph says of the passages of each article: made for that article alone, and kept from one build to the next.

It depends on the record, and of other articles on nothing but how those are named whom the article tells of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from kg.pipeline.keys import digest
from kg.store.lines import sorted_subjects
from kg.store.portions import Portion, portion_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.assemble import Assembly
    from kg.cache import Cache
    from kg.pipeline.reading import Shelf
    from kg.pipeline.tally import Tally
    from kg.records import DocumentRecord

_AT_ONCE: Final = 64
"""Portions that are kept in one step: to wait for the disk after each would take as long as to make it."""


def portions(
    graph: Assembly, records: Mapping[str, DocumentRecord], tally: Tally, *, base: str, kept: Shelf | None, made_by: str
) -> Iterator[Portion]:
    """Yield the passages of each of the records that has any, sorted by their beginnings, and count them.

    What the shelf keeps is taken from it, as far as it was made by the same: `made_by` says by what, for all articles.
    """
    fresh: list[tuple[str, str, bytes]] = []
    for document in sorted(records, key=graph.beginning):
        made = digest(made_by, *graph.named(document))
        key = "" if kept is None else kept.keys.record(records[document].document)
        portion = None if kept is None else _kept(kept.cache, key, made)
        if portion is not None:
            tally.count_mentions(portion)
        else:
            wrong = len(tally.wrong)
            subjects = tally.counting(sorted_subjects(graph.passages(document)))
            portion = portion_of(graph.beginning(document), subjects, base=base)
            if kept is not None and len(tally.wrong) == wrong:
                fresh.append((key, made, msgspec.msgpack.encode(portion)))
        if kept is not None and len(fresh) >= _AT_ONCE:
            kept.cache.put_passages(fresh)
            fresh.clear()
        if portion.subjects:
            yield portion
    if kept is not None:
        kept.cache.put_passages(fresh)


def _kept(cache: Cache, key: str, made: str) -> Portion | None:
    """Return the portion of a record that was made of the same, None where there is none or it is damaged."""
    data = cache.passages(key, made)
    try:
        return None if data is None else msgspec.msgpack.decode(data, type=Portion)
    except msgspec.DecodeError:
        return None

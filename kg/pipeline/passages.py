"""What a graph says of the passages of each article: made for that article alone, and kept from one build to the next.

It depends on the record, and of other articles on nothing but how those are named whom the article tells of: wherever
somebody works, it is made, held against the text and counted there.
"""

from __future__ import annotations

from array import array
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

import msgspec
import numpy as np

from kg.assemble import passages_of
from kg.pipeline.keys import digest
from kg.pipeline.tally import Tally
from kg.spool import waiting
from kg.store.lines import sorted_subjects
from kg.store.portions import Portion, portion_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kg.assemble import Assembly
    from kg.knowledge import Knowledge
    from kg.pipeline.reading import Shelf
    from kg.records import DocumentRecord
    from kg.spread import Spread
    from kg.verify import Mismatch

_Task: TypeAlias = "tuple[DocumentRecord, tuple[str, ...], str]"
"""A record, how a graph names its document and entities, and how the IRIs of its mentions begin."""
_Made: TypeAlias = "tuple[Portion, Sequence[Mismatch]]"

_AT_ONCE: Final = 64
"""Portions that are kept in one step: to wait for the disk after each would take as long as to make it."""


@contextmanager
def portions(
    graph: Assembly,
    records: Mapping[str, DocumentRecord],
    tally: Tally,
    spread: Spread,
    *,
    base: str,
    kept: Shelf | None,
    made_by: str,
) -> Iterator[Sequence[Portion]]:
    """Give the passages of each of the records that has any, sorted by their beginnings, and count them.

    What the shelf keeps is taken from it, as far as it was made by the same: `made_by` says by what, for all articles.
    """
    documents = sorted(records, key=graph.beginning)
    places = array("L")

    def told() -> Iterator[Portion]:
        for place, portion in _each(graph, records, tally, spread, documents, base=base, kept=kept, made_by=made_by):
            if portion.subjects:
                places.append(place)
                yield portion

    with waiting(told(), Portion) as found:
        yield found.in_order(np.argsort(np.asarray(places)).tolist())


def _each(
    graph: Assembly,
    records: Mapping[str, DocumentRecord],
    tally: Tally,
    spread: Spread,
    documents: Sequence[str],
    *,
    base: str,
    kept: Shelf | None,
    made_by: str,
) -> Iterator[tuple[int, Portion]]:
    """Yield the place of each document with its passages: first of those of which they are kept, then of others."""
    missing = array("L")
    for place, document in enumerate(documents):
        portion = None if kept is None else _kept(kept, records[document], digest(made_by, *graph.named(document)))
        if portion is None:
            missing.append(place)
        else:
            tally.count_mentions(portion)
            yield place, portion
    fresh: list[tuple[str, str, bytes]] = []
    names = (documents[place] for place in missing)
    tasks = ((records[name], graph.named(name), graph.beginning(name)) for name in names)
    for place, (portion, wrong) in zip(missing, spread(partial(_making, base), tasks), strict=True):
        tally.count_mentions(portion)
        tally.wrong += wrong
        if kept is not None and not wrong:
            document = documents[place]
            key = kept.keys.record(records[document].document)
            fresh.append((key, digest(made_by, *graph.named(document)), msgspec.msgpack.encode(portion)))
            if len(fresh) >= _AT_ONCE:
                kept.cache.put_passages(fresh)
                fresh.clear()
        yield place, portion
    if kept is not None:
        kept.cache.put_passages(fresh)


def _making(base: str, knowledge: Knowledge) -> Callable[[_Task], _Made]:
    return partial(_made, base, knowledge)


def _made(base: str, knowledge: Knowledge, task: _Task) -> _Made:
    """Return the passages of a record, and those of them that do not stand in its text."""
    record, named, beginning = task
    id_ = record.document.id
    tally = Tally(knowledge.taxonomy, {named[0]: id_}, {id_: record})
    subjects = tally.counting(sorted_subjects(passages_of(record, named, base=base)))
    return portion_of(beginning, subjects, base=base), tally.wrong


def _kept(shelf: Shelf, record: DocumentRecord, made: str) -> Portion | None:
    """Return the portion of a record that was made of the same, None where there is none or it is damaged."""
    data = shelf.cache.passages(shelf.keys.record(record.document), made)
    try:
        return None if data is None else msgspec.msgpack.decode(data, type=Portion)
    except msgspec.DecodeError:
        return None

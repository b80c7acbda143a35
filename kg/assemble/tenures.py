"""Triples of who held which office of what, as the documents report it, with the days in office where known."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from kg.assemble.iris import local, settle, slug
from kg.assemble.merging import Iris, Source, source
from kg.assemble.triples import TYPE, fact, link, term, when, words
from kg.knowledge.folding import fold
from kg.knowledge.namespaces import RDFS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from kg.assemble.triples import Line
    from kg.knowledge.reference import Office, Resource
    from kg.records import DocumentRecord

_Report: TypeAlias = "tuple[str, str, tuple[Source, ...]]"
"""The id of a document, an office as it reports it, and the evidence."""


@dataclass(frozen=True, slots=True)
class MergedTenure:
    """An office that one holder has in all documents; `holder` and `of` are IRIs, `days` those of the documents."""

    iri: str
    holder: str
    office: str
    of: str | None
    days: tuple[date, ...]
    evidence: tuple[Source, ...]


def merge_tenures(records: Mapping[str, DocumentRecord], entities: Iris, base: str) -> list[MergedTenure]:
    """Return one tenure for each holder, office and country or organization, however many documents report it."""
    same: defaultdict[tuple[str, str, str], list[_Report]] = defaultdict(list)
    days: dict[str, date | None] = {}
    for at, record in records.items():
        for tenure in record.tenures:
            of = "" if tenure.of is None else entities[at][tenure.of]
            evidence = tuple(source(at, item, entities) for item in tenure.evidence)
            key = (entities[at][tenure.holder], fold(tenure.office), of)
            same[key].append((at, tenure.office, evidence))
            days[at] = record.document.date
    wishes = [
        (f"{base}tenure/{slug(' '.join((local(holder), office, local(of))))}", f"{holder} {office} {of}")
        for holder, office, of in same
    ]
    return [_merged(iri, key, reports, days) for iri, (key, reports) in zip(settle(wishes), same.items(), strict=True)]


def tenure_triples(
    tenure: MergedTenure, *, names: Mapping[str, str], reference: Mapping[str, Resource]
) -> Iterator[Line]:
    """Yield a tenure without its evidence."""
    yield link(tenure.iri, TYPE, term("Tenure"))
    parts = [names[tenure.holder], tenure.office, *([names[tenure.of]] if tenure.of else [])]
    yield fact(tenure.iri, RDFS + "label", words(", ".join(parts)))
    yield link(tenure.iri, term("holder"), tenure.holder)
    yield fact(tenure.iri, term("office"), words(tenure.office))
    if tenure.of:
        yield link(tenure.iri, term("of"), tenure.of)
    office = _known(tenure, reference)
    if office and office.since:
        yield fact(tenure.iri, term("since"), when(office.since.isoformat()))
    if office and office.until:
        yield fact(tenure.iri, term("until"), when(office.until.isoformat()))


def _merged(
    iri: str,
    key: tuple[str, str, str],
    reports: Sequence[_Report],
    published: Mapping[str, date | None],
) -> MergedTenure:
    votes = Counter(office for _, office, _ in reports)
    days = {day for at, _, _ in reports if (day := published[at])}
    return MergedTenure(
        iri=iri,
        holder=key[0],
        office=min(votes, key=lambda office: (-votes[office], office)),
        of=key[2] or None,
        days=tuple(sorted(days)),
        evidence=tuple(sorted({item for _, _, evidence in reports for item in evidence})),
    )


def _known(tenure: MergedTenure, reference: Mapping[str, Resource]) -> Office | None:
    """Return the office of the reference data that this is, if only one can be meant.

    One who held it twice is meant in the term in which all the articles appeared.
    """
    holder = reference.get(tenure.holder)
    wanted = fold(tenure.office)
    same = [office for office in (holder.offices if holder else ()) if office.of == tenure.of and wanted == office.key]
    if len(same) > 1:
        same = [office for office in same if tenure.days and all(office.held_on(day) for day in tenure.days)]
    return same[0] if len(same) == 1 else None

"""Triples of who held which office of what, as the documents report it, with the days in office where known."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date  # noqa: TC003 (msgspec asks what the fields are)
from typing import TYPE_CHECKING

from kg.assemble.iris import local, settle, slug
from kg.assemble.merging import Iris, Source, source
from kg.assemble.triples import TYPE, fact, link, term, when, words
from kg.knowledge.folding import fold
from kg.knowledge.namespaces import RDFS
from kg.spool import Hashes, spooled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.assemble.triples import Line
    from kg.knowledge.reference import Office, Resource
    from kg.records import DocumentRecord


@dataclass(frozen=True, slots=True)
class _Report:
    """An office as a document reports it; `key` are the IRIs of holder and country, and between them the office."""

    key: tuple[str, str, str]
    office: str
    day: date | None
    evidence: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class MergedTenure:
    """An office that one holder has in all documents; `holder` and `of` are IRIs, `days` those of the documents."""

    iri: str
    holder: str
    office: str
    of: str | None
    days: tuple[date, ...]
    evidence: tuple[Source, ...]


def merge_tenures(records: Mapping[str, DocumentRecord], entities: Iris, base: str) -> Iterator[MergedTenure]:
    """Yield one tenure for each holder, office and country or organization, however many documents report it."""
    hashes = Hashes()

    def noted() -> Iterator[_Report]:
        for report in _reports(records, entities):
            hashes.add(" ".join(report.key))
            yield report

    reports = spooled(noted(), _Report)
    keys = (same[0].key for same in _of_one(reports, hashes))
    wishes = (
        (f"{base}tenure/{slug(' '.join((local(holder), office, local(of))))}", f"{holder} {office} {of}")
        for holder, office, of in keys
    )
    for iri, same in zip(settle(wishes), _of_one(reports, hashes), strict=True):
        yield _merged(iri, same)


def _reports(records: Mapping[str, DocumentRecord], entities: Iris) -> Iterator[_Report]:
    for at, record in records.items():
        for tenure in record.tenures:
            of = "" if tenure.of is None else entities[at][tenure.of]
            evidence = tuple(source(at, item, entities) for item in tenure.evidence)
            key = entities[at][tenure.holder], fold(tenure.office), of
            yield _Report(key, tenure.office, record.document.date, evidence)


def _of_one(reports: Sequence[_Report], hashes: Hashes) -> Iterator[list[_Report]]:
    """Yield the reports of each key."""
    for numbers in hashes.groups():
        same: defaultdict[tuple[str, str, str], list[_Report]] = defaultdict(list)
        for report in map(reports.__getitem__, numbers):
            same[report.key].append(report)
        yield from same.values()


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


def _merged(iri: str, reports: Sequence[_Report]) -> MergedTenure:
    votes = Counter(report.office for report in reports)
    holder, _, of = reports[0].key
    return MergedTenure(
        iri=iri,
        holder=holder,
        office=min(votes, key=lambda office: (-votes[office], office)),
        of=of or None,
        days=tuple(sorted({report.day for report in reports if report.day})),
        evidence=tuple(sorted({item for report in reports for item in report.evidence})),
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

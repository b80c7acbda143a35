"""Two sides of one call: what every report of a conversation tells, and what only one of them does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.report.lines import ACTING, REFUTED, TOLD
from kg.report.people import TALKS
from kg.report.records import Account, Encounter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.report.lines import Lines
    from kg.report.records import Line
    from kg.view.content import Event

FEWEST: Final = 2
"""Documents that report a conversation of which there are sides."""


def encounters(lines: Lines) -> tuple[Encounter, ...]:
    """Return the conversations that several documents report and of which one tells what the others do not."""
    documents = {iri: _documents(lines, event) for iri, event in lines.events.items()}
    acting = {iri: frozenset(lines.roles(event, *ACTING)) for iri, event in lines.events.items()}
    found = []
    for talk in (event for event in lines.told if lines.kind(event, *TALKS)):
        reports = _documents(lines, talk, only=TOLD)
        if len(reports) < FEWEST:
            continue
        parties = _with_homes(lines, acting[talk.iri])
        around = [
            event
            for iri, event in lines.events.items()
            if event.factuality not in REFUTED
            and not lines.kind(event, *TALKS)
            and acting[iri] & parties
            and documents[iri] & reports
        ]
        if encounter := _encounter(lines, talk, reports, around):
            found.append(encounter)
    return tuple(sorted(found, key=lambda one: (-len(one.accounts), one.line.date or "9999", one.line.iri)))


def _encounter(lines: Lines, talk: Event, documents: frozenset[str], around: Iterable[Event]) -> Encounter | None:
    line = lines.line(talk)
    known = {lines.words.documents[iri].identifier for iri in documents if iri in lines.words.documents}
    reports = {source.document: source for source in line.sources if source.document in known}
    told = [_of(lines.line(event), reports) for event in around]
    both = tuple(one for one in told if len(one.sources) >= FEWEST)
    accounts = tuple(
        Account(source, _in_order(one for one in told if [each.document for each in one.sources] == [document]))
        for document, source in reports.items()
    )
    return Encounter(line, _in_order(both), accounts) if any(account.only for account in accounts) else None


def _of(line: Line, reports: Iterable[str]) -> Line:
    return replace(line, sources=tuple(source for source in line.sources if source.document in reports))


def _in_order(lines: Iterable[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda line: (line.family, line.text, line.iri)))


def _documents(lines: Lines, event: Event, *, only: str = "") -> frozenset[str]:
    """Return the documents that tell an event, or those of them that tell it `only` so."""
    known = (lines.words.mentions[iri] for iri in event.mentions if iri in lines.words.mentions)
    return frozenset(mention.document for mention in known if not only or mention.factuality in {None, only})


def _with_homes(lines: Lines, parties: Iterable[str]) -> set[str]:
    """Return the parties with the countries and organizations that they serve."""
    return {home for iri in parties for home in (iri, *lines.words.entities[iri].represents)}

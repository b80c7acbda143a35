"""From a graph to what a report tells."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from kg.errors import GraphError, harmless
from kg.report.accounts import encounters
from kg.report.figures import disputes, reckonings, supplies
from kg.report.lines import ACTING, Lines
from kg.report.people import TALKS, actors, pairs
from kg.report.plans import plans
from kg.report.records import Brief, Line, Outlet, Paper
from kg.view.content import all_mentions
from kg.view.network import relevant
from kg.view.reading import read_content
from kg.view.selection import select
from kg.view.wording import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Store

    from kg.knowledge import Knowledge
    from kg.view.content import Event

LENGTH: Final = len("2025-07-04")
FEWEST: Final = 2
"""Who or what an event of the headlines names at least."""


def brief_of(
    store: Store, knowledge: Knowledge, *, title: str, focus: str | None = None, since: str | None = None
) -> Brief:
    """Return what a report tells of a graph, or of the part that `select` keeps; GraphError where that is nothing."""
    whole = relevant(read_content(store, knowledge.taxonomy))
    part = select(whole, knowledge.taxonomy, focus=focus, since=since)
    lines = Lines(Words(part, knowledge.looks), knowledge.taxonomy)
    if not lines.events:
        raise GraphError("the graph tells no events", remedy="name a graph that kg build wrote of news")
    counted = reckonings(lines)
    papers = _papers(lines)
    days = sorted(paper.date for paper in papers if paper.date)
    return Brief(
        title=title,
        first=days[0] if days else "",
        last=days[-1] if days else "",
        papers=papers,
        outlets=_outlets(lines, papers),
        events=len(lines.told),
        undated=sum(not event.date for event in lines.told),
        families=_families(lines),
        statuses=_statuses(lines),
        days=_days((event, lines.family(event)) for event in lines.told),
        talks=_days((event, lines.words.label(event.kind)) for event in lines.told if lines.kind(event, *TALKS)),
        headlines=_headlines(lines),
        actors=actors(lines),
        pairs=pairs(lines),
        supplies=supplies(lines),
        reckonings=counted,
        disputes=disputes(lines, counted),
        encounters=encounters(lines),
        claims=_claims(lines),
        plans=plans(lines),
    )


def _papers(lines: Lines) -> tuple[Paper, ...]:
    events = Counter(document for event in lines.events.values() for document in _documents(lines, event))
    papers = (
        Paper(
            identifier=document.identifier,
            title=harmless(document.title or document.identifier),
            outlet=harmless(lines.words.outlet(document)),
            date=document.date or "",
            url=document.url or "",
            events=events[document.iri],
        )
        for document in lines.words.content.documents
    )
    return tuple(sorted(papers, key=lambda paper: (paper.date or "9999", paper.outlet, paper.identifier)))


def _documents(lines: Lines, event: Event) -> set[str]:
    known = lines.words.mentions
    return {known[iri].document for iri in all_mentions(event) if iri in known} & set(lines.words.documents)


def _outlets(lines: Lines, papers: tuple[Paper, ...]) -> tuple[Outlet, ...]:
    """Return the outlets, those with most documents first, with what each tells and what it alone tells."""
    told: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    for event in lines.told:
        names = {harmless(lines.words.outlet(lines.words.documents[iri])) for iri in _documents(lines, event)}
        told.update(names)
        alone.update(names if len(names) == 1 else ())
    found: dict[str, list[Paper]] = {}
    for paper in papers:
        found.setdefault(paper.outlet, []).append(paper)
    named = {harmless(document.outlet) for document in lines.words.content.documents if document.outlet}
    outlets = []
    for name, own in found.items():
        days = [paper.date for paper in own if paper.date] or [""]
        outlets.append(Outlet(name, name in named, len(own), told[name], alone[name], min(days), max(days)))
    return tuple(sorted(outlets, key=lambda outlet: (-outlet.documents, outlet.name)))


def _families(lines: Lines) -> tuple[tuple[str, str], ...]:
    """Return the families that have events, in the order of the legend, with their labels."""
    present = {lines.family(event) for event in lines.told}
    known = lines.words.looks.families
    ranked = sorted((name for name in known if name in present), key=lambda name: (known[name].order, name))
    return tuple((name, known[name].label) for name in ranked)


def _statuses(lines: Lines) -> tuple[tuple[str, str], ...]:
    present = {event.status for event in lines.told if event.status}
    order = [phrase.tells for phrase in lines.words.looks.phrases]
    return tuple(
        (name, lines.words.label(name))
        for name in sorted(present, key=lambda name: (order.index(name) if name in order else len(order), name))
    )


def _days(events: Iterable[tuple[Event, str]]) -> tuple[tuple[str, str, int], ...]:
    """Return how many events of each sort each day has, those that are told of a month or a year left out."""
    counts = Counter((event.date, sort) for event, sort in events if event.date and len(event.date) == LENGTH)
    return tuple((day or "", sort, number) for (day, sort), number in sorted(counts.items()))


def _headlines(lines: Lines) -> tuple[Line, ...]:
    """Return the events by how many outlets, documents and sentences tell them, the latest first.

    What somebody said is no headline, nor what names nobody or nobody else.
    """
    found = [
        (lines.line(event), len(event.mentions))
        for event in lines.told
        if not lines.words.looks.classes[event.kind].background and _names_enough(lines, event)
    ]
    found.sort(key=lambda each: each[0].iri)
    found.sort(key=lambda each: each[0].date, reverse=True)
    found.sort(key=lambda each: (-each[0].outlets, -len(each[0].sources), -each[1]))
    return tuple(line for line, _ in found)


def _names_enough(lines: Lines, event: Event) -> bool:
    return len(lines.roles(event, *ACTING, "DoneTo", "Circumstance")) >= FEWEST and bool(lines.roles(event, *ACTING))


def _claims(lines: Lines) -> tuple[Line, ...]:
    """Return what one document alone tells, and only on somebody's word."""
    found = (lines.line(event) for event in lines.told if lines.claimants(event))
    alone = [line for line in found if len(line.sources) == 1]
    return tuple(sorted(alone, key=lambda line: (line.date or "9999", line.text, line.iri)))

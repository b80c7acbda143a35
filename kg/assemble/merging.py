"""One event out of the mentions of many documents: what they say together, entities named by their IRIs."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from kg.assemble.naming import named_elsewhere
from kg.errors import GraphError
from kg.periods import contains, size
from kg.records import (  # msgspec asks what the fields of a MergedEvent are
    STRENGTH,
    Attribute,
    DateBasis,
    EventDate,
    Factuality,
    Term,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.knowledge.taxonomy import Taxonomy
    from kg.records import Cluster, DocumentRecord, Event, Evidence, Figure, Mention

_Item = TypeVar("_Item", str, tuple["Term", str], "Source")
_UNNAMED_SOURCE, _STATUS = Term("unnamedSource"), Term("transferStatus")

Iris: TypeAlias = "Mapping[str, Sequence[str]]"
"""The IRIs of the entities of each document."""
NO_COPIES: Mapping[str, str] = MappingProxyType({})
MOST = 0.99
"""Papers copy from one another, so that no number of them makes an event certain."""


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """Evidence in the document of this id.

    Of an event also what it tells there: the characters of its trigger, factuality, date and, by their IRIs, who claims
    it; empty where nothing is told.
    """

    document: str
    start: int
    end: int
    rule: str
    trigger: tuple[int, ...] = ()
    factuality: str = ""
    date: str = ""
    according_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MergedFigure:
    """A figure with all who report it; `weapon` and `according_to` are IRIs."""

    measure: Term
    weapon: str | None
    minimum: int | None
    maximum: int | None
    according_to: tuple[str, ...]
    evidence: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class MergedEvent:
    """An event as all its documents report it, every tuple sorted and without repetition; entities are IRIs.

    `named_at` are the words outside its evidence by which those take part whom none of that names.
    """

    kind: Term
    arguments: tuple[tuple[Term, str], ...]
    factuality: Factuality
    date: EventDate | None
    duration: str | None
    attributes: tuple[Attribute, ...]
    figures: tuple[MergedFigure, ...]
    according_to: tuple[str, ...]
    topics: tuple[str, ...]
    quotes: tuple[str, ...]
    confidence: float
    evidence: tuple[Source, ...]
    named_at: tuple[Source, ...] = ()


def source(document: str, evidence: Evidence, entities: Iris) -> Source:
    """Return evidence together with the id of its document."""
    trigger = evidence.trigger
    return Source(
        document,
        evidence.span.start,
        evidence.span.end,
        evidence.rule,
        () if trigger is None else (trigger.start, trigger.end),
        evidence.factuality or "",
        evidence.date.value if evidence.date else "",
        _sorted(entities[document][index] for index in evidence.according_to),
    )


def words(document: str, mention: Mention) -> Source:
    """Return a mention together with the id of its document."""
    return Source(document, mention.span.start, mention.span.end, mention.rule)


def merge(
    cluster: Cluster,
    records: Mapping[str, DocumentRecord],
    entities: Iris,
    taxonomy: Taxonomy,
    copies: Mapping[str, str] = NO_COPIES,
) -> MergedEvent:
    """Return the event of a cluster; `copies` gives the original of each copy.

    Raises GraphError for an event without evidence.
    """
    told = [(member.document, records[member.document].events[member.index]) for member in cluster.members]
    for at, event in told:
        if not event.evidence:
            remedy = "mend the rule that read it"
            raise GraphError(f"an event of class {event.kind} has no evidence", place=at, remedy=remedy)
    events = [event for _, event in told]
    factuality = min((event.factuality for event in events), key=STRENGTH.index)
    believed = [event for event in events if event.factuality is factuality]
    claimed = not any(_is_asserted(event, taxonomy) for event in believed)
    return MergedEvent(
        kind=_kind(events, taxonomy),
        arguments=_sorted((role.role, entities[at][role.entity]) for at, event in told for role in event.arguments),
        factuality=factuality,
        date=_date(believed) or _date(events),
        duration=_most_frequent(event.duration for event in believed) or _most_frequent(e.duration for e in events),
        attributes=tuple(a for a in _attributes(events) if claimed or a.property != _UNNAMED_SOURCE),
        figures=_figures(told, entities),
        according_to=_sorted(entities[at][index] for at, event in told for index in event.according_to if claimed),
        topics=_sorted(topic for event in events for topic in event.topics),
        quotes=_quotes(events),
        confidence=_confidence(told, copies),
        evidence=_sorted(source(at, evidence, entities) for at, event in told for evidence in event.evidence),
        named_at=_sorted(words(at, mention) for at, mention in named_elsewhere(told, records, entities)),
    )


def _is_asserted(event: Event, taxonomy: Taxonomy) -> bool:
    """Say whether an article tells the event in its own voice and with all parties.

    One that only repeats what another says is claimed, without its source and in part, leaves it a claim.
    """
    if event.according_to or any(attribute.property == _UNNAMED_SOURCE for attribute in event.attributes):
        return False
    roles = [role for role, _ in {(argument.role, argument.entity) for argument in event.arguments}]
    statuses = [Term(str(a.value)) for a in event.attributes if a.property == _STATUS]
    return taxonomy.names_all(event.kind, roles, statuses)


def _confidence(told: Sequence[tuple[str, Event]], copies: Mapping[str, str]) -> float:
    """Return the chance that at least one document was read rightly, were their errors independent; at most 0.99.

    A text and its copies are read alike, and count once.
    """
    best: dict[str, float] = {}
    for at, event in told:
        original = copies.get(at, at)
        best[original] = max(event.confidence, best.get(original, 0.0))
    if len(best) == 1:
        return max(best.values())
    return round(min(1 - math.prod(1 - chance for chance in best.values()), MOST), 2)


def _kind(events: Iterable[Event], taxonomy: Taxonomy) -> Term:
    """Return the most special class that a document gives, the most frequent of those, the first by name on a tie."""
    votes = Counter(event.kind for event in events)
    return min(votes, key=lambda kind: (-taxonomy.depth(kind), -votes[kind], kind))


def _date(events: Iterable[Event]) -> EventDate | None:
    """Return the date that most documents agree with, the most precise of those.

    A week or month agrees with any day in it, so a day wins over its own week and month.
    """
    dates = [event.date for event in events if event.date]
    votes = {date.value: sum(contains(other.value, date.value) for other in dates) for date in dates}
    value = min(votes, key=lambda value: (-votes[value], size(value), value), default=None)
    if value is None:
        return None
    explicit = any(date == EventDate(value, DateBasis.EXPLICIT) for date in dates)
    return EventDate(value, DateBasis.EXPLICIT if explicit else DateBasis.RELATIVE)


def _attributes(events: Iterable[Event]) -> tuple[Attribute, ...]:
    found = {attribute for event in events for attribute in event.attributes}
    return tuple(sorted(found, key=lambda attribute: (attribute.property, str(attribute.value))))


def _figures(told: Iterable[tuple[str, Event]], entities: Iris) -> tuple[MergedFigure, ...]:
    same: defaultdict[tuple[Term, str, float, float], list[tuple[str, Figure]]] = defaultdict(list)
    for at, event in told:
        for figure in event.figures:
            weapon = "" if figure.weapon is None else entities[at][figure.weapon]
            low = float("-inf") if figure.minimum is None else figure.minimum
            high = float("inf") if figure.maximum is None else figure.maximum
            same[figure.measure, weapon, low, high].append((at, figure))
    return tuple(
        MergedFigure(
            measure=key[0],
            weapon=key[1] or None,
            minimum=group[0][1].minimum,
            maximum=group[0][1].maximum,
            according_to=_sorted(entities[at][index] for at, figure in group for index in figure.according_to),
            evidence=_sorted(source(at, evidence, entities) for at, figure in group for evidence in figure.evidence),
        )
        for key, group in sorted(same.items())
    )


def _quotes(events: Iterable[Event]) -> tuple[str, ...]:
    """Return the quotations, without those that are part of a longer one."""
    quotes = sorted({event.quote for event in events if event.quote})
    return tuple(quote for quote in quotes if not any(quote != other and quote in other for other in quotes))


def _most_frequent(values: Iterable[str | None]) -> str | None:
    votes = Counter(value for value in values if value)
    return min(votes, key=lambda value: (-votes[value], value), default=None)


def _sorted(values: Iterable[_Item]) -> tuple[_Item, ...]:
    return tuple(sorted(set(values)))

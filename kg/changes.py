"""What is told in one graph and not in another, event by event, with the sentences behind it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, partial
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from kg.knowledge.namespaces import DCT, KG, OWL, RDF, RDFS, SKOS, XSD
from kg.store.values import first, values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from pyoxigraph import Store

_EVIDENCE, _LABEL = KG + "evidence", RDFS + "label"
_ASIDE: Final = frozenset({_EVIDENCE, _LABEL, RDF + "type", KG + "week", KG + "durationMinutes", KG + "code"})
"""What is told by something else of the event, so that a change of it is no news of its own."""


class What(StrEnum):
    """What became of an event between two graphs."""

    APPEARED = "appeared"
    CHANGED = "changed"
    VANISHED = "vanished"


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """Words of a document that tell of an event; `document` is its id."""

    document: str
    words: str


@dataclass(frozen=True, slots=True)
class EventReport:
    """An event as one graph tells it: facts as (property, value) in words, mentions by their IRIs.

    `sentences` are the words of those mentions on which only this side of a change rests, sorted.
    """

    iri: str
    label: str
    facts: frozenset[tuple[str, str]]
    mentions: frozenset[str]
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """An event before and after; None where a graph does not tell of it. Two IRIs say that it was renamed."""

    old: EventReport | None
    new: EventReport | None

    @property
    def what(self) -> What:
        """Return what became of the event."""
        if self.old is None:
            return What.APPEARED
        return What.VANISHED if self.new is None else What.CHANGED

    @property
    def label(self) -> str:
        """Return what the event is called now or, of one that is gone, what it was called."""
        report = self.new or self.old
        return report.label if report is not None else ""

    def facts(self, report: EventReport | None) -> list[tuple[str, str]]:
        """Return what only this side, `old` or `new`, says of the event, sorted."""
        both = (self.old.facts if self.old else frozenset()) & (self.new.facts if self.new else frozenset())
        return sorted(report.facts - both) if report is not None else []


def changes(old: Store, new: Store) -> tuple[Change, ...]:
    """Return the events of which two graphs do not tell alike, sorted by label.

    An event that has another IRI but rests on the words of one that is gone is that event, renamed.
    """
    before, after = _events(old), _events(new)
    names = _renamed({iri: before[iri] for iri in before.keys() - after.keys()}, after.keys() - before.keys(), after)
    found = [Change(told, after.get(names.get(iri, iri))) for iri, told in before.items()]
    taken = {*before, *names.values()}
    found += [Change(None, told) for iri, told in after.items() if iri not in taken]
    # Most events of two graphs are alike: the words are asked for of the others alone.
    differing = (
        Change(_worded(change.old, change.new, old), _worded(change.new, change.old, new))
        for change in found
        if not _alike(change)
    )
    return tuple(sorted(differing, key=lambda change: (change.label, (change.new or change.old or _NOBODY).iri)))


_NOBODY: Final = EventReport("", "", frozenset(), frozenset())


def _alike(change: Change) -> bool:
    old, new = change.old, change.new
    if old is None or new is None:
        return False
    return old.iri == new.iri and old.facts == new.facts and old.mentions == new.mentions


def _renamed(gone: Mapping[str, EventReport], come: Iterable[str], after: Mapping[str, EventReport]) -> dict[str, str]:
    """Return the new IRI of events that are gone: of the one that rests on most of their mentions, each given once."""
    home: defaultdict[str, list[str]] = defaultdict(list)
    for iri in come:
        for mention in after[iri].mentions:
            home[mention].append(iri)
    shared = Counter((iri, other) for iri, told in gone.items() for mention in told.mentions for other in home[mention])
    names: dict[str, str] = {}
    taken: set[str] = set()
    for (iri, other), _ in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0])):
        if iri not in names and other not in taken:
            names[iri] = other
            taken.add(other)
    return names


def _worded(report: EventReport | None, other: EventReport | None, store: Store) -> EventReport | None:
    """Return one side of a change with the words of the mentions that the other has not."""
    if report is None:
        return None
    mentions = report.mentions if other is None else report.mentions - other.mentions
    return replace(report, sentences=tuple(sorted({_sentence(store, NamedNode(iri)) for iri in mentions})))


def _events(store: Store) -> dict[str, EventReport]:
    is_a = NamedNode(RDF + "type")
    name = cache(partial(_name, store))
    events = [quad.subject for quad in store.quads_for_pattern(None, is_a, NamedNode(KG + "Event"), None)]
    found = (_read_event(store, event, name) for event in events if isinstance(event, NamedNode))
    return {told.iri: told for told in sorted(found, key=lambda told: told.iri)}


def _read_event(store: Store, event: NamedNode, name: Callable[[NamedNode], str]) -> EventReport:
    facts: set[tuple[str, str]] = set()
    mentions: set[str] = set()
    label = event.value
    for quad in store.quads_for_pattern(event, None, None, None):
        predicate, value = quad.predicate.value, quad.object
        if predicate == _LABEL and isinstance(value, Literal):
            label = value.value
        elif predicate == _EVIDENCE and isinstance(value, NamedNode):
            mentions.add(value.value)
        elif predicate not in _ASIDE and isinstance(value, NamedNode | Literal):
            words = value.value if isinstance(value, Literal) else name(value)
            facts.add((predicate.removeprefix(KG), words))
    return EventReport(event.value, label, frozenset(facts), frozenset(mentions))


def _sentence(store: Store, mention: NamedNode) -> Sentence:
    found = (quad.object for quad in store.quads_for_pattern(mention, NamedNode(KG + "document"), None, None))
    names = (first(store, document.value, DCT + "identifier") for document in found if isinstance(document, NamedNode))
    return Sentence(min(names, default=""), " ".join(first(store, mention.value, KG + "quote").split()))


def _name(store: Store, node: NamedNode) -> str:
    names = (name for predicate in (SKOS + "prefLabel", _LABEL) for name in values(store, node.value, predicate))
    return min(names, default=node.value.removeprefix(KG))


def as_text(found: Iterable[Change]) -> Iterator[str]:
    """Yield lines for a reader: + for what is told now, - for what is not any more, ~ for an event told otherwise."""
    signs = {What.APPEARED: "+", What.CHANGED: "~", What.VANISHED: "-"}
    for change in found:
        yield f"{signs[change.what]} {change.label}"
        if change.old is not None and change.new is not None and change.old.iri != change.new.iri:
            yield f"    {change.old.iri} is now {change.new.iri}"
        for sign, told in (("-", change.old), ("+", change.new)):
            if change.what is What.CHANGED:
                yield from (f"    {sign} {name}: {value}" for name, value in change.facts(told))
            yield from (f"    {sign} {one.document}: “{one.words}”" for one in (told.sentences if told else ()))


def as_data(change: Change) -> dict[str, object]:
    """Return a change as plain data for JSON."""
    return {
        "change": change.what.value,
        "label": change.label,
        "old": _side(change, change.old),
        "new": _side(change, change.new),
    }


def _side(change: Change, report: EventReport | None) -> dict[str, object] | None:
    if report is None:
        return None
    sentences = [{"document": one.document, "words": one.words} for one in report.sentences]
    facts = [{"property": name, "value": value} for name, value in change.facts(report)]
    return {"iri": report.iri, "label": report.label, "facts": facts, "sentences": sentences}


def as_ntriples(found: Iterable[Change]) -> Iterator[str]:
    """Yield lines of N-Triples, sorted: dct:replaces where an event was renamed, owl:deprecated where it is gone."""
    lines: list[str] = []
    for change in found:
        if change.old is None:
            continue
        old = NamedNode(change.old.iri)
        if change.new is None:
            flag = Literal("true", datatype=NamedNode(XSD + "boolean"))
            lines.append(f"{old} {NamedNode(OWL + 'deprecated')} {flag} .")
        elif change.new.iri != change.old.iri:
            lines.append(f"{NamedNode(change.new.iri)} {NamedNode(DCT + 'replaces')} {old} .")
    yield from sorted(lines)

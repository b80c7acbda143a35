"""What people read of a graph: a node's events in sentences with their words, its neighbours, and the newest events."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Store

from kg.errors import KgError
from kg.explain import find
from kg.knowledge.namespaces import KG, RDF, RDFS
from kg.knowledge.taxonomy import local_name
from kg.records import Term
from kg.report.lines import Lines
from kg.serve.search import search
from kg.view.reading import read_content
from kg.view.wording import Words

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from kg.explain import Candidate
    from kg.knowledge import Knowledge
    from kg.knowledge.taxonomy import Taxonomy
    from kg.report.records import Line
    from kg.serve.search import Hit

MOST: Final = 50
"""Events that a page tells."""
NEWEST: Final = 12
NEAREST: Final = 16
_DEPTH: Final = 3
"""Steps from an event to the documents of its figures."""
_EVENT: Final = NamedNode(KG + "Event")
_BACKGROUND: Final = NamedNode(KG + "Statement")


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Somebody with whom a node takes part in events, and in how many."""

    iri: str
    name: str
    events: int


@dataclass(frozen=True, slots=True)
class NodeNews:
    """What is told of a node: sentences with their words, and who else takes part; `whole` counts the events.

    `kind` is the label of its class.
    """

    lines: tuple[Line, ...]
    neighbours: tuple[Neighbour, ...]
    whole: int
    kind: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: nodes by name, and quotations with the events that they are evidence of."""

    words: str
    nodes: tuple[Candidate, ...]
    hits: tuple[tuple[Hit, tuple[tuple[str, str], ...]], ...]


def news_of(store: Store, iri: str, knowledge: Knowledge) -> NodeNews:
    """Return what is told of a node: of an event itself, of all else the events in which it has a part."""
    node = NamedNode(iri)
    if _is_event(store, node):
        events = [iri]
    else:
        events = sorted({s.value for s in _subjects(store, node) if _is_event(store, s)})
    events.sort(key=lambda each: (_date(store, each), each), reverse=True)
    lines = _lines(store, events[:MOST], knowledge)
    near = Counter(
        other
        for event in (lines.events.values() if lines else ())
        for other in dict.fromkeys(end for _, end in event.roles)
        if other != iri and lines and other in lines.words.entities and not lines.words.nameless(other)
    )
    ranked = sorted(near.items(), key=lambda item: (-item[1], item[0]))[:NEAREST]
    return NodeNews(
        lines=tuple(lines.line(lines.events[each]) for each in events[:MOST] if each in lines.events) if lines else (),
        neighbours=tuple(
            Neighbour(other, lines.words.entities[other].name, number) for other, number in ranked if lines
        ),
        whole=len(events),
        kind=_kind(store, node, knowledge.taxonomy),
    )


def _kind(store: Store, node: NamedNode, taxonomy: Taxonomy) -> str:
    found = store.quads_for_pattern(node, NamedNode(RDF + "type"), None, None)
    kinds = (Term(local_name(quad.object.value)) for quad in found if isinstance(quad.object, NamedNode))
    lowest = taxonomy.lowest(kinds)
    return taxonomy.labels.get(lowest, "") if lowest else ""


def newest(store: Store, knowledge: Knowledge) -> tuple[Line, ...]:
    """Return the newest events that are told as facts; words of people are left out."""
    dated = (
        quad.subject
        for quad in store.quads_for_pattern(None, NamedNode(KG + "factuality"), NamedNode(KG + "Asserted"), None)
        if isinstance(quad.subject, NamedNode) and _is_event(store, quad.subject)
    )
    kept = [
        node.value for node in dated if not _has(store, node, RDF + "type", _BACKGROUND) and _date(store, node.value)
    ]
    kept.sort(key=lambda each: (_date(store, each), each), reverse=True)
    lines = _lines(store, kept[:NEWEST], knowledge)
    return tuple(lines.line(lines.events[iri]) for iri in kept[:NEWEST] if iri in lines.events) if lines else ()


def found_by(store: Store, index: sqlite3.Connection, words: str) -> Found:
    """Return the nodes and the quotations that words find."""
    try:
        nodes = find(store, words)
    except KgError:
        nodes = ()
    hits = tuple((hit, tuple(_events(store, hit.mention))) for hit in search(index, words))
    return Found(words, nodes[:NEWEST], hits)


def _events(store: Store, mention: str) -> Iterable[tuple[str, str]]:
    """Yield the events of which a mention is evidence, with their labels."""
    for quad in store.quads_for_pattern(None, NamedNode(KG + "evidence"), NamedNode(mention), None):
        if isinstance(quad.subject, NamedNode):
            found = store.quads_for_pattern(quad.subject, NamedNode(RDFS + "label"), None, None)
            labels = [label.object.value for label in found if isinstance(label.object, Literal)]
            yield quad.subject.value, min(labels, default="")


def _subjects(store: Store, node: NamedNode) -> Iterable[NamedNode]:
    for quad in store.quads_for_pattern(None, None, node, None):
        if isinstance(quad.subject, NamedNode):
            yield quad.subject


def _has(store: Store, node: NamedNode, predicate: str, value: NamedNode) -> bool:
    return any(True for _ in store.quads_for_pattern(node, NamedNode(predicate), value, None))


def _is_event(store: Store, node: NamedNode) -> bool:
    return _has(store, node, RDF + "type", _EVENT)


def _date(store: Store, iri: str) -> str:
    found = store.quads_for_pattern(NamedNode(iri), NamedNode(KG + "date"), None, None)
    return min((quad.object.value for quad in found if isinstance(quad.object, Literal)), default="")


def _lines(store: Store, events: list[str], knowledge: Knowledge) -> Lines | None:
    """Return events ready to be told, from the part of the graph around them alone."""
    part, seen, edge = Store(), set[str](), events
    for _ in range(_DEPTH + 1):
        quads = [quad for iri in edge for quad in store.quads_for_pattern(NamedNode(iri), None, None, None)]
        part.extend(quads)
        seen.update(edge)
        objects = {quad.object.value for quad in quads if isinstance(quad.object, NamedNode)}
        edge = sorted(iri for iri in objects - seen if not iri.startswith(KG))
    try:
        return Lines(Words(read_content(part, knowledge.taxonomy), knowledge.looks), knowledge.taxonomy)
    except KgError:
        return None

"""Everything a graph knows of one node, each piece with the words behind it, from the graph alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.errors import GraphError
from kg.explain.explanation import Explanation, Fact, Passage, Reason
from kg.explain.finding import NAMES, candidate
from kg.knowledge.namespaces import DCT, KG, RDF
from kg.store.graph import base_of
from kg.store.values import first, short_name, subjects, values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Store

_Texts: TypeAlias = "dict[str, tuple[tuple[int, int, str], ...]]"
"""Start, end and quote of every mention, by the IRI of its document, as far as they were needed."""

# What a node is called and made of is told apart from what is said of it.
_REMEDY: Final = "validate the graph: kg validate GRAPH"
_CITED: Final = (KG + "evidence", KG + "argumentMention")
_TOLD_APART: Final = {*NAMES, RDF + "type", *_CITED}
_BACKSTAGE: Final = {
    RDF + "type",
    *_CITED,
    *(KG + name for name in ("refersTo", "merged", "mergedMention", "document")),
}
_CLOSER: Final = {KG + name for name in ("initiator", "attacker", "supplier", "recipient", "speaker")}


def explain(store: Store, iri: str) -> Explanation:
    """Return all that a graph knows of the node; what it does not know is empty."""
    node = candidate(store, iri)
    names = {text for name in NAMES for text in values(store, iri, name)}
    texts: _Texts = {}
    merges = {
        Reason(
            reason=first(store, merge, KG + "reason"),
            score=first(store, merge, KG + "score"),
            passages=_passages(store, values(store, merge, KG + "mergedMention"), texts),
        )
        for merge in subjects(store, KG + "merged", iri)
    }
    return Explanation(
        iri=iri,
        name=node.name,
        kinds=node.kinds,
        names=tuple(sorted(names - {node.name})),
        mentions=_passages(store, subjects(store, KG + "refersTo", iri), texts),
        evidence=_evidence(store, iri, texts),
        facts=tuple(sorted({*_said(store, iri, texts), *_roles(store, iri, texts)})),
        merges=tuple(sorted(merges)),
        base=base_of(store),
    )


def _said(store: Store, iri: str, texts: _Texts) -> Iterator[Fact]:
    """Yield what the graph says with the node as the subject; a figure brings its own evidence."""
    for quad in store.quads_for_pattern(NamedNode(iri), None, None, None):
        predicate, value = quad.predicate.value, quad.object
        if predicate in _TOLD_APART:
            continue
        if isinstance(value, Literal):
            yield Fact(short_name(predicate), value.value, "", ())
        elif isinstance(value, NamedNode) and not _closer(store, iri, predicate, value.value):
            passages = _evidence(store, value.value, texts) if predicate == KG + "hasFigure" else ()
            yield Fact(short_name(predicate), candidate(store, value.value).name, value.value, passages)


def _roles(store: Store, iri: str, texts: _Texts) -> Iterator[Fact]:
    """Yield the events, tenures and figures in which the node has a role, with their evidence."""
    for quad in store.quads_for_pattern(None, None, NamedNode(iri), None):
        predicate, subject = quad.predicate.value, quad.subject
        if (
            predicate in _BACKSTAGE
            or not isinstance(subject, NamedNode)
            or _closer(store, subject.value, predicate, iri)
            or KG + "Mention" in values(store, subject.value, RDF + "type")
        ):
            continue
        name = candidate(store, subject.value).name
        yield Fact(f"{short_name(predicate)} of", name, subject.value, _evidence(store, subject.value, texts))


def _closer(store: Store, event: str, predicate: str, entity: str) -> bool:
    """Say whether a participant is already told by a role that says more, such as speaker."""
    if predicate != KG + "participant":
        return False
    return any(
        quad.predicate.value in _CLOSER
        for quad in store.quads_for_pattern(NamedNode(event), None, NamedNode(entity), None)
    )


def _evidence(store: Store, iri: str, texts: _Texts) -> tuple[Passage, ...]:
    return _passages(store, (mention for by in _CITED for mention in values(store, iri, by)), texts)


def _passages(store: Store, mentions: Iterable[str], texts: _Texts) -> tuple[Passage, ...]:
    return tuple(sorted({_passage(store, mention, texts) for mention in mentions}))


def _passage(store: Store, mention: str, texts: _Texts) -> Passage:
    source = first(store, mention, KG + "document")
    if not source:
        raise GraphError(f"{mention} is of no document", remedy=_REMEDY)
    if source not in texts:
        texts[source] = tuple(sorted({_span(store, other) for other in subjects(store, KG + "document", source)}))
    start, end, quote = _span(store, mention)
    around = [text for first, last, text in texts[source] if first <= start and end <= last and text != quote]
    return Passage(
        document=first(store, source, DCT + "identifier"),
        start=start,
        end=end,
        quote=quote,
        rule=first(store, mention, KG + "rule"),
        outlet=first(store, source, DCT + "publisher"),
        date=first(store, source, DCT + "date"),
        context=max(around, key=lambda text: (len(text), text), default=""),
    )


def _span(store: Store, mention: str) -> tuple[int, int, str]:
    start, end, quote = (first(store, mention, KG + name) for name in ("start", "end", "quote"))
    if not (start.isdecimal() and end.isdecimal()):
        raise GraphError(f"{mention} stands at {start[:40]!r} to {end[:40]!r}, no place in a text", remedy=_REMEDY)
    return int(start), int(end), quote

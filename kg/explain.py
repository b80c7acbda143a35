"""Everything a graph knows of one node, each piece with the words behind it, from the graph alone."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, TypeAlias

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.schema.namespaces import DCT, KG, RDF, RDFS, SKOS
from kg.store.graph import base_of
from kg.store.prefixes import query_prefixes, readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pyoxigraph import Store

_Texts: TypeAlias = "dict[str, tuple[tuple[int, int, str], ...]]"
"""Start, end and quote of every mention, by the IRI of its document, as far as they were needed."""

_NAMES: Final = (SKOS + "prefLabel", RDFS + "label", SKOS + "altLabel", DCT + "title", DCT + "identifier")
# What a node is called and made of is told apart from what is said of it.
_TOLD_APART: Final = {*_NAMES, RDF + "type", KG + "evidence"}
_BACKSTAGE: Final = {
    RDF + "type",
    *(KG + name for name in ("refersTo", "merged", "mergedMention", "document", "evidence")),
}
_CLOSER: Final = {KG + name for name in ("initiator", "attacker", "supplier", "recipient", "speaker")}


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words of a document: `outlet` and `date` are empty where unknown; `context` is a longer passage around them."""

    document: str
    start: int
    end: int
    quote: str
    rule: str
    outlet: str = ""
    date: str = ""
    context: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """One thing said of a node, with the passages that say so; what came with the reference data has none."""

    relation: str
    value: str
    iri: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, order=True)
class Reason:
    """Why passages of several documents are taken to be about one node, and how sure that is (0..1)."""

    reason: str
    score: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A node: what it is and is called, where it is mentioned, what is said of it, and why it is one node."""

    iri: str
    name: str
    kinds: tuple[str, ...]
    names: tuple[str, ...]
    mentions: tuple[Passage, ...]
    evidence: tuple[Passage, ...]
    facts: tuple[Fact, ...]
    merges: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """A node that a name may mean."""

    name: str
    iri: str
    kinds: tuple[str, ...] = ()


def find(store: Store, name_or_iri: str) -> tuple[Candidate, ...]:
    """Return the nodes that an IRI (full or as kind:slug) or a name means, the likeliest class of match only.

    A name matches a preferred label, else any label, else words of one ("Merz"), without regard to case or accents.
    Raises QueryError, with the closest names, when nothing matches.
    """
    wanted = name_or_iri.strip().removeprefix("<").removesuffix(">")
    prefix, _, local = wanted.partition(":")
    iri = query_prefixes(base=base_of(store)).get(prefix, f"{prefix}:") + local
    if re.fullmatch(r"[^\s<>\"{}|^`\\]+:[^\s<>\"{}|^`\\]+", iri) and _known(store, iri):
        return (_candidate(store, iri),)
    labels = list(_labels(store))
    for allowed in ({SKOS + "prefLabel", RDFS + "label"}, set(_NAMES)):
        found = {node for node, kind, text in labels if kind in allowed and _folded(text) == _folded(wanted)}
        if found:
            return tuple(sorted(_candidate(store, node) for node in found))
    parts = set(_folded(wanted).split())
    part_of = {node for node, kind, text in labels if kind in _NAMES and parts <= set(_folded(text).split())}
    if parts and part_of:
        return tuple(sorted(_candidate(store, node) for node in part_of))
    close = get_close_matches(wanted, sorted({text for _, _, text in labels}), n=3)
    remedy = (
        f"did you mean {' or '.join(close)}?" if close else "kg query people and kg query timeline show what there is"
    )
    raise QueryError(f"the graph has nothing called {name_or_iri!r}", remedy=remedy)


def explain(store: Store, iri: str) -> Explanation:
    """Return all that a graph knows of the node; what it does not know is empty."""
    candidate = _candidate(store, iri)
    names = {text for name in _NAMES for text in _values(store, iri, name)}
    texts: _Texts = {}
    merges = {
        Reason(
            reason=_first(store, merge, KG + "reason"),
            score=_first(store, merge, KG + "score"),
            passages=_passages(store, _values(store, merge, KG + "mergedMention"), texts),
        )
        for merge in _subjects(store, KG + "merged", iri)
    }
    return Explanation(
        iri=iri,
        name=candidate.name,
        kinds=candidate.kinds,
        names=tuple(sorted(names - {candidate.name})),
        mentions=_passages(store, _subjects(store, KG + "refersTo", iri), texts),
        evidence=_evidence(store, iri, texts),
        facts=tuple(sorted({*_said(store, iri, texts), *_roles(store, iri, texts)})),
        merges=tuple(sorted(merges)),
    )


def _said(store: Store, iri: str, texts: _Texts) -> Iterator[Fact]:
    """Yield what the graph says with the node as the subject; a figure brings its own evidence."""
    for quad in store.quads_for_pattern(NamedNode(iri), None, None, None):
        predicate, value = quad.predicate.value, quad.object
        if predicate in _TOLD_APART:
            continue
        if isinstance(value, Literal):
            yield Fact(_property(predicate), value.value, "", ())
        elif isinstance(value, NamedNode) and not _closer(store, iri, predicate, value.value):
            passages = _evidence(store, value.value, texts) if predicate == KG + "hasFigure" else ()
            yield Fact(_property(predicate), _candidate(store, value.value).name, value.value, passages)


def _roles(store: Store, iri: str, texts: _Texts) -> Iterator[Fact]:
    """Yield the events, tenures and figures in which the node has a role, with their evidence."""
    for quad in store.quads_for_pattern(None, None, NamedNode(iri), None):
        predicate, subject = quad.predicate.value, quad.subject
        if (
            predicate in _BACKSTAGE
            or not isinstance(subject, NamedNode)
            or _closer(store, subject.value, predicate, iri)
        ):
            continue
        name = _candidate(store, subject.value).name
        yield Fact(f"{_property(predicate)} of", name, subject.value, _evidence(store, subject.value, texts))


def _closer(store: Store, event: str, predicate: str, entity: str) -> bool:
    """Say whether a participant is already told by a role that says more, such as speaker."""
    if predicate != KG + "participant":
        return False
    return any(
        quad.predicate.value in _CLOSER
        for quad in store.quads_for_pattern(NamedNode(event), None, NamedNode(entity), None)
    )


def _evidence(store: Store, iri: str, texts: _Texts) -> tuple[Passage, ...]:
    return _passages(store, _values(store, iri, KG + "evidence"), texts)


def _passages(store: Store, mentions: Iterable[str], texts: _Texts) -> tuple[Passage, ...]:
    return tuple(sorted({_passage(store, mention, texts) for mention in mentions}))


def _passage(store: Store, mention: str, texts: _Texts) -> Passage:
    source = _first(store, mention, KG + "document")
    if source not in texts:
        texts[source] = tuple(sorted({_span(store, other) for other in _subjects(store, KG + "document", source)}))
    start, end, quote = _span(store, mention)
    around = [text for first, last, text in texts[source] if first <= start and end <= last and text != quote]
    return Passage(
        document=_first(store, source, DCT + "identifier"),
        start=start,
        end=end,
        quote=quote,
        rule=_first(store, mention, KG + "rule"),
        outlet=_first(store, source, DCT + "publisher"),
        date=_first(store, source, DCT + "date"),
        context=max(around, key=lambda text: (len(text), text), default=""),
    )


def _span(store: Store, mention: str) -> tuple[int, int, str]:
    start, end, quote = (_first(store, mention, KG + name) for name in ("start", "end", "quote"))
    return int(start or 0), int(end or 0), quote


def _candidate(store: Store, iri: str) -> Candidate:
    name = next((text for kind in _NAMES for text in sorted(_values(store, iri, kind))), readable(iri))
    kinds = sorted(_property(value) for value in _values(store, iri, RDF + "type"))
    return Candidate(name, iri, tuple(kinds))


def _known(store: Store, iri: str) -> bool:
    return next(iter(store.quads_for_pattern(NamedNode(iri), None, None, None)), None) is not None


def _labels(store: Store) -> Iterator[tuple[str, str, str]]:
    for name in _NAMES:
        for quad in store.quads_for_pattern(None, NamedNode(name), None, None):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                yield quad.subject.value, name, quad.object.value


def _values(store: Store, iri: str, predicate: str) -> Iterator[str]:
    for quad in store.quads_for_pattern(NamedNode(iri), NamedNode(predicate), None, None):
        if isinstance(quad.object, NamedNode | Literal):
            yield quad.object.value


def _first(store: Store, iri: str, predicate: str) -> str:
    return min(_values(store, iri, predicate), default="")


def _subjects(store: Store, predicate: str, iri: str) -> Iterator[str]:
    for quad in store.quads_for_pattern(None, NamedNode(predicate), NamedNode(iri), None):
        if isinstance(quad.subject, NamedNode):
            yield quad.subject.value


def _property(iri: str) -> str:
    """Return a term without the prefix where it is one of the tool's own words."""
    return iri.removeprefix(KG) if iri.startswith(KG) else readable(iri)


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").casefold())
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).split())

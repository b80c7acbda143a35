"""Which nodes of a graph a name or an IRI means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.knowledge.folding import fold
from kg.knowledge.namespaces import DCT, RDF, RDFS, SKOS
from kg.store.graph import base_of
from kg.store.prefixes import query_prefixes, readable
from kg.store.values import short_name, values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pyoxigraph import Store

PREFERRED: Final = (SKOS + "prefLabel", RDFS + "label")
_CLOSE, _NEAR = 3, 0.8
"""How many names are offered for one that is not there, and how alike a word of theirs must be."""
NAMES: Final = (*PREFERRED, SKOS + "altLabel", DCT + "title", DCT + "identifier")


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """A node that a name may mean."""

    name: str
    iri: str
    kinds: tuple[str, ...] = ()


def meant(store: Store, name: str) -> list[str]:
    """Return the IRIs of what a name means, as questions ask for them; QueryError where it means nothing."""
    return [node.iri for node in find(store, name)]


def find(store: Store, name_or_iri: str) -> tuple[Candidate, ...]:
    """Return the nodes that an IRI (full or as kind:slug) or a name means, the likeliest class of match only.

    A name matches a preferred label, else any label, first as it is spelt and then without regard to case or accents;
    else words of one ("Merz"). Only what the graph spells otherwise takes a look at all its labels.
    Raises QueryError, with the closest names, when nothing matches.
    """
    # What Python makes of a byte of the command line that is no UTF-8, no graph can hold.
    wanted = name_or_iri.encode(errors="replace").decode().strip().removeprefix("<").removesuffix(">")
    prefix, _, local = wanted.partition(":")
    iri = query_prefixes(base=base_of(store)).get(prefix, f"{prefix}:") + local
    if re.fullmatch(r"[^\s<>\"{}|^`\\]+:[^\s<>\"{}|^`\\]+", iri) and _known(store, iri):
        return (candidate(store, iri),)
    for properties in (PREFERRED, NAMES):
        if spelt := {node for name in properties for node in _called(store, name, wanted)}:
            return _candidates(store, spelt)
    labels = [(*label, _folded(label[2])) for label in _labels(store)]
    folded = _folded(wanted)
    for properties in (PREFERRED, NAMES):
        if found := {node for node, kind, _, text in labels if text == folded and kind in properties}:
            return _candidates(store, found)
    parts = _parts(folded)
    if parts and (found := {node for node, _, _, text in labels if parts <= _parts(text)}):
        return _candidates(store, found)
    close = get_close_matches(wanted, sorted({text for _, _, text, _ in labels}), n=_CLOSE) or _alike(folded, labels)
    remedy = (
        f"did you mean {' or '.join(close)}?" if close else "kg query people and kg query timeline show what there is"
    )
    raise QueryError(f"the graph has nothing called {name_or_iri!r}", remedy=remedy)


def _alike(folded: str, labels: Sequence[tuple[str, str, str, str]]) -> list[str]:
    """Return preferred labels of which a word is nearly what was asked for: "Donald Trump" for "Trmp".

    Names go before the labels that kg makes of them, such as those of events and offices.
    """
    for preferred in PREFERRED:
        named = {label: _parts(words) for _, kind, label, words in labels if kind == preferred}
        near = get_close_matches(folded, sorted({word for parts in named.values() for word in parts}), cutoff=_NEAR)
        if near:
            return sorted(label for label, parts in named.items() if parts & set(near))[:_CLOSE]
    return []


def find_one(store: Store, name_or_iri: str) -> Candidate:
    """Return the node that `find` finds; raise QueryError, with the IRIs to choose from, where it finds several."""
    candidates = find(store, name_or_iri)
    if len(candidates) > 1:
        choice = ", ".join(readable(one.iri, base=base_of(store)) for one in candidates)
        raise QueryError(f"{name_or_iri!r} may mean several nodes", remedy=f"name one of {choice}")
    return candidates[0]


def candidate(store: Store, iri: str) -> Candidate:
    """Return the node of the IRI with its name."""
    name = next((text for kind in NAMES for text in sorted(values(store, iri, kind))), readable(iri))
    kinds = sorted(short_name(value) for value in values(store, iri, RDF + "type"))
    return Candidate(name, iri, tuple(kinds))


def _candidates(store: Store, iris: Iterable[str]) -> tuple[Candidate, ...]:
    return tuple(sorted(candidate(store, iri) for iri in iris))


def _known(store: Store, iri: str) -> bool:
    try:
        node = NamedNode(iri)
    except ValueError:  # words with a colon that are no IRI, such as "http://["
        return False
    return next(iter(store.quads_for_pattern(node, None, None, None)), None) is not None


def _called(store: Store, name: str, text: str) -> Iterator[str]:
    for quad in store.quads_for_pattern(None, NamedNode(name), Literal(text), None):
        if isinstance(quad.subject, NamedNode):
            yield quad.subject.value


def _labels(store: Store) -> Iterator[tuple[str, str, str]]:
    for name in NAMES:
        for quad in store.quads_for_pattern(None, NamedNode(name), None, None):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                yield quad.subject.value, name, quad.object.value


def _folded(text: str) -> str:
    return " ".join(fold(text).split())


def _parts(folded: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", folded))

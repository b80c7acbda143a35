"""Which nodes of a graph a name or an IRI means."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError
from kg.explain.triples import short_name, values
from kg.schema.namespaces import DCT, RDF, RDFS, SKOS
from kg.store.graph import base_of
from kg.store.prefixes import query_prefixes, readable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Store

NAMES: Final = (SKOS + "prefLabel", RDFS + "label", SKOS + "altLabel", DCT + "title", DCT + "identifier")


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
        return (candidate(store, iri),)
    labels = list(_labels(store))
    for allowed in ({SKOS + "prefLabel", RDFS + "label"}, set(NAMES)):
        found = {node for node, kind, text in labels if kind in allowed and _folded(text) == _folded(wanted)}
        if found:
            return tuple(sorted(candidate(store, node) for node in found))
    parts = _parts(wanted)
    part_of = {node for node, _, text in labels if parts <= _parts(text)}
    if parts and part_of:
        return tuple(sorted(candidate(store, node) for node in part_of))
    close = get_close_matches(wanted, sorted({text for _, _, text in labels}), n=3)
    remedy = (
        f"did you mean {' or '.join(close)}?" if close else "kg query people and kg query timeline show what there is"
    )
    raise QueryError(f"the graph has nothing called {name_or_iri!r}", remedy=remedy)


def candidate(store: Store, iri: str) -> Candidate:
    """Return the node of the IRI with its name."""
    name = next((text for kind in NAMES for text in sorted(values(store, iri, kind))), readable(iri))
    kinds = sorted(short_name(value) for value in values(store, iri, RDF + "type"))
    return Candidate(name, iri, tuple(kinds))


def _known(store: Store, iri: str) -> bool:
    return next(iter(store.quads_for_pattern(NamedNode(iri), None, None, None)), None) is not None


def _labels(store: Store) -> Iterator[tuple[str, str, str]]:
    for name in NAMES:
        for quad in store.quads_for_pattern(None, NamedNode(name), None, None):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                yield quad.subject.value, name, quad.object.value


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").casefold())
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).split())


def _parts(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", _folded(text)))

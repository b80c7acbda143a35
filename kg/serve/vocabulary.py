"""What a writer of queries may want completed: the terms of the ontology, and the names of a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.knowledge.files import facts, read_sources
from kg.knowledge.folding import fold
from kg.knowledge.namespaces import KG, OWL, RDF, RDFS, SKOS
from kg.store.graph import pairs

if TYPE_CHECKING:
    from pathlib import Path

    from pyoxigraph import Store

MOST: Final = 20
"""Names that are offered at once."""
_KINDS: Final = {
    OWL + "Class": "class",
    OWL + "ObjectProperty": "property",
    OWL + "DatatypeProperty": "property",
    OWL + "AnnotationProperty": "property",
}


def terms_of(ontology: Path) -> list[dict[str, str]]:
    """Return the terms of an ontology's kg.ttl as queries write them, with label, kind and definition."""
    index = facts(read_sources(ontology), "kg.ttl")
    return [
        {
            "name": f"kg:{iri.removeprefix(KG)}",
            "label": properties[RDFS + "label"][0],
            "kind": next((kind for name, kind in _KINDS.items() if name in properties.get(RDF + "type", ())), "value"),
            "definition": next(iter(properties.get(SKOS + "definition", ())), ""),
        }
        for iri, properties in sorted(index.items())
        if iri.startswith(KG) and RDFS + "label" in properties
    ]


def names_in(store: Store) -> tuple[tuple[str, str], ...]:
    """Return the names of all nodes, each with what it is compared by, sorted."""
    return tuple(sorted({(fold(name), name) for _, name in pairs(store, SKOS + "prefLabel")}))


def begun(names: tuple[tuple[str, str], ...], words: str) -> list[str]:
    """Return the names that begin with these words, then those of which another word does."""
    wanted = fold(words.strip())
    if not wanted:
        return []
    first = [name for folded, name in names if folded.startswith(wanted)]
    later = [name for folded, name in names if f" {wanted}" in folded]
    return list(dict.fromkeys((*first, *later)))[:MOST]

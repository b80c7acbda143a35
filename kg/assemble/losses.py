"""What a graph says of itself when it lacks something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.assemble.triples import fact, link, number, term
from kg.knowledge.namespaces import ID, RDF, VOID

if TYPE_CHECKING:
    from kg.assemble.triples import Line


def loss_triples(lost: int, read: int, *, base: str = ID) -> frozenset[Line]:
    """Return what says that so many articles of a collection could not be read; nothing where all were."""
    if not lost:
        return frozenset()
    dataset = f"{base}dataset/graph"
    return frozenset(
        {
            link(dataset, RDF + "type", VOID + "Dataset"),
            fact(dataset, VOID + "documents", number(read)),
            fact(dataset, term("documentsLost"), number(lost)),
        }
    )

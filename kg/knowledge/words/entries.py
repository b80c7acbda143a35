"""How the entries of word files are read: labelled individuals of a class, some with a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import OntologyError
from kg.knowledge.namespaces import KG, RDF, SKOS

if TYPE_CHECKING:
    from kg.knowledge.files import Index, Properties


def broken(name: str, error: Exception) -> OntologyError:
    """Return the error that names the file of an entry that lacks something."""
    return OntologyError(f"an entry can not be read: {error}", place=name, remedy="see the entries beside it")


def members(index: Index, kind: str) -> list[Properties]:
    """Return the individuals of a kg: class, in order of their IRIs."""
    return [properties for _, properties in sorted(index.items()) if KG + kind in properties.get(RDF + "type", ())]


def labels(properties: Properties) -> list[str]:
    """Return the preferred label, then the others in order."""
    return [*properties[SKOS + "prefLabel"], *sorted(properties.get(SKOS + "altLabel", ()))]


def words(index: Index, kind: str) -> frozenset[str]:
    """Return all labels of the individuals of a class."""
    return frozenset(label for properties in members(index, kind) for label in labels(properties))


def valued(index: Index, kind: str, value: str) -> dict[str, str]:
    """Return the value that the individuals of a class have of a kg: property, by each of their labels."""
    return {label: properties[KG + value][0] for properties in members(index, kind) for label in labels(properties)}

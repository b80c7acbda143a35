"""The English words for numbers, measures and money."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.knowledge.files import facts
from kg.knowledge.namespaces import KG, LEX, SKOS
from kg.knowledge.words.entries import broken, labels, members, valued, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.knowledge.files import Sources

FILE = "en/numbers.ttl"


@dataclass(frozen=True, slots=True, eq=False)
class NumberWords:
    """Words for numbers and their exactness, all in lower case but for currency symbols; phrases are single strings."""

    values: Mapping[str, float]
    magnitudes: Mapping[str, int]
    plural_magnitudes: Mapping[str, int]
    ordinals: Mapping[str, int]
    at_least: frozenset[str]
    at_most: frozenset[str]
    about: frozenset[str]
    exact: frozenset[str]
    between: frozenset[str]
    excepting: frozenset[str]
    measure_units: frozenset[str]
    currency_symbols: Mapping[str, str]
    currency_names: Mapping[str, str]


def read_number_words(sources: Sources) -> NumberWords:
    """Return the words for numbers of an ontology; raise OntologyError if it has none."""
    graph = facts(sources, FILE)
    try:
        magnitudes = {label: int(value) for label, value in valued(graph, "Magnitude", "number").items()}
        return NumberWords(
            values={label: float(value) for label, value in valued(graph, "NumberWord", "number").items()},
            magnitudes={label: value for label, value in magnitudes.items() if not label.endswith("s")},
            plural_magnitudes={label: value for label, value in magnitudes.items() if label.endswith("s")},
            ordinals={label: int(value) for label, value in valued(graph, "OrdinalWord", "number").items()},
            at_least=frozenset(labels(graph[LEX + "at-least"])),
            at_most=frozenset(labels(graph[LEX + "at-most"])),
            about=frozenset(labels(graph[LEX + "about"])),
            exact=frozenset(labels(graph[LEX + "exactly"])),
            between=frozenset(labels(graph[LEX + "between"])),
            excepting=frozenset(labels(graph[LEX + "all-but"])),
            measure_units=words(graph, "MeasureUnit"),
            currency_symbols={
                symbol: properties[SKOS + "notation"][0]
                for properties in members(graph, "Currency")
                for symbol in properties.get(KG + "symbol", ())
            },
            currency_names={
                label.casefold(): properties[SKOS + "notation"][0]
                for properties in members(graph, "Currency")
                for label in labels(properties)
            },
        )
    except (KeyError, ValueError) as error:
        raise broken(FILE, error) from error

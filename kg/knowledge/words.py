"""The closed-class English words of ontology/: words for times, numbers and saying, as plain frozen records."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

import pyoxigraph

from kg.errors import OntologyError
from kg.knowledge.files import ontology_folder, read_triples
from kg.knowledge.namespaces import KG, RDF, SKOS
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TIME_FILE = "time.en.ttl"
NUMBER_FILE = "numbers.en.ttl"
SPEECH_FILE = "speech.en.ttl"
LEXICON = "https://w3id.org/newskg/lexicon#"

Properties: TypeAlias = "Mapping[str, list[str]]"


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Words for times: names with their capitals, all other words in lower case.

    Months count from 1 for January, weekdays from 1 for Monday; a named day is its (month, day), None for no fixed one;
    `shifts` are days from publication ("yesterday": -1), `anaphors` days from a day in the text ("the next day": 1),
    `deictics` units or months from publication ("last": -1), `directions` -1 for before and 1 for after an event, 0 for
    before publication ("ago"); `units` are xsd:durations ("hour": PT1H).
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    named_days: Mapping[str, tuple[int, int] | None]
    shifts: Mapping[str, int]
    anaphors: Mapping[str, int]
    deictics: Mapping[str, int]
    directions: Mapping[str, int]
    units: Mapping[str, str]
    day_parts: frozenset[str]
    periods: frozenset[str]
    since: frozenset[str]
    until: frozenset[str]
    ranges: frozenset[str]
    coincident: frozenset[str]


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Words for numbers and their exactness, all in lower case but for currency symbols; phrases are single strings."""

    numbers: Mapping[str, float]
    magnitudes: Mapping[str, int]
    plural_magnitudes: Mapping[str, int]
    ordinals: Mapping[str, int]
    at_least: frozenset[str]
    at_most: frozenset[str]
    about: frozenset[str]
    between: frozenset[str]
    measure_units: frozenset[str]
    currency_symbols: Mapping[str, str]
    currency_names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Words of saying with their stance (a kg:Stance): verbs by lemma and particle ("" for none), nouns by lemma."""

    verbs: Mapping[tuple[str, str], Term]
    nouns: Mapping[str, Term]
    prepositions: frozenset[str]


@cache
def load_time_words(folder: Path | None = None) -> TimeWords:
    """Return the words for times in `folder` (None: the shipped ontology); raise OntologyError if it has none."""
    graph = _read(TIME_FILE, folder)
    try:
        return TimeWords(
            months={label: int(number) for label, number in _valued(graph, "Month", "number").items()},
            weekdays={label: int(number) for label, number in _valued(graph, "Weekday", "number").items()},
            named_days={
                label: _month_and_day(properties)
                for properties in _members(graph, "NamedDay")
                for label in _labels(properties)
            },
            shifts={label: int(shift) for label, shift in _valued(graph, "RelativeDay", "shift").items()},
            anaphors={label: int(shift) for label, shift in _valued(graph, "AnaphoricDay", "shift").items()},
            deictics={label: int(shift) for label, shift in _valued(graph, "Deictic", "shift").items()},
            directions={label: int(shift) for label, shift in _valued(graph, "TimeDirection", "shift").items()},
            units=_valued(graph, "TimeUnit", "unitLength"),
            day_parts=_words(graph, "DayPart"),
            periods=_words(graph, "Period"),
            since=frozenset(_labels(graph[LEXICON + "since"])),
            until=frozenset(_labels(graph[LEXICON + "until"])),
            ranges=frozenset(_labels(graph[LEXICON + "range"])),
            coincident=_words(graph, "Coincidence"),
        )
    except (KeyError, ValueError) as error:
        raise _broken(TIME_FILE, error) from error


@cache
def load_number_words(folder: Path | None = None) -> NumberWords:
    """Return the words for numbers in `folder` (None: the shipped ontology); raise OntologyError if it has none."""
    graph = _read(NUMBER_FILE, folder)
    try:
        magnitudes = {label: int(value) for label, value in _valued(graph, "Magnitude", "number").items()}
        return NumberWords(
            numbers={label: float(value) for label, value in _valued(graph, "NumberWord", "number").items()},
            magnitudes={label: value for label, value in magnitudes.items() if not label.endswith("s")},
            plural_magnitudes={label: value for label, value in magnitudes.items() if label.endswith("s")},
            ordinals={label: int(value) for label, value in _valued(graph, "OrdinalWord", "number").items()},
            at_least=frozenset(_labels(graph[LEXICON + "at-least"])),
            at_most=frozenset(_labels(graph[LEXICON + "at-most"])),
            about=frozenset(_labels(graph[LEXICON + "about"])),
            between=frozenset(_labels(graph[LEXICON + "between"])),
            measure_units=_words(graph, "MeasureUnit"),
            currency_symbols={
                symbol: properties[SKOS + "notation"][0]
                for properties in _members(graph, "Currency")
                for symbol in properties.get(KG + "symbol", ())
            },
            currency_names={
                label.casefold(): properties[SKOS + "notation"][0]
                for properties in _members(graph, "Currency")
                for label in _labels(properties)
            },
        )
    except (KeyError, ValueError) as error:
        raise _broken(NUMBER_FILE, error) from error


@cache
def load_speech_words(folder: Path | None = None) -> SpeechWords:
    """Return the words of saying in `folder` (None: the shipped ontology); raise OntologyError if it has none."""
    graph = _read(SPEECH_FILE, folder)
    verbs: dict[tuple[str, str], Term] = {}
    nouns: dict[str, Term] = {}
    prepositions: set[str] = set()
    try:
        for properties in _members(graph, "SpeechEntry"):
            stance = Term(properties[KG + "stance"][0].removeprefix(KG))
            part_of_speech = properties[KG + "partOfSpeech"][0].removeprefix(KG)
            for lemma in properties[KG + "lemma"]:
                if part_of_speech == "Verb":
                    head, _, particle = lemma.partition(" ")
                    verbs[head, particle] = stance
                elif part_of_speech == "Noun":
                    nouns[lemma] = stance
                else:
                    prepositions.add(lemma)
    except KeyError as error:
        raise _broken(SPEECH_FILE, error) from error
    return SpeechWords(verbs=verbs, nouns=nouns, prepositions=frozenset(prepositions))


def _read(name: str, folder: Path | None) -> Mapping[str, Properties]:
    graph: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in read_triples((folder or ontology_folder()) / name):
        if isinstance(triple.subject, pyoxigraph.NamedNode) and not isinstance(triple.object, pyoxigraph.Triple):
            graph[triple.subject.value][triple.predicate.value].append(triple.object.value)
    return {subject: dict(properties) for subject, properties in sorted(graph.items())}


def _broken(name: str, error: Exception) -> OntologyError:
    return OntologyError(f"an entry can not be read: {error}", place=name, remedy="see the entries beside it")


def _members(graph: Mapping[str, Properties], kind: str) -> list[Properties]:
    return [properties for properties in graph.values() if KG + kind in properties.get(RDF + "type", ())]


def _labels(properties: Properties) -> list[str]:
    return [*properties[SKOS + "prefLabel"], *sorted(properties.get(SKOS + "altLabel", ()))]


def _words(graph: Mapping[str, Properties], kind: str) -> frozenset[str]:
    return frozenset(label for properties in _members(graph, kind) for label in _labels(properties))


def _valued(graph: Mapping[str, Properties], kind: str, value: str) -> dict[str, str]:
    return {label: properties[KG + value][0] for properties in _members(graph, kind) for label in _labels(properties)}


def _month_and_day(properties: Properties) -> tuple[int, int] | None:
    """Read the xsd:gMonthDay of a feast, such as --12-25."""
    value = next(iter(properties.get(KG + "dayOfYear", ())), None)
    if value is None:
        return None
    month, day = value.removeprefix("--").split("-")
    return int(month), int(day)

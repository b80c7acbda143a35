"""The English words for times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.knowledge.files import facts
from kg.knowledge.namespaces import KG, LEX
from kg.knowledge.words.entries import broken, labels, members, valued, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.knowledge.files import Index, Properties, Sources

FILE = "en/time.ttl"


@dataclass(frozen=True, slots=True, eq=False)
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
    coming: frozenset[str]
    directions: Mapping[str, int]
    units: Mapping[str, str]
    day_parts: frozenset[str]
    periods: frozenset[str]
    since: frozenset[str]
    until: frozenset[str]
    ranges: frozenset[str]
    coincident: frozenset[str]
    parts: frozenset[str]
    zones: frozenset[str]
    clocks: frozenset[str]
    weekends: frozenset[str]
    onward: frozenset[str]
    present: frozenset[str]
    frequencies: frozenset[str]
    passed: frozenset[str]
    limits: frozenset[str]
    extents: frozenset[str]
    elapsed: frozenset[str]
    of_day: frozenset[str]
    of_clock: frozenset[str]
    commemorations: frozenset[str]


def read_time_words(sources: Sources) -> TimeWords:
    """Return the words for times of an ontology; raise OntologyError if it has none."""
    graph = facts(sources, FILE)
    try:
        return TimeWords(
            months={label: int(number) for label, number in valued(graph, "Month", "number").items()},
            weekdays={label: int(number) for label, number in valued(graph, "Weekday", "number").items()},
            named_days=_named_days(graph),
            shifts={label: int(shift) for label, shift in valued(graph, "RelativeDay", "shift").items()},
            anaphors={label: int(shift) for label, shift in valued(graph, "AnaphoricDay", "shift").items()},
            deictics={label: int(shift) for label, shift in valued(graph, "Deictic", "shift").items()},
            coming=frozenset(labels(graph[LEX + "coming"])),
            directions={label: int(shift) for label, shift in valued(graph, "TimeDirection", "shift").items()},
            units=valued(graph, "TimeUnit", "unitLength"),
            day_parts=words(graph, "DayPart"),
            periods=words(graph, "Period"),
            since=frozenset(labels(graph[LEX + "since"])),
            until=frozenset(labels(graph[LEX + "until"])),
            ranges=frozenset(labels(graph[LEX + "range"])),
            coincident=words(graph, "Coincidence"),
            parts=words(graph, "PartOfPeriod"),
            zones=words(graph, "ClockZone"),
            clocks=words(graph, "Clock"),
            weekends=words(graph, "Weekend"),
            onward=words(graph, "Onward"),
            present=words(graph, "Present"),
            frequencies=words(graph, "Frequency"),
            passed=words(graph, "Passed"),
            limits=words(graph, "Limit"),
            extents=words(graph, "Extent"),
            elapsed=words(graph, "Elapsed"),
            of_day=words(graph, "OfDay"),
            of_clock=words(graph, "OfClock"),
            commemorations=words(graph, "Commemoration"),
        )
    except (KeyError, ValueError) as error:
        raise broken(FILE, error) from error


def _named_days(graph: Index) -> dict[str, tuple[int, int] | None]:
    days = members(graph, "NamedDay")
    return {label: _month_and_day(properties) for properties in days for label in labels(properties)}


def _month_and_day(properties: Properties) -> tuple[int, int] | None:
    """Read the xsd:gMonthDay of a feast, such as --12-25."""
    value = next(iter(properties.get(KG + "dayOfYear", ())), None)
    if value is None:
        return None
    month, day = value.removeprefix("--").split("-")
    return int(month), int(day)

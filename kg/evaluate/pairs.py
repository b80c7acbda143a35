"""Minimal pairs: sentences that differ in few words, with the events that each of them must give, and no others.

A file of pairs is a table of tab-separated columns: phenomenon, sentence, events and, where the sentence can not be
read rightly yet, the reason. Events are written `Attack(attacker=Russia, target=Kyiv); Call(...)`, none of them as
`-`; a value with a comma stands between double quotes, and `\\n` in a sentence begins a new line. A participant without
a name is compared where a row asks for it: by its own words, `target=hospital`, or by who or where it belongs to,
`target=Khan Younis` of "a hospital in Khan Younis". A body goes by the name of its country too where that stands before
it ("Israeli" for "Israeli forces"), and what is hit by where it was.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.files import refuse_device
from kg.periods import beginning, days_of, is_choice, is_plain, is_week
from kg.records import Document, Factuality, MentionKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from pathlib import Path

    from kg.records import Argument, DocumentRecord, Event, Figure

PUBLISHED = date(2025, 7, 4)
"""The day on which every sentence is published, a Friday."""
ON_DEMAND = frozenset(
    {"addressee", "code", "duration", "from", "medium", "ordinal", "place", "stance", "to", "topic", "unnamedSource"}
    | {"venue", "week"}
)
"""Values that are compared only where a row asks for one of the name; all others must be told, and no more.

So is who denies what is denied.
"""
TARGET, PLACE = "target", "place"
POSSESSIVE = 3
"""Characters between the name of a country and that of its body: "Libya's army"."""

_COLUMNS = ["phenomenon", "sentence", "events", "xfail"]
_EVENT = re.compile(r"(\w+)\(((?:\w+=(?:\"[^\"]*\"|[^,()\"]+)(?:, )?)*)\)(?:; |$)")
_VALUE = re.compile(r"(\w+)=(?:\"([^\"]*)\"|([^,()\"]+))")


@dataclass(frozen=True, slots=True)
class PairEvent:
    """One event by its class and values, each with its name: ("attacker", "Russia"), ("launched", "40..").

    `unnamed` are values of participants without a name, of which a row may ask for some.
    """

    kind: str
    values: frozenset[tuple[str, str]]
    unnamed: frozenset[tuple[str, str]] = frozenset()

    def answers(self, asked: PairEvent) -> bool:
        """Say whether the event is the one that is asked for: all its values, and no named ones beside them."""
        return self.kind == asked.kind and self.values <= asked.values <= self.values | self.unnamed

    def __str__(self) -> str:
        values = (f'{name}="{value}"' if "," in value else f"{name}={value}" for name, value in sorted(self.values))
        return f"{self.kind}({', '.join(values)})"


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and the events that it tells; `xfail` says why they can not be read yet, None if they can."""

    phenomenon: str
    sentence: str
    events: tuple[PairEvent, ...]
    xfail: str | None = None

    @property
    def document(self) -> Document:
        """The sentence as an article of its own."""
        return Document("pair", self.sentence, PUBLISHED)

    def is_told_by(self, record: DocumentRecord) -> bool:
        """Say whether the record of the pair's document tells its events and no others."""
        open_ = list(self.events)
        for event in self.told(record):
            answered = next((asked for asked in open_ if event.answers(asked)), None)
            if answered is None:
                return False
            open_.remove(answered)
        return not open_

    def told(self, record: DocumentRecord) -> tuple[PairEvent, ...]:
        """Return the events of a record, in its order, without the values on demand that the pair does not ask for."""
        values = frozenset(value for event in self.events for value in event.values)
        return tuple(
            PairEvent(
                event.kind,
                frozenset(_compared(frozenset(_values(event, record, values)), values)),
                frozenset(_unnamed_values(event, record)),
            )
            for event in record.events
        )


def read_pairs(place: Path) -> tuple[Pair, ...]:
    """Return the pairs of a .tsv file, or of all such files of a folder; InputError for a line of another form."""
    paths = sorted(place.glob("*.tsv")) if place.is_dir() else [place]
    return tuple(pair for path in paths for pair in _pairs_of(path))


def rates(pairs: Sequence[Pair], records: Sequence[DocumentRecord]) -> Mapping[str, tuple[int, int]]:
    """Return how many sentences of each phenomenon their records tell rightly, of how many, in order of appearance."""
    right: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for pair, record in zip(pairs, records, strict=True):
        whole[pair.phenomenon] += 1
        right[pair.phenomenon] += pair.is_told_by(record)
    return {phenomenon: (right[phenomenon], count) for phenomenon, count in whole.items()}


def _pairs_of(path: Path) -> Iterator[Pair]:
    try:
        refuse_device(path, InputError)
        with path.open(encoding="utf-8", newline="") as table:
            rows = list(csv.reader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        remedy = "name a readable table in UTF-8"
        raise InputError(f"can not be read: {error}", place=str(path), remedy=remedy) from error
    if rows[:1] != [_COLUMNS]:
        remedy = "begin the file with the columns " + ", ".join(_COLUMNS) + ", between tabs"
        raise InputError("is no table of minimal pairs", place=str(path), remedy=remedy)
    for line, row in enumerate(rows[1:], start=2):
        if len(row) not in {len(_COLUMNS) - 1, len(_COLUMNS)} or not all(row):
            remedy = "write phenomenon, sentence, events and perhaps a reason, between tabs"
            raise InputError(f"{len(row)} columns, or an empty one", place=f"{path}:{line}", remedy=remedy)
        phenomenon, sentence, events, *reason = row
        yield Pair(phenomenon, sentence.replace(r"\n", "\n"), _events(events, f"{path}:{line}"), *reason)


def _events(text: str, place: str) -> tuple[PairEvent, ...]:
    if text == "-":
        return ()
    found = list(_EVENT.finditer(text))
    if "".join(match[0] for match in found) != text:
        remedy = "write Class(name=value, name=value) with '; ' between events, or - for none"
        raise InputError(f"can not read the events {text!r}", place=place, remedy=remedy)
    return tuple(
        PairEvent(match[1], frozenset((name, quoted or bare) for name, quoted, bare in _VALUE.findall(match[2])))
        for match in found
    )


def _compared(told: frozenset[tuple[str, str]], asked: frozenset[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the values that count: of a name on demand those asked for, or all if the name is but none of them are."""
    missed = {name for name, _ in asked} - {name for name, _ in told & asked}
    return (value for value in told if value[0] not in ON_DEMAND or value in asked or value[0] in missed)


def _values(event: Event, record: DocumentRecord, asked: Collection[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the values of an event; whoever has a name by those words for them that are asked for, if any are."""
    for argument in event.arguments:
        if record.entities[argument.entity].unnamed is None:
            wanted = sorted(words for role, words in asked if role == argument.role)
            name = next((words for words in wanted if _goes_by(words, argument.entity, record)), None)
            yield argument.role, name or _words(argument, record)
    yield from (("topic", topic) for topic in event.topics)
    asks = any(name == "according" for name, _ in asked)
    for source in event.according_to if asks or event.factuality is not Factuality.DENIED else ():
        names = sorted(record.document.text[m.span.start : m.span.end] for m in record.mentions if m.entity == source)
        yield "according", next((name for name in names if ("according", name) in asked), record.entities[source].name)
    yield from ((figure.measure.lower(), _bounds(figure)) for figure in event.figures)
    for attribute in event.attributes:
        name = "status" if attribute.property == "transferStatus" else attribute.property
        yield name, str(attribute.value).rpartition("#")[2]  # a code is an IRI
    if event.factuality is not Factuality.ASSERTED:
        yield "factuality", event.factuality.value
    yield from (("duration", event.duration),) if event.duration else ()
    yield from (("quote", event.quote),) if event.quote else ()
    yield from _when(event.date.value) if event.date else ()


def _when(period: str) -> Iterator[tuple[str, str]]:
    """Yield the date, of a stretch the one that it begins with; on demand the week, or the first and last day."""
    if not is_choice(period):
        yield "date", beginning(period)
    if is_week(period):
        yield "week", period
    if not is_plain(period):
        yield "from", days_of(period).first.isoformat()
        yield "to", days_of(period).last.isoformat()


def _unnamed_values(event: Event, record: DocumentRecord) -> Iterator[tuple[str, str]]:
    """Yield the participants without a name by their words, and by every name of who or where they belong to.

    Where an event was may be asked for as what it hit: "two people" were, in Jenin.
    """
    for argument in event.arguments:
        unnamed = record.entities[argument.entity].unnamed
        if unnamed is not None:
            yield argument.role, _words(argument, record)
            roles = (argument.role, TARGET) if argument.role == PLACE else (argument.role,)
            yield from ((role, name) for role in roles for name in _names(unnamed.belongs_to, record))
        elif argument.role == PLACE:
            yield from ((TARGET, name) for name in _names(argument.entity, record))


def _names(entity: int | None, record: DocumentRecord) -> Iterator[str]:
    spans = (m.span for m in record.mentions if m.entity == entity)
    yield from (record.document.text[span.start : span.end] for span in spans)


def _goes_by(words: str, entity: int, record: DocumentRecord) -> bool:
    """Say whether an entity is named by the words, by more that end in its name, or by those of its country beside it.

    So "Libya's army" or "Libya's" where the text names Libya's "army", and "Libya" for "Libya's prime minister".
    """
    text, country = record.document.text, record.entities[entity].country
    lands = [m.span for m in record.mentions if country and record.entities[m.entity].reference == country]
    ends = [span.end for span in lands]
    for span in (m.span for m in record.mentions if m.entity == entity):
        name, before = text[span.start : span.end], text[: span.end]
        if words == name or (words.endswith(f" {name}") and before.endswith(words)):
            return True
        inside = name.startswith(f"{words} ") and country is not None
        inside |= any(words == text[s.start : s.end] and span.start <= s.start and s.end <= span.end for s in lands)
        if inside or any(before[:end].endswith(words) and 0 <= span.start - end <= POSSESSIVE for end in ends):
            return True
    return False


def _words(argument: Argument, record: DocumentRecord) -> str:
    """The words that name the argument; for a pronoun the name that it stands for."""
    if any(m.span == argument.span and m.kind is MentionKind.PRONOUN for m in record.mentions):
        return record.entities[argument.entity].name
    return record.document.text[argument.span.start : argument.span.end]


def _bounds(figure: Figure) -> str:
    """40 for exactly 40, 40.. for at least, ..40 for at most, 40..50 for a range."""
    if figure.minimum == figure.maximum:
        return str(figure.minimum)
    low, high = ("" if bound is None else str(bound) for bound in (figure.minimum, figure.maximum))
    return f"{low}..{high}"

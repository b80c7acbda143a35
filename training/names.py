"""Name corpora read as partial annotation: for every word the classes that its source does not rule out."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import spacy

from kg.language.labels import ENTITY_TYPES, NER_CLASSES, PREFIXES, ner_class
from training.examples import Sentence
from training.gazetteer import is_country, is_demonym, is_title, place_types, time_types, without_title, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

_TOKENIZER = spacy.blank("en").tokenizer
_DIGITS = re.compile(r"[\d.,]*\d[\d.,]*(m|bn|k)?")
_YEAR = re.compile(r"(1[5-9]|20)\d\d")
_NUMERALS, _CURRENCIES, _UNITS = (frozenset(words(name)) for name in ("numerals", "currencies", "units"))
_ATTACKS, _DETERMINERS, _PRONOUNS = (frozenset(words(name)) for name in ("attacks", "determiners", "pronouns"))
_PARTICLES = frozenset(words("particles"))
_ARMS = tuple(words("arms"))

_ARMS_NAMES = frozenset(w.lower() for name in ("weapons", "platforms") for entry in words(name) for w in entry.split())
_ARMS_CLASSES = [ner_class(prefix, kind) for prefix in PREFIXES for kind in ("WEAPON", "PLATFORM")]

_PEOPLE_PLACES_GROUPS = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True)
class Source:
    """What a corpus annotates: the types that its silence rules out, and the loss weight of its sentences."""

    closed: frozenset[str]
    weight: float


SOURCES = {
    "uner": Source(_PEOPLE_PLACES_GROUPS, 1.0),
    "wikigold": Source(_PEOPLE_PLACES_GROUPS, 1.0),
    "redocred": Source(_PEOPLE_PLACES_GROUPS | {"DATE", "TIME"}, 0.7),
    "gmb": Source(_PEOPLE_PLACES_GROUPS - {"FAC"} | {"NORP", "DATE", "TIME", "EVENT"}, 0.35),
    "re3d": Source(frozenset({"WEAPON", "PLATFORM", "MONEY", "DATE", "PERSON", "GPE", "LOC", "NORP"}), 1.0),
    "fewnerd_inter13": Source(frozenset(), 0.7),
    "fewnerd_inter17": Source(frozenset({"WEAPON"}), 0.7),
    "fewnerd_inter36": Source(frozenset({"GPE", "PLATFORM"}), 0.7),
    "template": Source(frozenset(ENTITY_TYPES), 0.5),
}

_PLAIN = {
    "per": "PERSON", "PER": "PERSON", "Person": "PERSON", "org": "ORG", "ORG": "ORG", "Organisation": "ORG",
    "eve": "EVENT", "Nationality": "NORP", "Money": "MONEY", "Weapon": "WEAPON", "MilitaryPlatform": "PLATFORM",
    "product-weapon": "WEAPON", "product-airplane": "PLATFORM", "product-ship": "PLATFORM",
}  # fmt: skip
_GROUP_OF = {"person": "PERSON", "organization": "ORG", "building": "FAC", "event": "EVENT"}


def types_of(label: str, text: str) -> frozenset[str] | None:
    """Return the types that a source's label may stand for; None where the label says nothing we use."""
    if label in {"org", "ORG", "OTH", "MISC", "gpe", "organization-religion"} and is_demonym(text):
        return frozenset({"NORP"})
    if label in {"org", "Organisation"} and is_country(text):
        return frozenset({"GPE"})  # these sources call a state that acts an organisation
    if label in {"geo", "gpe", "LOC", "Location", "location-GPE"}:
        return place_types(text)
    if label in {"tim", "TIME", "Temporal"}:
        return time_types(text)
    if label in {"NUM", "Quantity"}:
        return frozenset({"CARDINAL", "QUANTITY", "MONEY"})
    if label == "location-road/railway/highway/transit":
        return frozenset({"FAC"})
    if label.startswith("location-"):
        return place_types(text) - {"GPE"} or frozenset({"LOC"})
    if label == "product-weapon" and re.match(r"^(T|IS|KV|M1|Leopard|Panzer|Tiger|Type)\b", text):
        return frozenset({"WEAPON", "PLATFORM"})
    if label in _PLAIN:
        return frozenset({_PLAIN[label]})
    group = _GROUP_OF.get(label.split("-")[0])
    return frozenset({group}) if group and label != "event-other" else None


def trim(label: str, text: str) -> int:
    """Return how many leading characters of a span the project leaves outside a name: titles, determiners."""
    if label in {"per", "PER", "Person"} or label.startswith("person-"):
        return without_title(text)
    if label in {"Location", "Organisation", "Weapon", "MilitaryPlatform", "Quantity"}:
        first, space, _ = text.partition(" ")
        return len(first + space) if space and first.lower() in _DETERMINERS else 0
    return 0


def is_nominal(label: str, text: str) -> bool:
    """Return whether a re3d span is a description or pronoun rather than a name (or, of arms, an attack)."""
    if label in {"Weapon", "MilitaryPlatform"}:
        return text.split()[-1].lower() in _ATTACKS
    if label not in {"Person", "Location", "Organisation"}:
        return False
    parts = text[trim(label, text) :].split()
    if label == "Person" and any(part.islower() and part not in _PARTICLES for part in parts):
        return True
    return parts[-1].islower() or text.lower() in _PRONOUNS or is_title(" ".join(parts))


def _mark(rows: NDArray[np.bool_], first: int, last: int, types: Iterable[str]) -> None:
    """Allow in rows first..last only the BIES classes of the types."""
    rows[first : last + 1] = False
    for kind in types:
        if first == last:
            rows[first, ner_class("S", kind)] = True
            continue
        rows[first, ner_class("B", kind)] = True
        rows[last, ner_class("E", kind)] = True
        rows[first + 1 : last, ner_class("I", kind)] = True


def _numeral(word: str) -> bool:
    return bool(_DIGITS.fullmatch(word)) or word.lower() in _NUMERALS


def _currency(word: str) -> bool:
    return word in _CURRENCIES or word.lower() in _CURRENCIES


def _numbers(tokens: tuple[str, ...], rows: NDArray[np.bool_], untouched: list[bool]) -> None:
    """Mark amounts of money and measures, and numerals that can be neither, in words that no span covers."""
    first = 0
    while first < len(tokens):
        last = first
        while last < len(tokens) and untouched[last] and (_numeral(tokens[last]) or _currency(tokens[last])):
            last += 1
        run = tokens[first:last]
        if any(map(_numeral, run)):
            following = tokens[last] if last < len(tokens) and untouched[last] else ""
            _mark_number(rows, first, last, run, following)
        first = last + 1


def _mark_number(rows: NDArray[np.bool_], first: int, last: int, run: tuple[str, ...], following: str) -> None:
    """Mark the run of numerals first..last-1, given the word behind it."""
    if any(map(_currency, run)):
        _mark(rows, first, last - 1, {"MONEY"})
    elif following.lower() in _UNITS:
        _mark(rows, first, last, {"QUANTITY"})
    elif following.islower() and not any(map(_YEAR.fullmatch, run)):
        open_types = {"DATE", "TIME"} if rows[first, ner_class("S", "DATE")] else set()
        _mark(rows, first, last - 1, {"CARDINAL"} | open_types)


def supervise(
    source: str,
    words: tuple[str, ...],
    offsets: tuple[tuple[int, int], ...],
    text: str,
    spans: list[tuple[int, int, str]],
) -> NDArray[np.bool_]:
    """Return the allowed classes per word, given what the source annotates and what it leaves unsaid."""
    closed = SOURCES[source].closed
    rows = np.zeros((len(words), NER_CLASSES), dtype=bool)
    rows[:, 0] = True
    for number, kind in enumerate(ENTITY_TYPES):
        if kind not in closed:
            rows[:, 1 + 4 * number : 5 + 4 * number] = True
    if source not in {"re3d", "template"}:
        _arms(words, rows, everything=source != "fewnerd_inter17")
    untouched = [True] * len(words)
    starts = {a: i for i, (a, _) in enumerate(offsets)}
    ends = {b: i for i, (_, b) in enumerate(offsets)}
    for start, end, label in sorted(spans, key=lambda s: s[1] - s[0], reverse=True):
        types = None if is_nominal(label, text[start:end]) else types_of(label, text[start:end])
        begin = start + trim(label, text[start:end])
        inside = [i for i, (a, b) in enumerate(offsets) if a < end and b > start]
        for i in inside:
            untouched[i] = False
        if types is None or begin not in starts or end not in ends:
            rows[inside] = True
            continue
        for i in inside:
            rows[i] = np.arange(NER_CLASSES) == 0  # a title stays outside
        _mark(rows, starts[begin], ends[end], types)
    _numbers(words, rows, untouched)
    return rows


def _is_arms(word: str) -> bool:
    lower = word.lower()
    return lower in _ARMS_NAMES or lower.startswith(_ARMS) or lower.endswith(_ARMS)


def _arms(tokens: tuple[str, ...], rows: NDArray[np.bool_], *, everything: bool) -> None:
    """Leave arms open where a source of other names may have passed them over, and rule them out elsewhere.

    Words that look like arms ("rocket", "T-72") and their neighbours may be; no source says that all the others are
    not, but without that the model takes any strange name for a weapon. A source of weapons' names alone
    (`everything` False) passes over arms' common nouns only.
    """
    looks = [_is_arms(w) or (everything and any(c.isdigit() for c in w)) for w in tokens]
    for i in range(len(tokens)):
        near = any(looks[max(0, i - 1) : i + 2]) if everything else looks[i]
        rows[i, _ARMS_CLASSES] = near


def tokenise(text: str) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    """Return the words and offsets that the run-time tokenizer gives, white space left out."""
    doc = [t for t in _TOKENIZER(text) if not t.is_space]
    return tuple(t.text for t in doc), tuple((t.idx, t.idx + len(t)) for t in doc)


def read_names(path: Path, source: str) -> Iterator[Sentence]:
    """Yield the sentences of a name corpus with their allowed classes; long texts of re3d stay whole."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            text = record["text"]
            words, offsets = tokenise(text)
            if not words:
                continue
            spans = [(a, b, c) for a, b, c in record["spans"]]
            yield Sentence(
                doc=f"{source}:{record['doc']}",
                text=text,
                words=words,
                spaced=tuple(a == 0 or text[a - 1].isspace() for a, _ in offsets),
                offsets=offsets,
                allowed=supervise(source, words, offsets, text, spans),
            )

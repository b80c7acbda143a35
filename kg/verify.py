"""A graph against its texts: what it quotes stands there, and the quotations of an event name who takes part in it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

from pyoxigraph import NamedNode

from kg.errors import GraphError
from kg.knowledge.namespaces import DCT, KG, RDF, SKOS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from pyoxigraph import Quad, Triple

_DOCUMENT, _IDENTIFIER = KG + "document", DCT + "identifier"
_START, _END, _QUOTE = KG + "start", KG + "end", KG + "quote"
_TRIGGER, _TRIGGER_START = KG + "trigger", KG + "triggerStart"
QUOTING: Final = frozenset({_DOCUMENT, _START, _END, _QUOTE, _TRIGGER, _TRIGGER_START})
"""The properties by which a mention quotes."""
_TOLD: Final = QUOTING | {_IDENTIFIER}
_TYPE, _REFERS, _EVIDENCE, _WORDS = RDF + "type", KG + "refersTo", KG + "evidence", KG + "argumentMention"
_ENTITY, _EVENT, _WEAPON, _BROADER = KG + "Entity", KG + "Event", KG + "Weapon", SKOS + "broader"
_NO_ROLES: Final = frozenset({KG + "accordingTo", KG + "topic"})
"""The properties of events whose values, if entities, take no part in them."""
_OF_TRIGGER: Final = frozenset({_TRIGGER, _TRIGGER_START})


@dataclass(frozen=True, slots=True, order=True)
class Mismatch:
    """Words that the graph quotes from a document and the characters that stand there; None where no text is known."""

    document: str
    mention: str
    quoted: str
    found: str | None

    def __str__(self) -> str:
        """One line for a reader."""
        there = "no text of that document is given" if self.found is None else f"the text has {self.found!r}"
        return f"{self.document}: {self.quoted!r} is quoted, but {there} ({self.mention})"


@dataclass(frozen=True, slots=True, order=True)
class Missing:
    """An event, and one who takes part in it whom none of its quotations names."""

    event: str
    argument: str

    def __str__(self) -> str:
        """One line for a reader."""
        return f"{self.event}: no words that it cites name {self.argument}"


@dataclass(frozen=True, slots=True)
class Verification:
    """How many quotations were held against their text, and those that do not stand there, sorted.

    So also of `arguments`, who or what takes part in an event, and those of them who are `missing` in its quotations.
    """

    checked: int
    mismatches: tuple[Mismatch, ...]
    arguments: int = 0
    missing: tuple[Missing, ...] = ()


def verify(statements: Iterable[Triple | Quad], texts: Mapping[str, str]) -> Verification:
    """Hold every quotation and trigger of a graph against `texts`, the documents' texts by their id.

    Raises GraphError for a mention that does not say, once, what it quotes from where: nobody could verify it. The time
    is linear in the number of statements.
    """
    told: defaultdict[str, dict[str, str]] = defaultdict(dict)
    links = _Links()
    for statement in statements:
        predicate = statement.predicate.value
        if not isinstance(statement.subject, NamedNode):
            continue
        if predicate in _TOLD:
            about, value = told[statement.subject.value], getattr(statement.object, "value", "")
            if about.setdefault(predicate, value) != value and predicate != _IDENTIFIER:
                raise _unfit(statement.subject.value, f"says {predicate.removeprefix(KG)!r} twice")
            about[predicate] = min(about[predicate], value)
        elif isinstance(statement.object, NamedNode):
            links.add(statement.subject.value, predicate, statement.object.value)
    names = {iri: about[_IDENTIFIER] for iri, about in told.items() if _IDENTIFIER in about}
    mentions = [
        (iri, about, names.get(about.get(_DOCUMENT, ""), about.get(_DOCUMENT, "")))
        for iri, about in told.items()
        if about.keys() != {_IDENTIFIER}
    ]
    wrong = (one for iri, about, name in mentions for one in mismatches(iri, about, name, texts.get(name)))
    checked = sum(1 for iri, about, _ in mentions for _ in _quotations(iri, about))
    arguments = links.arguments()
    return Verification(
        checked,
        tuple(sorted(wrong, key=lambda one: (one.document, one.mention, one.quoted))),
        sum(map(len, arguments.values())),
        tuple(sorted(_missing(arguments, links, told))),
    )


@dataclass(slots=True)
class _Links:
    """What links say in a graph: who or what each mention refers to, and what each event cites and involves."""

    refers: defaultdict[str, set[str]] = field(default_factory=partial(defaultdict, set))
    cited: defaultdict[str, set[str]] = field(default_factory=partial(defaultdict, set))
    words: defaultdict[str, set[str]] = field(default_factory=partial(defaultdict, set))
    roles: defaultdict[str, set[str]] = field(default_factory=partial(defaultdict, set))
    types: dict[str, set[str]] = field(default_factory=lambda: {_ENTITY: set(), _EVENT: set(), _WEAPON: set()})
    below: set[str] = field(default_factory=set)

    def add(self, subject: str, predicate: str, value: str) -> None:
        """Add a link."""
        if predicate == _TYPE:
            if value in self.types:
                self.types[value].add(subject)
        elif predicate == _BROADER:
            self.below.add(subject)
        elif predicate == _REFERS:
            self.refers[subject].add(value)
        elif predicate == _EVIDENCE:
            self.cited[subject].add(value)
        elif predicate == _WORDS:
            self.words[subject].add(value)
        elif predicate.startswith(KG) and predicate not in _NO_ROLES:
            self.roles[subject].add(value)

    def arguments(self) -> dict[str, set[str]]:
        """Return who or what takes part in each event; "weapons" alone, below which all others are, names nothing."""
        entities = self.types[_ENTITY] - (self.types[_WEAPON] - self.below)
        return {event: self.roles[event] & entities for event in self.types[_EVENT]}


def _missing(
    arguments: Mapping[str, set[str]], links: _Links, told: Mapping[str, Mapping[str, str]]
) -> Iterator[Missing]:
    """Yield those in events whom neither a mention in their evidence nor one that they cite beside it refers to."""
    within: defaultdict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for mention in links.refers:
        document, start, end = _place(mention, told)
        within[document].append((start, end, mention))
    for mentions in within.values():
        mentions.sort()
    for event, involved in arguments.items():
        passages = [_place(mention, told) for mention in links.cited[event]]
        documents = {document for document, _, _ in passages}
        cited = {mention for mention in links.words[event] if _place(mention, told)[0] in documents}
        for document, start, end in passages:
            there = within[document]
            ends = range(bisect_left(there, (start,)), bisect_left(there, (end,)))
            cited.update(there[at][2] for at in ends if there[at][1] <= end)
        named = set().union(*(links.refers[mention] for mention in cited))
        yield from (Missing(event, one) for one in involved - named)


def _place(mention: str, told: Mapping[str, Mapping[str, str]]) -> tuple[str, int, int]:
    """Return the document of a mention, and where it begins and ends there."""
    about = told.get(mention, {})
    if _DOCUMENT not in about:
        raise _unfit(mention, "has no 'document'")
    return about[_DOCUMENT], int(about[_START]), int(about[_END])


def mismatches(mention: str, about: Mapping[str, str], document: str, text: str | None) -> Iterator[Mismatch]:
    """Yield what a mention quotes from the document of this id and does not stand in its text.

    `about` gives what the graph says of the mention by the property, `text` is None where none is known.
    """
    for start, end, words in _quotations(mention, about):
        if text is None or text[start:end] != words:
            yield Mismatch(document, mention, words, None if text is None else text[start:end])


def kept_texts(statements: Iterable[Triple | Quad], folder: Path) -> dict[str, str]:
    """Return the texts that kg build --texts kept in a folder, by the id of the document, as far as they are there."""
    texts: dict[str, str] = {}
    for statement in statements:
        if statement.predicate.value == _IDENTIFIER and isinstance(statement.subject, NamedNode):
            file = folder / text_file(statement.subject.value)
            if file.is_file():
                try:
                    texts[getattr(statement.object, "value", "")] = file.read_bytes().decode()
                except (OSError, UnicodeDecodeError) as error:
                    raise GraphError(f"can not be read: {error}", place=str(file), remedy="build it anew") from error
    return texts


def text_file(document: str) -> str:
    """Return the name of the file in which the text of the document with that IRI is kept."""
    return f"{re.sub('[^A-Za-z0-9._-]', '_', document.rpartition('/')[2]) or '_'}.txt"


def _quotations(iri: str, about: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """Yield where each quotation of a mention begins and ends, and its words."""
    needed = [_DOCUMENT, _START, _END, _QUOTE, *((_TRIGGER, _TRIGGER_START) if about.keys() & _OF_TRIGGER else ())]
    for missing in (name for name in needed if name not in about):
        raise _unfit(iri, f"has no {missing.removeprefix(KG)!r}")
    yield _number(iri, about[_START]), _number(iri, about[_END]), about[_QUOTE]
    if _TRIGGER in about:
        start = _number(iri, about[_TRIGGER_START])
        yield start, start + len(about[_TRIGGER]), about[_TRIGGER]


def _number(iri: str, words: str) -> int:
    if not re.fullmatch(r"[0-9]{1,15}", words):
        raise _unfit(iri, f"stands at {words[:40]!r}, which is no place in a text")
    return int(words)


def _unfit(iri: str, problem: str) -> GraphError:
    return GraphError(f"{iri} {problem}", remedy="validate the graph: kg validate GRAPH")

"""What things and numbers are called in sentences, and how dates and amounts are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from kg.knowledge.looks import short

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.knowledge.looks import Looks
    from kg.view.content import Content, Document, Entity, Event, Figure, Mention

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
# The article that the sentence has before the words: "a hospital", where the graph has "hospital".
_ARTICLE: Final = re.compile(r"(?:^|[\s“\"‘(])(an?|the)\s+$", re.IGNORECASE)
_SEVERAL: Final = re.compile(r"[^s]s$")
"""How a weapon's name ends that is in the plural, as only articles name it, or of a stuff: "F-16V jets", "tear gas"."""


@dataclass(frozen=True)
class Words:
    """What a graph's things are called, by their IRIs."""

    content: Content
    looks: Looks

    @cached_property
    def entities(self) -> Mapping[str, Entity]:
        """The entities by their IRIs."""
        return {entity.iri: entity for entity in self.content.entities}

    @cached_property
    def mentions(self) -> Mapping[str, Mention]:
        """The mentions by their IRIs."""
        return {mention.iri: mention for mention in self.content.mentions}

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """The documents by their IRIs."""
        return {document.iri: document for document in self.content.documents}

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The labels of classes, statuses and topics."""
        return dict(self.content.labels)

    @cached_property
    def newest(self) -> str:
        """The day of the newest document, empty where none has a day."""
        return max((document.date or "" for document in self.content.documents), default="")

    def label(self, name: str) -> str:
        """Return what a class, property or individual of the ontology is called."""
        return self.labels.get(name, name)

    def plural(self, kind: str) -> str:
        """Return what several of a class are called."""
        return self.looks.classes[kind].plural or many(self.label(kind))

    def nameless(self, iri: str) -> bool:
        """Tell whether a thing is known by the words of an article alone."""
        return self.looks.classes[self.entities[iri].kind].nameless

    def called(self, iri: str, event: Event | None = None, *, single: bool = False) -> str:
        """Return what sentences call a thing: weapons of a type are several ("drones") unless they are a single one."""
        entity = self.entities[iri]
        if self.nameless(iri):
            return (_article(entity, event, self.mentions) if event else "") + entity.name
        if single or entity.kind != "Weapon" or not re.search(r"(?:^|\s)[a-z]\S*$", entity.name):
            return entity.name
        several = entity.name if _SEVERAL.search(entity.name) else many(entity.name)
        return self.looks.plurals.get(short(iri), several)

    def nearest(self, iris: Sequence[str]) -> list[str]:
        """Return things without whom another of them serves or lies in: France beside its president."""

        def over(iri: str) -> set[str]:
            entity = self.entities[iri]
            return {*entity.represents, *entity.within, *entity.belongs}

        return [iri for iri in iris if not any(other != iri and iri in over(other) for other in iris)]

    def outlet(self, document: Document) -> str:
        """Return what names a document's source: its outlet, else its title, else its identifier."""
        return document.outlet or document.title or document.identifier


def _article(entity: Entity, event: Event, mentions: Mapping[str, Mention]) -> str:
    told = [mentions[iri] for iri in event.mentions if iri in mentions]
    for own in (mentions[iri] for iri in entity.mentions if iri in mentions):
        for around in told:
            before = around.quote[: own.start - around.start] if own.start > around.start else ""
            found = _ARTICLE.search(before) if around.document == own.document else None
            if found:
                return f"{found[1].lower()} "
    return ""


def many(word: str) -> str:
    """Return a noun in the plural, as most are formed."""
    if re.search(r"[^aeiou]y$", word):
        return f"{word[:-1]}ies"
    return f"{word}es" if re.search(r"(?:s|x|ch|sh)$", word) else f"{word}s"


def joined(items: Iterable[str]) -> str:
    """Return words as an English list: one, two and three."""
    *before, last = [*items] or [""]
    return f"{', '.join(before)} and {last}" if before else last


def capital(words: str) -> str:
    """Return words with a capital first letter."""
    return words[:1].upper() + words[1:]


def long_date(date: str, *, brief: bool = False) -> str:
    """Return an ISO date as people write it: 4 July 2025, July 2025, 2025; other words as they are."""
    found = _DATE.fullmatch(date)
    if not found or not 1 <= int(found[2] or 1) <= len(MONTHS):
        return date
    month = MONTHS[int(found[2]) - 1] if found[2] else ""
    day = str(int(found[3])) if found[3] else ""
    return " ".join(part for part in (day, month[:3] if brief else month, found[1]) if part)


def on_date(date: str) -> str:
    """Return an ISO date with its preposition."""
    return f"{'on' if len(date) == len('2025-07-04') else 'in'} {long_date(date)}"


def duration(minutes: int) -> str:
    """Return a number of minutes in hours and minutes."""
    hours, rest = divmod(minutes, 60)
    return " ".join(part for part in (hours and count(hours, "hour"), rest and count(rest, "minute")) if part)


def count(number: int, noun: str, nouns: str | None = None) -> str:
    """Return a number with its noun: 1 call, 2,000 calls."""
    return f"{number:,} {noun if number == 1 else nouns or many(noun)}"


def amount(figure: Figure) -> str:
    """Return a reported number: 20, 20 to 30, at least 20, up to 30."""
    least, most = figure.minimum, figure.maximum
    if least is not None and most is not None:
        return f"{least:,}" if least == most else f"{least:,} to {most:,}"
    if least is None:
        return f"up to {most:,}" if most is not None else ""
    return f"at least {least:,}"

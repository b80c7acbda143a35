"""Events as lines: the sentence, who claims it, and the words of each document."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from kg.errors import harmless
from kg.report.records import Line, Source
from kg.view.content import all_mentions
from kg.view.sentences import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.knowledge.taxonomy import Taxonomy
    from kg.view.content import Document, Event, Mention
    from kg.view.wording import Words

LONGEST: Final = 420
"""Characters of a quotation that a report shows."""
TOLD: Final = "Asserted"
REFUTED: Final = frozenset({"Negated", "Denied"})
ACTING: Final = frozenset({"Doer", "Peer"})


@dataclass(frozen=True)
class Lines:
    """The events of a graph, ready to be told."""

    words: Words
    taxonomy: Taxonomy

    @cached_property
    def events(self) -> Mapping[str, Event]:
        """The events by their IRIs."""
        return {event.iri: event for event in self.words.content.events}

    @cached_property
    def told(self) -> tuple[Event, ...]:
        """The events that are told as facts, or as somebody's claims of facts."""
        return tuple(event for event in self.events.values() if event.factuality == TOLD)

    def kind(self, event: Event, *kinds: str) -> bool:
        """Tell whether an event is of one of these classes."""
        return any(self.taxonomy.is_a(event.kind, kind) for kind in kinds)

    def family(self, event: Event) -> str:
        """Return the family of an event's class."""
        return self.words.looks.classes[event.kind].family or ""

    def line(self, event: Event, *, claimed: bool = True) -> Line:
        """Return an event as a line."""
        return Line(
            iri=event.iri,
            kind=self.words.label(event.kind),
            family=self.family(event),
            date=event.date or "",
            text=harmless(sentence(event, self.words, dated=False, claimed=claimed)),
            factuality=event.factuality,
            claimants=self.claimants(event),
            sources=self.sources(event.mentions or all_mentions(event), like=event.factuality),
        )

    def claimants(self, event: Event) -> tuple[str, ...]:
        """Return who is said to claim an event, those without a name last."""
        named = [self.words.called(iri, event) for iri in event.according_to if iri in self.words.entities]
        return (*named, *(value for name, value in event.details if name == "unnamedSource"))

    def sources(self, mentions: Iterable[str], *, like: str = "") -> tuple[Source, ...]:
        """Return the words of each document, in the order of publication.

        Of a document those that present the event so stand before others, and sentences before headings.
        """
        found: dict[str, Mention] = {}
        for iri in mentions:
            mention = self.words.mentions.get(iri)
            if mention and mention.document in self.words.documents:
                known = found.get(mention.document)
                if known is None or _rank(mention, like) < _rank(known, like):
                    found[mention.document] = mention
        documents = sorted(
            (self.words.documents[iri] for iri in found), key=lambda one: (one.date or "9999", one.identifier)
        )
        return tuple(self._source(document, found[document.iri], like) for document in documents)

    def _source(self, document: Document, mention: Mention, like: str) -> Source:
        start = mention.trigger_start - mention.start
        inside = bool(mention.trigger) and mention.quote[start : start + len(mention.trigger)] == mention.trigger
        cut = start if inside and start >= 0 else len(mention.quote)
        end = cut + len(mention.trigger) if cut < len(mention.quote) else cut
        return Source(
            outlet=harmless(self.words.outlet(document)),
            document=document.identifier,
            title=harmless(document.title or ""),
            date=document.date or "",
            url=document.url or "",
            otherwise=self.words.label(mention.factuality) if like and mention.factuality not in {None, like} else "",
            before=_short(_spaced(mention.quote[:cut]), at_end=True),
            trigger=_spaced(mention.quote[cut:end]),
            after=_short(_spaced(mention.quote[end:]), at_end=False),
        )

    def roles(self, event: Event, *ends: str) -> tuple[str, ...]:
        """Return the named entities at these ends of an event; where one has no name, whom or where it belongs."""
        found: list[str] = []
        for role, iri in event.roles:
            if iri in self.words.entities and self.words.looks.ends[role] in ends:
                found += self.words.entities[iri].belongs if self.words.nameless(iri) else [iri]
        return tuple(dict.fromkeys(iri for iri in found if iri in self.words.entities))

    def filler(self, event: Event, role: str) -> str:
        """Name who fills a role, those without a name only where nobody else does; empty where nobody does."""
        iris = [iri for name, iri in event.roles if name == role and iri in self.words.entities]
        named = [iri for iri in iris if not self.words.nameless(iri)]
        return harmless(", ".join(self.words.called(iri, event) for iri in self.words.nearest(named or iris)))

    def reported(self, event: Event) -> str:
        """Return the day on which a document first tells an event, empty where none has a day."""
        return min((source.date for source in self.sources(event.mentions) if source.date), default="")


def _rank(mention: Mention, like: str) -> tuple[bool, bool, int]:
    heading = not mention.quote.rstrip("”’\"') ").endswith((".", "!", "?"))
    return (bool(like) and mention.factuality not in {None, like}, heading, mention.start)


def _spaced(words: str) -> str:
    """Return words with single spaces, those at their ends kept."""
    inner = " ".join(harmless(words).split())
    if not inner:
        return " " if words else ""
    return f"{' ' if words[:1].isspace() else ''}{inner}{' ' if words[-1:].isspace() else ''}"


def _short(words: str, *, at_end: bool) -> str:
    if len(words) <= LONGEST:
        return words
    return f"… {words[-LONGEST:].split(' ', 1)[-1]}" if at_end else f"{words[:LONGEST].rsplit(' ', 1)[0]} …"

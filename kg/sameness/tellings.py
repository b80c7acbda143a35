"""The events that a document has told so far, found by their class, with what is compared of them worked out once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.records import EventMention
from kg.sameness.told import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.knowledge.taxonomy import Taxonomy
    from kg.records import Term
    from kg.sameness.facts import EventFacts


class Telling(tuple[EventMention, ...]):
    """Mentions that tell of one event; `facts` are kept by who works them out, as each is compared with many."""

    facts: EventFacts | None = None


@dataclass(slots=True)
class Tellings:
    """Events in the order in which they were founded."""

    taxonomy: Taxonomy
    events: list[Telling] = field(default_factory=list)
    places: dict[Term, dict[int, None]] = field(default_factory=dict)
    """The numbers of the events of each class."""

    def found(self, mentions: Iterable[EventMention]) -> None:
        """Begin an event."""
        self.events.append(Telling(mentions))
        self._place(len(self.events) - 1)

    def extend(self, number: int, mentions: Iterable[EventMention]) -> None:
        """Add mentions to an event."""
        del self.places[kind_of(self.events[number], self.taxonomy)][number]
        self.events[number] = Telling((*self.events[number], *mentions))
        self._place(number)

    def of_class(self, kind: Term) -> Iterator[tuple[int, Telling]]:
        """Yield the events of a class, of those below and of those above it, with their numbers, in their order."""
        taxonomy = self.taxonomy
        related = (
            found for other, found in self.places.items() if taxonomy.is_a(kind, other) or taxonomy.is_a(other, kind)
        )
        for number in sorted(number for found in related for number in found):
            yield number, self.events[number]

    def _place(self, number: int) -> None:
        self.places.setdefault(kind_of(self.events[number], self.taxonomy), {})[number] = None

"""The coreference chains of a document so far, by class and sides; what is compared of each is worked out once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.records import Member
from kg.sameness.chains import Chain
from kg.sameness.facts import Party
from kg.sameness.laws import reached

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kg.knowledge.taxonomy import Taxonomy
    from kg.records import EventMention, Term
    from kg.sameness.facts import EventFacts

Side = str | Member
"""A country, for all that it is, lies in or serves; of what has none the entity itself."""


@dataclass(slots=True)
class ChainIndex:
    """Events in the order in which they begin; `facts_of` says what is compared of one."""

    taxonomy: Taxonomy
    facts_of: Callable[[Chain], EventFacts]
    events: list[Chain] = field(default_factory=list)
    places: dict[Term, dict[Side | None, dict[int, None]]] = field(default_factory=dict)
    """The numbers of the events of each class by whom they are between; None for all of them."""
    sideless: dict[Term, dict[int, None]] = field(default_factory=dict)
    """The numbers of the events of each class that name nobody by whom they could be told apart."""

    def found(self, mentions: Iterable[EventMention]) -> None:
        """Begin an event."""
        self.events.append(Chain(mentions))
        self._place(len(self.events) - 1)

    def extend(self, number: int, mentions: Iterable[EventMention]) -> None:
        """Add mentions to an event."""
        former = self.events[number]
        kind = self.facts_of(former).kind
        for numbers in (*self.places[kind].values(), self.sideless.setdefault(kind, {})):
            numbers.pop(number, None)
        self.events[number] = Chain((*former, *mentions))
        self._place(number)

    def alike(self, chain: Chain) -> Iterator[tuple[int, Chain]]:
        """Yield with their numbers, in their order, the events that mentions can be of by class and sides.

        They are of the class, one below or one above it, and between nobody else.
        """
        facts, found = self.facts_of(chain), set[int]()
        mine = sides_of(facts, needed=True)
        for kind, places in self.places.items():
            if not (self.taxonomy.is_a(facts.kind, kind) or self.taxonomy.is_a(kind, facts.kind)):
                continue
            if mine and self.taxonomy.identity(kind) == facts.identity:
                found.update(*(places.get(side, ()) for side in mine), self.sideless.get(kind, ()))
            else:
                found.update(places.get(None, ()))
        for number in sorted(found):
            yield number, self.events[number]

    def of_family(self, kind: Term) -> Iterator[Chain]:
        """Yield the events of all classes of the family of a class, in their order."""
        family = self.taxonomy.family(kind)
        related = (places[None] for other, places in self.places.items() if self.taxonomy.family(other) == family)
        for number in sorted(number for found in related for number in found):
            yield self.events[number]

    def _place(self, number: int) -> None:
        facts = self.facts_of(self.events[number])
        places, sides = self.places.setdefault(facts.kind, {}), sides_of(facts)
        for side in (None, *sides):
            places.setdefault(side, {})[number] = None
        if not sides:
            self.sideless.setdefault(facts.kind, {})[number] = None


def sides_of(facts: EventFacts, *, needed: bool = False) -> frozenset[Side]:
    """Return the sides of an event, of which it has one in common with every other that its class lets be the same.

    With `needed` without those that the other may lack. Of a class whose events are told apart otherwise, by what is
    handed on, it has none.
    """
    identity, parties = facts.identity, frozenset[Party]()
    if identity.company:
        parties = facts.role(*(identity.company - identity.may_lack if needed else identity.company))
    elif identity.each:
        parties = facts.role(*identity.each)
    else:
        for role in sorted(identity.area)[:1]:
            parties = reached(facts, role, identity)
    return frozenset(party.cluster if party.nation is None else party.nation for party in parties)

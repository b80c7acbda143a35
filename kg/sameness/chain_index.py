"""The coreference chains of a document so far, by class and sides; what is compared of each is worked out once."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from kg.knowledge.taxonomy import Taxonomy
from kg.sameness.chains import NEXT, Chain, casualties_of, counts_of, slots_of
from kg.sameness.laws import reached
from kg.sameness.newness import overlap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.records import EventMention, Member, Span, Term
    from kg.sameness.facts import EventFacts, Party

Side: TypeAlias = "Member | tuple[str, Sort]"
"""Who takes part: an entity, or who is of one sort, and is, lies in or serves a country."""
Bounds: TypeAlias = tuple[int | None, int | None]
Mark: TypeAlias = "Span | int | tuple[Term, int]"
"""Where an event is told: a sentence, the end of one, or the word that fills a role."""


class Sort(Enum):
    """What a party is. Of one country a person may stand for a body and a country for all, one person for no other."""

    COUNTRY = auto()
    PERSON = auto()
    OTHER = auto()


@dataclass(slots=True)
class ChainIndex:
    """Events in the order in which they begin; `facts_of` says what is compared of one."""

    taxonomy: Taxonomy
    facts_of: Callable[[Chain], EventFacts]
    events: list[Chain] = field(default_factory=list)
    places: defaultdict[Term, defaultdict[Side | None, set[int]]] = field(
        default_factory=partial(defaultdict, partial(defaultdict, set))
    )
    """The numbers of the events of each class by whom they are between; None for all of them."""
    sideless: defaultdict[Term, set[int]] = field(default_factory=partial(defaultdict, set))
    """The numbers of the events of each class that name nobody by whom they could be told apart."""
    marks: defaultdict[Mark, set[int]] = field(default_factory=partial(defaultdict, set))
    counted: defaultdict[Term, dict[Bounds, set[int]]] = field(default_factory=partial(defaultdict, dict))
    """The numbers of the events by what they count, and how many."""
    amounts: defaultdict[frozenset[Bounds], set[int]] = field(default_factory=partial(defaultdict, set))
    """The numbers of the events by all the numbers that are told of each."""
    triggers: defaultdict[Term, list[tuple[int, int]]] = field(default_factory=partial(defaultdict, list))
    """Where the triggers of the events of each family of classes begin, in order, with the numbers of these."""

    def found(self, mentions: Iterable[EventMention]) -> None:
        """Begin an event."""
        self.events.append(Chain(mentions))
        number = len(self.events) - 1
        self.amounts[counts_of(self.events[number])].add(number)
        self._place(number)
        self._mark(number, self.events[number])

    def extend(self, number: int, mentions: Iterable[EventMention]) -> None:
        """Add mentions to an event."""
        former, more = self.events[number], tuple(mentions)
        facts = self.facts_of(former)
        self.amounts[counts_of(former)].discard(number)
        self.events[number] = longer = former.extended(more)
        self.amounts[counts_of(longer)].add(number)
        if self.facts_of(longer) is not facts:
            for side in (None, *_keys(sides_of(facts))):
                self.places[facts.kind][side].discard(number)
            self.sideless[facts.kind].discard(number)
            self._place(number)
        if self.facts_of(longer).family != facts.family:
            self.triggers[facts.family] = [place for place in self.triggers[facts.family] if place[1] != number]
            more = tuple(longer)
        self._mark(number, more)

    def alike(self, chain: Chain) -> set[int]:
        """Return the numbers of the events that mentions can be of by class and sides.

        They are of the class, one below or one above it, and between nobody else.
        """
        facts, found = self.facts_of(chain), set[int]()
        sides = sides_of(facts, needed=True)
        for kind, places in self.places.items():
            if kind not in facts.above and facts.kind not in self.taxonomy.above.get(kind, ()):
                continue
            if sides and self.taxonomy.identity(kind) == facts.identity:
                found |= _fewest(facts, sides, places)
                found |= self.sideless[kind]
            else:
                found |= places[None]
        return found

    def near(self, chain: Chain, distance: int) -> set[int]:
        """Return the numbers of the events of the family that are told near mentions.

        They have a trigger so many characters before the first, fill a role with the same word, or are told in the
        same sentence or in the one right before it.
        """
        first, here = chain[0].trigger.start, chain[0].sentence
        triggers = self.triggers[self.facts_of(chain).family]
        window = slice(bisect_left(triggers, (first - distance, -1)), bisect_left(triggers, (first + 1, -1)))
        marks: list[Mark] = [here, *(here.start - apart for apart in range(1, NEXT)), *slots_of(chain)]
        return {number for _, number in triggers[window]}.union(*(self.marks.get(mark, ()) for mark in marks))

    def counting_others(self, chain: Chain) -> set[int]:
        """Return the numbers of the events that count what mentions count, and as no number of them can be."""
        clashing = set[int]()
        mine = casualties_of(chain)
        for measure in {measure for measure, _, _ in mine}:
            numbers = self.counted.get(measure, {})
            fit = [
                events
                for bounds, events in numbers.items()
                if any(overlap(bounds, m[1:]) for m in mine if m[0] == measure)
            ]
            clashing |= set[int]().union(*numbers.values()).difference(*fit)
        return clashing

    def of_amount(self, chain: Chain) -> set[int]:
        """Return the numbers of the events of which the same numbers are told as by mentions, or none."""
        return self.amounts[counts_of(chain)] | self.amounts[frozenset()]

    def last_before(self, chain: Chain) -> Chain | None:
        """Return the event of the family that is told next before mentions, of those that began to be told before."""
        here = chain[0].trigger.start
        triggers = self.triggers[self.facts_of(chain).family]
        nearest: tuple[int, int] | None = None
        for start, number in reversed(triggers[: bisect_left(triggers, (here + 1, -1))]):
            if nearest is not None and start != nearest[0]:
                break
            if self.events[number][0].trigger.start < here:
                nearest = start, number
        return None if nearest is None else self.events[nearest[1]]

    def _place(self, number: int) -> None:
        facts = self.facts_of(self.events[number])
        sides = sides_of(facts)
        for side in (None, *_keys(sides)):
            self.places[facts.kind][side].add(number)
        if not sides:
            self.sideless[facts.kind].add(number)

    def _mark(self, number: int, mentions: Iterable[EventMention]) -> None:
        for measure, *bounds in casualties_of(mentions):
            self.counted[measure].setdefault((bounds[0], bounds[1]), set()).add(number)
        triggers = self.triggers[self.facts_of(self.events[number]).family]
        for mention in mentions:
            insort(triggers, (mention.trigger.start, number))
            marks: list[Mark] = [mention.sentence, mention.sentence.end, *slots_of((mention,))]
            for mark in marks:
                self.marks[mark].add(number)


def sides_of(facts: EventFacts, *, needed: bool = False) -> frozenset[Party]:
    """Return the sides of an event, of which it has one in common with every other that its class lets be the same.

    With `needed` without those that the other may lack. Of a class whose events are told apart otherwise, by what is
    handed on, it has none.
    """
    identity = facts.identity
    if identity.company:
        return facts.role(*(identity.company - identity.may_lack if needed else identity.company))
    if identity.each:
        return facts.role(*identity.each)
    return frozenset().union(*(reached(facts, role, identity) for role in sorted(identity.area)[:1]))


def _fewest(facts: EventFacts, sides: frozenset[Party], places: Mapping[Side | None, set[int]]) -> set[int]:
    """Return those events with a side in common, and of each side that all must have those of the rarest."""
    found = [set[int]().union(*(places.get(key, ()) for key in _sought(side))) for side in _shared(facts)]
    if found:
        return min(found, key=len)
    return set[int]().union(*(places.get(key, ()) for side in sides for key in _sought(side)))


def _shared(facts: EventFacts) -> frozenset[Party]:
    """Return the sides that every event has that can be the same, itself or one that stands for it."""
    identity = facts.identity
    if identity.company:
        core = facts.role(*(identity.company - identity.may_lack))
        countries = {party.nation for party in core if party.is_country}
        return frozenset(party for party in core if party.is_country or party.nation not in countries)
    return facts.role(*(identity.each & facts.sides)) if identity.each else frozenset()


def _keys(sides: Iterable[Party]) -> Iterator[Side]:
    for party in sides:
        yield party.cluster
        if party.nation is not None:
            yield party.nation, _sort(party)


def _sought(party: Party) -> Iterator[Side]:
    """Yield the keys of a party and of whoever may stand for it, or contain it."""
    yield party.cluster
    if party.nation is not None:
        yield from ((party.nation, sort) for sort in Sort if sort is not _sort(party) or party.is_country)


def _sort(party: Party) -> Sort:
    return Sort.COUNTRY if party.is_country else Sort.PERSON if party.is_person else Sort.OTHER

"""Operators: the words of the lexicon that change how an event stands, as far as they work on one class of events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.grammar.partners import is_particle
from kg.grammar.syntax import is_definite, marker_of
from kg.grammar.words import entries
from kg.knowledge.lexicon import EntryKind
from kg.knowledge.taxonomy import Taxonomy
from kg.knowledge.words import Words
from kg.records import Factuality, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Token
    from kg.knowledge.lexicon import LexicalEntry

DATED = frozenset({"obl", "obl:tmod", "obl:unmarked"})
FACTUALITIES: dict[str, Factuality] = {value.value: value for value in Factuality}


@dataclass(frozen=True, slots=True)
class Effect:
    """What one operator does to an event, and what that becomes where the operator itself is `negated`.

    A `universal` negation is one of everybody or of every possibility: "nobody denies", "can not be denied". Behind a
    `final` effect nothing further out counts.
    """

    gives: frozenset[Term]
    negated: Factuality | None = None
    universal: bool = False
    final: bool = False

    @property
    def negates(self) -> bool:
        """Whether the effect is that the event did not happen."""
        return Factuality.NEGATED.value in self.gives


def _giving(factuality: Factuality, *, universal: bool = False) -> Effect:
    return Effect(frozenset({Term(factuality.value)}), universal=universal)


PURPOSE = _giving(Factuality.PLANNED)
"""An infinitive of purpose tells an aim: "travelled to Rome to meet the Pope"."""

CONDITION = _giving(Factuality.POSSIBLE)
"""What is under a condition, or is one, need not be so."""

OPPOSED = _giving(Factuality.NEGATED)
"""What somebody speaks against is not done: "voted against sending weapons"."""

CALLED_FALSE = _giving(Factuality.DENIED)
"""Who calls a report a lie denies what it tells."""

NOT_SO_FAR = _giving(Factuality.NEGATED)
"""Who "has yet to call" has not called."""

NOBODY = _giving(Factuality.NEGATED, universal=True)
"""What nobody did was not done."""

UNFULFILLED = _giving(Factuality.NEGATED)
"""What "would have" been done was not done."""

HEARSAY = _giving(Factuality.POSSIBLE)
"""What is said, and not by whom, need not be so: "is said to have bombed"."""

GRANTED = _giving(Factuality.ASSERTED)
"""A word says outright that the event is so: who "not only called" has called."""

GOES_ON = Effect(frozenset({Term(Factuality.ASSERTED.value)}), final=True)
"""What continues is so whatever is said of it: "hopes of stopping the continued raids"."""


@dataclass(frozen=True, slots=True)
class Operators:
    """The operator words of the lexicon as far as they work on events of one class."""

    kind: Term
    words: Words
    taxonomy: Taxonomy

    def is_over(self, *kinds: Term) -> bool:
        """Say whether the class is one of these, or below one."""
        return self.taxonomy.is_any_of(self.kind, kinds)

    def of(self, token: Token) -> list[LexicalEntry]:
        """Return what the token may be as an operator over the class, the most specific entry first."""
        listed = entries(self.words, token, EntryKind.OPERATOR)
        if not listed or is_particle(token, self.words):
            return []
        found = [entry for entry in listed if self._reaches(entry, token)]
        # What is said of the class alone goes before what is said of all: who agrees to a truce has one.
        own = [entry for entry in found if entry.over and not entry.gives.isdisjoint(FACTUALITIES)]
        return [entry for entry in found if entry.over or not own]

    def effects(self, token: Token) -> Iterator[Effect]:
        """Yield what the token does: one word may change the status of transfers and the factuality of all events."""
        found = self.of(token)[:2]
        same = len(found) > 1 and found[0].gives == found[1].gives  # who "abandons a plan" is told of in two ways
        for entry in found[:1] if same else found:
            negated = None if entry.gives_negated is None else FACTUALITIES[entry.gives_negated]
            yield Effect(entry.gives, negated, final=entry.presupposes)

    def is_only_wanted(self, noun: Token) -> bool:
        """Say whether a word above a noun of no known thing leaves open whether there is one: "called for [a ban]"."""
        wanted = any(Factuality.POSSIBLE.value in entry.gives for entry in self.of(noun.head))
        return noun.pos_ == "NOUN" and wanted and not is_definite(noun, self.words)

    def _reaches(self, entry: LexicalEntry, token: Token) -> bool:
        if entry.with_date and not has_date(token, self.words):
            return False
        return not entry.over or self.taxonomy.is_any_of(self.kind, entry.over)


def has_date(verb: Token, words: Words) -> bool:
    """Say whether a word of time stands behind a preposition at a verb: "moved to Sunday", "put off until [May] 5"."""
    phrases = (child for child in verb.children if child.dep_ in DATED and marker_of(child))
    return any(is_of_time(part, words) for phrase in phrases for part in (phrase, *phrase.children))


def is_of_time(noun: Token, words: Words) -> bool:
    """Say whether a word names a day, month or stretch of time: "Sunday", "May", "week"."""
    time = words.time
    names = {*time.months, *time.weekdays, *time.units, *time.periods, *time.shifts, *time.named_days, *time.day_parts}
    return not names.isdisjoint({noun.lower_, noun.text, noun.lemma_})

"""Factuality and status: what the words around a predicate make of its event.

Operators are applied from the predicate outwards, as in FactBank (Saurí and Pustejovsky 2009): "did not agree to
send" is first planned (agree), then negated (not).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.grammar.control import called_upon, is_headline_future
from kg.grammar.syntax import FINITE, RELATIVE_TAGS, marker_of
from kg.grammar.words import climb_collectives, entries
from kg.knowledge.lexicon import EntryKind
from kg.records import Factuality, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from kg.knowledge.lexicon import LexicalEntry
    from kg.knowledge.taxonomy import Taxonomy
    from kg.knowledge.words import Words

LOCAL = frozenset({"advmod", "aux", "det", "mark", "cc", "case", "amod", "cc:preconj"})
OWN_CLAIM = frozenset({"ROOT", "root", "parataxis", "appos", "acl:relcl", "advcl:relcl", "list", "dislocated"})
SUPPORTED = frozenset({"obj", "nsubj:pass", "nmod", "obl"})
NOMINAL = frozenset({"ccomp", "csubj", "csubj:pass", "obj", "nsubj:pass", "nmod", "obl"})
ADVERB_OF_QUESTION = "WRB"
PRESENT = frozenset({"VBZ", "VBP"})
DEPTH = 8
FACTUALITIES: dict[str, Factuality] = {value.value: value for value in Factuality}


@dataclass(frozen=True, slots=True)
class Standing:
    """How the text presents an event, and the statuses that operators give to it, the outermost last."""

    factuality: Factuality
    statuses: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """What one operator does to an event."""

    gives: frozenset[Term]


@dataclass(frozen=True, slots=True)
class Operators:
    """The operator words of the lexicon as far as they work on events of one class."""

    kind: Term
    words: Words
    taxonomy: Taxonomy

    def of(self, token: Token) -> list[LexicalEntry]:
        """Return what the token may be as an operator over the class, the most specific entry first."""
        found = [entry for entry in entries(self.words, token, EntryKind.OPERATOR) if self._reaches(entry)]
        # What is said of the class alone goes before what is said of all: who agrees to a truce has one.
        own = [entry for entry in found if entry.over and entry.gives & FACTUALITIES.keys()]
        return [entry for entry in found if entry.over or not own]

    def effects(self, token: Token) -> Iterator[Effect]:
        """Yield what the token does: one word may change the status of transfers and the factuality of all events."""
        yield from (Effect(entry.gives) for entry in self.of(token)[:2])

    def _reaches(self, entry: LexicalEntry) -> bool:
        return not entry.over or any(self.taxonomy.is_a(self.kind, over) for over in entry.over)


PURPOSE = Effect(frozenset({Term(Factuality.PLANNED.value)}))
"""An infinitive of purpose tells an aim: "travelled to Rome to meet the Pope"."""

CONDITION = Effect(frozenset({Term(Factuality.POSSIBLE.value)}))
"""What is under a condition, or is one, need not be so."""

OPPOSED = Effect(frozenset({Term(Factuality.NEGATED.value)}))
"""What somebody speaks against is not done: "voted against sending weapons"."""


def standing(token: Token, kind: Term, words: Words, taxonomy: Taxonomy) -> Standing:
    """Return the factuality of the event of this class that the token evokes, and the statuses its operators give."""
    factuality, statuses = Factuality.ASSERTED, list[Term]()
    for effect in _effects(token, Operators(kind, words, taxonomy), words):
        for term in sorted(effect.gives):
            if term in FACTUALITIES:
                factuality = compose(factuality, FACTUALITIES[term])
            else:
                statuses.append(term)
    if factuality in {Factuality.ASSERTED, Factuality.PLANNED} and _is_asked(token):
        factuality = Factuality.POSSIBLE
    return Standing(factuality, tuple(statuses))


def compose(inner: Factuality, outer: Factuality) -> Factuality:
    """Return the factuality of an event that is `inner` under an operator that makes it `outer`."""
    if outer is Factuality.NEGATED and inner in {Factuality.NEGATED, Factuality.DENIED}:
        return Factuality.POSSIBLE
    if inner is Factuality.NEGATED and outer in {Factuality.PLANNED, Factuality.ASSERTED}:
        return Factuality.NEGATED
    if inner is Factuality.POSSIBLE and outer in {Factuality.PLANNED, Factuality.ASSERTED}:
        return Factuality.POSSIBLE
    return inner if outer is Factuality.ASSERTED else outer


def _effects(token: Token, operators: Operators, words: Words) -> Iterator[Effect]:
    """Yield the operators over a predicate from the inside out: those beside it, then those of each word above it."""
    reach = token.doc[-1].i
    for step in range(DEPTH):
        yield from _beside(token, operators, reach, words)
        token = climb_collectives(token, words)
        head = _above(token, operators, words)
        if head is None:
            return
        around = step == 0 and token.dep_ == "obl" and marker_of(token) in words.prepositions.circumstance
        if token.dep_ != "conj" and not around:
            yield from operators.effects(head)
        reach = _reach(token, words)
        token = head


def _reach(token: Token, words: Words) -> int:
    """Return how far to the right the words beside the head count for what hangs on it.

    Coordinated words share those before the first of them, but "did not attack Iran and struck Syria" shares nothing.
    """
    if token.dep_ != "conj":
        return token.doc[-1].i
    verbs = token.pos_ == token.head.pos_ == "VERB"
    apart = verbs and token.tag_ != token.head.tag_ and not {token.tag_, token.head.tag_} <= FINITE
    opposed = any(child.dep_ == "cc" and child.lower_ in words.prepositions.adversative for child in token.children)
    return -1 if apart or opposed or _has_subject(token) or token.pos_ != token.head.pos_ else token.i


def _beside(token: Token, operators: Operators, reach: int, words: Words) -> Iterator[Effect]:
    """The operators among the words that hang on the token, up to the place `reach`."""
    if reach < token.i:
        return
    for child in token.children:
        if child.i > reach:
            return
        if child.dep_ in LOCAL:
            yield from operators.effects(child)
        elif child.dep_ == "advcl" and (_marks(child) & words.prepositions.conditional or _is_inverted(child)):
            yield CONDITION
    if token.tag_ == "VBG" and _marks(token) & words.prepositions.opposed:
        yield OPPOSED
    if _is_inverted(token) or _is_awaited(token, words):
        yield CONDITION
    if _is_purpose(token, words):
        yield PURPOSE


def _is_awaited(clause: Token, words: Words) -> bool:
    """Say whether a clause of time in the present tense tells what is still to come: "until Iran ends its boycott"."""
    tenses = {clause.tag_, *(child.tag_ for child in clause.children if child.dep_ in {"aux", "aux:pass"})}
    return bool(_marks(clause) & words.prepositions.prospective) and bool(tenses & PRESENT)


def _is_inverted(clause: Token) -> bool:
    """Say whether a clause is a condition without "if": "Had Russia attacked, NATO would have responded"."""
    if clause.dep_ != "advcl" or any(child.dep_ == "mark" for child in clause.children):
        return False
    subject = next((child.i for child in clause.children if child.dep_.startswith("nsubj")), None)
    first = next((child for child in clause.children if child.dep_ in {"aux", "aux:pass"}), None)
    return subject is not None and first is not None and first.i == clause.left_edge.i < subject


def _has_subject(token: Token) -> bool:
    return any(child.dep_.startswith("nsubj") for child in token.children)


def _is_purpose(token: Token, words: Words) -> bool:
    """An infinitive of its own, under an adjunct or beside words that are none ("agreed to work on X and to meet")."""
    if token.tag_ != "VB" or not _has_infinitive_mark(token) or called_upon(token, words):
        return False
    announced = token.dep_ == "ccomp" and token.i < token.head.i  # "Norway to send tanks, minister says"
    if announced or token.dep_ in {"ROOT", "root", "parataxis"} or is_headline_future(token, words):
        return True
    return token.dep_ == "advcl" or (token.dep_ == "conj" and not _has_infinitive_mark(token.head))


def _has_infinitive_mark(token: Token) -> bool:
    return any(child.dep_ == "mark" and child.tag_ == "TO" for child in token.children)


def _above(token: Token, operators: Operators, words: Words) -> Token | None:
    """Return the word whose operators reach down to the token, or None at the border of an independent claim."""
    head = token.head
    if head == token or token.dep_ in OWN_CLAIM or _is_relative_clause(token):
        return None
    if token.dep_ in {"xcomp", "conj"} or (token.dep_ == "acl" and (token.tag_ == "VB" or _marks(token))):
        return head
    if called_upon(token, words):
        return head
    if token.dep_ in NOMINAL and head.pos_ == "NOUN" and head.lemma_.lower() in words.speech.nouns:
        return head  # "dismissed reports of a call"
    if token.dep_ == "advcl" and token.tag_ == "VBG" and _marks(token) & words.prepositions.gerund:
        return head
    if (token.dep_ in NOMINAL or _is_judged(token)) and operators.of(head):
        return head
    if token.dep_ in SUPPORTED and any(True for _ in entries(words, head, EntryKind.SUPPORT)):
        return head
    return None


def _is_judged(subject: Token) -> bool:
    """Say whether the predicate tells how a thing stands: "[a meeting] is possible", "is not on the agenda".

    A noun without a preposition says what it is instead: "the strike was an attempt to kill him" was one.
    """
    predicate = subject.head
    copular = subject.dep_ == "nsubj" and any(child.dep_ == "cop" for child in predicate.children)
    return copular and (predicate.pos_ == "ADJ" or bool(marker_of(predicate)))


def _marks(token: Token) -> frozenset[str]:
    return frozenset(child.lower_ for child in token.children if child.dep_ == "mark")


def _is_relative_clause(token: Token) -> bool:
    return any(child.tag_ in RELATIVE_TAGS and child.dep_ == "nsubj" for child in token.children)


def _is_asked(token: Token) -> bool:
    """Say whether a question outside quotation marks asks if it is so; one that asks why or when takes it for granted.

    A question inside quotation marks belongs to its speaker and ends within the sentence.
    """
    words = [word for word in token.sent if word.is_alpha]
    return token.sent[-1].text == "?" and not (words and words[0].tag_ == ADVERB_OF_QUESTION)

"""What was ordered or promised before it is delivered: who gets the arms, who sends them, which arms a number is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.arguments.role_fillers import matches
from kg.grammar.fillers import verb_fillers
from kg.grammar.phrases import complement_of
from kg.grammar.quantity.numbers import is_number
from kg.grammar.syntax import CLAUSES_OF_NOUNS
from kg.grammar.words import entries
from kg.knowledge.lexicon import EntryKind, Function
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.extract.analysis import Analysis
    from kg.extract.participants.reference import Reference
    from kg.grammar.fillers import Filler
    from kg.grammar.tree import Token
    from kg.knowledge.lexicon import LexicalEntry, SyntacticArgument
    from kg.knowledge.taxonomy import Taxonomy
    from kg.knowledge.words import Words

TRANSFER, WEAPON = Term("Transfer"), Term("weapon")
RECIPIENT, SUPPLIER = Term("recipient"), Term("supplier")
PRONOUNS = frozenset({"PRP", "WP", "WDT"})
SIDES = frozenset({RECIPIENT, SUPPLIER})


def lent_by_orders(
    verb: Token, entry: LexicalEntry, words: Words, taxonomy: Taxonomy
) -> Iterator[tuple[Filler, tuple[SyntacticArgument, ...]]]:
    """Yield who gives and gets what a verb delivers, as the verb says that ordered or promised it.

    So "delivered the frigates that [Chile] ordered", "two of the frigates that it ordered from [Italy]", and of a
    number alone "ordered 40 tanks from Italy, but [two] have been delivered". A side that the clause tells itself is
    none of another's.
    """
    if entry.evokes is None or not taxonomy.is_a(entry.evokes, TRANSFER):
        return
    fillers = verb_fillers(verb, words)
    own = {a.role for filler in fillers for a in entry.arguments if matches(a, filler)}
    things = _arms_of(verb, [entry], words)
    clauses = [*_clauses_of(things, words), *(v for t in things for v in _verbs_before(t, verb, words, taxonomy))]
    for clause in clauses:
        beside = [f for f in verb_fillers(clause, words) if f.token.tag_ not in PRONOUNS]
        told = _fitting(entries(words, clause, EntryKind.EVENT), clause, words)
        lent = [a for other in told for a in other.arguments if a.role in SIDES - own]
        for filler in beside:
            if found := tuple(a for a in lent if matches(a, filler)):
                yield filler, found


def is_bare_number(token: Token, words: Words) -> bool:
    """Say whether a number stands without a noun for those that were told: "two", "the first ten", "nine of which"."""
    complement = complement_of(token, words)
    return is_number(token, words) and token.pos_ == "NUM" and (complement is None or complement.pos_ == "PRON")


def arms_before(number: Token, analysis: Analysis) -> tuple[Reference, ...]:
    """Return what the last transfer that the sentence tells before a bare number is of: a number of these is meant."""
    words = analysis.words
    verb = next(_verbs_before(number, number.head, words, analysis.taxonomy), None)
    things = () if verb is None else _arms_of(verb, entries(words, verb, EntryKind.EVENT), words)
    return tuple(reference for thing in things for reference in analysis.index.at(thing))


def is_of_what_came_of_it(place: int, verb: Token, words: Words) -> bool:
    """Say whether a token belongs to a verb beside another that delivers a number of what that one ordered.

    So 2020 is when they came in "ordered 36 jets and received five in [2020]".
    """
    later = (child for child in verb.children if child.dep_ == "conj" and child.pos_ == "VERB" and child.i > verb.i)
    return any(
        clause.left_edge.i <= place <= clause.right_edge.i
        and any(is_bare_number(child, words) for child in clause.children if child.dep_ == "obj")
        for clause in later
    )


def _arms_of(verb: Token, found: Iterable[LexicalEntry], words: Words) -> list[Token]:
    """What stands where the entries of a verb have arms."""
    places = [argument for entry in found for argument in entry.arguments if argument.role == WEAPON]
    return [f.token for f in verb_fillers(verb, words) if any(matches(argument, f) for argument in places)]


def _clauses_of(things: Iterable[Token], words: Words) -> Iterator[Token]:
    """The clauses of what a verb delivers, or of what a number of it is "of": "14 of the tanks that it [pledged]"."""
    for thing in things:
        for noun in (thing, complement_of(thing, words)):
            if noun is not None:
                yield from (child for child in noun.rights if child.dep_ in CLAUSES_OF_NOUNS)


def _verbs_before(thing: Token, verb: Token, words: Words, taxonomy: Taxonomy) -> Iterator[Token]:
    """The verbs of other transfers in the sentence before a bare number, the nearest first."""
    if not is_bare_number(thing, words):
        return
    for other in reversed(thing.sent.doc.tokens[thing.sent.start : thing.i]):
        if other.pos_ != "VERB" or other.i == verb.i:
            continue
        kinds = (entry.evokes for entry in entries(words, other, EntryKind.EVENT))
        if any(kind is not None and taxonomy.is_a(kind, TRANSFER) for kind in kinds):
            yield other


def _fitting(found: Sequence[LexicalEntry], verb: Token, words: Words) -> list[LexicalEntry]:
    """The entries of a verb that have all that they require, else those by which its subject is to get the arms."""
    fillers = verb_fillers(verb, words)
    complete = [e for e in found if all(any(matches(a, filler) for filler in fillers) for a in e.required)]
    return complete or [e for e in found if any(_is_buyer(argument) for argument in e.arguments)]


def _is_buyer(argument: SyntacticArgument) -> bool:
    return argument.function is Function.SUBJECT and argument.role == RECIPIENT

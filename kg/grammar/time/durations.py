"""How long an event lasted."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from kg.durations import Duration, read_duration
from kg.grammar.hyphens import HYPHENS
from kg.grammar.quantity.numbers import is_number, number_at
from kg.grammar.remembered import remembered
from kg.grammar.syntax import marker_of
from kg.grammar.time.offsets import unit_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

LASTING = frozenset({"obj", "obl", "obl:tmod", "obl:unmarked", "advmod", "nmod:unmarked", "ccomp", "xcomp"})
COMPOUNDS = frozenset({"compound", "amod", "nmod:unmarked", "nummod", "nmod"})
CLAUSES = frozenset({"acl", "acl:relcl"})
SUBJECTS = frozenset({"nsubj"})


@remembered
def duration_of(predicate: Token, words: Words) -> str | None:
    """Return the xsd:duration that a text gives an event ("lasted about 40 minutes": PT40M), None if it gives none.

    The event is a verb or a noun; a noun also has the duration of the verb that says how long it lasted.
    """
    for token in _units_of(predicate, words):
        if found := _length(token, words):
            return found
    return None


def _units_of(predicate: Token, words: Words) -> Iterator[Token]:
    """The units of time that measure a predicate: its own, and for a noun those of a verb that tells of it."""
    if predicate.pos_ != "NOUN":
        yield from _units_under(predicate, LASTING, words)
        return
    yield from _units_under(predicate, COMPOUNDS, words)
    for child in predicate.children:
        if child.dep_ in CLAUSES:
            yield from _units_under(child, LASTING, words)
    if (clause := _clause_behind(predicate)) is not None:
        yield from _units_under(clause, LASTING, words)
    if predicate.dep_ in SUBJECTS:
        head = predicate.head
        yield from (head,) if unit_of(head, words) else _units_under(head, LASTING, words)
        for child in head.children:
            if child.dep_ in {"xcomp", "advcl"} and not any(other.dep_ in SUBJECTS for other in child.children):
                yield from _units_under(child, LASTING, words)


def _clause_behind(noun: Token) -> Token | None:
    """Return the verb of a relative clause right behind the noun, whatever noun a parser hung it on."""
    following = [token for token in noun.doc.tokens[noun.i + 1 : noun.i + 3] if not token.is_punct]
    if following and following[0].tag_ == "WDT" and following[0].dep_ in SUBJECTS:
        return following[0].head
    return None


def _units_under(head: Token, relations: frozenset[str], words: Words) -> Iterator[Token]:
    for child in head.children:
        if child.dep_ not in relations or not unit_of(child, words) or _is_ordinal(child, words):
            continue
        marker = marker_of(child)
        if marker and marker not in words.prepositions.lasting:
            continue
        following = child.nbor() if child.i + 1 < len(child.doc) else None
        if following is None or following.lower_ not in words.time.directions:
            yield child


def _is_ordinal(unit: Token, words: Words) -> bool:
    """Say whether a word counts events and no time: "a [second] attack"."""
    alone = unit.i == 0 or unit.nbor(-1).text not in HYPHENS
    return unit.dep_ == "amod" and alone and unit.lower_ in words.numbers.ordinals


def _length(unit: Token, words: Words) -> str | None:
    """Return the duration of so many units, None without a number ("hours", "all day")."""
    months, seconds = Fraction(0), Fraction(0)
    for part in (unit, *(child for child in unit.children if child.dep_ == "conj" and unit_of(child, words))):
        amount, size = _amount(part, words), read_duration(unit_of(part, words) or "")
        if amount is None or size is None:
            return None
        months += amount * size.months
        seconds += amount * size.seconds
    # A fraction of a month, or a month and some days, has no length that is the same every time.
    if months.denominator != 1 or (months and seconds):
        return None
    length = Duration(int(months), round(seconds))
    return str(length) if length > Duration() else None


def _amount(unit: Token, words: Words) -> Fraction | None:
    amount = _amount_before(unit, words)
    if amount is None:
        return None
    tail = [token.lower_ for token in unit.doc[unit.i + 1 : unit.i + 4]]
    if (
        len(tail) == 3
        and tail[0] in words.function.additive_conjunction
        and tail[1] in words.function.indefinite_article
    ):  # "an hour and a half"
        part = words.numbers.values.get(tail[2], 1.0)
        if part < 1:
            amount += Fraction(part)
    return amount


def _amount_before(unit: Token, words: Words) -> Fraction | None:
    doc, i = unit.doc, unit.i - 1
    while i >= 0 and doc[i].lower_ in HYPHENS:
        i -= 1
    if i < 0:
        return None
    if doc[i].lower_ in words.function.indefinite_article:  # "an hour", "half an hour"
        part = words.numbers.values.get(doc[i - 1].lower_, 1.0) if i else 1.0
        return Fraction(part) if 0 < part < 1 else Fraction(1)
    if not is_number(doc[i], words):
        return None
    number = number_at(doc[i], words)
    if number is None or number.plural or number.value <= 0:
        return None
    return Fraction(number.value).limit_denominator(60)

"""How many: the counts that a text gives, with the bounds that it puts on them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.grammar.hyphens import HYPHENS
from kg.grammar.quantity.numbers import Number, is_number, number_at
from kg.grammar.remembered import remembered
from kg.grammar.syntax import marker_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Doc, Token
    from kg.knowledge.words import Words

RANGE = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)[-–](\d{1,3}(?:,\d{3})+|\d+)")
YEARS = range(1900, 2100)
PRENOMINAL = frozenset({"nummod", "compound", "amod", "conj", "flat", "det", "nmod:unmarked", "nmod:desc", "appos"})
SINGULAR, PLURAL, PROPER = "NN", "NNS", "NNP"
LONGEST_PHRASE = 4
LONGEST_ITEM = 16  # tokens of a list's line before the name of what it counts
NOMINAL = frozenset({"NOUN", "ADJ", "PROPN"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """At least `minimum` and at most `maximum` (None: that end is open), told in tokens start..end (end exclusive)."""

    minimum: int | None
    maximum: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in units of the currency (ISO 4217), told in tokens start..end (end exclusive)."""

    amount: int
    currency: str
    start: int
    end: int


def quantity_of(noun: Token, words: Words) -> Quantity | None:
    """Return how many of the noun there are: "539 drones", "more than 20 people", "hundreds of missiles", "no one"."""
    for token in _number_words_before(noun, words):
        if found := _quantity(token, noun, words):
            return found
    head = noun.head
    if noun.dep_ == "conj" and noun.tag_ == PLURAL and head.tag_ == SINGULAR and (shared := quantity_of(head, words)):
        return shared if shared.maximum != 1 else None  # "11 cruise and ballistic missiles"
    if (
        noun.dep_ in {"nmod", "obl"}
        and marker_of(noun) in words.prepositions.genitive
        and (found := quantity_at(head, words))
    ):
        return found if found.minimum != 1 else None  # "one of the attacks" counts something else
    return None


def quantity_at(token: Token, words: Words) -> Quantity | None:
    """Return the count at a number that stands without a noun: "injured more than 20", "480 of which"."""
    if is_number(token, words) or RANGE.fullmatch(token.text):
        return _quantity(token, token, words)
    phrase_end = _phrase_after(token, words)
    if phrase_end is not None and phrase_end < len(token.doc) and is_number(token.doc[phrase_end], words):
        return _quantity(token.doc[phrase_end], token, words)
    return None


def quantity_before(noun: Token, first: int, words: Words) -> Quantity | None:
    """Return how many there are of what is named from token `first` on: the number or article right before it.

    So "an S-300 system" is one, and "over 1 million grenade and mortar rounds" are counted whatever hangs on what.
    """
    if not first:
        return None
    before = noun.doc[first - 1]
    if is_number(before, words):
        return _quantity(before, noun, words)
    if before.dep_ in {"amod", "compound"}:
        return quantity_before(noun, first - 1, words)  # "an additional system", "a U.S. system"
    one = (
        before.lower_ in words.function.indefinite_article
        and noun.tag_ in {SINGULAR, PROPER}
        and noun.dep_ not in PRENOMINAL - {"conj", "appos"}
    )
    return Quantity(1, 1, first - 1, first) if one else None


def quantity_of_item(first: Token, words: Words) -> Quantity | None:
    """Return how many a line of a list counts of what is named from a token on: "- 25,000 sets of body armor".

    Between the number that opens the line and the name stand only its modifiers, or a measure and "of".
    """
    doc, start = first.doc.tokens, first.i
    while start and "\n" not in doc[start - 1].text and doc[start - 1].i >= first.i - LONGEST_ITEM:
        start -= 1
    while start < first.i and (doc[start].is_punct or doc[start].is_space):
        start += 1
    opens = (
        start == 0 or "\n" in doc[start - 1].text or (doc[start - 1].is_punct and "\n" in doc[max(start - 2, 0)].text)
    )
    found = quantity_at(doc[start], words) if opens and start < first.i else None
    if found is None or found.end > first.i:
        return None
    between = doc[found.end : first.i]
    of = words.prepositions.genitive
    plain = all(t.pos_ in NOMINAL or t.lower_ in HYPHENS | of or t.text == "-" for t in between)
    return found if plain and not any(is_number(t, words) for t in between) else None


@remembered
def ordinal_of(noun: Token, words: Words) -> int | None:
    """Return the place in a series that a noun is given: 6 for "the sixth call" and "the 6th round of talks".

    "The first call since 2022" and "in two years" is not the first.
    """
    before = [child for child in noun.lefts if child.dep_ == "amod"]
    behind = (phrase for phrase in (*noun.children, *noun.head.children) if phrase.i > noun.i)
    if not before or any(_is_span(phrase, words) for phrase in behind):
        return None
    ordinals, endings = words.numbers.ordinals, "|".join(sorted(words.endings.ordinal))
    for child in before:
        if (place := ordinals.get(child.lower_)) is not None:
            return place
        if figures := re.fullmatch(rf"(\d{{1,3}})(?:{endings})", child.lower_):
            return int(figures[1])
    return None


def _is_span(phrase: Token, words: Words) -> bool:
    """Say whether a prepositional phrase names a stretch of years, months or days."""
    timely = phrase.lemma_.lower() in words.time.units or phrase.text in words.time.months or phrase.shape_ == "dddd"
    return timely and marker_of(phrase) in {*words.time.since, *words.prepositions.nominal}


def money_of(token: Token, words: Words) -> Money | None:
    """Return the sum of money that a number or currency sign is part of: "$175bn", "20 million euros"."""
    doc = token.doc
    first = doc[token.i + 1] if token.text in words.numbers.currency_symbols and token.i + 1 < len(doc) else token
    number = number_at(first, words)
    if number is None or number.value != int(number.value):
        return None
    before = doc[number.start - 1].text if number.start else ""
    if currency := words.numbers.currency_symbols.get(before):
        return Money(int(number.value), currency, number.start - 1, number.end)
    after = doc[number.end].lower_ if number.end < len(doc) else ""
    if currency := words.numbers.currency_names.get(after):
        return Money(int(number.value), currency, number.start, number.end + 1)
    return None


def _number_words_before(noun: Token, words: Words) -> Iterator[Token]:
    """The number words of the noun phrase in front of its head, the nearest to the phrase's beginning first."""
    for token in noun.doc.tokens[noun.left_edge.i : noun.i]:
        if (is_number(token, words) or RANGE.fullmatch(token.text)) and _belongs(token, noun):
            yield token


def _belongs(token: Token, noun: Token) -> bool:
    """Say whether a token modifies the noun, if only through the adjectives and names before it."""
    here = token
    while here.i != noun.i:
        if here.dep_ not in PRENOMINAL or here.head.i == here.i:
            return False
        here = here.head
    return True


def _quantity(token: Token, noun: Token, words: Words) -> Quantity | None:
    doc = token.doc
    if match := RANGE.fullmatch(token.text):
        low, high = (int(part.replace(",", "")) for part in match.groups())
        return Quantity(low, high, token.i, token.i + 1) if low < high else None
    number = number_at(token, words)
    if number is None or number.value != int(number.value) or not _counts(number, noun, doc, words):
        return None
    if both := _range(number, doc, words):
        return Quantity(int(both[0].value), int(both[1].value), both[0].start, both[1].end)
    minimum, maximum = int(number.value), int(number.value)
    if number.plural:
        return Quantity(minimum * 2, None, number.start, number.end)
    start, end, phrase = _exactness(number, doc, words)
    if phrase in words.numbers.excepting:
        return None  # "all but 20 were shot down"
    if phrase in words.numbers.at_least:
        return Quantity(minimum, None, start, end)
    if phrase in words.numbers.at_most:
        return Quantity(None, maximum, start, end)
    return Quantity(minimum, maximum, start, end)


def _counts(number: Number, noun: Token, doc: Doc, words: Words) -> bool:
    """Say whether a number counts things: no size, share, sum of money, date, name (S-300) or part of a compound."""
    before = doc[number.start - 1] if number.start else None
    after = doc[number.end] if number.end < len(doc) else None
    if after is not None:
        if after.lower_ in HYPHENS and not after.whitespace_ and not doc[number.end - 1].whitespace_:
            return False
        if after.text in words.time.months or {after.lower_, after.lemma_.lower()} & words.numbers.measure_units:
            return False
        if after.lower_ in words.numbers.currency_names:
            return False
    if before is not None:
        if before.text in words.numbers.currency_symbols or before.text in words.time.months:
            return False
        if before.lower_ in HYPHENS and not before.whitespace_ and before.i and not doc[before.i - 1].whitespace_:
            return False
        named = before.pos_ == "PROPN" or (before.dep_ == "compound" and before.is_title)
        if named and before.i >= noun.left_edge.i and _belongs(before, noun):
            return False
    if number.end - number.start == 1 and doc[number.start].text.isdigit() and number.value in YEARS:
        return noun.tag_ == PLURAL and (after is None or after.i == noun.i or after.tag_ not in {SINGULAR, "NNP"})
    return True


def _range(number: Number, doc: Doc, words: Words) -> tuple[Number, Number] | None:
    """Return both ends of "between 10 and 20", "10 to 20" or "10 - 20", whichever of them the number is."""
    for joint, other in ((number.end, number.end + 1), (number.start - 1, number.start - 2)):
        if min(joint, other) < 0 or max(joint, other) >= len(doc) or (found := number_at(doc[other], words)) is None:
            continue
        low, high = sorted((number, found), key=lambda end: end.start)
        if low.value < high.value and _joins_range(doc[joint], low, doc, words):
            return low, high
    return None


def _joins_range(joint: Token, low: Number, doc: Doc, words: Words) -> bool:
    if joint.lower_ in words.time.ranges:
        return True
    return joint.dep_ == "cc" and low.start > 0 and doc[low.start - 1].lower_ in words.numbers.between


def _exactness(number: Number, doc: Doc, words: Words) -> tuple[int, int, str]:
    """Return the tokens of the number with the words that qualify it, and those words, "" for none."""
    known = words.numbers.at_least | words.numbers.at_most | words.numbers.about | words.numbers.exact
    known |= words.numbers.excepting
    ends = [number.start]
    if number.start and doc[number.start - 1].pos_ in {"ADJ", "DET"}:
        ends.append(number.start - 1)  # "at least another 20"
    for end in ends:
        for start in range(max(end - LONGEST_PHRASE, 0), end):
            phrase = " ".join(token.lower_ for token in doc.tokens[start:end])
            if phrase in known and not _governs(doc[start], end - start, words):
                return start, number.end, phrase
    for end in range(min(number.end + LONGEST_PHRASE, len(doc)), number.end, -1):
        phrase = " ".join(token.lower_ for token in doc.tokens[number.end : end])
        if phrase in known and phrase.partition(" ")[0] in words.function.closing_qualifier:
            return number.start, end, phrase
    return number.start, number.end, ""


def _governs(word: Token, length: int, words: Words) -> bool:
    """In "talks about three missiles" the preposition tells of the missiles, not of their number; so do particles."""
    particle = word.dep_ == "compound:prt"  # "handed over three missiles"
    return length == 1 and (particle or (word.dep_ == "case" and not is_number(word.head, words)))


def _phrase_after(token: Token, words: Words) -> int | None:
    """Return where the number should begin when the token opens a phrase such as "more than"."""
    known = words.numbers.at_least | words.numbers.at_most
    for end in range(token.i + LONGEST_PHRASE, token.i, -1):
        if " ".join(part.lower_ for part in token.doc[token.i : end]) in known:
            return end
    return None

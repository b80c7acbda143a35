"""Numbers in running text, in digits and in words."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.grammar.hyphens import HYPHENS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.grammar.tree import Doc, Token
    from kg.knowledge.words import Words

DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([a-z]+)?", re.IGNORECASE)
THOUSAND = 1000
LARGEST = 1e15
"""What no news counts: beyond it a number is a mistake, or no number of things."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in tokens start..end (end exclusive); `plural` when it is a plural magnitude: some "hundreds"."""

    value: float
    start: int
    end: int
    plural: bool = False


def is_digits(text: str, words: Words) -> bool:
    """Say whether a word is a number in digits, perhaps with a magnitude behind it: 539, 20,000, 1.2, 175bn."""
    match = DIGITS.fullmatch(text)
    return match is not None and (not match[3] or match[3].lower() in words.numbers.magnitudes)


def number_value(parts: Sequence[str], words: Words) -> float | None:
    """Return the value of the words of one number ("two", "hundred", "and", "five"), None if it is none."""
    joints = words.function.additive_conjunction | words.prepositions.genitive
    total, current, seen = 0.0, 0.0, False
    for word in parts:
        lower = word.lower()
        if is_digits(lower, words):
            current += _digits(lower, words)
        elif lower in words.numbers.values:
            current += words.numbers.values[lower]
        elif size := words.numbers.magnitudes.get(lower) or words.numbers.plural_magnitudes.get(lower):
            if size < THOUSAND:
                current = (current if seen else 1) * size
            else:
                total, current = total + (current if seen else 1) * size, 0.0
        elif lower in HYPHENS | words.function.indefinite_article | joints:
            continue
        else:
            return None
        seen = True
    return total + current if seen and total + current <= LARGEST else None


def _digits(text: str, words: Words) -> float:
    """Read 539, 20,000, 1.2 or 175bn."""
    number = text.rstrip(string.ascii_letters)
    return float(number.replace(",", "")) * words.numbers.magnitudes.get(text[len(number) :].lower(), 1)


def is_amount(token: Token, words: Words) -> bool:
    """Say whether a token heads a sum without a noun: "2 million", "$100 million", "5,000 dollars"."""
    money = token.lower_ in words.numbers.currency_names or token.text in words.numbers.currency_symbols
    return money or token.lower_ in words.numbers.magnitudes or token.like_num


def is_number(token: Token, words: Words) -> bool:
    """Say whether a token is a number or part of one; ordinals and words with digits in them (F-16) are not."""
    lower = token.lower_
    if len(lower) > 1 and lower in words.numbers.magnitudes:
        return True
    return is_digits(lower, words) or lower in words.numbers.values or lower in words.numbers.plural_magnitudes


def number_at(token: Token, words: Words) -> Number | None:
    """Return the whole number that a token is part of ("1.2 million", "twenty-five", "tens of thousands")."""
    if not is_number(token, words):
        return None
    doc = token.doc
    start, end = token.i, token.i + 1
    while (left := _previous(doc, start, words)) is not None:
        start = left
    while (right := _next(doc, end, words)) is not None:
        end = right
    parts = [part.lower_ for part in doc[start:end]]
    value = number_value(parts, words)
    if value is None:
        return None
    plurals = [part for part in parts if part in words.numbers.plural_magnitudes]
    if plurals and parts[0] in words.numbers.values:
        return None  # "two thousands" is no English, "one dozens" a slip
    return Number(value, start, end, plural=bool(plurals))


def _previous(doc: Doc, start: int, words: Words) -> int | None:
    """Return where the number begins when the one at `start` is continued to the left, None if it is not."""
    if start == 0:
        return None
    here, left = doc[start], doc[start - 1]
    if is_number(left, words):
        return start - 1 if _joins(left, here, words) else None
    if left.lower_ in words.function.indefinite_article and here.lower_ in words.numbers.magnitudes:
        half = start > 1 and words.numbers.values.get(doc[start - 2].lower_, 1) < 1
        return start - 2 if half else start - 1
    if start > 1 and is_number(doc[start - 2], words):
        first = doc[start - 2]
        if left.lower_ in HYPHENS and not is_digits(first.lower_, words) and not is_digits(here.lower_, words):
            return start - 2
        added = left.lower_ in words.function.additive_conjunction
        if added and first.lower_ in words.numbers.magnitudes and here.lower_ in words.numbers.values:
            return start - 2
        if (
            left.lower_ in words.prepositions.genitive
            and {first.lower_, here.lower_} <= words.numbers.plural_magnitudes.keys()
        ):
            return start - 2
    return None


def _next(doc: Doc, end: int, words: Words) -> int | None:
    for right in (end, end + 1):
        if right < len(doc) and is_number(doc[right], words):
            start = _previous(doc, right, words)
            return right + 1 if start is not None and start < end <= right else None
    return None


def _joins(left: Token, right: Token, words: Words) -> bool:
    """Say whether two neighbouring number words are one number: "1.2 million", "five hundred", "hundred twenty"."""
    if right.lower_ in words.numbers.magnitudes:
        return True
    return left.lower_ in words.numbers.magnitudes and right.lower_ in words.numbers.values

"""Numbers in running text, in digits and in words."""

from __future__ import annotations

import re
import string
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.knowledge.words import load_number_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([a-z]+)?", re.IGNORECASE)
HYPHENS = frozenset({"-", "–", "‑"})
ARTICLES = frozenset({"a", "an"})
THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Number:
    """A number in tokens start..end (end exclusive); `plural` when it is a plural magnitude: some "hundreds"."""

    value: float
    start: int
    end: int
    plural: bool = False


def is_digits(text: str) -> bool:
    """Say whether a word is a number in digits, perhaps with a magnitude behind it: 539, 20,000, 1.2, 175bn."""
    match = DIGITS.fullmatch(text)
    return match is not None and (not match[3] or match[3].lower() in load_number_words().magnitudes)


def number_value(words: Sequence[str]) -> float | None:
    """Return the value of the words of one number ("two", "hundred", "and", "five"), None if they are none."""
    vocabulary = load_number_words()
    total, current, seen = 0.0, 0.0, False
    for word in words:
        lower = word.lower()
        if is_digits(lower):
            current += _digits(lower)
        elif lower in vocabulary.numbers:
            current += vocabulary.numbers[lower]
        elif size := vocabulary.magnitudes.get(lower) or vocabulary.plural_magnitudes.get(lower):
            if size < THOUSAND:
                current = (current if seen else 1) * size
            else:
                total, current = total + (current if seen else 1) * size, 0.0
        elif lower in HYPHENS | ARTICLES or lower in {"and", "of"}:
            continue
        else:
            return None
        seen = True
    return total + current if seen else None


def _digits(text: str) -> float:
    """Read 539, 20,000, 1.2 or 175bn."""
    number = text.rstrip(string.ascii_letters)
    return float(number.replace(",", "")) * load_number_words().magnitudes.get(text[len(number) :].lower(), 1)


def is_amount(token: Token) -> bool:
    """Say whether a token heads a sum without a noun: "2 million", "$100 million", "5,000 dollars"."""
    words = load_number_words()
    money = token.lower_ in words.currency_names or token.text in words.currency_symbols
    return money or token.lower_ in words.magnitudes or token.like_num


def is_number(token: Token) -> bool:
    """Say whether a token is a number or part of one; ordinals and words with digits in them (F-16) are not."""
    words = load_number_words()
    lower = token.lower_
    if len(lower) > 1 and lower in words.magnitudes:
        return True
    return is_digits(lower) or lower in words.numbers or lower in words.plural_magnitudes


def number_at(token: Token) -> Number | None:
    """Return the whole number that a token is part of ("1.2 million", "twenty-five", "tens of thousands")."""
    if not is_number(token):
        return None
    doc = token.doc
    start, end = token.i, token.i + 1
    while (left := _previous(doc, start)) is not None:
        start = left
    while (right := _next(doc, end)) is not None:
        end = right
    words = [part.lower_ for part in doc[start:end]]
    value = number_value(words)
    if value is None:
        return None
    plurals = [word for word in words if word in load_number_words().plural_magnitudes]
    if plurals and words[0] in load_number_words().numbers:
        return None  # "two thousands" is no English, "one dozens" a slip
    return Number(value, start, end, plural=bool(plurals))


def _previous(doc: Doc, start: int) -> int | None:
    """Return where the number begins when the one at `start` is continued to the left, None if it is not."""
    if start == 0:
        return None
    words = load_number_words()
    here, left = doc[start], doc[start - 1]
    if is_number(left):
        return start - 1 if _joins(left, here) else None
    if left.lower_ in ARTICLES and here.lower_ in words.magnitudes:
        half = start > 1 and words.numbers.get(doc[start - 2].lower_, 1) < 1
        return start - 2 if half else start - 1
    if start > 1 and is_number(doc[start - 2]):
        first = doc[start - 2]
        if left.lower_ in HYPHENS and not is_digits(first.lower_) and not is_digits(here.lower_):
            return start - 2
        if left.lower_ == "and" and first.lower_ in words.magnitudes and here.lower_ in words.numbers:
            return start - 2
        if left.lower_ == "of" and {first.lower_, here.lower_} <= words.plural_magnitudes.keys():
            return start - 2
    return None


def _next(doc: Doc, end: int) -> int | None:
    for right in (end, end + 1):
        if right < len(doc) and is_number(doc[right]):
            start = _previous(doc, right)
            return right + 1 if start is not None and start < end <= right else None
    return None


def _joins(left: Token, right: Token) -> bool:
    """Say whether two neighbouring number words are one number: "1.2 million", "five hundred", "hundred twenty"."""
    words = load_number_words()
    if right.lower_ in words.magnitudes:
        return True
    return left.lower_ in words.magnitudes and right.lower_ in words.numbers

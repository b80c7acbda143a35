"""Laws of numbers: what is spelled out is read as what it says, and no words of numbers make anything else."""

from __future__ import annotations

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.grammar.quantity.numbers import LARGEST, number_at, number_value
from kg.grammar.quantity.quantities import money_of, ordinal_of, quantity_at, quantity_of
from kg.grammar.time.durations import duration_of
from tests.grammar.trees import tree, unparsed
from tests.known import KNOWLEDGE

WORDS = KNOWLEDGE.words
steady = settings(derandomize=True, database=None, deadline=None, max_examples=50)
ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SIZES = ((1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand"), (100, "hundred"))


def spelled(number: int) -> str:
    if number < len(ONES):
        return ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return TENS[tens - 2] + (f" - {ONES[ones]}" if ones else "")
    size, name = next(pair for pair in SIZES if number >= pair[0])
    count, rest = divmod(number, size)
    joint = "" if not rest else " and " if rest < 100 else " "
    return f"{spelled(count)} {name}{joint}{spelled(rest) if rest else ''}"


@steady
@given(st.integers(0, 999_999_999_999))
def test_a_number_is_the_same_in_words_and_in_digits(number: int) -> None:
    for told in (spelled(number), str(number), f"{number:,}"):
        assert number_value(told.split(), WORDS) == number


@steady
@given(st.integers(1, 999), st.sampled_from(["million", "billion", "thousand"]), st.integers(0, 99))
def test_a_magnitude_multiplies_what_stands_before_it(whole: int, size: str, hundredths: int) -> None:
    value = number_value([f"{whole}.{hundredths:02}", size], WORDS)
    assert value is not None
    assert math.isclose(value, (whole + hundredths / 100) * next(worth for worth, name in SIZES if name == size))


_NUMBERS = (
    "one two five twelve twenty ninety hundred hundreds thousand thousands million dozen dozens of and a an half "
    "0 1 007 539 1,000 1,00 20,000 1.2 .5 175bn 99999999999999999999 1e400 ² ٣ ⅷ ½ - – / % $ € £ dollars to between "
    "more than less at least most about nearly up over no several few many second third 2nd 1st men drones hours km"
)
MANY = _NUMBERS.split()


@steady
@given(st.lists(st.sampled_from(MANY) | st.text(st.characters(categories=["Nd", "No", "Nl"]), min_size=1, max_size=4)))
def test_no_words_of_numbers_make_anything_but_a_number_that_news_may_count(words: list[str]) -> None:
    doc = unparsed(" ".join(words))
    for token in doc:
        number = number_at(token, WORDS)
        assert number is None or (0 <= number.value <= LARGEST and number.start <= token.i < number.end)
        quantity = quantity_at(token, WORDS)
        if quantity is not None:
            assert 0 <= (quantity.minimum or 0) <= LARGEST
            assert quantity.maximum is None or quantity.maximum >= (quantity.minimum or 0)
        assert (ordinal_of(token, WORDS) or 1) > 0
        money_of(token, WORDS)


@steady
@given(st.lists(st.sampled_from(MANY), min_size=1, max_size=6))
def test_a_noun_has_no_count_or_one_and_a_verb_no_length_or_one(words: list[str]) -> None:
    last = len(words) + 2
    rows = ["They they PRON PRP 2 nsubj", "spoke speak VERB VBD 0 ROOT"]
    rows += [f"{word} {word} NUM CD {last + 1} nummod" for word in words]
    doc = tree("\n".join([*rows, "hours hour NOUN NNS 2 obl"]))
    quantity = quantity_of(doc[last], WORDS)
    assert quantity is None or quantity.minimum is not None or quantity.maximum is not None
    length = duration_of(doc[1], WORDS)
    assert length is None or length.startswith("P")

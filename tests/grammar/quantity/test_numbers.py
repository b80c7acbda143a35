"""Numbers in digits and in words, on tokens that nobody has tagged."""

from __future__ import annotations

import pytest

from kg.grammar.quantity.numbers import LARGEST, Number, is_amount, is_digits, is_number, number_at, number_value
from tests.grammar.trees import at, unparsed
from tests.known import KNOWLEDGE

WORDS = KNOWLEDGE.words


@pytest.mark.parametrize("text", ["539", "20,000", "1,200,000", "1.2", "175bn", "3m"])
def test_digits_may_have_a_magnitude_behind_them(text: str) -> None:
    assert is_digits(text, WORDS)


@pytest.mark.parametrize("text", ["F-16", "2,00", "16th", "5kg", "1.", "", "four"])
def test_digits_with_anything_else_are_no_number(text: str) -> None:
    assert not is_digits(text, WORDS)


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("two hundred and five", 205),
        ("three hundred thousand", 300_000),
        ("1.2 million", 1_200_000),
        ("4bn", 4_000_000_000),
        ("a million", 1_000_000),
        ("twenty - five", 25),
        ("tens of thousands", 10_000),
        ("hundred", 100),
        ("two million three thousand and four", 2_003_004),
    ],
)
def test_the_words_of_one_number_are_added_up(said: str, value: float) -> None:
    assert number_value(said.split(), WORDS) == value


@pytest.mark.parametrize("said", ["", "a", "and", "two dogs", "soldiers"])
def test_words_that_say_no_number_have_no_value(said: str) -> None:
    assert number_value(said.split(), WORDS) is None


def test_beyond_what_news_counts_is_no_number() -> None:
    assert number_value([str(int(LARGEST))], WORDS) == LARGEST
    assert number_value([str(int(LARGEST) + 1)], WORDS) is None


@pytest.mark.parametrize(
    ("text", "word", "number"),
    [
        ("some 1.2 million people", "million", Number(1_200_000, 1, 3)),
        ("some 1.2 million people", "1.2", Number(1_200_000, 1, 3)),
        ("a hundred men", "hundred", Number(100, 0, 2)),
        ("half a million men", "million", Number(500_000, 0, 3)),
        ("two hundred and five men", "five", Number(205, 0, 4)),
        ("twenty-five men", "five", Number(25, 0, 3)),
        ("tens of thousands of men", "thousands", Number(10_000, 0, 3, plural=True)),
        ("hundreds of men", "hundreds", Number(100, 0, 1, plural=True)),
        ("12 20 men", "20", Number(20, 1, 2)),  # two numbers side by side
        ("three and four men", "four", Number(4, 2, 3)),
        ("10-twelve men", "twelve", Number(12, 2, 3)),
        ("10-12 men", "12", Number(12, 2, 3)),  # a range is two
    ],
)
def test_a_number_is_found_whole_from_any_of_its_words(text: str, word: str, number: Number) -> None:
    assert number_at(at(unparsed(text), word), WORDS) == number


@pytest.mark.parametrize(("text", "word"), [("two-thousands", "thousands"), ("the F-16 flew", "F-16"), ("men", "men")])
def test_a_slip_and_a_name_with_digits_are_no_number(text: str, word: str) -> None:
    assert number_at(at(unparsed(text), word), WORDS) is None


@pytest.mark.parametrize(
    ("word", "number", "amount"),
    [
        ("million", True, True),
        ("three", True, True),
        ("hundreds", True, False),
        ("dollars", False, True),
        ("$", False, True),
        ("third", False, True),
        ("m", False, True),  # a lone letter is a magnitude only behind digits
        ("tanks", False, False),
    ],
)
def test_a_sum_may_be_told_by_its_money_and_a_number_may_not(word: str, *, number: bool, amount: bool) -> None:
    token = unparsed(word)[0]
    assert (is_number(token, WORDS), is_amount(token, WORDS)) == (number, amount)

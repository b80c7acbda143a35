"""When two spellings are one name inside a document, and when they only sound alike."""

from __future__ import annotations

import pytest

from kg.resolve.matching.spelling import same_family, same_given, skeleton, spelling_key
from tests.known import KNOWLEDGE

CUSTOMS = KNOWLEDGE.words.names


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("zelenskyy", "zelensky", True),
        ("lavrovskii", "lavrovskij", True),
        ("allawi", "alawi", True),
        ("moody", "modi", False),
        ("petrov", "petrova", False),
        ("ivanov", "ivanof", False),
    ],
)
def test_family_names_are_one_up_to_romanisation(left: str, right: str, *, one: bool) -> None:
    assert same_family(left, right) is same_family(right, left) is one


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("j", "john", True),
        ("j", "peter", False),
        ("william", "bill", True),
        ("mohammed", "muhammad", True),
        ("marina", "maria", False),
        ("ann", "ian", False),
        ("lea", "leo", False),
        ("ali", "aly", True),
        ("emarat", "marat", False),
    ],
)
def test_given_names_are_one_as_initial_short_form_or_by_enough_consonants(left: str, right: str, *, one: bool) -> None:
    assert same_given(left, right, CUSTOMS) is same_given(right, left, CUSTOMS) is one


def test_keys_drop_doublings_and_endings_and_skeletons_drop_vowels() -> None:
    assert spelling_key("vitalyy") == spelling_key("vitali")
    assert spelling_key("o'brien") == spelling_key("obrien")
    assert skeleton("muhammad") == "mhmd"

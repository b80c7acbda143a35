from __future__ import annotations

import pytest

from kg.language.lemmas import apply_script, script
from kg.language.subwords import FEATURE_COUNT, GAPS, SHAPES, assemble, feature, normalise, shape


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("missiles", "lower"), ("Kyiv", "title"), ("NATO", "upper"), ("McCain", "mixed"), ("F-16", "mixed"),
        ("2,000", "digit"), ("—", "symbol"), ("I", "initial"), ("U.", "initial"), ("U.S.", "upper"), ("é", "lower"),
    ],
)  # fmt: skip
def test_shapes(word: str, name: str) -> None:
    assert SHAPES[shape(word)] == name


def test_features_are_distinct_and_in_range() -> None:
    ids = [feature(s, g) for s in range(1, len(SHAPES)) for g in range(len(GAPS))]
    assert len(set(ids)) == len(ids)
    assert set(ids) == set(range(1, FEATURE_COUNT))


def test_typographic_marks_do_not_matter() -> None:
    assert normalise("don’t") == "don't"
    assert normalise("air‑defence—") == "air-defence-"


def test_a_window_names_the_first_piece_of_each_word() -> None:
    pieces = assemble([(5,), (6, 7), (8,)], [3, 4, 5], start_id=1, end_id=2)
    assert pieces.ids == [1, 5, 6, 7, 8, 2]
    assert pieces.features == [0, 3, 4, 0, 5, 0]
    assert pieces.first == [1, 2, 4]


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("missiles", "missile"), ("were", "be"), ("Was", "be"), ("Ukraine", "Ukraine"), ("The", "the"),
        ("better", "good"),
        ("n't", "not"), ("n’t", "not"), ("’s", "'s"), ("Russians", "Russian"), ("U.S.", "U.S."),
    ],
)  # fmt: skip
def test_scripts_lead_from_word_to_lemma(word: str, lemma: str) -> None:
    assert apply_script(script(word, lemma), word) == lemma


@pytest.mark.parametrize("edit", ["k9+x", "l3+", "k1+"])
def test_a_script_never_empties_a_word(edit: str) -> None:
    assert apply_script(edit, "a")

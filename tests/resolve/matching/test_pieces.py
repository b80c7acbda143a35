"""Pieces of a text: words, dotted letters and signs, in whatever tokens a pipeline cuts it."""

from __future__ import annotations

import pytest

from kg.resolve.matching.pieces import name_parts, split_pieces


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("J.D. Vance's", ["J.D.", "Vance", "'", "s"]),
        ("the U.S. and the EU", ["the", "U.S.", "and", "the", "EU"]),
        ("a.m", ["a.m"]),
        ("No.5 of F-16", ["No", ".", "5", "of", "F", "-", "16"]),
        ("x_y", ["x", "_", "y"]),
        ("Left.Right", ["Left", ".", "Right"]),
    ],
)
def test_dotted_letters_are_one_piece_and_every_other_sign_is_its_own(text: str, pieces: list[str]) -> None:
    found = split_pieces(text)
    assert [piece.text for piece in found] == pieces
    assert [text[piece.start : piece.end] for piece in found] == pieces


def test_a_piece_is_compared_folded_and_a_sign_as_it_is() -> None:
    word, stop = split_pieces("Łódź.")
    assert (word.key, word.is_word, word.is_capital) == ("lodz", True, True)
    assert (stop.key, stop.is_word, stop.is_capital) == (".", False, False)


def test_dotted_initials_are_parts_of_a_name_each_by_itself_and_signs_are_none() -> None:
    initials, family, sign = split_pieces("H.W. Bush!")
    assert [name_parts(piece) for piece in (initials, family, sign)] == [("h", "w"), ("bush",), ()]

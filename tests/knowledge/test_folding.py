import pytest

from kg.knowledge.folding import fold
from kg.knowledge.words.names import fold_name


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Støre", "store"),
        ("Łódź", "lodz"),
        ("U.S.", "us"),
        ("O’Brien", "o'brien"),
        ("İstanbul", "istanbul"),
        ("Weiß", "weiss"),
        ("Þórður", "thordur"),
        ("Зеленський", "зеленськии"),
    ],
)
def test_spellings_of_one_word_are_one(written: str, folded: str) -> None:
    assert fold(written) == folded
    assert fold(folded) == folded


@pytest.mark.parametrize("written", ["O'Brien", "O’Brien", "OʼBrien", "O`Brien", "OBrien"])
def test_an_apostrophe_in_a_name_is_nothing(written: str) -> None:
    assert fold_name(written) == "obrien"

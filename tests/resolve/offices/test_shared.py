"""Offices in the plural before several names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.resolve.reading import resolution_of

if TYPE_CHECKING:
    from tests.resolve.reading import Reading


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Foreign ministers Sergey Low and Hakan Dim met in Sochi.", "foreign minister"),
        ("Prime Ministers Sergey Low and Hakan Dim spoke.", "prime minister"),
        ("Visiting Presidents Sergey Low and Hakan Dim spoke.", "president"),
    ],
)
def test_each_holds_the_office_with_the_words_that_tell_which(text: str, office: str, nlp: Reading) -> None:
    assert [tenure.office for tenure in resolution_of(nlp(text)).tenures] == [office, office]

"""An office is of the body that stands with "of" behind it or behind its holder, known or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.resolve.reading import resolution_of

if TYPE_CHECKING:
    from tests.resolve.reading import Reading


@pytest.mark.parametrize(
    ("text", "office", "body"),
    [
        ("Carlos Ruiz, vice-chairman of Pemex, denied it.", "vice-chairman", "Pemex"),
        ("Editor-in-Chief Maria Costa of the daily O Globo denied it.", "editor-in-chief", "O Globo"),
        ("Chief executive Ana Costa of the airline LATAM resigned.", "chief executive", "LATAM"),
        ("Vice-president Rosa Klein of Siemens resigned.", "vice-president", "Siemens"),
        ("Ruiz Lopez, president of the opposition Liberal Union, spoke.", "president", "Liberal Union"),
        ("Kathleen Hicks, deputy secretary of Defense, spoke.", "deputy secretary of defense", None),
        ("Rosa Klein, the head of research at Siemens, spoke.", "head of research", None),
        ("Prime Minister Karl Huber of the People's Party spoke.", "prime minister", None),
    ],
)
def test_whose_an_office_is(text: str, office: str, body: str | None, nlp: Reading) -> None:
    resolution = resolution_of(nlp(text))
    owners = {t.office: None if t.of is None else resolution.entities[t.of].name for t in resolution.tenures}
    assert owners == {office: body}

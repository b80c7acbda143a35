"""Who "I" is, in quotations and outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.records import Document
from kg.resolve import resolve
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from tests.resolve.reading import Reading


@pytest.mark.parametrize(
    "text",
    [
        "‘I spoke to him today,’ Keir Starmer said.",
        "'I told Vladimir Putin to stop,' Keir Starmer said on Friday.",
        "“Yes,” Keir Starmer said. “I called Putin on Monday.”",
        "“It was late.\n\n“I told him to stop,” Keir Starmer said.",
    ],
)
def test_i_is_who_speaks(text: str, nlp: Reading) -> None:
    resolution = resolve(nlp(text), Document(id="case", text=text), KNOWLEDGE)
    start = text.index("I ") if "I " in text else -1
    (speaker,) = {m.entity for m in resolution.mentions if m.span.start == start}
    assert resolution.entities[speaker].name == "Keir Starmer"

"""Where the writer's sentences end when they hold quotations, on tokens with the spaces of running text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.grammar.quotation.frames import MOST_QUOTATIONS, find_frames
from kg.grammar.quotation.marks import find_quotations, paragraphs
from tests.grammar.spaced import spaced
from tests.grammar.trees import unparsed
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from kg.grammar.quotation.frames import Frame
    from kg.grammar.tree import Doc

WORDS = KNOWLEDGE.words


def frames_of(doc: Doc) -> tuple[Frame, ...]:
    return find_frames(doc, find_quotations(doc, WORDS), paragraphs(doc.text), WORDS)


def cut(text: str) -> list[str]:
    return [text[frame.start : frame.end] for frame in frames_of(unparsed(text))]


@pytest.mark.parametrize(
    ("text", "frames"),
    [
        ("Ann left. Bob came.", ["Ann left.", "Bob came."]),
        ("“We go. We win,” Ann said. Bob left.", ["“We go. We win,” Ann said.", "Bob left."]),
        ("Ann said: “We go.” Bob left.", ["Ann said: “We go.”", "Bob left."]),
        ("Ann called it “a start” and left.", ["Ann called it “a start” and left."]),
        ("Ann said “We go.” and left.", ["Ann said “We go.” and left."]),
        ("“We go.” “We win.”", ["“We go.”", "“We win.”"]),
        ("Ann left\n\nBob came", ["Ann left", "Bob came"]),
        ("Ann left (at last.) with Bob.", ["Ann left (at last.) with Bob."]),  # the stop is the bracket's
    ],
)
def test_a_frame_ends_with_the_writer_s_stop_the_paragraph_or_a_quotation_s(text: str, frames: list[str]) -> None:
    assert cut(text) == frames


ASKED = """
“ “ PUNCT `` 2 punct
Why why ADV WRB 0 ROOT
? ? PUNCT . 2 punct
” ” PUNCT '' 2 punct
Ann ann PROPN NNP 6 nsubj
{0} {1} VERB VBD 2 parataxis
. . PUNCT . 2 punct
"""


def test_a_question_goes_on_to_who_asks_it_and_to_nothing_else() -> None:
    asked, left = (ASKED.format(*verb) for verb in (("asked", "ask"), ("left", "leave")))
    assert len(frames_of(spaced("“Why?” Ann asked.", asked))) == 1
    assert [frame.is_bare for frame in frames_of(spaced("“Why?” Ann left.", left))] == [True, False]


def test_a_frame_tells_the_writer_s_words_from_the_quoted_ones() -> None:
    doc = unparsed("Nobody spoke.\n\n“We go,” said Ann, “and we win.”")
    first, second = frames_of(doc)
    assert (first.paragraph, second.paragraph, len(second.quotations)) == (1, 2, 2)
    assert [token.text for token in second.outside] == ["said", "Ann", ","]
    assert [token.text for token in second.between(*second.quotations)] == ["said", "Ann", ","]
    assert [token.text for token in second.around(second.outside[1], 1)] == ["said", "Ann", ","]
    assert [token.text for token in second.around(second.outside[0], 0)] == ["said"]


def test_a_frame_is_bare_where_the_writer_says_nothing() -> None:
    assert [frame.is_bare for frame in frames_of(unparsed("“We go,” — “we win.”"))] == [True]
    assert [frame.is_bare for frame in frames_of(unparsed("Nobody spoke."))] == [False]


def test_no_frame_grows_beyond_its_most_quotations() -> None:
    doc = unparsed(", ".join("“so”" for _ in range(MOST_QUOTATIONS + 1)))
    assert [len(frame.quotations) for frame in frames_of(doc)] == [MOST_QUOTATIONS, 1]

"""Which of two verbs of saying speaks which quotation, on trees made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.grammar.quotation.frames import find_frames
from kg.grammar.quotation.marks import find_quotations, paragraphs
from kg.grammar.quotation.turns import goes_on, is_split, verb_in_turn
from tests.grammar.spaced import spaced
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from kg.grammar.quotation.frames import Frame

WORDS = KNOWLEDGE.words
TEXT = "“We will win{0}” Ann {1}, before Bob {2}: “We will help.”"
TABLE = """
“ “ PUNCT `` 4 punct
We we PRON PRP 4 nsubj
will will AUX MD 4 aux
win win VERB VB 8 ccomp
{0} {0} PUNCT , 4 punct
” ” PUNCT '' 4 punct
Ann ann PROPN NNP 8 nsubj
{1} {2} VERB VBD 0 ROOT
, , PUNCT , 12 punct
before before SCONJ IN 12 mark
Bob bob PROPN NNP 12 {5}
{3} {4} VERB VBD 8 advcl
: : PUNCT : 12 punct
“ “ PUNCT `` 17 punct
We we PRON PRP 17 nsubj
will will AUX MD 17 aux
help help VERB VB 12 ccomp
. . PUNCT . 17 punct
” ” PUNCT '' 17 punct
"""


def frame_of(stop: str = ",", first: str = "said say", second: str = "added add", bob: str = "nsubj") -> Frame:
    """The only frame of two quotations with a clause of each person between them."""
    verbs = [*first.split(), *second.split()]
    doc = spaced(TEXT.format(stop, verbs[0], verbs[2]), TABLE.format(stop, *verbs, bob))
    (frame,) = find_frames(doc, find_quotations(doc, WORDS), paragraphs(doc.text), WORDS)
    return frame


def speakers(frame: Frame) -> list[str | None]:
    text = frame.outside[0].doc.text
    spoken = [verb_in_turn(quotation, frame, text, WORDS) for quotation in frame.quotations]
    return [None if verb is None else verb.text for verb in spoken]


def test_the_first_verb_speaks_what_a_comma_ends_and_the_last_what_it_introduces() -> None:
    assert speakers(frame_of()) == ["said", "added"]


def test_before_a_colon_any_verb_speaks() -> None:
    assert speakers(frame_of(second="agreed agree")) == ["said", "agreed"]


@pytest.mark.parametrize(
    "frame",
    [
        frame_of(bob="obj"),  # nobody says it
        frame_of(second="described describe"),  # who describes something need not go on to speak
        frame_of(stop=";"),  # the writer's sentence does not go on
    ],
)
def test_elsewhere_no_verb_is_told_by_its_turn(frame: Frame) -> None:
    assert speakers(frame) == [None, None]


def test_words_go_on_behind_a_comma_and_end_with_a_full_stop() -> None:
    frame = frame_of()
    text = frame.outside[0].doc.text
    assert [goes_on(quotation, text) for quotation in frame.quotations] == [True, False]


SPLIT = """
“ “ PUNCT `` 2 punct
Perhaps perhaps ADV RB 6 advmod
{0} {0} PUNCT , 2 punct
” ” PUNCT '' 2 punct
Ann ann PROPN NNP 6 nsubj
{1} {2} VERB VBD 0 ROOT
{3} {3} PUNCT , 6 punct
“ “ PUNCT `` 10 punct
we we PRON PRP 10 nsubj
go go VERB VBP 6 ccomp
. . PUNCT . 10 punct
” ” PUNCT '' 10 punct
"""


@pytest.mark.parametrize(
    ("inner", "verb", "outer", "split"),
    [
        (",", "said say", ",", True),
        (",", "said say", ":", False),
        ("!", "said say", ",", False),
        (",", "left leave", ",", False),
    ],
)
def test_one_sentence_is_broken_off_by_commas_to_say_whose_it_is(
    inner: str, verb: str, outer: str, *, split: bool
) -> None:
    said, lemma = verb.split()
    doc = spaced(f"“Perhaps{inner}” Ann {said}{outer} “we go.”", SPLIT.format(inner, said, lemma, outer))
    frame = find_frames(doc, find_quotations(doc, WORDS), paragraphs(doc.text), WORDS)[0]
    assert len(frame.quotations) == 2
    assert is_split(*frame.quotations, frame, doc.text, WORDS) is split

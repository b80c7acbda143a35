"""Words of saying and their stance."""

from __future__ import annotations

import pytest

from kg.grammar.speech import has_words_for, speech_at
from tests.grammar.trees import tree
from tests.known import KNOWLEDGE


def stance(table: str, at: int) -> str | None:
    found = speech_at(tree(table)[at], KNOWLEDGE.words)
    return None if found is None else str(found.stance)


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("said say VERB VBD", "Says"),
        ("denied deny VERB VBD", "Denies"),
        ("ate eat VERB VBD", None),
        ("say say NOUN NN", None),
    ],
)
def test_a_verb_of_saying_gives_its_speaker_a_stance(verb: str, expected: str | None) -> None:
    assert stance(f"Ann Ann PROPN NNP 2 nsubj\n{verb} 0 ROOT", 1) == expected


def test_a_particle_or_a_pronoun_is_part_of_the_verb() -> None:
    put = "Ann Ann PROPN NNP 2 nsubj\nput put VERB VBD 0 ROOT\n{} 2 obj"
    assert stance(put.format("it it PRON PRP"), 1) == "Says"
    assert stance(put.format("bread bread NOUN NN"), 1) is None
    pointed = "Ann Ann PROPN NNP 2 nsubj\npointed point VERB VBD 0 ROOT\nout out ADP RP 2 {}"
    assert stance(pointed.format("compound:prt"), 1) == "Says"
    assert stance(pointed.format("obl"), 1) is None


def test_what_somebody_is_held_to_be_is_part_of_the_verb() -> None:
    held = "Ann Ann PROPN NNP 2 nsubj\nheld hold VERB VBD 0 ROOT\nMali Mali PROPN NNP 2 obj\n{}"
    assert stance(held.format("responsible responsible ADJ JJ 2 xcomp"), 1) == "Claims"
    assert stance(held.format("captive captive ADJ JJ 2 xcomp"), 1) is None


HAD = """
Ann Ann PROPN NNP 2 nsubj
{0} VERB VBD 0 ROOT
a a DET DT 4 det
{1} NOUN NN 2 obj
{2} {2} ADP IN 6 case
Bo Bo PROPN NNP 4 nmod
"""


@pytest.mark.parametrize(
    ("verb", "noun", "marker", "announced"),
    [
        ("had have", "message message", "for", True),
        ("issued issue", "warning warning", "to", True),
        ("had have", "message message", "from", False),
        ("had have", "house house", "for", False),
        ("read read", "message message", "for", False),
    ],
)
def test_who_has_words_for_others_says_what_follows(verb: str, noun: str, marker: str, *, announced: bool) -> None:
    assert has_words_for(tree(HAD.format(verb, noun, marker))[1], KNOWLEDGE.words) is announced

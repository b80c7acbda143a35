"""Sentences that a parser has run together are ended, and phrases that it has cut off are joined to theirs."""

from __future__ import annotations

import pytest

from kg.grammar.run_ons import end_run_on_sentences, join_cut_off_phrases
from tests.grammar.spaced import spaced
from tests.grammar.trees import at

RUN_ON = """
Canada canada PROPN NNP 2 nsubj
backs back VERB VBZ 0 ROOT
our our PRON PRP$ 4 nmod:poss
{word} {word} PROPN NNPS 2 obj
. . PUNCT . 8 punct
{next} {next} CCONJ CC 8 cc
we we PRON PRP 8 nsubj
cheer cheer VERB VBP 2 conj
. . PUNCT . 2 punct
"""


def sentences(word: str, following: str) -> list[str]:
    doc = spaced(f"Canada backs our {word}. {following} we cheer.", RUN_ON.format(word=word, next=following))
    end_run_on_sentences(doc)
    for token in doc:
        assert token.sent.start <= token.left_edge.i <= token.i <= token.right_edge.i < token.sent.end
        assert token.head.sent is token.sent
    return [sent.root.text for sent in doc.sents]


def test_a_full_stop_behind_a_long_word_ends_a_sentence() -> None:
    assert sentences("Allies", "And") == ["backs", "cheer"]


def test_it_ends_none_behind_an_abbreviation_or_before_a_small_letter() -> None:
    assert sentences("Gen", "And") == ["backs"]
    assert sentences("Allies", "and") == ["backs"]


def test_the_full_stop_stays_with_the_sentence_that_it_ends() -> None:
    doc = spaced("Canada backs our Allies. And we cheer.", RUN_ON.format(word="Allies", next="And"))
    end_run_on_sentences(doc)
    assert at(doc, ".").head is at(doc, "backs")
    assert at(doc, "And").is_sent_start
    assert at(doc, "cheer").dep_ == "ROOT"


def test_what_is_quoted_goes_on() -> None:
    table = """
    " " PUNCT `` 3 punct
    We we PRON PRP 3 nsubj
    back back VERB VBP 9 ccomp
    Canada canada PROPN NNP 3 obj
    . . PUNCT . 3 punct
    They they PRON PRP 7 nsubj
    fight fight VERB VBP 3 parataxis
    " " PUNCT '' 3 punct
    said say VERB VBD 0 ROOT
    Duda duda PROPN NNP 9 nsubj
    """
    doc = spaced('"We back Canada. They fight" said Duda', table)
    end_run_on_sentences(doc)
    assert len(doc.sents) == 1


CUT_OFF = """
On on ADP IN 2 case
Friday Friday PROPN NNP 0 ROOT
Chad Chad PROPN NNP 4 nsubj
met meet VERB VBD 0 ROOT
Mali Mali PROPN NNP 4 obj
"""
STOPPED = """
On on ADP IN 2 case
Friday Friday PROPN NNP 0 ROOT
. . PUNCT . 2 punct
Chad Chad PROPN NNP 5 nsubj
met meet VERB VBD 0 ROOT
Mali Mali PROPN NNP 5 obj
"""


@pytest.mark.parametrize(
    ("text", "table", "roots"),
    [("On Friday Chad met Mali", CUT_OFF, ["met"]), ("On Friday. Chad met Mali", STOPPED, ["Friday", "met"])],
)
def test_a_phrase_that_is_cut_off_belongs_to_the_clause_that_it_opens(text: str, table: str, roots: list[str]) -> None:
    doc = spaced(text, table)
    join_cut_off_phrases(doc)
    assert [sent.root.text for sent in doc.sents] == roots
    assert all(at(doc, word).sent is at(doc, word).head.sent for word in ("On", "Friday", "Chad", "Mali"))

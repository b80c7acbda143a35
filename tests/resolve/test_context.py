"""What leads from pieces to tokens and to characters, and what is known of the lines of a text."""

from __future__ import annotations

from kg.records import MentionKind, Term
from kg.resolve.context import word_keys
from kg.resolve.found import Found, Identity
from tests.grammar.trees import marked, unparsed
from tests.resolve.contexts import context_of


def test_pieces_have_their_tokens_and_characters() -> None:
    context = context_of(unparsed("the U.S.-backed F-16 left"))
    assert [piece.text for piece in context.pieces[1:4]] == ["U.S.", "-", "backed"]
    assert context.characters(1, 4) == (4, 15)
    assert context.text_of(1, 4) == "U.S.-backed"
    assert context.tokens(1, 4).text == "U.S.-backed"
    assert context.token(5).text == context.tokens(5, 6).text == "F-16"  # the first of three pieces of a token
    assert context.tokens(4, 7).text == "F-16"


def test_what_is_found_has_the_tokens_that_it_touches() -> None:
    context = context_of(unparsed("F-16 jets left"))
    item = Found(0, 7, Identity("x", Term("Weapon")), MentionKind.NAME, "test")
    touched = context.tokens_of(item)
    assert touched is not None
    assert touched.text == "F-16 jets"


def test_beyond_either_end_is_no_piece_and_a_line_begins_behind_a_newline() -> None:
    context = context_of(unparsed("one two\nthree"))
    assert [context.keys[at] for at in (-1, 0, 2, 3)] == ["", "one", "three", ""]
    assert [context.gap(at) for at in (0, 1, 2)] == ["\n", " ", "\n"]
    assert context.same_line(0, 1)
    assert not context.same_line(1, 2)


def test_the_pieces_of_a_sentence_are_those_that_begin_in_it() -> None:
    context = context_of(marked("Ann left. Bo stayed"))
    sentence = context.doc[3:5]
    assert [context.pieces[at].text for at in context.pieces_of(sentence)] == ["Bo", "stayed"]


def test_what_stands_behind_the_apostrophe_of_an_owner_is_a_clitic() -> None:
    context = context_of(unparsed("Ann's tanks"))
    assert [context.is_clitic(at) for at in range(len(context.pieces))] == [False, False, True, False]


def test_a_line_of_capitals_is_shouted_and_an_acronym_is_not() -> None:
    context = context_of(unparsed("KYIV STRUCK AGAIN TODAY\nNATO"))
    assert context.shouted == {0, 1, 2, 3}


def test_a_government_that_publishes_is_at_home_and_a_newspaper_is_not() -> None:
    text = unparsed("it left")
    home = context_of(text, outlet="The White House").home
    assert home is not None
    assert home.name == "United States"
    assert context_of(text, outlet="The Guardian").home is None
    assert context_of(text).home is None


def test_a_word_is_looked_up_by_its_lemma_and_as_it_is_written() -> None:
    token = unparsed("Łodz")[0]
    token.lemma_ = "Lodge"
    assert word_keys(token) == {"lodz", "lodge"}

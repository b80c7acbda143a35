"""Whom "the two" and "both" mean: the only two that were named last."""

from __future__ import annotations

from kg.records import MentionKind, Term
from kg.resolve.coreference.pairs import find_pairs
from kg.resolve.found import Found, Identity
from tests.grammar.trees import joined
from tests.resolve.contexts import context_of

NAMES = {"Ann": "Person", "Bob": "Person", "Cy": "Person", "Peru": "Country", "Chile": "Country"}
ANN_AND_BOB = """
Ann ann PROPN NNP 4 nsubj
and and CCONJ CC 3 cc
Bob bob PROPN NNP 1 conj
ate eat VERB VBD 0 ROOT
. . PUNCT . 4 punct
"""


def pair(*tables: str) -> set[str]:
    """Return whom the words for two mean in a text of several trees."""
    context = context_of(joined(*tables))
    found = [
        Found(
            token.idx, token.idx + len(token), Identity(token.text, Term(NAMES[token.text])), MentionKind.NAME, "test"
        )
        for token in context.doc
        if token.text in NAMES
    ]
    return {item.identity.key for item in find_pairs(context, found)}


THE_TWO = "The the DET DT 2 det\ntwo two NUM CD 3 nsubj\nmet meet VERB VBD 0 ROOT"
BOTH = "Both both PRON DT 2 nsubj\nmet meet VERB VBD 0 ROOT"


def test_the_two_and_both_are_the_two_people_of_the_sentence_before() -> None:
    assert pair(ANN_AND_BOB, THE_TWO) == {"Ann", "Bob"}
    assert pair(ANN_AND_BOB, BOTH) == {"Ann", "Bob"}


def test_of_one_and_of_three_nobody_knows_which_two() -> None:
    assert pair(ANN_AND_BOB.replace("Bob bob", "Dee dee"), THE_TWO) == set()
    three = ANN_AND_BOB.replace(". . PUNCT . 4 punct", "Cy cy PROPN NNP 4 obj")
    assert pair(three, THE_TWO) == set()


def test_two_without_an_article_are_a_number_and_two_of_something_are_no_pair() -> None:
    assert pair(ANN_AND_BOB, "Two two NUM CD 2 nsubj\nmet meet VERB VBD 0 ROOT") == set()
    of = THE_TWO.replace("3 nsubj\nmet", "5 nsubj\nof of ADP IN 4 case\nthem they PRON PRP 2 nmod\nmet")
    assert pair(ANN_AND_BOB, of) == set()


def test_an_object_is_no_pair() -> None:
    assert pair(ANN_AND_BOB, "She she PRON PRP 2 nsubj\nmet meet VERB VBD 0 ROOT\nboth both PRON DT 2 obj") == set()


COUNTRIES = "The the DET DT 3 det\ntwo two NUM CD 3 nummod\n{} NOUN NNS 4 nsubj\nmet meet VERB VBD 0 ROOT"
PERU_AND_CHILE = ANN_AND_BOB.replace("Ann ann", "Peru peru").replace("Bob bob", "Chile chile")


def test_two_countries_are_countries_and_two_leaders_people() -> None:
    assert pair(PERU_AND_CHILE, COUNTRIES.format("countries country")) == {"Peru", "Chile"}
    assert pair(ANN_AND_BOB, COUNTRIES.format("countries country")) == set()
    assert pair(PERU_AND_CHILE, COUNTRIES.format("bridges bridge")) == set()


def test_two_countries_that_nothing_points_back_to_are_any_two() -> None:
    two = "Two two NUM CD 2 nummod\ncountries country NOUN NNS 3 nsubj\nmet meet VERB VBD 0 ROOT"
    assert pair(PERU_AND_CHILE, two) == set()
    assert pair(
        PERU_AND_CHILE,
        two.replace("Two two NUM CD 2 nummod", "Their their PRON PRP$ 3 nmod:poss\ntwo two NUM CD 3 nummod").replace(
            "NNS 3", "NNS 4"
        ),
    ) == {"Peru", "Chile"}


SIDES = """
{0} {0} PROPN NNP 2 nsubj
urged urge VERB VBD 0 ROOT
both both DET DT 4 det
sides side NOUN NNS 2 obj
"""


def test_who_speaks_to_both_sides_is_neither_of_them() -> None:
    assert pair(PERU_AND_CHILE, SIDES.format("Ann")) == {"Peru", "Chile"}
    assert pair(PERU_AND_CHILE, SIDES.format("Peru")) == set()

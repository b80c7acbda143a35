"""Which words of the lexicon work on an event of a class, and what they do to it."""

from __future__ import annotations

import pytest

from kg.extract.factuality.operators import Operators, has_date
from kg.records import Factuality, Term
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

AGREED = """
Kenya kenya PROPN NNP 2 nsubj
agreed agree VERB VBD 0 ROOT
to to ADP IN 5 case
a a DET DT 5 det
truce truce NOUN NN 2 obl
"""
MOVED = """
talks talk NOUN NNS 3 nsubj:pass
were be AUX VBD 3 aux:pass
moved move VERB VBN 0 ROOT
to to ADP IN 5 case
{0} {0} PROPN NNP 3 obl
"""


def given(table: str, word: str, kind: str) -> list[frozenset[Term]]:
    operators = Operators(Term(kind), KNOWLEDGE.words, KNOWLEDGE.taxonomy)
    return [effect.gives for effect in operators.effects(at(tree(table), word))]


@pytest.mark.parametrize(
    ("verb", "gives", "negated"),
    [
        ("manage", Factuality.ASSERTED, None),
        ("fail", Factuality.NEGATED, Factuality.ASSERTED),
        ("hesitate", Factuality.POSSIBLE, Factuality.ASSERTED),
    ],
)
def test_a_verb_says_what_it_makes_of_an_event_and_what_its_own_negation_does(
    verb: str, gives: Factuality, negated: Factuality | None
) -> None:
    operators = Operators(Term("Attack"), KNOWLEDGE.words, KNOWLEDGE.taxonomy)
    (effect,) = operators.effects(tree(f"{verb} {verb} VERB VB 0 ROOT")[0])
    assert (effect.gives, effect.negated) == ({gives.value}, negated)
    assert effect.negates is (gives is Factuality.NEGATED)


def test_a_word_that_is_no_operator_has_no_effect() -> None:
    assert given("ate eat VERB VBD 0 ROOT", "ate", "Attack") == []


def test_what_is_said_of_one_class_alone_goes_before_what_is_said_of_all_and_for_no_other_class() -> None:
    own, all_ = given(AGREED, "agreed", "Ceasefire"), given(AGREED, "agreed", "Attack")
    assert own
    assert Factuality.PLANNED.value not in own[0]
    assert all_ == [{Factuality.PLANNED.value}]


def test_who_moves_something_plans_it_only_with_a_day() -> None:
    sunday, geneva = MOVED.format("Sunday"), MOVED.format("Geneva")
    assert given(sunday, "moved", "Conversation") == [{Factuality.PLANNED.value}]
    assert given(geneva, "moved", "Conversation") == []
    assert [has_date(at(tree(table), "moved"), KNOWLEDGE.words) for table in (sunday, geneva)] == [True, False]


def test_a_day_that_is_no_adjunct_with_a_preposition_is_no_day_of_the_verb() -> None:
    bare = tree(MOVED.format("Sunday").replace("to to ADP IN 5 case", "on on ADV RB 3 advmod"))
    assert not has_date(at(bare, "moved"), KNOWLEDGE.words)

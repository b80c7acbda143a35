"""A clause with "who" behind a noun and a comma is said of that noun."""

from __future__ import annotations

from kg.grammar.attachment import Attachment
from kg.grammar.relatives import relative_clauses_behind_a_comma
from tests.grammar.trees import tree

ANSWERED = """
Ann Ann PROPN NNP 2 nsubj
told tell VERB VBD 0 ROOT
{0} 2 obj
, , PUNCT , 6 punct
{1} 6 nsubj
answered answer VERB VBD 2 ccomp
"""


def test_who_answers_is_the_one_before_the_comma() -> None:
    told = tree(ANSWERED.format("Bob Bob PROPN NNP", "who who PRON WP"))
    assert list(relative_clauses_behind_a_comma(told)) == [Attachment(5, 2, "acl:relcl")]


def test_a_clause_with_another_subject_or_behind_no_noun_is_left() -> None:
    for noun, subject in (("Bob Bob PROPN NNP", "he he PRON PRP"), ("why why ADV WRB", "who who PRON WP")):
        assert not list(relative_clauses_behind_a_comma(tree(ANSWERED.format(noun, subject))))

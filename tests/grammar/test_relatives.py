"""A clause with "who" behind a noun and a comma is said of that noun."""

from __future__ import annotations

from kg.grammar.attachment import Attachment
from kg.grammar.relatives import (
    relative_clauses_behind_a_comma,
    relative_clauses_of_one_number,
    restore_antecedents,
)
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

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


LIVES = """
Ann Ann PROPN NNP 2 nsubj
lives live VERB VBZ 0 ROOT
as as ADP IN 5 case
an a DET DT 5 det
{noun} NOUN NN 2 obl
in in ADP IN 7 case
Togo Togo PROPN NNP 5 nmod
, , PUNCT , 10 punct
{pronoun} 10 nsubj
refused refuse VERB VBD 5 acl:relcl
"""


def test_which_stands_for_no_person() -> None:
    doc = restore_antecedents(tree(LIVES.format(noun="exile exile", pronoun="which which PRON WDT")), KNOWLEDGE.words)
    assert at(doc, "refused").head.text == "Togo"


def test_who_does() -> None:
    doc = restore_antecedents(tree(LIVES.format(noun="exile exile", pronoun="who who PRON WP")), KNOWLEDGE.words)
    assert at(doc, "refused").head.text == "exile"


COST = """
campaign campaign NOUN NN 0 ROOT
by by ADP IN 3 case
rebels rebel NOUN NNS 1 nmod
that that PRON WDT 6 nsubj
{} have AUX {} 6 aux
killed kill VERB VBN 3 acl:relcl
"""


def test_a_clause_is_of_the_noun_of_its_number() -> None:
    assert list(relative_clauses_of_one_number(tree(COST.format("has", "VBZ")))) == [Attachment(5, 0, "acl:relcl")]
    assert not list(relative_clauses_of_one_number(tree(COST.format("have", "VBP"))))
    assert not list(relative_clauses_of_one_number(tree(COST.format("had", "VBD"))))

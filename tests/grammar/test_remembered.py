from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.remembered import remembered, remembered_of_text
from kg.grammar.syntax import marker_of
from tests.grammar.trees import at, tree

if TYPE_CHECKING:
    from kg.grammar.tree import Doc, Token

MET_IN_ROME = """
    met   meet VERB  VBD 0 ROOT
    in    in   ADP   IN  3 case
    Rome  Rome PROPN NNP 1 obl
"""


def test_a_question_is_worked_out_once_for_each_token_and_what_it_is_asked_with() -> None:
    doc, asked = tree(MET_IN_ROME), []

    @remembered
    def kept(token: Token, sign: str) -> str:
        asked.append(token.text + sign)
        return token.text + sign

    answers = [kept(token, sign) for sign in "!?" for token in (*doc, *doc)]
    assert answers == ["met!", "in!", "Rome!"] * 2 + ["met?", "in?", "Rome?"] * 2
    assert asked == ["met!", "in!", "Rome!", "met?", "in?", "Rome?"]


def test_questions_have_answers_of_their_own_and_so_have_documents() -> None:
    @remembered
    def text(token: Token) -> str:
        return token.text

    @remembered
    def lemma(token: Token) -> str:
        return token.lemma_

    one, other = tree(MET_IN_ROME), tree(MET_IN_ROME.replace("met ", "sat "))
    assert (text(one[0]), lemma(one[0]), text(other[0])) == ("met", "meet", "sat")


def test_a_question_about_a_text_is_worked_out_once_until_its_tree_changes() -> None:
    asked = []

    @remembered_of_text
    def markers(doc: Doc, sign: str) -> list[str]:
        asked.append(sign)
        return [marker_of(token) + sign for token in doc]

    doc = tree(MET_IN_ROME)
    assert [markers(doc, sign) for sign in "!!?"] == [["!", "!", "in!"]] * 2 + [["?", "?", "in?"]]
    assert asked == ["!", "?"]
    doc.attach(at(doc, "in"), at(doc, "met"), "compound:prt")
    assert markers(doc, "!") == ["!"] * 3


def test_an_answer_lasts_until_the_tree_changes() -> None:
    marker = remembered(marker_of)
    doc = tree(MET_IN_ROME)
    met, rome = at(doc, "met"), at(doc, "Rome")
    assert marker(rome) == "in"
    doc.attach(at(doc, "in"), met, "compound:prt")
    assert marker(rome) == ""
    doc.attach(at(doc, "in"), rome, "case")
    assert marker(rome) == "in"
    doc.attach(rome, met, "obl:unmarked")
    assert doc.answers == {}


def test_nothing_is_remembered_of_a_token_that_was_freed() -> None:
    marker = remembered(marker_of)
    doc = tree(MET_IN_ROME)
    preposition, rome = at(doc, "in"), at(doc, "Rome")
    assert marker(rome) == "in"
    doc.free(preposition)
    assert marker(rome) == ""

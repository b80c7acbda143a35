"""What a question leaves open and what it takes for granted."""

from __future__ import annotations

from kg.extract.factuality.operators import Operators
from kg.extract.factuality.questions import is_asked, is_granted, is_in_question
from kg.records import Term
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

WORDS = KNOWLEDGE.words
WHETHER = """
Did do AUX VBD 3 aux
Peru peru PROPN NNP 3 nsubj
strike strike VERB VB 0 ROOT
{} ? PUNCT . 3 punct
"""
HOW = """
How how ADV WRB 4 advmod
did do AUX VBD 4 aux
Peru peru PROPN NNP 4 nsubj
strike strike VERB VB 0 ROOT
? ? PUNCT . 4 punct
"""
ABOUT = """
Did do AUX VBD 3 aux
Peru peru PROPN NNP 3 nsubj
regret regret VERB VB 0 ROOT
{0} {0} DET DT 5 {1}
strike strike NOUN NN 3 obj
? ? PUNCT . 3 punct
"""
WHILE = """
Will will AUX MD 3 aux
Peru peru PROPN NNP 3 nsubj
react react VERB VB 0 ROOT
now now ADV RB 3 advmod
that that SCONJ IN 7 mark
Chad chad PROPN NNP 7 nsubj
struck strike VERB VBD 3 advcl
? ? PUNCT . 3 punct
"""


def test_a_question_asks_whether_its_verb_is_so_and_a_statement_does_not() -> None:
    assert is_asked(at(tree(WHETHER.format("?")), "strike"), WORDS)
    assert not is_asked(at(tree(WHETHER.format(".")), "strike"), WORDS)


def test_who_asks_how_grants_that_it_was() -> None:
    how, whether = (at(tree(table), "strike") for table in (HOW, WHETHER.format("?")))
    assert is_granted(how)
    assert not is_asked(how, WORDS)
    assert not is_granted(whether)


def test_a_noun_with_article_or_owner_is_granted_and_a_bare_one_is_asked() -> None:
    for word, label in (("the", "det"), ("its", "nmod:poss")):
        assert not is_asked(at(tree(ABOUT.format(word, label)), "strike"), WORDS)
    assert is_asked(at(tree(ABOUT.format("any", "det")), "strike"), WORDS)


def test_what_stands_in_a_clause_beside_the_question_is_not_asked() -> None:
    doc = tree(WHILE)
    assert not is_asked(at(doc, "struck"), WORDS)
    assert is_asked(at(doc, "react"), WORDS)


SUBJECT = """
whether whether SCONJ IN 4 mark
{} {} DET DT 3 det
strike strike NOUN NN 4 nsubj
killed kill VERB VBD 0 ROOT
"""


def test_a_new_happening_is_in_question_where_its_clause_is() -> None:
    operators = Operators(Term("Attack"), WORDS, KNOWLEDGE.taxonomy)
    for article, asked in (("a", True), ("the", False)):
        doc = tree(SUBJECT.format(article, article))
        assert is_in_question(at(doc, "strike"), operators, WORDS) is asked

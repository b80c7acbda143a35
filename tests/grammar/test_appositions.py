from __future__ import annotations

from kg.grammar.appositions import names_behind_the_verb, titles_of_two_nouns
from kg.grammar.attachment import Attachment
from tests.grammar.trees import tree

TITLE = """
Its its PRON PRP$ 3 nmod:poss
secretary secretary NOUN NN 7 nsubj {0}
general general NOUN NN 2 appos {1}
, , PUNCT , 5 punct
Paul Paul PROPN NNP 3 appos B-PERSON
, , PUNCT , 5 punct
left leave VERB VBD 0 ROOT
"""


def test_two_bare_nouns_are_one_title_and_all_that_is_said_of_it_is_said_of_the_first() -> None:
    found = list(titles_of_two_nouns(tree(TITLE.format("O", "O"))))
    assert found == [Attachment(2, 1, "flat"), Attachment(0, 1, "nmod:poss"), Attachment(4, 1, "appos")]


def test_so_are_they_where_the_second_is_taken_for_an_adjective() -> None:
    table = TITLE.format("O", "O").replace("general general NOUN NN 2 appos", "general general NOUN NN 2 amod")
    assert Attachment(4, 1, "appos") in list(titles_of_two_nouns(tree(table)))


def test_a_name_beside_a_noun_or_a_noun_behind_a_mark_is_an_apposition() -> None:
    assert not list(titles_of_two_nouns(tree(TITLE.format("O", "B-PERSON"))))
    apart = (
        TITLE.format("O", "O")
        .replace("general general NOUN NN 2", ", , PUNCT , 3")
        .replace(", , PUNCT , 5", "x x NOUN NN 2", 1)
    )
    assert not list(titles_of_two_nouns(tree(apart)))


RANG = """
Rutte Rutte PROPN NNP 2 nsubj B-PERSON
rang ring VERB VBD 0 ROOT
Modi Modi PROPN NNP 1 flat B-PERSON
{}
"""


def test_no_name_goes_on_behind_its_verb() -> None:
    assert list(names_behind_the_verb(tree(RANG.format(". . PUNCT . 2 punct")))) == [Attachment(2, 1, "obj")]
    assert not list(names_behind_the_verb(tree(RANG.format("twice twice NOUN NN 2 obj"))))

"""Whom a pronoun means: the one person who is nearest and fits, by sentence, clause and gender; else nobody."""

from __future__ import annotations

import pytest

from tests.grammar.trees import joined
from tests.resolve.reading import resolution_of

MET = """
Macron macron PROPN NNP 2 nsubj
met meet VERB VBD 0 ROOT
{}
. . PUNCT . 2 punct
"""
MELONI = "Meloni meloni PROPN NNP 2 obj"
PUTIN = "Putin putin PROPN NNP 2 obj"
LEFT = """
{0} {0} PRON PRP 2 nsubj
left leave VERB VBD 0 ROOT
"""


def meant(*tables: str, word: str) -> set[str]:
    """Return the names of whom the word, in its last place, means."""
    doc = joined(*tables)
    resolution = resolution_of(doc)
    start = max(token.idx for token in doc if token.text == word)
    return {resolution.entities[m.entity].name for m in resolution.mentions if m.span.start == start}


@pytest.mark.parametrize(("word", "person"), [("he", {"Macron"}), ("she", {"Meloni"})])
def test_a_pronoun_means_the_one_of_its_gender(word: str, person: set[str]) -> None:
    assert meant(MET.format(MELONI), LEFT.format(word), word=word) == person


def test_of_two_that_fit_the_subject_of_the_sentence_before_is_meant() -> None:
    assert meant(MET.format(PUTIN), LEFT.format("he"), word="he") == {"Macron"}


def test_where_nobody_fits_nobody_is_meant() -> None:
    assert meant(MET.format(PUTIN), LEFT.format("she"), word="she") == set()
    assert meant(LEFT.format("he"), word="he") == set()


def test_an_object_never_means_the_subject_of_its_own_verb() -> None:
    praised = "Macron macron PROPN NNP 2 nsubj\npraised praise VERB VBD 0 ROOT\n{} 2 obj\n. . PUNCT . 2 punct"
    assert meant(MET.format(PUTIN), praised.format("him him PRON PRP"), word="him") == {"Putin"}
    alone = MET.format("Paris paris PROPN NNP 2 obj")
    assert meant(alone, praised.format("him him PRON PRP"), word="him") == set()


def test_the_owner_of_a_fronted_adjunct_is_the_subject_to_come() -> None:
    table = """
    After after ADP IN 3 case
    his his PRON PRP$ 3 nmod:poss
    visit visit NOUN NN 6 obl
    , , PUNCT , 3 punct
    Macron macron PROPN NNP 6 nsubj
    left leave VERB VBD 0 ROOT
    . . PUNCT . 6 punct
    """
    putin = "Putin putin PROPN NNP 2 nsubj\ncame come VERB VBD 0 ROOT\n. . PUNCT . 2 punct"
    assert meant(putin, table, word="his") == {"Macron"}


def test_whom_somebody_thanks_for_it_owns_what_he_is_thanked_for() -> None:
    table = """
    Macron macron PROPN NNP 2 nsubj
    thanked thank VERB VBD 0 ROOT
    Putin putin PROPN NNP 2 obj
    {0} {0} ADP IN 6 case
    his his PRON PRP$ 6 nmod:poss
    work work NOUN NN 2 obl
    """
    assert meant(table.format("for"), word="his") == {"Putin"}
    assert meant(table.format("during"), word="his") == {"Macron"}


def test_what_a_subject_without_a_name_owns_is_not_of_somebody_known() -> None:
    table = """
    The the DET DT 2 det
    minister minister NOUN NN 3 nsubj
    met meet VERB VBD 0 ROOT
    his his PRON PRP$ 5 nmod:poss
    wife wife NOUN NN 3 obj
    """
    assert meant(MET.format(MELONI), table, word="his") == set()
    assert meant(MET.format(MELONI), table.replace("minister minister", "farmer farmer"), word="his") == {"Macron"}


THANKED = """
Macron macron PROPN NNP 2 nsubj
met meet VERB VBD 0 ROOT
Putin putin PROPN NNP 2 obj
to to PART TO 5 mark
thank thank VERB VB 2 advcl
him he PRON PRP 5 obj
. . PUNCT . 2 punct
"""
CHARGED = """
Putin putin PROPN NNP 2 nsubj
denied deny VERB VBD 0 ROOT
charges charge NOUN NNS 2 obj
against against ADP IN 5 case
him he PRON PRP 3 nmod
. . PUNCT . 2 punct
"""
TALKED = CHARGED.replace("against against", "with with").replace("charges charge", "talks talk")


def test_an_object_means_nobody_who_is_understood_as_its_subject() -> None:
    assert meant(THANKED, word="him") == {"Putin"}


def test_charges_may_be_against_the_subject_and_talks_not_be_with_him() -> None:
    assert meant(CHARGED, word="him") == {"Putin"}
    assert meant(TALKED, word="him") == set()

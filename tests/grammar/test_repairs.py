"""Each repair of a parser's mistake, on the tree that it mends: with it and without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.grammar.repairs import REPAIRS, repaired
from tests.grammar.spaced import spaced
from tests.grammar.trees import at, tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Doc

    from kg.grammar.attachment import Attachment

ACROSS_A_VERB = """
We we PRON PRP 2 nsubj
spoke speak VERB VBD 0 ROOT
and and CCONJ CC 5 cc
also also ADV RB 5 advmod
agreed agree VERB VBD 2 conj
to to ADP IN 8 case
a a DET DT 8 det
meeting meeting NOUN NN 2 obl
"""

SHELLS = """
as as SCONJ IN 3 mark
Russia Russia PROPN NNP 3 compound
shells shell VERB VBZ 5 advcl
Kherson Kherson PROPN NNP 3 obj
left leave VERB VBD 0 ROOT
"""
CALLED = """
Trump Trump PROPN NNP 2 nsubj
called call VERB VBD 0 ROOT
Putin Putin PROPN NNP 2 xcomp
"""
BOUNDS = """
It it PRON PRP 2 nsubj
killed kill VERB VBD 0 ROOT
at at ADP IN 4 case
least least ADJ JJS 5 nummod
one one NUM CD 6 nummod
person person NOUN NN 2 obl
"""
PROVIDED = """
Norway Norway PROPN NNP 2 nsubj
provided provide VERB VBD 0 ROOT
Ukraine Ukraine PROPN NNP 2 obl
with with ADP IN 5 case
dozens dozen NOUN NNS 2 obj
"""
BETWEEN_COMMAS = """
minister minister NOUN NN 7 nsubj
, , PUNCT , 3 punct
Smith Smith PROPN NNP 1 appos
, , PUNCT , 1 punct
said say VERB VBD 0 ROOT
Iran Iran PROPN NNP 7 nsubj
shelled shell VERB VBD 5 ccomp
Kyiv Kyiv PROPN NNP 7 obj
"""
ANOTHER_PREPOSITION = """
sanctions sanction NOUN NNS 6 nsubj
against against ADP IN 3 case
Iran Iran PROPN NNP 1 nmod
by by ADP IN 5 case
Paris Paris PROPN NNP 3 conj
ended end VERB VBD 0 ROOT
"""
HYPHENED = """
Peru Peru PROPN NNP 2 compound
test test NOUN NN 4 obl:unmarked
- - PUNCT HYPH 2 punct
fired fire VERB VBD 0 ROOT
rockets rocket NOUN NNS 4 obj
"""
QUOTING = """
Smith Smith PROPN NNP 2 nsubj
spoke speak VERB VBD 0 ROOT
, , PUNCT , 4 punct
quoting quote VERB VBG 2 advcl
Jones Jones PROPN NNP 2 nsubj
"""
BEHIND_A_COMMA = """
Mali Mali PROPN NNP 2 nsubj
shelled shell VERB VBD 0 ROOT
Gao Gao PROPN NNP 2 obj
, , PUNCT , 5 punct
charge charge NOUN NN 2 obj
that that PRON WDT 8 obj
it it PRON PRP 8 nsubj
denies deny VERB VBZ 5 acl:relcl
"""
OBJECTS = """
Norway Norway PROPN NNP 2 nsubj
sent send VERB VBD 0 ROOT
tanks tank NOUN NNS 2 obj
Monday Monday PROPN NNP 2 obl
"""


TWO_SUBJECTS = """
guards guard NOUN NNS 4 nsubj
, , PUNCT , 4 punct
Kyiv Kyiv PROPN NNP 4 nsubj
says say VERB VBZ 0 ROOT
fled flee VERB VBD 4 ccomp
"""
FAR_FROM = """
Far far ADV RB 5 advmod
from from SCONJ IN 3 mark
shelling shell VERB VBG 1 advcl
Togo Togo PROPN NNP 3 obj
met meet VERB VBD 0 ROOT
"""


BESIDE = """
head head {0} 6 nsubj
of of ADP IN 3 case
{1} 1 nmod
, , PUNCT , 5 punct
Smith Smith PROPN NNP 3 appos
left leave VERB VBD 0 ROOT
"""


@pytest.mark.parametrize(
    ("noun", "other", "body", "person", "head"),
    [
        ("NOUN NN", "region region NOUN NN", "GPE", "PERSON", "head"),
        ("NOUN NN", "Fed Fed PROPN NNP", "ORG", "PERSON", "head"),
        ("NOUN NN", "Jones Jones PROPN NNP", "PERSON", "PERSON", "head"),
        ("NOUN NN", "party party NOUN NN", "", "PERSON", "party"),
        ("NOUN NNS", "Fed Fed PROPN NNP", "ORG", "PERSON", "Fed"),
        ("NOUN NN", "Fed Fed PROPN NNP", "ORG", "ORG", "Fed"),
        ("NUM CD", "chiefs chief NOUN NNS", "", "PERSON", "head"),
    ],
)
def test_a_person_is_named_beside_what_he_is_and_no_other_name(
    noun: str, other: str, body: str, person: str, head: str
) -> None:
    doc = tree(BESIDE.format(noun, other))
    doc[2].ent_type_, doc[4].ent_type_ = body, person
    assert at(repaired(doc), "Smith").head.text == head


DENIES = """
Chad Chad PROPN NNP 2 nsubj
denies deny VERB VBZ 0 ROOT
it it PRON PRP 4 nsubj
fell fall VERB VBD 2 ccomp
and and CCONJ CC 6 cc
accuses accuse VERB VBZ 4 conj
Gao Gao PROPN NNP 6 obj
"""
HOPES = """
Chad Chad PROPN NNP 2 nsubj
hopes hope VERB VBZ 0 ROOT
to to PART TO 4 mark
trade trade VERB VB 2 xcomp
but but CCONJ CC 6 cc
shelled shell VERB VBD 4 conj
Gao Gao PROPN NNP 6 obj
"""


ASKED = """
Chad Chad PROPN NNP 2 nsubj
asked ask VERB VBD 0 ROOT
that that SCONJ IN 5 mark
Gao Gao PROPN NNP 5 nsubj
resign resign VERB VB 2 ccomp
and and CCONJ CC 7 cc
shelled shell VERB VBD 5 conj
Tine Tine PROPN NNP 7 obj
"""
DIED = """
Chad Chad PROPN NNP 2 nsubj
said say VERB VBD 0 ROOT
Low Low PROPN NNP 5 nsubj
had have AUX VBD 5 aux
died die VERB VBN 2 ccomp
, , PUNCT , 8 punct
and and CCONJ CC 8 cc
threatened threaten VERB VBD 5 conj
Gao Gao PROPN NNP 8 obj
"""
THE_CLAIM = """
claim claim NOUN NN 6 nsubj
that that SCONJ IN 4 mark
Chad chad PROPN NNP 4 nsubj
shelled shell VERB VBD 1 acl:relcl
Tine tine PROPN NNP 4 obj
fell fall VERB VBD 0 ROOT
"""
SET_OFF = """
Peru Peru PROPN NNP 2 nsubj
promised promise VERB VBD 0 ROOT
aid aid NOUN NN 2 obj
to to ADP IN 5 case
farmers farmer NOUN NNS 3 nmod
— — PUNCT : 7 punct
tents tent NOUN NNS 3 appos
and and CCONJ CC 9 cc
food food NOUN NN 5 conj
"""


@pytest.mark.parametrize(
    ("table", "word", "wrong", "right"),
    [
        (HOPES, "shelled", ("trade", "conj"), ("hopes", "conj")),
        (DENIES, "accuses", ("fell", "conj"), ("denies", "conj")),
        (DENIES + "had have AUX VBD 4 aux", "accuses", ("fell", "conj"), ("denies", "conj")),
        (DIED, "threatened", ("died", "conj"), ("said", "conj")),
        (ASKED, "shelled", ("resign", "conj"), ("asked", "conj")),
        (TWO_SUBJECTS, "guards", ("says", "nsubj"), ("fled", "nsubj")),
        (FAR_FROM, "shelling", ("Far", "advcl"), ("met", "advcl")),
        (FAR_FROM, "Far", ("met", "advmod"), ("shelling", "mark")),
        (FAR_FROM, "from", ("shelling", "mark"), ("Far", "fixed")),
        (ACROSS_A_VERB, "meeting", ("spoke", "obl"), ("agreed", "obl")),
        (SHELLS, "Russia", ("shells", "compound"), ("shells", "nsubj")),
        (CALLED, "Putin", ("called", "xcomp"), ("called", "obj")),
        (BOUNDS, "person", ("killed", "obl"), ("killed", "obj")),
        (BETWEEN_COMMAS, "minister", ("shelled", "nsubj"), ("said", "nsubj")),
        (ANOTHER_PREPOSITION, "Paris", ("Iran", "conj"), ("sanctions", "nmod")),
        (THE_CLAIM, "shelled", ("claim", "acl:relcl"), ("claim", "acl")),
        (SET_OFF, "food", ("farmers", "conj"), ("tents", "conj")),
        (QUOTING, "Jones", ("spoke", "nsubj"), ("quoting", "obj")),
        (BEHIND_A_COMMA, "charge", ("shelled", "obj"), ("Gao", "appos")),
        (PROVIDED, "dozens", ("provided", "obj"), ("provided", "obl")),
    ],
)
def test_a_repair_mends_the_tree_that_it_is_for(
    table: str, word: str, wrong: tuple[str, str], right: tuple[str, str]
) -> None:
    without, mended = (repaired(tree(table), repairs) for repairs in ((), REPAIRS))
    for doc, (head, label) in ((without, wrong), (mended, right)):
        token = next(token for token in doc if token.text == word)
        assert (token.head.text, token.dep_) == (head, label)


@pytest.mark.parametrize(
    ("text", "label"), [("Peru test-fired rockets", "nsubj"), ("Peru test - fired rockets", "compound")]
)
def test_a_name_before_a_hyphened_verb_is_its_subject(text: str, label: str) -> None:
    assert at(repaired(spaced(text, HYPHENED)), "Peru").dep_ == label


@pytest.mark.parametrize("repair", REPAIRS, ids=lambda repair: repair.__name__)
def test_a_clause_that_has_its_object_stays_as_it_is(repair: Callable[[Doc], Iterator[Attachment]]) -> None:
    assert not list(repair(tree(OBJECTS)))


@pytest.mark.parametrize(("sign", "head"), [("—", "tents"), (":", "tents"), (",", "farmers")])
def test_only_what_a_dash_or_colon_sets_off_is_a_list_of_its_own(sign: str, head: str) -> None:
    assert at(repaired(tree(SET_OFF.replace("— —", f"{sign} {sign}"))), "food").head.text == head


def test_a_clause_with_a_relative_pronoun_is_one_of_the_noun() -> None:
    doc = repaired(tree(THE_CLAIM.replace("that that SCONJ IN 4 mark", "that that PRON WDT 4 obj")))
    assert at(doc, "shelled").dep_ == "acl:relcl"

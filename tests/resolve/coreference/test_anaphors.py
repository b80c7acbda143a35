"""Descriptions and pronouns of countries and bodies: the trees a law is written for, then whole texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.records import Document
from kg.resolve import resolve
from kg.resolve.context import read_context
from kg.resolve.coreference.anaphors import describe
from tests.grammar.trees import joined, tree
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from kg.grammar.tree import Doc
    from tests.resolve.reading import Reading

CLAUSE = """
Hamas  Hamas  PROPN NNP 2 nsubj
said   say    VERB  VBD 0 ROOT
so     so     ADV   RB  2 advmod
.      .      PUNCT .   2 punct
"""
GROUP = """
The    the    DET   DT  2 det
group  group  NOUN  NN  3 nsubj
denied deny   VERB  VBD 0 ROOT
it     it     PRON  PRP 3 obj
.      .      PUNCT .   3 punct
"""
RESTRICTED = """
The    the    DET   DT  2 det
group  group  NOUN  NN  6 nsubj
that   that   PRON  WDT 4 nsubj
struck strike VERB  VBD 2 acl:relcl
there  there  ADV   RB  4 advmod
fled   flee   VERB  VBD 0 ROOT
"""
OTHER = """
The    the    DET   DT  3 det
other  other  ADJ   JJ  3 amod
group  group  NOUN  NN  4 nsubj
fled   flee   VERB  VBD 0 ROOT
"""
BLAMED = """
Peru      Peru      PROPN NNP 2 nsubj
condemned condemn   VERB  VBD 0 ROOT
Iran      Iran      PROPN NNP 2 obj
for       for       ADP   IN  6 case
its       its       PRON  PRP$ 6 nmod:poss
attack    attack    NOUN  NN  2 obl
"""
SIDES = """
Officials official NOUN  NNS 2 nsubj
say       say      VERB  VBP 0 ROOT
Peru      Peru     PROPN NNP 6 nsubj
and       and      CCONJ CC  5 cc
Iran      Iran     PROPN NNP 3 conj
agree     agree    VERB  VBP 2 ccomp
;         ;        PUNCT :   2 punct
both      both     DET   DT  9 det
sides     side     NOUN  NNS 10 nsubj
left      leave    VERB  VBD 2 parataxis
"""


def meant(doc: Doc, words: str) -> set[str]:
    """Return the names of what the words, in their last place, refer to."""
    resolution = resolve(doc, Document(id="tree", text=doc.text), KNOWLEDGE)
    start = doc.text.rindex(words)
    spans = (start, start + len(words))
    return {resolution.entities[m.entity].name for m in resolution.mentions if (m.span.start, m.span.end) == spans}


def test_a_group_is_the_only_group_named_before() -> None:
    assert meant(joined(CLAUSE, GROUP), "group") == {"Hamas"}


def test_a_group_that_discusses_is_those_who_meet() -> None:
    discussed = GROUP.replace("denied deny  ", "debated debate")
    assert meant(joined(CLAUSE, discussed), "group") == set()
    with_others = discussed.replace(
        ".      .      PUNCT .   3 punct", "with with ADP IN 6 case\nAnn Ann PROPN NNP 3 obl"
    )
    assert meant(joined(CLAUSE, with_others), "group") == {"Hamas"}


def test_a_group_named_by_what_it_did_is_another() -> None:
    assert meant(joined(CLAUSE, RESTRICTED), "group") == set()
    assert meant(joined(CLAUSE, OTHER), "group") == set()


def test_a_description_is_the_noun_with_what_stands_between_it_and_the_article() -> None:
    doc = tree(GROUP)
    context = read_context(doc, Document(id="tree", text=doc.text), KNOWLEDGE)
    description = describe(context, doc[1])
    assert description is not None
    assert (description.text, description.modifiers, description.definite) == ("group", (), True)


def test_whom_somebody_blames_owns_the_reason() -> None:
    assert meant(tree(BLAMED), "its") == {"Iran"}


def test_both_sides_are_the_two_of_the_sentence() -> None:
    assert meant(tree(SIDES), "both sides") == {"Peru", "Iran"}


TEXTS = [
    ("The Saudi-led coalition said 12 people died. The coalition hit back.", "coalition", "Saudi-led coalition"),
    ("FARC rebels attacked a base. The rebels killed three soldiers.", "rebels", "FARC"),
    ("FARC rebels attacked a base.", "FARC rebels", "FARC"),
    ("Hamas attacked Israel. The group said it had killed five soldiers.", "group", "Hamas"),
    ("Hamas attacked Israel. The group said it had killed five soldiers.", "it", "Hamas"),
    ("Israeli troops raided Jenin. The army said it had killed two gunmen.", "army", "Israeli troops"),
    ("The war in Sudan goes on. The government signed a deal.", "government", "Sudan"),
    ("Government troops killed 12 rebels in Somalia.", "Government troops", "Somalia"),
    ("Protests grew in Kenya on Monday. Authorities closed schools.", "Authorities", "Kenya"),
    ("Eritrea says its strikes on Ethiopia were limited.", "its", "Eritrea"),
    ("Officials warned Iran and its proxies.", "its", "Iran"),
    ("Israel attacked Iran. It denied hitting civilians.", "It", "Israel"),
    ("Russian troops said they would withdraw.", "they", "Russian troops"),
]


@pytest.mark.parametrize(("text", "words", "name"), TEXTS, ids=[f"{words} in {text}" for text, words, _ in TEXTS])
def test_comes_back_to_what_was_named(text: str, words: str, name: str, nlp: Reading) -> None:
    assert meant(nlp(text), words) == {name}


LEFT_ALONE = [
    ("Iran warned Israel. The government said no more.", "government"),
    ("Hezbollah and Hamas met. The group said no more.", "group"),
    ("Hamas fired a rocket at Israel. It lost a house.", "It"),
    ("The Balochistan Liberation Army struck. The army hit back.", "army"),
    ("Five Americans say they feared for their lives.", "they"),
    ("Eritrean security forces arrested suspects at their homes.", "their"),
    ("The government condemned Israel.", "government"),
    ("Sudan told the government to wait.", "government"),
    ("Israel and Iran came. Belarus and Ukraine stayed out. Calls by both sides went on.", "both sides"),
]


@pytest.mark.parametrize(("text", "words"), LEFT_ALONE, ids=[f"{words} in {text}" for text, words in LEFT_ALONE])
def test_leaves_alone_what_may_be_several(text: str, words: str, nlp: Reading) -> None:
    assert meant(nlp(text), words) == set()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Gunmen attacked a hotel in Kenya on Monday. A blast shook the capital.", {"Nairobi"}),
        ("Protests grew in Peru. Two people were killed in the capital on Friday.", {"Lima"}),
        ("Iran attacked Israel. Sirens sounded in the capital.", set()),
        ("The bank of Ghana raised the capital of two lenders.", set()),
        ("Kenya borrowed more. The lender lost the capital.", set()),
    ],
)
def test_the_capital_is_that_of_the_only_country(text: str, names: set[str], nlp: Reading) -> None:
    assert meant(nlp(text), "capital") == names

from __future__ import annotations

import pytest

from kg.extract.participants.descriptions import describe, kind_of, sort_of
from kg.knowledge.namespaces import ID
from tests.grammar.spaced import spaced
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

KINDS, WORDS = KNOWLEDGE.participants, KNOWLEDGE.words
PARTICIPANT = ID + "participant/"
SOLDIERS = """
The       the       DET   DT  3 det
three     three     NUM   CD  3 nummod
soldiers  soldier   NOUN  NNS 4 nsubj
saw       see       VERB  VBD 0 ROOT
them      they      PRON  PRP 4 obj
"""
GROUP = """
group     group     NOUN  NN  0 ROOT
of        of        ADP   IN  3 case
soldiers  soldier   NOUN  NNS 1 nmod
"""


def test_a_description_has_the_words_the_kind_and_the_number_of_a_common_noun() -> None:
    doc = tree(SOLDIERS)
    found = describe(at(doc, "soldiers"), KINDS, WORDS)
    assert found is not None
    assert doc.text[found.span.start : found.span.end] == "three soldiers"
    told = found.unnamed(belongs_to=7)
    assert (told.described, told.belongs_to, told.minimum, told.maximum) == (f"{PARTICIPANT}soldier", 7, 3, 3)


def test_whoever_asks_how_many_describes_nobody() -> None:
    asked = SOLDIERS.replace("The       the       DET   DT  3 det", "how how ADV WRB 2 advmod")
    assert describe(at(tree(asked), "soldiers"), KINDS, WORDS) is None


def test_the_beginning_of_a_hyphened_word_describes_nobody() -> None:
    table = """
power power NOUN NN 3 compound
- - PUNCT HYPH 3 punct
sharing sharing NOUN NN 4 compound
deals deal NOUN NNS 0 ROOT
"""
    assert describe(spaced("power-sharing deals", table)[0], KINDS, WORDS) is None
    assert describe(spaced("power - sharing deals", table)[0], KINDS, WORDS) is not None
    elected = table.replace("sharing sharing NOUN NN 4 compound", "elect elect ADJ JJ 1 amod")
    assert describe(spaced("power-elect deals", elected)[0], KINDS, WORDS) is not None


def test_pronouns_and_verbs_describe_nobody() -> None:
    doc = tree(SOLDIERS)
    assert describe(at(doc, "them"), KINDS, WORDS) is None
    assert describe(at(doc, "saw"), KINDS, WORDS) is None


def test_a_noun_of_a_kind_is_of_its_own_and_one_of_none_of_what_it_is_of() -> None:
    group, dozens = tree(GROUP)[0], tree(GROUP.replace("group     group     NOUN  NN ", "dozens dozen NOUN NNS "))[0]
    assert [kind and kind.iri for kind in (kind_of(group, KINDS, WORDS), kind_of(dozens, KINDS, WORDS))] == [
        f"{PARTICIPANT}body",
        f"{PARTICIPANT}soldier",
    ]
    assert sort_of(dozens, KINDS) is None


@pytest.mark.parametrize(("word", "is_somebody"), [("insurgent", True), ("terrorist", False)])
def test_an_adjective_may_tell_who_does_what_the_noun_means(word: str, is_somebody: bool) -> None:
    attacks = tree(f"{word} {word} ADJ JJ 2 amod\nattacks attack NOUN NNS 0 ROOT")
    assert (describe(attacks[0], KINDS, WORDS) is not None) == is_somebody

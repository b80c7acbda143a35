"""Arms that were ordered before they came."""

from __future__ import annotations

import pytest

from kg.extract.arguments.orders import arms_before, is_bare_number, is_of_what_came_of_it
from kg.extract.arguments.predicates import find_predicates
from tests.extract.analysed import analysed
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

ORDERED = """
Chile  Chile  PROPN NNP 2 nsubj
bought buy    VERB  VBD 0 ROOT
six    six    NUM   CD  4 nummod
tanks  tank   NOUN  NNS 2 obj
from   from   ADP   IN  6 case
Norway Norway PROPN NNP 2 obl
and    and    CCONJ CC  8 cc
{verb} VERB VBD 2 conj
two    two    NUM   CD  8 obj
"""
WORDS = KNOWLEDGE.words


@pytest.mark.parametrize(("verb", "sides"), [("received receive", ["Norway"]), ("delivered deliver", ["Chile"])])
def test_a_number_is_of_the_arms_before_and_of_their_sides(verb: str, sides: list[str]) -> None:
    analysis = analysed(
        tree(ORDERED.format(verb=verb)), Chile="place/chile", tanks="weapon/tank", Norway="place/norway"
    )
    two, later = at(analysis.doc, "two"), at(analysis.doc, verb.split()[0])
    assert is_bare_number(two, WORDS)
    assert [reference.token.text for reference in arms_before(two, analysis)] == ["tanks"]
    predicates = find_predicates(analysis.doc, WORDS, analysis.taxonomy)
    lent = {
        slot.filler.token.text
        for predicate in predicates
        if predicate.token == later and predicate.entry.iri.endswith(("send-v", "receive-weapon-v"))
        for slot in predicate.slots
        if slot.borrowed
    }
    assert lent >= set(sides)


def test_what_the_second_verb_has_is_of_its_own_time() -> None:
    doc = tree(ORDERED.format(verb="received receive"))
    bought, two, tanks = at(doc, "bought"), at(doc, "two"), at(doc, "tanks")
    assert is_of_what_came_of_it(two.i, bought, WORDS)
    assert not is_of_what_came_of_it(tanks.i, bought, WORDS)
    assert not is_bare_number(tanks, WORDS)

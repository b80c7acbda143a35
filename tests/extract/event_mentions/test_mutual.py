"""What two do to each other."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.event_mentions.mutual import charges_against_each_other, split_mutual, things_of_each_other
from tests.extract.mentions import IRAN, ISRAEL, KYIV, RUSSIA, mention, named, unnamed
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

SHELLED = """
They they PRON PRP 2 nsubj
shelled shell VERB VBD 0 ROOT
each each DET DT 6 nmod:poss
other other ADJ JJ 3 fixed
's 's PART POS 3 case
cities city NOUN NNS 2 obj
"""


def test_what_two_do_to_each_other_are_two_events() -> None:
    both = [named(role, who) for role in ("actor", "target") for who in (ISRAEL, IRAN)]
    told = [
        sorted((argument.role, argument.entity) for argument in part.arguments)
        for part in split_mutual(mention("Accusation", *both))
    ]
    assert told == [[("actor", ISRAEL), ("target", IRAN)], [("actor", IRAN), ("target", ISRAEL)]]


def test_what_two_do_to_others_is_one_event() -> None:
    joint = mention("Attack", named("attacker", RUSSIA), named("attacker", IRAN), named("target", KYIV))
    assert list(split_mutual(joint)) == [joint]


BLAMED = """
They they PRON PRP 2 nsubj
blamed blame VERB VBD 0 ROOT
each each DET DT 2 obj
other other ADJ JJ 3 fixed
for for ADP IN 7 case
the the DET DT 7 det
raid raid NOUN NN 2 obl
"""


def test_what_two_charge_each_other_with_each_says_that_the_other_did() -> None:
    doc = tree(BLAMED)
    start = at(doc, "raid").idx
    charged = charges_against_each_other(doc, KNOWLEDGE.words)
    assert start in charged
    assert not charges_against_each_other(tree(BLAMED.replace("blamed blame", "thanked thank")), KNOWLEDGE.words)
    sides = [named("attacker", who) for who in (ISRAEL, IRAN)]
    joint = replace(mention("Attack", *sides, at=start), according_to=(ISRAEL, IRAN))
    told = [({a.entity for a in part.arguments}, part.according_to) for part in split_mutual(joint, (), charged)]
    assert told == [({ISRAEL}, (IRAN,)), ({IRAN}, (ISRAEL,))]
    assert list(split_mutual(joint)) == [joint]


def test_what_belongs_to_each_other_is_the_others() -> None:
    doc = tree(SHELLED)
    theirs = things_of_each_other(doc, KNOWLEDGE.words)
    assert theirs == {at(doc, "cities").idx}
    sides = (named("attacker", ISRAEL), named("attacker", IRAN))
    cities = unnamed("target", "settlement", at=at(doc, "cities").idx, belongs_to=ISRAEL)
    parts = list(split_mutual(mention("Attack", *sides, cities), theirs))
    told = [[(a.entity, a.unnamed and a.unnamed.belongs_to) for a in part.arguments] for part in parts]
    assert told == [[(ISRAEL, None), (None, IRAN)], [(IRAN, None), (None, ISRAEL)]]
    assert len(list(split_mutual(mention("Attack", *sides, cities)))) == 1

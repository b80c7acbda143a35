"""What two do to each other."""

from __future__ import annotations

from kg.extract.event_mentions.mutual import split_mutual, things_of_each_other
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

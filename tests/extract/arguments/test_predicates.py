"""What a predicate's noun has for arguments beside those that hang on it."""

from __future__ import annotations

import pytest

from kg.extract.arguments.predicates import event_above, find_predicates
from kg.knowledge.lexicon import Function
from tests.grammar.trees import tree
from tests.known import KNOWLEDGE

SET_OFF = """
Norway norway PROPN NNP 2 nsubj
announced announce VERB VBD 0 ROOT
aid aid NOUN NN 2 obj
{mark} {mark} PUNCT : 5 punct
drones drone NOUN NNS 3 appos
"""


@pytest.mark.parametrize(("mark", "inside"), [(":", True), ("—", True), ("–", True), (",", False)])
def test_what_is_set_off_behind_a_package_is_in_it(mark: str, *, inside: bool) -> None:
    doc = tree(SET_OFF.format(mark=mark))
    package = next(p for p in find_predicates(doc, KNOWLEDGE.words, KNOWLEDGE.taxonomy) if p.entry.evokes == "Transfer")
    fillers = [slot.filler for slot in package.slots if slot.filler.token.text == "drones"]
    including = [filler for filler in fillers if filler.marker in KNOWLEDGE.words.prepositions.inclusive]
    assert bool(including) is inside


HELD = """
Kenya Kenya PROPN NNP 2 nsubj
held hold VERB VBD 0 ROOT
Somalia Somalia PROPN NNP 2 obj
responsible responsible ADJ JJ 2 xcomp
for for ADP IN 6 case
raid raid NOUN NN {head} obl
"""


@pytest.mark.parametrize("head", [2, 4])
def test_for_what_somebody_is_held_responsible_he_has_done(head: int) -> None:
    doc = tree(HELD.format(head=head))
    raid = next(p for p in find_predicates(doc, KNOWLEDGE.words, KNOWLEDGE.taxonomy) if p.token.text == "raid")
    attackers = {
        slot.filler.token.text
        for slot in raid.slots
        for argument in slot.arguments
        if argument.role == "attacker" and argument.function is slot.filler.function
    }
    assert "Somalia" in attackers


RAIDED = """
raid raid NOUN NN 0 ROOT
on on ADP IN 3 case
Gao gao PROPN NNP 1 nmod
, , PUNCT , 8 punct
for for ADP IN 6 case
which which PRON WDT 8 obl
Kenya kenya PROPN NNP 8 nsubj
{verb} VERB VBD {head} acl:relcl
Somalia somalia PROPN NNP 8 obj
responsible responsible ADJ JJ 8 xcomp
"""


@pytest.mark.parametrize("head", [1, 3])
@pytest.mark.parametrize(("verb", "blamed"), [("held hold", True), ("found find", False)])
def test_a_relative_clause_has_the_noun_behind_its_preposition(verb: str, head: int, *, blamed: bool) -> None:
    doc = tree(RAIDED.format(head=head, verb=verb))
    raid = next(p for p in find_predicates(doc, KNOWLEDGE.words, KNOWLEDGE.taxonomy) if p.token.text == "raid")
    assert [governor.text for governor in raid.governors] == (["held"] if blamed else [])
    assert (doc[7], Function.OBLIQUE, "for") in list(event_above(doc[0], KNOWLEDGE.words))


def test_what_a_threat_is_to_do_is_aimed_at_its_target() -> None:
    doc = tree(
        "threat threat NOUN NN 0 ROOT\nto to PART TO 3 mark\nshell shell VERB VB 1 acl\nErbil erbil PROPN NNP 3 obj"
    )
    threat = next(p for p in find_predicates(doc, KNOWLEDGE.words, KNOWLEDGE.taxonomy) if p.token.text == "threat")
    assert (Function.CLAUSE_OBJECT, "Erbil") in [(s.filler.function, s.filler.token.text) for s in threat.slots]


DELIVERED = """
Norway norway PROPN NNP 2 nsubj
delivered deliver VERB VBD 0 ROOT
{share}
frigates frigate NOUN NNS {head}
that that PRON WDT 8 obj
Chile chile PROPN NNP 8 nsubj
{verb} VERB VBD 5 acl:relcl
"""
WHOLE, SHARE = (
    ("the the DET DT 5 det\nsix six NUM CD 5 nummod", "2 obj"),
    ("two two NUM CD 2 obj\nof of ADP IN 5 case", "3 nmod"),
)


@pytest.mark.parametrize(("share", "head"), [WHOLE, SHARE])
@pytest.mark.parametrize(("verb", "gets"), [("ordered order", True), ("saw see", False)])
def test_what_somebody_ordered_is_delivered_to_him(share: str, head: str, verb: str, *, gets: bool) -> None:
    doc = tree(DELIVERED.format(share=share, head=head, verb=verb))
    found = [p for p in find_predicates(doc, KNOWLEDGE.words, KNOWLEDGE.taxonomy) if p.entry.evokes == "Transfer"]
    sent = next(p for p in found if p.token.text == "delivered")
    roles = {a.role for slot in sent.slots if slot.filler.token.text == "Chile" for a in slot.arguments}
    assert ("recipient" in roles) is gets

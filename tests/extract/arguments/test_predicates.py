"""What a predicate's noun has for arguments beside those that hang on it."""

from __future__ import annotations

import pytest

from kg.extract.arguments.predicates import find_predicates
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

from __future__ import annotations

import pytest

from kg.extract.arguments.bystanders import bystanders, is_before_or_after, is_bereaved, is_heard
from kg.records import Term
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

BACKED = """
Kenya kenya PROPN NNP 2 nsubj
backed back VERB VBD 0 ROOT
the the DET DT 4 det
attack attack NOUN NN 2 obj
on on ADP IN 6 case
Chad chad PROPN NNP 4 nmod
"""


def aside(table: str) -> set[str]:
    doc = tree(table)
    trigger = next(token for token in doc if token.text == "attack")
    found = bystanders(trigger, Term("Attack"), KNOWLEDGE.words, KNOWLEDGE.taxonomy)
    return {doc[i].text for i in found}


def test_who_backs_an_attack_is_no_attacker() -> None:
    assert aside(BACKED) == {"Kenya"}


def test_who_carries_an_attack_out_or_defends_its_own_may_be_the_attacker() -> None:
    assert aside(BACKED.replace("backed back", "launched launch")) == set()
    assert aside(BACKED.replace("the the DET DT 4 det", "its its PRON PRP$ 4 nmod:poss")) == set()


STOPPED = """
Kenya kenya PROPN NNP 2 nsubj
{0} VERB VBD 0 ROOT
rockets rocket NOUN NNS 2 obj
attack attack VERB VBN 3 acl
"""


def test_who_stops_arms_did_not_launch_them() -> None:
    assert aside(STOPPED.format("intercepted intercept")) == {"Kenya"}
    assert aside(STOPPED.format("used use")) == set()


PLAN = """
Kenya kenya PROPN NNP 2 nsubj
{0} VERB VBD 0 ROOT
plans plan NOUN NNS 2 obj
to to PART TO 5 mark
attack attack VERB VB 3 acl
"""


def test_who_uncovers_a_plan_to_attack_does_not_plan_it() -> None:
    assert aside(PLAN.format("uncovered uncover")) == {"Kenya"}
    assert aside(PLAN.format("made make")) == set()


RESPONDED = """
Kenya kenya PROPN NNP 2 nsubj
responded respond VERB VBD 0 ROOT
to to ADP IN 5 case
the the DET DT 5 det
attack attack NOUN NN 2 obl
"""


def test_who_answers_an_attack_is_no_attacker_but_who_answers_with_one_is() -> None:
    assert aside(RESPONDED) == {"Kenya"}
    assert aside(RESPONDED.replace("to to", "with with")) == set()


HEARD = """
Kenya kenya PROPN NNP 2 nsubj
{0} VERB VBD 0 ROOT
Ali ali PROPN NNP 2 {1}
over over ADP IN 6 case
the the DET DT 6 det
attack attack NOUN NN 2 obl
"""


def test_who_is_only_spoken_to_about_an_attack_is_no_attacker() -> None:
    doc, accused, asking = (
        tree(HEARD.format(*form))
        for form in (("summoned summon", "obj"), ("accused accuse", "obj"), ("asked ask", "obl"))
    )
    assert is_heard(doc[5], doc[2], KNOWLEDGE.words)
    assert not is_heard(doc[5], doc[0], KNOWLEDGE.words)
    assert not is_heard(accused[5], accused[2], KNOWLEDGE.words)
    assert not is_heard(asking[5], asking[2], KNOWLEDGE.words)


LOST = """
army army NOUN NN 2 nsubj
{verb} VERB VBD 0 ROOT
men man NOUN NNS 2 obj
in in ADP IN 5 case
raid raid NOUN NN 2 obl
"""


@pytest.mark.parametrize(("verb", "bereaved"), [("lost lose", True), ("killed kill", False)])
def test_who_loses_people_in_it_does_not_do_it(verb: str, *, bereaved: bool) -> None:
    doc = tree(LOST.format(verb=verb))
    assert is_bereaved(at(doc, "raid"), at(doc, "army"), KNOWLEDGE.words) is bereaved


AFTER = """
Mali Mali PROPN NNP 2 nsubj
struck strike VERB VBD 0 ROOT
{mark} SCONJ IN 5 mark
raid raid NOUN NN 5 nsubj
left leave VERB VBD 2 advcl
"""


@pytest.mark.parametrize(("mark", "other"), [("after after", True), ("when when", False)])
def test_who_does_what_was_before_or_after_it_does_not_do_it(mark: str, *, other: bool) -> None:
    doc = tree(AFTER.format(mark=mark))
    assert is_before_or_after(at(doc, "raid"), at(doc, "Mali"), KNOWLEDGE.words) is other

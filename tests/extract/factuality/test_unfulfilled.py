"""What auxiliaries and passives say of an infinitive, on trees made by hand."""

from __future__ import annotations

import pytest

from kg.extract.factuality.unfulfilled import is_singled_out
from kg.extract.factuality.value import factuality_of
from kg.records import Factuality, Term
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

ASSERTED, PLANNED, POSSIBLE = Factuality.ASSERTED, Factuality.PLANNED, Factuality.POSSIBLE
NEGATED = Factuality.NEGATED


def fact(table: str, trigger: str, kind: str = "Attack") -> Factuality:
    return factuality_of(at(tree(table), trigger), Term(kind), KNOWLEDGE.words, KNOWLEDGE.taxonomy).factuality


WOULD = """
Chad chad PROPN NNP 4 nsubj
would would AUX MD 4 aux
have have AUX VB 4 aux
struck strike VERB VBN 0 ROOT
"""


@pytest.mark.parametrize(
    ("auxiliary", "expected"),
    [("would would AUX MD", NEGATED), ("will will AUX MD", PLANNED), ("may may AUX MD", POSSIBLE)],
)
def test_what_would_have_been_was_not_and_what_will_have_been_is_to_come(auxiliary: str, expected: Factuality) -> None:
    assert fact(WOULD.replace("would would AUX MD", auxiliary), "struck") is expected


WAS_TO_HAVE = """
Chad chad PROPN NNP 5 nsubj
was be AUX VBD 5 aux
to to PART TO 5 mark
have have AUX VB 5 aux
struck strike VERB VBN 0 ROOT
"""
SUPPOSED = """
Chad chad PROPN NNP 3 nsubj:pass
was be AUX VBD 3 aux:pass
supposed suppose VERB VBN 0 ROOT
to to PART TO 6 mark
have have AUX VB 6 aux
struck strike VERB VBN 3 xcomp
"""


def test_what_was_to_have_been_was_not_and_what_is_supposed_to_have_been_may() -> None:
    assert fact(WAS_TO_HAVE, "struck") is NEGATED
    assert fact(SUPPOSED, "struck") is NEGATED
    assert fact(SUPPOSED.replace("was be AUX VBD", "is be AUX VBZ"), "struck") is not NEGATED


BEFORE = """
It it PRON PRP 2 nsubj
occurred occur VERB VBD 0 ROOT
before before SCONJ IN 7 mark
Chad chad PROPN NNP 7 nsubj
was be AUX VBD 7 aux
to to PART TO 7 mark
strike strike VERB VB 2 advcl
"""
STRUCK = """
It it PRON PRP 2 nsubj
occurred occur VERB VBD 0 ROOT
before before SCONJ IN 5 mark
Chad chad PROPN NNP 5 nsubj
struck strike VERB VBD 2 advcl
"""


def test_who_was_to_strike_had_a_plan_in_whatever_clause() -> None:
    assert fact(BEFORE, "strike") is PLANNED
    assert fact(STRUCK, "struck") is ASSERTED


SAID = """
Chad chad PROPN NNP 3 nsubj:pass
is be AUX VBZ 3 aux:pass
said say VERB VBN 0 ROOT
to to PART TO 6 mark
have have AUX VB 6 aux
struck strike VERB VBN 3 xcomp
"""


def test_what_is_said_of_somebody_may_be_and_what_is_known_of_him_is() -> None:
    assert fact(SAID, "struck") is POSSIBLE
    assert fact(SAID.replace("said say", "known know"), "struck") is ASSERTED


FIRST = """
Chad chad PROPN NNP 4 nsubj
was be AUX VBD 4 cop
the the DET DT 4 det
first first ADJ JJ 0 ROOT
to to PART TO 6 mark
strike strike VERB VB 4 advcl
"""


def test_who_was_the_first_to_strike_struck_and_who_will_be_has_not() -> None:
    assert fact(FIRST, "strike") is ASSERTED
    assert fact(FIRST.replace("was be AUX VBD 4 cop", "will will AUX MD 4 aux"), "strike") is PLANNED
    assert fact(FIRST.replace("first first", "next next"), "strike") is PLANNED


LATER = """
Chad chad PROPN NNP 0 ROOT
which which PRON WDT 5 nsubj
would would AUX MD 5 aux
{0} {0} ADV RB 5 advmod
strike strike VERB VB 1 acl:relcl
Gao gao PROPN NNP 5 obj
"""


def test_a_text_that_looks_back_tells_as_done_what_would_later_be_done() -> None:
    assert fact(LATER.format("later"), "strike") is ASSERTED
    assert fact(LATER.format("gladly"), "strike") is PLANNED


HIGHEST = """
Togo togo PROPN NNP 4 nsubj
is be AUX VBZ 4 cop
{} 4 amod
state state NOUN NN 0 ROOT
to to PART TO 6 mark
strike strike VERB VB 4 acl
"""


def test_the_largest_state_to_strike_has_struck() -> None:
    assert fact(HIGHEST.format("largest large ADJ JJS"), "strike") is ASSERTED
    assert fact(HIGHEST.format("prepared prepared ADJ JJ"), "strike") is not ASSERTED


SECOND = """
Togo togo PROPN NNP 4 nsubj
is be AUX VBZ 4 cop
{} 4 amod
town town NOUN NN 0 ROOT
to to PART TO 7 mark
be be AUX VB 7 aux:pass
shelled shell VERB VBN 4 acl
"""


def test_the_second_town_to_be_shelled_was_shelled() -> None:
    assert fact(SECOND.format("second second ADJ JJ"), "shelled") is ASSERTED
    assert not is_singled_out(at(tree(SECOND.format("likely likely ADJ JJ")), "shelled"), KNOWLEDGE.words)

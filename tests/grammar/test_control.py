"""Who is understood to act in a clause without a subject of its own."""

from __future__ import annotations

import pytest

from kg.grammar.control import called_upon, controllers, is_headline_future, subjects_of_outer
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

WORDS = KNOWLEDGE.words


def acting(table: str, verb: str) -> list[str]:
    return [token.text for token in controllers(at(tree(table), verb), WORDS)]


AGREED = """
Peru Peru PROPN NNP 2 nsubj
agreed agree VERB VBD 0 ROOT
to to PART TO 4 mark
send send VERB VB 2 xcomp
"""
URGED = """
Peru Peru PROPN NNP 2 nsubj
urged urge VERB VBD 0 ROOT
Chile Chile PROPN NNP 2 obj
to to PART TO 5 mark
send send VERB VB 2 xcomp
"""
PROMISED = URGED.replace("urged urge", "promised promise")
WAS_URGED = """
Peru Peru PROPN NNP 3 nsubj:pass
was be AUX VBD 3 aux:pass
urged urge VERB VBN 0 ROOT
to to PART TO 5 mark
send send VERB VB 3 xcomp
"""
CALLED_ON = """
Peru Peru PROPN NNP 2 nsubj
called call VERB VBD 0 ROOT
{} {} ADP IN 4 case
Chile Chile PROPN NNP 2 obl
to to PART TO 6 mark
send send VERB VB 2 xcomp
"""
WARNING = """
Peru Peru PROPN NNP 2 nsubj
urged urge VERB VBD 0 ROOT
Chile Chile PROPN NNP 2 obj
{}
warning warn VERB VBG 2 {}
"""
THANKED = """
Peru Peru PROPN NNP 2 nsubj
{} {} VERB VBD 0 ROOT
Chile Chile PROPN NNP 2 obj
{} {} SCONJ IN 5 mark
sending send VERB VBG 2 advcl
"""


@pytest.mark.parametrize(
    ("table", "who"),
    [
        (AGREED, ["Peru"]),
        (URGED, ["Chile"]),
        (PROMISED, ["Peru"]),
        (WAS_URGED, ["Peru"]),
        (CALLED_ON.format("on", "on"), ["Chile"]),
        (CALLED_ON.format("from", "from"), ["Peru"]),
        (AGREED.replace("2 xcomp", "2 conj"), ["Peru"]),
        (AGREED.replace("2 xcomp", "2 ccomp"), []),
        (AGREED.replace("2 xcomp", "2 parataxis"), []),
    ],
)
def test_the_object_controls_else_the_subject(table: str, who: list[str]) -> None:
    assert acting(table, "send") == who


def test_a_participle_behind_a_comma_goes_on_with_the_whole_sentence() -> None:
    assert acting(WARNING.format(", , PUNCT , 5 punct", "xcomp"), "warning") == ["Peru"]
    assert acting(WARNING.format("of of SCONJ IN 5 mark", "xcomp"), "warning") == ["Chile"]


def test_who_is_thanked_for_a_deed_did_it() -> None:
    assert acting(THANKED.format("thanked", "thank", "for", "for"), "sending") == ["Chile"]
    assert acting(THANKED.format("charged", "charge", "with", "with"), "sending") == ["Chile"]
    assert acting(THANKED.format("left", "leave", "before", "before"), "sending") == ["Peru"]


def test_who_only_reacts_to_an_attempt_does_not_make_it() -> None:
    table = """
Peru Peru PROPN NNP 2 nsubj
{0} VERB VBD 0 ROOT
attempts attempt NOUN NNS 2 obj
to to PART TO 5 mark
send send VERB VB 3 acl
"""
    assert acting(table.format("made make"), "send") == ["Peru"]
    assert acting(table.format("foiled foil"), "send") == []


@pytest.mark.parametrize(
    ("before", "who"),
    [
        ("Peru Peru PROPN NNP 2 nmod:poss", ["Peru"]),
        ("Pentagon Pentagon PROPN NNP 2 compound", ["Pentagon"]),
        ("Peruvian Peruvian ADJ JJ 2 amod", ["Peruvian"]),
        ("bold bold ADJ JJ 2 amod", []),
    ],
)
def test_the_owner_of_a_noun_does_what_its_infinitive_says(before: str, who: list[str]) -> None:
    table = f"{before}\ndecision decision NOUN NN 0 ROOT\nto to PART TO 4 mark\nsend send VERB VB 2 acl"
    assert acting(table, "send") == who


def test_who_announces_a_plan_has_it_and_who_criticises_one_does_not() -> None:
    table = """
    Peru Peru PROPN NNP 2 nsubj
    {} VERB VBD 0 ROOT
    plans plan NOUN NNS 2 obj
    to to PART TO 5 mark
    send send VERB VB 3 acl
    """
    assert acting(table.format("announced announce"), "send") == ["Peru"]
    assert acting(table.format("made make"), "send") == ["Peru"]
    assert acting(table.format("denied deny"), "send") == []


def test_called_upon_is_who_stands_between_verb_and_infinitive() -> None:
    doc = tree(CALLED_ON.format("on", "on"))
    assert [token.text for token in called_upon(at(doc, "send"), WORDS)] == ["Chile"]
    doc = tree(CALLED_ON.format("on", "on").replace("send send VERB VB", "sends send VERB VBZ"))
    assert called_upon(at(doc, "sends"), WORDS) == []


HEADLINE = """
Macron Macron PROPN NNP 0 ROOT
to to PART TO 3 mark
host host VERB VB 1 {}
"""
KREMLIN = """
Trump Trump PROPN NNP 6 nsubj
to to PART TO 3 mark
meet meet VERB VB 1 acl
, , PUNCT , 6 punct
Kremlin Kremlin PROPN NNP 6 nsubj
{} VERB VBZ 0 ROOT
"""


def test_a_headline_s_infinitive_is_its_verb() -> None:
    assert is_headline_future(at(tree(HEADLINE.format("acl")), "host"), WORDS)
    assert is_headline_future(at(tree(HEADLINE.format("parataxis")), "host"), WORDS)
    assert not is_headline_future(at(tree(HEADLINE.format("xcomp")), "host"), WORDS)
    assert not is_headline_future(at(tree(HEADLINE.replace("PROPN NNP 0", "NOUN NN 0").format("acl")), "host"), WORDS)
    assert is_headline_future(at(tree(KREMLIN.format("says say")), "meet"), WORDS)
    assert not is_headline_future(at(tree(KREMLIN.format("eats eat")), "meet"), WORDS)
    assert acting(HEADLINE.format("acl"), "host") == ["Macron"]


GAVE = """
Peru Peru PROPN NNP 2 nsubj
{0} {1} VERB VBD 0 ROOT
Chile Chile PROPN NNP 2 {2}
time time NOUN NN 2 obj
to to PART TO 6 mark
leave leave VERB VB {3}
"""


def test_who_is_given_time_or_pressed_does_what_the_infinitive_says() -> None:
    assert acting(GAVE.format("gave", "give", "iobj", "4 acl"), "leave") == ["Chile"]
    assert acting(GAVE.format("gave", "give", "iobj", "2 advcl"), "leave") == ["Chile"]
    assert acting(GAVE.format("taught", "teach", "iobj", "4 acl"), "leave") == ["Peru"]
    assert acting(URGED.replace("2 xcomp", "2 advcl"), "send") == ["Chile"]
    assert acting(URGED.replace("2 xcomp", "2 advcl").replace("urged urge", "met meet"), "send") == ["Peru"]


ASKED = """
Peru Peru PROPN NNP 2 nsubj
asked ask VERB VBD 0 ROOT
Chile Chile PROPN NNP 2 iobj
for for ADP IN 5 case
{0} {0} NOUN NN 2 obl
to to PART TO 7 mark
sail sail VERB VB 5 acl
"""


def test_who_asks_for_permission_wants_to_do_it_himself() -> None:
    assert acting(ASKED.format("permission"), "sail") == ["Peru"]
    assert acting(ASKED.format("pilots"), "sail") == []


FIRST = """
thing thing NOUN NN 5 nsubj:outer
Ann Ann PROPN NNP 3 nsubj
does do VERB VBZ 1 acl:relcl
is be AUX VBZ 5 cop
meet meet VERB VB 0 ROOT
"""


def test_who_does_what_a_clause_for_a_predicate_tells_is_told_in_its_subject() -> None:
    assert [token.text for token in subjects_of_outer(at(tree(FIRST), "meet"), WORDS)] == ["Ann"]
    assert subjects_of_outer(at(tree(FIRST.replace("nsubj:outer", "nsubj")), "meet"), WORDS) == []

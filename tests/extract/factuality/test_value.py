"""Factuality on trees made by hand; names are of countries without a part in it."""

from __future__ import annotations

import pytest

from kg.extract.factuality.value import FactualityValue, compose, factuality_of, weigh, without_suspects
from kg.records import Factuality, Term
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

ASSERTED, PLANNED, POSSIBLE = Factuality.ASSERTED, Factuality.PLANNED, Factuality.POSSIBLE
NEGATED, DENIED = Factuality.NEGATED, Factuality.DENIED


def value(table: str, trigger: str, kind: str = "Attack") -> FactualityValue:
    doc = tree(table)
    token = next(token for token in doc if token.text == trigger)
    return factuality_of(token, Term(kind), KNOWLEDGE.words, KNOWLEDGE.taxonomy)


def under(verb: str, tag: str, *, before: str = "", complement: str = "to to PART TO") -> str:
    """A clause "Kenya VERB to strike", with words before the verb (each "word lemma POS TAG dep")."""
    extra = [line for line in before.split(";") if line]
    at = 2 + len(extra)
    rows = [f"Kenya kenya PROPN NNP {at} nsubj"]
    rows += [" ".join([*line.split()[:4], str(at), line.split()[4]]) for line in extra]
    rows += [f"{verb} VERB {tag} 0 ROOT", f"{complement} {at + 2} mark", f"strike strike VERB VB {at} xcomp"]
    return "\n".join(rows)


NOT = "did do AUX VBD aux;not not PART RB advmod"


@pytest.mark.parametrize(
    ("verb", "plain", "negated"),
    [
        ("manage manage", ASSERTED, NEGATED),
        ("fail fail", NEGATED, ASSERTED),
        ("refuse refuse", NEGATED, POSSIBLE),
        ("hesitate hesitate", POSSIBLE, ASSERTED),
        ("plan plan", PLANNED, NEGATED),
        ("try try", POSSIBLE, NEGATED),
    ],
)
def test_what_a_verb_says_of_its_complement_and_what_its_negation_says(
    verb: str, plain: Factuality, negated: Factuality
) -> None:
    assert value(under(verb, "VBD"), "strike").factuality is plain
    assert value(under(verb, "VB", before=NOT), "strike").factuality is negated


def test_who_would_not_hesitate_will() -> None:
    before = "would would AUX MD aux;not not PART RB advmod"
    assert value(under("hesitate hesitate", "VB", before=before), "strike").factuality is PLANNED


def test_what_may_not_be_done_may_be_done_and_what_can_not_be_done_is_not() -> None:
    table = """
    Kenya kenya PROPN NNP 4 nsubj
    may may AUX MD 4 aux
    not not PART RB 4 advmod
    strike strike VERB VB 0 ROOT
    """
    assert value(table, "strike").factuality is POSSIBLE
    assert value(table.replace("may may", "could could"), "strike").factuality is NEGATED


DENIES = """
Nobody nobody PRON NN 2 nsubj
denies deny VERB VBZ 0 ROOT
that that SCONJ IN 5 mark
Kenya kenya PROPN NNP 5 nsubj
struck strike VERB VBD 2 ccomp
"""


def test_what_nobody_denies_is_so_and_what_one_does_not_deny_is_open() -> None:
    assert value(DENIES, "struck") == FactualityValue(ASSERTED, (), certain=True)
    assert value(DENIES.replace("Nobody nobody PRON NN", "Chad chad PROPN NNP"), "struck").factuality is DENIED
    does_not = """
    Chad chad PROPN NNP 4 nsubj
    does do AUX VBZ 4 aux
    not not PART RB 4 advmod
    deny deny VERB VB 0 ROOT
    that that SCONJ IN 7 mark
    Kenya kenya PROPN NNP 7 nsubj
    struck strike VERB VBD 4 ccomp
    """
    assert value(does_not, "struck").factuality is POSSIBLE
    assert value(does_not.replace("does do AUX VBZ", "can can AUX MD"), "struck").factuality is ASSERTED


DOUBT = """
There there PRON EX 2 expl
is be VERB VBZ 0 ROOT
no no DET DT 4 det
doubt doubt NOUN NN 2 nsubj
that that SCONJ IN 7 mark
Kenya kenya PROPN NNP 7 nsubj
struck strike VERB VBD 4 acl
"""


def test_no_doubt_is_certainty_and_no_chance_is_none() -> None:
    assert value(DOUBT, "struck").factuality is ASSERTED
    assert value(DOUBT.replace("doubt doubt", "chance chance"), "struck").factuality is NEGATED
    assert value(DOUBT.replace("doubt doubt", "evidence evidence"), "struck").factuality is POSSIBLE
    assert value(DOUBT.replace("no no DET DT", "a a DET DT"), "struck").factuality is POSSIBLE


NOR = """
Kenya kenya PROPN NNP 4 nsubj
has have AUX VBZ 4 aux
not not PART RB 4 advmod
struck strike VERB VBN 0 ROOT
, , PUNCT , 9 punct
nor nor CCONJ CC 9 cc
has have AUX VBZ 9 aux
it it PRON PRP 9 nsubj
raided raid VERB VBN 4 conj
"""


def test_nor_denies_once() -> None:
    assert value(NOR, "struck").factuality is NEGATED
    assert value(NOR, "raided").factuality is NEGATED


INSTEAD = """
Instead instead ADV RB 3 mark
of of ADP IN 1 fixed
striking strike VERB VBG 6 advcl
, , PUNCT , 3 punct
Kenya kenya PROPN NNP 6 nsubj
waited wait VERB VBD 0 ROOT
"""


def test_what_is_done_instead_of_another_leaves_that_undone() -> None:
    assert value(INSTEAD, "striking").factuality is NEGATED
    assert value(INSTEAD, "waited").factuality is ASSERTED


FELL = """
The the DET DT 2 det
talks talk NOUN NNS 3 nsubj
fell fall VERB VBD 0 ROOT
through through ADP RP 3 compound:prt
"""

FAILED = """
The the DET DT 2 det
talks talk NOUN NNS 3 nsubj
failed fail VERB VBD 0 ROOT
"""

FAILED_TO = """
The the DET DT 2 det
talks talk NOUN NNS 3 nsubj
failed fail VERB VBD 0 ROOT
to to PART TO 5 mark
materialise materialise VERB VB 3 xcomp
"""


def test_talks_that_fell_through_were_not_held_but_talks_that_failed_were() -> None:
    assert value(FELL, "talks", "Conversation").factuality is NEGATED
    assert value(FAILED, "talks", "Conversation").factuality is ASSERTED
    assert value(FAILED_TO, "talks", "Conversation").factuality is NEGATED


MOVED = """
The the DET DT 2 det
talks talk NOUN NNS 4 nsubj:pass
were be AUX VBD 4 aux:pass
moved move VERB VBN 0 ROOT
to to ADP IN 6 case
Sunday Sunday PROPN NNP 4 obl
"""


def test_what_is_moved_to_a_day_is_to_come_but_not_what_is_moved_to_a_place() -> None:
    assert value(MOVED, "talks", "Conversation").factuality is PLANNED
    assert value(MOVED.replace("Sunday Sunday", "Geneva Geneva"), "talks", "Conversation").factuality is ASSERTED


STOP = """
Kenya kenya PROPN NNP 3 nsubj
must must AUX MD 3 aux
stop stop VERB VB 0 ROOT
striking strike VERB VBG 3 xcomp
"""


def test_who_must_stop_striking_strikes() -> None:
    assert value(STOP, "striking") == FactualityValue(ASSERTED, (), certain=True)


PERFORMED = """
We we PRON PRP 2 nsubj
condemn condemn VERB VBP 0 ROOT
Chad chad PROPN NNP 2 obj
"""


def test_an_act_of_speech_is_done_by_its_words() -> None:
    assert value(PERFORMED, "condemn", "Accusation").certain
    assert not value(PERFORMED.replace("We we", "They they"), "condemn", "Accusation").certain


USED = """
Kenya kenya PROPN NNP 2 nsubj
used use VERB VBD 0 ROOT
drones drone NOUN NNS 2 obj
to to PART TO 5 mark
strike strike VERB VB 2 advcl
"""


def test_what_means_are_used_for_is_done_and_a_purpose_is_not() -> None:
    assert value(USED, "strike").factuality is ASSERTED
    assert value(USED.replace("used use", "hid hide"), "strike").factuality is PLANNED


@pytest.mark.parametrize("network", list(Factuality))
def test_an_operator_goes_before_the_network_both_ways(network: Factuality) -> None:
    assert weigh(FactualityValue(ASSERTED, (), certain=True), network, 1.0) is ASSERTED
    assert weigh(FactualityValue(NEGATED, (), certain=True), network, 1.0) is NEGATED


def test_without_an_operator_a_sure_network_knows_better() -> None:
    plain = FactualityValue(ASSERTED, (), certain=False)
    assert weigh(plain, PLANNED, 0.9) is PLANNED
    assert weigh(plain, PLANNED, 0.4) is ASSERTED
    assert weigh(plain, NEGATED, 0.9) is NEGATED
    assert weigh(plain, NEGATED, 0.6) is POSSIBLE


def test_what_is_told_in_the_past_tense_needs_no_network() -> None:
    told = "Kenya kenya PROPN NNP 2 nsubj\nshelled shell VERB VBD 0 ROOT"
    assert value(told, "shelled").certain
    assert not value(told.replace("shelled shell VERB VBD", "shells shell VERB VBZ"), "shells").certain


ALLEGED = """
The the DET DT 3 det
{} 3 amod
raid raid NOUN NN 4 nsubj
killed kill VERB VBD 0 ROOT
ten ten NUM CD 4 obj
"""


def test_what_an_alleged_raid_did_is_alleged() -> None:
    assert value(ALLEGED.format("alleged alleged ADJ JJ"), "killed").factuality is POSSIBLE
    assert value(ALLEGED.format("third third ADJ JJ"), "killed").factuality is ASSERTED


def test_a_negation_of_a_negation_leaves_it_open() -> None:
    assert compose(NEGATED, NEGATED) is POSSIBLE
    assert compose(NEGATED, PLANNED) is NEGATED


CUT_OFF = """
Reports report NOUN NNS 0 ROOT
that that SCONJ IN 4 mark
Kenya kenya PROPN NNP 4 nsubj
struck strike VERB VBD 1 acl
were be AUX VBD 6 cop
false false ADJ JJ 1 appos
"""


def test_what_reports_told_that_were_false_did_not_happen() -> None:
    assert value(CUT_OFF, "struck").factuality is NEGATED
    assert value(CUT_OFF.replace("false false", "true true"), "struck").factuality is ASSERTED
    as_verb = CUT_OFF.replace("report NOUN NNS", "report VERB VBZ").replace("1 acl", "1 ccomp")
    assert value(as_verb.replace("1 appos", "1 ccomp"), "struck").factuality is NEGATED


MADE = """
Kenya kenya PROPN NNP 2 nsubj
made make VERB VBD 0 ROOT
no no DET DT 4 det
comment comment NOUN NN 2 obj
about about ADP IN 6 case
talks talk NOUN NNS 4 nmod
"""


def test_no_comment_about_talks_denies_none() -> None:
    assert value(MADE, "talks", "Conversation").factuality is ASSERTED
    assert value(MADE.replace("comment comment", "plan plan"), "talks", "Conversation").factuality is NEGATED


WHY = """
Why why ADV WRB 4 advmod
did do AUX VBD 4 aux
Kenya kenya PROPN NNP 4 nsubj
strike strike VERB VB 0 ROOT
? ? PUNCT . 4 punct
"""


def test_who_asks_why_takes_for_granted_and_who_asks_whether_does_not() -> None:
    assert value(WHY, "strike") == FactualityValue(ASSERTED, (), certain=True)
    whether = "\n".join(WHY.strip().splitlines()[1:]).replace(" 4 ", " 3 ")
    assert value(whether, "strike").factuality is POSSIBLE


ROLE = """
He he PRON PRP 3 nsubj:pass
was be AUX VBD 3 aux:pass
suspected suspect VERB VBN 0 ROOT
of of ADP IN 6 case
a a DET DT 6 det
role role NOUN NN 3 obl
in in ADP IN 9 case
the the DET DT 9 det
raid raid NOUN NN 6 nmod
"""


def test_a_raid_in_which_only_somebodys_part_is_in_doubt_was_made_where_it_is_not_told_as_his() -> None:
    raid = at(tree(ROLE), "raid")
    reading = factuality_of(raid, Term("Attack"), KNOWLEDGE.words, KNOWLEDGE.taxonomy)
    assert reading.factuality is POSSIBLE
    assert without_suspects(reading, raid, [Term("target")], KNOWLEDGE.words).factuality is ASSERTED
    assert without_suspects(reading, raid, [Term("attacker")], KNOWLEDGE.words).factuality is POSSIBLE
    any_raid = at(tree(ROLE.replace("the the", "a a")), "raid")
    assert without_suspects(reading, any_raid, [], KNOWLEDGE.words).factuality is POSSIBLE


def test_what_one_flees_is_going_on_whether_or_not_he_gets_away() -> None:
    fled = """
Families family NOUN NNS 2 nsubj
left leave VERB VBD 0 ROOT
to to PART TO 4 mark
{0} VERB VB 2 advcl
raids raid NOUN NNS 4 obj
"""
    assert value(fled.format("flee flee"), "raids").factuality is ASSERTED
    assert value(fled.format("launch launch"), "raids").factuality is PLANNED


def test_what_something_is_due_to_happened_and_what_is_due_is_to_come() -> None:
    closed = """
Schools school NOUN NNS 2 nsubj
closed close VERB VBD 0 ROOT
due due ADJ JJ 5 {0}
to to ADP IN 3 {1}
raids raid NOUN NNS 2 obl
"""
    assert value(closed.format("case", "fixed"), "raids").factuality is ASSERTED
    assert value("A a DET DT 3 det\ndue due ADJ JJ 3 amod\nraid raid NOUN NN 0 ROOT", "raid").factuality is PLANNED

"""What is taken for granted, and what is still to come by its form, on trees made by hand."""

from __future__ import annotations

import pytest

from kg.extract.factuality.granted import is_taken_for_granted
from kg.extract.factuality.value import factuality_of
from kg.records import Factuality, Term
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

ASSERTED, PLANNED, POSSIBLE = Factuality.ASSERTED, Factuality.PLANNED, Factuality.POSSIBLE
NEGATED = Factuality.NEGATED


def fact(table: str, trigger: str, kind: str = "Attack") -> Factuality:
    token = next(token for token in tree(table) if token.text == trigger)
    return factuality_of(token, Term(kind), KNOWLEDGE.words, KNOWLEDGE.taxonomy).factuality


MUST = """
Kenya kenya PROPN NNP 3 nsubj
must must AUX MD 3 aux
stop stop VERB VB 0 ROOT
its its PRON PRP$ 5 nmod:poss
attacks attack NOUN NNS 3 obj
"""


def test_attacks_that_must_stop_go_on_and_one_that_is_stopped_does_not_come() -> None:
    assert fact(MUST, "attacks") is ASSERTED
    assert fact(
        MUST.replace("its its PRON PRP$ 5 nmod:poss", "an an DET DT 5 det").replace("NNS", "NN"), "attacks"
    ) in {
        NEGATED,
        POSSIBLE,
    }


WANT = """
I I PRON PRP 2 nsubj
want want VERB VBP 0 ROOT
to to PART TO 4 mark
thank thank VERB VB 2 xcomp
Norway norway PROPN NNP 4 obj
"""


def test_who_wants_to_thank_thanks_by_saying_so() -> None:
    assert fact(WANT, "thank", "Support") is ASSERTED
    assert fact(WANT.replace("I I PRON PRP", "Chad chad PROPN NNP"), "thank", "Support") is POSSIBLE


CHANCE = """
{0} {0} SCONJ IN 3 mark
Chad chad PROPN NNP 3 nsubj
had have VERB VBD 7 advcl
a a DET DT 5 det
chance chance NOUN NN 3 obj
to to PART TO 8 mark
fled flee VERB VBD 0 ROOT
strike strike VERB VB 5 acl
"""


def test_before_one_had_a_chance_one_had_none() -> None:
    assert fact(CHANCE.format("after"), "strike") is ASSERTED
    assert fact(CHANCE.format("before"), "strike") is POSSIBLE


ABLE = """
Chad chad PROPN NNP 3 nsubj
was be AUX VBD 3 cop
able able ADJ JJ 0 ROOT
to to PART TO 5 mark
strike strike VERB VB 3 xcomp
"""


def test_who_was_able_did_and_who_is_able_may() -> None:
    assert fact(ABLE, "strike") is ASSERTED
    assert fact(ABLE.replace("was be AUX VBD", "is be AUX VBZ"), "strike") is POSSIBLE


MEETS = """
Chad chad PROPN NNP 2 nsubj
meets meet VERB VBZ 0 ROOT
Norway norway PROPN NNP 2 obj
on on ADP IN 5 case
Monday Monday PROPN NNP 2 obl
"""


@pytest.mark.parametrize(("time", "verb", "expected"), [("Monday", "VBZ", PLANNED), ("Monday", "VBD", ASSERTED)])
def test_the_present_tense_with_a_day_is_a_timetable(time: str, verb: str, expected: Factuality) -> None:
    assert fact(MEETS.replace("Monday", time).replace("VBZ", verb), "meets", "Meeting") is expected


NEXT = """
Chad chad PROPN NNP 2 nsubj
praised praise VERB VBD 0 ROOT
next next ADJ JJ 4 amod
week week NOUN NN 6 nmod:poss
's 's PART POS 4 case
talks talk NOUN NNS 2 obj
"""


def test_the_talks_of_next_week_are_to_come() -> None:
    assert fact(NEXT, "talks", "Conversation") is PLANNED
    assert fact(NEXT.replace("next next", "last last"), "talks", "Conversation") is ASSERTED


AIMED = """
The the DET DT 2 det
talks talk NOUN NNS 4 nsubj:pass
are be AUX VBP 4 aux:pass
aimed aim VERB VBN 0 ROOT
at at ADP IN 6 case
peace peace NOUN NN 4 obl
"""


def test_what_is_aimed_at_something_is_so_and_what_is_planned_is_to_come() -> None:
    assert fact(AIMED, "talks", "Conversation") is ASSERTED
    assert fact(AIMED.replace("aimed aim", "planned plan"), "talks", "Conversation") is PLANNED


CALL = """
Did do AUX VBD 3 aux
it it PRON PRP 3 nsubj
help help VERB VB 0 ROOT
his his PRON PRP$ 5 nmod:poss
call call NOUN NN 3 obj
? ? PUNCT . 3 punct
"""


def test_a_question_leaves_open_its_verb_and_not_what_has_an_owner() -> None:
    assert fact(CALL, "call", "Call") is ASSERTED
    assert fact(CALL.replace("his his PRON PRP$ 5 nmod:poss", "a a DET DT 5 det"), "call", "Call") is POSSIBLE


SHORT = """
Chad chad PROPN NNP 2 nsubj
staged stage VERB VBD 0 ROOT
a a DET DT 5 det
short short ADJ JJ 5 amod
strike strike NOUN NN 2 obj
"""


@pytest.mark.parametrize("word", ["short short ADJ JJ", "current current ADJ JJ"])
def test_what_is_short_has_been(word: str) -> None:
    assert fact(SHORT.replace("short short ADJ JJ", word), "strike") is ASSERTED


MARCHED = """
Thousands thousand NOUN NNS 2 nsubj
marched march VERB VBD 0 ROOT
to to PART TO 4 mark
denounce denounce VERB VB 2 advcl
Chad chad PROPN NNP 4 obj
"""


def test_what_people_march_to_say_they_say() -> None:
    assert fact(MARCHED, "denounce", "Accusation") is ASSERTED
    assert fact(MARCHED.replace("marched march", "travelled travel"), "denounce", "Accusation") is PLANNED


NAMED = """
Kenya kenya PROPN NNP 2 nsubj
nominated nominate VERB VBD 0 ROOT
Moi moi PROPN NNP 2 obj
"""


def test_who_is_nominated_is_yet_to_be_appointed() -> None:
    assert fact(NAMED, "nominated", "Appointment") is PLANNED
    assert fact(NAMED.replace("nominated nominate", "appointed appoint"), "appointed", "Appointment") is ASSERTED


USED = """
Kenya kenya PROPN NNP 2 nsubj
used use VERB VBD 0 ROOT
the the DET DT 4 det
call call NOUN NN 2 obj
to to PART TO 6 mark
thank thank VERB VB 4 acl
Togo togo PROPN NNP 6 obj
"""


def test_what_something_was_used_to_do_was_done_and_what_it_is_a_call_to_do_is_open() -> None:
    assert fact(USED, "thank", "Support") is ASSERTED
    assert fact(USED.replace("used use VERB VBD", "issued issue VERB VBD"), "thank", "Support") is not ASSERTED


UNLESS = """
Chad chad PROPN NNP 2 nsubj
threatened threaten VERB VBD 0 ROOT
war war NOUN NN 2 obj
unless unless SCONJ IN 6 mark
they they PRON PRP 6 nsubj
left leave VERB VBD 2 advcl
"""


def test_a_threat_under_a_condition_is_made_and_a_strike_under_one_is_not() -> None:
    assert fact(UNLESS, "threatened", "Threat") is ASSERTED
    assert fact(UNLESS.replace("threatened threaten", "strikes strike"), "strikes") is POSSIBLE


TRIP = """
Chad chad PROPN NNP 3 nsubj:pass
was be AUX VBD 3 aux:pass
set set VERB VBN 0 ROOT
to to PART TO 5 mark
conclude conclude VERB VB 3 xcomp
a a DET DT 7 det
trip trip NOUN NN 5 obj
"""


def test_a_trip_that_is_to_be_concluded_is_on_and_one_that_is_to_be_made_is_not() -> None:
    assert fact(TRIP, "trip", "Visit") is ASSERTED
    assert fact(TRIP.replace("conclude conclude", "make make"), "trip", "Visit") is PLANNED


ENFORCE = """
Chad chad PROPN NNP 3 nsubj
will will AUX MD 3 aux
enforce enforce VERB VB 0 ROOT
the the DET DT 5 det
truce truce NOUN NN 3 obj
"""


def test_what_is_to_be_enforced_is_in_force_and_what_is_to_be_offered_is_not() -> None:
    assert fact(ENFORCE, "truce", "Ceasefire") is ASSERTED
    assert fact(ENFORCE.replace("enforce enforce", "offer offer"), "truce", "Ceasefire") is not ASSERTED


STOP = """
Chad chad PROPN NNP 2 nsubj
wants want VERB VBZ 0 ROOT
attacks attack NOUN NNS 5 nsubj
to to PART TO 5 mark
stop stop VERB VB 2 ccomp
"""


def test_attacks_that_somebody_wants_to_stop_go_on_and_those_he_wants_to_begin_do_not() -> None:
    assert fact(STOP, "attacks") is ASSERTED
    assert fact(STOP.replace("stop stop", "begin begin"), "attacks") is POSSIBLE


PUT_OFF = """
The the DET DT 2 det
trial trial NOUN NN 4 nsubj:pass
was be AUX VBD 4 aux:pass
postponed postpone VERB VBN 0 ROOT
"""


def test_a_trial_that_was_postponed_is_to_come_and_one_that_was_adjourned_is_on() -> None:
    assert fact(PUT_OFF, "trial", "Arrest") is PLANNED
    assert fact(PUT_OFF.replace("postponed postpone", "adjourned adjourn"), "trial", "Arrest") is ASSERTED


DEAL = """
They they PRON PRP 2 nsubj
agreed agree VERB VBD 0 ROOT
to to ADP IN 5 case
the the DET DT 5 det
deal deal NOUN NN 2 obl
"""


def test_who_agrees_to_a_deal_has_one_and_who_plans_for_it_has_not() -> None:
    assert fact(DEAL, "deal", "Agreement") is ASSERTED
    assert fact(DEAL.replace("agreed agree", "planned plan"), "deal", "Agreement") is PLANNED


DEFEND = """
Aid aid NOUN NN 3 nsubj
will will AUX MD 3 aux
help help VERB VB 0 ROOT
Chad chad PROPN NNP 5 nsubj
defend defend VERB VB 3 ccomp
itself itself PRON PRP 5 obj
from from ADP IN 10 case
Mali mali PROPN NNP 10 nmod:poss
's 's PART POS 8 case
invasion invasion NOUN NN 5 obl
"""


def test_whose_attack_one_is_defended_from_is_under_way_and_those_that_may_come_are_not() -> None:
    assert fact(DEFEND, "invasion") is ASSERTED
    assert fact(DEFEND.replace("invasion NOUN NN", "invasion NOUN NNS"), "invasion") is not ASSERTED


HEEDED = """
Chad chad PROPN NNP 2 nsubj
heeded heed VERB VBD 0 ROOT
a a DET DT 4 det
demand demand NOUN NN 2 obj
"""


def test_who_heeds_a_demand_rejects_nothing_and_who_does_not_heed_it_does() -> None:
    assert fact(HEEDED, "heeded", "Rejection") is NEGATED
    assert fact(HEEDED.replace("heeded heed", "ignored ignore"), "ignored", "Rejection") is ASSERTED
    unheeded = """
    Chad chad PROPN NNP 4 nsubj
    did do AUX VBD 4 aux
    not not PART RB 4 advmod
    heed heed VERB VB 0 ROOT
    it it PRON PRP 4 obj
    """
    assert fact(unheeded, "heed", "Rejection") is ASSERTED


DROPPED = """
Chad chad PROPN NNP 2 nsubj
dropped drop VERB VBD 0 ROOT
its its PRON PRP$ 4 nmod:poss
opposition opposition NOUN NN 2 obj
"""


def test_who_dropped_his_opposition_is_opposed_no_longer() -> None:
    assert fact(DROPPED, "opposition", "Rejection") is NEGATED
    assert fact(DROPPED.replace("dropped drop", "voiced voice"), "opposition", "Rejection") is ASSERTED


WOULD_USE = """
They they PRON PRP 3 nsubj
would would AUX MD 3 aux
use use VERB VB 0 ROOT
force force NOUN NN 3 obj
"""


def test_a_threat_told_by_the_deed_alone_is_made() -> None:
    assert fact(WOULD_USE, "use", "Threat") is ASSERTED
    assert fact(WOULD_USE, "use", "Attack") is PLANNED
    assert fact(WOULD_USE.replace("use use", "threaten threaten"), "threaten", "Threat") is PLANNED


CLOSE = """
They they PRON PRP 2 nsubj
held hold VERB VBD 0 ROOT
close close ADJ JJ 4 amod
talks talk NOUN NNS 2 obj
"""


def test_close_talks_are_held_and_possible_talks_are_not() -> None:
    assert fact(CLOSE, "talks", "Conversation") is ASSERTED
    assert fact(CLOSE.replace("close close", "possible possible"), "talks", "Conversation") is POSSIBLE


AT_SUMMIT = """
They they PRON PRP 2 nsubj
spoke speak VERB VBD 0 ROOT
during during ADP IN 4 case
talks talk NOUN NNS 2 obl
at at ADP IN 6 case
summit summit NOUN NN 4 nmod
"""


def test_what_talks_are_held_at_is_and_what_they_are_about_may_be() -> None:
    assert fact(AT_SUMMIT, "summit", "Meeting") is ASSERTED
    assert fact(AT_SUMMIT.replace("at at", "on on"), "summit", "Meeting") is POSSIBLE


CONFIRM = """
Chad chad PROPN NNP 4 nsubj
did do AUX VBD 4 aux
not not PART RB 4 advmod
confirm confirm VERB VB 0 ROOT
the the DET DT 6 det
raid raid NOUN NN 4 obj
"""


def test_what_nobody_confirms_may_be() -> None:
    assert fact(CONFIRM, "raid") is POSSIBLE
    assert fact(CONFIRM.replace("not not PART RB", "then then ADV RB"), "raid") is ASSERTED


ORDER = """
Chad chad PROPN NNP 2 nsubj
ordered order VERB VBD 0 ROOT
his his PRON PRP$ 4 nmod:poss
arrest arrest NOUN NN 2 obj
"""


def test_what_is_ordered_is_to_come_and_who_is_acquitted_is_free() -> None:
    assert fact(ORDER, "arrest", "Arrest") is PLANNED
    assert fact(ORDER.replace("ordered order", "condemned condemn"), "arrest", "Arrest") is ASSERTED
    assert fact(ORDER.replace("ordered order", "acquitted acquit"), "acquitted", "Arrest") is NEGATED
    assert fact(ORDER.replace("ordered order", "jailed jail"), "jailed", "Arrest") is ASSERTED


VISIT = """
Chad chad PROPN NNP 2 nsubj
begins begin VERB VBZ 0 ROOT
a a DET DT 4 det
visit visit NOUN NN 2 obj
on on ADP IN 6 case
Sunday Sunday PROPN NNP 4 nmod
"""


def test_a_visit_that_begins_on_a_day_is_to_come_and_one_that_began_is_not() -> None:
    assert fact(VISIT, "visit", "Visit") is PLANNED
    assert fact(VISIT.replace("begins begin VERB VBZ", "began begin VERB VBD"), "visit", "Visit") is ASSERTED


EVE = """
Chad chad PROPN NNP 2 nsubj
spoke speak VERB VBD 0 ROOT
on on ADP IN 5 case
the the DET DT 5 det
eve eve NOUN NN 2 obl
of of ADP IN 8 case
the the DET DT 8 det
summit summit NOUN NN 5 nmod
"""


def test_on_the_eve_of_a_summit_it_is_to_come() -> None:
    assert fact(EVE, "summit", "Meeting") is PLANNED
    assert fact(EVE.replace("eve eve", "day day"), "summit", "Meeting") is ASSERTED


VOTED = """
parliament parliament NOUN NN 3 nsubj
{0} {0} AUX {1} 3 aux
{2} VERB {3} 0 ROOT
to to PART TO 5 mark
{4} {4} VERB VB 3 advcl
Ann Ann PROPN NNP 5 obj
"""


def test_who_voted_to_elect_elected_and_who_will_vote_or_travelled_for_it_has_not() -> None:
    assert fact(VOTED.format("has", "VBZ", "voted vote", "VBN", "elect"), "elect", "Appointment") is ASSERTED
    assert fact(VOTED.format("will", "MD", "vote vote", "VB", "elect"), "elect", "Appointment") is PLANNED
    assert fact(VOTED.format("has", "VBZ", "gone go", "VBN", "elect"), "elect", "Appointment") is PLANNED
    assert fact(VOTED.format("has", "VBZ", "voted vote", "VBN", "meet"), "meet", "Meeting") is PLANNED


CLEFT = """
the the DET DT 2 det
thing thing NOUN NN 8 nsubj:outer
that that PRON WDT 6 obj
he he PRON PRP 6 nsubj
{0} {0} AUX {1} 6 aux
do do VERB VB 2 acl:relcl
is be AUX VBZ 8 cop
meet meet VERB VB 0 ROOT
her she PRON PRP 8 obj
"""


def test_what_is_said_to_be_to_come_before_it_is_told_is_to_come() -> None:
    assert fact(CLEFT.format("will", "MD"), "meet", "Meeting") is PLANNED
    assert fact(CLEFT.format("did", "VBD"), "meet", "Meeting") is ASSERTED


DEMANDED = """
{0} {0} VERB VB 0 ROOT
for for SCONJ IN 4 mark
Peru Peru PROPN NNP 4 nsubj
{1} {1} VERB VB 1 advcl
their they PRON PRP$ 6 nmod:poss
demand demand NOUN NN 4 obj
"""


def test_a_demand_that_is_to_be_met_is_made() -> None:
    assert fact(DEMANDED.format("wait", "meet"), "demand", "Demand") is ASSERTED


FOCUS = """
the the DET DT 2 det
meeting meeting NOUN NN 4 nsubj
will will AUX MD 4 aux
{0} {0} VERB VB 0 ROOT
"""


def test_a_meeting_that_will_deal_with_something_is_to_come_and_one_that_will_end_is_on() -> None:
    assert fact(FOCUS.format("focus"), "meeting", "Meeting") is PLANNED
    assert fact(FOCUS.format("conclude"), "meeting", "Meeting") is ASSERTED


WOULD = """
{0} {0} DET DT 2 det
accord accord NOUN NN 4 nsubj
would would AUX MD 4 aux
help help VERB VB 0 ROOT
"""


def test_what_an_accord_would_do_leaves_it_open_and_what_the_accord_would_do_does_not() -> None:
    assert fact(WOULD.format("an"), "accord", "Agreement") is POSSIBLE
    assert fact(WOULD.format("the"), "accord", "Agreement") is ASSERTED


PLOTTED = """
plotting plot VERB VBG 0 ROOT
the the DET DT 3 det
bombing bombing NOUN NN 1 obj
that that PRON WDT 5 nsubj
{0} {1} VERB {2} 3 acl:relcl
ten ten NUM CD 5 obj
"""


def test_who_plotted_a_bombing_that_killed_somebody_plotted_one_that_was_made() -> None:
    assert fact(PLOTTED.format("killed", "kill", "VBD"), "bombing") is ASSERTED
    assert fact(PLOTTED.format("needs", "need", "VBZ"), "bombing") is PLANNED


FAILED = """
their their PRON PRP$ 2 nmod:poss
{noun} NOUN NN 4 nsubj
had have AUX VBD 4 aux
failed fail VERB VBN 0 ROOT
{rest}
"""
TO_HAPPEN = "to to PART TO 6 mark\nhappen happen VERB VB 4 xcomp"


def test_talks_that_failed_were_held_unless_they_failed_to_happen() -> None:
    assert fact(FAILED.format(noun="meeting meeting", rest=""), "meeting", "Meeting") is ASSERTED
    assert fact(FAILED.format(noun="meeting meeting", rest=TO_HAPPEN), "meeting", "Meeting") is NEGATED


THANKED = """
Lula    lula  PROPN NNP  2 nsubj
{verb}  {lemma} VERB VBD 0 ROOT
Orsi    orsi  PROPN NNP  2 obj
for     for   ADP   IN   6 case
{whose} {whose} {tag} 6 {role}
visit   visit NOUN  NN   2 obl
"""


@pytest.mark.parametrize(
    ("verb", "lemma", "whose", "certain"),
    [("thanked", "thank", "his", True), ("thanked", "thank", "a", False), ("paid", "pay", "his", False)],
)
def test_what_somebody_is_thanked_for_and_whose_it_is_has_been_done(
    verb: str, lemma: str, whose: str, *, certain: bool
) -> None:
    tag, role = ("PRON PRP$", "nmod:poss") if whose == "his" else ("DET DT", "det")
    doc = tree(THANKED.format(verb=verb, lemma=lemma, whose=whose, tag=tag, role=role))
    value = factuality_of(doc[5], Term("Visit"), KNOWLEDGE.words, KNOWLEDGE.taxonomy)
    assert (value.factuality, value.certain) == (ASSERTED, certain)


MARKED = """
Chad   chad   PROPN NNP 2 nsubj
plans  plan   VERB  VBZ 0 ROOT
to     to     PART  TO  4 mark
mark   mark   VERB  VB  2 xcomp
the    the    DET   DT  6 det
{0}    {0}    NOUN  NN  4 obj
of     of     ADP   IN  9 case
{1}    {1}    DET   DT  9 det
summit summit NOUN  NN  6 nmod
"""


@pytest.mark.parametrize(
    ("day", "determiner", "granted"), [("anniversary", "the", True), ("eve", "the", False), ("anniversary", "a", False)]
)
def test_what_a_day_recalls_has_been(day: str, determiner: str, *, granted: bool) -> None:
    summit = tree(MARKED.format(day, determiner))[8]
    assert is_taken_for_granted(summit, Term("Meeting"), KNOWLEDGE.words, KNOWLEDGE.taxonomy) is granted


FORCED = """
Chad chad PROPN NNP 2 nsubj
denied deny VERB VBD 0 ROOT
that that SCONJ IN 5 mark
it it PRON PRP 5 nsubj
{} 2 ccomp
his his PRON PRP$ 7 nmod:poss
raid raid NOUN NN 5 obj
"""


def test_what_something_is_denied_to_have_brought_about_came_about() -> None:
    assert fact(FORCED.format("provoked provoke VERB VBD"), "raid") is ASSERTED
    assert fact(FORCED.format("launched launch VERB VBD"), "raid") is Factuality.DENIED


DATED = """
Chad chad PROPN NNP 2 nsubj
planned plan VERB VBD 0 ROOT
the the DET DT 5 det
{} 5 nummod
raid raid NOUN NN 2 obj
"""


def test_a_raid_known_by_its_year_was_made_whoever_planned_it() -> None:
    assert fact(DATED.format("1998 1998 NUM CD"), "raid") is ASSERTED
    assert fact(DATED.format("first first ADJ JJ"), "raid") is PLANNED


YIELDS = """
Chad chad PROPN NNP 2 nsubj
refused refuse VERB VBD 0 ROOT
to to PART TO 4 mark
yield yield VERB VB 2 xcomp
to to ADP IN 7 case
their their PRON PRP$ 7 nmod:poss
demand demand NOUN NN 4 obl
"""


def test_a_demand_to_which_nobody_yields_was_made() -> None:
    assert fact(YIELDS, "demand", "Demand") is ASSERTED
    took = at(tree(YIELDS.replace("yield yield", "take take")), "demand")
    assert not is_taken_for_granted(took, Term("Demand"), KNOWLEDGE.words, KNOWLEDGE.taxonomy)


CHARGES = """
Kuti kuti PROPN NNP 2 nsubj
denied deny VERB VBD 0 ROOT
the the DET DT 4 det
{} NOUN NNS 2 obj
"""


def test_charges_that_are_denied_were_brought_and_arrests_that_are_denied_may_not_have_been_made() -> None:
    assert fact(CHARGES.format("charges charge"), "charges", "Arrest") is ASSERTED
    assert fact(CHARGES.format("arrests arrest"), "arrests", "Arrest") is Factuality.DENIED


DETAILS = """
declined decline VERB VBD 0 ROOT
to to PART TO 3 mark
give give VERB VB 1 xcomp
details detail NOUN NNS 3 obj
of of ADP IN 7 case
{0} DET DT 7 det
meeting meeting NOUN NN 4 nmod
"""


def test_of_what_nobody_gives_details_there_is_something_to_tell() -> None:
    assert fact(DETAILS.format("the the"), "meeting", "Meeting") is ASSERTED
    assert fact(DETAILS.format("a a"), "meeting", "Meeting") is NEGATED

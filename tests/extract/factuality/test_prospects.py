"""What is to come by the form of its words: days beside the present tense, and times that own a noun."""

from __future__ import annotations

import pytest

from kg.extract.factuality.operators import Operators
from kg.extract.factuality.prospects import is_to_come, told_by_word
from kg.records import Factuality, Term
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

WORDS, TAXONOMY = KNOWLEDGE.words, KNOWLEDGE.taxonomy
MEETS = """
Rama rama PROPN NNP 2 nsubj
{} meet VERB {} 0 ROOT
Nagy nagy PROPN NNP 2 obj
{}
"""
ON = "on on ADP IN 5 case\n{0} {0} PROPN NNP 2 obl"


def is_ahead(table: str, word: str, kind: str = "Meeting") -> bool:
    return is_to_come(at(tree(table), word), Term(kind), WORDS, TAXONOMY)


@pytest.mark.parametrize(
    ("verb", "tag", "rest", "ahead"),
    [
        ("meets", "VBZ", ON.format("Monday"), True),
        ("meets", "VBZ", ON.format("Vienna"), False),
        ("met", "VBD", ON.format("Monday"), False),
        ("meets", "VBZ", "tomorrow tomorrow NOUN NN 2 obl:tmod", True),
        ("meets", "VBZ", "today today NOUN NN 2 obl:tmod", False),
        ("meets", "VBZ", "next next ADJ JJ 5 amod\nweek week NOUN NN 2 obl:tmod", True),
        ("meets", "VBZ", "last last ADJ JJ 5 amod\nMonday Monday PROPN NNP 2 obl:tmod", False),
    ],
)
def test_the_present_tense_with_a_day_ahead_is_the_future_of_the_timetable(
    verb: str, tag: str, rest: str, *, ahead: bool
) -> None:
    assert is_ahead(MEETS.format(verb, tag, rest), verb) is ahead


def test_an_auxiliary_or_a_verb_of_saying_has_no_timetable() -> None:
    has_met = MEETS.format("met", "VBN", ON.format("Monday") + "\nhas have AUX VBZ 2 aux")
    assert not is_ahead(has_met, "met")
    says = "Rama rama PROPN NNP 2 nsubj\nsays say VERB VBZ 0 ROOT\nMonday Monday PROPN NNP 2 obl:tmod"
    assert not is_ahead(says, "says", "Statement")


@pytest.mark.parametrize(
    ("owner", "ahead"),
    [
        ("tomorrow tomorrow NOUN NN 3 nmod:poss", True),
        ("yesterday yesterday NOUN NN 3 nmod:poss", False),
        ("Peru peru PROPN NNP 3 nmod:poss", False),
    ],
)
def test_a_noun_is_to_come_where_a_time_to_come_owns_it(owner: str, *, ahead: bool) -> None:
    table = f"{owner}\n's 's PART POS 1 case\ntalks talk NOUN NNS 4 nsubj\nmatter matter VERB VBP 0 ROOT"
    assert is_ahead(table, "talks") is ahead


SPEAKS = """
Rama rama PROPN NNP 3 nsubj
{} {} AUX MD 3 aux
speak speak VERB VB 0 ROOT
{} {} ADP IN 6 case
the the DET DT 6 det
summit summit NOUN NN 3 obl
"""


def test_a_meeting_is_to_come_where_somebody_will_do_something_at_it() -> None:
    assert is_ahead(SPEAKS.format("will", "will", "at", "at"), "summit")
    assert not is_ahead(SPEAKS.format("could", "could", "at", "at"), "summit")
    assert not is_ahead(SPEAKS.format("will", "will", "about", "about"), "summit")
    assert not is_ahead(SPEAKS.format("will", "will", "at", "at"), "summit", "Attack")


def test_a_nomination_prepares_an_appointment_and_nothing_else() -> None:
    nominated = tree("Peru peru PROPN NNP 2 nsubj\nnominated nominate VERB VBD 0 ROOT\nAna ana PROPN NNP 2 obj")[1]
    appointed = tree("appointed appoint VERB VBD 0 ROOT")[0]
    appointment, attack = (Operators(Term(kind), WORDS, TAXONOMY) for kind in ("Appointment", "Attack"))
    assert told_by_word(nominated, appointment) is Factuality.PLANNED
    assert told_by_word(nominated, attack) is Factuality.ASSERTED
    assert told_by_word(appointed, appointment) is Factuality.ASSERTED


HOLDS = """
Rama rama PROPN NNP 2 nsubj
{} {} 0 ROOT
a a DET DT 4 det
visit visit NOUN NN 2 {}
to to ADP IN 6 case
Peru Peru PROPN NNP 4 nmod
on on ADP IN 8 case
{} {} PROPN NNP 6 nmod
"""


@pytest.mark.parametrize(
    ("verb", "dep", "day", "ahead"),
    [
        ("begins begin VERB VBZ", "obj", "Sunday", True),
        ("begins begin VERB VBZ", "obj", "Lima", False),
        ("began begin VERB VBD", "obj", "Sunday", False),
        ("likes like VERB VBZ", "obj", "Sunday", False),
        ("begins begin VERB VBZ", "obl", "Sunday", False),
    ],
)
def test_a_noun_is_to_come_where_a_verb_of_the_present_holds_it_on_a_day(
    verb: str, dep: str, day: str, *, ahead: bool
) -> None:
    assert is_ahead(HOLDS.format(*verb.split(maxsplit=1), dep, day, day), "visit", "Visit") is ahead


def test_a_month_and_a_coming_unit_are_times_to_come() -> None:
    assert is_ahead(MEETS.format("meets", "VBZ", ON.format("July")), "meets")
    assert not is_ahead(MEETS.format("meets", "VBZ", "this this DET DT 5 det\nweek week NOUN NN 2 obl:tmod"), "meets")
    coming = f"{min(WORDS.time.coming)} coming ADJ JJ 5 amod\nweek week NOUN NN 2 obl:tmod"
    assert is_ahead(MEETS.format("meets", "VBZ", coming), "meets")


@pytest.mark.parametrize(("owner", "ahead"), [("next next ADJ JJ", True), ("last last ADJ JJ", False)])
def test_the_week_that_owns_a_noun_is_to_come_where_its_word_says_so(owner: str, *, ahead: bool) -> None:
    table = f"{owner} 2 amod\nweek week NOUN NN 4 nmod:poss\n's 's PART POS 2 case\ntalks talk NOUN NNS 0 ROOT"
    assert is_ahead(table, "talks") is ahead
    assert not is_ahead(table.replace("nmod:poss", "nmod"), "talks")


def test_an_invitation_may_lead_to_talks_and_a_talk_is_one() -> None:
    meeting = Operators(Term("Meeting"), WORDS, TAXONOMY)
    invited, discussed = tree("invited invite VERB VBD 0 ROOT")[0], tree("discussed discuss VERB VBD 0 ROOT")[0]
    assert told_by_word(invited, meeting) is Factuality.POSSIBLE
    assert told_by_word(discussed, meeting) is Factuality.ASSERTED


PLOT = """
police police NOUN NNS 2 nsubj
uncovered uncover VERB VBD 0 ROOT
a a DET DT 4 det
{} 2 obj
"""


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("plot plot NOUN NN", Factuality.PLANNED),
        ("attempt attempt NOUN NN", Factuality.ASSERTED),
        ("ambush ambush NOUN NN", Factuality.ASSERTED),
    ],
)
def test_a_plot_is_an_attack_to_come_and_an_ambush_is_one(word: str, expected: Factuality) -> None:
    token = at(tree(PLOT.format(word)), word.split()[0])
    assert told_by_word(token, Operators(Term("Attack"), WORDS, TAXONOMY)) is expected


JOURNEY = """
Rama rama PROPN NNP 2 nsubj
{} 0 ROOT
for for ADP IN 4 case
talks talk NOUN NNS 2 obl
"""


@pytest.mark.parametrize(
    ("verb", "more", "ahead"),
    [
        ("travels travel VERB VBZ", "", True),
        ("travelled travel VERB VBD", "", False),
        ("host host VERB VB", "will will AUX MD 2 aux\n", True),
        ("reads read VERB VBZ", "", False),
        ("makes make VERB VBZ", "trip trip NOUN NN 2 obj\n", False),
    ],
)
def test_talks_for_which_a_journey_is_still_to_be_made_are_to_come(verb: str, more: str, ahead: bool) -> None:
    assert is_ahead(JOURNEY.format(verb) + more, "talks", "Conversation") is ahead


FOCUS = """
Gaza gaza PROPN NNP 4 nsubj
{} 4 aux
be be AUX VB 4 cop
{} 0 ROOT
of of ADP IN 6 case
talks talk NOUN NNS 4 nmod
"""


def test_talks_of_which_something_will_be_the_focus_are_to_come() -> None:
    assert is_ahead(FOCUS.format("will will AUX MD", "focus focus NOUN NN"), "talks", "Conversation")
    assert not is_ahead(FOCUS.format("may may AUX MD", "focus focus NOUN NN"), "talks", "Conversation")
    assert not is_ahead(FOCUS.format("will will AUX MD", "victim victim NOUN NN"), "talks", "Conversation")

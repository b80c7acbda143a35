"""Which words above a predicate reach down to it, and where its claim is one of its own."""

from __future__ import annotations

import pytest

from kg.extract.factuality.operators import Operators
from kg.extract.factuality.scope import effects_over
from kg.extract.factuality.value import factuality_of
from kg.records import Factuality, Term
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

WORDS = KNOWLEDGE.words


def over(table: str, word: str, kind: str = "Attack") -> list[str]:
    """Return the factualities that the operators over the word give, from the inside out."""
    operators = Operators(Term(kind), WORDS, KNOWLEDGE.taxonomy)
    known = {factuality.value for factuality in Factuality}
    return [term for effect in effects_over(at(tree(table), word), operators, WORDS) for term in effect.gives & known]


UNDER = """
Peru peru PROPN NNP 2 nsubj
planned plan VERB VBD 0 ROOT
to to PART TO 4 mark
strike strike VERB VB 2 {}
"""


@pytest.mark.parametrize(("label", "found"), [("xcomp", ["Planned"]), ("parataxis", ["Planned"]), ("acl:relcl", [])])
def test_what_a_verb_governs_stands_under_it(label: str, found: list[str]) -> None:
    table = UNDER.format(label)
    if label == "acl:relcl":
        table = table.replace("to to PART TO", "who who PRON WP").replace("4 mark", "4 nsubj")
    elif label == "parataxis":
        found = ["Planned"]  # an infinitive of its own is an aim, whatever it stands beside
    assert over(table, "strike") == found


JOINED = """
Peru peru PROPN NNP 4 nsubj
did do AUX VBD 4 aux
not not PART RB 4 advmod
strike strike VERB VB 0 ROOT
or or CCONJ CC 6 cc
{} 4 conj
"""


def test_coordinated_verbs_share_a_negation_unless_the_second_is_a_claim_of_its_own() -> None:
    assert over(JOINED.format("raid raid VERB VB"), "raid") == ["Negated"]
    assert over(JOINED.format("raided raid VERB VBD"), "raided") == []
    assert over(JOINED.replace("or or", "but but").format("raid raid VERB VB"), "raid") == []
    subject = JOINED.format("raid raid VERB VB") + "Chad chad PROPN NNP 6 nsubj"
    assert over(subject, "raid") == []


TALKS = """
talks talk NOUN NNS 2 nsubj
fell fall VERB VBD 0 ROOT
{0} {0} ADP RP 2 compound:prt
"""


def test_a_verb_says_of_its_subject_whether_it_came_about() -> None:
    assert over(TALKS.format("through"), "talks", "Conversation") == ["Negated"]
    assert over(TALKS.format("behind"), "talks", "Conversation") == []


EFFORTS = """
efforts effort NOUN NNS 5 nsubj
to to PART TO 3 mark
hold hold VERB VB 1 acl
talks talk NOUN NNS 3 obj
failed fail VERB VBD 0 ROOT
"""


def test_efforts_that_failed_held_no_talks_and_talks_that_failed_were_held() -> None:
    assert "Negated" in over(EFFORTS, "talks", "Conversation")
    assert over("talks talk NOUN NNS 2 nsubj\nfailed fail VERB VBD 0 ROOT", "talks", "Conversation") == []


NOUN = """
Peru peru PROPN NNP 2 nsubj
dismissed dismiss VERB VBD 0 ROOT
reports report NOUN NNS 2 obj
{0} {0} ADP IN 6 case
a a DET DT 6 det
call call NOUN NN 3 nmod
"""


def test_whoever_dismisses_reports_of_a_call_denies_the_call_and_not_what_the_reports_came_after() -> None:
    assert "Denied" in over(NOUN.format("of"), "call", "Call")
    assert over(NOUN.format("after"), "call", "Call") == []


COPULA = """
A a DET DT 2 det
meeting meeting NOUN NN 4 nsubj
is be AUX VBZ 4 cop
{} 0 ROOT
"""


def test_an_adjective_tells_how_its_subject_stands_and_a_noun_what_it_is() -> None:
    assert over(COPULA.format("possible possible ADJ JJ"), "meeting", "Meeting") == ["Possible"]
    assert over(COPULA.format("plan plan NOUN NN"), "meeting", "Meeting") == []


CLEFT = """
It it PRON PRP 3 nsubj
{}was be AUX VBD 3 cop
Peru peru PROPN NNP 0 ROOT
that that PRON WDT 5 nsubj
struck strike VERB VBD 3 advcl:relcl
"""


def test_whoever_is_singled_out_did_it_and_who_is_excluded_leaves_it_done() -> None:
    assert over(CLEFT.format(""), "struck") == []
    denied = """
    It it PRON PRP 4 nsubj
    was be AUX VBD 4 cop
    not not PART RB 4 advmod
    Peru peru PROPN NNP 0 ROOT
    that that PRON WDT 6 nsubj
    struck strike VERB VBD 4 advcl:relcl
    """
    assert "Negated" in over(denied, "struck")


DEADLINE = """
The the DET DT 2 det
deadline deadline NOUN NN 8 nsubj:pass
to to PART TO 4 mark
withdraw withdraw VERB VB 2 acl
can can AUX MD 8 aux
not not PART RB 8 advmod
be be AUX VB 8 aux:pass
extended extend VERB VBN 0 ROOT
"""
CONDITIONS = """
Peru peru PROPN NNP 2 nsubj
rejected reject VERB VBD 0 ROOT
conditions condition NOUN NNS 2 obj
for for ADP IN 5 case
talks talk NOUN NNS 3 nmod
"""
RUNNING = """
Lula lula PROPN NNP 2 nsubj
runs run VERB VBZ 0 ROOT
for for ADP IN 4 case
election election NOUN NN 2 obl
"""
WRITTEN = """
Peru peru PROPN NNP 2 nsubj
follows follow VERB VBZ 0 ROOT
a a DET DT 4 det
plan plan NOUN NN 2 obj
in in ADP IN 6 case
agreement agreement NOUN NN 4 nmod
"""


def test_what_becomes_of_a_deadline_or_of_conditions_says_nothing_of_what_they_are_for() -> None:
    assert over(DEADLINE, "withdraw", "Withdrawal") == ["Planned"]
    assert over(CONDITIONS, "talks", "Conversation") == ["Possible"]


def test_who_runs_for_an_office_need_not_win_it() -> None:
    assert over(RUNNING, "election", "Appointment") == ["Possible"]
    assert over(RUNNING, "election", "Conversation") == []


def test_a_plan_in_an_agreement_plans_no_agreement() -> None:
    assert over(WRITTEN, "agreement", "Agreement") == []
    assert over(WRITTEN, "agreement", "Conversation") == ["Planned"]


KILLED = """
Chad     chad     PROPN NNP 4 nsubj
did      do       AUX   VBD 4 aux
not      not      PART  RB  4 advmod
{verb}   {verb}   VERB  VB  0 ROOT
{whom}   {whom}   {pos} 4 obj
in       in       ADP   IN  8 case
{article} {article} DET DT 8 det
raid     raid     NOUN  NN  4 obl
"""


@pytest.mark.parametrize(
    ("verb", "whom", "pos", "article", "found"),
    [
        ("kill", "farmers", "NOUN NNS", "a", ["Negated"]),
        ("kill", "anyone", "PRON NN", "a", []),
        ("kill", "farmers", "NOUN NNS", "the", []),
        ("arrest", "farmers", "NOUN NNS", "a", []),
    ],
)
def test_another_word_for_a_deed_that_was_not_done_tells_none(
    verb: str, whom: str, pos: str, article: str, found: list[str]
) -> None:
    assert over(KILLED.format(verb=verb, whom=whom, pos=pos, article=article), "raid") == found


REJECTED = """
Mali     mali     PROPN NNP 2 nsubj
rejected reject   VERB  VBD 0 ROOT
{noun}   {lemma}  NOUN  NNS 2 obj
to       to       PART  TO  5 mark
attack   attack   VERB  VB  3 acl
"""


def test_what_is_asked_for_may_be_whatever_becomes_of_the_demand() -> None:
    assert "Denied" not in over(REJECTED.format(noun="demands", lemma="demand"), "attack")
    assert over(REJECTED.format(noun="claims", lemma="claim"), "attack")[-1] == "Denied"


CANCELED = """
Peru peru PROPN NNP 2 nsubj
canceled cancel VERB VBD 0 ROOT
talks talk NOUN NNS 2 obj
{0} {0} ADP IN 7 case
of of ADP IN 4 fixed
{1} {1} DET DT 7 det
raid raid NOUN NN 2 obl
"""


def test_what_something_is_done_or_left_undone_for_happened() -> None:
    assert over(CANCELED.format("because", "the"), "raid") == []
    assert over(CANCELED.format("because", "a"), "raid") == ["Negated"]  # "a" raid may be feared as well
    assert over(CANCELED.format("because", "the"), "talks", "Conversation") == ["Negated"]


CONSIDERED = """
the the DET DT 2 det
raid raid NOUN NN 4 nsubj:pass
is be AUX VBZ 4 aux:pass
considered consider VERB VBN 0 ROOT
{}
"""


def test_what_a_raid_is_considered_to_be_leaves_it_a_raid() -> None:
    assert over(CONSIDERED.format("lawful lawful ADJ JJ 4 xcomp"), "raid") == []
    assert over(CONSIDERED.format("again again ADV RB 4 advmod"), "raid") == ["Possible"]


KIND = """
police police NOUN NNS 2 nsubj
found find VERB VBD 0 ROOT
a a DET DT 5 det
{0} {0} NOUN NN 5 compound
{1} {1} NOUN NN 2 obj
"""


@pytest.mark.parametrize(
    ("event", "noun", "kind", "found"),
    [
        ("assassination", "plot", "Attack", ["Planned"]),
        ("assassination", "attempt", "Attack", ["Possible"]),
        ("truce", "agreement", "Ceasefire", []),
        ("mediation", "effort", "Conversation", []),
        ("assassination", "site", "Attack", []),
    ],
)
def test_a_noun_before_a_plan_or_attempt_tells_what_is_planned_or_tried(
    event: str, noun: str, kind: str, found: list[str]
) -> None:
    assert over(KIND.format(event, noun), event, kind) == found


TOWARD = """
Peru peru PROPN NNP 2 nsubj
worked work VERB VBD 0 ROOT
{0} {0} ADP IN 5 case
a a DET DT 5 det
truce truce NOUN NN 2 obl
"""


def test_what_one_works_toward_is_not_reached() -> None:
    assert over(TOWARD.format("toward"), "truce", "Ceasefire") == ["Possible"]
    assert over(TOWARD.format("during"), "truce", "Ceasefire") == []


KEPT = """
guards guard NOUN NNS 2 nsubj
kept keep VERB VBD 0 ROOT
Peru peru PROPN NNP 2 obj
from from SCONJ IN 5 mark
striking strike VERB VBG 2 advcl
"""


def test_who_is_kept_from_striking_does_not_strike() -> None:
    assert over(KEPT, "striking")[0] == "Negated"


PUSHED = """
Chad chad PROPN NNP 3 nsubj
must must AUX MD 3 aux
{0} {0} VERB VB 0 ROOT
Peru peru PROPN NNP 3 obj
to to PART TO 6 mark
strike strike VERB VB 3 advcl
"""


def test_what_somebody_is_pushed_to_do_is_as_open_as_the_push() -> None:
    assert over(PUSHED.format("push"), "strike") == ["Planned", "Possible"]
    assert over(PUSHED.format("visit"), "strike") == ["Planned"]


PROVIDED = """
Provided provide VERB VBN 3 mark
Peru peru PROPN NNP 3 nsubj
strikes strike VERB VBZ 5 advcl
Chad chad PROPN NNP 5 nsubj
strikes strike VERB VBZ 0 ROOT
"""


def test_both_the_condition_and_what_hangs_on_it_are_open() -> None:
    first, second = (token for token in tree(PROVIDED) if token.text == "strikes")
    operators = Operators(Term("Attack"), WORDS, KNOWLEDGE.taxonomy)
    for verb in (first, second):
        assert [e.gives for e in effects_over(verb, operators, WORDS)] == [frozenset({Term("Possible")})]


MAKES = """
The the DET DT 2 det
raid raid NOUN NN 3 nsubj
makes make VERB VBZ 0 ROOT
{0}
unlikely unlikely ADJ JJ 3 xcomp
"""


def test_what_a_raid_makes_unlikely_is_not_the_raid() -> None:
    assert over(MAKES.format("peace peace NOUN NN 3 obj"), "raid") == []
    proved = MAKES.format("now now ADV RB 3 advmod").replace("makes make", "proved prove")
    assert over(proved, "raid") == ["Possible"]


HAS = """
claim    claim    NOUN  NN  6 nsubj
that     that     SCONJ IN  4 mark
Chad     chad     PROPN NNP 4 nsubj
attacked attack   VERB  VBD 1 acl
Tine     tine     PROPN NNP 4 obj
{verb}   VERB  VBZ 0 ROOT
no       no       DET   DT  8 det
{noun}   {noun}   NOUN  NN  6 obj
"""


@pytest.mark.parametrize(
    ("verb", "noun", "denied"),
    [("has have", "substance", True), ("has have", "date", False), ("sees see", "truth", False)],
)
def test_a_claim_in_which_there_is_no_truth_is_denied(verb: str, noun: str, *, denied: bool) -> None:
    token = at(tree(HAS.format(verb=verb, noun=noun)), "attacked")
    value = factuality_of(token, Term("Attack"), WORDS, KNOWLEDGE.taxonomy).factuality
    assert value is (Factuality.DENIED if denied else Factuality.POSSIBLE)


def test_so_is_one_whose_predicate_a_parser_cut_off() -> None:
    table = HAS.format(verb="has have", noun="truth").replace("NN  6 nsubj", "NN 0 ROOT")
    doc = tree(table.replace("VBZ 0 ROOT", "VBZ 1 ccomp"))
    assert factuality_of(at(doc, "attacked"), Term("Attack"), WORDS, KNOWLEDGE.taxonomy).factuality is Factuality.DENIED


TRUCE_REJECTED = """
Peru peru PROPN NNP 2 nsubj
rejected reject VERB VBD 0 ROOT
{}
"""


def test_a_truce_that_is_rejected_is_none_and_one_of_which_reports_are_rejected_is_denied() -> None:
    assert over(TRUCE_REJECTED.format("truce truce NOUN NN 2 obj"), "truce", "Ceasefire") == ["Negated"]
    reports = "reports report NOUN NNS 2 obj\nof of ADP IN 5 case\ntruce truce NOUN NN 3 nmod"
    assert over(TRUCE_REJECTED.format(reports), "truce", "Ceasefire")[-1] == "Denied"


REQUIRED = """
aid aid NOUN NN 3 nsubj:pass
is be AUX VBZ 3 aux:pass
required require VERB VBN 0 ROOT
{0} {0} ADP IN 6 case
the the DET DT 6 det
accord accord NOUN NN 3 obl
"""


def test_what_is_required_under_an_accord_leaves_the_accord_as_it_is() -> None:
    assert over(REQUIRED.format("under"), "accord", "Agreement") == []
    assert over(REQUIRED.format("for"), "accord", "Agreement") == ["Possible"]

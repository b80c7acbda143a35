"""What the words on a predicate and the form of its own clause do to it, before anything above it counts."""

from __future__ import annotations

import pytest

from kg.extract.factuality.beside import effects_beside, is_brought_about, is_stray_predicate
from kg.extract.factuality.operators import CONDITION, GRANTED, NOBODY, NOT_SO_FAR, OPPOSED, PURPOSE, Effect, Operators
from kg.extract.factuality.value import factuality_of
from kg.records import Factuality, Term
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

WORDS = KNOWLEDGE.words
ATTACK = Operators(Term("Attack"), WORDS, KNOWLEDGE.taxonomy)


def beside(table: str, word: str, *, reach: int | None = None) -> list[Effect]:
    doc = tree(table)
    return effects_beside(at(doc, word), ATTACK, doc[-1].i if reach is None else reach, WORDS)


HESITATES = """
Peru peru PROPN NNP 4 nsubj
would would AUX MD 4 aux
{0} {0} PART RB 4 advmod
strike strike VERB VB 0 ROOT
"""


def test_a_negation_comes_before_what_else_stands_there() -> None:
    assert [effect.negates for effect in beside(HESITATES.format("not"), "strike")] == [True, False]
    assert [effect.negates for effect in beside(HESITATES.format("soon"), "strike")] == [False]


def test_words_beyond_its_reach_do_not_count() -> None:
    assert beside(HESITATES.format("not"), "strike", reach=0) == []


def test_a_negated_ability_denies_every_possibility_and_is_no_possibility_besides() -> None:
    (effect,) = beside(HESITATES.replace("would would", "could could").format("not"), "strike")
    assert effect.negates
    assert effect.universal


IF = """
Chad chad PROPN NNP 2 nsubj
replies reply VERB VBZ 0 ROOT
{0} {0} SCONJ IN 5 mark
Peru peru PROPN NNP 5 nsubj
strikes strike VERB VBZ 2 advcl
"""


def test_what_has_a_condition_is_conditional_and_what_has_a_reason_is_not() -> None:
    assert beside(IF.format("if"), "replies") == [CONDITION]
    assert beside(IF.format("because"), "replies") == []


def test_a_clause_of_time_in_the_present_is_awaited_and_one_in_the_past_is_told() -> None:
    assert beside(IF.format("until"), "strikes") == [CONDITION]
    assert beside(IF.format("until").replace("strikes strike VERB VBZ", "struck strike VERB VBD"), "struck") == []


INVERTED = """
Had have AUX VBD 3 aux
Peru peru PROPN NNP 3 nsubj
struck strike VERB VBN 5 advcl
Chad chad PROPN NNP 5 nsubj
fled flee VERB VBD 0 ROOT
"""


def test_an_auxiliary_before_the_subject_of_a_clause_is_a_condition_without_if() -> None:
    assert CONDITION in beside(INVERTED, "struck")
    assert CONDITION in beside(INVERTED, "fled")
    told = INVERTED.replace("Had have AUX VBD 3 aux\nPeru peru PROPN NNP", "Peru peru PROPN NNP 3 nsubj\nhad have AUX")
    assert "had have AUX 3 nsubj" in told
    told = told.replace("had have AUX 3 nsubj", "had have AUX VBD 3 aux")
    assert beside(told, "struck") == []


NONE = """
{} {} {} 2 nsubj
struck strike VERB VBD 0 ROOT
Chad chad PROPN NNP 2 obj
"""


def test_what_nobody_did_was_not_done() -> None:
    assert beside(NONE.format("Nobody", "nobody", "PRON NN"), "struck") == [NOBODY]
    assert beside(NONE.format("Somebody", "somebody", "PRON NN"), "struck") == []


NEVER = """
Never never ADV RB 2 advmod
before before ADP IN 5 advmod
has have AUX VBZ 5 aux
Peru peru PROPN NNP 5 nsubj
struck strike VERB VBN 0 ROOT
"""


def test_a_negation_inside_a_phrase_denies_the_verb_where_it_turns_the_clause_around() -> None:
    assert beside(NEVER, "struck") == [NOBODY]
    straight = """
    Never never ADV RB 2 advmod
    before before ADP IN 5 advmod
    Peru peru PROPN NNP 5 nsubj
    has have AUX VBZ 5 aux
    struck strike VERB VBN 0 ROOT
    """
    assert beside(straight, "struck") == []


ONLY = """
Peru peru PROPN NNP 4 nsubj
not not PART RB 4 advmod
{0} {0} ADV RB 4 advmod
struck strike VERB VBD 0 ROOT
"""


def test_not_only_says_outright_that_it_was_done() -> None:
    assert beside(ONLY.format("only"), "struck") == [GRANTED]
    assert [effect.negates for effect in beside(ONLY.format("yesterday"), "struck")] == [True]


AGAINST = """
Peru peru PROPN NNP 2 nsubj
decided decide VERB VBD 0 ROOT
{0} {0} SCONJ IN 4 mark
striking strike VERB VBG 2 advcl
"""


def test_what_one_is_against_doing_is_not_done() -> None:
    assert OPPOSED in beside(AGAINST.format("against"), "striking")
    assert OPPOSED not in beside(AGAINST.format("after"), "striking")


YET = """
Peru peru PROPN NNP 2 nsubj
has have VERB VBZ 0 ROOT
{} {} ADV RB 2 advmod
to to PART TO 5 mark
strike strike VERB VB 2 xcomp
"""


def test_who_has_yet_to_do_it_has_not_done_it() -> None:
    assert NOT_SO_FAR in beside(YET.format("yet", "yet"), "strike")
    assert NOT_SO_FAR not in beside(YET.format("soon", "soon"), "strike")


FLEW = """
Peru peru PROPN NNP 2 nsubj
{} {} VERB VBD 0 ROOT
drones drone NOUN NNS 2 obj
to to PART TO 5 mark
strike strike VERB VB 2 advcl
"""


def test_an_infinitive_beside_a_verb_is_an_aim_unless_the_verb_says_that_it_came_about() -> None:
    bought, used = FLEW.format("bought", "buy"), FLEW.format("used", "use")
    assert PURPOSE in beside(bought, "strike")
    assert PURPOSE not in beside(used, "strike")
    assert [is_brought_about(at(tree(table), "strike"), WORDS) for table in (bought, used)] == [False, True]


def test_what_comes_before_the_verb_of_use_is_not_what_it_was_used_for() -> None:
    before = """
    To to PART TO 2 mark
    strike strike VERB VB 4 advcl
    Peru peru PROPN NNP 4 nsubj
    used use VERB VBD 0 ROOT
    drones drone NOUN NNS 4 obj
    """
    assert not is_brought_about(at(tree(before), "strike"), WORDS)


WE = """
{0} {0} PRON PRP 2 nsubj
condemn condemn VERB {1} 0 ROOT
Chad chad PROPN NNP 2 obj
"""


@pytest.mark.parametrize(("who", "tag", "done"), [("we", "VBP", True), ("they", "VBP", False), ("we", "VBD", False)])
def test_who_says_that_he_condemns_condemns_by_saying_so(who: str, tag: str, *, done: bool) -> None:
    assert (GRANTED in beside(WE.format(who, tag), "condemn")) is done


def test_an_adjective_before_a_noun_may_be_about_another_word_there() -> None:
    raid = """
    a a DET DT {0} det
    likely likely ADJ JJ {0} amod
    {1}raid raid NOUN NN 0 ROOT
    """
    assert beside(raid.format(4, "Chadian chadian ADJ JJ 4 amod\n"), "raid") == []
    assert beside(raid.format(3, ""), "raid") != []


STRAY = """
Reports report NOUN NNS 0 ROOT
were be AUX VBD 3 cop
false false ADJ JJ 1 {}
"""


def test_an_adjective_with_a_copula_and_no_subject_is_said_of_what_it_hangs_on() -> None:
    assert is_stray_predicate(at(tree(STRAY.format("appos")), "false"))
    assert not is_stray_predicate(at(tree(STRAY.format("advcl")), "false"))
    owned = STRAY.format("parataxis") + "they they PRON PRP 3 nsubj"
    assert not is_stray_predicate(at(tree(owned), "false"))


def test_a_passive_without_a_subject_is_said_of_what_it_hangs_on_too() -> None:
    passive = STRAY.format("ccomp").replace("3 cop", "3 aux:pass").replace("false false ADJ JJ", "denied deny VERB VBN")
    assert is_stray_predicate(at(tree(passive), "denied"))
    assert not is_stray_predicate(at(tree(passive + "they they PRON PRP 3 nsubj:pass"), "denied"))


VOWED = """
Peru peru PROPN NNP 2 nsubj
vowed vow VERB VBD 0 ROOT
{0} {0} ADV RB 4 advmod
again again ADV RB 2 advmod
"""


@pytest.mark.parametrize(("word", "denies"), [("never", True), ("not", False), ("once", False)])
def test_what_stands_beside_an_adverb_is_said_of_its_verb_but_for_a_bare_negation(word: str, *, denies: bool) -> None:
    assert any(effect.negates for effect in beside(VOWED.format(word), "vowed")) is denies


CAME = """
Peru peru PROPN NNP 2 nsubj
{1} {2} VERB VBD 0 ROOT
{0} {0} ADP IN 4 case
hours hour NOUN NNS 2 obl
of of SCONJ IN 6 mark
striking strike VERB VBG 4 acl
"""


@pytest.mark.parametrize(
    ("preposition", "verb", "lemma", "missed"),
    [("within", "came", "come", True), ("within", "called", "call", False), ("after", "came", "come", False)],
)
def test_who_came_within_a_measure_of_doing_something_did_not_do_it(
    preposition: str, verb: str, lemma: str, *, missed: bool
) -> None:
    assert (NOT_SO_FAR in beside(CAME.format(preposition, verb, lemma), "striking")) is missed


PLANNED_RAID = """
Chad chad PROPN NNP 2 nsubj
{} 0 ROOT
a a DET DT 5 det
{} 5 amod
raid raid NOUN NN 2 obj
"""


@pytest.mark.parametrize(
    ("verb", "adjective", "expected"),
    [
        ("launched launch VERB VBD", "planned plan VERB VBN", Factuality.ASSERTED),
        ("launched launch VERB VBD", "possible possible ADJ JJ", Factuality.POSSIBLE),
        ("launch launch VERB VB", "planned plan VERB VBN", Factuality.PLANNED),
        ("discussed discuss VERB VBD", "planned plan VERB VBN", Factuality.PLANNED),
        ("avoid avoid VERB VB", "continued continue VERB VBN", Factuality.ASSERTED),
        ("avoid avoid VERB VB", "dreaded dread VERB VBN", Factuality.NEGATED),
    ],
)
def test_what_was_planned_is_done_when_it_is_begun_and_what_continues_goes_on(
    verb: str, adjective: str, expected: Factuality
) -> None:
    raid = at(tree(PLANNED_RAID.format(verb, adjective)), "raid")
    assert factuality_of(raid, Term("Attack"), KNOWLEDGE.words, KNOWLEDGE.taxonomy).factuality is expected


WEEKS_BEFORE = """
Chad chad PROPN NNP 2 nsubj
fell fall VERB VBD 0 ROOT
before before SCONJ IN 5 mark
Togo togo PROPN NNP 5 nsubj
{} 2 advcl
"""


def test_before_something_happens_it_is_to_come_and_before_it_happened_it_is_open() -> None:
    for verb, effects in (("strikes strike VERB VBZ", [PURPOSE]), ("struck strike VERB VBD", [])):
        token = at(tree(WEEKS_BEFORE.format(verb)), verb.split()[0])
        assert effects_beside(token, ATTACK, len(token.doc), WORDS) == effects


ASKED = """
Chad Chad PROPN NNP 2 nsubj
insisted insist VERB VBD 0 ROOT
that that SCONJ IN 5 mark
Gao Gao PROPN NNP 5 nsubj
{0} attack VERB {1} 2 ccomp
Tine Tine PROPN NNP 5 obj
"""


def test_what_is_asked_for_by_a_bare_verb_need_not_come() -> None:
    def told(verb: str, tag: str) -> Factuality:
        token = at(tree(ASKED.format(verb, tag)), verb)
        return factuality_of(token, Term("Attack"), KNOWLEDGE.words, KNOWLEDGE.taxonomy).factuality

    assert told("attack", "VB") is Factuality.POSSIBLE
    assert told("attacked", "VBD") is Factuality.ASSERTED

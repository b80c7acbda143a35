"""Which words tell again what a predicate tells: what it is, what it is for, and whom its sides were before."""

from __future__ import annotations

from kg.extract.arguments.predicates import Predicate, find_predicates
from kg.extract.readers.references import earlier_talk, is_between_those_before, links_of
from kg.records import Term
from tests.extract.analysed import analysed
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

WORDS, TAXONOMY = KNOWLEDGE.words, KNOWLEDGE.taxonomy


def predicate(table: str, word: str, kind: str) -> Predicate:
    """Return the predicate of a word that evokes the class."""
    doc = tree(table)
    found = find_predicates(doc, WORDS, TAXONOMY)
    return next(p for p in found if p.token.text == word and p.entry.evokes == Term(kind))


def linked(table: str, word: str, kind: str, other: str) -> bool:
    """Say whether the predicate points to the other word, where both are triggers."""
    found = predicate(table, word, kind)
    doc = found.token.doc
    triggers = frozenset({found.token.i, at(doc, other).i})
    return at(doc, other).idx in links_of(found, triggers, None, analysed(doc))


WAS = """
The the DET DT 2 det
talks talk NOUN NNS 5 nsubj
were be AUX VBD 5 cop
a a DET DT 5 det
meeting meeting NOUN NN 0 ROOT
"""


def test_what_something_is_is_the_same() -> None:
    assert linked(WAS, "meeting", "Meeting", "talks")
    verbal = WAS.replace("were be AUX VBD 5 cop", "filled fill ADV RB 5 advmod")
    assert not linked(verbal, "meeting", "Meeting", "talks")


KILLED = """
An a DET DT 2 det
attack attack NOUN NN 3 nsubj
struck strike VERB VBD 0 ROOT
Odesa odesa PROPN NNP 3 obj
"""


def test_an_attack_that_strikes_is_one_attack_and_a_verb_points_to_no_object() -> None:
    assert linked(KILLED, "struck", "Attack", "attack")
    assert not linked(KILLED.replace("3 nsubj", "3 obj"), "struck", "Attack", "attack")


def test_only_triggers_are_pointed_to() -> None:
    found = predicate(KILLED, "struck", "Attack")
    assert links_of(found, frozenset({found.token.i}), None, analysed(found.token.doc)) == ()


def test_the_talk_that_this_one_was_held_for_is_the_same() -> None:
    found = predicate(KILLED, "struck", "Attack")
    attack = at(found.token.doc, "attack")
    assert links_of(found, frozenset(), attack, analysed(found.token.doc)) == (attack.idx,)


DISCUSS = """
Ana ana PROPN NNP 2 nsubj
{} VERB VBD 0 ROOT
Bob bob PROPN NNP 2 obj
to to PART TO 5 mark
discuss discuss VERB VB 2 {}
"""


def earlier(verb: str, label: str = "advcl") -> str | None:
    found = predicate(DISCUSS.format(verb, label), "discuss", "Conversation")
    talk = earlier_talk(found, analysed(found.token.doc))
    return None if talk is None else talk.text


def test_who_met_to_discuss_discussed_then() -> None:
    assert earlier("met meet") == "met"
    assert earlier("met meet", "acl") == "met"
    assert earlier("met meet", "conj") is None
    assert earlier("paid pay") is None


def test_what_is_discussed_before_the_meeting_is_no_part_of_it() -> None:
    before = """
    to to PART TO 2 mark
    discuss discuss VERB VB 4 advcl
    Ana ana PROPN NNP 4 nsubj
    met meet VERB VBD 0 ROOT
    """
    found = predicate(before, "discuss", "Conversation")
    assert earlier_talk(found, analysed(found.token.doc)) is None


MET = """
{} {} NOUN NNS 3 nsubj
then then ADV RB 3 advmod
met meet VERB VBD 0 ROOT
"""


def test_sides_without_a_name_are_those_of_before() -> None:
    for words, expected in (("sides side", True), ("tourists tourist", False)):
        found = predicate(MET.format(*words.split()), "met", "Meeting")
        assert is_between_those_before(found, [], analysed(found.token.doc)) is expected


def test_sides_of_an_attack_are_no_sides_of_talks() -> None:
    found = predicate(MET.format("sides", "side").replace("met meet", "attacked attack"), "attacked", "Attack")
    assert not is_between_those_before(found, [], analysed(found.token.doc))


CONVENED = """
Ana ana PROPN NNP 2 nsubj
{} VERB VBD 0 ROOT
{} 5 case
a a DET DT 5 det
{} NOUN NN 2 {}
"""


def test_what_somebody_meets_for_or_convenes_is_the_meeting() -> None:
    talks = CONVENED.format("met meet", "for for ADP IN", "discussion discussion", "obl")
    assert linked(talks, "met", "Meeting", "discussion")
    assert not linked(talks.replace("for for", "before before"), "met", "Meeting", "discussion")
    assert linked(
        CONVENED.format("convened convene", "all all ADV RB", "summit summit", "obj"), "convened", "Meeting", "summit"
    )
    discussed = CONVENED.format("discussed discuss", "all all ADV RB", "visit visit", "obj")
    assert not linked(discussed, "discussed", "Conversation", "visit")


SHELLED = """
Chad chad PROPN NNP 2 nsubj
shelled shell VERB VBD 0 ROOT
Niamey niamey PROPN NNP 2 obj
{mark} {mark} SCONJ IN 5 {role}
killing kill VERB VBG 2 advcl
two two NUM CD 5 obj
"""


def test_what_came_of_an_attack_is_no_other_deed() -> None:
    bare = SHELLED.format(mark=",", role="punct")
    assert linked(bare, "shelled", "Attack", "killing")
    assert not linked(SHELLED.format(mark="before", role="mark"), "shelled", "Attack", "killing")
    assert not linked(bare.replace("VBG 2 advcl", "VBG 2 ccomp"), "shelled", "Attack", "killing")
    accused = bare.replace("shelled shell", "accused accuse")
    assert not linked(accused, "accused", "Accusation", "killing")


FIRED = """
guards guard NOUN NNS 2 nsubj
attacked attack VERB VBD 0 ROOT
{} 2 obj
and and CCONJ CC 5 cc
killed kill VERB VBD 2 conj
rebels rebel NOUN NNS 5 obj
in in ADP IN 8 case
Lome Lome PROPN NNP 5 obl
"""


def test_whom_a_second_verb_counts_the_first_has_hurt_unless_it_was_elsewhere() -> None:
    assert linked(FIRED.format("camps camp NOUN NNS"), "attacked", "Attack", "killed")
    assert not linked(FIRED.format("Accra Accra PROPN NNP"), "attacked", "Attack", "killed")

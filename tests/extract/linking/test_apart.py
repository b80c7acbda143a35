"""What the clause and the word of a mention say of others: told by their order in time, or other steps of the law."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.linking.apart import held_in_view
from kg.records import EventMention, Span
from tests.extract.analysed import analysed
from tests.extract.mentions import mention, named, unnamed
from tests.grammar.trees import tree

if TYPE_CHECKING:
    from kg.grammar.tree import Doc


def _read(doc: Doc, *kinds: tuple[int, str], **more: object) -> list[EventMention]:
    whole = Span(0, len(doc.text))
    told = [mention(kind, at=doc[i].idx, sentence=whole, is_noun=doc[i].pos_ == "NOUN", **more) for i, kind in kinds]
    return held_in_view(told, analysed(doc))


SPOKE = """
Macron Macron PROPN NNP 2 nsubj
spoke speak VERB VBD 0 ROOT
{0} {0} ADP IN 4 case
talks talk NOUN NNS 2 obl
"""


@pytest.mark.parametrize(("word", "apart"), [("after", True), ("before", True), ("during", False)])
def test_who_speaks_after_talks_has_talked_twice(word: str, *, apart: bool) -> None:
    doc = tree(SPOKE.format(word))
    spoke, talks = _read(doc, (1, "Conversation"), (3, "Conversation"))
    assert spoke.apart == ((doc[3].idx,) if apart else ())
    assert not talks.apart
    spoke, _ = _read(doc, (1, "Conversation"), (3, "Demand"))
    assert not spoke.apart
    linked, _ = _read(doc, (1, "Conversation"), (3, "Conversation"), links=(doc[3].idx,))
    assert not linked.apart


LEFT = """
Macron Macron PROPN NNP 2 nsubj
spoke speak VERB VBD 0 ROOT
after after SCONJ IN 4 mark
meeting meet VERB VBG 2 advcl
Modi Modi PROPN NNP 4 obj
"""


def test_a_clause_of_time_tells_other_talks() -> None:
    doc = tree(LEFT)
    spoke, _ = _read(doc, (1, "Conversation"), (3, "Meeting"))
    assert spoke.apart == (doc[3].idx,)


KILLED = """
Troops troop NOUN NNS 2 {0}
killed kill VERB VBD 0 ROOT
men man NOUN NNS 2 obj
after after ADP IN 6 case
a a DET DT 6 det
blast blast NOUN NN 2 obl
"""


@pytest.mark.parametrize(("subject", "apart"), [("nsubj", True), ("nsubj:pass", False)])
def test_who_kills_after_a_blast_is_none_of_it_and_who_is_killed_may_be(subject: str, *, apart: bool) -> None:
    doc = tree(KILLED.format(subject))
    killed, _ = _read(doc, (1, "Attack"), (5, "Attack"))
    assert bool(killed.apart) is apart


FUNERAL = """
bomb bomb NOUN NN 2 nsubj
exploded explode VERB VBD 0 ROOT
near near ADP IN 4 case
{0}
a a DET DT 7 det
slain slain {1} {2} 7 amod
cleric cleric NOUN NN {3}
"""


def test_who_was_slain_before_is_a_victim_of_another_attack() -> None:
    doc = tree(FUNERAL.format("funeral funeral NOUN NN 2 obl", "VERB", "VBN", "4 nmod"))
    exploded, slain = _read(doc, (1, "Attack"), (5, "Attack"))
    assert exploded.apart == (doc[5].idx,)
    assert not slain.apart
    doc = tree(FUNERAL.format("the the DET DT 7 det", "VERB", "VBN", "2 obl"))
    assert not _read(doc, (1, "Attack"), (5, "Attack"))[0].apart


SUMMITS = """
G7 G7 PROPN NNP 2 compound
summit summit NOUN NN 0 ROOT
and and CCONJ CC 5 cc
NATO NATO PROPN NNP 5 compound
{0} {0} NOUN NN 2 conj
"""


@pytest.mark.parametrize(("noun", "apart"), [("summit", True), ("meeting", False)])
def test_a_noun_beside_itself_is_one_more(noun: str, *, apart: bool) -> None:
    first, _ = _read(tree(SUMMITS.format(noun)), (1, "Meeting"), (4, "Meeting"))
    assert bool(first.apart) is apart


AGREED = """
They they PRON PRP 2 nsubj
agreed agree VERB VBD 0 ROOT
to to PART TO 4 mark
{0}
the the DET DT 6 det
truce truce NOUN NN {1} {2}
"""


@pytest.mark.parametrize(
    ("middle", "head", "apart"),
    [("extend extend VERB VB 2 xcomp", ("4", "obj"), True), ("on on ADP IN 6 case", ("2", "obl"), False)],
)
def test_who_agrees_to_extend_the_truce_has_agreed_on_another_before(
    middle: str, head: tuple[str, str], *, apart: bool
) -> None:
    doc = tree(AGREED.format(middle, *head))
    agreed, _ = _read(doc, (1, "Agreement"), (5, "Ceasefire"), definite=True)
    assert bool(agreed.apart) is apart
    agreed, _ = _read(doc, (1, "Agreement"), (5, "Ceasefire"))
    assert not agreed.apart


@pytest.mark.parametrize(
    ("lemma", "steps"),
    [
        ("arrest", ("holding",)),
        ("trial", ("charging", "sentencing")),
        ("sentence", ("sentencing",)),
        ("deport", ("removing",)),
        ("wanted", ()),
    ],
)
def test_a_word_of_the_law_tells_its_step(lemma: str, steps: tuple[str, ...]) -> None:
    doc = tree(f"Kenya Kenya PROPN NNP 2 nsubj\nacted {lemma} VERB VBD 0 ROOT")
    assert [m.stages for m in _read(doc, (1, "Arrest"), (1, "Attack"))] == [steps, ()]


def test_a_sentence_that_opens_with_another_happening_is_told_so() -> None:
    doc = tree("Separately separately ADV RB 3 advmod\ngunmen gunman NOUN NNS 3 nsubj\nfired fire VERB VBD 0 ROOT")
    assert [m.opened for m in _read(doc, (2, "Attack"))] == [True]


def test_a_clause_that_sums_up_is_told_so() -> None:
    for adverb, many in (("often", True), ("boldly", False)):
        doc = tree(f"Rebels rebel NOUN NNS 3 nsubj\n{adverb} {adverb} ADV RB 3 advmod\nattack attack VERB VBP 0 ROOT")
        assert [m.summing for m in _read(doc, (2, "Attack"))] == [many]


MET = """
They they PRON PRP 2 nsubj
met meet VERB VBD 0 ROOT
on on ADP IN 4 case
{word} 2 obl
of of ADP IN 6 case
summit summit NOUN NN 4 nmod
"""


@pytest.mark.parametrize(("word", "apart"), [("sidelines sideline NOUN NNS", True), ("day day NOUN NN", False)])
def test_who_meets_on_the_sidelines_of_a_summit_has_another_meeting(word: str, *, apart: bool) -> None:
    met, _ = _read(tree(MET.format(word=word)), (1, "Meeting"), (5, "Meeting"))
    assert bool(met.apart) is apart


TALKS = """
After after ADP IN 3 case
{owner} 3 nmod:poss
talks talk NOUN NNS 5 obl
Macron Macron PROPN NNP 5 nsubj
left leave VERB VBD 0 ROOT
"""


@pytest.mark.parametrize(
    ("owner", "kind", "several"),
    [
        ("their their PRON PRP$", "Conversation", False),
        ("Mali Mali PROPN NNP", "Conversation", True),
        ("their their PRON PRP$", "Attack", True),
    ],
)
def test_their_talks_are_those_that_were_told(owner: str, kind: str, *, several: bool) -> None:
    (talks,) = _read(tree(TALKS.format(owner=owner)), (2, kind), several=True)
    assert talks.several is several


def test_an_extradition_hearing_is_one_step() -> None:
    doc = tree("extradition extradition NOUN NN 2 compound\nhearing hearing NOUN NN 0 ROOT")
    assert [m.stages for m in _read(doc, (0, "Arrest"), (1, "Arrest"))] == [(), ("charging",)]


def test_a_meeting_beside_an_anniversary_is_not_that_of_the_anniversary() -> None:
    beside = MET.format(word="anniversary anniversary NOUN NN").replace("of of ADP IN 6 case", "and and CCONJ CC 6 cc")
    met, _ = _read(tree(beside.replace("4 nmod", "4 conj")), (1, "Meeting"), (5, "Meeting"))
    assert not met.apart


RAID = "Kenya Kenya PROPN NNP 2 nsubj\nattacked attack VERB VBD 0 ROOT\nraid raid NOUN NN 2 obj"


@pytest.mark.parametrize(("kind", "apart"), [("armed-group", True), ("armed-force", False), ("attacker", False)])
def test_what_rebels_do_is_not_what_a_state_has_done(kind: str, *, apart: bool) -> None:
    doc = tree(RAID)
    first = mention("Attack", named("attacker", 0), at=doc[1].idx)
    raid = mention("Attack", unnamed("attacker", kind), at=doc[2].idx, sentence=Span(99, 100))
    before, after = held_in_view([first, raid], analysed(doc, Kenya="country/kenya"))
    assert (before.apart, after.apart) == ((), (doc[1].idx,) if apart else ())

"""What the lexicon reads of a word by the frame of its entry, on trees made by hand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.extract.analysis import analyse
from kg.extract.gate import Gate
from kg.extract.readers.frames import read_frames
from kg.records import Document, Entity, Factuality, Resolution, Term
from tests.building import mention as found_in
from tests.extract.analysed import analysed
from tests.grammar.trees import tree
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from kg.extract.analysis import Analysis
    from kg.records import EventMention

FRIDAY = date(2025, 7, 4)
COUNTRY, PERSON, PLACE, WEAPON = "Country", "Person", "Place", "Weapon"


def read(analysis: Analysis) -> list[EventMention]:
    gate = Gate(
        analysis.index.entities, KNOWLEDGE.taxonomy, KNOWLEDGE.words, KNOWLEDGE.gate, frozenset(), is_read=False
    )
    return read_frames(analysis, gate)


def mentions(table: str, **names: str) -> list[EventMention]:
    return read(analysed(tree(table), **names))


def roles(mention: EventMention, analysis: Analysis) -> dict[str, str]:
    """Who fills which role, by the words of the text."""
    text = analysis.doc.text
    return {str(a.role): text[a.span.start : a.span.end] for a in mention.arguments}


STRUCK = """
Mali mali PROPN NNP 2 nsubj
{verb} 0 ROOT
Gao gao PROPN NNP 2 obj
with with ADP IN 5 case
drones drone NOUN NNS 2 obl
on on ADP IN 7 case
Monday monday PROPN NNP 2 obl
"""
SHELLED = STRUCK.format(verb="shelled shell VERB VBD")


def test_a_trigger_tells_its_class_and_who_fills_which_role() -> None:
    analysis = analysed(tree(SHELLED), Mali=COUNTRY, Gao=PLACE, drones=WEAPON)
    (told,) = read(analysis)
    start = analysis.doc[1].idx
    assert (told.kind, told.readers, told.trigger.start, told.is_noun) == ("Attack", ("frames",), start, False)
    assert roles(told, analysis) == {"attacker": "Mali", "target": "Gao", "weapon": "drones"}
    assert (told.sentence.start, told.sentence.end) == (0, len(analysis.doc.text.rstrip()))
    assert told.factuality is Factuality.ASSERTED


def test_words_that_evoke_nothing_tell_of_no_event() -> None:
    assert not mentions(STRUCK.format(verb="painted paint VERB VBD"), Mali=COUNTRY, Gao=PLACE)


def test_an_entry_that_wants_an_argument_tells_nothing_without_it() -> None:
    without = "\n".join(SHELLED.strip().splitlines()[:2]).replace("shelled shell", "pledged pledge")
    assert not mentions(without, Mali=COUNTRY)


@pytest.mark.parametrize(("published", "day", "name"), [(FRIDAY, "2025-06-30", None), (None, None, "monday")])
def test_a_day_that_cannot_be_worked_out_is_kept_by_its_name(
    published: date | None, day: str | None, name: str | None
) -> None:
    doc = tree(SHELLED)
    gao = Resolution((Entity(Term(PLACE), "Gao"),), (found_in(doc.text, 0, "Gao"),), ())
    (told,) = read(analyse(doc, Document("x", doc.text, published), gao, KNOWLEDGE))
    assert (told.date and told.date.value, told.weekday) == (day, name)


def test_persons_who_attack_persons_without_arms_do_so_in_words() -> None:
    attacked = STRUCK.format(verb="attacked attack VERB VBD")
    for mali, gao, count in ((PERSON, PERSON, 0), (PERSON, COUNTRY, 1), (COUNTRY, PERSON, 1)):
        bare = "\n".join(attacked.strip().splitlines()[:3])
        assert len(mentions(bare, Mali=mali, Gao=gao)) == count
    assert len(mentions(attacked, Mali=PERSON, Gao=PERSON, drones=WEAPON)) == 1


@pytest.mark.parametrize(
    ("subject", "kind", "unnamed"),
    [
        ("Mali mali PROPN NNP", COUNTRY, False),
        ("rebels rebel NOUN NNS", "", True),
        ("bombers bomber NOUN NNS", WEAPON, False),  # whose they are is not told
    ],
)
def test_a_verb_may_be_done_by_nobody_whom_the_text_names(subject: str, kind: str, *, unnamed: bool) -> None:
    table = SHELLED.replace("Mali mali PROPN NNP", subject)
    (told,) = mentions(table, Gao=PLACE, **({subject.split()[0]: kind} if kind else {}))
    assert told.unnamed is unnamed


def test_a_role_is_seen_whoever_fills_it() -> None:
    (told,) = mentions(SHELLED.replace("Mali mali PROPN NNP", "They they PRON PRP"), Gao=PLACE)
    assert told.seen == (Term("attacker"),)
    (named,) = mentions(SHELLED, Mali=COUNTRY, Gao=PLACE)
    assert not named.seen


SENT = """
Mali mali PROPN NNP 2 nsubj
sent send VERB VBD 0 ROOT
{0} {0} NUM CD 4 nummod
{1} 2 obj
to to ADP IN 6 case
Togo togo PROPN NNP 2 obl
"""


def figures(count: str, arms: str) -> list[tuple[str, int | None]]:
    doc = tree(SENT.format(count, arms))
    (told,) = read(analysed(doc, Mali=COUNTRY, Togo=COUNTRY, **{arms.split()[0]: WEAPON}))
    return [(str(figure.measure), figure.minimum) for figure in told.figures]


def test_arms_are_counted_and_none_is_no_figure() -> None:
    assert figures("12", "tanks tank NOUN NNS") == [("Delivered", 12)]
    assert figures("0", "tanks tank NOUN NNS") == []


def test_a_transfer_says_how_far_it_has_come_and_another_event_does_not() -> None:
    (sent,) = mentions(SENT.format("12", "tanks tank NOUN NNS"), Mali=COUNTRY, Togo=COUNTRY, tanks=WEAPON)
    statuses = [str(one.value) for one in sent.attributes if one.property == "transferStatus"]
    assert statuses == ["Delivered"]
    (struck,) = mentions(SHELLED, Mali=COUNTRY, Gao=PLACE)
    assert not [one for one in struck.attributes if one.property == "transferStatus"]
    assert list(struck.attributes) == sorted(struck.attributes, key=lambda one: str((one.property, one.value)))


FREED = """
Mali mali PROPN NNP 2 nsubj
{0} VERB VBD 0 ROOT
20 20 NUM CD 4 nummod
{1} 2 obj
"""


@pytest.mark.parametrize(
    ("verb", "noun", "found"),
    [
        ("freed free", "hostages hostage NOUN NNS", [("Released", 20)]),
        ("arrested arrest", "hostages hostage NOUN NNS", []),
    ],
)
def test_whom_a_verb_counts_are_a_figure(verb: str, noun: str, found: list[tuple[str, int]]) -> None:
    told = mentions(FREED.format(verb, noun), Mali=COUNTRY)
    assert [(str(f.measure), f.minimum) for one in told for f in one.figures] == found


LIFTED = """
Mali mali PROPN NNP 2 nsubj
{0} VERB VBD 0 ROOT
sanctions sanction NOUN NNS 2 obj
on on ADP IN 5 case
Togo togo PROPN NNP 3 nmod
"""


def test_a_noun_that_helps_a_verb_tells_no_event_of_its_own() -> None:
    doc = tree(LIFTED.format("lifted lift"))
    (told,) = read(analysed(doc, Mali=COUNTRY, Togo=COUNTRY))
    assert told.trigger.start == doc[1].idx
    assert doc[2].idx in told.parts


@pytest.mark.parametrize(
    ("noun", "kind", "told"),
    [("rockets rocket NOUN NNS", WEAPON, "Attack"), ("Quimby quimby PROPN NNP", PERSON, "Departure")],
)
def test_of_two_readings_of_a_word_the_one_that_the_gate_lets_pass_counts(noun: str, kind: str, told: str) -> None:
    fired = SHELLED.replace("shelled shell", "fired fire").replace("Gao gao PROPN NNP", noun)
    assert [one.kind for one in mentions(fired, Mali=COUNTRY, **{noun.split()[0]: kind})] == [told]


def test_triggers_are_in_order_and_one_mention_is_told_of_each() -> None:
    both = SHELLED + "and and CCONJ CC 9 cc\nbombed bomb VERB VBD 2 conj\nTogo togo PROPN NNP 9 obj"
    found = mentions(both, Mali=COUNTRY, Gao=PLACE, Togo=COUNTRY)
    starts = [one.trigger.start for one in found]
    assert len(found) == 2
    assert starts == sorted(set(starts))


def test_of_a_share_as_many_are_delivered_as_are_in_it() -> None:
    table = """
Mali mali PROPN NNP 2 nsubj
sent send VERB VBD 0 ROOT
2 2 NUM CD 2 obj
of of ADP IN 6 case
6 6 NUM CD 6 nummod
tanks tank NOUN NNS 3 nmod
to to ADP IN 8 case
Togo togo PROPN NNP 2 obl
"""
    (told,) = mentions(table, Mali=COUNTRY, Togo=COUNTRY, tanks=WEAPON)
    assert [(str(figure.measure), figure.minimum) for figure in told.figures] == [("Delivered", 2)]


def test_who_ordered_what_is_delivered_tells_no_transfer_of_his_own() -> None:
    table = """
Mali mali PROPN NNP 2 nsubj
sent send VERB VBD 0 ROOT
tanks tank NOUN NNS 2 obj
that that PRON WDT 6 obj
Togo togo PROPN NNP 6 nsubj
ordered order VERB VBD 3 acl:relcl
"""
    analysis = analysed(tree(table), Mali=COUNTRY, Togo=COUNTRY, tanks=WEAPON)
    (told,) = read(analysis)
    assert roles(told, analysis) == {"supplier": "Mali", "weapon": "tanks", "recipient": "Togo"}
    assert told.parts == (analysis.doc[5].idx,)

"""What is told of a record: the range that is asked for, how arguments were resolved, fates and reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.explain import why_not
from kg.knowledge.gate import Precision
from kg.passed_over import KnownWord, OpenArgument, PassedOver
from kg.records import (
    Attribute,
    Document,
    DocumentRecord,
    Entity,
    Event,
    EventMention,
    Factuality,
    Fate,
    Figure,
    MentionArgument,
    MentionKind,
    Outcome,
    Span,
    Term,
    Unnamed,
)
from tests.building import span_of
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from kg.explain import WhyNot

TEXT = "It rained. Gunmen attacked three hospitals in Gaza and it stopped."
FIRST, SECOND = Span(0, 10), Span(11, len(TEXT))
KIND = "https://w3id.org/newskg/id/participant/"


def described(role: str, words: str, unnamed: Unnamed) -> MentionArgument:
    place = span_of(TEXT, words)
    kind = MentionKind.DESCRIPTION
    return MentionArgument(Term(role), place, place.start, None, kind, "description", unnamed=unnamed)


MENTION = EventMention(
    trigger=span_of(TEXT, "attacked"),
    sentence=SECOND,
    kind=Term("Attack"),
    readers=("frames", "learnt"),
    rule="attack-v",
    arguments=(
        described("attacker", "Gunmen", Unnamed(None)),
        described("target", "three hospitals", Unnamed(KIND + "armed-people", 0, 3, 3)),
        MentionArgument(Term("place"), span_of(TEXT, "Gaza"), 46, 0, MentionKind.NAME, "model", score=0.75),
    ),
    factuality=Factuality.POSSIBLE,
    is_noun=False,
    definite=False,
    attributes=(Attribute(Term("unnamedSource"), "officials"), Attribute(Term("medium"), Term("Telephone"))),
    figures=(Figure(Term("Killed"), 2, None, ()),),
    duration="PT1H",
    score=0.9,
    fate=Fate(Outcome.KEPT, "a reason", 0),
)
EVENT = Event(Term("Attack"), (), figures=MENTION.figures)
RECORD = DocumentRecord(Document("d", TEXT), (Entity(Term("Place"), "Gaza"),), (), (), (EVENT,), (MENTION,))
PASSED = PassedOver(
    (FIRST, SECOND),
    (OpenArgument(MENTION.trigger, Term("weapon"), span_of(TEXT, "it stopped"), "no weapon", 0.6),),
    (KnownWord(span_of(TEXT, "rained"), Term("rain-v"), Term("EventEntry"), Term("Attack"), "only rain"),),
)


def ask(where: Span | None = None, *, precision: Precision = Precision.BALANCED) -> WhyNot:
    return why_not(
        RECORD, PASSED, {0: ("https://a.example/1", "attack: Gunmen")}, KNOWLEDGE, precision=precision, where=where
    )


def test_all_of_a_text_is_told_in_place_of_no_range() -> None:
    found = ask()
    assert (found.start, found.end, len(found.triggers), len(found.words)) == (0, len(TEXT), 1, 1)


def test_one_character_stands_for_its_sentence() -> None:
    assert ask(Span(3, 4)).text == "It rained."
    assert ask(Span(3, 4)).triggers == ()
    assert [trigger.word for trigger in ask(Span(60, 61)).triggers] == ["attacked"]


def test_several_characters_stand_for_themselves() -> None:
    assert ask(span_of(TEXT, "Gunmen")).triggers == ()
    assert len(ask(span_of(TEXT, "Gunmen attacked")).triggers) == 1


def test_a_trigger_has_all_that_decided_on_it() -> None:
    (trigger,) = ask().triggers
    assert (trigger.kind, trigger.readers, trigger.rule) == ("Attack", ("frames", "learnt"), "attack-v")
    assert (trigger.score, trigger.sense) == (0.9, KNOWLEDGE.gate.senses[Term("attack-v")])
    assert (trigger.factuality, trigger.claimants, trigger.date) == ("Possible", ("officials",), "")
    assert (trigger.outcome, trigger.because) == ("kept", "a reason")
    assert trigger.values == ("Killed 2 to ?", "medium Telephone", "duration PT1H")
    assert trigger.event is not None
    assert trigger.event.label == "attack: Gunmen"


def test_an_argument_says_how_it_was_resolved() -> None:
    (trigger,) = ask().triggers
    assert [(part.role, part.words, part.resolved, part.how, part.score) for part in trigger.arguments] == [
        ("attacker", "Gunmen", True, "described of no kind in ontology/participants.ttl", None),
        ("target", "three hospitals", True, "described as armed people, of or in Gaza, 3 of them", None),
        ("place", "Gaza", True, "name of Gaza (Place), by model", 0.75),
        ("weapon", "it stopped", False, "no weapon", 0.6),
    ]


def test_the_threshold_is_that_of_the_precision() -> None:
    (high,), (low,) = (ask(precision=precision).triggers for precision in (Precision.HIGH, Precision.RECALL))
    assert high.threshold > low.threshold

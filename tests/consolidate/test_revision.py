"""Records with mentions apart that a human took from an entity, and without what was rejected."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.consolidate.revision import parted, unreferred, without
from kg.records import (
    Argument,
    Document,
    DocumentRecord,
    Entity,
    Event,
    Evidence,
    Figure,
    Mention,
    MentionKind,
    Span,
    Tenure,
    Term,
)
from kg.records.entities import Unnamed

TEXT = "Ann Low left. Low spoke. Bo Ek heard."
ANN, LOW, BO = Span(0, 7), Span(14, 17), Span(25, 30)
FIRST, SECOND = Span(0, 13), Span(14, 36)
PERSON = Term("Person")
ENTITIES = (
    Entity(PERSON, "Ann Low", ("Ann Low", "Low"), "urn:ann"),
    Entity(PERSON, "Bo Ek", ("Bo Ek",), "urn:bo"),
    Entity(Term("UnnamedParticipant"), "guards", unnamed=Unnamed(None, 0)),
)
MENTIONS = tuple(Mention(span, entity, MentionKind.NAME, "t") for span, entity in ((ANN, 0), (LOW, 0), (BO, 1)))
TALK = Event(
    Term("Call"),
    (Evidence(SECOND, "t", according_to=(0,)),),
    (
        Argument(Term("participant"), 0, LOW),
        Argument(Term("participant"), 1, BO),
        Argument(Term("participant"), 2, LOW),
    ),
    figures=(Figure(Term("Killed"), 1, 1, (), according_to=(0, 1)),),
    according_to=(0,),
)
LEFT = Event(Term("Meeting"), (Evidence(FIRST, "t"),), (Argument(Term("participant"), 0, ANN),))
RECORD = DocumentRecord(
    Document("a", TEXT), ENTITIES, MENTIONS, (Tenure(0, "chief", 1, (Evidence(SECOND, "t"),)),), (TALK, LEFT)
)


def test_a_mention_taken_from_an_entity_is_one_of_its_own_with_all_that_stands_there() -> None:
    found = parted(RECORD, {1})
    assert found.entities[3] == Entity(PERSON, "Low", ("Low",))
    assert found.entities[0] == ENTITIES[0]
    assert [mention.entity for mention in found.mentions] == [0, 3, 1]
    talk, left = found.events
    assert [argument.entity for argument in talk.arguments] == [3, 1, 2]
    assert (talk.according_to, talk.evidence[0].according_to) == ((3,), (3,))
    assert left == LEFT
    assert found.tenures[0].holder == 3


def test_who_has_no_name_belongs_to_the_new_one_in_whose_sentence_it_stands() -> None:
    unnamed = parted(RECORD, {1}).entities[2].unnamed
    assert unnamed is not None
    assert unnamed.belongs_to == 3
    stays = parted(replace(RECORD, events=(replace(TALK, evidence=(Evidence(FIRST, "t"),)),)), {1}).entities[2].unnamed
    assert stays is not None
    assert stays.belongs_to == 0


def test_a_tenure_that_another_sentence_reports_too_stays() -> None:
    both = replace(RECORD, tenures=(Tenure(0, "chief", 1, (Evidence(SECOND, "t"), Evidence(FIRST, "t"))),))
    assert parted(both, {1}).tenures[0].holder == 0


def test_all_mentions_of_an_entity_leave_it_as_it_is_but_unknown() -> None:
    assert parted(RECORD, {0, 1}) == RECORD
    assert [entity.reference for entity in unreferred(RECORD, {0, 1}).entities] == [None, "urn:bo", None]
    assert unreferred(RECORD, {1}) == RECORD


def test_an_event_goes_and_with_it_those_in_it_without_a_name() -> None:
    found = without(RECORD, events={0}, mentions=(), entities=())
    assert found.events == (LEFT,)
    assert found.entities == ENTITIES[:2]
    assert without(RECORD, events={1}, mentions=(), entities=()).entities == ENTITIES


def test_a_mention_takes_its_argument_along_and_an_event_without_any_goes_too() -> None:
    found = without(RECORD, events=(), mentions={0}, entities=())
    assert [event.kind for event in found.events] == ["Call"]
    assert [mention.span for mention in found.mentions] == [LOW, BO]
    assert len(found.entities) == 3


@pytest.mark.parametrize(("mentions", "left"), [({2}, ["Ann Low", "guards"]), ((), ["Ann Low", "Bo Ek", "guards"])])
def test_an_entity_goes_where_no_mention_is_left(mentions: set[int], left: list[str]) -> None:
    found = without(RECORD, events=(), mentions=mentions, entities={1})
    assert [entity.name for entity in found.entities] == left


def test_what_is_left_has_the_new_numbers_of_the_entities() -> None:
    found = without(RECORD, events=(), mentions={0, 1}, entities={0})
    assert [entity.name for entity in found.entities] == ["Bo Ek", "guards"]
    assert found.entities[1].unnamed == Unnamed(None, None)
    (talk,) = found.events
    assert [argument.entity for argument in talk.arguments] == [0, 1]
    assert (talk.according_to, talk.figures[0].according_to, talk.evidence[0].according_to) == ((), (0,), ())
    assert found.tenures == ()
    assert [mention.entity for mention in found.mentions] == [0]
    of_nobody = without(RECORD, events=(), mentions={2}, entities={1})
    assert of_nobody.tenures[0].of is None

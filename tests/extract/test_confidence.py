from __future__ import annotations

from dataclasses import replace

import pytest

from kg.errors import OntologyError
from kg.extract.confidence import least_score, with_confidence
from kg.knowledge.confidence import UNSEEN
from kg.records import Event, Evidence, Span, Term
from tests.extract.mentions import mention
from tests.known import KNOWLEDGE

ATTACK = Event(Term("Attack"), (Evidence(Span(0, 1), "attack-v"),))


def confidence_of(event: Event, score: float | None = None) -> float:
    (found,) = with_confidence([event], KNOWLEDGE, score)
    return found.confidence


def test_an_event_is_as_sure_as_the_mention_of_which_the_network_is_least_sure() -> None:
    sure, faint, passed_over = (mention("Attack", score=score) for score in (0.99, 0.5, None))
    assert least_score([sure, faint]) == 0.5
    assert least_score([sure, passed_over]) == UNSEEN


def test_what_the_network_is_sure_of_is_trusted_more_than_what_it_was_not_asked() -> None:
    sure, not_asked, passed_over = (confidence_of(ATTACK, score) for score in (1.0, None, UNSEEN))
    assert 0 < passed_over < not_asked < sure < 1


def test_a_class_that_was_not_judged_has_its_own_share() -> None:
    unjudged = replace(KNOWLEDGE, confidence=replace(KNOWLEDGE.confidence, shares={}))
    (found,) = with_confidence([ATTACK], unjudged)
    assert found.confidence == KNOWLEDGE.taxonomy.precision[ATTACK.kind]
    assert confidence_of(ATTACK) == KNOWLEDGE.confidence.of(ATTACK.kind, factuality="Asserted", rule="attack-v")


def test_a_class_of_which_nothing_is_known_is_an_error() -> None:
    with pytest.raises(OntologyError, match="no kg:readingPrecision"):
        confidence_of(replace(ATTACK, kind=Term("Eclipse")))

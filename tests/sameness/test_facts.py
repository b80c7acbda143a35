"""What is compared of an event: parties in place of entities, and what its class lets count."""

from __future__ import annotations

from datetime import date

import pytest

from kg.records import (
    Argument,
    Attribute,
    DateBasis,
    Document,
    DocumentRecord,
    Entity,
    Event,
    EventDate,
    Evidence,
    Span,
    Term,
)
from kg.records.entities import Unnamed
from kg.sameness.facts import EventFacts, document_parties, event_facts, fragments
from tests.known import KNOWLEDGE

ARTICLE = date(2025, 7, 4)
ID = "https://w3id.org/newskg/id/"
IRAN, ISRAEL = f"{ID}country/iran", f"{ID}country/israel"
ENTITIES = (
    Entity(Term("Country"), "Iran", reference=IRAN),
    Entity(Term("Person"), "Bo Ek", country=ISRAEL),
    Entity(Term("UnnamedParticipant"), "troops", unnamed=Unnamed(f"{ID}participant/armed-force", 0)),
    Entity(Term("UnnamedParticipant"), "gunmen", unnamed=Unnamed(f"{ID}participant/armed-group")),
    Entity(Term("UnnamedParticipant"), "a market", unnamed=Unnamed(f"{ID}participant/market")),
    Entity(Term("Place"), "Haifa", country=ISRAEL),
)
PARTIES = document_parties(ENTITIES)


def told(
    kind: str, *roles: tuple[str, int], on: str | None = None, attributes: tuple[Attribute, ...] = ()
) -> EventFacts:
    event = Event(
        Term(kind),
        (Evidence(Span(0, 1), "t"),),
        tuple(Argument(Term(role), entity, Span(0, 1)) for role, entity in roles),
        date=None if on is None else EventDate(on, DateBasis.EXPLICIT),
        attributes=attributes,
    )
    record = DocumentRecord(Document("a", "text", ARTICLE), ENTITIES, (), (), (event,))
    return event_facts(event, record, PARTIES, KNOWLEDGE)


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        ("“We will win,” … he said", ("we will win", "he said")),
        ("We [...] won", ("we", "won")),
        ("No, never. . . Señor", ("no never", "senor")),
        ("…", ()),
    ],
)
def test_a_quotation_is_compared_by_its_pieces_without_signs_and_accents(words: str, pieces: tuple[str, ...]) -> None:
    assert fragments(words) == pieces


def test_a_party_is_a_country_that_it_is_or_serves() -> None:
    iran, ek = PARTIES[:2]
    assert (iran.nation, iran.is_country, iran.is_person) == (IRAN, True, False)
    assert (ek.nation, ek.is_country, ek.is_person) == (ISRAEL, False, True)
    assert len({party.cluster for party in PARTIES}) == len(ENTITIES)


def test_who_has_no_name_is_there_as_whom_they_belong_to_or_is_hidden() -> None:
    theirs = told("Attack", ("attacker", 2), ("target", 5))
    assert theirs.role("attacker") == {PARTIES[0]}
    assert theirs.hidden == frozenset()
    gunmen = told("Attack", ("attacker", 3), ("target", 5))
    assert gunmen.role("attacker") == frozenset()
    assert gunmen.hidden == {"attacker"}


def test_things_that_are_hit_tell_their_kind_and_people_do_not() -> None:
    assert [kinds[0] for kinds in told("Attack", ("attacker", 0), ("target", 4)).struck] == [f"{ID}participant/market"]
    assert told("Attack", ("attacker", 0), ("target", 3)).struck == frozenset()


def test_the_day_of_the_article_counts_where_the_event_has_none() -> None:
    dated, month, undated = (told("Attack", ("attacker", 0), on=on) for on in ("2025-07-01", "2025-07", None))
    assert (dated.date, dated.has_day, dated.published) == ("2025-07-01", True, None)
    assert (month.has_day, undated.has_day) == (False, False)
    assert month.published == undated.published == ARTICLE.toordinal()


def test_values_are_those_by_which_the_class_tells_its_events_apart() -> None:
    attributes = (Attribute(Term("ordinal"), 2), Attribute(Term("code"), Term("041")))
    call = told("Call", ("participant", 0), ("participant", 1), attributes=attributes)
    assert call.value(Term("ordinal")) == {"2"}
    assert call.value(Term("code")) == frozenset()
    assert call.actors == call.parties == {PARTIES[0], PARTIES[1]}
    assert call.names_somebody()
    assert not told("Attack", ("attacker", 3)).names_somebody()

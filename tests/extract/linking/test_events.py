"""Who vouches for an event that several mentions of one article tell, and what each mention keeps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract.gate import Gate
from kg.extract.linking.events import EventBuilder, headlines_of, in_one_line
from kg.records import (
    Attribute,
    DateBasis,
    Entity,
    EventDate,
    EventMention,
    Factuality,
    MentionArgument,
    MentionKind,
    Resolution,
    Span,
    Term,
    Unnamed,
)
from tests.known import KNOWLEDGE

IRAN, ISRAEL, IDF = range(3)
ENTITIES = (
    Entity(Term("Country"), "Iran", reference="iran"),
    Entity(Term("Country"), "Israel", reference="israel"),
    Entity(Term("Organization"), "IDF"),
)
TEXT = "Iran fires missiles at Israel\nIran fired on Israel. Iran struck Israel, the IDF said. Iran hit Israel."
TITLE, FIRST, SAID, LAST = (TEXT.index(words) for words in ("fires", "fired", "struck", "hit"))


def argument(role: str, entity: int | None, at: int, unnamed: Unnamed | None = None) -> MentionArgument:
    return MentionArgument(Term(role), Span(at - 5, at - 1), at, entity, MentionKind.NAME, "test", unnamed=unnamed)


def mention(at: int, *, by: int | None = IRAN, claimed: bool = False, target: bool = True) -> EventMention:
    unnamed = Unnamed(None) if by is None else None
    arguments = [argument("attacker", by, at, unnamed), *([argument("target", ISRAEL, at + 1)] if target else [])]
    return EventMention(
        trigger=Span(at, at + 3),
        sentence=Span(at - 5, at + 12),
        kind=Term("Attack"),
        readers=("frames",),
        rule="attack-v",
        arguments=tuple(arguments),
        factuality=Factuality.ASSERTED,
        is_noun=False,
        definite=False,
        according_to=(IDF,) if claimed else (),
    )


def builder() -> EventBuilder:
    gate = Gate(ENTITIES, KNOWLEDGE.taxonomy, KNOWLEDGE.words, KNOWLEDGE.gate, frozenset(), is_read=True)
    return EventBuilder.over(TEXT, headlines_of(TEXT), Resolution(ENTITIES, (), ()), gate)


@pytest.mark.parametrize(
    ("group", "claimants"),
    [
        ([mention(FIRST)], ()),
        ([mention(SAID, claimed=True)], (IDF,)),
        ([mention(FIRST), mention(SAID, claimed=True)], ()),
        ([mention(FIRST, by=None), mention(SAID, claimed=True)], ()),
        ([mention(TITLE), mention(SAID, claimed=True)], (IDF,)),
        ([mention(FIRST, target=False), mention(SAID, claimed=True)], (IDF,)),
        ([mention(SAID, claimed=True), mention(LAST)], (IDF,)),
        ([mention(FIRST), mention(SAID, claimed=True), mention(LAST)], ()),
    ],
)
def test_a_claim_stays_one_unless_the_writer_told_it_before(group: list[EventMention], claimants: tuple[int]) -> None:
    (event,) = builder().events(group)

    assert event.according_to == claimants
    assert [evidence.according_to for evidence in event.evidence] == [m.according_to for m in group]


REFERS = replace(mention(SAID, claimed=True), arguments=(), is_noun=True, definite=True)


@pytest.mark.parametrize(
    ("group", "claimants"),
    [
        ([mention(FIRST, target=False), REFERS], ()),
        ([REFERS, mention(LAST)], ()),
        ([REFERS], (IDF,)),
        ([mention(FIRST, target=False), replace(REFERS, definite=False)], (IDF,)),
        ([mention(FIRST, target=False), replace(REFERS, arguments=mention(SAID).arguments)], (IDF,)),
        ([mention(SAID, claimed=True), replace(REFERS, according_to=(IRAN,)), mention(LAST)], (IDF,)),
    ],
)
def test_who_only_refers_to_an_event_claims_none(group: list[EventMention], claimants: tuple[int]) -> None:
    (event,) = builder().events(group)

    assert event.according_to == claimants


def test_who_claims_without_a_name_goes_with_the_claim() -> None:
    source = replace(mention(SAID), attributes=(Attribute(Term("unnamedSource"), "officials"),))

    (claim,) = builder().events([source, mention(LAST)])
    (fact,) = builder().events([mention(FIRST), source])

    assert claim.attributes == source.attributes
    assert fact.attributes == ()


def test_evidence_keeps_what_the_mention_tells() -> None:
    day = EventDate("2025-06-13", DateBasis.EXPLICIT)
    told = replace(mention(FIRST), date=day, factuality=Factuality.POSSIBLE)

    (event,) = builder().events([told, mention(LAST)])

    assert [(e.trigger, e.factuality, e.date) for e in event.evidence] == [
        (Span(FIRST, FIRST + 3), Factuality.POSSIBLE, day),
        (Span(LAST, LAST + 3), Factuality.ASSERTED, None),
    ]


def test_another_day_has_participants_of_its_own() -> None:
    days = tuple(EventDate(f"2025-06-1{day}", DateBasis.EXPLICIT) for day in (3, 4))
    made = builder()

    first, second = made.events([replace(mention(FIRST, by=None), date=days[0], repeated=days[1:])])

    unnamed = [[a.entity for a in event.arguments if made.entities[a.entity].unnamed] for event in (first, second)]
    assert unnamed[0] != unnamed[1]
    assert [event.evidence[0].date for event in (first, second)] == list(days)


def test_a_sentence_that_tells_an_event_twice_is_one_piece_of_evidence() -> None:
    day = EventDate("2025-06-13", DateBasis.EXPLICIT)
    whole = replace(mention(FIRST), factuality=Factuality.PLANNED)
    part = replace(mention(SAID, by=None, target=False), sentence=whole.sentence, date=day)

    (event,) = builder().events([part, whole, mention(LAST)])

    assert [(e.trigger, e.factuality, e.date) for e in event.evidence] == [
        (Span(FIRST, FIRST + 3), Factuality.ASSERTED, day),
        (Span(LAST, LAST + 3), Factuality.ASSERTED, None),
    ]


@pytest.mark.parametrize(
    ("first", "last", "inside"),
    [(0, 9, True), (9, 9, True), (0, 10, False), (10, 10, False), (25, 29, True), (5, 25, False), (30, 30, False)],
)
def test_characters_are_in_one_of_several_lines_or_in_none(first: int, last: int, *, inside: bool) -> None:
    assert in_one_line((Span(0, 10), Span(20, 30)), first, last) is inside
    assert not in_one_line((), first, last)


def test_who_has_a_role_takes_part_by_that() -> None:
    attacker, party = (argument(role, IRAN, FIRST) for role in ("attacker", "participant"))
    other = argument("participant", ISRAEL, FIRST)
    (event,) = builder().events([replace(mention(FIRST), arguments=(attacker, party, other))])
    assert [(str(a.role), a.entity) for a in event.arguments] == [("attacker", IRAN), ("participant", ISRAEL)]

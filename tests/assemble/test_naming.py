"""Who takes part in an event and is named by none of its sentences is named by words that the event cites."""

from __future__ import annotations

import pytest

from kg.assemble.naming import named_elsewhere
from kg.errors import GraphError
from kg.records import Document, DocumentRecord, Entity, Event, Mention, MentionKind, Term
from tests.building import arguments, evidence, mention

TEXT = "Ann of Peru met Bo. Bo rose. Peru and Chile will meet again, with weapons. She left."
ENTITIES = (
    *(Entity(Term("Person"), name) for name in ("Ann", "Bo")),
    *(Entity(Term("Country"), name) for name in ("Peru", "Chile")),
    Entity(Term("Weapon"), "weapon"),
)
MENTIONS = (
    *(mention(TEXT, entity, words) for entity, words in enumerate(("Ann", "Bo", "Peru", "Chile"))),
    mention(TEXT, 2, "Peru and", MentionKind.METONYM),
    mention(TEXT, 4, "weapons", MentionKind.GENERIC),
)


def cited(*told: tuple[str, Event], mentions: tuple[Mention, ...] = MENTIONS) -> list[tuple[str, str]]:
    """The words that are cited, with the document of each."""
    records = {at: DocumentRecord(Document(at, TEXT), ENTITIES, mentions, (), ()) for at, _ in told}
    iris = {at: [entity.name for entity in ENTITIES] for at in records}
    return [(at, TEXT[m.span.start : m.span.end]) for at, m in named_elsewhere(told, records, iris)]


def event(words: str, *who: tuple[int, str]) -> Event:
    """An event that some words tell, and who takes part in it by which others."""
    taking = arguments(TEXT, *(("participant", entity, by) for entity, by in who))
    return Event(Term("Meeting"), evidence(TEXT, words), taking)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (event("Ann of Peru met Bo.", (0, "Ann"), (1, "Bo")), []),
        (event("She left.", (0, "Ann")), ["Ann"]),
        (event("She left.", (0, "She")), ["Ann"]),
        (event("Bo rose.", (2, "Ann")), ["Ann", "Peru"]),
        (event("She left.", (2, "She")), ["Peru and"]),
        (event("Bo rose.", (3, "Bo")), ["Bo", "Chile"]),
        (event("She left.", (4, "weapons")), []),
        (event("Peru and Chile will meet again, with weapons.", (2, "Peru and"), (4, "weapons")), []),
    ],
)
def test_the_words_are_where_the_text_says_who_it_is_and_what_names_it_nearest(told: Event, words: list[str]) -> None:
    assert cited(("a", told)) == [("a", each) for each in words]


def test_whom_one_article_names_in_its_sentence_no_other_needs_to() -> None:
    assert cited(("a", event("She left.", (0, "Ann"))), ("b", event("Ann of Peru met Bo.", (0, "Ann")))) == []


def test_nobody_takes_part_to_whom_no_words_refer() -> None:
    with pytest.raises(GraphError, match="'Ann' takes part in an event, and no words refer to it"):
        cited(("a", event("She left.", (0, "Ann"))), mentions=MENTIONS[1:])

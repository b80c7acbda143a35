from __future__ import annotations

from dataclasses import replace

from kg.records import MentionKind, Span, Term
from kg.resolve.found import Found, Identity, clean, number_entities

TEXT = "Ada [Mary] Byron met Crete; Byron left"
ADA = Identity("ada", Term("Person"))
CRETE = Identity("crete", Term("Place"), label="Crete Island")
FULL = Found(0, 16, ADA, MentionKind.NAME, "full")
AGAIN = Found(28, 33, ADA, MentionKind.NAME, "family name")
PLACE = Found(21, 26, CRETE, MentionKind.METONYM, "capital")


def test_entities_are_numbered_by_their_first_mention_and_called_by_the_fullest_name() -> None:
    entities, mentions, index = number_entities(TEXT, [AGAIN, PLACE, FULL])
    assert [(entity.name, entity.names) for entity in entities] == [
        ("Ada Mary Byron", ("Ada Mary Byron", "Byron")),
        ("Crete Island", ()),
    ]
    assert [(mention.span, mention.entity) for mention in mentions] == [
        (Span(0, 16), 0),
        (Span(21, 26), 1),
        (Span(28, 33), 0),
    ]
    assert index == {"ada": 0, "crete": 1}


def test_of_two_readings_of_a_span_the_first_stays_and_another_entity_has_a_mention_of_its_own() -> None:
    other = replace(FULL, rule="later")
    _, mentions, _ = number_entities(TEXT, [FULL, other, replace(FULL, identity=CRETE)])
    assert [(mention.entity, mention.rule) for mention in mentions] == [(0, "full"), (1, "full")]


def test_a_name_is_on_one_line_without_an_editors_brackets() -> None:
    assert clean("[Ada]\n Byron") == "Ada Byron"

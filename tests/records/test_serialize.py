import json
from dataclasses import replace
from datetime import date

import pytest

from kg.errors import InputError
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
    Factuality,
    Figure,
    Mention,
    MentionKind,
    Span,
    Tenure,
    Term,
)
from kg.serialize import from_json, to_json

PROOF = (Evidence(Span(0, 5), "rule"),)
FULL = DocumentRecord(
    Document("a", "Трамп “called” Zelenskyy 😀", date(2025, 7, 4), "Title", "Outlet", "https://example.org/"),
    (
        Entity(
            Term("Person"), "Donald Trump", ("Donald Trump", "Trump"), "https://example.org/t", "https://example.org/us"
        ),
        Entity(Term("Weapon"), "Foo-7", ("Foo-7",), broader="https://example.org/missile"),
    ),
    (Mention(Span(0, 5), 0, MentionKind.NAME, "gazetteer"),),
    (Tenure(0, "president", None, PROOF),),
    (
        Event(
            Term("Call"),
            PROOF,
            (Argument(Term("participant"), 0, Span(0, 5)),),
            Factuality.DENIED,
            EventDate("2025-07", DateBasis.RELATIVE),
            "PT40M",
            (Attribute(Term("ordinal"), 6), Attribute(Term("medium"), Term("Telephone"))),
            (Figure(Term("Injured"), 23, None, PROOF, weapon=1, according_to=(0,)),),
            (0,),
            ("air defence",),
            "very disappointed",
            0.83,
        ),
        Event(Term("Attack"), PROOF),
    ),
)
BARE = DocumentRecord(Document("b", ""), (), (), (), ())


@pytest.mark.parametrize("record", [FULL, BARE])
def test_record_comes_back_equal_and_of_the_same_types(record: DocumentRecord) -> None:
    again = from_json(to_json(record))
    assert again == record
    assert repr(again) == repr(record)


def test_bytes_are_the_same_for_equal_records() -> None:
    assert to_json(FULL) == to_json(from_json(to_json(FULL)))
    assert to_json(FULL) != to_json(replace(FULL, events=()))


def test_json_says_its_version_and_is_readable_as_text() -> None:
    assert json.loads(to_json(FULL))["version"] == 2
    assert "Трамп" in to_json(FULL).decode()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"version":2', '"version":0'),
        ('"factuality":"Denied"', '"factuality":"Perhaps"'),
        ('"confidence":0.83', '"confidence":"high"'),
        ('"start":0', '"begin":0'),
        ('"start":0', '"start":"0"'),
        ('"start":0', '"start":true'),
        ('"date":"2025-07-04"', '"date":"4 July"'),
        ('"tenures":[', '"tenures":null,"more":['),
        ('{"record"', '["record"'),
    ],
)
def test_anything_else_is_refused(old: str, new: str) -> None:
    text = to_json(FULL).decode()
    assert old in text
    with pytest.raises(InputError, match="no record as JSON"):
        from_json(text.replace(old, new).encode())


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(InputError):
        from_json(b"\xff\x00")

from __future__ import annotations

import pytest

from kg.extract.event_mentions.titles import conversation_class, specify
from kg.records import Term
from tests.extract.mentions import RUSSIA, UKRAINE, mention, named
from tests.known import KNOWLEDGE

WORDS, TAXONOMY = KNOWLEDGE.words, KNOWLEDGE.taxonomy
CALL = Term("Call")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Readout of a call with the king", "Call"),
        ("Presidents hold phone calls", "Call"),
        ("A call and a meeting", None),
        ("Missiles hit a port", None),
        (None, None),
    ],
)
def test_a_title_names_a_class_of_conversation_only_where_it_names_one(title: str | None, kind: str | None) -> None:
    assert conversation_class(title, WORDS, TAXONOMY) == kind


def test_the_class_of_the_title_goes_to_the_first_conversation_that_is_told_and_to_no_later_one() -> None:
    sides = (named("participant", RUSSIA), named("participant", UKRAINE))
    bare, first, later = (mention("Conversation", *sides, at=at) for at in (0, 10, 20))
    kinds = [found.kind for found in specify([bare, first, later], [10, 20], CALL, TAXONOMY)]
    assert kinds == ["Conversation", "Call", "Conversation"]


def test_a_title_changes_no_conversation_whose_own_words_tell_its_class() -> None:
    met = mention("Meeting", named("participant", RUSSIA), at=1)
    assert specify([met], [1], CALL, TAXONOMY) == [met]
    assert specify([met], [1], None, TAXONOMY) == [met]

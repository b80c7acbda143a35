from __future__ import annotations

import pytest

from kg.records import MentionKind, Term
from kg.resolve.found import Found, Identity
from kg.resolve.places.acronyms import joined_acronyms
from tests.grammar.trees import unparsed
from tests.resolve.contexts import context_of

NAME = "Northern Harbour Trust"


def joined(text: str, full: str, short: str) -> bool:
    """Say whether the acronym, in its last place, is taken for the organization with the full name."""
    found = []
    for name in (full, short):
        start = text.rindex(name)
        identity = Identity(name, Term("Organization"))
        found.append(Found(start, start + len(name), identity, MentionKind.NAME, "model"))
    return joined_acronyms(context_of(unparsed(text)), found)[1].identity.key == full


@pytest.mark.parametrize(
    ("text", "full", "short", "one"),
    [
        (f"The {NAME} met. NHT said no.", NAME, "NHT", True),
        (f"The {NAME} met. NHB said no.", NAME, "NHB", False),
        ("The Harbour Trust (HT) met.", "Harbour Trust", "HT", True),
        ("The Harbour Trust met. HT said no.", "Harbour Trust", "HT", False),
        ("The Front for Free Lowlands (FLB) met.", "Front for Free Lowlands", "FLB", True),
        ("The Front for Free Lowlands met (FLB).", "Front for Free Lowlands", "FLB", False),
    ],
)
def test_an_acronym_is_the_body_that_brackets_or_three_capitals_explain(
    text: str, full: str, short: str, *, one: bool
) -> None:
    assert joined(text, full, short) is one

"""A sentence that says only where or when "it" or "the incident" happened tells it of the deed before."""

from __future__ import annotations

import pytest

from kg.extract.event_mentions.taken_up import with_taken_up
from kg.records import Factuality, Span
from tests.extract.analysed import analysed
from tests.extract.mentions import mention
from tests.grammar.trees import at, joined

SHOT = """
Gunmen gunman NOUN NNS 2 nsubj
shot shoot VERB VBD 0 ROOT
{} 2 obj
"""
TAKEN_UP = """
{subject} 2 nsubj
{verb} 0 ROOT
in in ADP IN 4 case
Quetta Quetta PROPN NNP 2 obl
"""
IT, HAPPENED = "It it PRON PRP", "happened happen VERB VBD"


def told(subject: str = IT, verb: str = HAPPENED, fact: Factuality = Factuality.ASSERTED) -> list[tuple[str, int]]:
    doc = joined(SHOT.format("two two NUM CD"), TAKEN_UP.format(subject=subject, verb=verb))
    deed = at(doc, "shot")
    sentence = Span(deed.sent[0].idx, deed.sent[-1].idx + len(deed.sent[-1]))
    shot = mention("Attack", at=deed.idx, sentence=sentence, factuality=fact)
    found = with_taken_up([shot], analysed(doc, Quetta="Place"))
    return [(argument.role, len(one.links)) for one in found[1:] for argument in one.arguments]


def test_where_it_happened_is_told_of_the_deed_before() -> None:
    assert told() == [("place", 1)]


@pytest.mark.parametrize(
    ("subject", "verb", "fact"),
    [
        ("Ann Ann PROPN NNP", HAPPENED, Factuality.ASSERTED),
        (IT, "rained rain VERB VBD", Factuality.ASSERTED),
        (IT, HAPPENED, Factuality.PLANNED),
    ],
)
def test_else_it_is_told_of_nothing(subject: str, verb: str, fact: Factuality) -> None:
    assert told(subject, verb, fact) == []

"""Who is only spoken of in talks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract.event_mentions.spoken_of import without_spoken_of
from tests.extract.analysed import analysed
from tests.extract.mentions import mention, unnamed
from tests.grammar.trees import tree

ANALYSIS = analysed(tree("discussed discuss VERB VBD 0 ROOT"))


@pytest.mark.parametrize(
    ("kind", "score", "left"),
    [("Call", 0.5, 0), ("Call", None, 1), ("Attack", 0.5, 1)],
    ids=["call", "frame", "attack"],
)
def test_whom_a_frame_has_for_the_topic_takes_no_part(kind: str, score: float | None, left: int) -> None:
    topic = unnamed("topic", "government")
    spoken_of = replace(unnamed("participant", "government"), head=topic.head, score=score)
    told = list(without_spoken_of([mention("Call", topic), mention(kind, spoken_of)], ANALYSIS))
    assert len(told[1].arguments) == left

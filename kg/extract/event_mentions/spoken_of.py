"""What talks are about: who is only spoken of takes no part in them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extract.analysis import Analysis
    from kg.records import EventMention

CONVERSATION, TOPIC = Term("Conversation"), Term("topic")


def without_spoken_of(mentions: Sequence[EventMention], analysis: Analysis) -> Iterator[EventMention]:
    """Yield the mentions; of talks no party whom a frame of the same sentence has for what they were about.

    So where a learnt reader alone takes them for one: "discussed [Ukraine] in a video call".
    """
    talks = [mention for mention in mentions if analysis.taxonomy.is_a(mention.kind, CONVERSATION)]
    topics = {(m.sentence, a.head) for m in talks for a in m.arguments if a.role == TOPIC and a.score is None}
    for mention in mentions:
        if not topics or not analysis.taxonomy.is_a(mention.kind, CONVERSATION):
            yield mention
            continue
        kept = tuple(
            a
            for a in mention.arguments
            if a.score is None or (mention.sentence, a.head) not in topics or not analysis.taxonomy.is_part(a.role)
        )
        yield mention if kept == mention.arguments else replace(mention, arguments=kept)

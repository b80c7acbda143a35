"""What a title tells of the conversation that its article is about."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.knowledge.lexicon import EntryKind, PartOfSpeech
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.knowledge.taxonomy import Taxonomy
    from kg.knowledge.words import Words
    from kg.records import EventMention

CONVERSATION = Term("Conversation")


def conversation_class(title: str | None, words: Words, taxonomy: Taxonomy) -> Term | None:
    """Return the class of conversation that a title names ("Readout of a call"), or None."""
    found = re.findall(r"\w+", (title or "").lower())
    # A title has no syntax to speak of: "calls" may be a verb or a plural, and either way it is about a call.
    forms = {form for word in found for form in words.endings.singulars_of(word)}
    named = {
        word.entry.evokes
        for form in forms
        for word in words.lexicon.find(form, PartOfSpeech.NOUN)
        if word.entry.kind is EntryKind.EVENT and word.partner is None
        if word.entry.evokes is not None and taxonomy.is_a(word.entry.evokes, CONVERSATION)
    }
    return next(iter(named)) if len(named) == 1 else None


def specify(
    mentions: Sequence[EventMention], told: Iterable[int], kind: Term | None, taxonomy: Taxonomy
) -> list[EventMention]:
    """Give the title's class to the first conversation of the article, if its own words leave the class open.

    `told` are where the triggers of mentions begin that name enough participants; a later conversation is another.
    """
    first = next(
        (m.trigger.start for m in mentions if taxonomy.is_a(m.kind, CONVERSATION) and m.trigger.start in set(told)),
        None,
    )
    if kind is None or not taxonomy.is_a(kind, CONVERSATION):
        return list(mentions)
    return [replace(m, kind=kind) if m.trigger.start == first and taxonomy.is_a(kind, m.kind) else m for m in mentions]

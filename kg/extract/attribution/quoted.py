"""Who tells what stands between quotation marks: each sentence there is a claim of who speaks, not of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.attribution.quotes import turns_of_text
from kg.grammar.remembered import remembered
from kg.grammar.syntax import base_phrase

if TYPE_CHECKING:
    from kg.extract.participants.mentions import MentionIndex
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words


@remembered
def quoted_by(predicate: Token, index: MentionIndex, words: Words) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Return the entities in whose quotation a predicate stands, else the words for a speaker without a name.

    So of “Chad shelled Tine. Togo shelled Lome,” he said: only the last sentence hangs on the verb.
    """
    for turn in turns_of_text(predicate.doc[0], index, words):
        if any(quotation.start <= predicate.idx < quotation.end for quotation in turn.quotations):
            cue = turn.cue
            if cue.unnamed is None:
                return tuple(dict.fromkeys(reference.entity for reference in cue.speakers)), ()
            return (), (base_phrase(cue.unnamed),)
    return (), ()

"""Who tells what stands between quotation marks: each sentence there is a claim of who speaks, not of the article."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from kg.extract.attribution.quotes import turns_of_text
from kg.grammar.remembered import remembered
from kg.grammar.syntax import base_phrase

if TYPE_CHECKING:
    from kg.extract.attribution.cues import Cue
    from kg.extract.participants.mentions import MentionIndex
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words


@remembered
def quoted_by(predicate: Token, index: MentionIndex, words: Words) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Return the entities in whose quotation a predicate stands, else the words for a speaker without a name.

    So of “Chad shelled Tine. Togo shelled Lome,” he said: only the last sentence hangs on the verb.
    """
    starts, quotations = _quotations(predicate.doc[0], index, words)
    at = bisect_right(starts, predicate.idx) - 1
    if at < 0 or predicate.idx >= quotations[at][0]:
        return (), ()
    cue = quotations[at][1]
    if cue.unnamed is None:
        return tuple(dict.fromkeys(reference.entity for reference in cue.speakers)), ()
    return (), (base_phrase(cue.unnamed),)


@remembered
def _quotations(first: Token, index: MentionIndex, words: Words) -> tuple[list[int], list[tuple[int, Cue]]]:
    """Return where the quotations of the text that a token begins start, and where each ends and who speaks there."""
    found: dict[int, tuple[int, Cue]] = {}
    for turn in turns_of_text(first, index, words):
        for quotation in turn.quotations:
            found.setdefault(quotation.start, (quotation.end, turn.cue))
    starts = sorted(found)
    return starts, [found[start] for start in starts]

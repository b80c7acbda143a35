"""Predicates between quotation marks that nobody is said to have said: Chad “bombed” Tine."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from kg.extract.attribution.clauses import is_claimed
from kg.grammar.quotation.marks import find_quotations
from kg.grammar.remembered import remembered
from kg.grammar.syntax import ANY_SUBJECTS

if TYPE_CHECKING:
    from kg.grammar.quotation.marks import Quotation
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words


def is_held_at_a_distance(verb: Token, words: Words) -> bool:
    """Say whether a verb stands between quotation marks, and its subject before them, with nobody who says so.

    By such marks a headline tells that what it says is what others say (Quirk et al. 1985, appendix III.21).
    """
    if verb.pos_ != "VERB":
        return False
    subject = next((child for child in verb.lefts if child.dep_ in ANY_SUBJECTS), None)
    if subject is None:
        return False
    starts, quotations = _quotations(verb.doc[0], words)
    at = bisect_right(starts, verb.idx) - 1
    inside = at >= 0 and subject.idx < starts[at] and verb.idx < quotations[at].end
    return inside and not is_claimed(verb, words)


@remembered
def _quotations(first: Token, words: Words) -> tuple[list[int], list[Quotation]]:
    """Return the quotations of the text that a token begins, with where each starts."""
    found = list(find_quotations(first.doc, words))
    return [quotation.start for quotation in found], found

"""Predicates between quotation marks that nobody is said to have said: Chad “bombed” Tine."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from kg.extract.attribution.clauses import is_claimed
from kg.grammar.quotation.marks import find_quotations
from kg.grammar.syntax import ANY_SUBJECTS

if TYPE_CHECKING:
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
    quotations = find_quotations(verb.doc, words)
    at = bisect_right(quotations, verb.idx, key=lambda quotation: quotation.start) - 1
    inside = at >= 0 and subject.idx < quotations[at].start and verb.idx < quotations[at].end
    return inside and not is_claimed(verb, words)

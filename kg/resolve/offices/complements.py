"""Offices that their complement and a comma part from the name behind: "Peru's ambassador to Kenya, X,"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.knowledge.folding import fold
from kg.resolve.offices.phrases import parse_office

if TYPE_CHECKING:
    from kg.grammar.tree import Token
    from kg.resolve.context import Context
    from kg.resolve.names.spans import Name
    from kg.resolve.offices.phrases import Office

#: Pieces of the longest office with its complement.
LONGEST = 14
LEADING, OWNER = frozenset({"case", "cc", "det", "punct"}), "nmod:poss"


def office_with_complement(context: Context, name: Name) -> Office | None:
    """Return the office beside which the name stands by its syntax, without where its holder is.

    None where what stands before the comma is no single office: who "met the king of Peru, Ann said" is not the king.
    """
    word = context.token(name.first)
    head = word.head
    if word.dep_ != "appos" or head.i >= word.i or head.tag_ not in {"NN", "NNP"}:
        return None
    first, last = _begin(context, head), name.first - 1
    if not 0 < last - first <= LONGEST or not context.same_line(first, last):
        return None
    behind = context.piece_of[head.i] + 1
    last = next((at for at in range(behind, last) if _tells_where(context, at)), last)
    office = parse_office(context, first, last, needs_end=False)
    if office is None or office.head in context.words.offices.predecessor:
        return None  # whose predecessor he is does not tell what he was
    return office if fold(head.text) in office.head.split() else None


def _begin(context: Context, head: Token) -> int:
    """Return where the office begins, behind prepositions, articles and an owner that is no country or body."""
    first = context.piece_of[head.left_edge.i]
    for child in head.lefts:
        known = any(
            context.match_of[context.piece_of[at]] is not None
            for at in range(child.left_edge.i, child.right_edge.i + 1)
        )
        if child.dep_ in LEADING or (child.dep_ == OWNER and not known):
            while context.token_of[first] <= child.right_edge.i:
                first += 1
    return first


def _tells_where(context: Context, index: int) -> bool:
    """Whether a preposition begins what is no part of an office: "the U.S. ambassador [in] Caracas"."""
    offices = context.words.offices
    return context.token(index).pos_ == "ADP" and context.keys[index] not in offices.office_preposition

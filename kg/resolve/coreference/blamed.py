"""Whose a reason is: what somebody is blamed, punished or hit for is his: "sanctions on Iran for [its] programme"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.syntax import marker_of, motives_of
from kg.grammar.words import entries
from kg.knowledge.lexicon import EntryKind
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.grammar.tree import Token
    from kg.resolve.context import Context
    from kg.resolve.found import Found

JUDGED = frozenset(map(Term, ("Sanction", "Accusation", "Expulsion", "Arrest")))
ATTACK = Term("Attack")
BLAMED = frozenset({"obj", "obl", "nmod", "nmod:poss"})


def owner_of_reason(context: Context, token: Token, subjects: Mapping[int, Sequence[Found]]) -> Token | None:
    """Return whom something is done to for a reason that the possessive owns: "sanctions on Iran for its programme".

    So also who is hit for what he did: "struck Iran in retaliation for its attack".
    """
    noun = token.head
    cases = {child.lower_ for child in noun.children if child.dep_ == "case"}
    over = noun.head if not cases.isdisjoint(context.words.prepositions.reason) else None
    over = _answering(noun, context) or over
    if token.dep_ != "nmod:poss" or over is None or over.i > token.i:
        return None
    named = [part for part in context.doc[over.left_edge.i : token.i] if part.i in subjects and part.dep_ in BLAMED]
    return named[-1] if named else None


def _answering(noun: Token, context: Context) -> Token | None:
    """Return the verb by which somebody is punished, blamed or hit for what a noun tells, None where none is.

    So "sanctions on Iran because of its raid", as verbs of judging take who is judged for the cause (Garvey and
    Caramazza 1974), and whatever is done "in retaliation for" it.
    """
    marker, motives = marker_of(noun), motives_of(noun) & context.words.prepositions.motive
    if marker not in motives:
        return noun.head.head if motives else None
    verb = noun.head
    told = (verb, *(child for child in verb.children if child.dep_ in {"obj", "nsubj:pass"}))
    judges = any(
        entry.evokes in {*JUDGED, ATTACK} for word in told for entry in entries(context.words, word, EntryKind.EVENT)
    )
    return verb if judges and " " in marker else None

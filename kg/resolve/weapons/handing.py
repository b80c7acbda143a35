"""What one state hands to another: of their ships and planes, those of their forces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.fillers import verb_fillers
from kg.grammar.words import evokes
from kg.knowledge.lexicon import Function
from kg.records import Term
from kg.resolve.matching.gazetteer import lands_of

if TYPE_CHECKING:
    from kg.grammar.tree import Token
    from kg.resolve.context import Context
    from kg.resolve.matching.gazetteer import Match

TRANSFER = Term("Transfer")
SIDES = frozenset({Function.SUBJECT, Function.INDIRECT_OBJECT})


def changes_hands(context: Context, match: Match) -> bool:
    """Whether a word for arms and other things is what one country gives another: "will give Ghana a ship".

    So is what it donates to him. Who stands between the verb and the thing comes to have it (Quirk et al. 1985, 10.7);
    a ship that is only sent to him may bring anything, and what a company gives may be any.
    """
    noun, words = context.token(match.last - 1), context.words
    verb = noun.head
    if verb.pos_ != "VERB" or not evokes(verb, {TRANSFER}, words, context.taxonomy):
        return False
    fillers = list(verb_fillers(verb, words))
    thing = any(f.function is Function.OBJECT and f.token.i == noun.i for f in fillers)
    sides = {f.function for f in fillers if f.function in SIDES and _is_land(context, f.token)}
    dative, given = words.prepositions.dative, verb.lemma_.lower() in words.weapons.giving_verb
    handed = given and any(f.marker in dative and _is_land(context, f.token) for f in fillers)
    return thing and (sides == SIDES or (handed and Function.SUBJECT in sides))


def _is_land(context: Context, token: Token) -> bool:
    piece = context.piece_of[token.i]
    match = context.match_of[piece] if piece >= 0 else None
    return match is not None and any(True for _ in lands_of(match))

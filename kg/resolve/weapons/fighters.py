"""Men of the name of an aircraft: "rebel fighters shot down a helicopter", "his fighters"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.resolve.context import STATE_ORGANS
from kg.resolve.matching.gazetteer import lands_of

if TYPE_CHECKING:
    from kg.grammar.tree import Token
    from kg.resolve.context import Context
    from kg.resolve.matching.gazetteer import Match

POSSESSIVE = "PRP$"
SUFFERING = frozenset({"obj", "nsubj:pass"})
MODIFIERS = frozenset({"amod", "compound", "nmod:poss", "nmod", "nmod:desc"})


def are_men(context: Context, match: Match) -> bool:
    """Whether what stands before "fighters", or the verb, is said of men alone, whatever aircraft its sentence names.

    So are those of a group or a region ("Hamas fighters", "Kachin fighters"), of a side in a war ("rebel fighters") and
    of a person ("his fighters"): a state has aircraft, and those of its name may be either.
    """
    noun = context.token(match.last - 1)
    before = [child for child in noun.children if child.i < noun.i and child.dep_ in MODIFIERS]
    return any(_is_of_men(context, child) for child in before) or _acts_as_men(context, noun)


def _acts_as_men(context: Context, noun: Token) -> bool:
    """Whether the noun does or suffers what men alone do and suffer: "fighters stormed a base", "ten were killed"."""
    words, verb = context.words.weapons, noun.head.lemma_.lower()
    befallen = noun.dep_ in SUFFERING and verb in words.bodily_verb
    return befallen or (noun.dep_ == "nsubj" and verb in words.ground_verb)


def _is_of_men(context: Context, word: Token) -> bool:
    words = context.words
    if word.tag_ == POSSESSIVE:
        return word.lower_ in words.pronouns.male_pronoun | words.pronouns.female_pronoun
    if any(part.lower_ in words.weapons.fighting_side for part in (word, *word.children)):
        return True  # "pro-government fighters" too
    piece = context.piece_of[word.i]
    match = context.match_of[piece] if piece >= 0 else None
    if match is None or any(True for _ in lands_of(match)):
        return False
    named = [reading.resource for reading in match.readings]
    return any(of.kind == "Place" or (of.kind == "Organization" and of.sort not in STATE_ORGANS) for of in named)

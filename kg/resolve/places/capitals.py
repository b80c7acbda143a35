"""Whether a capital's name means the city or the government that sits there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.headlines import is_label, is_signature
from kg.grammar.hyphens import HYPHENS
from kg.grammar.syntax import marker_of
from kg.resolve.context import word_keys

if TYPE_CHECKING:
    from kg.grammar.tree import Token
    from kg.resolve.context import Context


def is_government(context: Context, token: Token) -> bool:
    """Whether the capital at the token stands for its government: it acts, owns or receives, and is no scene."""
    words = context.words
    dep = token.dep_
    head = token.head
    if dep == "conj" and head.i != token.i and not own_case(token):
        return is_government(context, head)
    if _before_hyphen(context, token) or is_signature(token) or is_label(token):
        return True
    if dep.startswith("nsubj") or dep == "csubj":
        return _acts(context, token)
    if dep in {"obj", "iobj"}:
        return word_keys(head).isdisjoint(words.states.harm_word | words.states.motion_word)
    if case := own_case(token):
        return _receives(context, token, case)
    if dep == "nmod:poss":
        return not _urban(context, head) or _is_aimed(context, head)
    if dep in {"compound", "amod", "nmod"}:
        agents = words.states.government_noun | words.states.force_noun | words.offices.office_noun
        return not word_keys(head).isdisjoint(agents) and not _urban(context, head)
    return False


def own_case(token: Token) -> Token | None:
    """Return the preposition of the noun, if it has one of its own."""
    return next((child for child in token.children if child.dep_ == "case" and child.pos_ == "ADP"), None)


def _before_hyphen(context: Context, token: Token) -> bool:
    """Whether the name leads a compound such as "Moscow-backed"."""
    piece = context.piece_of[token.i] + 1
    return (
        piece + 1 < len(context.pieces)
        and context.pieces[piece].text in HYPHENS
        and context.gap(piece) == ""
        and context.gap(piece + 1) == ""
        and not context.pieces[piece + 1].is_capital
    )


def _acts(context: Context, token: Token) -> bool:
    """Whether a subject acts; the passive subject of harm is the scene, as is the subject of being or waking.

    Who "is to send" something acts: before an infinitive the copula is a modal.
    """
    verb = token.head
    harm = not word_keys(verb).isdisjoint(context.words.states.harm_word)
    if token.dep_ == "nsubj:pass":
        return not harm
    if any(child.dep_ == "cop" for child in verb.children) and verb.tag_ != "VB":
        return verb.pos_ == "ADJ"
    return not harm or any(child.dep_ in {"obj", "ccomp", "xcomp"} for child in verb.children)


def _receives(context: Context, token: Token, case: Token) -> bool:
    words = context.words
    if case.lower_ in words.prepositions.inner:
        return False  # "met both sides in Paris", who "side with Paris" aside
    near = word_keys(token.head)
    near = near.union(
        *(word_keys(child) for child in token.head.children if child.dep_ == "obj")
    )  # "laid the blame on"
    if case.lower_ in words.states.place_preposition:
        return not near.isdisjoint(words.states.agent_leaning)
    if case.lower_ in words.states.way_preposition:
        return words.states.motion_word.isdisjoint(near | word_keys(token.head.head))
    return True


def _is_aimed(context: Context, act: Token) -> bool:
    """Say whether its aim stands behind an act: "Moscow's attack on Kharkiv", not "Moscow's attack on Friday"."""
    markers = context.words.prepositions.blame | context.words.prepositions.opposed
    aims = (child for child in act.rights if child.dep_ == "nmod" and marker_of(child) in markers)
    return any(aim.pos_ == "NOUN" or context.match_of[context.piece_of[aim.i]] is not None for aim in aims)


def _urban(context: Context, noun: Token) -> bool:
    """Whether the noun, alone or with what stands before it, belongs to a city."""
    nouns = [noun, *(child for child in noun.children if child.dep_ in {"compound", "amod"})]
    return any(not word_keys(token).isdisjoint(context.words.states.urban_noun) for token in nouns)

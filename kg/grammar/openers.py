"""Words that open a sentence and set what it tells apart from what was told before: "Separately, a bomb killed two"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.speech import speech_at
from kg.grammar.syntax import ANY_SUBJECTS, has_additive, is_behind, marker_of, points_back
from kg.grammar.tree import ROOTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

TOLD_AT_ONCE = frozenset({"ccomp", "parataxis", "conj", "xcomp", "obj", "obl", "nsubj", "nsubj:pass", "obl:agent"})
"""Relations of a word to what its sentence tells; a clause of time or of a noun may recall what was told before."""


def is_opened_apart(token: Token, words: Words) -> bool:
    """Say whether the sentence of a word opens with another happening, and the word belongs to what it tells of that.

    So "Meanwhile, a bomb killed two" and "In another incident Friday, police say gunmen shot a judge"; not "Meanwhile,
    Chile mourned those who were killed", nor "Meanwhile, the attack was condemned".
    """
    if points_back(token, words):
        return False
    chain = list(_upwards(token))
    return bool(chain) and any(_opens(child, words) for word in chain for child in word.lefts if child.i < token.i)


def goes_on_besides(verb: Token, words: Words) -> bool:
    """Say whether a verb goes on with what "also" sets apart: "they also blew up a bridge and [fired] rockets"."""
    return verb.dep_ == "conj" and verb.head.pos_ == verb.pos_ == "VERB" and has_additive(verb.head, words)


def is_staged(token: Token, words: Words) -> bool:
    """Say whether the clause of a word begins with where it was: "In Basra, gunmen shot a judge".

    A place before the subject sets the scene for what is told, which is another than the one before (Chafe 1984).
    """
    if points_back(token, words):
        return False
    for word in _upwards(token):
        subjects = [child.i for child in word.children if child.dep_ in ANY_SUBJECTS]
        scenes = (child for child in word.lefts if _sets_scene(child, words))
        if subjects and any(scene.i < min(subjects) and scene.i < token.i for scene in scenes):
            return True
    return False


def _sets_scene(phrase: Token, words: Words) -> bool:
    """Say whether a phrase is a place, or a day with one: "early Friday in Basra"."""
    time = phrase.dep_ == "obl:unmarked"
    parts = [phrase, *(child for child in phrase.children if time and child.dep_ == "nmod")]
    return phrase.dep_ in {"obl", "obl:unmarked"} and any(marker_of(part) in words.prepositions.site for part in parts)


def _upwards(token: Token) -> Iterator[Token]:
    """Yield a word and those above it up to the root; nothing where a clause that recalls lies between."""
    chain = [token]
    while chain[-1].dep_ not in ROOTS:
        if chain[-1].dep_ not in TOLD_AT_ONCE:
            return
        chain.append(chain[-1].head)
    yield from chain


def _opens(child: Token, words: Words) -> bool:
    """Say whether words at the beginning of a sentence tell of one more: "also Monday", "in a separate incident".

    What happened "hours later" is none of what was told; who said so later may well speak of that.
    """
    first = child.left_edge
    if child.dep_ == "advmod" and child.lower_ in words.joining.additive and _is_before_subject(child):
        return True  # "In Basra, meanwhile, gunmen shot a judge"
    if first.i != child.sent.start:
        return False
    if first.lower_ in words.joining.additive:
        return child.dep_ in {"advmod", "obl", "obl:unmarked", "obl:tmod", "cc", "discourse"}
    if {first.lower_, child.lower_, child.right_edge.lower_} & words.joining.sequel:
        return speech_at(child.head, words) is None
    other = any(word.lower_ in words.joining.other_happening for word in child.children)
    return other and child.dep_ in {"obl", "nmod"} and bool(marker_of(child))


def _is_before_subject(adverb: Token) -> bool:
    """Say whether an adverb stands behind a comma and before the subject of its verb."""
    subjects = [child.i for child in adverb.head.children if child.dep_ in ANY_SUBJECTS]
    return is_behind(",", adverb) and any(adverb.i < subject for subject in subjects)

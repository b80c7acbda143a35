"""The arguments of nouns: who owns them, what stands before them, and the phrases behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.fillers import Filler, attached_below
from kg.grammar.remembered import remembered
from kg.grammar.syntax import OBLIQUES, SUBJECTS, antecedent, is_definite, marker_of
from kg.knowledge.lexicon import Function

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

BEFORE_NOUNS = frozenset({"compound", "amod", "nmod:desc"})
NOMINAL = frozenset({"NOUN", "PROPN"})


@remembered
def noun_fillers(noun: Token, words: Words) -> tuple[Filler, ...]:
    """Return the possessor, modifiers and prepositional phrases of a noun predicate, in order of the text."""
    found: list[Filler] = []
    for child in noun.children:
        if child.dep_ == "nmod:poss":
            found.append(Filler(Function.POSSESSOR, antecedent(child)))
        elif (child.dep_ in BEFORE_NOUNS or _is_bare(child)) and _stands_before(child, noun):
            found.extend(Filler(Function.MODIFIER, part) for part in (child, *_modifiers_of_modifier(child)))
        elif child.dep_ in OBLIQUES and (marker := marker_of(child) or _shared_marker(child, found)):
            found.append(Filler(Function.OBLIQUE, child, marker))
            if marker not in words.prepositions.agentive and not is_added(
                child, words
            ):  # "attacks by militants from Togo" are not from there
                found.extend(below for below in attached_below(child, words) if not _belongs_to(child, below, words))
    return (*found, *_right_behind(noun), *_subject_of_state(noun, words), *_bearers(noun, words))


def is_added(noun: Token, words: Words) -> bool:
    """Say whether a noun is joined to another like by "and": "talks, along with [spending] on schools"."""
    whole = " ".join(child.lower_ for child in noun.lefts if child.dep_ in {"case", "cc", "fixed"})
    return whole in words.prepositions.adding


def _belongs_to(noun: Token, phrase: Filler, words: Words) -> bool:
    """Say whether a phrase tells whose a common noun is: in "talks on the war between A and B" they are at war."""
    return (
        noun.pos_ == "NOUN"
        and marker_of(noun) not in words.prepositions.genitive
        and phrase.marker in words.prepositions.complete
    )


def _subject_of_state(noun: Token, words: Words) -> Iterator[Filler]:
    """Whoever "is under attack" stands to the noun as behind its preposition; who "is in talks" holds them."""
    if "cop" in noun.labels and (marker := marker_of(noun)):
        function = Function.SUBJECT if marker in words.prepositions.state else Function.OBLIQUE
        yield from (Filler(function, child, marker) for child in noun.children if child.dep_ in SUBJECTS)


def _bearers(noun: Token, words: Words) -> Iterator[Filler]:
    """Who or what is said to be what the noun says: "[Italy] became the supplier", "[Italy], the supplier".

    Of known things it is said the other way round as well: "Egypt's supplier is [Italy]" (Higgins 1979).
    """
    copular = "cop" in noun.labels
    clause = noun if copular else noun.head if noun.dep_ == "xcomp" and noun.head.pos_ == "VERB" else None
    if clause is not None:
        yield from (Filler(Function.BEARER, child) for child in clause.children if child.dep_ in SUBJECTS)
    elif noun.dep_ == "appos":
        yield Filler(Function.BEARER, noun.head)
    elif noun.dep_ in SUBJECTS and "cop" in noun.head.labels and noun.head.pos_ in NOMINAL and not marker_of(noun.head):
        owned = any(child.dep_ == "nmod:poss" for child in noun.children)
        yield from (Filler(Function.BEARER, noun.head) for _ in range(owned or is_definite(noun, words)))


def _shared_marker(token: Token, before: Sequence[Filler]) -> str:
    """The preposition of a phrase that "and" joins to the one before it, which parsers hang on the noun instead."""
    joined = "cc" in token.labels and any(child.dep_ == "cc" and child.i < token.i for child in token.children)
    return before[-1].marker if joined and before else ""


def _is_bare(modifier: Token) -> bool:
    """A name set before a noun without any preposition: "[President X] meeting with Y"."""
    alone = modifier.dep_ == "nsubj" and "cop" not in modifier.head.labels
    return (alone or modifier.dep_ == "nmod") and modifier.pos_ == "PROPN" and not marker_of(modifier)


def _right_behind(noun: Token) -> Iterator[Filler]:
    """The phrase whose preposition stands right behind the noun is its own, though a parser hung it on what is before.

    So in captions: "President X meeting [with his counterpart Y]".
    """
    following = noun.doc.tokens[noun.i + 1 : noun.i + 2]
    if following and following[0].dep_ == "case":
        phrase = following[0].head
        if phrase.i > noun.i and phrase.head.i < noun.i:
            yield Filler(Function.OBLIQUE, phrase, marker_of(phrase))


def _stands_before(modifier: Token, noun: Token) -> bool:
    """Say whether only words of the same noun phrase stand between a modifier and its noun."""
    return modifier.i < noun.i and all(
        token.pos_ not in {"VERB", "AUX", "ADP", "SCONJ"} for token in noun.doc.tokens[modifier.i + 1 : noun.i]
    )


def _modifiers_of_modifier(child: Token) -> Iterator[Token]:
    """In "a Russian drone and missile strike" the first noun and what it is coordinated with modify alike."""
    for grandchild in child.children:
        if grandchild.dep_ in {"conj", "compound", "amod"}:
            yield grandchild
            yield from _modifiers_of_modifier(grandchild)

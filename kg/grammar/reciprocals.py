"""Reciprocals: who "each other" are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.fillers import verb_fillers
from kg.grammar.syntax import SUBJECTS
from kg.knowledge.lexicon import Function

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

PATIENTS = frozenset({"obj", "iobj", "obl", "nmod:poss"})


def is_reciprocal(token: Token, words: Words) -> bool:
    """Say whether a token begins "each other", or ends it where a verb parts the two: "each blamed the [other]"."""
    tokens, after, pronouns = token.doc.tokens, token.i + 1, words.function.reciprocal_pronoun
    if after < len(tokens) and f"{token.lower_} {tokens[after].lower_}" in pronouns:
        return True
    parted = token.dep_ in PATIENTS and any(child.dep_ == "det" for child in token.lefts)
    return parted and any(f"{each.lower_} {token.lower_}" in pronouns for each in _floating(_verb_over(token)))


def is_given_and_taken(noun: Token, words: Words) -> bool:
    """Say whether each of those who do what a noun tells does it to the other: "traded [strikes]"."""
    return noun.dep_ == "obj" and noun.head.lemma_.lower() in words.function.reciprocating_verb


def each_of(token: Token, words: Words) -> list[Token]:
    """Return the subject of the clause that "each other" stands in, which it takes up."""
    verb = _verb_over(token)
    return [filler.token for filler in verb_fillers(verb, words) if filler.function is Function.SUBJECT]


def _verb_over(token: Token) -> Token:
    verb = token.head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    return verb


def _floating(verb: Token) -> Iterator[Token]:
    """The words before a verb and those of its subject: "both [each] blamed"."""
    for child in verb.lefts:
        yield child
        yield from child.children if child.dep_ in SUBJECTS else ()

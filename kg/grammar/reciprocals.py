"""Reciprocals: who "each other" are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.fillers import verb_fillers
from kg.knowledge.lexicon import Function

if TYPE_CHECKING:
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words


def is_reciprocal(token: Token, words: Words) -> bool:
    """Say whether a token begins "each other" or "one another"."""
    tokens, after = token.doc.tokens, token.i + 1
    if after == len(tokens):
        return False
    return f"{token.lower_} {tokens[after].lower_}" in words.function.reciprocal_pronoun


def is_given_and_taken(noun: Token, words: Words) -> bool:
    """Say whether each of those who do what a noun tells does it to the other: "traded [strikes]"."""
    return noun.dep_ == "obj" and noun.head.lemma_.lower() in words.function.reciprocating_verb


def each_of(token: Token, words: Words) -> list[Token]:
    """Return the subject of the clause that "each other" stands in, which it takes up."""
    verb = token.head
    while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
        verb = verb.head
    return [filler.token for filler in verb_fillers(verb, words) if filler.function is Function.SUBJECT]

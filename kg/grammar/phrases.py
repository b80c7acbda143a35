"""Noun phrases as their smallest sayable words: without article, title, possessor or what is told about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.syntax import marker_of
from kg.records import Span

if TYPE_CHECKING:
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

PREMODIFIERS = frozenset({"amod", "compound", "nummod", "advmod", "flat", "nmod:desc", "obl:unmarked", "nmod:unmarked"})
ARTICLES = frozenset({"DT", "PDT"})


def phrase_span(noun: Token, words: Words) -> Span:
    """Return the characters of the noun with its modifiers before it and a bare complement: "members of parliament".

    Articles, possessors, relative clauses and phrases with names stay outside: "[two guards] at the gate".
    """
    complement = complement_of(noun, words)
    last = noun if complement is None else _last(complement, words)
    return Span(first_of(noun).idx, last.idx + len(last))


def first_of(noun: Token) -> Token:
    """Return the leftmost modifier that stands in one row with the noun."""
    edges = [child.left_edge.i for child in noun.lefts if child.dep_ in PREMODIFIERS and not marker_of(child)]
    owners = [child.right_edge.i for child in noun.lefts if child.dep_ == "nmod:poss" and not _is_pronoun(child)]
    pronouns = [child.i for child in noun.lefts if child.dep_ == "nmod:poss" and _is_pronoun(child)]
    start = min((*edges, *pronouns), default=noun.i)
    start = max(start, max(owners, default=-1) + 1)
    while start < noun.i and not _belongs(noun.doc[start]):
        start += 1
    return noun.doc[start]


def _belongs(token: Token) -> bool:
    """Say whether a phrase may begin with the token: with no article, comma or quotation mark."""
    return token.tag_ not in ARTICLES and (token.is_alpha or token.like_num or token.pos_ not in {"PUNCT", "PART"})


def _is_pronoun(possessor: Token) -> bool:
    return possessor.tag_ == "PRP$"


def complement_of(noun: Token, words: Words) -> Token | None:
    """Return the noun behind "of" that says what the first one is of, where it is no name: "dozens of protesters"."""
    for child in noun.rights:
        if child.dep_ in {"nmod", "obl"} and marker_of(child) in words.prepositions.genitive and child.pos_ == "NOUN":
            return child
    return None


def _last(complement: Token, words: Words) -> Token:
    below = complement_of(complement, words)
    return complement if below is None else _last(below, words)

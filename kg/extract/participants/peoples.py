"""Peoples: whether a word for those of a country means some of them, or stands for their state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.syntax import is_definite, is_indefinite
from kg.records import MentionKind, Term

if TYPE_CHECKING:
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words
    from kg.records import Entity, Mention

COUNTRY = Term("Country")
NOUNS = frozenset({"NNS", "NNPS"})
TOLD_APART = frozenset({"nummod", "amod", "nmod:poss", "acl", "acl:relcl"})
BEFORE_A_NOUN = frozenset({"amod", "compound", "nmod:poss", "nmod:desc"})


def are_some_people(noun: Token, mention: Mention, entity: Entity, words: Words) -> bool:
    """Say whether a word names some of a country's people and not the side that they are: "two Liberians were held".

    Those who are counted or described are so, one of them is, and so are all who are told by no article: "Americans
    protested". "The Israelis", and those who are named together with another side, stand for their state.
    """
    if mention.kind is not MentionKind.DEMONYM or entity.kind != COUNTRY or noun.dep_ in BEFORE_A_NOUN:
        return False
    if is_indefinite(noun, words):
        return True
    if noun.tag_ not in NOUNS:
        return False
    if any(child.dep_ in TOLD_APART for child in noun.children):
        return True
    joined = noun.dep_ == "conj" or any(child.dep_ == "conj" for child in noun.children)
    return not joined and not is_definite(noun, words)

"""Peoples: whether a word for them means some of a country or stands for its state, and for whom a person acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.syntax import conjuncts, is_definite, is_indefinite
from kg.records import MentionKind, Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.grammar.tree import Token
    from kg.knowledge.words import Words
    from kg.records import Entity, Mention

COUNTRY, PERSON = Term("Country"), Term("Person")
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


def sharing(noun: Token, mentions: Sequence[Mention]) -> Iterator[Token]:
    """Yield the adjectives that share a noun with the one that begins its name: "[Afghan] and Pakistani forces"."""
    for child in noun.children if mentions else ():
        others = [other.idx for other in conjuncts(child) if other.i != child.i] if child.dep_ == "amod" else []
        if any(m.span.start in others and child.idx < m.span.start for m in mentions):
            yield child


def side_of(entity: int, entities: Sequence[Entity]) -> int:
    """Return the country that a person's people act for, if the document names it; anyone else is a side himself."""
    country = entities[entity].country if entities[entity].kind == PERSON else None
    found = (i for i, other in enumerate(entities) if country is not None and other.reference == country)
    return next(found, entity)

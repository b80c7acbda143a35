"""Who stands behind words: whom a phrase names as a source, and whose a statement is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.fillers import verb_fillers
from kg.grammar.syntax import antecedent, is_definite, marker_of
from kg.knowledge.lexicon import Function

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

OF_NOUNS = frozenset({"nmod", "nmod:poss"})
BEFORE_NOUNS, NATIONALITY = frozenset({"amod", "compound"}), "amod"
CLAUSES = frozenset({"acl", "acl:relcl"})
THEMES = frozenset({"obj", "nsubj:pass"})
REACH = 80  # words back to where "the statement" was told first


def source_at(token: Token, words: Words) -> Token | None:
    """Return the one whom a phrase headed by the token names as a source, None where it names none.

    So "according to [Kyiv]", "in the words of [Kyiv]", "in [Kyiv]'s words", "to use [Kyiv]'s words", "to quote [Kyiv]".
    """
    marker, known = marker_of(token), words.speech.prepositions
    if marker in known:
        return token
    named = f"{token.lower_} {min(words.prepositions.genitive)}"
    borrowed = _is_borrowed(token, words) and any(phrase.endswith(f" {named}") for phrase in known)
    if borrowed or (marker and f"{marker} {named}" in known):
        owners = (child for child in token.children if child.dep_ in OF_NOUNS and _is_owner(child, words))
        return next(owners, None)
    return token if _is_quoted(token, words) else None


def is_source(token: Token, words: Words) -> bool:
    """Say whether a token heads a phrase that names a source: "according to the ministry"."""
    return source_at(token, words) is not None


def _is_owner(token: Token, words: Words) -> bool:
    return token.dep_ == "nmod:poss" or marker_of(token) in words.prepositions.genitive


def _is_borrowed(token: Token, words: Words) -> bool:
    """Say whether a noun is what somebody only says after another: "to borrow a [phrase] of Kyiv"."""
    return token.dep_ == "obj" and token.head.lemma_ in words.pronouns.borrowing_verb and _is_to(token.head)


def _is_quoted(token: Token, words: Words) -> bool:
    """Say whether a name is whom one quotes in passing, or before a colon: "to quote [Ann]", "he quoted [Ann]: ..."."""
    verb, behind = token.head, token.right_edge.i + 1
    if token.dep_ != "obj" or token.pos_ != "PROPN" or verb.lemma_ not in words.pronouns.quoting_verb:
        return False
    return _is_to(verb) or (behind < len(token.doc) and token.doc[behind].text == ":")


def _is_to(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(child.dep_ == "mark" and child.tag_ == "TO" for child in verb.children)


def authors_of(noun: Token, words: Words) -> Iterator[Token]:
    """Yield who may be the author of a noun of saying, the nearest first: "a statement released by [the Pentagon]".

    Of "the statement" it is who made the last one that was told.
    """
    yield from _authors_beside(noun, words)
    if is_definite(noun, words):
        for before in reversed(noun.doc.tokens[max(noun.i - REACH, 0) : noun.i]):
            if before.lemma_.lower() == noun.lemma_.lower() and before.pos_ == "NOUN":
                yield from _authors_beside(before, words)


def _authors_beside(noun: Token, words: Words) -> Iterator[Token]:
    links = words.pronouns.author_preposition | words.prepositions.genitive
    for child in noun.children:
        if child.dep_ == "nmod:poss" or (child.dep_ == "nmod" and marker_of(child) in links):
            yield antecedent(child)
        elif child.dep_ in CLAUSES and child.lemma_.lower() in words.pronouns.issuing_verb:
            yield from _subjects(child, words)
    before = [child for child in noun.children if child.dep_ in BEFORE_NOUNS]
    of_journalists = any(child.lemma_.lower() in words.pronouns.press_noun for child in before)
    yield from (child for child in before if child.dep_ != NATIONALITY or not of_journalists)
    issued = noun.dep_ in THEMES and noun.head.lemma_.lower() in words.pronouns.issuing_verb
    if issued or (noun.dep_ == "obl" and marker_of(noun) in words.prepositions.venue):
        yield from _subjects(noun.head, words)
    elif noun.dep_ == "nmod" and marker_of(noun) in words.prepositions.venue and noun.head.dep_ in THEMES:
        yield from _subjects(noun.head.head, words)  # "confirmed the loss in a statement"


def _subjects(verb: Token, words: Words) -> Iterator[Token]:
    yield from (filler.token for filler in verb_fillers(verb, words) if filler.function is Function.SUBJECT)

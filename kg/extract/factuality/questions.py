"""Questions: what they leave open, and what they take for granted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.syntax import CLAUSES_OF_NOUNS, is_definite, points_back

if TYPE_CHECKING:
    from kg.extract.factuality.operators import Operators
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

ADVERB_OF_QUESTION = "WRB"
APART = CLAUSES_OF_NOUNS | {"advcl", "advcl:relcl", "appos", "parataxis"}
NOMINAL = frozenset({"NOUN", "PROPN"})


def is_asked(token: Token, words: Words) -> bool:
    """Say whether a question outside quotation marks asks if it is so.

    A question inside quotation marks belongs to its speaker and ends within the sentence. What a noun with an article
    or owner tells ("his call with Modi"), and a clause beside the question, are taken for granted.
    """
    if token.sent[-1].text != "?" or is_granted(token):
        return False
    here = token
    while True:
        owned = any(child.dep_ == "nmod:poss" for child in here.children)
        if here.dep_ in APART or (here.pos_ in NOMINAL and (owned or is_definite(here, words))):
            return False
        if here.head.i == here.i:
            return True
        here = here.head


def is_granted(token: Token) -> bool:
    """Say whether a question asks why, when or how something was done, which takes for granted that it was."""
    if token.sent[-1].text != "?":
        return False
    first = next((word for word in token.sent if word.is_alpha), None)
    return first is not None and first.tag_ == ADVERB_OF_QUESTION


def is_in_question(noun: Token, operators: Operators, words: Words) -> bool:
    """Say whether a clause that is left open has a new happening for its subject: "whether [an air strike] killed ten".

    One that is known was, whatever it did: "whether the strike killed ten".
    """
    if noun.dep_ != "nsubj" or noun.pos_ not in NOMINAL or points_back(noun, words):
        return False
    return any(operators.of(child) for child in noun.head.children if child.dep_ == "mark")

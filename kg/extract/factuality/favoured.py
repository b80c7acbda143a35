"""What somebody is for or against, and nobody has said to be so: "supports a fourth round of sanctions"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.syntax import points_back
from kg.grammar.words import climb_collectives
from kg.records import Term

if TYPE_CHECKING:
    from kg.grammar.tree import Token
    from kg.knowledge.taxonomy import Taxonomy
    from kg.knowledge.words import Words

DECIDED = ("Sanction", "SanctionsRelief", "Ceasefire", "Agreement", "Withdrawal", "Mobilization", "PrisonerRelease")
COURSES = tuple(map(Term, (*DECIDED, "Conversation")))
"""Classes of what states decide on before they do it."""
PRESENT, RELATIVE = frozenset({"VB", "VBP", "VBZ", "VBG"}), "acl:relcl"
BEFORE = frozenset({"amod", "compound"})


def is_only_favoured(noun: Token, kind: Term, words: Words, taxonomy: Taxonomy) -> bool:
    """Say whether somebody is for or against a course that nothing before it tells to have been taken.

    So of seven among nine such nouns of annotated stories. Whose it is has been told of "the sanctions" and of "U.S.
    sanctions", and who "supported" something may look back on it.
    """
    if noun.pos_ != "NOUN" or not taxonomy.is_any_of(kind, COURSES):
        return False
    top = climb_collectives(noun, words)
    verb = top.head
    favours = verb.lemma_.lower() in words.factuality.favouring_verb and verb.tag_ in PRESENT
    return favours and top.dep_ == "obj" and not any(_is_told(word, words) for word in {noun, top})


def _is_told(noun: Token, words: Words) -> bool:
    """Say whether a phrase tells which one it is of those that there are, or that it goes on."""
    if points_back(noun, words) or RELATIVE in noun.labels:
        return True
    before = [child for child in noun.lefts if child.dep_ in BEFORE]
    return any(child.is_title or child.lower_ in words.factuality.lasting_participle for child in before)

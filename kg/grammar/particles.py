"""Particles and results of verbs that parsers give to the noun behind: "handed [over] 30 tanks", "shot [dead] two"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.quantity.numbers import is_number
from kg.knowledge.lexicon import PartOfSpeech

if TYPE_CHECKING:
    from kg.grammar.tree import Doc, Token
    from kg.knowledge.words import Words

PARTICLE, ADVERB, RESULT = "compound:prt", "advmod", "xcomp"
COUNTED = frozenset({"det", "nummod"})


def restore_particles(doc: Doc, words: Words) -> Doc:
    """Return the doc itself with the adverb right behind a verb as its particle, where the lexicon has both as one.

    So 22 are who was "handed over", and over 22 who was sent in "sent over 22". An adjective before the article or
    number of a noun is none of that's, but what becomes of it: "shot dead two men".
    """
    for verb, word in zip(doc, [*doc][1:], strict=False):
        if verb.pos_ == "VERB" and word.lower_ in words.function.result_adjective and _is_before_number(word):
            doc.attach(word, verb, RESULT)
        if verb.pos_ != "VERB" or word.dep_ != ADVERB or word.head.i == word.i:
            continue
        listed = words.lexicon.find(verb.lemma_.lower(), PartOfSpeech.VERB)
        if any(found.partner == word.lower_ for found in listed) and (
            word.head.i == verb.i or is_number(word.head, words)
        ):
            doc.attach(word, verb, PARTICLE)
    return doc


def _is_before_number(word: Token) -> bool:
    noun = word.head
    return word.dep_ == "amod" and any(child.dep_ in COUNTED and word.i < child.i < noun.i for child in noun.children)

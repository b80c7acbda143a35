"""Particles of verbs that parsers take for a bound of the number behind them: "handed [over] 30 tanks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.quantity.numbers import is_number
from kg.knowledge.lexicon import PartOfSpeech

if TYPE_CHECKING:
    from kg.grammar.tree import Doc
    from kg.knowledge.words import Words

PARTICLE, ADVERB = "compound:prt", "advmod"


def restore_particles(doc: Doc, words: Words) -> Doc:
    """Return the doc itself with the adverb right behind a verb as its particle, where the lexicon has both as one.

    So 22 are who was "handed over", and over 22 who was sent in "sent over 22".
    """
    for verb, word in zip(doc, [*doc][1:], strict=False):
        if verb.pos_ != "VERB" or word.dep_ != ADVERB or word.head.i == word.i:
            continue
        listed = words.lexicon.find(verb.lemma_.lower(), PartOfSpeech.VERB)
        if any(found.partner == word.lower_ for found in listed) and (
            word.head.i == verb.i or is_number(word.head, words)
        ):
            doc.attach(word, verb, PARTICLE)
    return doc

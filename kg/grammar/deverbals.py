"""Nouns in -ing that a tagger takes for verbs: "reported Israeli [shelling]", "the [bombing] of Sumy"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.grammar.tree import Doc, Token
    from kg.knowledge.words import Words

NOUN, SINGULAR, VERBS = "NOUN", "NN", frozenset({"VBD", "VBN", "VBG"})
DETERMINING = frozenset({"det", "amod", "nmod:poss"})
NOMINAL = frozenset({"obj", "obl", "nmod", "nsubj", "nsubj:pass", "conj"})
VERBAL = frozenset({"obj", "aux", "aux:pass", "mark", "xcomp", "ccomp", "nsubj", "nsubj:pass", "iobj"})


def restore_deverbals(doc: Doc, words: Words) -> Doc:
    """Return the doc itself with the nouns in -ing that have the tag or the lemma of a verb.

    What stands in the place of a noun, has an adjective or article before it and no object is one (Quirk et al. 1985,
    17.54): "Mali reported Chadian [bombing] in Tine".
    """
    for word in doc:
        if word.tag_ in VERBS and word.lower_.endswith(words.endings.gerund) and _is_nominal(word):
            word.pos_, word.tag_, word.lemma_ = NOUN, SINGULAR, word.lower_
    return doc


def _is_nominal(word: Token) -> bool:
    determined = any(child.dep_ in DETERMINING for child in word.lefts)
    return word.dep_ in NOMINAL and determined and word.labels.isdisjoint(VERBAL)

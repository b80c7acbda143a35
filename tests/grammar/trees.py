"""Docs built by hand, so that a rule is tested on the tree it is written for and not on what a parser makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc as Parsed

from kg.grammar.parses import tree_of

if TYPE_CHECKING:
    from kg.grammar.tree import Doc, Token

BLANK = spacy.blank("en")
ARTICLES = frozenset({"the", "a"})


def tree(table: str) -> Doc:
    """Return a Doc from lines "word lemma pos tag head dep"; heads count tokens from 1, and 0 is the root."""
    rows = [line.split() for line in table.strip().splitlines()]
    words, lemmas, pos, tags, heads, deps = zip(*rows, strict=True)
    targets = [int(head) - 1 if head != "0" else i for i, head in enumerate(heads)]
    morphs = ["PronType=Art" if lemma in ARTICLES else "" for lemma in lemmas]
    return tree_of(
        Parsed(BLANK.vocab, words=words, lemmas=lemmas, pos=pos, tags=tags, heads=targets, deps=deps, morphs=morphs)
    )


def unparsed(text: str) -> Doc:
    """Return a Doc of a text's tokens, which no tagger and no parser has read."""
    return tree_of(BLANK(text))


def at(doc: Doc, word: str) -> Token:
    """Return the first token that is this word."""
    return next(token for token in doc if token.text == word)

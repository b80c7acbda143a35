"""Docs built by hand, so that a rule is tested on the tree it is written for and not on what a parser makes of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import spacy
from spacy.tokens import Doc as Parsed
from spacy.util import filter_spans

from kg.grammar.parses import tree_of

if TYPE_CHECKING:
    from kg.grammar.tree import Doc, Token

BLANK = spacy.blank("en")
ARTICLES = frozenset({"the", "a"})


def tree(table: str) -> Doc:
    """Return a Doc from lines "word lemma pos tag head dep"; heads count tokens from 1, and 0 is the root.

    A seventh word is what a pipeline that knows names makes of the token: "B-PERSON", "I-PERSON", "O".
    """
    rows = [line.split() for line in table.strip().splitlines()]
    words, lemmas, pos, tags, heads, deps = zip(*(row[:6] for row in rows), strict=True)
    names = [row[6] if len(row) > 6 else "O" for row in rows] if any(len(row) > 6 for row in rows) else None
    targets = [int(head) - 1 if head != "0" else i for i, head in enumerate(heads)]
    morphs = ["PronType=Art" if lemma in ARTICLES else "" for lemma in lemmas]
    layers = {"lemmas": lemmas, "pos": pos, "tags": tags, "heads": targets, "deps": deps, "morphs": morphs}
    return tree_of(Parsed(BLANK.vocab, words=words, ents=names, **layers))


def joined(*tables: str) -> Doc:
    """Return the Doc of a text of several trees, a table each, of which the heads count from its own first token."""
    rows: list[str] = []
    for table in tables:
        start = len(rows)
        for line in table.strip().splitlines():
            word, lemma, pos, tag, head, *more = line.split()
            rows.append(" ".join([word, lemma, pos, tag, str(int(head) + start) if head != "0" else "0", *more]))
    return tree("\n".join(rows))


def unparsed(text: str) -> Doc:
    """Return a Doc of a text's tokens, which no tagger and no parser has read."""
    tokens = BLANK(text)
    words, spaces = [token.text for token in tokens], [bool(token.whitespace_) for token in tokens]
    return tree_of(Parsed(BLANK.vocab, words=words, spaces=spaces))


def marked(text: str, **names: str) -> Doc:
    """Return a Doc of a text's tokens in which a pipeline has marked words as names, wherever they stand.

    So marked("Ann Low left", Ann_Low="PERSON"): words of several tokens are written with "_" for the space.
    """
    doc = BLANK(text)
    spans = []
    for words, label in names.items():
        places = re.finditer(re.escape(words.replace("_", " ")), text)
        spans += [span for at in places if (span := doc.char_span(*at.span(), label=label)) is not None]
    doc.set_ents(filter_spans(spans), default="outside")
    return tree_of(doc)


def at(doc: Doc, word: str) -> Token:
    """Return the first token that is this word."""
    return next(token for token in doc if token.text == word)

"""Doubled words before a noun, which say how something is done: "their first face to face talks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.attachment import Attachment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Doc

LENGTH = 3
"""Tokens of a doubled word: "face", "to", "face"."""
BETWEEN = frozenset({"TO", "IN"})
LEFTS = frozenset({"case", "det", "nmod:poss", "amod", "nummod", "compound"})
NOUNS = frozenset({"NN", "NNS"})


def doubled_words(doc: Doc) -> Iterator[Attachment]:
    """One word twice around a preposition is no noun and no verb before a noun, but says of which kind that is.

    Parsers take the second of "face to face talks" for a verb with an object.
    """
    for first, middle, second, noun in zip(doc, doc[1:], doc[2:], doc[LENGTH:], strict=False):
        doubled = first.lower_ == second.lower_ and middle.tag_ in BETWEEN
        if not doubled or noun.tag_ not in NOUNS or first.tag_ not in {*NOUNS, "CD"}:
            continue
        head, label = (noun.head, noun.dep_) if noun.head.i not in {first.i, second.i} else (first.head, first.dep_)
        if head.i in {first.i, second.i, noun.i}:
            continue
        yield Attachment(noun.i, head.i, label)
        yield Attachment(first.i, noun.i, "compound")
        yield Attachment(second.i, first.i, "nmod")
        yield from (Attachment(c.i, noun.i, c.dep_) for c in first.children if c.dep_ in LEFTS and c.i < first.i)

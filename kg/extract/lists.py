"""Lists: the items under a sentence that ends in a colon complete what the sentence says."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc, Span, Token

LISTING = "including"
"""The preposition of the lexicon's arguments that list items fill."""
BULLET = re.compile(r"\s*(?:[-–—•·*▪◦]|\(?\d{1,2}[.)])\s")


def list_items(doc: Doc) -> Mapping[int, tuple[Token, ...]]:
    """Return the heads of the items of each list, by the first token of the sentence that introduces it."""
    found: dict[int, tuple[Token, ...]] = {}
    intro: Span | None = None
    for before, sentence in pairwise(doc.sents):
        if not _is_item(sentence):
            continue
        if not _is_item(before):
            intro = before if before.text.rstrip().endswith(":") else None
        if intro is not None:
            found[intro.start] = (*found.get(intro.start, ()), sentence.root)
    return found


def _is_item(sentence: Span) -> bool:
    """Say whether the line in which the sentence begins opens with a bullet or a number."""
    text = sentence.doc.text
    return BULLET.match(text, text.rfind("\n", 0, sentence.start_char + 1) + 1) is not None

"""Headlines: who says it, before a colon or behind a dash."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Token

NOMINAL = frozenset({"PROPN", "NOUN", "ADJ", "DET"})
JOINING = frozenset({"PART", "ADP"})
"""Words inside a name that is no single word: "Sudan's army", "Ministry of Defence"."""
SIGNS = frozenset({"-", "–", "—", "--", ":"})
STOPS = frozenset({".", "!", "?", "…", "”", '"'})
TWO = 2
LONGEST = 5  # words of "Iranian foreign ministry spokesman"
_SIGNED = re.compile(
    r"^[^\n:]{12,}[^\s.!?…:,;][”\"’')]?(?:[ ](?:--?|–|—)|:)[ ]"
    r"(?=[^\W\d_][\w.’'&-]*(?:[ ][\w.’'&-]+){0,3}(?<![a-z]\.)[ \t]*$)",
    re.MULTILINE,
)
"""A line that ends like no sentence, with a few words behind a dash or colon: "Ukraine hit Belgorod - Kremlin"."""


def signatures(text: str) -> Iterator[int]:
    """Yield the characters at which the names begin with which headlines are signed."""
    yield from (signed.end() for signed in _SIGNED.finditer(text))


def is_signature(token: Token) -> bool:
    """Say whether a word is all that stands behind the sign at the end of a line: "Ukraine hit Belgorod: Moscow"."""
    line = _line_of(token)
    alone = len(line) > TWO and line[-1].i == token.i and line[-2].text in SIGNS and bool(line[-2].whitespace_)
    return alone and bool(token.is_sent_start)


def is_label(token: Token) -> bool:
    """Say whether a word is all that stands before a colon in front of a headline: "Moscow: Ukraine hit Belgorod".

    A sentence with its full stop is filed there instead, and so is what stands behind capitals: "DELHI: India fired".
    """
    line = _line_of(token)
    first = len(line) > TWO and line[0].i == token.i and line[1].text == ":" and bool(line[1].whitespace_)
    return first and line[-1].text not in STOPS and not token.text.isupper()


def headline_sources(predicate: Token) -> list[Token]:
    """Return the head of the name that stands before a colon, or behind a dash, around the headline of a predicate."""
    line = _line_of(predicate)
    return [*_label(line, predicate), *_signature(line, predicate)][:1]


def spelled_out(source: Token) -> Token | None:
    """Return the common noun before the colon behind which a line is signed: it may say what the noun means.

    So in "attacked two [cities]: Kharkiv".
    """
    sign = source.left_edge.i - 1
    if sign < 1 or source.doc[sign].text != ":":
        return None
    noun = source.doc[sign - 1]
    return noun if noun.pos_ == "NOUN" else None


def _line_of(token: Token) -> list[Token]:
    """Return the tokens of the line that a token stands in, without white space."""
    tokens, lines = token.doc.tokens, token.doc.lines
    if token.i not in lines:
        first, last = token.i, token.i + 1
        while first > 0 and "\n" not in tokens[first - 1].text:
            first -= 1
        while last < len(tokens) and "\n" not in tokens[last].text:
            last += 1
        line = [word for word in tokens[first:last] if not word.is_space]
        lines |= dict.fromkeys(range(first, last), line)
    return lines[token.i]


def _label(line: list[Token], predicate: Token) -> list[Token]:
    """The name in front of a line: "Kremlin: Ukraine attacked Belgorod", of a headline be it a sentence of its own."""
    colon = next((at for at, token in enumerate(line[: LONGEST + 1]) if token.text == ":"), 0)
    before = line[:colon]
    if not before or predicate.i <= line[colon].i or not all(_names(token) for token in before):
        return []
    first, headline = predicate.sent.start, line[-1].text not in STOPS
    behind = first <= before[-1].i or (headline and first in {line[colon].i, line[colon].i + 1})
    return [_head(before)] if behind else []


def _names(token: Token) -> bool:
    """Say whether a word may be part of a name, be it one of capitals that a tagger takes for another: "[WHO]: ..."."""
    return token.pos_ in NOMINAL | JOINING or (token.is_alpha and token.text.isupper())


def _signature(line: list[Token], predicate: Token) -> list[Token]:
    """The name behind the last dash or colon of a line: "Ukraine hit Belgorod - Kremlin", "... Belgorod: Kremlin"."""
    near = range(len(line) - 1, max(len(line) - LONGEST - 1, 0), -1)  # a sign further back has too much behind it
    sign = next((at for at in near if line[at].text in SIGNS and line[at].whitespace_), 0)
    if not sign or sign == len(line) - 1 or predicate.i >= line[sign].i:
        return []
    behind = line[sign + 1 :]
    signed = bool(behind[0].is_sent_start) and predicate.sent.end == behind[0].i
    if line[sign - 1].pos_ == "PROPN" if line[sign].text == ":" else line[sign - 1].whitespace_:
        signed |= all(token.pos_ in NOMINAL for token in behind)
    return [_head(behind)] if signed else []


def _head(words: list[Token]) -> Token:
    inside = {word.i for word in words}
    return next((word for word in words if word.head.i not in inside or word.head.i == word.i), words[-1])

"""Quotation marks: which stretches of a text stand between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.grammar.tree import Doc
    from kg.knowledge.words import Words

CLOSERS: dict[str, tuple[str, ...]] = {
    "``": ("''", '"', "”"),  # what typewriters and wires have for “ and ”
    "''": ("''",),
    "“": ("”", '"'),
    "„": ("“", "”"),
    "«": ("»",),
    '"': ('"', "”"),
    "‘": ("’", "'"),
    "`": ("'", "’"),
    "'": ("'", "’"),
}
"""The marks that open a quotation, the longer of two that begin alike first, each with those that may close it."""
DOUBLE = frozenset({"``", "''", "“", "„", "«", '"'})
SINGLE = frozenset({"‘", "`", "'"})
SLANTED = frozenset({"``", "“"})
BEFORE_OPENING = frozenset("([{—–-/“\"‘'*•…:")
LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks: characters start..end with the marks; `parts` are what stands between them.

    A quotation over several paragraphs has one part for each; a quotation inside it is no quotation of its own.
    """

    start: int
    end: int
    parts: tuple[Span, ...]

    def words(self, text: str) -> str:
        """Return the words without the marks, on one line, and without the comma that the outer sentence sets."""
        inner = " ".join(" ".join(text[part.start : part.end].split()) for part in self.parts)
        return inner.rstrip(",").strip()


def find_quotations(doc: Doc, words: Words) -> tuple[Quotation, ...]:
    """Return the quotations of a text in its order; one without a closing mark ends with its paragraph."""
    return tuple(_quotations(doc.text, paragraphs(doc.text), words))


def paragraphs(text: str) -> tuple[Span, ...]:
    """Return the non-empty lines of a text; a line that goes on in lower case on the next belongs to it."""
    found: list[Span] = []
    for match in LINE.finditer(text):
        line = match[0]
        if not line.strip():
            continue
        start = match.start() + len(line) - len(line.lstrip())
        if found and text[found[-1].end : start].count("\n") == 1 and text[start].islower():
            found[-1] = Span(found[-1].start, match.end())
        else:
            found.append(Span(start, match.end()))
    return tuple(found)


def _quotations(text: str, blocks: tuple[Span, ...], words: Words) -> Iterator[Quotation]:
    parts: list[Span] = []
    opener = ""
    for number, block in enumerate(blocks):
        position, inside = block.start, bool(parts)
        if inside:  # the paragraph repeats the opening mark
            position += len(opener)
        while position < block.end:
            if not inside:
                opened = _opening(text, position, block.end, words)
                if opened is None:
                    break
                opener, position, inside = text[opened.start : opened.end], opened.end, True
            close = _closing(text, opener, position, block.end, words)
            if close is None:
                parts.append(Span(position, block.end))
                break
            parts.append(Span(position, close.start))
            yield Quotation(parts[0].start - len(opener), close.end, tuple(parts))
            parts, position, inside = [], close.end, False
        goes_on = number + 1 < len(blocks) and text.startswith(opener, blocks[number + 1].start)
        if parts and not goes_on:
            if opener in DOUBLE:
                yield Quotation(parts[0].start - len(opener), block.end, tuple(parts))
            parts = []


def _opening(text: str, start: int, end: int, words: Words) -> Span | None:
    for i in range(start, end):
        mark = _mark_at(text, i, CLOSERS)
        if mark and _may_open(text, i, end, mark, words):
            return Span(i, i + len(mark))
    return None


def _mark_at(text: str, i: int, marks: Iterable[str]) -> str:
    """Return the mark that stands at a character, "" for none."""
    return next((mark for mark in marks if text.startswith(mark, i)), "")


def _may_open(text: str, i: int, end: int, mark: str, words: Words) -> bool:
    """A mark opens before a word and after none; a single one only if another closes it, else it is an apostrophe."""
    inner = i + len(mark)
    following = text[inner : inner + 1]
    if inner >= end or following.isspace() or following in ".,;:!?)":
        return False
    before = text[i - 1] if i else " "
    if not before.isspace() and before not in BEFORE_OPENING:
        return mark in SLANTED
    return mark in DOUBLE or _closing(text, mark, inner, end, words) is not None or following.isupper()


def _closing(text: str, opener: str, start: int, end: int, words: Words) -> Span | None:
    if opener in DOUBLE:
        return _closing_double(text, opener, start, end)
    candidates = [i for i in range(start, end) if text[i] in CLOSERS[opener] and _may_close(text, i, start)]
    for number, i in enumerate(candidates):
        owner = text[i - 1].lower() in words.function.possessive_clitic
        possessive = owner and text[i + 1 : i + 2] == " " and text[i + 2 : i + 3].islower()
        reopened = any(text[j] in SINGLE and text[j - 1].isspace() for j in range(i + 1, candidates[-1]))
        if not possessive or number + 1 == len(candidates) or reopened:
            return Span(i, i + 1)
    return None


def _closing_double(text: str, opener: str, start: int, end: int) -> Span | None:
    depth = 0
    for i in range(start, end):
        mark = _mark_at(text, i, CLOSERS[opener])
        if mark and depth == 0:
            return Span(i, i + len(mark))
        if mark:
            depth -= 1
        elif opener not in CLOSERS[opener] and text.startswith(opener, i):
            depth += 1
    return None


def _may_close(text: str, i: int, start: int) -> bool:
    if i <= start or text[i - 1].isspace():
        return False
    following = text[i + 1 : i + 2]
    return not following.isalnum()

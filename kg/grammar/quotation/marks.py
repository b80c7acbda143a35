"""Quotation marks: which stretches of a text stand between them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.grammar.remembered import remembered_of_text
from kg.knowledge.words import Words
from kg.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Doc

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
_OPENERS = re.compile("|".join(map(re.escape, CLOSERS)))
_SINGLES = re.compile("|".join(sorted(SINGLE)))
_SINGLE_CLOSERS = re.compile("|".join(sorted({mark for opener in SINGLE for mark in CLOSERS[opener]})))
_DOUBLE_CLOSERS = {opener: re.compile("|".join(map(re.escape, (*CLOSERS[opener], opener)))) for opener in DOUBLE}


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


@remembered_of_text
def find_quotations(doc: Doc, words: Words) -> tuple[Quotation, ...]:
    """Return the quotations of a text in its order; one without a closing mark ends with its paragraph."""
    return tuple(_quotations(doc.text, paragraphs_of(doc), words))


@remembered_of_text
def paragraphs_of(doc: Doc) -> tuple[Span, ...]:
    """Return the paragraphs of a text."""
    return paragraphs(doc.text)


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
        marks = _Marks(text, block, words)
        if inside:  # the paragraph repeats the opening mark
            position += len(opener)
        while position < block.end:
            if not inside:
                opened = marks.opening(position)
                if opened is None:
                    break
                opener, position, inside = text[opened.start : opened.end], opened.end, True
            close = marks.closing(opener, position)
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


@dataclass(slots=True)
class _Marks:
    """The quotation marks of one paragraph; those of the single ones that may close are found once, when asked for."""

    text: str
    block: Span
    words: Words
    singles: tuple[int, ...] | None = None

    def opening(self, start: int) -> Span | None:
        """Return the first mark from a character on that opens a quotation."""
        while found := _OPENERS.search(self.text, start, self.block.end):
            if self._may_open(found.start(), found[0]):
                return Span(found.start(), found.end())
            start = found.start() + 1
        return None

    def _may_open(self, i: int, mark: str) -> bool:
        """A mark opens before a word and after none; a single one only if another closes it, else an apostrophe."""
        inner = i + len(mark)
        following = self.text[inner : inner + 1]
        if inner >= self.block.end or following.isspace() or following in ".,;:!?)":
            return False
        before = self.text[i - 1] if i else " "
        if not before.isspace() and before not in BEFORE_OPENING:
            return mark in SLANTED
        return mark in DOUBLE or self.closing(mark, inner) is not None or following.isupper()

    def closing(self, opener: str, start: int) -> Span | None:
        """Return the mark that closes what a mark before a character opens."""
        if opener in DOUBLE:
            return self._closing_double(opener, start)
        if self.singles is None:
            self.singles = _single_closers(self.text, self.block, self.words)
        at = bisect_right(self.singles, start)
        return Span(self.singles[at], self.singles[at] + 1) if at < len(self.singles) else None

    def _closing_double(self, opener: str, start: int) -> Span | None:
        depth = 0
        while found := _DOUBLE_CLOSERS[opener].search(self.text, start, self.block.end):
            if found[0] not in CLOSERS[opener]:
                depth += 1
            elif depth == 0:
                return Span(found.start(), found.end())
            else:
                depth -= 1
            start = found.start() + 1
        return None


def _single_closers(text: str, block: Span, words: Words) -> tuple[int, ...]:
    """Return where single marks of a paragraph may close a quotation.

    One behind an owner ("the boys' war") does not, but for the last, or where another quotation opens behind it.
    """
    marks = (mark.start() for mark in _SINGLE_CLOSERS.finditer(text, block.start, block.end))
    closers = [i for i in marks if i > block.start and _may_close(text, i)]
    last = closers[-1] if closers else block.start
    singles = (mark.start() for mark in _SINGLES.finditer(text, block.start + 1, last))
    reopened = max((i for i in singles if text[i - 1].isspace()), default=block.start)
    return tuple(i for i in closers if i == last or i < reopened or not _is_possessive(text, i, words))


def _is_possessive(text: str, i: int, words: Words) -> bool:
    owner = text[i - 1].lower() in words.function.possessive_clitic
    return owner and text[i + 1 : i + 2] == " " and text[i + 2 : i + 3].islower()


def _may_close(text: str, i: int) -> bool:
    return not text[i - 1].isspace() and not text[i + 1 : i + 2].isalnum()

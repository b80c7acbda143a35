"""From the lines of a file to its paragraphs: the words stay as they are, only the blanks around them move."""

from __future__ import annotations

import itertools
import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BREAK = re.compile(r"\r\n?|[\u2028\u2029\x0b\x0c\x85]")
_UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Marks that break or turn lines and show nothing: inside a name they would make two of it."""
_LIGATURES = re.compile("[\ufb00-\ufb06]")
"""What typesetting makes of two or three letters of a word, as in PDF: no other text has the word so."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_MADE_UP = re.compile(r"about:\w+|https?:.*|untitled\b.*|document ?\d*|microsoft \w+ - .*|\S+\.\w{1,5}", re.IGNORECASE)
"""What programs write for a title: "about:blank", "Microsoft Word - talks.doc", the name of the file."""
_BLANK_LINE = "\n\n"
_NARROWEST, _WIDEST = 50, 100  # columns at which editors and mail programs wrap


class _Join(NamedTuple):
    """Two neighbouring lines without a blank line between them."""

    upper: str
    lower: str


def normalised(text: str) -> str:
    """Return the text in Unicode NFC with \\n as its only line break and without signs that nobody sees.

    A control character, of which a terminal makes something else, is a blank; a ligature is its letters.
    """
    plain = _UNSEEN.sub("", _CONTROL.sub(" ", _BREAK.sub("\n", text)))
    return unicodedata.normalize("NFC", _LIGATURES.sub(_letters, plain))


def _letters(ligature: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", ligature[0])


def one_line(words: str) -> str:
    """Return words as `normalised` does, with single blanks between them and none at their ends."""
    return " ".join(normalised(words).split())


def own_title(title: str | None) -> str | None:
    """Return the title that a file says it has, unless the program that wrote the file made it up."""
    words = one_line(title or "")
    return words if words and not _MADE_UP.fullmatch(words) else None


def paragraphs(text: str) -> tuple[str, ...]:
    """Split normalised text into paragraphs, each on one line, without blanks at its ends.

    A line is a paragraph, unless the text is hard-wrapped: then lines that were broken at its width are joined again.
    """
    lines = [line.rstrip() for line in text.split("\n")]
    joins = [_Join(upper, lower) for upper, lower in itertools.pairwise(lines) if upper and lower.strip()]
    width = _wrap_width(joins)
    found: list[str] = []
    upper = ""
    for line in lines:
        words = line.strip()
        if words and upper and width and _is_wrapped(_Join(upper, line), width):
            found[-1] = f"{found[-1]}{_joint(found[-1], words)}{words}"
        elif words:
            found.append(words)
        upper = line
    return tuple(found)


def _wrap_width(joins: list[_Join]) -> int | None:
    """Return the column at which the text is wrapped, None if it is not.

    Wrapped prose goes on in lower case after most breaks, and its lines are of nearly the same length.
    """
    if not joins:
        return None
    # Indents are not counted, for some programs wrap the words first and indent them afterwards.
    lengths = sorted(len(join.upper.strip()) for join in joins)
    width = lengths[len(lengths) * 9 // 10]
    goes_on = sum(join.lower.strip()[0].islower() for join in joins)
    return width if _NARROWEST <= width <= _WIDEST and goes_on * 3 >= len(joins) else None


def _is_wrapped(join: _Join, width: int) -> bool:
    """Whether the line was broken because its successor's first word had no room, and not to begin a paragraph."""
    indented = join.lower[0].isspace() and not join.upper[0].isspace()
    return not indented and len(join.upper) + 1 + len(join.lower.split(maxsplit=1)[0]) > width


def _joint(left: str, right: str) -> str:
    is_compound = left.endswith("-") and left[-2:-1].isalpha() and right[0].isalnum()
    return "" if is_compound else " "


def in_parts(paragraphs: Sequence[str], longest: int) -> Iterator[tuple[str, ...]]:
    """Yield the paragraphs in runs of at most so many characters; a longer one is cut at a blank, if it has any."""
    part: list[str] = []
    size = 0
    for paragraph in (piece for whole in paragraphs for piece in _pieces(whole, longest)):
        if part and size + len(paragraph) > longest:
            yield tuple(part)
            part, size = [], 0
        part.append(paragraph)
        size += len(paragraph) + len(_BLANK_LINE)
    if part:
        yield tuple(part)


def _pieces(paragraph: str, longest: int) -> Iterator[str]:
    while len(paragraph) > longest:
        # A sentence that ends in the last tenth is a better place than any blank.
        sentence = paragraph.rfind(". ", longest * 9 // 10, longest) + 1
        cut = sentence or paragraph.rfind(" ", 1, longest) + 1 or longest
        yield paragraph[:cut].rstrip()
        paragraph = paragraph[cut:].lstrip()
    if paragraph:
        yield paragraph

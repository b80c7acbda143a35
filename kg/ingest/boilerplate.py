"""Leaves out what a page prints around an article, by the patterns of ontology/en/boilerplate.ttl and by structure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.knowledge.boilerplate import Boilerplate

_LONGEST_LINE = 300  # characters; what is longer is prose, whatever its first words
_LONGEST_TITLE = 200  # characters
_FEWEST_PROSE_WORDS = 15  # a headline that ends in a full stop has fewer
_SENTENCE_END = re.compile(r"[.!?…:;,][\"'”’)\]]*$")
_BULLET = re.compile(r"^(?:[•·▪◦●‣]|[*–—>-](?=\s))\s*")

_Paragraphs = Sequence[str]


def without_boilerplate(paragraphs: _Paragraphs, patterns: Boilerplate) -> tuple[str, ...]:
    """Return the paragraphs of the article: title, standfirst, captions, body and quotes, each in its own words.

    Left out are the lines, sections and credits that the patterns name, authors' notes at the end, and a paragraph that
    repeats the one before it. Prose that no pattern names stays.
    """
    article = _without_lines(_without_sections(paragraphs, patterns), patterns)
    body = [words for paragraph in article if (words := _without_tail(paragraph, patterns))]
    body = [paragraph for index, paragraph in enumerate(body) if index == 0 or paragraph != body[index - 1]]
    return tuple(_without_author_notes(body, patterns))


def headline(paragraphs: _Paragraphs) -> str | None:
    """Return the first paragraph if it is short, no sentence, and has text below it; None otherwise."""
    if len(paragraphs) < 2 or not _is_headline(paragraphs[0]) or len(paragraphs[0]) > _LONGEST_TITLE:
        return None
    return paragraphs[0]


def _key(paragraph: str) -> str:
    """Return what patterns are compared with: no bullet, single blanks, straight apostrophes."""
    words = " ".join(_BULLET.sub("", paragraph).split())
    return words.replace("’", "'").replace("‘", "'")


def _matches(pattern: re.Pattern[str], paragraph: str) -> bool:
    return len(paragraph) <= _LONGEST_LINE and pattern.fullmatch(_key(paragraph)) is not None


def _is_headline(paragraph: str) -> bool:
    """Whether the paragraph does not end like a sentence; a question or an exclamation can still be a headline."""
    return len(paragraph) <= _LONGEST_LINE and (paragraph[-1] in "?!" or not _SENTENCE_END.search(paragraph))


def _is_prose(paragraph: str) -> bool:
    return len(paragraph.split()) >= _FEWEST_PROSE_WORDS and _SENTENCE_END.search(paragraph) is not None


def _without_sections(paragraphs: _Paragraphs, patterns: Boilerplate) -> list[str]:
    kept: list[str] = []
    index = 0
    while index < len(paragraphs):
        is_start = _matches(patterns.start, paragraphs[index])
        if is_start and any(map(_is_prose, kept)):
            index = _end_of_teasers(paragraphs, index + 1)
        elif is_start or _matches(patterns.links, paragraphs[index]):
            # Before the article's first paragraph, a heading of teasers is a line of the page's menu.
            index = _skip(paragraphs, index + 1, _is_headline)
        else:
            kept.append(paragraphs[index])
            index += 1
    return kept


def _end_of_teasers(paragraphs: _Paragraphs, index: int) -> int:
    """Return where the article resumes after a section of teasers.

    A teaser has a headline and at most one paragraph of prose; two in a row, or prose and a quotation, are the article.
    """
    pairs = zip(paragraphs[index:], paragraphs[index + 1 :], strict=False)
    resumes = (start for start, pair in enumerate(pairs, start=index) if _is_article(*pair))
    return next(resumes, len(paragraphs))


def _is_article(upper: str, lower: str) -> bool:
    return (_is_prose(upper) or _is_prose(lower)) and all(_is_prose(one) or _is_quote(one) for one in (upper, lower))


def _is_quote(paragraph: str) -> bool:
    return paragraph[0] in "\"'“‘" and _SENTENCE_END.search(paragraph) is not None


def _skip(paragraphs: _Paragraphs, index: int, test: Callable[[str], bool]) -> int:
    while index < len(paragraphs) and test(paragraphs[index]):
        index += 1
    return index


def _without_lines(paragraphs: _Paragraphs, patterns: Boilerplate) -> Iterator[str]:
    label_before = False
    for paragraph in paragraphs:
        is_label = _matches(patterns.label, paragraph)
        if not (is_label or _matches(patterns.line, paragraph) or (label_before and _is_headline(paragraph))):
            yield paragraph
        label_before = is_label


def _without_tail(paragraph: str, patterns: Boilerplate) -> str:
    """Cut the credit off the end of a caption."""
    for match in patterns.tail.finditer(paragraph):
        if match.end() == len(paragraph):
            return paragraph[: match.start()].rstrip()
    return paragraph


def _without_author_notes(paragraphs: _Paragraphs, patterns: Boilerplate) -> _Paragraphs:
    """Leave out notes on authors from the end, with the lines above that bear nothing but their names."""
    end = len(paragraphs)
    while end > 1:
        match = patterns.author_note.fullmatch(_key(paragraphs[end - 1]))
        if match is None:
            break
        author = next(name for name in match.groups() if name)
        first = end - 1
        while first > 1 and paragraphs[first - 1] == author:
            first -= 1
        if any(author in paragraph for paragraph in paragraphs[:first]):
            # Whom the article names is its subject, not its author.
            break
        end = first
    return paragraphs[:end]

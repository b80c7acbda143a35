"""Reads the day of publication from a text that has no metadata; never from the clock or the file."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.knowledge.boilerplate import Boilerplate

_TOP = 12  # lines in which a page names its date before the article begins
_LONGEST_LINE = 150  # characters of a line that is about the date
_DAY, _YEAR = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?", r"(?P<year>[12][0-9]{3})"
_MONTH = r"(?P<month>[A-Z][a-z]{2,8}|[A-Z]{3,9})\.?"
_FORMS = (
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+{_YEAR}\b"),
    re.compile(rf"\b{_DAY}\s+{_MONTH},?\s+{_YEAR}\b"),
    re.compile(r"(?<![\w.+-])(?P<year>[12][0-9]{3})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![0-9])"),
)
_CLOCK = re.compile(
    r"T?\b[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?\s*(?:[ap]\.?m\b\.?)?(?:\s*(?:Z|[A-Z]{2,5}|[+-][0-9:]{4,5})\b)?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(rf"\b(?:{'|'.join((*calendar.day_name, *calendar.day_abbr))})\b\.?,?")
_CITY = r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}"
_CITY_DATELINE = re.compile(rf"{_CITY}(?:, {_CITY}){{0,2}}[,.]? (?:\([^()]{{1,30}}\) ?)?$")
_YEARLESS = (
    re.compile(rf"\b{_MONTH}\s+{_DAY}\b(?!,?\s+[12][0-9]{{3}})"),
    re.compile(rf"\b{_DAY}\s+{_MONTH}(?!,?\s+[12][0-9]{{3}})"),
)
_ADDRESS_DAY = re.compile(r"(?<![0-9])(?P<year>20[0-9]{2})[-/](?P<month>[01]?[0-9])[-/](?P<day>[0-3]?[0-9])(?![0-9])")
_ADDRESS_YEAR = re.compile(r"/(20[0-9]{2})/")
_JOINT = re.compile(r"(?:[.;,|·•–—(]|\s-\s)\s*(?=\w)")
_DIVIDER = re.compile(r"[|·•]")
_CAPITAL = re.compile(r"(?<=\s)[A-Z]")
_AGENCY = re.compile(r"\s*\([^()]{1,30}\)")
_DASH = re.compile(r"\s*(?:\([^()]{1,30}\)\s*)?[-–—]{1,2}\s")


def parse_date(words: str) -> date | None:
    """Return the only day that the words name in full (July 4, 2025; 4 July 2025; 2025-07-04), else None."""
    found = {found_date for form in _FORMS for match in form.finditer(words) if (found_date := _as_date(match))}
    return found.pop() if len(found) == 1 else None


def publication_date(lines: Sequence[str], patterns: Boilerplate, *, url: str | None = None) -> date | None:
    """Return the day of publication that a page tells, None where it tells none.

    The date on a line that says "Published" goes before that of a date line or dateline near the top, of one that says
    "Updated", and of the article's address; the address also gives a dateline without a year its year.
    """
    lines = [" ".join(line.split()) for line in lines if line.strip()]
    top = [line for line in lines[:_TOP] if not _behind(patterns.update, line, patterns)]
    published = (_behind(patterns.publication, line, patterns) for line in lines)
    near_top = (_on_date_line(line, patterns) or _in_dateline(line) for line in top)
    updated = (_behind(patterns.update, line, patterns) for line in lines)
    found = next(filter(None, published), None) or next(filter(None, near_top), None)
    return found or next(filter(None, updated), None) or _from_address(url, lines)


def yearless_dateline(lines: Sequence[str]) -> str | None:
    """Return the month and day of a dateline that has no year: "Nov 24" of "KYIV, Nov 24 (Agency) - "."""
    for line in lines[:_TOP]:
        for form in _YEARLESS:
            match = form.search(line[:100])
            if match and _opens_dateline(line[: match.start()], line[match.end() :]):
                return match[0]
    return None


def _from_address(url: str | None, lines: Sequence[str]) -> date | None:
    """Return the day in an address (/2023/11/24/), or that of a dateline in the year of an address (/2023/)."""
    if (day := _ADDRESS_DAY.search(url or "")) is not None:
        return _as_date(day)
    year, words = _ADDRESS_YEAR.search(url or ""), yearless_dateline(lines)
    return parse_date(f"{words.replace('.', '')} {year[1]}") if year is not None and words is not None else None


def _as_date(match: re.Match[str]) -> date | None:
    month = match["month"]
    try:
        return date(int(match["year"]), int(month) if month.isdigit() else _month(month), int(match["day"]))
    except ValueError:
        return None


def _month(word: str) -> int:
    """Return the number of the month that the word names or abbreviates (Sept); raise ValueError for other words."""
    for number, name in enumerate(calendar.month_name):
        if name.lower().startswith(word.lower()) and name:
            return number
    raise ValueError(word)


def _first_date(line: str) -> tuple[date, re.Match[str]] | None:
    matches = sorted((match for form in _FORMS for match in form.finditer(line)), key=lambda match: match.start())
    return next(((found, match) for match in matches if (found := _as_date(match))), None)


def _starts(line: str, patterns: Boilerplate) -> Iterator[int]:
    """Yield where parts of a line can begin that tell dates: "Updated 4 July 2025. Published 20 June 2025".

    In a sentence of the article ("The report, published on ...") there is none but the beginning.
    """
    yield 0
    opened = patterns.update.match(line) or patterns.publication.match(line)
    if opened or _DIVIDER.search(line):
        yield from (match.end() for match in _JOINT.finditer(line))
    if opened or not line.endswith((".", "!", "?")):
        yield from (match.start() for match in _CAPITAL.finditer(line))


def _behind(words: re.Pattern[str], line: str, patterns: Boilerplate) -> date | None:
    """Return the date that directly follows words such as "Published on" in a part of a short line."""
    if len(line) > _LONGEST_LINE:
        return None
    for start in _starts(line, patterns):
        said = words.match(line, start)
        first = _first_date(line[said.end() :]) if said else None
        if said is None or first is None:
            continue
        between = _WEEKDAY.sub("", _CLOCK.sub("", line[said.end() : said.end() + first[1].start()]))
        if not re.search(r"\w", between):
            return first[0]
    return None


def _on_date_line(line: str, patterns: Boilerplate) -> date | None:
    """Return the date of a line that holds a date and nothing else but the hour, the authors or the like."""
    first = _first_date(line) if len(line) <= _LONGEST_LINE else None
    if first is None:
        return None
    rest = _WEEKDAY.sub("", _CLOCK.sub("", line[: first[1].start()] + line[first[1].end() :]))
    is_bare = not re.search(r"[^\W\d_]{2}", rest)
    return first[0] if is_bare or patterns.line.fullmatch(line.replace("’", "'")) else None


def _in_dateline(line: str) -> date | None:
    """Return the date of a paragraph that opens like "WASHINGTON, March 3, 2022 (Agency) — "."""
    first = _first_date(line[:100])
    if first is None:
        return None
    before, after = line[: first[1].start()], line[first[1].end() :]
    return first[0] if _opens_dateline(before, after) else None


def _opens_dateline(before: str, after: str) -> bool:
    """Say whether a city or nothing stands before the day, and a dash, perhaps behind the agency, after it."""
    place = _CITY_DATELINE.match(before) if before else _AGENCY.match(after)
    return place is not None and _DASH.match(after) is not None

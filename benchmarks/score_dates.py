"""Score the dates that are read against a public suite of date phrases, microsoft/Recognizers-Text.

    python benchmarks/score_dates.py FOLDER [--errors] [--all]

FOLDER holds DateParser.json, DateExtractor.json and MergedParser.json of the suite's Specs/DateTime/English, or some
of them. Each case is a sentence with the day it was written on, and a phrase in it with the day or the range that it
stands for; where the suite gives two, the one to come and the one past, either is right. Only phrases that news has
count, unless you ask for --all: no bare numbers ("on 15", "4/22") and no "my day". A reading is right, coarser but true
(the week or month that the day lies in), none, or wrong.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.annotate import annotate
from kg.grammar.time.dates import find_dates
from kg.knowledge import load as load_knowledge
from kg.language import load as load_model
from kg.periods import Days, days_of
from kg.records import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

    from kg.knowledge.words import Words

FILES = ("DateParser.json", "DateExtractor.json", "MergedParser.json")
NEVER_IN_NEWS = (
    r"[\d\s./-]{1,6}",  # "15", "4.22", "22/04"
    r"(for )?(the )?(\w+ ?)?(second|first|thirty|\d\d?(st|nd|rd|th)?) ?[.!?]?",  # "for the 27", "for the second"
    r"(on )?(the )?(\w+ )?second[!?]",
    r"((the|my|this|past|last|next|the last|the next) )?day",  # what a calendar is asked
    r"(first|second|third|fourth|fifth) \w+day",  # of which month?
    r"(a )?few \w+ ago",
    r"\d+ [-/] \d+|\d+[-/] \d+|\d+ [-/]\d+|\d{4}[-/]\d\d?|\d\d?[-/]\d{4}|\d{4} ?,? ?\w*",  # "2016 - 11", "2016, nov"
    r"\d\d?/\d\d?,\d+",  # "11/12,16"
    r"week \d+",
)
"""Phrases, whole and in small letters, that calendars and chats have and news has not; a bare year counts as one."""
YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Case:
    """A phrase at start..end of a sentence written on a day, and the periods of which any is right."""

    sentence: str
    start: int
    end: int
    written: date
    right: tuple[Days, ...]

    @property
    def phrase(self) -> str:
        """The words that tell the date."""
        return self.sentence[self.start : self.end]

    @property
    def is_day(self) -> bool:
        """Whether one day is asked for."""
        return self.right[0].count == 1

    @property
    def is_of_news(self) -> bool:
        """Whether a news text has such a phrase."""
        small = self.phrase.lower().strip()
        return bool(YEAR.fullmatch(small)) or not any(re.fullmatch(form, small) for form in NEVER_IN_NEWS)


def read_cases(folder: Path) -> Iterator[Case]:
    """Yield the cases of a folder that have a day or a range of days."""
    for name in FILES:
        path = folder / name
        rows = json.loads(path.read_text(encoding="utf-8-sig")) if path.exists() else []
        for row in rows:
            written = row.get("Context", {}).get("ReferenceDateTime", "2016-11-07")[:10]
            for result in row["Results"]:
                start = row["Input"].find(result["Text"])
                right = tuple(_periods(result))
                if right and start >= 0:
                    end = start + len(result["Text"])
                    yield Case(row["Input"], start, end, date.fromisoformat(written), right)


def _periods(result: dict[str, Any]) -> Iterator[Days]:
    """Yield the periods that a result may stand for; the end of a range in the suite is the day after it."""
    value = result.get("Value") or {}
    for found in value.get(
        "values", [{"value": value.get(f"{side}Resolution", {}).get("date")} for side in ("Future", "Past")]
    ):
        if day := _day(found.get("value")):
            yield Days(day, day)
        elif (first := _day(found.get("start"))) and (after := _day(found.get("end"))):
            yield Days(first, max(first, after - timedelta(days=1)))
            yield Days(first, after)  # "from 2010 to 2020" ends within the suite's end


def _day(text: str | None) -> date | None:
    try:
        found = date.fromisoformat((text or "")[:10])
    except ValueError:
        return None
    return found if found.year > 1 else None


def judge(case: Case, nlp: Language, words: Words) -> tuple[str, str]:
    """Return how the phrase was read, and the date that was."""
    doc = annotate(Document(id=case.sentence, text=case.sentence), nlp)
    best, most = None, 0
    for mention in find_dates(doc, words, published=case.written):
        span = doc[mention.start : mention.end]
        shared = min(span.end_char, case.end) - max(span.start_char, case.start)
        if shared > most:
            best, most = mention, shared
    if best is None or best.value is None:
        return "none", ""
    days = days_of(best.value.value)
    if any(days == right for right in case.right):
        return "right", best.value.value
    true = any(days.first <= right.first and right.last <= days.last for right in case.right)
    return ("coarser" if true else "wrong"), best.value.value


@click.command(help=__doc__)
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--errors", is_flag=True, help="Print each case that is not right.")
@click.option("--all", "whole", is_flag=True, help="Count every phrase, not only those of news.")
def main(folder: Path, *, errors: bool, whole: bool) -> None:
    """Print how many days and ranges are read rightly, coarsely, not at all or wrongly."""
    nlp, words = load_model(), load_knowledge().words
    told: dict[str, Counter[str]] = {"days": Counter(), "ranges": Counter()}
    for case in dict.fromkeys(case for case in read_cases(folder) if whole or case.is_of_news):
        how, value = judge(case, nlp, words)
        kind = "days" if case.is_day else "ranges"
        told[kind][how] += 1
        if errors and how != "right":
            wanted = " or ".join(sorted({str(days.first) for days in case.right}))
            click.echo(
                f"{how:8} {kind:6} {case.phrase!r} of {case.sentence!r} ({case.written}): {value or '-'}, not {wanted}"
            )
    for kind, counts in told.items():
        whole_count = max(counts.total(), 1)
        shares = ", ".join(
            f"{how} {counts[how]} ({counts[how] / whole_count:.0%})" for how in ("right", "coarser", "none", "wrong")
        )
        click.echo(f"{kind}: {counts.total()}: {shares}")


if __name__ == "__main__":
    main()

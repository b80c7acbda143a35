"""When an event was that the learnt reader tells: by syntax, else by the words that the network takes for its date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.arguments.reach import is_told_below, path
from kg.extract.readers.circumstances import dates_at, is_dated, weekday_at, weekday_of
from kg.grammar.speech import speech_at
from kg.grammar.time.dates import DateKind, is_recalled
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.analysis import Analysis
    from kg.grammar.time.dates import DateMention
    from kg.grammar.tree import Token
    from kg.language.predicted import ArgumentPrediction
    from kg.records import EventDate

BEFORE = frozenset({"nummod", "compound", "amod", "nmod:poss", "nmod:unmarked"})
DATE, PRESENT = Term("date"), frozenset({"VBZ", "VBP"})


def learnt_dates(
    trigger: Token, kind: Term, found: list[ArgumentPrediction], analysis: Analysis
) -> Iterator[EventDate]:
    """The dates by syntax, else those that stand in the words of an argument in no clause below that of the trigger.

    Nor before another noun, whose they are: "convicted of the [1988] bombing". Where syntax gives it words that name no
    day ("some weeks later"), it has none.
    """
    yield from dates_at(trigger, kind, (), analysis)
    if is_dated(trigger, kind, (), analysis):
        return
    yield from (date.value for date in _date_mentions(trigger, found, analysis) if date.value is not None)


def _date_mentions(trigger: Token, found: list[ArgumentPrediction], analysis: Analysis) -> Iterator[DateMention]:
    dated = (a for a in found if a.role == DATE and not is_told_below(trigger, analysis.doc[a.head]))
    dated = (a for a in dated if not _is_of_another(analysis.doc[a.head], trigger))
    dated = (a for a in dated if not _dates_the_saying(analysis.doc[a.head], trigger, analysis))
    for argument in dated:
        for date in analysis.dates.near(analysis.doc[argument.head].sent):
            inside = date.start < argument.end and argument.start < date.end
            root = analysis.doc[date.start : date.end].root
            if inside and date.kind is DateKind.POINT and not is_recalled(root, analysis.words):
                yield date


def learnt_weekday(trigger: Token, kind: Term, found: list[ArgumentPrediction], analysis: Analysis) -> str | None:
    """The weekday that syntax, or else the network, gives to a trigger of which no day is known."""
    told = (weekday_of(date, analysis) for date in _date_mentions(trigger, found, analysis))
    return weekday_at(trigger, kind, (), analysis) or next((day for day in told if day is not None), None)


def _dates_the_saying(date: Token, trigger: Token, analysis: Analysis) -> bool:
    """Say whether a time is that at which somebody tells of an event: "[today], we are announcing that it sends aid".

    Beside a bare present it is that of what is told: "on [Monday], residents say, gunmen killed two".
    """
    up, down = path(trigger, date)
    verb = up[-1].head if up else trigger
    told = any(token.dep_ == "ccomp" for token in up) and len(down) == 1
    return told and date.head.i == verb.i and verb.tag_ not in PRESENT and speech_at(verb, analysis.words) is not None


def _is_of_another(date: Token, trigger: Token) -> bool:
    noun = date.head
    return date.dep_ in BEFORE and noun.i != trigger.i and noun.i > date.i and noun.pos_ == "NOUN"

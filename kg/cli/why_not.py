"""`kg explain --why-not`: which text is meant, and what was read in it, in lines."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.cli.choosing import knowledge
from kg.cli.saying import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from kg.explain.why_not import GraphEvent, Known, Trigger, WhyNot
    from kg.knowledge import Knowledge
    from kg.knowledge.gate import Precision
    from kg.records import Document, Span

_PLACE = re.compile(r"(.+)[:@](\d+)(?:-(\d+))?", re.DOTALL)
_SHOWN = 300
"""Characters of the text itself that are repeated above what was read in it."""


def answer(
    place: str, sources: Sequence[Path], date: datetime | None, model: str | None, precision: Precision
) -> tuple[WhyNot, Iterator[str]]:
    """Return what is read in a text or at DOC:OFFSET, and the lines that tell it; InputError where there is none."""
    from kg.explain import why_not
    from kg.language import load
    from kg.pipeline import read_closely

    known = knowledge()
    document, where = _meant(place, sources, known)
    if date is not None:
        document = replace(document, date=date.date())
    reading = read_closely(document, load(model), known, precision=precision)
    found = why_not(reading.record, reading.passed_over, reading.events, known, precision=precision, where=where)
    return found, lines(found)


def _meant(place: str, sources: Sequence[Path], known: Knowledge) -> tuple[Document, Span | None]:
    """Return the document, and which characters of it: None for all of a text."""
    from kg.errors import InputError
    from kg.ingest import read, read_text

    found = _PLACE.fullmatch(place)
    if sources:
        if found is None:
            remedy = "give DOC:OFFSET or DOC:START-END, or leave --documents out"
            raise InputError("names no characters of a document", place=place, remedy=remedy)
        return _characters(found, sources, known)
    if found is not None and not re.search(r"\s", place):
        remedy = "say with --documents in which file or folder it is"
        raise InputError("names characters of a document", place=place, remedy=remedy)
    if place != "-":
        return read_text(place, known.boilerplate, id="text"), None
    problems: list[Exception] = []
    for document in read(["-"], known.boilerplate, on_problem=problems.append):
        return document, None
    raise problems[0] if problems else InputError("is empty", place="stdin", remedy="give it a text")


def _characters(found: re.Match[str], sources: Sequence[Path], known: Knowledge) -> tuple[Document, Span]:
    from kg.errors import InputError
    from kg.ingest import read
    from kg.records import Span

    name, start = found[1], int(found[2])
    span = Span(start, int(found[3]) if found[3] else start + 1)
    ids: list[str] = []
    for document in read(sources, known.boilerplate, on_problem=lambda problem: say(f"kg: {problem}", err=True)):
        if document.id == name:
            length = len(document.text)
            if not span.start < span.end <= length:
                raise InputError("no such characters", place=found[0], remedy=f"the text has {length} of them")
            return document, span
        ids.append(document.id)
    remedy = f"there are {', '.join(ids[:5])}{' and more' if len(ids) > 5 else ''}" if ids else "check --documents"
    raise InputError("no document has this id", place=name, remedy=remedy)


def lines(found: WhyNot) -> Iterator[str]:
    """Yield what was read, for a terminal."""
    shown = found.text if len(found.text) <= _SHOWN else f"{found.text[:_SHOWN]} …"
    yield f"{found.document}@{found.start}-{found.end}"
    yield f"  > {shown}"
    for trigger in found.triggers:
        yield ""
        yield from _trigger(trigger)
    for event in found.others:
        yield ""
        yield "told without a trigger"
        yield _there(event)
    if not found.triggers and not found.others:
        yield ""
        yield "no reader takes any word here for an event"
    yield from _words(found.words)


def _trigger(trigger: Trigger) -> Iterator[str]:
    rule = f", by {trigger.rule}" if trigger.rule not in trigger.readers else ""
    readers = " and ".join(trigger.readers)
    yield f"“{trigger.word}” ({trigger.start}-{trigger.end}): {trigger.kind}, read by {readers}{rule}"
    shares = (("network", trigger.score), ("lexical entry", trigger.sense))
    scores = [f"{share:.2f} ({of})" for of, share in shares if share is not None]
    yield f"  how sure     {', '.join(scores) or 'not known'}; {trigger.threshold:.2f} is asked where names are missing"
    yield f"  factuality   {trigger.factuality}"
    yield f"  claimed by   {', '.join(trigger.claimants) or 'nobody: the article itself says so'}"
    yield f"  date         {trigger.date or 'not told'}"
    for part in trigger.arguments:
        score = f" ({part.score:.2f})" if part.score is not None else ""
        how = part.how if part.resolved else f"not resolved: {part.how}"
        yield f"  {part.role:<12} “{part.words}” {part.start}-{part.end}{score}: {how}"
    if trigger.values:
        yield f"  tells also   {'; '.join(trigger.values)}"
    yield f"  {trigger.outcome:<12} {trigger.because}"
    if trigger.event:
        yield _there(trigger.event)


def _there(event: GraphEvent) -> str:
    from kg.knowledge.namespaces import ID
    from kg.store.prefixes import readable

    return f"  it is there  {event.label}  [{readable(event.iri, base=ID)}]"


def _words(words: Sequence[Known]) -> Iterator[str]:
    """Yield the words of events with the reason, one a line, and the others by kind."""
    events = [word for word in words if word.evokes]
    if events:
        yield ""
        yield "words of the lexicon that tell no event here"
    for word in events:
        yield f"  “{word.word}” ({word.start}-{word.end}): {word.evokes} by {word.entry}: {word.because}"
    others = [word for word in words if not word.evokes]
    if others:
        yield ""
        yield "words of the lexicon that help others to tell theirs"
    for kind in sorted({word.kind for word in others}):
        same = dict.fromkeys(word.word for word in others if word.kind == kind)
        yield f"  {kind.removesuffix('Entry').lower():<12} {', '.join(same)}"

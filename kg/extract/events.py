"""One event out of the mentions that tell of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.telling import UNNAMED_SOURCE, is_claimed
from kg.records import STRENGTH, Argument, Event, Evidence, Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extract.coreference import Judge
    from kg.records import EventDate, EventMention, Figure


def assemble_events(
    group: Sequence[EventMention], judge: Judge, figures: Sequence[tuple[int, Figure]]
) -> Iterator[Event]:
    """Yield the event that a group of mentions tells of, and another for each further day that it was repeated on."""
    event = _assemble(group, judge, figures)
    yield event
    for mention in group:
        for date in mention.repeated:
            yield replace(event, date=date, evidence=(_evidence(mention),), figures=(), duration=None)


def _evidence(mention: EventMention) -> Evidence:
    return Evidence(mention.sentence, mention.rule)


def _assemble(group: Sequence[EventMention], judge: Judge, figures: Sequence[tuple[int, Figure]]) -> Event:
    kind = judge.kind_of(group)
    triggers = {mention.trigger.start for mention in group}
    own = [figure for mention in group for figure in mention.figures]
    own += [figure for trigger, figure in figures if trigger in triggers]
    attributes = dict.fromkeys(attribute for mention in group for attribute in mention.attributes)
    claimed = all(is_claimed(mention) for mention in group)  # what one sentence tells without a source is no mere claim
    return Event(
        kind=kind,
        evidence=tuple(dict.fromkeys(_evidence(mention) for mention in group)),
        arguments=_arguments(group),
        factuality=min((mention.factuality for mention in group), key=STRENGTH.index),
        date=_most_precise([mention.date for mention in group if mention.date is not None]),
        duration=next((mention.duration for mention in group if mention.duration is not None), None),
        attributes=tuple(attribute for attribute in attributes if claimed or attribute.property != UNNAMED_SOURCE),
        figures=tuple(dict.fromkeys(own)),
        according_to=tuple(sorted({source for mention in group for source in mention.according_to})) if claimed else (),
        topics=tuple(dict.fromkeys(topic for mention in group for topic in mention.topics)),
    )


def _arguments(group: Sequence[EventMention]) -> tuple[Argument, ...]:
    """Every entity once in each role, where it is first told."""
    found: dict[tuple[Term, int], Argument] = {}
    for mention in group:
        for argument in mention.arguments:
            if argument.entity is not None:
                key = (argument.role, argument.entity)
                found.setdefault(key, Argument(*key, argument.span))
    return tuple(found[key] for key in sorted(found))


def _most_precise(dates: Sequence[EventDate]) -> EventDate | None:
    return max(dates, key=lambda date: len(date.value), default=None)

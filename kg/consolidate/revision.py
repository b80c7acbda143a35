"""Records without what a human rejected, and with the mentions apart that a human took from an entity."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.records import Entity, MentionKind

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from kg.records import DocumentRecord, Event, Span, Tenure


def parted(record: DocumentRecord, mentions: Collection[int]) -> DocumentRecord:
    """Return the record with these mentions as entities of their own, one for each entity that keeps others.

    What stands at a mention goes with it; all that is known of the entity but its class stays behind.
    """
    leaving = {record.mentions[number].entity for number in mentions}
    staying = {mention.entity for number, mention in enumerate(record.mentions) if number not in mentions}
    new = {old: len(record.entities) + place for place, old in enumerate(sorted(leaving & staying))}
    moved = {number for number in mentions if record.mentions[number].entity in new}
    spans = {(record.mentions[number].entity, record.mentions[number].span) for number in moved}
    return replace(
        record,
        entities=(*record.entities, *(_own(record, old, moved) for old in new)),
        mentions=tuple(
            replace(mention, entity=new[mention.entity]) if number in moved else mention
            for number, mention in enumerate(record.mentions)
        ),
        tenures=tuple(_tenure_of(tenure, spans, new) for tenure in record.tenures),
        events=tuple(
            replace(
                event,
                arguments=tuple(
                    replace(argument, entity=new[argument.entity])
                    if (argument.entity, argument.span) in spans
                    else argument
                    for argument in event.arguments
                ),
            )
            for event in record.events
        ),
    )


def _own(record: DocumentRecord, old: int, moved: Collection[int]) -> Entity:
    """Return the entity that the mentions taken from another make."""
    taken = [record.mentions[number] for number in sorted(moved) if record.mentions[number].entity == old]
    words = [
        (mention, " ".join(record.document.text[mention.span.start : mention.span.end].split())) for mention in taken
    ]
    names = sorted({text for mention, text in words if mention.kind is MentionKind.NAME})
    fullest = max(names or [text for _, text in words], key=lambda name: (len(name.split()), len(name), name))
    return Entity(record.entities[old].kind, fullest, tuple(names))


def _tenure_of(tenure: Tenure, spans: Collection[tuple[int, Span]], new: Mapping[int, int]) -> Tenure:
    """Return the tenure as the new entity's where all that reports it stands around mentions that were taken."""
    taken = [span for holder, span in spans if holder == tenure.holder]
    around = all(
        any(item.span.start <= span.start and span.end <= item.span.end for span in taken) for item in tenure.evidence
    )
    return replace(tenure, holder=new[tenure.holder]) if taken and around else tenure


def without(
    record: DocumentRecord, *, events: Collection[int], mentions: Collection[int], entities: Collection[int]
) -> DocumentRecord:
    """Return the record without these events and mentions, and without these entities as far as no mention is left.

    An argument goes with the mention that it stands at; an event that has no argument left goes too.
    """
    kept = [mention for number, mention in enumerate(record.mentions) if number not in mentions]
    gone = set(entities) - {mention.entity for mention in kept}
    spans = {(record.mentions[number].entity, record.mentions[number].span) for number in mentions}
    number = {old: new for new, old in enumerate(n for n in range(len(record.entities)) if n not in gone)}
    told = [_event_without(event, spans, number) for at, event in enumerate(record.events) if at not in events]
    return replace(
        record,
        entities=tuple(entity for at, entity in enumerate(record.entities) if at in number),
        mentions=tuple(replace(mention, entity=number[mention.entity]) for mention in kept),
        tenures=tuple(
            replace(tenure, holder=number[tenure.holder], of=None if tenure.of is None else number.get(tenure.of))
            for tenure in record.tenures
            if tenure.holder in number
        ),
        events=tuple(event for event in told if event is not None),
    )


def _event_without(event: Event, spans: Collection[tuple[int, Span]], number: Mapping[int, int]) -> Event | None:
    arguments = tuple(
        replace(argument, entity=number[argument.entity])
        for argument in event.arguments
        if argument.entity in number and (argument.entity, argument.span) not in spans
    )
    if event.arguments and not arguments:
        return None
    figures = tuple(
        replace(
            figure,
            weapon=None if figure.weapon is None else number.get(figure.weapon),
            according_to=tuple(number[index] for index in figure.according_to if index in number),
        )
        for figure in event.figures
    )
    according = tuple(number[index] for index in event.according_to if index in number)
    return replace(event, arguments=arguments, figures=figures, according_to=according)

"""Records without what a human rejected, and with the mentions apart that a human took from an entity."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.records import Entity, MentionKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

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
        entities=(*_owned(record, spans, new), *(_own(record, old, moved) for old in new)),
        mentions=tuple(
            replace(mention, entity=new[mention.entity]) if number in moved else mention
            for number, mention in enumerate(record.mentions)
        ),
        tenures=tuple(_tenure_of(tenure, spans, new) for tenure in record.tenures),
        events=tuple(_event_of(event, spans, new) for event in record.events),
    )


def unreferred(record: DocumentRecord, mentions: Collection[int]) -> DocumentRecord:
    """Return the record where entities of which all mentions are among these are no longer the known ones of that name.

    The document then tells of another Georgia than the reference data.
    """
    staying = {mention.entity for number, mention in enumerate(record.mentions) if number not in mentions}
    leaving = {record.mentions[number].entity for number in mentions} - staying
    entities = (
        replace(entity, reference=None) if number in leaving else entity
        for number, entity in enumerate(record.entities)
    )
    return replace(record, entities=tuple(entities))


def _event_of(event: Event, spans: Collection[tuple[int, Span]], new: Mapping[int, int]) -> Event:
    """Return the event with the new entities where they were taken: as parties, and as those who vouch for it."""
    arguments = (
        replace(argument, entity=new[argument.entity]) if (argument.entity, argument.span) in spans else argument
        for argument in event.arguments
    )
    evidence = tuple(
        replace(item, according_to=tuple(_now(source, item.span, spans, new) for source in item.according_to))
        for item in event.evidence
    )
    before, after = ({s for item in told for s in item.according_to} for told in (event.evidence, evidence))
    return replace(
        event,
        arguments=tuple(arguments),
        evidence=evidence,
        according_to=tuple(sorted({*event.according_to} - (before - after) | (after - before)))
        if event.according_to
        else (),
    )


def _owned(record: DocumentRecord, spans: Collection[tuple[int, Span]], new: Mapping[int, int]) -> Iterator[Entity]:
    """Yield the entities, those without a name as what belongs to the new one that stands in their sentence."""
    where = {argument.entity: event.evidence for event in record.events for argument in event.arguments}
    for number, entity in enumerate(record.entities):
        unnamed = entity.unnamed
        owner = None if unnamed is None else unnamed.belongs_to
        if unnamed is None or owner is None:
            yield entity
            continue
        owners = {_now(owner, item.span, spans, new) for item in where.get(number, ())}
        moved = next(iter(owners)) if len(owners) == 1 else owner
        yield replace(entity, unnamed=replace(unnamed, belongs_to=moved))


def _now(entity: int, around: Span, spans: Collection[tuple[int, Span]], new: Mapping[int, int]) -> int:
    """Return the new entity where words that were taken from this one stand in a passage."""
    taken = any(old == entity and around.start <= s.start and s.end <= around.end for old, s in spans)
    return new[entity] if taken else entity


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

    An argument goes with the mention that it stands at, and with the last one of whom it names; an event that has no
    argument left goes too, and with an event go those who take part in it without a name.
    """
    kept = [mention for number, mention in enumerate(record.mentions) if number not in mentions]
    told = {
        argument.entity for at, event in enumerate(record.events) if at not in events for argument in event.arguments
    }
    gone = set(entities) - {mention.entity for mention in kept}
    gone |= {n for n, entity in enumerate(record.entities) if entity.unnamed is not None and n not in told}
    kept = [mention for mention in kept if mention.entity not in gone]
    taken = {(record.mentions[number].entity, record.mentions[number].span) for number in mentions}
    silent = {mention.entity for mention in record.mentions} - {mention.entity for mention in kept}
    taken |= {(a.entity, a.span) for event in record.events for a in event.arguments if a.entity in silent}
    number = {old: new for new, old in enumerate(n for n in range(len(record.entities)) if n not in gone)}
    left = [_event_without(event, taken, number) for at, event in enumerate(record.events) if at not in events]
    return replace(
        record,
        entities=tuple(_belonging(entity, number) for at, entity in enumerate(record.entities) if at in number),
        mentions=tuple(replace(mention, entity=number[mention.entity]) for mention in kept),
        tenures=tuple(
            replace(tenure, holder=number[tenure.holder], of=None if tenure.of is None else number.get(tenure.of))
            for tenure in record.tenures
            if tenure.holder in number
        ),
        events=tuple(event for event in left if event is not None),
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
    evidence = tuple(
        replace(item, according_to=tuple(number[index] for index in item.according_to if index in number))
        for item in event.evidence
    )
    return replace(event, arguments=arguments, figures=figures, according_to=according, evidence=evidence)


def _belonging(entity: Entity, number: Mapping[int, int]) -> Entity:
    unnamed = entity.unnamed
    if unnamed is None or unnamed.belongs_to is None:
        return entity
    return replace(entity, unnamed=replace(unnamed, belongs_to=number.get(unnamed.belongs_to)))

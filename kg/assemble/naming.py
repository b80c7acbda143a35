"""Where a text names who takes part in an event, if none of the sentences that tell the event does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import GraphError
from kg.records import MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.records import Argument, DocumentRecord, Event, Mention


def named_elsewhere(
    told: Sequence[tuple[str, Event]], records: Mapping[str, DocumentRecord], entities: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, Mention]]:
    """Yield, with the ids of their documents, the mentions by which those take part whom no evidence names.

    That is what stands where the text says who takes part and, if this names another ("our teams", said by somebody of
    a country), the nearest mention of the participant. `entities` gives the IRIs of the entities of each document.
    Raises GraphError where a document mentions a participant nowhere.
    """
    named = {iri for at, event in told for iri in _named(event, records[at], entities[at])}
    for at, event in told:
        for argument in event.arguments:
            if entities[at][argument.entity] not in named:
                for mention in _words_for(argument, records[at]):
                    yield at, mention


def _named(event: Event, record: DocumentRecord, iris: Sequence[str]) -> Iterator[str]:
    """Yield the IRIs of those who take part in an event and are mentioned in its evidence."""
    passages = [evidence.span for evidence in event.evidence]
    for entity in {argument.entity for argument in event.arguments}:
        spans = (mention.span for mention in record.mentions if mention.entity == entity)
        if any(passage.start <= span.start and span.end <= passage.end for span in spans for passage in passages):
            yield iris[entity]


def _words_for(argument: Argument, record: DocumentRecord) -> Iterator[Mention]:
    """Yield the mentions that stand where an argument was read and, if none of them is of its entity, one that is.

    None of them is generic: "weapons" alone names nothing.
    """
    own = sorted((m for m in record.mentions if m.entity == argument.entity), key=lambda mention: mention.span)
    if not own:
        problem = f"{record.entities[argument.entity].name!r} takes part in an event, and no words refer to it"
        raise GraphError(problem, place=record.document.id, remedy="report it")
    here = [mention for mention in own if mention.span == argument.span]
    if not here:
        here = [mention for mention in record.mentions if mention.span == argument.span]
        here.append(max((m for m in own if m.span < argument.span), key=lambda mention: mention.span, default=own[0]))
    yield from (mention for mention in here if mention.kind is not MentionKind.GENERIC)

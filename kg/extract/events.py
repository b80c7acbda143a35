"""One event out of the mentions that tell of it, with the participants that have no name as entities of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract.telling import UNNAMED_SOURCE, is_claimed
from kg.knowledge.participants import UNNAMED
from kg.records import STRENGTH, Argument, Entity, Event, Evidence, Mention, MentionKind, Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extract.gate import Gate
    from kg.records import EventDate, EventMention, MentionArgument, Resolution


@dataclass(slots=True)
class EventBuilder:
    """Makes events of groups of mentions, and numbers the entities that it adds to those of the document."""

    text: str
    gate: Gate
    entities: list[Entity]
    mentions: list[Mention]

    @classmethod
    def over(cls, text: str, resolution: Resolution, gate: Gate) -> EventBuilder:
        """Return a builder that goes on from what resolve found."""
        return cls(text, gate, list(resolution.entities), list(resolution.mentions))

    def events(self, group: Sequence[EventMention]) -> Iterator[Event]:
        """Yield the event that a group tells of, and another for each further day that it was repeated on."""
        event = self._event(group)
        yield event
        for mention in group:
            for date in mention.repeated:
                yield replace(event, date=date, evidence=(_evidence(mention),), figures=(), duration=None)

    def _event(self, group: Sequence[EventMention]) -> Event:
        own = [figure for mention in group for figure in mention.figures]
        attributes = dict.fromkeys(attribute for mention in group for attribute in mention.attributes)
        claimed = all(map(is_claimed, group))  # what one sentence tells without a source is no mere claim
        sources = {source for mention in group for source in mention.according_to}
        return Event(
            kind=self.gate.kind_of(group),
            evidence=tuple(dict.fromkeys(_evidence(mention) for mention in group)),
            arguments=(*_named(group), *self._unnamed(group)),
            factuality=min((mention.factuality for mention in group), key=STRENGTH.index),
            date=_most_precise([mention.date for mention in group if mention.date is not None]),
            duration=next((mention.duration for mention in group if mention.duration is not None), None),
            attributes=tuple(attribute for attribute in attributes if claimed or attribute.property != UNNAMED_SOURCE),
            figures=tuple(dict.fromkeys(own)),
            according_to=tuple(sorted(sources)) if claimed else (),
            topics=tuple(dict.fromkeys(topic for mention in group for topic in mention.topics)),
        )

    def _unnamed(self, group: Sequence[EventMention]) -> Iterator[Argument]:
        """Yield those without a name, each kind once in a role, by their fullest words."""
        alike: dict[tuple[Term, str], list[MentionArgument]] = {}
        for mention in group:
            for argument in mention.arguments:
                if argument.entity is None and argument.unnamed is not None:
                    words = self.text[argument.span.start : argument.span.end]
                    kind = argument.unnamed.described or words.casefold()
                    alike.setdefault((argument.role, kind), []).append(argument)
        for (role, _), arguments in sorted(alike.items()):
            fullest = max(arguments, key=lambda a: (a.span.end - a.span.start, -a.span.start))
            number = self._add(fullest)
            spans = dict.fromkeys(argument.span for argument in arguments)
            self.mentions += [Mention(span, number, MentionKind.DESCRIPTION, "description") for span in spans]
            yield Argument(role, number, fullest.span)

    def _add(self, argument: MentionArgument) -> int:
        owner = None if argument.party is None else self.entities[argument.party]
        country = None if owner is None else owner.reference if owner.kind == "Country" else owner.country
        words = " ".join(self.text[argument.span.start : argument.span.end].split())
        self.entities.append(Entity(UNNAMED, words, country=country, unnamed=argument.unnamed))
        return len(self.entities) - 1


def _evidence(mention: EventMention) -> Evidence:
    return Evidence(mention.sentence, mention.rule)


def _named(group: Sequence[EventMention]) -> Iterator[Argument]:
    """Yield every named entity once in each role, where it is first told."""
    found: dict[tuple[Term, int], Argument] = {}
    for mention in group:
        for argument in mention.arguments:
            if argument.entity is not None:
                key = (argument.role, argument.entity)
                found.setdefault(key, Argument(*key, argument.span))
    yield from (found[key] for key in sorted(found))


def _most_precise(dates: Sequence[EventDate]) -> EventDate | None:
    return max(dates, key=lambda date: len(date.value), default=None)

"""One event out of the mentions that tell of it, with the participants that have no name as entities of its own."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract.attribution.telling import UNNAMED_SOURCE, is_claimed
from kg.extract.gate import Gate
from kg.extract.linking.suspects import without_suspects_of
from kg.grammar.quotation.marks import paragraphs
from kg.knowledge.participants import UNNAMED
from kg.periods import size
from kg.records import STRENGTH, Argument, Entity, Event, Evidence, Mention, MentionKind, Term
from kg.sameness.chains import entities_of, is_series, kind_of, statuses_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.knowledge.taxonomy import Taxonomy
    from kg.records import EventDate, EventMention, Factuality, MentionArgument, Resolution, Span

STOPS = frozenset(".!?…")

TARGET, PLACE = Term("target"), Term("place")


def headlines_of(text: str) -> tuple[Span, ...]:
    """Return the lines of a text, but for the last, that end like no sentence."""
    return tuple(line for line in paragraphs(text)[:-1] if not _has_ended(text, line))


def _has_ended(text: str, line: Span) -> bool:
    """Say whether a stop stands behind the last word of a line."""
    for at in range(line.end - 1, line.start - 1, -1):
        if text[at] in STOPS:
            return True
        if text[at].isalnum() or text[at] == "_":
            return False
    return False


def in_one_line(lines: Sequence[Span], first: int, last: int) -> bool:
    """Say whether characters stand in the same one of lines, which are in order of the text."""
    at = bisect_right(lines, first, key=lambda line: line.start) - 1
    return at >= 0 and last < lines[at].end


@dataclass(slots=True)
class EventBuilder:
    """Makes events of groups of mentions, and numbers the entities that it adds to those of the document.

    `headlines` are the lines of the text that end like no sentence.
    """

    text: str
    headlines: tuple[Span, ...]
    gate: Gate
    entities: list[Entity]
    mentions: list[Mention]

    @classmethod
    def over(cls, text: str, headlines: tuple[Span, ...], resolution: Resolution, gate: Gate) -> EventBuilder:
        """Return a builder that goes on from what resolve found."""
        return cls(text, headlines, gate, list(resolution.entities), list(resolution.mentions))

    def events(self, group: Sequence[EventMention]) -> Iterator[Event]:
        """Yield the event that a group tells of, and another for each further day that it was repeated on."""
        group = without_suspects_of(group)
        event = self._event(group)
        yield event
        for mention in group:
            for date in mention.repeated:
                yield replace(
                    event,
                    date=date,
                    evidence=(_evidence(mention, mention.factuality, date),),
                    arguments=(*_named(group, self.gate.taxonomy), *self._unnamed(group)),
                    figures=(),
                    duration=None,
                )

    def _event(self, group: Sequence[EventMention]) -> Event:
        own = [figure for mention in group for figure in mention.figures]
        attributes = dict.fromkeys(attribute for mention in group for attribute in mention.attributes)
        claimed = not self._vouches(group)
        sources = {source for mention in _claims(group) or group for source in mention.according_to}
        return Event(
            kind=kind_of(group, self.gate.taxonomy),
            evidence=tuple(_by_sentence(group)),
            arguments=(*_named(group, self.gate.taxonomy), *self._unnamed(group)),
            factuality=min((mention.factuality for mention in group), key=STRENGTH.index),
            date=_most_precise([mention.date for mention in group if mention.date is not None]),
            duration=next((mention.duration for mention in group if mention.duration is not None), None),
            attributes=tuple(attribute for attribute in attributes if claimed or attribute.property != UNNAMED_SOURCE),
            figures=tuple(dict.fromkeys(own)),
            according_to=tuple(sorted(sources)) if claimed else (),
            topics=tuple(dict.fromkeys(topic for mention in group for topic in mention.topics)),
            several=is_series(group),
        )

    def _vouches(self, group: Sequence[EventMention]) -> bool:
        """Say whether the writer tells the event, before anybody is said to claim it and with all its parties.

        What is claimed stays a claim where a headline or a later sentence repeats it without its source.
        """
        first = min((mention.trigger for mention in _claims(group)), default=None)
        if first is None:
            return not all(map(is_claimed, group))
        own = (mention for mention in group if not is_claimed(mention) and mention.trigger < first)
        return any(self._names_all(mention) and not self._is_headline(mention) for mention in own)

    def _names_all(self, mention: EventMention) -> bool:
        fillers = {(a.role, a.head if a.entity is None else -1, a.entity) for a in mention.arguments}
        roles = [role for role, _, _ in fillers]
        return self.gate.taxonomy.names_all(mention.kind, roles, statuses_of((mention,)))

    def _is_headline(self, mention: EventMention) -> bool:
        start = mention.trigger.start
        return in_one_line(self.headlines, start, start)

    def _unnamed(self, group: Sequence[EventMention]) -> Iterator[Argument]:
        """Yield those without a name, each kind once in a role, by their fullest words."""
        places = entities_of(group, PLACE)
        site = next(iter(places)) if len(places) == 1 else None
        alike: dict[tuple[Term, str], list[MentionArgument]] = {}
        for mention in group:
            for argument in mention.arguments:
                if argument.entity is None and argument.unnamed is not None:
                    words = self.text[argument.span.start : argument.span.end]
                    kind = argument.unnamed.described or words.casefold()
                    alike.setdefault((argument.role, kind), []).append(argument)
        parted = ((role, part) for (role, _), found in sorted(alike.items()) for part in _by_owner(found))
        for role, arguments in parted:
            yield self.unnamed(arguments, site if role == TARGET else None)

    def unnamed(self, arguments: Sequence[MentionArgument], site: int | None = None) -> Argument:
        """Return the participant in one role that words without a name describe, numbered, by their fullest words.

        What is nobody's is of the `site`, an entity.
        """
        fullest = max(arguments, key=lambda a: (a.span.end - a.span.start, -a.span.start))
        number = self._add(fullest, site)
        spans = dict.fromkeys(argument.span for argument in arguments)
        self.mentions += [Mention(span, number, MentionKind.DESCRIPTION, "description") for span in spans]
        return Argument(fullest.role, number, fullest.span)

    def _add(self, argument: MentionArgument, site: int | None) -> int:
        """Number a participant; what is hit and is nobody's is where the event has its only named place."""
        unnamed = argument.unnamed
        if unnamed is not None and unnamed.belongs_to is None:
            unnamed = replace(unnamed, belongs_to=site)
        owner = None if unnamed is None or unnamed.belongs_to is None else self.entities[unnamed.belongs_to]
        country = None if owner is None else owner.nation
        words = " ".join(self.text[argument.span.start : argument.span.end].split())
        self.entities.append(Entity(UNNAMED, words, country=country, unnamed=unnamed))
        return len(self.entities) - 1


def _claims(group: Sequence[EventMention]) -> list[EventMention]:
    """Return the mentions by which somebody claims the event; who condemns "this attack" takes it for known."""
    return [mention for mention in group if is_claimed(mention) and not _only_refers(mention)]


def _only_refers(mention: EventMention) -> bool:
    return mention.is_noun and mention.definite and not (mention.arguments or mention.figures or mention.date)


def _by_owner(alike: Sequence[MentionArgument]) -> list[list[MentionArgument]]:
    """Part those of one kind that are of different owners: "Japan's foreign minister met Chile's defence minister"."""
    owners = {argument.unnamed.belongs_to for argument in alike if argument.unnamed is not None} - {None}
    if len(owners) < 2:
        return [list(alike)]
    parted: dict[int | None, list[MentionArgument]] = {}
    for argument in alike:
        parted.setdefault(argument.unnamed.belongs_to if argument.unnamed else None, []).append(argument)
    return list(parted.values())


def _by_sentence(group: Sequence[EventMention]) -> Iterator[Evidence]:
    """Yield what each sentence tells, by the mention that names most: one that tells an event twice is one piece.

    It is told as surely, and on the day, as any word of the sentence says.
    """
    found: dict[Span, list[EventMention]] = {}
    for mention in group:
        found.setdefault(mention.sentence, []).append(mention)
    for mentions in found.values():
        fullest = max(mentions, key=lambda mention: (len(mention.arguments), -mention.trigger.start))
        factuality = min((mention.factuality for mention in mentions), key=STRENGTH.index)
        dates = [mention.date for mention in (fullest, *mentions) if mention.date is not None]
        yield _evidence(fullest, factuality, dates[0] if dates else None)


def _evidence(mention: EventMention, factuality: Factuality, date: EventDate | None) -> Evidence:
    return Evidence(mention.sentence, mention.rule, mention.trigger, factuality, date, mention.according_to)


def _named(group: Sequence[EventMention], taxonomy: Taxonomy) -> Iterator[Argument]:
    """Yield every named entity once in each role, where it is first told; who called took part by that.

    So "the two leaders" behind "A called B" adds nothing to what A is.
    """
    found: dict[tuple[Term, int], Argument] = {}
    for mention in group:
        for argument in mention.arguments:
            if argument.entity is not None:
                key = (argument.role, argument.entity)
                found.setdefault(key, Argument(*key, argument.span))
    implied = {(above, one) for role, one in found for above in taxonomy.above.get(role, ()) if above != role}
    yield from (found[key] for key in sorted(found) if key not in implied)


def _most_precise(dates: Sequence[EventDate]) -> EventDate | None:
    return min(dates, key=lambda date: size(date.value), default=None)

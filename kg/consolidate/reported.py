"""What is told of each event of a collection, in portions of which none is ever compared with another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import msgspec

from kg.consolidate.copies import Copied, wordings
from kg.consolidate.portions import EITHER, in_portions
from kg.consolidate.statements import keys_of_words
from kg.consolidate.undated import keys_in_time
from kg.members import Places
from kg.records import Factuality, Member, Term
from kg.sameness.compare import QUOTE, block_keys, is_complete
from kg.sameness.facts import EventFacts, Party, event_facts, shared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kg.consolidate.portions import Key, Portions
    from kg.consolidate.replay import Rulings
    from kg.knowledge import Knowledge
    from kg.knowledge.taxonomy import Taxonomy
    from kg.records import DocumentRecord
    from kg.spool import Data

PORTION: Final = 2_500
"""Events of a portion, unless more of them can be compared."""
_NO_BARS: Final[frozenset[tuple[int, bool]]] = frozenset()


@dataclass(frozen=True, slots=True)
class Reported:
    """What is told of an event in one document: its facts without what its class says of all such events.

    `bars` are the sides of decisions on which it stands; `copied` in which words it is told where these are copied.
    """

    kind: Term
    factuality: Factuality
    date: str | None
    published: int | None
    sides: frozenset[Term]
    acting: frozenset[Term]
    roles: tuple[tuple[Term, frozenset[Party]], ...]
    values: tuple[tuple[Term, frozenset[str]], ...]
    quote: tuple[str, ...]
    counts: frozenset[tuple[int | None, int | None]]
    hidden: frozenset[Term]
    struck: frozenset[tuple[str, ...]]
    several: bool
    bars: frozenset[tuple[int, bool]]
    copied: Copied | None

    def facts(self, taxonomy: Taxonomy) -> EventFacts:
        """Return the facts."""
        kind = self.kind
        return EventFacts(
            kind=kind,
            identity=taxonomy.identity(kind),
            above=shared(frozenset(taxonomy.lines(kind))),
            family=taxonomy.family(kind),
            days_reported=taxonomy.inherited_days(taxonomy.days_reported, kind),
            days_between_reports=taxonomy.inherited_days(taxonomy.days_between_reports, kind),
            factuality=self.factuality,
            date=self.date,
            published=self.published,
            sides=self.sides,
            acting=self.acting,
            roles=self.roles,
            values=self.values,
            quote=self.quote,
            counts=self.counts,
            hidden=self.hidden,
            struck=self.struck,
            several=self.several,
        )


_Reported: Final = msgspec.msgpack.Decoder(Reported)


def _read(data: Data) -> Reported:
    """Return what waited on disk; it shares with others what is equal, which is most of it."""
    told = _Reported.decode(data)
    return Reported(
        shared(told.kind),
        told.factuality,
        shared(told.date),
        told.published,
        shared(told.sides),
        shared(told.acting),
        shared(told.roles),
        shared(told.values),
        told.quote,
        shared(told.counts),
        shared(told.hidden),
        shared(told.struck),
        told.several,
        shared(told.bars),
        told.copied,
    )


@dataclass(frozen=True, slots=True)
class Reports:
    """Events that may be one with one another, by member."""

    told: Sequence[tuple[Member, Reported]]

    def __reduce__(self) -> tuple[Callable[[bytes], Reports], tuple[bytes]]:
        """Let a portion travel in a tenth of the time that its objects would take one by one."""
        return _reports, (msgspec.msgpack.encode(self.told),)


_Reports: Final = msgspec.msgpack.Decoder(list[tuple[Member, Reported]])


def _reports(data: bytes) -> Reports:
    return Reports(_Reports.decode(data))


def _reported(facts: EventFacts, bars: frozenset[tuple[int, bool]], copied: Copied | None) -> Reported:
    return Reported(
        facts.kind,
        facts.factuality,
        facts.date,
        facts.published,
        facts.sides,
        facts.acting,
        facts.roles,
        facts.values,
        facts.quote,
        facts.counts,
        facts.hidden,
        facts.struck,
        facts.several,
        bars,
        copied,
    )


def reported_in(
    records: Mapping[str, DocumentRecord],
    parties: Mapping[str, Sequence[Party]],
    ruled: Rulings,
    knowledge: Knowledge,
    copies: Mapping[str, str],
) -> Portions[Reported]:
    """Return what is told of the events of records, in portions."""
    places = Places()

    def each() -> Iterator[tuple[Reported, Iterator[Key]]]:
        of_these = {*copies, *copies.values()}
        for document, record in records.items():
            places.add(document, len(record.events))
            text = record.document.text if document in of_these else None
            for index, event in enumerate(record.events):
                copied = Copied(copies.get(document, document), frozenset(wordings(text, event))) if text else None
                facts = event_facts(event, record, parties[document], knowledge)
                bars = ruled.bars.get(Member(document, index), _NO_BARS)
                yield _reported(facts, bars, copied), _keys(facts, copied)

    return in_portions(
        each(), Reported, places=places, unions=(union.members for union in ruled.unions), size=PORTION, decode=_read
    )


def suffices(facts: EventFacts) -> bool:
    """Say whether an event of which exactly the same is told elsewhere is the same one; its words alone make a quote.

    What two parties hand on is rare enough to be one on any day, or on none that is told.
    """
    if QUOTE in facts.identity.value:
        return bool(facts.quote) and is_complete(facts)
    if not facts.identity.thing and facts.date is None and facts.published is None:
        return False
    return is_complete(facts)


def _keys(facts: EventFacts, copied: Copied | None) -> Iterator[Key]:
    """Yield keys of which any two events that a rule compares, or of which the same is told, have one in common."""
    if copied is not None:
        yield from (((copied.original, words), EITHER) for words in copied.wordings)
    if facts.has_day:
        yield from (((key, facts.date), EITHER) for key in block_keys(facts))
    yield from keys_of_words(facts)
    yield from keys_in_time(facts)

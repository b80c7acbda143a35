"""What the words of a decision select among the entities, mentions and events of the records."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Literal, TypeAlias

from kg.records import Member, Term
from kg.selectors import Place, name_in, parts_of, place_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.knowledge.taxonomy import Taxonomy
    from kg.records import DocumentRecord

Sort: TypeAlias = Literal["entity", "event"]


@dataclass(frozen=True, slots=True)
class Selected:
    """The entities, their mentions and the events that a selector selects; characters select one mention of many."""

    entities: frozenset[Member] = frozenset()
    mentions: frozenset[Member] = frozenset()
    events: frozenset[Member] = frozenset()

    def of(self, sort: Sort) -> frozenset[Member]:
        """Return the members of one sort."""
        return self.entities if sort == "entity" else self.events

    def __or__(self, other: Selected) -> Selected:
        """Return what either selects."""
        return Selected(self.entities | other.entities, self.mentions | other.mentions, self.events | other.events)


NOTHING = Selected()


def select(records: Iterable[DocumentRecord], selectors: Iterable[str], taxonomy: Taxonomy) -> Mapping[str, Selected]:
    """Return what each selector selects in the records, which need not be sorted."""
    wanted = sorted(set(selectors))
    parts = frozenset(part for selector in wanted for part in parts_of(selector))
    places: defaultdict[str, dict[str, Place]] = defaultdict(dict)
    for part in sorted(parts):
        if (place := place_of(part)) is not None:
            places[place.document][part] = place
    found: defaultdict[str, Selected] = defaultdict(Selected)
    for record in records if parts else ():
        for part, selected in _named(record, parts):
            found[part] |= selected
        for part, place in places.get(record.document.id, {}).items():
            found[part] |= _at(record, place, taxonomy)
    return {selector: reduce(or_, (found[part] for part in parts_of(selector)), NOTHING) for selector in wanted}


def _named(record: DocumentRecord, parts: frozenset[str]) -> Iterator[tuple[str, Selected]]:
    document = record.document.id
    for index, entity in enumerate(record.entities):
        names = {entity.name, *entity.names}
        keys = names | {name_in(document, name) for name in names} | {entity.reference or ""}
        for part in sorted(keys & parts):
            mentions = (
                Member(record.document.id, at) for at, mention in enumerate(record.mentions) if mention.entity == index
            )
            yield part, Selected(frozenset({Member(document, index)}), frozenset(mentions))


def _at(record: DocumentRecord, place: Place, taxonomy: Taxonomy) -> Selected:
    kind, document = place.kind, record.document.id
    parties = {mention.entity for mention in record.mentions if mention.span == place.party}
    events = (
        Member(document, index)
        for index, event in enumerate(record.events)
        if kind in (None, event.kind) or taxonomy.family(Term(kind)) == taxonomy.family(event.kind)
        if any(evidence.span == place.span for evidence in event.evidence)
        if place.party is None or not parties.isdisjoint(argument.entity for argument in event.arguments)
    )
    if kind is not None:
        return Selected(events=frozenset(events))
    mentions = [index for index, mention in enumerate(record.mentions) if mention.span == place.span]
    entities = (Member(document, record.mentions[index].entity) for index in mentions)
    return Selected(frozenset(entities), frozenset(Member(document, index) for index in mentions), frozenset(events))

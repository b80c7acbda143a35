"""Records of a large archive in less memory: what is the same in many of them is one object."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

from kg.records import DocumentRecord, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.records import Argument, Entity, Event, Evidence, Mention

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sharing:
    """What was seen in records so far, and documents that are there already, each by itself."""

    seen: dict[Any, Any] = field(default_factory=dict)

    def shared(self, record: DocumentRecord) -> DocumentRecord:
        """Return an equal record, without what was left out of it: nothing behind asks for its event mentions."""
        return DocumentRecord(
            self._one(record.document),
            tuple(map(self._entity, record.entities)),
            tuple(map(self._mention, record.mentions)),
            tuple(
                replace(tenure, office=self._one(tenure.office), evidence=self._evidence(tenure.evidence))
                for tenure in record.tenures
            ),
            tuple(map(self._event, record.events)),
        )

    def _one(self, value: T) -> T:
        one: T = self.seen.setdefault(value, value)
        return one

    def _span(self, span: Span) -> Span:
        return Span(self._one(span.start), self._one(span.end))

    def _entity(self, entity: Entity) -> Entity:
        """Return the one entity of which all the same is known: most articles name those whom many name."""
        known: Entity | None = self.seen.get(entity)
        if known is not None:
            return known
        names = tuple(map(self._one, entity.names))
        kind, name = self._one(entity.kind), self._one(entity.name)
        country, broader = self._one(entity.country), self._one(entity.broader)
        reference = self._one(entity.reference)
        return self._one(
            replace(entity, kind=kind, name=name, names=names, reference=reference, country=country, broader=broader)
        )

    def _mention(self, mention: Mention) -> Mention:
        return replace(mention, span=self._span(mention.span), rule=self._one(mention.rule))

    def _evidence(self, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
        return tuple(
            replace(
                one,
                span=self._span(one.span),
                rule=self._one(one.rule),
                trigger=None if one.trigger is None else self._span(one.trigger),
                date=self._one(one.date),
            )
            for one in evidence
        )

    def _event(self, event: Event) -> Event:
        return replace(
            event,
            kind=self._one(event.kind),
            evidence=self._evidence(event.evidence),
            arguments=tuple(map(self._argument, event.arguments)),
            date=self._one(event.date),
            attributes=tuple(map(self._one, event.attributes)),
            figures=tuple(replace(figure, evidence=self._evidence(figure.evidence)) for figure in event.figures),
            topics=tuple(map(self._one, event.topics)),
        )

    def _argument(self, argument: Argument) -> Argument:
        return replace(argument, role=self._one(argument.role), span=self._span(argument.span))

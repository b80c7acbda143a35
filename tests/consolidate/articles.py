"""A small reference and short ways to write records, so that a test reads as the articles it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.consolidate import NO_DECISIONS, Decisions, consolidate
from kg.knowledge.namespaces import ID
from kg.knowledge.participants import UNNAMED
from kg.knowledge.reference import Office, Resource
from kg.records import (
    Argument,
    Attribute,
    Collection,
    DateBasis,
    Document,
    DocumentRecord,
    Entity,
    Event,
    EventDate,
    Evidence,
    Factuality,
    Member,
    Mention,
    MentionKind,
    Span,
    Tenure,
    Term,
    Unnamed,
)
from tests.known import knowing


def iri(kind: str, slug: str) -> str:
    return f"{ID}{kind}/{slug}"


def country(slug: str) -> str:
    return iri("country", slug)


US, UK, UKRAINE, RUSSIA, GERMANY = map(country, ("united-states", "united-kingdom", "ukraine", "russia", "germany"))


def _person(slug: str, *labels: str, of: str, office: Office | None = None) -> Resource:
    offices = (office,) if office else ()
    return Resource(
        iri("person", slug),
        Term("Person"),
        labels[0],
        labels,
        family_name=labels[0].split()[-1],
        country=of,
        offices=offices,
    )


def _country(slug: str, name: str, code: str) -> Resource:
    return Resource(country(slug), Term("Country"), name, (name,), country=country(slug), code=code)


BIDEN = iri("person", "joe-biden")
TRUMP = iri("person", "donald-trump")
ZELENSKYY = iri("person", "volodymyr-zelenskyy")
PUTIN = iri("person", "vladimir-putin")
PATRIOT = iri("weapon", "patriot")
_REFERENCE = {
    resource.iri: resource
    for resource in (
        _country("united-states", "United States", "US"),
        _country("united-kingdom", "United Kingdom", "GB"),
        _country("ukraine", "Ukraine", "UA"),
        _country("russia", "Russia", "RU"),
        _country("germany", "Germany", "DE"),
        _person(
            "joe-biden",
            "Joe Biden",
            "Joseph R. Biden Jr.",
            of=US,
            office=Office("president", US, date(2021, 1, 20), date(2025, 1, 20)),
        ),
        _person("donald-trump", "Donald Trump", of=US, office=Office("president", US, date(2025, 1, 20))),
        _person("volodymyr-zelenskyy", "Volodymyr Zelenskyy", "Zelensky", of=UKRAINE),
        _person("vladimir-putin", "Vladimir Putin", of=RUSSIA),
        Resource(PATRIOT, Term("Weapon"), "Patriot", ("Patriot",)),
    )
}
WORLD = knowing(_REFERENCE)


def person(name: str, *, of: str | None = None, reference: str | None = None) -> Entity:
    return Entity(Term("Person"), name, (name,), reference, of)


def thing(kind: str, name: str, *, of: str | None = None, broader: str | None = None, also: str = "") -> Entity:
    return Entity(Term(kind), name, tuple(sorted({name, also} - {""})), None, of, broader)


def known(reference: str) -> Entity:
    resource = WORLD.reference[reference]
    return Entity(resource.kind, resource.name, resource.labels, reference, resource.country)


def somebody(words: str, described: str | None = None, *, of: int | None = None, country: str | None = None) -> Entity:
    """A participant without a name, of or in entity number `of` of its article."""
    kind = iri("participant", described) if described else None
    return Entity(UNNAMED, words, country=country, unnamed=Unnamed(kind, of))


@dataclass(frozen=True)
class Told:
    """An event with entities in place of their indices."""

    kind: str
    roles: tuple[tuple[str, Entity], ...]
    date: str | None = None
    factuality: Factuality = Factuality.ASSERTED
    quote: str | None = None
    status: str | None = None
    ordinal: int | None = None


def told(
    kind: str,
    when: str | None = None,
    *,
    quote: str | None = None,
    status: str | None = None,
    ordinal: int | None = None,
    factuality: Factuality = Factuality.ASSERTED,
    **roles: Entity | tuple[Entity, ...],
) -> Told:
    pairs = [
        (role, entity) for role, found in roles.items() for entity in (found if isinstance(found, tuple) else (found,))
    ]
    return Told(kind, tuple(pairs), when, factuality, quote, status, ordinal)


def call(*participants: Entity, on: str | None = None, kind: str = "Call", factuality: Factuality = Factuality.ASSERTED,
         ordinal: int | None = None) -> Told:  # fmt: skip
    return told(kind, on, participant=participants, factuality=factuality, ordinal=ordinal)


def article(
    name: str,
    *entities: Entity,
    on: str | None = "2025-07-04",
    events: tuple[Told, ...] = (),
    offices: tuple[tuple[Entity, str, Entity], ...] = (),
) -> DocumentRecord:
    """An article whose entities are those given, those of its events and those of its (holder, office, of) triples."""
    acting = [entity for event in events for _, entity in event.roles]
    officials = [entity for holder, _, of in offices for entity in (holder, of)]
    everyone = list(dict.fromkeys([*entities, *acting, *officials]))
    read = tuple(_event(event, number, everyone) for number, event in enumerate(events))
    words = dict.fromkeys((argument.span, argument.entity) for event in read for argument in event.arguments)
    return DocumentRecord(
        Document(name, "text " * 20, date.fromisoformat(on) if on else None),
        tuple(everyone),
        tuple(Mention(span, entity, MentionKind.NAME, "test") for span, entity in words),
        tuple(Tenure(everyone.index(holder), office, everyone.index(of), ()) for holder, office, of in offices),
        read,
    )


def _event(event: Told, number: int, everyone: list[Entity]) -> Event:
    """The event, its evidence being the character of its own number."""
    span = Span(number, number + 1)
    status = [Attribute(Term("transferStatus"), Term(event.status))] if event.status else []
    ordinal = [Attribute(Term("ordinal"), event.ordinal)] if event.ordinal else []
    return Event(
        Term(event.kind),
        (Evidence(span, "test"),),
        tuple(Argument(Term(role), everyone.index(entity), span) for role, entity in event.roles),
        event.factuality,
        EventDate(event.date, DateBasis.EXPLICIT) if event.date else None,
        attributes=(*status, *ordinal),
        quote=event.quote,
    )


def names_of(collection: Collection) -> list[list[str]]:
    """Each entity cluster as "document: name" of its members."""
    return [[_entity_name(collection, member) for member in cluster.members] for cluster in collection.entities]


def _entity_name(collection: Collection, member: Member) -> str:
    record = collection.records[member.document]
    return f"{record.document.id}: {record.entities[member.index].name}"


def together(*articles: DocumentRecord, events: bool = False, decisions: Decisions = NO_DECISIONS) -> bool:
    """Say whether the first entity (or event) of every article, given in order of their ids, is one and the same."""
    collection = consolidate(articles, WORLD, decisions)
    clusters = collection.events if events else collection.entities
    wanted = {Member(record.document.id, 0) for record in articles}
    return any(wanted <= set(cluster.members) for cluster in clusters)

"""What the page tells, as plain data: the graph's documents, mentions, entities and events, referred to by IRI."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Document:
    """An article; `date` is ISO 8601 and `url` starts with http:// or https://, both None where unknown."""

    iri: str
    identifier: str
    title: str | None
    outlet: str | None
    date: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the document with that IRI, from character `start` of its text, and the rule that read them.

    `factuality`, and who claims it, are as these words alone present the event that they tell with their `trigger`.
    """

    iri: str
    document: str
    start: int
    quote: str
    rule: str
    factuality: str | None = None
    according_to: tuple[str, ...] = ()
    trigger: str = ""
    trigger_start: int = 0


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office, as reported, of the country or organization `of`, with the IRIs of the mentions that say so."""

    office: str
    of: str | None
    since: str | None
    until: str | None
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, country, organization, place or weapon, or who takes part without a name.

    `kind` is the local name of its most specific class. Of those without a name `described` is the IRI of what they
    are, `belongs` whom they are of or where they are, and at least `minimum` and at most `maximum` of them there were.
    """

    iri: str
    kind: str
    name: str
    names: tuple[str, ...]
    code: str | None
    represents: tuple[str, ...]
    within: tuple[str, ...]
    claimed_by: tuple[str, ...]
    broader: tuple[str, ...]
    belongs: tuple[str, ...]
    described: str | None
    minimum: int | None
    maximum: int | None
    links: tuple[str, ...]
    tenures: tuple[Tenure, ...]
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A reported number: at least `minimum`, at most `maximum`, None where that end is open."""

    measure: str
    minimum: int | None
    maximum: int | None
    weapons: tuple[str, ...]
    according_to: tuple[str, ...]
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """An event with its roles as (local name of the property, IRI of the entity); `minutes` is its duration.

    `details` are all other properties that the ontology defines, as (local name, value for people).
    """

    iri: str
    kind: str
    factuality: str
    date: str | None
    relative: bool
    minutes: int | None
    roles: tuple[tuple[str, str], ...]
    topics: tuple[str, ...]
    status: str | None
    medium: str | None
    quote: str | None
    ordinal: int | None
    confidence: float | None
    according_to: tuple[str, ...]
    details: tuple[tuple[str, str], ...]
    figures: tuple[Figure, ...]
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """All that a page tells, every tuple sorted by IRI; `labels` names local names, topics and kinds for people."""

    documents: tuple[Document, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    labels: tuple[tuple[str, str], ...]

    def keep(self, entities: frozenset[str], events: frozenset[str]) -> Content:
        """Return only the entities and events of these IRIs, with the mentions and documents that they use."""
        kept_entities = tuple(entity for entity in self.entities if entity.iri in entities)
        kept_events = tuple(event for event in self.events if event.iri in events)
        things: tuple[Entity | Event, ...] = (*kept_entities, *kept_events)
        used = {iri for thing in things for iri in all_mentions(thing)}
        mentions = tuple(mention for mention in self.mentions if mention.iri in used)
        sources = {mention.document for mention in mentions}
        documents = tuple(document for document in self.documents if document.iri in sources)
        return replace(self, documents=documents, mentions=mentions, entities=kept_entities, events=kept_events)


def all_mentions(thing: Entity | Event) -> tuple[str, ...]:
    """Return the IRIs of the mentions behind an entity or event, its tenures and figures included, without repeats."""
    parts = thing.tenures if isinstance(thing, Entity) else thing.figures
    return tuple(dict.fromkeys((*thing.mentions, *(iri for part in parts for iri in part.mentions))))


def all_named(event: Event) -> tuple[str, ...]:
    """Return the IRIs of everything that the event names: its roles, topics, figures' weapons, and who claims it."""
    figures = (iri for figure in event.figures for iri in (*figure.weapons, *figure.according_to))
    return (*(iri for _, iri in event.roles), *event.topics, *event.according_to, *figures)

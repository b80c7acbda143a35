"""What a graph says, document by document: only what has a mention in the document counts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from kg.evaluate.matching import is_country_code, plain, same_body, same_person
from kg.knowledge.namespaces import DCT, KG, RDF, RDFS, SKOS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import Store

    from kg.knowledge.words.names import NameCustoms

Objects: TypeAlias = "Mapping[tuple[str, str], tuple[str, ...]]"
PARTY_ROLES = ("participant", "initiator", "attacker", "supplier", "recipient", "speaker")
TOLD = frozenset({"Asserted", "Planned"})


@dataclass(frozen=True, slots=True)
class View:
    """A graph as plain strings: `objects` by subject and predicate, entities and events by document id.

    `customs` say when two names are one.
    """

    objects: Objects
    mentions: Mapping[str, Mapping[str, frozenset[str]]]
    events: Mapping[str, frozenset[str]]
    customs: NameCustoms

    def values(self, subject: str, *names: str) -> tuple[str, ...]:
        """Return the values of properties of kg.ttl, sorted."""
        return tuple(sorted({value for name in names for value in self.objects.get((subject, KG + name), ())}))

    def is_a(self, subject: str, name: str) -> bool:
        """Say whether the graph gives the subject the class."""
        return KG + name in self.objects.get((subject, RDF + "type"), ())

    def labels(self, subject: str) -> frozenset[str]:
        """Return every name of an entity."""
        predicates = (SKOS + "prefLabel", SKOS + "altLabel", RDFS + "label")
        return frozenset(value for predicate in predicates for value in self.objects.get((subject, predicate), ()))

    def codes(self, subject: str) -> frozenset[str]:
        """Return the ISO codes of an agent or a place: its own, and of what it represents or lies in."""
        nations = (subject, *self.values(subject, "represents", "inCountry"))
        return frozenset(code for nation in nations for code in self.values(nation, "countryCode"))

    def mentioned(self, document: str, name: str) -> list[str]:
        """Return the entities of a class that the document mentions, sorted."""
        return sorted(entity for entity in self.mentions.get(document, {}) if self.is_a(entity, name))

    def told(self, document: str, name: str, factuality: frozenset[str] = TOLD) -> list[str]:
        """Return the events of a class with evidence in the document, if told with such factuality or none."""
        found = []
        for event in sorted(self.events.get(document, ())):
            modes = self.values(event, "factuality")
            if self.is_a(event, name) and (not modes or modes[0].removeprefix(KG) in factuality):
                found.append(event)
        return found

    def dates(self, event: str) -> frozenset[str]:
        """Return the dates of an event."""
        return frozenset(self.values(event, "date"))

    def parties(self, event: str) -> tuple[str, ...]:
        """Return all who take part in an event."""
        return self.values(event, *PARTY_ROLES)

    def is_agent(self, entity: str, gold: str) -> bool:
        """Say whether an entity is the gold agent, which is a name or an ISO code."""
        if is_country_code(gold):
            return gold in self.codes(entity)
        same = same_person if self.is_a(entity, "Person") else same_body
        return any(same(gold, label, self.customs) for label in self.labels(entity))

    def has_agent(self, event: str, role: str, gold: str | None) -> bool:
        """Say whether the gold agent fills the role; where gold has none anyone will do."""
        return gold is None or any(self.is_agent(entity, gold) for entity in self.values(event, role))

    def classes(self, weapons: tuple[str, ...]) -> frozenset[str]:
        """Return the folded names of weapons and of every type above them."""
        found: set[str] = set()
        queue = list(weapons)
        while queue:
            weapon = queue.pop()
            if weapon not in found:
                found.add(weapon)
                queue += self.objects.get((weapon, SKOS + "broader"), ())
        return frozenset(plain(label) for weapon in found for label in self.labels(weapon))

    def shown(self, entity: str) -> str:
        """Return the names of an entity for a list of mistakes, at most 90 characters."""
        return " / ".join(sorted(self.labels(entity)))[:90] or entity

    def shown_event(self, event: str) -> str:
        """Return parties and dates of an event for a list of mistakes."""
        return f"{' + '.join(map(self.shown, self.parties(event)))} {','.join(sorted(self.dates(event)))}"


def view(store: Store, customs: NameCustoms) -> View:
    """Read a graph into a view."""
    objects: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for quad in store:
        objects[_text(quad.subject), quad.predicate.value].add(_text(quad.object))
    documents = {
        subject: min(objects[subject, DCT + "identifier"])
        for (subject, predicate), values in list(objects.items())
        if predicate == RDF + "type" and KG + "Document" in values and (subject, DCT + "identifier") in objects
    }
    mentions: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    events: defaultdict[str, set[str]] = defaultdict(set)

    @cache
    def document_of(mention: str) -> str | None:
        return next(
            (documents[node] for node in objects.get((mention, KG + "document"), ()) if node in documents), None
        )

    for (subject, predicate), values in list(objects.items()):
        if predicate == KG + "refersTo" and (document := document_of(subject)) is not None:
            for entity in values:
                mentions[document][entity].update(objects.get((subject, KG + "quote"), {""}))
        if predicate == KG + "evidence":
            for mention in values:
                if (document := document_of(mention)) is not None:
                    events[document].add(subject)
    ids = sorted(documents.values())
    return View(
        {key: tuple(sorted(values)) for key, values in objects.items()},
        {name: {entity: frozenset(quotes) for entity, quotes in mentions[name].items()} for name in ids},
        {name: frozenset(events[name]) for name in ids},
        customs,
    )


def _text(node: object) -> str:
    return str(getattr(node, "value", node))

"""From a graph to the content of a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Store

from kg.durations import read_duration
from kg.errors import GraphError
from kg.knowledge.namespaces import DCT, FOAF, OWL, RDF, RDFS, SCHEMA, SKOS
from kg.knowledge.taxonomy import local_name
from kg.store.graph import load
from kg.view.content import Content, Document, Entity, Event, Figure, Mention, Tenure

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from kg.knowledge.taxonomy import Taxonomy

    Facts = Mapping[str, Mapping[str, tuple[NamedNode | Literal, ...]]]

TITLE = (f"{DCT}title", f"{SCHEMA}headline", f"{RDFS}label")
OUTLET = (f"{DCT}publisher", f"{SCHEMA}publisher")
ISSUED = (f"{DCT}issued", f"{DCT}date", f"{SCHEMA}datePublished", f"{DCT}created")
LINK = (f"{SCHEMA}url", f"{DCT}source", f"{FOAF}page", f"{FOAF}homepage")
NAME = (f"{SKOS}prefLabel", f"{RDFS}label", f"{FOAF}name", f"{SCHEMA}name")
SAME = (f"{OWL}sameAs", f"{SKOS}exactMatch")
TOLD = frozenset(
    (
        *("factuality", "accordingTo", "confidence", "evidence", "argumentMention", "hasFigure", "quoteText", "topic"),
        # The code names the class again, in the words of its scheme.
        *("code", "date", "dateBasis", "week", "duration", "durationMinutes", "medium", "ordinal", "transferStatus"),
    )
)
"""Properties of events that have a field of their own, or repeat one that has."""


class EmptyError(GraphError):
    """A graph of which there is nothing to draw."""


def read_content(graph: Path | Store, taxonomy: Taxonomy, *, place: str | None = None) -> Content:
    """Read a graph, its file or the folder of a store; raise GraphError when that fails or leaves nothing to draw.

    `place` is what messages call an open graph.
    """
    facts = _read_facts(graph if isinstance(graph, Store) else load(graph))
    kinds = {iri: taxonomy.lowest(local_name(kind.value) for kind in _nodes(facts, iri, f"{RDF}type")) for iri in facts}

    def of_kind(ancestor: str) -> list[str]:
        return [iri for iri, kind in kinds.items() if kind is not None and taxonomy.is_a(kind, ancestor)]

    entities = _entities(facts, {iri: kinds[iri] or "" for iri in of_kind("Entity")}, of_kind("Tenure"))
    events = tuple(_event(facts, iri, kinds[iri] or "", taxonomy) for iri in of_kind("Event"))
    if not events and not entities:
        remedy = "name a graph that kg build wrote"
        place = place if isinstance(graph, Store) else str(graph)
        raise EmptyError("the graph has no entities and no events", place=place, remedy=remedy)
    labels = {str(name): label for name, label in taxonomy.labels.items()}
    labels |= {topic: _name(facts, topic) for event in events for topic in event.topics}
    labels |= {kind: _name(facts, kind) for entity in entities if (kind := entity.described)}
    return Content(
        documents=tuple(_document(facts, iri) for iri in of_kind("Document")),
        mentions=tuple(_mention(facts, iri) for iri in of_kind("Mention")),
        entities=entities,
        events=events,
        labels=tuple(sorted(labels.items())),
    )


def _read_facts(store: Store) -> Facts:
    """Return the values of each subject's properties, those of kg: by their local names."""
    facts: dict[str, dict[str, list[NamedNode | Literal]]] = {}
    for quad in store:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            facts.setdefault(quad.subject.value, {}).setdefault(local_name(quad.predicate.value), []).append(
                quad.object
            )
    return {iri: {name: _distinct(facts[iri][name]) for name in sorted(facts[iri])} for iri in sorted(facts)}


def _distinct(values: list[NamedNode | Literal]) -> tuple[NamedNode | Literal, ...]:
    """Sort values, of which several named graphs of a data set may hold the same."""
    return tuple(values) if len(values) == 1 else tuple(sorted(set(values), key=str))


def _nodes(facts: Facts, iri: str, *predicates: str) -> list[NamedNode]:
    known = facts.get(iri, {})
    return [value for predicate in predicates for value in known.get(predicate, ()) if isinstance(value, NamedNode)]


def _iris(facts: Facts, iri: str, *names: str) -> tuple[str, ...]:
    """Return the IRIs that the kg: properties of these local names have as values."""
    return tuple(node.value for node in _nodes(facts, iri, *names))


def _text(facts: Facts, iri: str, *predicates: str) -> str | None:
    """Return the first value of the first of these predicates that has one, English or plain before other languages."""
    for predicate in predicates:
        values = [value for value in facts.get(iri, {}).get(predicate, ()) if isinstance(value, Literal)]
        if values:
            return min(values, key=lambda value: (value.language not in ("en", None), value.value)).value
    return None


def _number(facts: Facts, iri: str, name: str) -> int | None:
    text = _text(facts, iri, name)
    return int(text) if text is not None and re.fullmatch(r"[+-]?\d{1,15}", text) else None


def _individual(facts: Facts, iri: str, name: str) -> str | None:
    values = _nodes(facts, iri, name)
    return local_name(values[0].value) if values else None


def _name(facts: Facts, iri: str) -> str:
    tail = re.split(r"[/#]", iri.rstrip("/#"))[-1]
    return _text(facts, iri, *NAME) or tail.replace("-", " ") or iri


def _document(facts: Facts, iri: str) -> Document:
    publishers = _nodes(facts, iri, *OUTLET)
    # Anything but a web address (javascript:, data:, file:) could run or leak when clicked.
    addresses = [_text(facts, iri, *LINK), *(node.value for node in _nodes(facts, iri, *LINK)), iri]
    return Document(
        iri=iri,
        identifier=_text(facts, iri, f"{DCT}identifier") or _name(facts, iri),
        title=_text(facts, iri, *TITLE),
        outlet=_text(facts, iri, *OUTLET) or (_name(facts, publishers[0].value) if publishers else None),
        date=_text(facts, iri, *ISSUED),
        url=next((url for url in addresses[:-1] if url and is_web_address(url)), None),
    )


def is_web_address(text: str) -> bool:
    """Tell whether the text is an http or https address without spaces or control characters."""
    return re.fullmatch(r"https?://[^\s\x00-\x20\"<>\\^`{|}]+", text, re.IGNORECASE) is not None


def _mention(facts: Facts, iri: str) -> Mention:
    documents = _iris(facts, iri, "document")
    return Mention(
        iri=iri,
        document=documents[0] if documents else "",
        start=_number(facts, iri, "start") or 0,
        quote=_text(facts, iri, "quote") or "",
        rule=_text(facts, iri, "rule") or "",
        factuality=_individual(facts, iri, "factuality"),
        according_to=_iris(facts, iri, "accordingTo"),
        trigger=_text(facts, iri, "trigger") or "",
        trigger_start=_number(facts, iri, "triggerStart") or 0,
    )


def _entities(facts: Facts, kinds: Mapping[str, str], tenures: Iterable[str]) -> tuple[Entity, ...]:
    referring: dict[str, list[str]] = {}
    for iri in facts:
        for entity in _iris(facts, iri, "refersTo"):
            referring.setdefault(entity, []).append(iri)
    held: dict[str, list[Tenure]] = {}
    for iri in tenures:
        for holder in _iris(facts, iri, "holder"):
            held.setdefault(holder, []).append(_tenure(facts, iri))
    return tuple(
        _entity(facts, iri, kind, tuple(held.get(iri, ())), (*_iris(facts, iri, "evidence"), *referring.get(iri, ())))
        for iri, kind in kinds.items()
    )


def _entity(facts: Facts, iri: str, kind: str, tenures: tuple[Tenure, ...], mentions: tuple[str, ...]) -> Entity:
    name = _name(facts, iri)
    labels = {value.value for value in facts[iri].get(f"{SKOS}altLabel", ()) if isinstance(value, Literal)}
    exactly = _number(facts, iri, "count")
    return Entity(
        iri=iri,
        kind=kind,
        name=name,
        names=tuple(sorted(labels - {name})),
        code=_text(facts, iri, "countryCode"),
        represents=_iris(facts, iri, "represents"),
        within=_iris(facts, iri, "inCountry", "partOf"),
        claimed_by=_iris(facts, iri, "claimedBy"),
        broader=tuple(node.value for node in _nodes(facts, iri, f"{SKOS}broader")),
        belongs=_iris(facts, iri, "belongsTo"),
        described=next(iter(_iris(facts, iri, "described")), None),
        minimum=_number(facts, iri, "min") if exactly is None else exactly,
        maximum=_number(facts, iri, "max") if exactly is None else exactly,
        links=tuple(node.value for node in _nodes(facts, iri, *SAME) if is_web_address(node.value)),
        tenures=tenures,
        mentions=tuple(dict.fromkeys(mentions)),
    )


def _tenure(facts: Facts, iri: str) -> Tenure:
    of = _iris(facts, iri, "of")
    return Tenure(
        office=_text(facts, iri, "office") or "",
        of=of[0] if of else None,
        since=_text(facts, iri, "since"),
        until=_text(facts, iri, "until"),
        mentions=_iris(facts, iri, "evidence"),
    )


def _event(facts: Facts, iri: str, kind: str, taxonomy: Taxonomy) -> Event:
    figures = tuple(_figure(facts, figure) for figure in _iris(facts, iri, "hasFigure"))
    confidence = _text(facts, iri, "confidence")
    return Event(
        iri=iri,
        kind=kind,
        factuality=_individual(facts, iri, "factuality") or "Asserted",
        date=_text(facts, iri, "date"),
        relative=_individual(facts, iri, "dateBasis") == "RelativeToPublication",
        minutes=_number(facts, iri, "durationMinutes") or _minutes(_text(facts, iri, "duration")),
        roles=_roles(facts, iri, figures, taxonomy),
        topics=_iris(facts, iri, "topic"),
        status=_individual(facts, iri, "transferStatus"),
        medium=_individual(facts, iri, "medium"),
        quote=_text(facts, iri, "quoteText"),
        ordinal=_number(facts, iri, "ordinal"),
        confidence=float(confidence) if confidence and re.fullmatch(r"\d*\.?\d+", confidence) else None,
        according_to=_iris(facts, iri, "accordingTo"),
        details=_details(facts, iri, taxonomy),
        figures=figures,
        mentions=_iris(facts, iri, "evidence"),
    )


def _details(facts: Facts, iri: str, taxonomy: Taxonomy) -> tuple[tuple[str, str], ...]:
    """Return what no other field of an event holds, so that a property that the ontology gains is shown as well."""
    found = []
    for name, values in facts[iri].items():
        if name in taxonomy.labels and name not in taxonomy.edges and name not in TOLD:
            labels = (taxonomy.labels.get(local_name(value.value)) or _name(facts, value.value)
                      if isinstance(value, NamedNode) else value.value for value in values)  # fmt: skip
            found.append((name, ", ".join(labels)))
    # An office before the country that it is of.
    return tuple(sorted(found, key=lambda detail: isinstance(facts[iri][detail[0]][0], NamedNode)))


def _roles(facts: Facts, iri: str, figures: tuple[Figure, ...], taxonomy: Taxonomy) -> tuple[tuple[str, str], ...]:
    """Return the event's edges; of an attacker who is also told to be a participant only the attacker is drawn."""
    filled: dict[str, set[str]] = {}
    for role in (role for role in taxonomy.edges if role in facts[iri]):
        for entity in _iris(facts, iri, role):
            filled.setdefault(entity, set()).add(role)
    for figure in figures:
        for weapon in figure.weapons:
            filled.setdefault(weapon, set()).add("weapon")
    return tuple(
        (role, entity)
        for entity, roles in sorted(filled.items())
        for role in sorted(roles)
        if not any(taxonomy.is_a(other, role) for other in roles if other != role)
    )


def _figure(facts: Facts, iri: str) -> Figure:
    return Figure(
        measure=_individual(facts, iri, "measure") or "",
        minimum=_number(facts, iri, "min"),
        maximum=_number(facts, iri, "max"),
        weapons=_iris(facts, iri, "weapon"),
        according_to=_iris(facts, iri, "accordingTo"),
        mentions=_iris(facts, iri, "evidence"),
    )


def _minutes(duration: str | None) -> int | None:
    length = read_duration(duration or "")
    return length.minutes or None if length is not None else None

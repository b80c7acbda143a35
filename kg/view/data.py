"""The content as the page's script reads it: plain JSON, things by their `node_id`, mentions by their number."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from kg.knowledge.looks import short
from kg.view.network import node_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.knowledge.looks import Looks
    from kg.view.content import Content, Document, Entity, Event
    from kg.view.network import Network

    Json = dict[str, object]


def page_data(
    content: Content, network: Network, looks: Looks, *, hidden: tuple[str, ...] = (), chosen: str | None = None
) -> Json:
    """Return everything the page tells; what is unknown is left out, so that large graphs stay small."""
    entities = {entity.iri: entity for entity in content.entities}
    documents = {document.iri: number for number, document in enumerate(content.documents)}
    mentions = {mention.iri: number for number, mention in enumerate(content.mentions)}
    labels = dict(content.labels)
    rules = sorted({mention.rule for mention in content.mentions})

    def topic(iri: str) -> Json:
        return {"id": node_id(iri)} if iri in entities else {"label": labels.get(iri, iri)}

    return {
        "hidden": list(hidden),
        "chosen": chosen,
        "looks": _looks(content, looks),
        "labels": {name: label for name, label in labels.items() if "/" not in name}
        | {kind: called for kind, look in looks.classes.items() if (called := look.called)},
        "documents": list(map(_document, content.documents)),
        "rules": rules,
        "mentions": [
            [documents.get(mention.document, -1), mention.start, mention.quote, rules.index(mention.rule)]
            for mention in content.mentions
        ],
        "entities": [
            _entity(entity, entities, mentions, network, labels) | _known(at=looks.places.get(entity.iri))
            for entity in content.entities
        ],
        "events": [
            _event(event, entities, mentions, network, [topic(iri) for iri in event.topics]) for event in content.events
        ],
    }


def _document(document: Document) -> Json:
    return _known(
        id=document.identifier,
        iri=document.iri,
        title=document.title,
        outlet=document.outlet,
        date=document.date,
        url=document.url,
    )


def _looks(content: Content, looks: Looks) -> Json:
    """Return what the ontology says of how the classes and statuses in the content look and are told."""
    kinds = {entity.kind for entity in content.entities} | {event.kind for event in content.events}
    weapons = {short(entity.iri) for entity in content.entities if entity.kind == "Weapon"}
    statuses = {event.status for event in content.events}
    families = {looks.classes[kind].family for kind in kinds}
    return {
        "classes": {kind: _known(**asdict(looks.classes[kind])) for kind in sorted(kinds)},
        "families": {name: asdict(family) for name, family in looks.families.items() if name in families},
        "phrases": [_known(**asdict(phrase)) for phrase in looks.phrases if phrase.tells in kinds | statuses],
        "ends": dict(looks.ends),
        "wider": {role: list(wider) for role, wider in looks.wider.items()},
        "prepositions": dict(looks.prepositions),
        "plurals": {name: plural for name, plural in looks.plurals.items() if name in weapons},
    }


def _known(**values: object) -> Json:
    return {key: value for key, value in values.items() if value is not None and value is not False and value != []}


def _ids(iris: Iterable[str], entities: Mapping[str, Entity]) -> list[str]:
    return [node_id(iri) for iri in iris if iri in entities]


def _entity(
    entity: Entity,
    entities: Mapping[str, Entity],
    mentions: Mapping[str, int],
    network: Network,
    labels: Mapping[str, str],
) -> Json:
    node = network.nodes[node_id(entity.iri)]
    return _known(
        id=node_id(entity.iri),
        iri=entity.iri,
        kind=entity.kind,
        name=entity.name,
        size=node["size"],
        names=list(entity.names),
        code=entity.code,
        side=node["side"],
        represents=_ids(entity.represents, entities),
        within=_ids(entity.within, entities),
        claimedBy=_ids(entity.claimed_by, entities),
        broader=_ids(entity.broader, entities),
        belongs=_ids(entity.belongs, entities),
        described=entity.described and {"iri": entity.described, "label": labels[entity.described]},
        min=entity.minimum,
        max=entity.maximum,
        links=list(entity.links),
        mentions=[mentions[iri] for iri in entity.mentions if iri in mentions],
        tenures=[
            _known(
                office=tenure.office,
                of=node_id(tenure.of) if tenure.of is not None and tenure.of in entities else None,
                since=tenure.since,
                until=tenure.until,
                mentions=[mentions[iri] for iri in tenure.mentions if iri in mentions],
            )
            for tenure in entity.tenures
        ],
    )


def _event(
    event: Event, entities: Mapping[str, Entity], mentions: Mapping[str, int], network: Network, topics: list[Json]
) -> Json:
    return _known(
        id=node_id(event.iri),
        iri=event.iri,
        kind=event.kind,
        size=network.nodes[node_id(event.iri)]["size"],
        bundle=network.nodes[node_id(event.iri)].get("bundle"),
        factuality=event.factuality,
        date=event.date,
        relative=event.relative,
        minutes=event.minutes,
        roles=[[role, node_id(iri)] for role, iri in event.roles if iri in entities],
        topics=topics,
        status=event.status,
        medium=event.medium,
        quote=event.quote,
        ordinal=event.ordinal,
        confidence=event.confidence,
        accordingTo=_ids(event.according_to, entities),
        details=[list(detail) for detail in event.details],
        mentions=[mentions[iri] for iri in event.mentions if iri in mentions],
        figures=[
            _known(
                measure=figure.measure,
                min=figure.minimum,
                max=figure.maximum,
                weapons=_ids(figure.weapons, entities),
                accordingTo=_ids(figure.according_to, entities),
                mentions=[mentions[iri] for iri in figure.mentions if iri in mentions],
            )
            for figure in event.figures
        ],
    )

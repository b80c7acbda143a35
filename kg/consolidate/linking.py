"""People whom resolve could not link to the reference data because their names are spelled in no way listed there."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from kg.consolidate.facts import EntityFacts, entity_facts, person_facts_of
from kg.consolidate.names import SPELLING, agreement
from kg.consolidate.views import Changed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.knowledge import Knowledge
    from kg.knowledge.words.names import NameCustoms
    from kg.records import DocumentRecord, Entity


def link_by_spelling(records: Mapping[str, DocumentRecord], knowledge: Knowledge) -> Mapping[str, DocumentRecord]:
    """Return the records with a reference for each full name that is one known person's of the same country.

    The names must agree up to spelling; where two known people fit, neither is taken.
    """
    customs = knowledge.words.names
    index: defaultdict[tuple[str, str], list[EntityFacts]] = defaultdict(list)
    for resource in knowledge.reference.values():
        if resource.kind == "Person" and resource.country:
            facts = person_facts_of(resource, customs)
            for key in facts.keys:
                index[resource.country, key].append(facts)
    found: dict[str, tuple[tuple[int, str], ...]] = {}
    for document, record in records.items():
        known = ((number, _known_as(entity, index, customs)) for number, entity in enumerate(record.entities))
        if linked := tuple((number, iri) for number, iri in known if iri is not None):
            found[document] = linked
    return Changed(records, found, partial(_linked, found)) if found else records


def _linked(found: Mapping[str, Sequence[tuple[int, str]]], record: DocumentRecord) -> DocumentRecord:
    entities = list(record.entities)
    for number, iri in found[record.document.id]:
        entities[number] = replace(entities[number], reference=iri)
    return replace(record, entities=tuple(entities))


def _known_as(
    entity: Entity, index: Mapping[tuple[str, str], Sequence[EntityFacts]], customs: NameCustoms
) -> str | None:
    if entity.kind != "Person" or entity.reference or not entity.country:
        return None
    facts = entity_facts(entity, customs)
    near = {known.reference: known for key in facts.keys for known in index.get((entity.country, key), ())}
    fitting = [iri for iri, known in near.items() if _same_person(facts, known, customs)]
    return fitting[0] if len(fitting) == 1 else None


def _same_person(facts: EntityFacts, known: EntityFacts, customs: NameCustoms) -> bool:
    pairs = ((a, b) for a in facts.names for b in known.names if a.is_full and b.is_full)
    return any(agreement(a, b, customs) >= SPELLING for a, b in pairs)

"""Which entities of different documents are one: first what is identical, then people and things by their rules."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from kg.consolidate.decisions import check_one
from kg.consolidate.facts import EntityFacts, entity_facts, person_facts_of
from kg.consolidate.groups import Groups, obey
from kg.consolidate.people import merge_people, people_clash
from kg.consolidate.replay import labelled, rulings
from kg.consolidate.things import SAME_NAME, SETTING_UNKNOWN, merge_things, setting_name, things_clash
from kg.knowledge.folding import fold
from kg.knowledge.participants import UNNAMED
from kg.records import Cluster, Member
from kg.sameness.support import Support

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.consolidate.decisions import Decisions
    from kg.consolidate.replay import Rulings
    from kg.knowledge import Knowledge
    from kg.knowledge.words.names import NameCustoms
    from kg.records import DocumentRecord


_Seed: TypeAlias = "tuple[EntityFacts, frozenset[tuple[int, bool]], Member | None]"


def merge_entities(
    records: Mapping[str, DocumentRecord], knowledge: Knowledge, decisions: Decisions
) -> tuple[Cluster, ...]:
    """Return every entity of the records in one cluster."""
    ruled = rulings(records, decisions, "entity", knowledge.taxonomy)
    _check_kinds(records, ruled)
    groups = _seeds(records, knowledge, ruled)
    obey(groups, ruled)
    merge_people(groups, records, knowledge)
    merge_things(groups)
    return labelled(groups.clusters(), records, decisions, knowledge.taxonomy)


def _check_kinds(records: Mapping[str, DocumentRecord], ruled: Rulings) -> None:
    """Raise DecisionError where a decision makes things one whose classes can not be."""
    for union in ruled.unions:
        kinds = {records[member.document].entities[member.index].kind for member in union.members}
        check_one(union.decision, kinds)


def _clash(left: EntityFacts, right: EntityFacts, customs: NameCustoms) -> bool:
    if left.kind != right.kind or left.kind == UNNAMED:
        return True
    if left.reference is not None and right.reference is not None:
        return left.reference != right.reference
    return people_clash(left, right, customs) if left.kind == "Person" else things_clash(left, right)


def _seeds(records: Mapping[str, DocumentRecord], knowledge: Knowledge, ruled: Rulings) -> Groups[EntityFacts]:
    """Group entities of which the same is known; a lone family name is known too little of."""
    by_facts: defaultdict[_Seed, list[Member]] = defaultdict(list)
    customs, known = knowledge.words.names, dict[str, EntityFacts]()
    for iri, resource in knowledge.reference.items():
        if resource.kind == "Person":
            known[iri] = person_facts_of(resource, customs)
    professions = knowledge.words.offices.profession
    for document, record in records.items():
        callings = _callings(record, professions)
        for index, entity in enumerate(record.entities):
            member = Member(document, index)
            facts = known.get(entity.reference or "") or entity_facts(entity, customs, private=callings.get(index))
            by_facts[facts, ruled.bars.get(member, frozenset()), None if facts.suffices else member].append(member)
    groups = Groups(partial(_clash, customs=customs))
    for (facts, bars, _), members in by_facts.items():
        told = _first_of_each_name(members, records) if facts.reference else None
        groups.add(members, facts, bars, _seed_support(facts), told=told)
    return groups


def _callings(record: DocumentRecord, professions: frozenset[str]) -> dict[int, bool]:
    """Return of each person of a record whether the work told is a profession, where all told is of one sort."""
    told: defaultdict[int, set[bool]] = defaultdict(set)
    for tenure in record.tenures:
        words = fold(tenure.office).split()
        told[tenure.holder].add(any(" ".join(words[at:]) in professions for at in range(len(words))))
    return {holder: sorts.pop() for holder, sorts in told.items() if len(sorts) == 1}


def _first_of_each_name(members: Sequence[Member], records: Mapping[str, DocumentRecord]) -> list[Member]:
    """Return the members that need a reason: that Ukraine is Ukraine needs none, that Kiev is Kyiv does."""
    first: dict[str, Member] = {}
    for member in members:
        first.setdefault(records[member.document].entities[member.index].name, member)
    return list(first.values())


def _seed_support(facts: EntityFacts) -> Support:
    if facts.reference is not None:
        return Support(0, 1.0, "same reference")
    if facts.setting is not None:
        return Support(0, SAME_NAME, f"same name, same {setting_name(facts.kind)}")
    return Support(0, SETTING_UNKNOWN, "same name, nothing against it")

"""Which entities of different documents are one: first what is identical, then people and things by their rules."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from heapq import merge
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

from kg.consolidate.decisions import check_one
from kg.consolidate.facts import EntityFacts, entity_facts, person_facts_of
from kg.consolidate.groups import Groups, obey
from kg.consolidate.namesakes import forget_names
from kg.consolidate.offices import Offices, offices_in
from kg.consolidate.people import merge_people, people_clash
from kg.consolidate.replay import labelled, rulings
from kg.consolidate.things import SAME_NAME, SETTING_UNKNOWN, merge_things, setting_name, things_clash
from kg.knowledge.folding import fold
from kg.knowledge.participants import UNNAMED
from kg.records import Cluster, Member
from kg.sameness.support import Support

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from kg.consolidate.decisions import Decisions
    from kg.consolidate.replay import Rulings
    from kg.knowledge import Knowledge
    from kg.knowledge.words.names import NameCustoms
    from kg.records import DocumentRecord, Entity


_Seed: TypeAlias = "tuple[EntityFacts, frozenset[tuple[int, bool]], Member | None]"
_NO_BARS: frozenset[tuple[int, bool]] = frozenset()


def merge_entities(
    records: Mapping[str, DocumentRecord],
    named: Mapping[str, Sequence[Entity]],
    knowledge: Knowledge,
    decisions: Decisions,
) -> tuple[Cluster, ...]:
    """Return every entity of the records in one cluster; `named` are those of each record."""
    ruled = rulings(records, decisions, "entity", knowledge.taxonomy)
    _check_kinds(named, ruled)
    groups, offices, alone = _seeds(records, knowledge, ruled)
    obey(groups, ruled)
    merge_people(groups, offices, knowledge.words.names)
    merge_things(groups)
    forget_names()
    clusters = merge(groups.clusters(), (Cluster((member,)) for member in alone), key=attrgetter("members"))
    return labelled(tuple(clusters), records, decisions, knowledge.taxonomy)


def _check_kinds(named: Mapping[str, Sequence[Entity]], ruled: Rulings) -> None:
    """Raise DecisionError where a decision makes things one whose classes can not be."""
    for union in ruled.unions:
        kinds = {named[member.document][member.index].kind for member in union.members}
        check_one(union.decision, kinds)


def _clash(left: EntityFacts, right: EntityFacts, customs: NameCustoms) -> bool:
    if left.kind != right.kind or left.kind == UNNAMED:
        return True
    if left.reference is not None and right.reference is not None:
        return left.reference != right.reference
    return people_clash(left, right, customs) if left.kind == "Person" else things_clash(left, right)


def _seeds(
    records: Mapping[str, DocumentRecord], knowledge: Knowledge, ruled: Rulings
) -> tuple[Groups[EntityFacts], Offices, list[Member]]:
    """Group entities of which the same is known, not so lone family names, and return who is told to hold what.

    Those without a name, whom nobody but a decision makes one with others, are returned alone, in order.
    """
    joined = {member for union in ruled.unions for member in union.members}
    alone: list[Member] = []
    by_facts: defaultdict[_Seed, list[Member]] = defaultdict(list)
    # That Ukraine is Ukraine needs no reason, that Kiev is Kyiv does.
    by_name: defaultdict[_Seed, dict[str, Member]] = defaultdict(dict)
    customs, known = knowledge.words.names, dict[str, EntityFacts]()
    for iri, resource in knowledge.reference.items():
        if resource.kind == "Person":
            known[iri] = person_facts_of(resource, customs)
    professions = knowledge.words.offices.profession
    held: dict[Member, frozenset[tuple[str, str]]] = {}
    days: dict[str, date | None] = {}
    for document, record in records.items():
        days[document] = record.document.date
        held.update(offices_in(record))
        callings = _callings(record, professions)
        for index, entity in enumerate(record.entities):
            member = Member(document, index)
            if entity.kind == UNNAMED and member not in joined:
                alone.append(member)
                continue
            facts = known.get(entity.reference or "") or entity_facts(entity, customs, private=callings.get(index))
            seed = facts, ruled.bars.get(member, _NO_BARS), None if facts.suffices else member
            by_facts[seed].append(member)
            if facts.reference:
                by_name[seed].setdefault(entity.name, member)
    groups = Groups(partial(_clash, customs=customs))
    for seed, members in by_facts.items():
        facts, bars, _ = seed
        told = by_name[seed].values() if facts.reference else None
        groups.add(members, facts, bars, _seed_support(facts), told=told)
    return groups, Offices(held, days, knowledge.reference), alone


def _callings(record: DocumentRecord, professions: frozenset[str]) -> dict[int, bool]:
    """Return of each person of a record whether the work told is a profession, where all told is of one sort."""
    told: defaultdict[int, set[bool]] = defaultdict(set)
    for tenure in record.tenures:
        words = fold(tenure.office).split()
        told[tenure.holder].add(any(" ".join(words[at:]) in professions for at in range(len(words))))
    return {holder: sorts.pop() for holder, sorts in told.items() if len(sorts) == 1}


def _seed_support(facts: EntityFacts) -> Support:
    if facts.reference is not None:
        return Support(0, 1.0, "same reference")
    if facts.setting is not None:
        return Support(0, SAME_NAME, f"same name, same {setting_name(facts.kind)}")
    return Support(0, SETTING_UNKNOWN, "same name, nothing against it")

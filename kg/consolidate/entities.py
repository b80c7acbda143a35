"""Which entities of different documents are one: first what is identical, then people and things by their rules."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from kg.consolidate.decisions import check_one
from kg.consolidate.groups import Groups, obey
from kg.consolidate.namesakes import forget_names
from kg.consolidate.offices import Offices
from kg.consolidate.people import common_names, merge_people, people_clash
from kg.consolidate.replay import labelled, rulings
from kg.consolidate.things import SAME_NAME, SETTING_UNKNOWN, merge_things, setting_name, things_clash
from kg.consolidate.told import Named, told_of
from kg.knowledge.participants import UNNAMED
from kg.sameness.support import Support

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from kg.consolidate.decisions import Decisions
    from kg.consolidate.facts import EntityFacts
    from kg.consolidate.people import Common
    from kg.consolidate.replay import Rulings
    from kg.consolidate.told import Told
    from kg.knowledge import Knowledge
    from kg.knowledge.words.names import NameCustoms
    from kg.records import Cluster, DocumentRecord, Entity, Member
    from kg.spread import Spread

_Seed: TypeAlias = "tuple[EntityFacts, frozenset[tuple[int, bool]], Member | None]"


def merge_entities(
    records: Mapping[str, DocumentRecord],
    named: Mapping[str, Sequence[Entity]],
    knowledge: Knowledge,
    decisions: Decisions,
    spread: Spread,
) -> Sequence[Cluster]:
    """Return every entity of the records in one cluster, by first member; `named` are those of each record."""
    ruled = rulings(records, decisions, "entity", knowledge.taxonomy)
    _check_kinds(named, ruled)
    portions, days = told_of(records, knowledge, ruled)
    common = common_names((told.facts for told in portions.different), knowledge.words.names)
    each = (Named(told, {member.document: days[member.document] for member, _ in told}) for told in portions.each())
    found = portions.clusters(spread(partial(_merging, common, ruled), each))
    forget_names()
    return labelled(found, records, decisions, knowledge.taxonomy)


def _merging(common: Common, ruled: Rulings, knowledge: Knowledge) -> Callable[[Named], list[Cluster]]:
    return partial(clusters_of, common=common, ruled=ruled, knowledge=knowledge)


def clusters_of(portion: Named, common: Common, ruled: Rulings, knowledge: Knowledge) -> list[Cluster]:
    """Return the entities of a portion in clusters, by first member.

    They depend on the arguments alone, which are plain data, so that any machine may find them; all but the portion are
    the same for a whole collection.
    """
    customs = knowledge.words.names
    groups = _seeds(portion.told, customs)
    offices = Offices({member: told.offices for member, told in portion.told}, portion.days, knowledge.reference)
    obey(groups, ruled)
    merge_people(groups, offices, common)
    merge_things(groups)
    return list(groups.clusters())


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


def _seeds(portion: Iterable[tuple[Member, Told]], customs: NameCustoms) -> Groups[EntityFacts]:
    """Group entities of which the same is known, not so lone family names."""
    by_facts: defaultdict[_Seed, list[Member]] = defaultdict(list)
    # That Ukraine is Ukraine needs no reason, that Kiev is Kyiv does.
    by_name: defaultdict[_Seed, dict[str, Member]] = defaultdict(dict)
    for member, told in portion:
        seed = told.facts, told.bars, None if told.facts.suffices else member
        by_facts[seed].append(member)
        if told.name is not None:
            by_name[seed].setdefault(told.name, member)
    groups = Groups(partial(_clash, customs=customs))
    for seed, members in by_facts.items():
        facts, bars, _ = seed
        groups.add(members, facts, bars, _seed_support(facts), told=by_name[seed].values() if facts.reference else None)
    return groups


def _seed_support(facts: EntityFacts) -> Support:
    if facts.reference is not None:
        return Support(0, 1.0, "same reference")
    if facts.setting is not None:
        return Support(0, SAME_NAME, f"same name, same {setting_name(facts.kind)}")
    return Support(0, SETTING_UNKNOWN, "same name, nothing against it")

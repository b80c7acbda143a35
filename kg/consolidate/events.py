"""Which events of different documents are one: the dated ones first, then the undated that have only one to go to."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from kg.consolidate.agreement import WEAK_TIER, clash, family, support
from kg.consolidate.decisions import rulings
from kg.consolidate.groups import Group, Groups, Support, attach, merge_best_first, merge_twins, obey, pairs_in_blocks
from kg.consolidate.occurrences import EventFacts, event_facts, number_parties
from kg.consolidate.statements import merge_statements
from kg.records import Cluster, Factuality, Member

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from kg.consolidate.decisions import Decisions, Rulings
    from kg.consolidate.occurrences import Party
    from kg.records import DocumentRecord

_Seed: TypeAlias = "tuple[EventFacts, frozenset[tuple[int, bool]], Member | None]"
_Block: TypeAlias = "list[Group[EventFacts]]"

DAYS_BEFORE_REPORT = {"Conversation": 31, "Attack": 3, "Transfer": 31}
"""How long after an event an article still tells of it without a date; attacks are too frequent for more."""
DAYS_BETWEEN_REPORTS = {"Conversation": 1, "Attack": 1, "Transfer": 31}
"""How far apart articles may be that tell of one event without a date."""


def merge_events(
    records: Sequence[DocumentRecord], entities: Sequence[Cluster], decisions: Decisions
) -> tuple[Cluster, ...]:
    """Return every event of the records in one cluster; two events that one record keeps apart stay apart."""
    ruled = rulings(records, decisions, "event")
    groups = _seeds(records, number_parties(records, entities), ruled)
    obey(groups, ruled)
    merge_statements(groups)
    _merge_of_one_day(groups)
    _attach_undated(groups)
    _merge_undated(groups)
    return groups.clusters()


def _seeds(records: Sequence[DocumentRecord], parties: Mapping[Member, Party], ruled: Rulings) -> Groups[EventFacts]:
    """Group events of which exactly the same is told."""
    by_facts: defaultdict[_Seed, list[Member]] = defaultdict(list)
    for number, record in enumerate(records):
        for index, event in enumerate(record.events):
            member = Member(number, index)
            facts = event_facts(event, record, number, parties)
            alone = None if _suffices(facts) else member
            by_facts[facts, ruled.bars.get(member, frozenset()), alone].append(member)
    groups = Groups(clash)
    for (facts, bars, _), members in by_facts.items():
        groups.add(members, facts, bars, reason="same kind, parties and day")
    return groups


def _suffices(facts: EventFacts) -> bool:
    """Say whether an event of which exactly the same is told elsewhere is the same one."""
    if facts.kind == "Statement":
        return bool(facts.quote and facts.role("speaker"))
    if facts.kind == "Transfer":
        return bool(facts.role("weapon") and facts.role("recipient"))
    if facts.date is None and facts.published is None:
        return False
    if family(facts) == "Conversation":
        return len(facts.actors) > 1
    if facts.kind == "Attack":
        return bool(facts.role("target", "place"))
    return facts.has_day and bool(facts.roles)


def _keys(facts: EventFacts) -> Iterator[Hashable]:
    """Yield the blocks in which an event is compared."""
    name = family(facts)
    if name == "Conversation":
        yield name, frozenset(_side(party) for party in facts.actors)
    elif name == "Attack":
        yield from {(name, _side(party)) for party in facts.role("target") or facts.role("place")}
    elif name == "Transfer":
        sides = {_side(party) for party in facts.role("recipient")}
        yield from {(name, side, weapon.cluster) for side in sides for weapon in facts.role("weapon")}
    elif name != "Statement":
        yield name, facts.roles


def _side(party: Party) -> str | int:
    return party.cluster if party.nation is None else party.nation


def _blocks(groups: Groups[EventFacts], *, dated: bool) -> dict[tuple[Hashable, str | None], _Block]:
    """Return the groups by block, and by day when they are dated."""
    blocks: defaultdict[tuple[Hashable, str | None], _Block] = defaultdict(list)
    for group in groups.current():
        days = {facts.date for facts in group.facts if facts.has_day}
        if bool(days) == dated:
            for key in {(key, facts.date if dated else None) for facts in group.facts for key in _keys(facts)}:
                blocks[key].append(group)
    return blocks


def _merge_of_one_day(groups: Groups[EventFacts]) -> None:
    for tier in range(WEAK_TIER + 1):
        pairs = pairs_in_blocks(_blocks(groups, dated=True).values())
        merge_twins(groups, pairs, lambda a, b: _assess(groups, a, b), tier=tier)


def _assess(groups: Groups[EventFacts], left: Group[EventFacts], right: Group[EventFacts]) -> Support | None:
    if not left.records.isdisjoint(right.records) or groups.contradict(left, right):
        return None
    return _best(left, right)


def _best(left: Group[EventFacts], right: Group[EventFacts], *, weakest: int = WEAK_TIER) -> Support | None:
    found = (support(a, b) for a in left.facts for b in right.facts)
    return min((one for one in found if one is not None and one.tier <= weakest), key=_strength, default=None)


def _strength(found: Support) -> tuple[int, float, str]:
    return found.tier, -found.score, found.reason


def _attach_undated(groups: Groups[EventFacts]) -> None:
    """Give events told without a day to the one dated event that fits, those with a month or a year first."""
    dated: defaultdict[Hashable, _Block] = defaultdict(list)
    for (key, _), block in _blocks(groups, dated=True).items():
        dated[key] += block
    weak = [group for group in groups.current() if not any(facts.has_day for facts in group.facts)]
    for group in sorted(weak, key=lambda group: (-_precision(group), group.first)):
        keys = {key for facts in group.facts for key in _keys(facts)}
        near = {id(root): root for key in keys for root in map(groups.find, dated.get(key, ()))}
        candidates = sorted(near.values(), key=lambda root: root.first)
        attach(groups, group, [root for root in candidates if _told_in_time(group, root)], _assess_undated)


def _precision(group: Group[EventFacts]) -> int:
    return max(len(facts.date or "") for facts in group.facts)


def _assess_undated(left: Group[EventFacts], right: Group[EventFacts]) -> Support | None:
    found = _best(left, right, weakest=WEAK_TIER - 1)
    return Support(found.tier, round(found.score * 0.9, 3), f"{found.reason}, the only one in time") if found else None


def _told_in_time(undated: Group[EventFacts], dated: Group[EventFacts]) -> bool:
    return any(_in_time(a, b) for a in undated.facts for b in dated.facts if b.has_day)


def _in_time(undated: EventFacts, dated: EventFacts) -> bool:
    """Say whether an article that gives no date may mean the event of that day: told soon after, or planned for it."""
    if undated.factuality != dated.factuality or dated.date is None:
        return False
    if undated.date is not None or undated.published is None:
        return True
    days = undated.published - date.fromisoformat(dated.date).toordinal()
    limit = DAYS_BEFORE_REPORT.get(family(dated), 0)
    return 0 <= (-days if dated.factuality == Factuality.PLANNED else days) <= limit


def _merge_undated(groups: Groups[EventFacts]) -> None:
    """Unite what several articles of the same days tell without a day of its own."""
    pairs = pairs_in_blocks(_blocks(groups, dated=False).values())
    merge_best_first(groups, pairs, lambda a, b: _assess_both_undated(groups, a, b))


def _assess_both_undated(
    groups: Groups[EventFacts], left: Group[EventFacts], right: Group[EventFacts]
) -> Support | None:
    facts = (*left.facts, *right.facts)
    if any(one.has_day or one.factuality != facts[0].factuality or one.date != facts[0].date for one in facts):
        return None
    days = [one.published for one in facts if one.published is not None]
    if len(days) == len(facts):
        if max(days) - min(days) > DAYS_BETWEEN_REPORTS.get(family(facts[0]), -1):
            return None
    elif facts[0].kind != "Transfer":
        return None
    found = _assess(groups, left, right)
    return (
        Support(found.tier, round(found.score * 0.8, 3), f"{found.reason}, reported in the same days")
        if found
        else None
    )

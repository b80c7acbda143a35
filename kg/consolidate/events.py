"""Which events of different documents are one: the dated ones first, then the undated that have only one to go to."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, TypeAlias

from kg.consolidate.comparing import assess
from kg.consolidate.copies import merge_copied
from kg.consolidate.groups import Group, Groups, merge_twins, obey, pairs_in_blocks
from kg.consolidate.replay import rulings
from kg.consolidate.statements import merge_statements
from kg.consolidate.undated import attach_undated, merge_undated
from kg.records import Cluster, Member
from kg.sameness.collection import clash
from kg.sameness.compare import QUOTE, block_keys, is_complete
from kg.sameness.facts import EventFacts, event_facts, forget_values
from kg.sameness.laws import WEAK_TIER
from kg.sameness.support import Support
from kg.spool import spooled

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from kg.consolidate.decisions import Decisions
    from kg.consolidate.replay import Rulings
    from kg.knowledge import Knowledge
    from kg.records import DocumentRecord
    from kg.sameness.facts import Party

_Seed: TypeAlias = "tuple[EventFacts, frozenset[tuple[int, bool]], Member | None, int]"
_NO_BARS: frozenset[tuple[int, bool]] = frozenset()


def merge_events(
    records: Mapping[str, DocumentRecord],
    parties: Mapping[str, Sequence[Party]],
    decisions: Decisions,
    knowledge: Knowledge,
    copies: Mapping[str, str],
) -> Sequence[Cluster]:
    """Return every event of the records in one cluster; two events that one record keeps apart stay apart.

    `parties` gives who each entity of a record is, `copies` the document whose text a document copies.
    """
    ruled = rulings(records, decisions, "event", knowledge.taxonomy)
    groups = _seeds(records, parties, ruled, knowledge)
    obey(groups, ruled)
    merge_copied(groups, records, copies)
    merge_statements(groups)
    _merge_of_one_day(groups)
    attach_undated(groups)
    merge_undated(groups)
    forget_values()
    return spooled(groups.clusters(), Cluster)


def _seeds(
    records: Mapping[str, DocumentRecord],
    parties: Mapping[str, Sequence[Party]],
    ruled: Rulings,
    knowledge: Knowledge,
) -> Groups[EventFacts]:
    """Group events of which exactly the same is told: where a record tells it of two, the first, the second ..."""
    by_facts: defaultdict[_Seed, list[Member]] = defaultdict(list)
    for document, record in records.items():
        told: Counter[EventFacts] = Counter()
        for index, event in enumerate(record.events):
            member = Member(document, index)
            facts = event_facts(event, record, parties[document], knowledge)
            alone = None if _suffices(facts) else member
            by_facts[facts, ruled.bars.get(member, _NO_BARS), alone, told[facts]].append(member)
            told[facts] += not facts.identity.company  # talks of one day, and the same words, are told again
    groups = Groups(clash)
    for (facts, bars, *_), members in by_facts.items():
        groups.add(members, facts, bars, _seed_support(facts))
    return groups


def _seed_support(facts: EventFacts) -> Support:
    if facts.quote:
        return Support(0, 0.95, "same words of the same speaker")
    if facts.has_day:
        return Support(0, 1.0, "same kind, parties and day")
    return Support(0, 0.8, "same kind and parties, reported the same day")


def _suffices(facts: EventFacts) -> bool:
    """Say whether an event of which exactly the same is told elsewhere is the same one; its words alone make a quote.

    What two parties hand on is rare enough to be one on any day, or on none that is told.
    """
    if QUOTE in facts.identity.value:
        return bool(facts.quote) and is_complete(facts)
    if not facts.identity.thing and facts.date is None and facts.published is None:
        return False
    return is_complete(facts)


def _merge_of_one_day(groups: Groups[EventFacts]) -> None:
    """Unite events of one day, those that agree in everything first."""
    for tier in range(WEAK_TIER + 1):
        blocks: defaultdict[tuple[Hashable, str | None], list[Group[EventFacts]]] = defaultdict(list)
        for group in groups.current():
            for key in {(key, facts.date) for facts in group.facts if facts.has_day for key in block_keys(facts)}:
                blocks[key].append(group)
        merge_twins(groups, pairs_in_blocks(blocks.values()), lambda a, b: assess(groups, a, b), tier=tier)

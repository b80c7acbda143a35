"""Which events of different documents are one: the dated ones first, then the undated that have only one to go to."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from kg.consolidate.comparing import assess
from kg.consolidate.copies import merge_copied
from kg.consolidate.groups import Group, Groups, merge_twins, obey, pairs_in_blocks
from kg.consolidate.replay import rulings
from kg.consolidate.reported import Reports, reported_in, suffices
from kg.consolidate.statements import merge_statements
from kg.consolidate.undated import attach_undated, merge_undated
from kg.sameness.collection import clash
from kg.sameness.compare import block_keys
from kg.sameness.facts import EventFacts, forget_values
from kg.sameness.laws import WEAK_TIER
from kg.sameness.support import Support

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

    from kg.consolidate.decisions import Decisions
    from kg.consolidate.replay import Rulings
    from kg.consolidate.reported import Reported
    from kg.knowledge import Knowledge
    from kg.knowledge.taxonomy import Taxonomy
    from kg.records import Cluster, DocumentRecord, Member
    from kg.sameness.facts import Party
    from kg.spread import Spread

_Seed: TypeAlias = "tuple[EventFacts, frozenset[tuple[int, bool]], Member | None, int]"


def merge_events(
    records: Mapping[str, DocumentRecord],
    parties: Mapping[str, Sequence[Party]],
    decisions: Decisions,
    knowledge: Knowledge,
    copies: Mapping[str, str],
    spread: Spread,
) -> Sequence[Cluster]:
    """Return every event of the records in one cluster; two events that one record keeps apart stay apart.

    `parties` gives who each entity of a record is, `copies` the document whose text a document copies.
    """
    ruled = rulings(records, decisions, "event", knowledge.taxonomy)
    portions = reported_in(records, parties, ruled, knowledge, copies)
    found = portions.clusters(spread(partial(_merging, ruled), map(Reports, portions.each())))
    forget_values()
    return found


def _merging(ruled: Rulings, knowledge: Knowledge) -> Callable[[Reports], list[Cluster]]:
    return partial(clusters_of, ruled=ruled, taxonomy=knowledge.taxonomy)


def clusters_of(portion: Reports, ruled: Rulings, taxonomy: Taxonomy) -> list[Cluster]:
    """Return the events of a portion in clusters, by first member.

    They depend on the arguments alone, which are plain data, so that any machine may find them; all but the portion are
    the same for a whole collection.
    """
    groups = _seeds(portion.told, taxonomy)
    obey(groups, ruled)
    merge_copied(groups, {member: told.copied for member, told in portion.told if told.copied is not None})
    merge_statements(groups)
    _merge_of_one_day(groups)
    attach_undated(groups)
    merge_undated(groups)
    return list(groups.clusters())


def _seeds(portion: Iterable[tuple[Member, Reported]], taxonomy: Taxonomy) -> Groups[EventFacts]:
    """Group events of which exactly the same is told: where a record tells it of two, the first, the second ..."""
    by_facts: defaultdict[_Seed, list[Member]] = defaultdict(list)
    for _, events in groupby(portion, key=lambda one: one[0].document):
        told: Counter[EventFacts] = Counter()
        for member, one in events:
            facts = one.facts(taxonomy)
            alone = None if suffices(facts) else member
            by_facts[facts, one.bars, alone, told[facts]].append(member)
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


def _merge_of_one_day(groups: Groups[EventFacts]) -> None:
    """Unite events of one day, those that agree in everything first."""
    for tier in range(WEAK_TIER + 1):
        blocks: defaultdict[tuple[Hashable, str | None], list[Group[EventFacts]]] = defaultdict(list)
        for group in groups.current():
            for key in {(key, facts.date) for facts in group.facts if facts.has_day for key in block_keys(facts)}:
                blocks[key].append(group)
        merge_twins(groups, pairs_in_blocks(blocks.values()), lambda a, b: assess(groups, a, b), tier=tier)

"""Which people are one: names, countries, offices and dates, strongest evidence first, no contradiction ever."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.consolidate.groups import Group, Groups, merge_twins
from kg.consolidate.lone_names import is_lone, is_person, of_one_country, settle_lone_names
from kg.consolidate.names import INITIAL, NICKNAME, SPELLING, agreement, level_name, lone_matches, sure_key
from kg.consolidate.namesakes import namesakes
from kg.sameness.support import Support

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.consolidate.facts import EntityFacts
    from kg.consolidate.offices import Offices
    from kg.knowledge.words.names import NameCustoms

COUNTRY_UNKNOWN = 0.9
TIERS = 5
COMMON = 5
"""A name is common when the names beside it in the collection have more initials than these."""


def people_clash(left: EntityFacts, right: EntityFacts, customs: NameCustoms) -> bool:
    """Say whether countries, callings or full names contradict each other; a lone family name only has to fit."""
    if left.private is not None and right.private is not None and left.private != right.private:
        return True  # a general and a football coach
    if left.setting is not None and right.setting is not None and left.setting != right.setting:
        return True
    full = [[name for name in facts.names if name.is_full] for facts in (left, right)]
    if full[0] and full[1]:
        return not any(agreement(a, b, customs) for a in full[0] for b in full[1])
    lone, other = (left, right) if full[1] else (right, left)
    return not any(lone_matches(a, b, customs) for a in lone.names for b in other.names)


def merge_people(groups: Groups[EntityFacts], offices: Offices, common: Common) -> None:
    """Unite groups with full names tier by tier, then give each lone family name to the one person it fits."""
    customs = common.customs
    for tier in range(TIERS):
        full = [group for group in groups.current() if is_person(group) and not is_lone(group)]
        merge_twins(groups, namesakes(full, customs), lambda a, b: _assess(groups, a, b, common), tier=tier)
    settle_lone_names(groups, offices, customs)


@dataclass(frozen=True, slots=True)
class Common:
    """Given and family names of the collection that many people bear, which together say little of who it is.

    The weight of an agreement falls with how frequent the value is (Fellegi and Sunter 1969).
    """

    given: frozenset[str]
    family: frozenset[str]
    customs: NameCustoms

    def has(self, group: Group[EntityFacts]) -> bool:
        """Say whether given and family name of the group are common."""
        names = [name.words for fact in group.facts for name in fact.names if name.is_full]
        return any(
            sure_key(words[0], self.customs) in self.given and sure_key(words[-1], self.customs) in self.family
            for words in names
        )


def common_names(told: Iterable[EntityFacts], customs: NameCustoms) -> Common:
    """Count for each given and family name the initials of those that it goes with, in all that is told of people."""
    beside: tuple[defaultdict[str, str], defaultdict[str, str]] = defaultdict(str), defaultdict(str)
    for name in (name for fact in told for name in fact.names if name.is_full):
        given, family = sure_key(name.words[0], customs), sure_key(name.words[-1], customs)
        for counts, key, initial in ((beside[0], given, family[:1]), (beside[1], family, given[:1])):
            if initial not in counts[key]:
                counts[key] += initial
    common = [frozenset(key for key, found in counts.items() if len(found) > COMMON) for counts in beside]
    return Common(common[0], common[1], customs)


def _assess(
    groups: Groups[EntityFacts],
    left: Group[EntityFacts],
    right: Group[EntityFacts],
    common: Common,
) -> Support | None:
    """Judge two groups with full names by their best agreeing names and by what is known of their countries."""
    if groups.contradict(left, right):
        return None
    pairs = [(a, b) for one in left.facts for other in right.facts for a in one.names for b in other.names]
    score = max((agreement(a, b, common.customs) for a, b in pairs if a.is_full and b.is_full), default=0.0)
    if not score:
        return None
    # One article that writes two spellings means one person; two different forms there are two people.
    if score < SPELLING and not left.documents.isdisjoint(right.documents):
        return None
    same_country = of_one_country(left, right)
    if score <= INITIAL:
        return Support(4, score, f"{level_name(score)}, same country") if same_country else None
    variant = score < SPELLING
    if same_country:
        return Support(1 if variant else 0, score, f"{level_name(score)}, same country")
    if score <= NICKNAME and common.has(left) and common.has(right):
        return None
    return Support(3 if variant else 2, score * COUNTRY_UNKNOWN, f"{level_name(score)}, no country against it")

"""Which countries, organizations, places and weapons are one: the same name, and no country or type against it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from kg.consolidate.groups import Group, Groups, attach, merge_twins, pairs_in_blocks
from kg.sameness.support import Support

if TYPE_CHECKING:
    from kg.consolidate.facts import EntityFacts
    from kg.records import Term

SAME_NAME = 0.95
SETTING_UNKNOWN = 0.85
EXPANDED = Support(0, 0.85, "acronym of the only name that is explained by it")


def things_clash(left: EntityFacts, right: EntityFacts) -> bool:
    """Say whether the countries, or the types of weapons, are known and differ."""
    return left.setting is not None and right.setting is not None and left.setting != right.setting


def setting_name(kind: Term) -> str:
    """Return the word for what two things of one name must not contradict."""
    return "type" if kind == "Weapon" else "country"


def merge_things(groups: Groups[EntityFacts]) -> None:
    """Unite groups of one name, first those whose country agrees, then those that have only one to go to."""
    for tier in (0, 1):
        blocks: defaultdict[tuple[Term, str], list[Group[EntityFacts]]] = defaultdict(list)
        for group in groups.current():
            if _is_any_body(group):
                continue
            for kind, key in sorted({(fact.kind, key) for fact in group.facts for key in fact.keys}):
                if kind != "Person":
                    blocks[kind, key].append(group)
        merge_twins(groups, pairs_in_blocks(blocks.values()), lambda a, b: _assess(groups, a, b), tier=tier)
    _expand_acronyms(groups)


def _is_any_body(group: Group[EntityFacts]) -> bool:
    """Say whether nothing but a name that bodies of many countries have is known: it is one with no other (_assess)."""
    return any(fact.common for fact in group.facts) and all(fact.setting is None for fact in group.facts)


def _expand_acronyms(groups: Groups[EntityFacts]) -> None:
    """Give each group known by an acronym alone to the one whose name articles explain by it; of two to neither."""
    explained: defaultdict[tuple[Term, str], list[Group[EntityFacts]]] = defaultdict(list)
    alone: list[tuple[tuple[Term, str], Group[EntityFacts]]] = []
    for group in groups.current():
        for kind, acronym in sorted({(fact.kind, acronym) for fact in group.facts for acronym in fact.acronyms}):
            if all(fact.acronyms.issuperset(fact.keys) for fact in group.facts):
                alone.append(((kind, acronym), group))
            else:
                explained[kind, acronym].append(group)
    for key, group in alone:
        attach(groups, group, explained.get(key, ()), lambda _, __: EXPANDED, apart_in_record=False)


def _assess(groups: Groups[EntityFacts], left: Group[EntityFacts], right: Group[EntityFacts]) -> Support | None:
    if groups.contradict(left, right):
        return None
    settings = [{fact.setting for fact in group.facts} - {None} for group in (left, right)]
    if settings[0] and settings[0] == settings[1]:
        kind = next(iter(left.facts)).kind
        return Support(0, SAME_NAME, f"same name, same {setting_name(kind)}")
    if any(fact.common for group in (left, right) for fact in group.facts):
        return None  # of which country a ministry is, its name alone does not say
    return Support(1, SETTING_UNKNOWN, "same name, nothing against it")

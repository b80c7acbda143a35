"""Lone family names: each goes to the one full name that it can be, in its country, office and time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import partial
from itertools import islice, product
from typing import TYPE_CHECKING

from kg.consolidate.groups import attach
from kg.consolidate.names import OMISSION, sure_key
from kg.sameness.support import Support

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.consolidate.facts import EntityFacts
    from kg.consolidate.groups import Group, Groups
    from kg.consolidate.offices import Offices
    from kg.knowledge.words.names import NameCustoms

LONE_NAME = 0.8


def is_person(group: Group[EntityFacts]) -> bool:
    """Say whether a group is of a person."""
    return any(fact.kind == "Person" for fact in group.facts)


def is_lone(group: Group[EntityFacts]) -> bool:
    """Say whether all that is known of somebody is a family name."""
    return not any(fact.suffices for fact in group.facts)


def of_one_country(left: Group[EntityFacts], right: Group[EntityFacts]) -> bool:
    """Say whether a country is told of both that is the same."""
    return not {fact.setting for fact in left.facts}.isdisjoint(_settings(right))


def _settings(group: Group[EntityFacts]) -> set[str]:
    return {fact.setting for fact in group.facts if fact.setting is not None}


@dataclass(frozen=True, slots=True)
class _Index:
    """Groups with full names, by their keys with their country, where they are told to be of one and no other.

    So that not every lone Smith is held against all Smiths, they are found by office, too, and by who is known to have
    held one.
    """

    offices: Offices
    by_country: defaultdict[str, defaultdict[str | None, list[Group[EntityFacts]]]] = field(
        default_factory=partial(defaultdict, partial(defaultdict, list))
    )
    by_title: defaultdict[tuple[str, tuple[str, str]], list[Group[EntityFacts]]] = field(
        default_factory=partial(defaultdict, list)
    )
    known: defaultdict[str, list[Group[EntityFacts]]] = field(default_factory=partial(defaultdict, list))
    keys: dict[Group[EntityFacts], frozenset[str]] = field(default_factory=dict)

    def near(self, lone: Group[EntityFacts]) -> Iterator[Group[EntityFacts]]:
        """Yield who has a key of the lone name, but for those of another country."""
        countries = _settings(lone)
        for key in sorted({key for fact in lone.facts for key in fact.keys}):
            found = self.by_country.get(key)
            for country in () if found is None else {*countries, None} if len(countries) == 1 else tuple(found):
                yield from found.get(country, ()) if found else ()

    def holding(self, lone: Group[EntityFacts]) -> Iterator[Group[EntityFacts]]:
        """Yield who has a key of the lone name and may hold an office that is told of it."""
        titles = self.offices.titles(lone)
        for key in {key for fact in lone.facts for key in fact.keys} if titles else ():
            yield from self.known.get(key, ())
            for title in titles:
                yield from self.by_title.get((key, title), ())

    def enter(
        self, groups: Groups[EntityFacts], former: Iterable[Group[EntityFacts]], lone: Group[EntityFacts]
    ) -> None:
        """Note the offices of a lone name for the one of some groups with which it is one now."""
        now = groups.find(lone)
        for root in [root for root in former if groups.find(root) is now]:
            self.keys[now] = self.keys[root]
            self.enter_titles(now, self.offices.titles(lone))

    def enter_titles(self, group: Group[EntityFacts], titles: Iterable[tuple[str, str]]) -> None:
        """Note offices for a group of which the keys are known."""
        for title, key in product(titles, self.keys[group]):
            self.by_title[key, title].append(group)


def _index(people: Iterable[Group[EntityFacts]], offices: Offices) -> _Index:
    index = _Index(offices)
    for group in people:
        index.keys[group] = frozenset(key for fact in group.facts for key in fact.keys)
        countries = _settings(group)
        country = countries.pop() if len(countries) == 1 else None
        for key in sorted(index.keys[group]):
            index.by_country[key][country].append(group)
            if any(fact.reference in offices.reference for fact in group.facts):
                index.known[key].append(group)
        index.enter_titles(group, offices.titles(group))
    return index


def settle_lone_names(groups: Groups[EntityFacts], offices: Offices, customs: NameCustoms) -> None:
    """Give lone family names to the one full name that fits country, office and date; the rest may fit one another."""
    people = [group for group in groups.current() if is_person(group)]
    full, homeless = _index((group for group in people if not is_lone(group)), offices), []
    for lone in filter(is_lone, people):
        near = _candidates(groups, full.near(lone), lone)
        fitting = list(islice((root for root in near if offices.fit(lone, root)), 2))
        if len(fitting) > 1:  # an office has to tell which of them it is
            holders = _candidates(groups, full.holding(lone), lone)
            fitting = [root for root in holders if offices.fit(lone, root) and offices.agree(lone, root)]
        if attach(groups, lone, fitting, lambda a, b: _lone_support(offices, a, b)):
            full.enter(groups, fitting, lone)
        elif next(_candidates(groups, full.near(lone), lone), None) is None:
            homeless.append(lone)
    _merge_homeless(groups, homeless, customs)


def _candidates(
    groups: Groups[EntityFacts], near: Iterable[Group[EntityFacts]], lone: Group[EntityFacts]
) -> Iterator[Group[EntityFacts]]:
    """Yield whom the lone name may be, each once.

    A namesake that the record keeps apart is one, too: it makes the name ambiguous.
    """
    seen: set[Group[EntityFacts]] = set()
    for root in map(groups.find, near):
        if root not in seen and not groups.contradict(lone, root):
            yield root
        seen.add(root)


def _lone_support(offices: Offices, lone: Group[EntityFacts], full: Group[EntityFacts]) -> Support | None:
    if offices.agree(lone, full):
        return Support(0, LONE_NAME, "lone family name, same office")
    if of_one_country(lone, full):
        return Support(0, LONE_NAME, "lone family name, the only one of the country")
    words = {word for fact in full.facts for name in fact.names for word in name.words}
    if words.isdisjoint({name.words[-1] for fact in lone.facts for name in fact.names}):
        return None  # by spelling alone David Lemmon would be Lemon
    return Support(0, LONE_NAME * OMISSION, "lone family name, the only one of the collection")


def _merge_homeless(groups: Groups[EntityFacts], homeless: list[Group[EntityFacts]], customs: NameCustoms) -> None:
    """Unite lone family names for which there is no full one, where the country is known and the same."""
    blocks: defaultdict[tuple[str, str], list[Group[EntityFacts]]] = defaultdict(list)
    for lone in homeless:
        for fact in lone.facts:
            if fact.setting is not None:
                for name in fact.names:
                    blocks[fact.setting, sure_key(name.words[-1], customs)].append(lone)
    for block in blocks.values():
        for lone in block[1:]:
            anchor, other = groups.find(block[0]), groups.find(lone)
            if (
                anchor is not other
                and anchor.documents.isdisjoint(other.documents)
                and not groups.contradict(anchor, other)
            ):
                groups.unite(anchor, other, Support(0, LONE_NAME, "same family name, same country"))

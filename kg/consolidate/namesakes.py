"""Which full names are compared: those that can agree, found by keys, so that not every Smith meets every other."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import chain, product
from typing import TYPE_CHECKING

from kg.consolidate.groups import pairs_in_blocks
from kg.consolidate.names import KEPT, WORKED_OUT, spelling_keys
from kg.knowledge.folding import fold

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from kg.consolidate.facts import EntityFacts
    from kg.consolidate.groups import Group
    from kg.consolidate.names import PersonName
    from kg.knowledge.words.names import NameCustoms


def namesakes(
    people: Iterable[Group[EntityFacts]], customs: NameCustoms
) -> Iterator[tuple[Group[EntityFacts], Group[EntityFacts]]]:
    """Yield every two groups with a key of their facts in common of which two full names can agree, once."""
    blocks: defaultdict[Hashable, list[Group[EntityFacts]]] = defaultdict(list)
    initials: defaultdict[Hashable, list[Group[EntityFacts]]] = defaultdict(list)
    spelt: defaultdict[Hashable, list[Group[EntityFacts]]] = defaultdict(list)
    for group in people:
        names = {name for fact in group.facts for name in fact.names if name.is_full}
        for key in {key for name in names for key in keys_of_agreement(name, customs)}:
            blocks[key].append(group)
        for name in names:
            table = initials if _is_initial(name) else spelt
            for key in _keys_of_initial(name, customs):
                table[key].append(group)
    short = (pair for key, some in initials.items() for pair in product(some, (*some, *spelt[key])))
    for left, right in pairs_in_blocks(chain(blocks.values(), short)):
        if left is not right and not _keys(left).isdisjoint(_keys(right)):
            yield left, right


def _keys(group: Group[EntityFacts]) -> frozenset[str]:
    return frozenset(key for fact in group.facts for key in fact.keys)


@lru_cache(maxsize=KEPT)
def keys_of_agreement(name: PersonName, customs: NameCustoms) -> frozenset[Hashable]:
    """Return keys of which two full names that agree (see `agreement`) have one in common, initials aside."""
    words = name.words
    given, others = words[0], words[1:]
    forms = spelling_keys(given, customs) | customs.given_names.get(given, frozenset())
    families = {key for word in others for key in spelling_keys(word, customs)}
    rest = spelling_keys("".join(others), customs)
    return frozenset(
        chain(
            [("joined", "".join(words)), ("turned", *sorted(words))],
            (("family alone", *words[at:]) for at in range(len(others))),
            (("family first", first, key) for first in spelling_keys(given, customs) for key in rest),
            (("western", family, form) for family in families for form in forms),
        )
    )


def _is_initial(name: PersonName) -> bool:
    return len(name.words[0]) == 1


def _keys_of_initial(name: PersonName, customs: NameCustoms) -> Iterator[Hashable]:
    """Yield keys of which a name with an initial has one in common with every name that it agrees with by it."""
    families = {key for word in name.words[1:] for key in spelling_keys(word, customs)}
    return ((family, name.words[0][0]) for family in families)


def forget_names() -> None:
    """Let go of what was worked out of names: some 20 MB, which nobody needs but who finds out who is who."""
    for known in (*WORKED_OUT, keys_of_agreement, fold):
        known.cache_clear()

"""Which quotations are one statement: the same words, or a long part of them on the same day, of the same speaker."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from kg.consolidate.groups import Group, Groups, merge_best_first
from kg.consolidate.portions import EITHER, OTHER
from kg.sameness.compare import QUOTE
from kg.sameness.quotations import same_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.consolidate.portions import Key
    from kg.sameness.facts import EventFacts, Party
    from kg.sameness.support import Support

Pair: TypeAlias = "tuple[Group[EventFacts], Group[EventFacts]]"
SHINGLE = 4
"""Words that begin a quotation and are looked for in longer ones, so that not every two quotations are compared."""


def merge_statements(groups: Groups[EventFacts]) -> None:
    """Unite groups of statements that report the same words."""
    quoted = [
        (facts, group)
        for group in groups.current()
        for facts in group.facts
        if QUOTE in facts.identity.value and facts.quote
    ]
    merge_best_first(groups, _pairs(quoted), _assess)


def keys_of_words(facts: EventFacts) -> Iterator[Key]:
    """Yield keys of which two statements that may be one have one in common: how one begins is in the other."""
    if QUOTE in facts.identity.value and facts.quote:
        speaker = facts.role("speaker")
        yield (speaker, _beginning(facts.quote)), EITHER
        yield from (((speaker, words), OTHER) for words in set(_shingles(facts.quote)))


def _pairs(quoted: Sequence[tuple[EventFacts, Group[EventFacts]]]) -> Iterator[Pair]:
    """Yield groups of one speaker where the longest piece of one quotation begins like a part of the other."""
    beginnings: defaultdict[tuple[frozenset[Party], tuple[str, ...]], list[Group[EventFacts]]] = defaultdict(list)
    for facts, group in quoted:
        beginnings[facts.role("speaker"), _beginning(facts.quote)].append(group)
    seen: set[tuple[int, int]] = set()
    for facts, group in quoted:
        for words in _shingles(facts.quote):
            for other in beginnings.get((facts.role("speaker"), words), ()):
                left, right = sorted((group, other), key=lambda found: found.first)
                if left is not right and (id(left), id(right)) not in seen:
                    seen.add((id(left), id(right)))
                    yield left, right


def _beginning(quote: tuple[str, ...]) -> tuple[str, ...]:
    longest = max(quote, key=lambda piece: (len(piece), piece))
    return tuple(longest.split()[:SHINGLE])


def _shingles(quote: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for piece in quote:
        words = piece.split()
        for start in range(max(1, len(words) - SHINGLE + 1)):
            yield tuple(words[start : start + SHINGLE])


def _assess(left: Group[EventFacts], right: Group[EventFacts]) -> Support | None:
    if not left.documents.isdisjoint(right.documents):
        return None
    supports = [found for a in left.facts for b in right.facts if (found := same_words(a, b)) is not None]
    return min(supports, key=lambda found: (-found.score, found.reason), default=None)

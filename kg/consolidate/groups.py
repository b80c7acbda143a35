"""Groups of members that are one thing, and the three ways in which groups come together.

Every way checks whole groups, never pairs of members, so that no chain A = B = C joins an A and a C that contradict
each other; and every way looks at pairs in an order that the input's order does not change.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Generic, TypeVar

from kg.errors import DecisionError
from kg.records import Cluster, Member, Merge
from kg.sameness.support import Support

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator
    from collections.abc import Set as AbstractSet

    from kg.consolidate.replay import Rulings

F = TypeVar("F", bound="Hashable")


@dataclass(slots=True, eq=False)
class Group(Generic[F]):
    """Members that are one thing, with the different `facts` known of them and the documents they are in.

    `bars` are the sides of human not-same decisions that members stand on.
    """

    first: Member
    members: list[Member]
    facts: tuple[F, ...]
    documents: AbstractSet[str]
    bars: AbstractSet[tuple[int, bool]]
    merges: list[Merge] | tuple[()] = ()
    absorbed_by: Group[F] | None = None

    def barred_from(self, other: Group[F]) -> frozenset[int]:
        """Return the numbers of the human decisions that keep the two apart."""
        return frozenset(decision for decision, side in self.bars if (decision, not side) in other.bars)


@dataclass(slots=True)
class Groups(Generic[F]):
    """All groups of one kind of thing; `clash` says whether two facts cannot be of one thing."""

    clash: Callable[[F, F], bool]
    all: list[Group[F]] = field(default_factory=list)
    _alone: dict[str, AbstractSet[str]] = field(default_factory=dict)
    """The one set that all groups of one document alone have."""

    def add(
        self,
        members: list[Member],
        facts: F,
        bars: AbstractSet[tuple[int, bool]],
        support: Support,
        *,
        told: Iterable[Member] | None = None,
    ) -> Group[F]:
        """Add a group of members (in order) of which the same is known, joined for that reason.

        `told` are the members of which it is worth telling, None for all of them.
        """
        first = members[0]
        documents: AbstractSet[str] = {member.document for member in members}
        if len(documents) == 1:
            documents = self._alone.setdefault(first.document, documents)
        others = members if told is None else told
        merges = [Merge(first, member, support.reason, support.score) for member in others if member != first]
        group = Group(first, members, (facts,), documents, bars, merges or ())
        self.all.append(group)
        return group

    def current(self) -> list[Group[F]]:
        """Return the groups as they stand, by first member."""
        self.all = sorted((group for group in self.all if group.absorbed_by is None), key=_first)
        return self.all

    def find(self, group: Group[F]) -> Group[F]:
        """Return the group into which this one went, or itself."""
        while group.absorbed_by is not None:
            group = group.absorbed_by
        return group

    def contradict(self, left: Group[F], right: Group[F]) -> bool:
        """Say whether a decision or any two facts of the groups keep them apart."""
        return bool(left.barred_from(right)) or any(self.clash(a, b) for a in left.facts for b in right.facts)

    def unite(self, left: Group[F], right: Group[F], support: Support) -> None:
        """Make the two groups one and remember why."""
        small, large = sorted((left, right), key=lambda group: (len(group.members), group.first))
        ends = sorted((left.first, right.first))
        merge = Merge(ends[0], ends[1], support.reason, round(support.score, 3))
        large.merges = large.merges or []
        large.merges += [*small.merges, merge]
        large.members += small.members
        large.documents = self._with(large.documents, small.documents)
        if not small.bars <= large.bars:
            large.bars |= small.bars
        large.facts += tuple(facts for facts in small.facts if facts not in large.facts)
        large.first = ends[0]
        small.absorbed_by = large

    def _with(self, large: AbstractSet[str], small: AbstractSet[str]) -> AbstractSet[str]:
        """Return the documents of both: a set that no other group has grows, so that many small ones are linear."""
        if small <= large:
            return large
        if len(large) == 1 or not isinstance(large, set):
            return {*large, *small}
        large.update(small)
        return large

    def clusters(self) -> Iterator[Cluster]:
        """Yield every group as a cluster, by first member."""
        for group in self.current():
            yield Cluster(tuple(sorted(group.members)), tuple(sorted(group.merges, key=_merge_order)))


def _merge_order(merge: Merge) -> tuple[Member, Member, str]:
    return merge.left, merge.right, merge.reason


def pairs_in_blocks(blocks: Iterable[Iterable[Group[F]]]) -> Iterator[tuple[Group[F], Group[F]]]:
    """Yield every two groups that share a block once, the one with the earlier first member to the left."""
    beside: defaultdict[Group[F], list[list[Group[F]]]] = defaultdict(list)
    for block in blocks:
        members = sorted(block, key=_first)
        for left in members[:-1]:
            beside[left].append(members)
    for left, found in beside.items():
        behind = (some[bisect_right(some, left.first, key=_first) :] for some in found)
        yield from ((left, right) for right in dict.fromkeys(chain.from_iterable(behind)))


def _first(group: Group[F]) -> Member:
    return group.first


def merge_twins(
    groups: Groups[F],
    pairs: Iterable[tuple[Group[F], Group[F]]],
    assess: Callable[[Group[F], Group[F]], Support | None],
    *,
    tier: int,
) -> None:
    """Unite what supports each other up to the tier and agrees on everyone else.

    Two groups stay apart when a third goes with only one of them: a George Bush is neither George W. nor George H. W.
    """
    edges: list[tuple[Support, Group[F], Group[F]]] = []
    around: dict[Member, set[Member]] = {}
    for left, right in pairs:
        support = assess(left, right)
        if support is None or support.tier > tier:
            continue
        edges.append((support, left, right))
        for one, other in ((left, right), (right, left)):
            around.setdefault(one.first, {one.first}).add(other.first)
    twins = [edge for edge in edges if around[edge[1].first] == around[edge[2].first]]
    _unite_in_order(groups, twins, assess)


def merge_best_first(
    groups: Groups[F],
    pairs: Iterable[tuple[Group[F], Group[F]]],
    assess: Callable[[Group[F], Group[F]], Support | None],
) -> None:
    """Unite what supports each other, best score first, as long as whole groups do not contradict each other."""
    found = ((assess(left, right), left, right) for left, right in pairs)
    _unite_in_order(groups, [(support, left, right) for support, left, right in found if support is not None], assess)


def _unite_in_order(
    groups: Groups[F],
    edges: list[tuple[Support, Group[F], Group[F]]],
    assess: Callable[[Group[F], Group[F]], Support | None],
) -> None:
    firsts = {id(group): group.first for _, left, right in edges for group in (left, right)}
    edges.sort(key=lambda edge: (edge[0].tier, -edge[0].score, firsts[id(edge[1])], firsts[id(edge[2])]))
    for support, left, right in edges:
        one, other = groups.find(left), groups.find(right)
        # Both may have grown since the pair was judged.
        if one is not other and assess(one, other) is not None and not groups.contradict(one, other):
            groups.unite(one, other, support)


def attach(
    groups: Groups[F],
    weak: Group[F],
    candidates: Iterable[Group[F]],
    assess: Callable[[Group[F], Group[F]], Support | None],
    *,
    apart_in_record: bool = True,
) -> bool:
    """Unite a group of which too little is known with the one candidate that fits it; say whether it was.

    A candidate of a record that holds both counts as a candidate, but is not taken: the record keeps the two apart.
    """
    fitting: dict[int, tuple[Group[F], Support]] = {}
    for candidate in candidates:
        root = groups.find(candidate)
        if root is weak or id(root) in fitting or groups.contradict(weak, root):
            continue
        if (support := assess(weak, root)) is not None:
            fitting[id(root)] = (root, support)
    if len(fitting) != 1:
        return False
    ((root, support),) = fitting.values()
    if apart_in_record and not weak.documents.isdisjoint(root.documents):
        return False
    groups.unite(weak, root, support)
    return True


def obey(groups: Groups[F], ruled: Rulings) -> None:
    """Unite what a human decided is one, whatever else speaks against it but another decision; not what is elsewhere.

    Raises DecisionError, with both decisions, where one joins what another keeps apart.
    """
    if not ruled.unions:
        return
    home = {member: group for group in groups.current() for member in group.members}
    for union in ruled.unions:
        for member in union.members[1:] if union.members[0] in home else ():
            one, other = groups.find(home[union.members[0]]), groups.find(home[member])
            if one is other:
                continue
            if against := one.barred_from(other):
                apart = ruled.acting[min(against)]
                problem = f"{union.decision} joins what {apart} keeps apart"
                place = union.decision.place or "decisions"
                raise DecisionError(problem, place=place, remedy="take one of the two back: kg decide undo")
            groups.unite(one, other, Support(0, 1.0, union.reason))

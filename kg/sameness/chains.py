"""What event mentions of one document say together: who fills which role, how many, when, how far it got."""

from __future__ import annotations

from dataclasses import replace
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

from kg.periods import agree, size
from kg.records import EventMention, Factuality, MentionKind, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kg.knowledge.taxonomy import Taxonomy
    from kg.records import Entity, EventDate, MentionArgument

STATUS, WEAPON = Term("transferStatus"), Term("weapon")
PARTY = (Term("participant"), Term("initiator"))
A_WEEK = 7
"""Days of the longest period that is still news."""
UNREAL = frozenset({Factuality.NEGATED, Factuality.DENIED})
T = TypeVar("T")


class Chain(tuple[EventMention, ...]):
    """A coreference chain: mentions of one event.

    `known` is what was worked out of them, as each is compared with many.
    """

    known: dict[object, Any]

    def __init__(self, mentions: Iterable[EventMention]) -> None:
        """Begin knowing nothing of the mentions."""
        del mentions
        self.known = {}


def worked_out_once(work: Callable[[Iterable[EventMention]], T]) -> Callable[[Iterable[EventMention]], T]:
    """Return a function that keeps with a chain what it finds of it."""

    @wraps(work)
    def found(mentions: Iterable[EventMention]) -> T:
        if not isinstance(mentions, Chain):
            return work(mentions)
        if work not in mentions.known:
            mentions.known[work] = work(mentions)
        result: T = mentions.known[work]
        return result

    return found


def kind_of(group: Sequence[EventMention], taxonomy: Taxonomy) -> Term:
    """Return the most specific class that a mention gives; of several, that of the first."""
    kinds = dict.fromkeys(mention.kind for mention in group)
    return group[0].kind if len(kinds) == 1 else max(kinds, key=lambda kind: len(taxonomy.lines(kind)))


def is_general(group: Sequence[EventMention], entities: Sequence[Entity], any_weapon: frozenset[str]) -> bool:
    """Say whether a transfer is of "weapons" only; then it may well be of those that another sentence names."""
    weapons = parties_of(group, WEAPON)
    return bool(weapons) and all(entities[weapon].reference in any_weapon for weapon in weapons)


def is_of_a_group(mention: EventMention) -> bool:
    """Say whether one noun, "the leaders", stands for all who take part: some of those who were named before."""
    parties = [argument for argument in mention.arguments if argument.role in PARTY]
    nominal = all(argument.kind is MentionKind.NOMINAL for argument in parties)
    return nominal and len({argument.head for argument in parties}) == 1


def entities_of(mentions: Iterable[EventMention], *roles: Term) -> frozenset[int]:
    """Return the entities that fill the roles in any mention."""
    return frozenset(entity for mention in mentions for entity in mention.entities(*roles))


def parties_of(mentions: Iterable[EventMention], *roles: Term) -> frozenset[int]:
    """Return the entities that fill the roles in any mention, or that own who or what fills them without a name."""
    found = (a for mention in mentions for a in mention.arguments if a.role in roles)
    return frozenset(argument.party for argument in found if argument.party is not None)


def kinds_of(mentions: Iterable[EventMention], *roles: Term) -> frozenset[str]:
    """Return the kinds of those who fill the roles in any mention without a name."""
    found = (a.unnamed for mention in mentions for a in mention.arguments if a.role in roles)
    return frozenset(unnamed.described for unnamed in found if unnamed is not None and unnamed.described is not None)


def statuses_of(mentions: Iterable[EventMention]) -> frozenset[Term]:
    """Return how far the transfers that the mentions tell have got."""
    return frozenset(Term(str(a.value)) for mention in mentions for a in mention.attributes if a.property == STATUS)


@worked_out_once
def counts_of(mentions: Iterable[EventMention]) -> frozenset[tuple[int | None, int | None]]:
    """Return the least and most of every number told: consignments of different size are different ones."""
    return frozenset((figure.minimum, figure.maximum) for mention in mentions for figure in mention.figures)


@worked_out_once
def casualties_of(mentions: Iterable[EventMention]) -> frozenset[tuple[Term, int | None, int | None]]:
    """Return what is counted in the mentions, with the bounds of the number."""
    return frozenset((figure.measure, figure.minimum, figure.maximum) for m in mentions for figure in m.figures)


@worked_out_once
def _dates(mentions: Iterable[EventMention]) -> list[EventDate]:
    return [mention.date for mention in mentions if mention.date is not None]


def dates_agree(group: Sequence[EventMention], event: Sequence[EventMention], *, partial: bool) -> bool:
    """Say whether dates agree: a day does with its week and month.

    An event told without a date is news of a day, of none of a week, a month or a year that passed; a group without
    one may be `partial`. What is still to come may well have no day yet.
    """
    mine, theirs = _dates(group), _dates(event)
    past = any(mention.factuality is Factuality.ASSERTED for mention in (*group, *event))
    if past and bool(mine) is not bool(theirs) and (mine or not partial):
        return all(date.is_day for date in (*mine, *theirs))
    if partial and mine and theirs and is_recap(group) and not is_recap(event):
        return False  # what an army launched in June is not what it launched one weekend
    return all(agree(a.value, b.value) for a in mine for b in theirs)


@worked_out_once
def _factualities(mentions: Iterable[EventMention]) -> frozenset[Factuality]:
    return frozenset(mention.factuality for mention in mentions)


@worked_out_once
def sets_apart(mentions: Iterable[EventMention]) -> bool:
    """Say whether words of any mention tell that it is another event than those before."""
    return any(mention.anew for mention in mentions)


def factualities_agree(group: Sequence[EventMention], event: Sequence[EventMention]) -> bool:
    """Say whether factualities agree: what did not happen is no part of what did.

    What is planned is part of it only when both name the same day.
    """
    mine, theirs = _factualities(group), _factualities(event)
    if mine & UNREAL or theirs & UNREAL:
        return mine == theirs
    if (Factuality.ASSERTED in mine) is (Factuality.ASSERTED in theirs):
        return True
    return bool({date.value for date in _dates(group)} & {date.value for date in _dates(event)})


def is_nameless(mentions: Iterable[EventMention]) -> bool:
    """Say whether nouns tell of the event, and nobody and nothing that has a name, or belongs to it, takes part."""
    return all(
        mention.is_noun and not mention.indefinite and all(argument.party is None for argument in mention.arguments)
        for mention in mentions
    )


@worked_out_once
def is_recap(mentions: Iterable[EventMention]) -> bool:
    """Say whether the mentions tell of a month or a year, and of no day or week."""
    dates = _dates(mentions)
    return bool(dates) and all(size(date.value) > A_WEEK for date in dates)


def without(role: Term, group: Iterable[EventMention]) -> list[EventMention]:
    """Return the mentions without the fillers of a role."""
    return [replace(mention, arguments=tuple(a for a in mention.arguments if a.role != role)) for mention in group]


def without_argument(argument: MentionArgument, group: Iterable[EventMention]) -> list[EventMention]:
    """Return the mentions without an argument."""
    return [replace(m, arguments=tuple(a for a in m.arguments if a != argument)) for m in group]


def slots_of(mentions: Iterable[EventMention]) -> frozenset[tuple[Term, int]]:
    """Return which words take which part."""
    return frozenset((argument.role, argument.head) for mention in mentions for argument in mention.arguments)

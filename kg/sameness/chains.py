"""What event mentions of one document say together: who fills which role, how many, when, how far it got."""

from __future__ import annotations

from dataclasses import replace
from functools import update_wrapper
from operator import and_, or_
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, TypeVarTuple, Unpack

from kg.periods import agree, size
from kg.records import EventMention, Factuality, MentionKind, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kg.knowledge.taxonomy import Taxonomy
    from kg.records import Entity, EventDate, MentionArgument, Span

ATTACKER, STATUS, WEAPON = Term("attacker"), Term("transferStatus"), Term("weapon")
PARTY = (Term("participant"), Term("initiator"))
A_WEEK = 7
"""Days of the longest period that is still news."""
NEXT = 3
"""Characters between two sentences that follow one another, in one paragraph or two."""
UNREAL = frozenset({Factuality.NEGATED, Factuality.DENIED})
S = TypeVar("S")
T = TypeVar("T")
TS = TypeVarTuple("TS")
Work: TypeAlias = "Callable[[Iterable[EventMention], Unpack[TS]], T]"


class Chain(tuple[EventMention, ...]):
    """A coreference chain: mentions of one event.

    `known` is what was worked out of them, as each is compared with many: the work, what it was given, how its results
    are joined, and the result.
    `facts` is what is compared of them, behind what that depends on, which more mentions often leave as it was: those
    that are `inherited` are of the chain before these came.
    """

    known: dict[Any, tuple[Callable[..., Any], tuple[Any, ...], Callable[[Any, Any], Any], Any]]
    facts: tuple[Any, Any] | None
    inherited: bool

    def __init__(self, mentions: Iterable[EventMention]) -> None:
        """Begin knowing nothing of the mentions."""
        del mentions
        self.known = {}
        self.facts = None
        self.inherited = False

    def extended(self, mentions: Iterable[EventMention]) -> Chain:
        """Return the chain with more mentions behind; what is known of it is joined with what these tell."""
        more = Chain(mentions)
        longer = Chain((*self, *more))
        longer.facts, longer.inherited = self.facts, True
        longer.known = {
            key: (work, given, join, join(value, work(more, *given)))
            for key, (work, given, join, value) in self.known.items()
        }
        return longer


def joined(join: Callable[[T, T], T]) -> Callable[[Work[*TS, T]], Work[*TS, T]]:
    """Return what lets a chain keep what a function finds of it; `join` makes one of what two parts of it tell."""

    def keeping(work: Work[*TS, T]) -> Work[*TS, T]:
        def found(mentions: Iterable[EventMention], /, *given: *TS) -> T:
            if not isinstance(mentions, Chain):
                return work(mentions, *given)
            key = (work, given) if given else work
            known = mentions.known.get(key)
            if known is None:
                known = mentions.known[key] = work, given, join, work(mentions, *given)
            result: T = known[3]
            return result

        update_wrapper(found, work)
        return found

    return keeping


def _all_of(ours: frozenset[S], theirs: frozenset[S]) -> frozenset[S]:
    return ours if theirs <= ours else ours | theirs


def _in_turn(ours: tuple[S, ...], theirs: tuple[S, ...]) -> tuple[S, ...]:
    return tuple(dict.fromkeys((*ours, *theirs)))


def _sorted(ours: tuple[int, ...], theirs: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sorted((*ours, *theirs)))


def _earlier(ours: EventMention, theirs: EventMention) -> EventMention:
    return theirs if theirs.trigger.start < ours.trigger.start else ours


@joined(_in_turn)
def kinds_in(mentions: Iterable[EventMention]) -> tuple[Term, ...]:
    """Return the classes of the mentions, each once, in turn."""
    return tuple(dict.fromkeys(mention.kind for mention in mentions))


def kind_of(group: Sequence[EventMention], taxonomy: Taxonomy) -> Term:
    """Return the most specific class that a mention gives; of several, that of the first."""
    kinds = kinds_in(group)
    return kinds[0] if len(kinds) == 1 else max(kinds, key=lambda kind: len(taxonomy.lines(kind)))


@joined(_earlier)
def first_of(mentions: Iterable[EventMention]) -> EventMention:
    """Return the mention whose trigger comes first."""
    return min(mentions, key=lambda mention: mention.trigger.start)


@joined(_sorted)
def triggers_of(mentions: Iterable[EventMention]) -> tuple[int, ...]:
    """Return where the triggers begin, in order."""
    return tuple(sorted(mention.trigger.start for mention in mentions))


@joined(_all_of)
def sentences_of(mentions: Iterable[EventMention], *kinds: Term) -> frozenset[Span]:
    """Return the sentences of the mentions of these classes; of any class, when none is given."""
    return frozenset(mention.sentence for mention in mentions if not kinds or mention.kind in kinds)


@joined(_all_of)
def ends_of(mentions: Iterable[EventMention]) -> frozenset[int]:
    """Return where the sentences of the mentions end."""
    return frozenset(mention.sentence.end for mention in mentions)


def is_general(group: Sequence[EventMention], entities: Sequence[Entity], any_weapon: frozenset[str]) -> bool:
    """Say whether a transfer is of "weapons" only; then it may well be of those that another sentence names."""
    weapons = parties_of(group, WEAPON)
    return bool(weapons) and all(entities[weapon].reference in any_weapon for weapon in weapons)


def is_of_a_group(mention: EventMention) -> bool:
    """Say whether one noun, "the leaders", stands for all who take part: some of those who were named before."""
    parties = [argument for argument in mention.arguments if argument.role in PARTY]
    nominal = all(argument.kind is MentionKind.NOMINAL for argument in parties)
    return nominal and len({argument.head for argument in parties}) == 1


@joined(_all_of)
def entities_of(mentions: Iterable[EventMention], *roles: Term) -> frozenset[int]:
    """Return the entities that fill the roles in any mention."""
    return frozenset(entity for mention in mentions for entity in mention.entities(*roles))


@joined(_all_of)
def parties_of(mentions: Iterable[EventMention], *roles: Term) -> frozenset[int]:
    """Return the entities that fill the roles in any mention, or that own who or what fills them without a name."""
    found = [argument.party for mention in mentions for argument in mention.arguments if argument.role in roles]
    return frozenset([party for party in found if party is not None])


@joined(_all_of)
def kinds_of(mentions: Iterable[EventMention], *roles: Term) -> frozenset[str]:
    """Return the kinds of those who fill the roles in any mention without a name."""
    found = (a.unnamed for mention in mentions for a in mention.arguments if a.role in roles)
    return frozenset(unnamed.described for unnamed in found if unnamed is not None and unnamed.described is not None)


@joined(_all_of)
def statuses_of(mentions: Iterable[EventMention]) -> frozenset[Term]:
    """Return how far the transfers that the mentions tell have got."""
    return frozenset(Term(str(a.value)) for mention in mentions for a in mention.attributes if a.property == STATUS)


@joined(_all_of)
def counts_of(mentions: Iterable[EventMention]) -> frozenset[tuple[int | None, int | None]]:
    """Return the least and most of every number told: consignments of different size are different ones."""
    return frozenset((figure.minimum, figure.maximum) for mention in mentions for figure in mention.figures)


@joined(_all_of)
def casualties_of(mentions: Iterable[EventMention]) -> frozenset[tuple[Term, int | None, int | None]]:
    """Return what is counted in the mentions, with the bounds of the number."""
    return frozenset((figure.measure, figure.minimum, figure.maximum) for m in mentions for figure in m.figures)


@joined(_all_of)
def dates_of(mentions: Iterable[EventMention]) -> frozenset[EventDate]:
    """Return the dates that the mentions tell."""
    return frozenset(mention.date for mention in mentions if mention.date is not None)


def dates_agree(group: Sequence[EventMention], event: Sequence[EventMention], *, partial: bool) -> bool:
    """Say whether dates agree: a day does with its week and month.

    An event told without a date is news of a day, of none of a week, a month or a year that passed; a group without
    one may be `partial`. What is still to come may well have no day yet.
    """
    mine, theirs = dates_of(group), dates_of(event)
    if not weekdays_agree(group, event):
        return False
    if not mine and not theirs:
        return True
    past = Factuality.ASSERTED in _factualities(group) or Factuality.ASSERTED in _factualities(event)
    if past and bool(mine) is not bool(theirs) and (mine or not partial):
        return all(date.is_day for date in (*mine, *theirs))
    if partial and mine and theirs and is_recap(group) and not is_recap(event):
        return False  # what an army launched in June is not what it launched one weekend
    return all(agree(a.value, b.value) for a in mine for b in theirs)


@joined(or_)
def _weekdays(mentions: Iterable[EventMention]) -> frozenset[str]:
    return frozenset(mention.weekday for mention in mentions if mention.weekday is not None)


def weekdays_agree(group: Sequence[EventMention], event: Sequence[EventMention]) -> bool:
    """Say whether weekdays agree where both tell one, and no day: "on Monday" and "on Saturday" are two days."""
    mine = _weekdays(group)
    theirs = _weekdays(event) if mine else mine
    return not theirs or not mine.isdisjoint(theirs)


@joined(_all_of)
def _factualities(mentions: Iterable[EventMention]) -> frozenset[Factuality]:
    return frozenset(mention.factuality for mention in mentions)


@joined(or_)
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
    return bool({date.value for date in dates_of(group)} & {date.value for date in dates_of(event)})


def is_nameless(mentions: Iterable[EventMention]) -> bool:
    """Say whether nouns tell of the event, and nobody and nothing that has a name, or belongs to it, takes part."""
    return all(
        mention.is_noun and not mention.indefinite and all(argument.party is None for argument in mention.arguments)
        for mention in mentions
    )


@joined(and_)
def is_series(mentions: Iterable[EventMention]) -> bool:
    """Say whether nouns tell that somebody attacks, several times, and nothing of any one time: no day, no number.

    Blasts that nobody is said to have made are those of one attack.
    """
    return all(
        mention.several
        and any(argument.role == ATTACKER for argument in mention.arguments)
        and not (mention.date or mention.weekday or mention.figures or mention.duration)
        for mention in mentions
    )


@joined(or_)
def tells_of_several(mentions: Iterable[EventMention]) -> bool:
    """Say whether any mention tells of several: strikes of a night are one attack of many waves."""
    return any(mention.several for mention in mentions)


def is_recap(mentions: Iterable[EventMention]) -> bool:
    """Say whether the mentions tell of a month or a year, and of no day or week."""
    dates = dates_of(mentions)
    return bool(dates) and all(size(date.value) > A_WEEK for date in dates)


def without(role: Term, group: Iterable[EventMention]) -> list[EventMention]:
    """Return the mentions without the fillers of a role."""
    return [replace(mention, arguments=tuple(a for a in mention.arguments if a.role != role)) for mention in group]


def without_argument(argument: MentionArgument, group: Iterable[EventMention]) -> list[EventMention]:
    """Return the mentions without an argument."""
    return [replace(m, arguments=tuple(a for a in m.arguments if a != argument)) for m in group]


@joined(_all_of)
def slots_of(mentions: Iterable[EventMention]) -> frozenset[tuple[Term, int]]:
    """Return which words take which part."""
    return frozenset((argument.role, argument.head) for mention in mentions for argument in mention.arguments)

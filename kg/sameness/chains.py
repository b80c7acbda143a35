"""What event mentions of one document say together: who fills which role, how many, when, how far it got."""

from __future__ import annotations

from dataclasses import replace
from functools import update_wrapper
from operator import and_, or_
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, TypeVarTuple, Unpack

from kg.records import EventMention, MentionKind, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from kg.knowledge.taxonomy import Taxonomy
    from kg.records import Entity, MentionArgument, Span

ATTACKER, STATUS, WEAPON = Term("attacker"), Term("transferStatus"), Term("weapon")
PARTY = (Term("participant"), Term("initiator"))
NEXT = 3
"""Characters between two sentences that follow one another, in one paragraph or two."""
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


def all_of(ours: frozenset[S], theirs: frozenset[S]) -> frozenset[S]:
    """Return what is in either, as `joined` keeps it of a chain."""
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


@joined(all_of)
def sentences_of(mentions: Iterable[EventMention], *kinds: Term) -> frozenset[Span]:
    """Return the sentences of the mentions of these classes; of any class, when none is given."""
    return frozenset(mention.sentence for mention in mentions if not kinds or mention.kind in kinds)


@joined(all_of)
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


@joined(all_of)
def entities_of(mentions: Iterable[EventMention], *roles: Term) -> frozenset[int]:
    """Return the entities that fill the roles in any mention."""
    return frozenset(entity for mention in mentions for entity in mention.entities(*roles))


@joined(all_of)
def parties_of(mentions: Iterable[EventMention], *roles: Term) -> frozenset[int]:
    """Return the entities that fill the roles in any mention, or that own who or what fills them without a name."""
    found = [argument.party for mention in mentions for argument in mention.arguments if argument.role in roles]
    return frozenset([party for party in found if party is not None])


@joined(all_of)
def kinds_of(mentions: Iterable[EventMention], *roles: Term) -> frozenset[str]:
    """Return the kinds of those who fill the roles in any mention without a name."""
    found = (a.unnamed for mention in mentions for a in mention.arguments if a.role in roles)
    return frozenset(unnamed.described for unnamed in found if unnamed is not None and unnamed.described is not None)


@joined(all_of)
def statuses_of(mentions: Iterable[EventMention]) -> frozenset[Term]:
    """Return how far the transfers that the mentions tell have got."""
    return frozenset(Term(str(a.value)) for mention in mentions for a in mention.attributes if a.property == STATUS)


@joined(all_of)
def counts_of(mentions: Iterable[EventMention]) -> frozenset[tuple[int | None, int | None]]:
    """Return the least and most of every number told: consignments of different size are different ones."""
    return frozenset((figure.minimum, figure.maximum) for mention in mentions for figure in mention.figures)


@joined(all_of)
def casualties_of(mentions: Iterable[EventMention]) -> frozenset[tuple[Term, int | None, int | None]]:
    """Return what is counted in the mentions, with the bounds of the number."""
    return frozenset((figure.measure, figure.minimum, figure.maximum) for m in mentions for figure in m.figures)


@joined(or_)
def sets_apart(mentions: Iterable[EventMention]) -> bool:
    """Say whether words of any mention tell that it is another event than those before."""
    return any(mention.anew for mention in mentions)


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


def without(role: Term, group: Iterable[EventMention]) -> list[EventMention]:
    """Return the mentions without the fillers of a role."""
    return [replace(mention, arguments=tuple(a for a in mention.arguments if a.role != role)) for mention in group]


def without_argument(argument: MentionArgument, group: Iterable[EventMention]) -> list[EventMention]:
    """Return the mentions without an argument."""
    return [replace(m, arguments=tuple(a for a in m.arguments if a != argument)) for m in group]


@joined(all_of)
def slots_of(mentions: Iterable[EventMention]) -> frozenset[tuple[Term, int]]:
    """Return which words take which part."""
    return frozenset((argument.role, argument.head) for mention in mentions for argument in mention.arguments)

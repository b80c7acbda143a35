"""By which of its own words a mention tells of another event than those of its class that were told before."""

from __future__ import annotations

from dataclasses import replace
from operator import or_
from typing import TYPE_CHECKING

from kg.records import MentionKind, Term
from kg.sameness.chains import (
    NEXT,
    PARTY,
    casualties_of,
    ends_of,
    entities_of,
    is_series,
    joined,
    kinds_in,
    kinds_of,
    sentences_of,
    tells_of_several,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.knowledge.participants import ParticipantKinds
    from kg.knowledge.taxonomy import Taxonomy
    from kg.records import Entity, EventMention, Figure, MentionArgument
    from kg.sameness.facts import EventFacts

MEETING = Term("Meeting")
RIVALS = 2
"""How many times as many as one source another may count."""
PLACE, WEAPON, PLACE_CLASS = Term("place"), Term("weapon"), Term("Place")
ATTACKER, TARGET = Term("attacker"), Term("target")


def is_talk_at(group: Iterable[EventMention], event: Iterable[EventMention], taxonomy: Taxonomy) -> bool:
    """Say whether sentences after a meeting name anew who talked at it: "The two leaders discussed energy".

    "They discussed energy" only goes on with the meeting, and so do "the talks".
    """
    meetings = [kind for kind in kinds_in(event) if taxonomy.is_a(kind, MEETING)]
    begun = min(met.sentence for kind in meetings if (met := _first(event, kind)) is not None)
    return all(
        not mention.is_noun
        and mention.sentence > begun
        and all(mention.sentence not in sentences_of(event, kind) for kind in meetings)
        and any(a.role in PARTY and a.kind is not MentionKind.PRONOUN for a in mention.arguments)
        for mention in group
    )


def _earlier(ours: EventMention | None, theirs: EventMention | None) -> EventMention | None:
    told = [mention for mention in (ours, theirs) if mention is not None]
    return min(told, key=lambda mention: mention.sentence, default=None)


@joined(_earlier)
def _first(mentions: Iterable[EventMention], kind: Term) -> EventMention | None:
    """Return a mention of the class in the first sentence that has one."""
    return min((m for m in mentions if m.kind == kind), key=lambda mention: mention.sentence, default=None)


def is_one_of(group: Sequence[EventMention], event: Sequence[EventMention]) -> bool:
    """Say whether the ones tell of several, of which the others can be no more than one: "amid Russian strikes".

    "The strikes" and "the attack" are those that were told of.
    """
    if is_series(group):
        return not tells_of_several(event)
    definite = any(mention.definite for mention in group)
    return is_series(event) and not definite and not tells_of_several(group)


def is_act_of_its_own(group: Iterable[EventMention], event: Sequence[EventMention]) -> bool:
    """Say whether mentions tell in another sentence than the event, by a verb or a bare noun, what somebody does.

    "Norway praised Chile. It expressed support for Peru": who acts twice does two things. A noun that points back or
    belongs to somebody ("the praise", "Norway's support") may well be of what was told.
    """
    told = sentences_of(event)
    return all(
        mention.sentence not in told and not mention.definite and not (mention.is_noun and is_owned(mention))
        for mention in group
    )


def does_another_deed(group: Iterable[EventMention]) -> bool:
    """Say whether verbs tell whom or what somebody who has a name, and names himself anew, attacks.

    "Israel shelled Gaza. Israel killed a commander" are two deeds; "It killed a commander" goes on with the first, and
    "the rebels shot two guards" with what rebels did.
    """
    return all(
        not mention.is_noun
        and any(a.role == TARGET for a in mention.arguments)
        and all(_is_named_anew(a) for a in mention.arguments if a.role == ATTACKER)
        for mention in group
    )


def _is_named_anew(argument: MentionArgument) -> bool:
    return argument.entity is not None and argument.kind is not MentionKind.PRONOUN


def is_beside_another(group: Iterable[EventMention]) -> bool:
    """Say whether mentions are told by their order to another of their class: "killed two hours after the [attack]".

    What that is was told before, as a rule, and so these are nothing that was told.
    """
    return any(m.sentence.start <= start < m.sentence.end for m in group for start in m.apart)


def is_owned(mention: EventMention) -> bool:
    """Say whether somebody stands before a noun without a preposition: "its praise", "Norwegian support"."""
    return any(
        not argument.marker and argument.role != WEAPON and argument.head < mention.trigger.start
        for argument in mention.arguments
    )


def is_known_by_its_own(group: Iterable[EventMention]) -> bool:
    """Say whether nouns have their article only by what they say of themselves: "the murder [of four policemen]".

    A complement that tells which one is meant makes a noun definite where nothing was told before (Hawkins 1978, 130).
    """
    known = [mention for mention in group if mention.definite]
    return bool(known) and all(
        mention.is_noun and any(_tells_which(a, mention) for a in mention.arguments) for mention in known
    )


def _tells_which(argument: MentionArgument, mention: EventMention) -> bool:
    """Say whether words behind a noun name somebody, or count them: "the bombing of towns" may be of those told of."""
    behind = bool(argument.marker) and argument.role != PLACE and argument.head > mention.trigger.start
    counted = argument.unnamed is None or argument.unnamed.minimum is not None
    return behind and (counted or argument.party is not None)


def is_elsewhere(group: Iterable[EventMention], event: Iterable[EventMention], entities: Sequence[Entity]) -> bool:
    """Say whether both are told with places that are known, and none of the ones is one of the others.

    A country has other places in it, and so has what the text alone tells of: a village, a district.
    """
    if _is_staged_elsewhere(group, event, entities):
        return True
    mine = entities_of(group, PLACE)
    theirs = entities_of(event, PLACE) if mine else mine
    if not theirs or mine & theirs:
        return False
    places = [entities[number] for number in mine | theirs]
    return all(place.kind == PLACE_CLASS and place.reference is not None for place in places)


def _is_staged_elsewhere(
    group: Iterable[EventMention], event: Iterable[EventMention], entities: Sequence[Entity]
) -> bool:
    """Say whether a clause that begins with where it was tells of no place of the event, nor of one in its country.

    Where no place is known to both, others must do it: of what somebody suffers there the event leaves open where.
    """
    mentions = list(group)
    if not any(mention.staged for mention in mentions):
        return False
    mine = [entities[number] for number in entities_of(mentions, PLACE)]
    theirs = [entities[number] for number in entities_of(event, PLACE, TARGET)]
    within = {place.country for place in mine}
    if mine and theirs:
        return not any(one in mine or (one.reference is not None and one.reference in within) for one in theirs)
    doing = kinds_of(mentions, ATTACKER)
    return bool(doing) and doing.isdisjoint(kinds_of(event, ATTACKER))


def is_by_other_means(group: Iterable[EventMention], event: Iterable[EventMention], entities: Sequence[Entity]) -> bool:
    """Say whether both name weapons, and none of the ones can be one of the others, as a bomb can be a car bomb."""
    mine, theirs = (
        [set(entities[number].name.casefold().split()) for number in sorted(entities_of(mentions, WEAPON))]
        for mentions in (group, event)
    )
    return bool(mine and theirs) and not any(a <= b or b <= a for a in mine for b in theirs)


def has_others(group: Iterable[EventMention], event: Iterable[EventMention], company: Iterable[Term]) -> bool:
    """Say whether somebody without a name takes part of a kind of which nobody takes part in the event."""
    return not kinds_of(_without_owner(group), *company) <= kinds_of(event, *company)


def _without_owner(group: Iterable[EventMention]) -> Iterable[EventMention]:
    for mention in group:
        yield replace(mention, arguments=tuple(a for a in mention.arguments if a.party is None))


def counts_clash(group: Iterable[EventMention], event: Iterable[EventMention]) -> bool:
    """Say whether both count the same and no number of the ones can be one of the others."""
    mine, theirs = casualties_of(group), casualties_of(event)
    both = {measure for measure, _, _ in mine} & {measure for measure, _, _ in theirs}
    return any(
        not any(overlap(a[1:], b[1:]) for a in mine for b in theirs if a[0] == b[0] == measure) for measure in both
    )


def numbers_clash(group: Iterable[EventMention], event: Sequence[EventMention], kinds: ParticipantKinds) -> bool:
    """Say whether both tell how many of one kind fill a role, and no number is the same: "100 cars", "1,000 cars"."""
    counted = _counted(event)
    for role, kind, mine in _counted(group):
        alike = [theirs for other, its, theirs in counted if other == role and _is_alike(kind, its, kinds)]
        if alike and not any(overlap(mine, theirs) for theirs in alike):
            return True
    return False


@joined(or_)
def _counted(mentions: Iterable[EventMention]) -> frozenset[tuple[Term, str, tuple[int | None, int | None]]]:
    """Return of those without a name who are counted role, kind, and the bounds of their number."""
    found = ((a.role, a.unnamed) for mention in mentions for a in mention.arguments if a.unnamed is not None)
    return frozenset(
        (role, unnamed.described, (unnamed.minimum, unnamed.maximum))
        for role, unnamed in found
        if unnamed.described is not None and unnamed.minimum is not None
    )


def _is_alike(ours: str, theirs: str, kinds: ParticipantKinds) -> bool:
    """Say whether two kinds are one, or the one a kind of the other."""
    return ours in kinds.above.get(theirs, (theirs,)) or theirs in kinds.above.get(ours, (ours,))


def overlap(left: tuple[int | None, int | None], right: tuple[int | None, int | None]) -> bool:
    """Say whether one number can lie within two bounds, the least and the most; None is open, as is 0 for the most."""
    low, high = max(left[0] or 0, right[0] or 0), [bound for bound in (left[1], right[1]) if bound is not None]
    return not high or low <= min(high)


def is_next_to(group: Sequence[EventMention], event: Sequence[EventMention]) -> bool:
    """Say whether the event is in the sentence of the mentions or in the one right before it, with no other numbers.

    Another source may have others.
    """
    here = group[0].sentence
    ends = ends_of(event)
    near = here in sentences_of(event) or any(here.start - apart in ends for apart in range(1, NEXT))
    return near and (not counts_clash(group, event) or are_counted_anew(group, event))


def are_counted_anew(group: Iterable[EventMention], event: Iterable[EventMention]) -> bool:
    """Say whether another source counts the same people: "28 died, he said. The [mayor] said 30 were killed".

    What is far from the other number is the toll of something larger.
    """
    mine, theirs = ([figure for mention in mentions for figure in mention.figures] for mentions in (group, event))
    return all(_is_rival(one, other) for one in mine for other in theirs if one.measure == other.measure)


def _is_rival(one: Figure, other: Figure) -> bool:
    low, high = sorted(figure.minimum or figure.maximum or 0 for figure in (one, other))
    apart = set(one.according_to).isdisjoint(other.according_to)
    return bool(one.according_to) and apart and high <= RIVALS * low


def claimed_by_another(
    claimants: set[str | None], group: Iterable[EventMention], mine: EventFacts, theirs: EventFacts
) -> bool:
    """Say whether a state that takes no part tells of the event, or counts dead that are none of its own strikes.

    The dead that Israel counts are those of strikes on Israel, and not of a strike of Israel.
    """
    attackers, targets = (
        {party.nation for party in theirs.role(*roles)} for roles in (theirs.identity.force, theirs.identity.area)
    )
    if not claimants <= attackers | targets:
        return True
    own = bool(mine.role(*mine.identity.force)) or not casualties_of(group)
    return not own and not claimants.isdisjoint(attackers - targets)

"""Whether mentions of one document tell of one event: what parts them, with the reason, and what speaks for it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.knowledge.participants import ParticipantKinds
from kg.knowledge.taxonomy import Taxonomy
from kg.records import Term
from kg.sameness.apart import is_in_general, refers_elsewhere, told_apart
from kg.sameness.chains import (
    Chain,
    casualties_of,
    counts_of,
    is_general,
    is_nameless,
    is_of_a_group,
    is_series,
    kind_of,
    kinds_of,
    sentences_of,
    sets_apart,
    slots_of,
    triggers_of,
    without,
    without_argument,
)
from kg.sameness.common_ground import goes_on_with, shares
from kg.sameness.compare import compare
from kg.sameness.facts import basis_of, document_parties, mention_facts
from kg.sameness.laws import is_stood_for, things_clash
from kg.sameness.newness import (
    MEETING,
    claimed_by_another,
    counts_clash,
    has_others,
    is_act_of_its_own,
    is_beside_another,
    is_by_other_means,
    is_elsewhere,
    is_known_by_its_own,
    is_next_to,
    is_one_of,
    is_talk_at,
    numbers_clash,
)
from kg.sameness.support import Clash, Extent
from kg.sameness.times import dates_agree, dates_of, factualities_agree, is_history

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from kg.records import Entity, EventMention, MentionArgument
    from kg.sameness.facts import EventFacts, Party

CONVERSATION, ATTACK, TRANSFER = map(Term, ("Conversation", "Attack", "Transfer"))
ATTACKER, TARGET, PLACE, SUPPLIER, RECIPIENT = map(Term, ("attacker", "target", "place", "supplier", "recipient"))
WEAPON, PERSON = map(Term, ("weapon", "Person"))
NEAR = 2500
"""Characters, some five paragraphs, beyond which a mention that does not name all parties tells something else."""
NOTHING_IN_COMMON, ONE_OF_SEVERAL = "nothing in common", "one of several"
"""What parts mentions from an event that nothing else parts them from, and several attacks from one."""


@dataclass(frozen=True, slots=True)
class Sameness:
    """What mentions are compared by; `any_weapon` are the IRIs of weapons of no particular kind."""

    entities: tuple[Entity, ...]
    kinds: ParticipantKinds
    taxonomy: Taxonomy
    any_weapon: frozenset[str]
    parties: tuple[Party, ...]
    published: date | None = None
    """The day of the document, as far as it is known."""

    @classmethod
    def of(
        cls,
        entities: tuple[Entity, ...],
        kinds: ParticipantKinds,
        taxonomy: Taxonomy,
        any_weapon: frozenset[str] = frozenset(),
        published: date | None = None,
    ) -> Sameness:
        """Return what the mentions of a document of this day with these entities are compared by."""
        return cls(entities, kinds, taxonomy, any_weapon, document_parties(entities), published)

    def parted(self, group: Sequence[EventMention], event: Sequence[EventMention], extent: Extent) -> str:
        """Return why mentions of this extent do not tell of the event, in words; "" where they do."""
        kind, other = self._kind(group), self._kind(event)
        if not (self.taxonomy.is_a(kind, other) or self.taxonomy.is_a(other, kind)):
            return "another class"
        if reason := self._at_another_time(group, event, extent) or told_apart(group, event):
            return reason
        if not factualities_agree(group, event):
            return "the one happened, the other did not"
        if not any(mention.definite for mention in group) and is_elsewhere(group, event, self.entities):
            return "another place"
        own = extent is not Extent.WHOLE and is_known_by_its_own(group)
        if own and not (self.facts(group).identity.company or shares(group, event, self.entities)):
            return "known by what it says of itself"
        if extent in {Extent.HEADLINE, Extent.PART} and (reason := self._new(group, event, extent)):
            return reason
        if extent is Extent.REFERENCE and (reason := self._begins_anew(group)):
            return reason
        victims = extent is Extent.REFERENCE and self.counts_victims(group)
        if extent is Extent.REFERENCE and (reason := refers_elsewhere(group, event, victims=victims)):
            return reason
        if reason := self._compared(group, event, extent):
            return reason
        met = self.taxonomy.is_open(kind) and self.taxonomy.is_a(other, MEETING)
        talk = met and is_talk_at(group, event, self.taxonomy)
        return "talks told by themselves, not the meeting at which they were" if talk else ""

    def _at_another_time(self, group: Sequence[EventMention], event: Sequence[EventMention], extent: Extent) -> str:
        if not dates_agree(group, event, partial=extent is not Extent.WHOLE):
            return "another date"
        if extent is Extent.WHOLE or self.published is None or not is_history(group, event, self.published):
            return ""
        return "long before what is news"

    def may_join(self, group: Sequence[EventMention], extent: Extent) -> bool:
        """Say whether mentions can be of any event that was told before: as far as they tell, `parted` asks no more."""
        if sets_apart(group):
            return False
        if extent is not Extent.REFERENCE:
            return True
        named = self.facts(without(WEAPON, group) if self.is_general(group) else group).names_somebody()
        return not self._begins_anew(group) and (named or self._points_back(group))

    def _points_back(self, group: Sequence[EventMention]) -> bool:
        return any(mention.definite for mention in group) or self.counts_victims(group)

    def _compared(self, group: Sequence[EventMention], event: Sequence[EventMention], extent: Extent) -> str:
        """Ask the engine of the roles, then what only the words of one story can part."""
        general = self.is_general(group)
        partial = general or extent is not Extent.WHOLE or all(is_of_a_group(mention) for mention in group)
        mine, theirs = self.facts(without(WEAPON, group) if general else group), self.facts(event)
        found = compare(mine, theirs, partial=partial)
        if isinstance(found, Clash):
            return found.reason
        identity = mine.identity
        if identity.force and is_one_of(group, event):
            return ONE_OF_SEVERAL
        if extent is not Extent.WHOLE and is_in_general(group, event):
            return "several, of which it is none"
        if identity.force and extent is Extent.REFERENCE and any(mention.unnamed for mention in group):
            return "an agent of its own"  # "rebels attacked": somebody else
        if extent is not Extent.WHOLE and identity.area and not any(map(mine.role, identity.area)):
            claimants = (self.parties[source] for mention in group for source in mention.according_to)
            if claimed_by_another({party.nation for party in claimants if party.is_country}, group, mine, theirs):
                return "told by another side"
        counts = counts_of(group), counts_of(event)
        if identity.thing and counts[0] and counts[1] and counts[0] != counts[1]:
            return "other numbers"
        if extent is not Extent.REFERENCE or mine.names_somebody() or self._points_back(group):
            return ""
        return "no party, and no word that points back"

    def facts(self, mentions: Sequence[EventMention]) -> EventFacts:
        """Return what is compared of mentions that tell of one event, worked out once for a chain."""
        if not isinstance(mentions, Chain):
            return mention_facts(mentions, self.parties, self.taxonomy, self.kinds)
        if mentions.facts is None or mentions.inherited:
            basis = basis_of(mentions)
            if mentions.facts is None or mentions.facts[0] != basis:
                mentions.facts = basis, mention_facts(mentions, self.parties, self.taxonomy, self.kinds)
            mentions.inherited = False
        found: EventFacts = mentions.facts[1]
        return found

    def _kind(self, mentions: Sequence[EventMention]) -> Term:
        return self.facts(mentions).kind if isinstance(mentions, Chain) else kind_of(mentions, self.taxonomy)

    def _begins_anew(self, group: Sequence[EventMention]) -> str:
        """Return why mentions that tell too little to be an event do not point back at any either.

        Nouns do; a verb tells a new deed, unless it goes on with talks, or with a fight: "It used drones".
        """
        if any(mention.indefinite for mention in group):
            return "an indefinite noun begins a new event"
        noun = any(mention.is_noun for mention in group)
        return "a verb tells something new" if self.facts(group).identity.each and not noun else ""

    def _new(self, group: Sequence[EventMention], event: Sequence[EventMention], extent: Extent) -> str:
        """Return why mentions that tell a part of an event begin a new one: what is told beside must fit as well.

        A definite word ("the attack") points back by itself; any other must share something with the event.
        """
        if self.counts_victims(group):
            dated = bool(dates_of(group)) and not dates_of(event)
            return "" if is_next_to(group, event) and not dated else "its dead are of another event"
        here = group[0]
        if slots_of(group) <= slots_of(event) and here.arguments:
            return ""  # "the drone that hit Eilat was launched by the Houthis": nobody new takes part
        if extent is Extent.HEADLINE:
            alike = "" if shares(group, event, self.entities, headline=True) else NOTHING_IN_COMMON
            return self._differing(group, event, definite=False) or alike
        definite = any(mention.definite for mention in group)
        if reason := self._placed_apart(group, event, definite=definite):
            return reason
        if (is_series(group) or any(m.indefinite for m in group)) and not goes_on_with(group, event, self.entities):
            return "an indefinite noun begins a new event"
        if self.facts(group).identity.each and is_act_of_its_own(group, event):
            return "an act of its own"
        if reason := self._differing(group, event, definite=definite):
            return reason
        return "" if definite or shares(group, event, self.entities) else NOTHING_IN_COMMON

    def _placed_apart(self, group: Sequence[EventMention], event: Sequence[EventMention], *, definite: bool) -> str:
        """Return why mentions are told too far from the event, or too near to be told of it again."""
        triggers, here = triggers_of(event), group[0]
        before = bisect_right(triggers, here.trigger.start)
        if not before or here.trigger.start - triggers[before - 1] > NEAR:
            return "too far from it"
        if definite:
            return ""
        if here.sentence in sentences_of(event):
            return "another event of one sentence"
        return "told by its time beside another" if is_beside_another(group) else ""

    def _differing(self, group: Sequence[EventMention], event: Sequence[EventMention], *, definite: bool) -> str:
        """Return what is told of both and can not be of one event."""
        for role in sorted({argument.role for mention in group for argument in mention.arguments}):
            if self._kinds_clash(kinds_of(group, role), kinds_of(event, role)):
                return f"another {role}"
        if counts_clash(group, event) or numbers_clash(group, event, self.kinds):
            return "other numbers"
        if definite:
            return ""
        if is_by_other_means(group, event, self.entities):
            return "another weapon"
        return "other participants" if has_others(group, event, self.facts(group).identity.company) else ""

    def fitted(self, group: Sequence[EventMention], event: Sequence[EventMention]) -> list[EventMention]:
        """Return mentions that tell of the event without those who stand for one that it names.

        "The Kremlin" in a call of Trump and Putin is no third; "weapons" of no kind are those that it names.
        """
        found = without(WEAPON, group) if self.is_general(group) else list(group)
        facts = self.facts(event)
        there = facts.role(*facts.identity.company)
        for argument in (argument for mention in group for argument in mention.arguments):
            party = None if argument.entity is None else self.parties[argument.entity]
            if argument.role in facts.identity.company and party is not None and party not in there:
                found = found if not is_stood_for(party, there) else without_argument(argument, found)
        return found

    def points_back(self, group: Sequence[EventMention], event: Sequence[EventMention]) -> bool:
        """Say whether nouns without a name, or verbs that leave open who does it, can only mean what was told before.

        "Blasts were heard", and in the next sentence "They discussed trade".
        """
        if self._compared(group, event, Extent.PART):
            return False
        if is_nameless(group):
            return True
        identity = self.facts(group).identity
        roles = {argument.role for mention in group for argument in mention.arguments}
        parties = identity.company | identity.each | identity.force | identity.area | identity.thing
        return roles.isdisjoint(parties) and not any(m.indefinite for m in group) and is_next_to(group, event)

    def counts_victims(self, group: Sequence[EventMention]) -> bool:
        """Say whether mentions tell nothing but how many were hurt: "Ten people were killed."."""
        arguments = [argument for mention in group for argument in mention.arguments]
        victims = all(argument.role == TARGET and self._is_victim(argument) for argument in arguments)
        return victims and bool(casualties_of(group)) and not any(mention.indefinite for mention in group)

    def _is_victim(self, argument: MentionArgument) -> bool:
        """Say whether words without a name are for people, or of no kind that is known: "ten", no "bus"."""
        kind = None if argument.unnamed is None else argument.unnamed.described
        return argument.party is None and (kind is None or self.kinds.class_of(kind) == PERSON)

    def _kinds_clash(self, mine: Iterable[str], theirs: Iterable[str]) -> bool:
        """Say whether words of one sort can not be for the same: whom a strike on a district killed is no district."""
        lines = self.kinds.above
        return things_clash((lines.get(kind, (kind,)) for kind in mine), [lines.get(kind, (kind,)) for kind in theirs])

    def is_general(self, group: Sequence[EventMention]) -> bool:
        """Say whether a transfer is of "weapons" only."""
        return is_general(group, self.entities, self.any_weapon)

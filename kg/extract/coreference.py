"""Event coreference inside a document: which mentions tell of one and the same event.

Mentions that name enough participants found events; the others ("the call", "the conversation with Putin") join the
event that fits them best, or are left out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract.agreement import counts_of, dates_agree, entities_of, factualities_agree, statuses_of
from kg.extract.mentions import side_of
from kg.extract.telling import PARTY, is_of_a_group, is_one_side
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.knowledge.taxonomy import Taxonomy
    from kg.knowledge.words import Words
    from kg.records import Entity, EventMention, MentionArgument

CONVERSATION, ATTACK, TRANSFER, COUNTRY = Term("Conversation"), Term("Attack"), Term("Transfer"), Term("Country")
ATTACKER, TARGET = Term("attacker"), Term("target")
SUPPLIER, RECIPIENT, WEAPON = Term("supplier"), Term("recipient"), Term("weapon")
DELIVERED = Term("Delivered")
ACTORS = {ATTACK: ATTACKER, TRANSFER: SUPPLIER}
PARTICIPANT, TWO = Term("participant"), 2


@dataclass(frozen=True, slots=True)
class Judge:
    """Decides which mentions agree; `any_weapon` are the IRIs of weapons of no particular kind."""

    entities: tuple[Entity, ...]
    taxonomy: Taxonomy
    words: Words
    any_weapon: frozenset[str]

    def group(self, mentions: Sequence[EventMention]) -> list[tuple[EventMention, ...]]:
        """Return the mentions in groups, one for each event, in order of first mention."""
        linked = self._completed(_linked(_inherit(self._between_sides(mentions), self.taxonomy), self.taxonomy))
        founders = [group for group in linked if self.is_told(group)]
        founders.sort(key=lambda group: self._is_general(group))
        others = [group for group in linked if not self.is_told(group)]
        events: list[list[EventMention]] = []
        for group in founders:
            home = self._home(group, events, partial=False)
            if home is None:
                events.append(list(group))
            else:
                home.extend(_without_weapons(group) if self._is_general(group) else group)
        for group in others:
            home = self._home(group, events, partial=True)
            if home is not None:
                home.extend(group)
            elif target := self._only_target(group, events):
                events.append([replace(mention, arguments=(*mention.arguments, target)) for mention in group])
        told = [tuple(sorted(event, key=lambda mention: mention.trigger.start)) for event in events]
        return sorted(told, key=lambda event: event[0].trigger.start)

    def _between_sides(self, mentions: Sequence[EventMention]) -> Iterator[EventMention]:
        """Give a meeting "between their teams" the sides of the first conversation that the article tells of before."""
        sides: tuple[MentionArgument, ...] = ()
        for mention in mentions:
            if mention.again and sides:
                mention = replace(mention, arguments=(*mention.arguments, *sides))
            elif not sides and self.taxonomy.is_a(mention.kind, CONVERSATION) and self.is_told([mention]):
                parties = [filler for filler in mention.arguments if filler.role in PARTY]
                sides = tuple(self._side(filler) for filler in parties) if len(parties) == TWO else ()
            yield mention

    def _side(self, filler: MentionArgument) -> MentionArgument:
        country = None if filler.entity is None else side_of(filler.entity, self.entities)
        return replace(filler, role=PARTICIPANT, entity=country)

    def _completed(self, groups: list[tuple[EventMention, ...]]) -> list[tuple[EventMention, ...]]:
        """Join what one sentence tells of the same weapons in two parts, of which neither names both parties.

        So "providing Kyiv with batteries donated by Romania", "the drone that hit Eilat was launched by the Houthis".
        """
        found: list[tuple[EventMention, ...]] = []
        parts = [group for group in groups if self._actor(group) is not None and not self.is_told(group)]
        for group in groups:
            partner = next((other for other in parts if group in parts and self._completes(other, group)), ())
            found.append((*group, *partner) if entities_of(group, *ACTORS.values()) else group)
        return found

    def _completes(self, part: tuple[EventMention, ...], group: tuple[EventMention, ...]) -> bool:
        return (
            part is not group
            and part[0].sentence == group[0].sentence
            and self._actor(part) == self._actor(group)
            and bool(weapons := entities_of(group, WEAPON))
            and weapons == entities_of(part, WEAPON)
            and self.is_told((*group, *part))
        )

    def _actor(self, group: Sequence[EventMention]) -> Term | None:
        """The role of who acts in events of this class, None where the class has no one such role."""
        kind = self.kind_of(group)
        return next((role for other, role in ACTORS.items() if self.taxonomy.is_a(kind, other)), None)

    def is_told(self, mentions: Iterable[EventMention]) -> bool:
        """Say whether the mentions together fill the roles that their class needs, with enough different parties."""
        group = tuple(mentions)
        kind = self.kind_of(group)
        fillers = [filler for mention in group for filler in mention.arguments]
        roles = {broader for filler in fillers for broader in self.taxonomy.above.get(filler.role, (filler.role,))}
        parties = {filler.entity for filler in fillers if self.taxonomy.is_party(filler.role, kind)}
        if self._is_general(group) and all(m.is_noun for m in group) and statuses_of(group) == {DELIVERED}:
            return False  # "arms supplies" alone tell of no delivery
        waived = frozenset[Term]().union(*(self.taxonomy.goes_without.get(v, frozenset()) for v in statuses_of(group)))
        needed = self.taxonomy.inherited_needs(kind) - waived
        enough = self.taxonomy.inherited_parties(kind) - len(waived)
        return roles >= needed and len(parties) >= enough and not is_one_side(fillers, self.words)

    def kind_of(self, mentions: Iterable[EventMention]) -> Term:
        """Return the most specific class that a mention gives; of several, that of the first."""
        kinds = [mention.kind for mention in mentions]
        return max(kinds, key=lambda kind: len(self.taxonomy.above.get(kind, ())))

    def _home(
        self, group: Sequence[EventMention], events: Sequence[list[EventMention]], *, partial: bool
    ) -> list[EventMention] | None:
        """Return the event that the mentions belong to: of several that fit the nearest before them, else behind."""
        here = group[0].trigger.start
        fitting = [event for event in events if self._agree(group, event, partial=partial)]
        if not any(mention.arguments for mention in group):
            # "the call" without a name points back; with one ("the call with Macron") it may open the article.
            fitting = [event for event in fitting if event[0].trigger.start < here]
        if not fitting:
            return None

        def distance(event: list[EventMention]) -> tuple[bool, int]:
            before = [here - mention.trigger.start for mention in event if mention.trigger.start <= here]
            return (not before, min(before) if before else min(mention.trigger.start - here for mention in event))

        return min(fitting, key=distance)

    def _agree(self, group: Sequence[EventMention], event: Sequence[EventMention], *, partial: bool) -> bool:
        kind, other = self.kind_of(group), self.kind_of(event)
        if not (self.taxonomy.is_a(kind, other) or self.taxonomy.is_a(other, kind)):
            return False
        if not dates_agree(group, event, partial=partial) or not factualities_agree(group, event):
            return False
        if self.taxonomy.is_a(kind, CONVERSATION):
            return self._same_parties(group, event, partial=partial)
        if self.taxonomy.is_a(kind, ATTACK):
            return self._same_attack(group, event, partial=partial)
        if self.taxonomy.is_a(kind, TRANSFER):
            return self._same_transfer(group, event)
        return self._same_roles(group, event, partial=partial)

    def _only_target(
        self, group: Sequence[EventMention], events: Sequence[list[EventMention]]
    ) -> MentionArgument | None:
        """Return what an attacker must have aimed at who in this document attacks one country only, and names it."""
        if (
            not self.taxonomy.is_a(self.kind_of(group), ATTACK)
            or not entities_of(group, WEAPON)
            or not entities_of(group, ATTACKER)
        ):
            return None
        attackers = self._territories(entities_of(group, ATTACKER))
        targets = [
            filler
            for event in events
            if self._territories(entities_of(event, ATTACKER)) & attackers
            for mention in event
            for filler in mention.arguments
            if filler.role == TARGET and filler.entity is not None
        ]
        countries = self._territories(filler.entity for filler in targets if filler.entity is not None)
        whole = [f for f in targets if f.entity is not None and self.entities[f.entity].reference in countries]
        return whole[0] if len(countries) == 1 and whole else None

    def _is_general(self, group: Iterable[EventMention]) -> bool:
        """Say whether a transfer is of "weapons" only; then it may well be of those that another sentence names."""
        weapons = entities_of(group, WEAPON)
        return bool(weapons) and all(self.entities[weapon].reference in self.any_weapon for weapon in weapons)

    def _same_parties(self, group: Sequence[EventMention], event: Sequence[EventMention], *, partial: bool) -> bool:
        mine, theirs = entities_of(group, *PARTY), entities_of(event, *PARTY)
        if not partial:
            return mine == theirs or (mine < theirs and all(is_of_a_group(mention) for mention in group))
        if mine:
            return mine <= theirs
        return any(mention.definite for mention in group)

    def _same_attack(self, group: Sequence[EventMention], event: Sequence[EventMention], *, partial: bool) -> bool:
        if partial and any(mention.unnamed for mention in group):
            return False  # "rebels attacked": somebody else
        attackers = self._territories(entities_of(group, ATTACKER)), self._territories(entities_of(event, ATTACKER))
        targets = self._territories(entities_of(group, TARGET)), self._territories(entities_of(event, TARGET))
        if not all(not mine or not theirs or mine & theirs for mine, theirs in (attackers, targets)):
            return False
        claimants = {self.entities[source] for mention in group for source in mention.according_to}
        sides = {entity.reference for entity in claimants if entity.kind == COUNTRY}
        if partial and not targets[0] and not sides <= attackers[1] | targets[1]:
            return False  # the dead of Iranian strikes that Israel counts are those of strikes on Israel
        return not partial or bool(attackers[0] or targets[0]) or any(mention.definite for mention in group)

    def _same_roles(self, group: Sequence[EventMention], event: Sequence[EventMention], *, partial: bool) -> bool:
        """Any other event is told again by who takes part in which role, or by a definite word ("the agreement")."""
        mine, theirs = (
            {(f.role, f.entity) for m in mentions for f in m.arguments if self.taxonomy.is_party(f.role, m.kind)}
            for mentions in (group, event)
        )
        if not partial:
            return mine == theirs
        return mine <= theirs and (bool(mine) or any(mention.definite for mention in group))

    def _same_transfer(self, group: Sequence[EventMention], event: Sequence[EventMention]) -> bool:
        for role in (SUPPLIER, RECIPIENT):
            mine, theirs = self._territories(entities_of(group, role)), self._territories(entities_of(event, role))
            if mine and theirs and not mine & theirs:
                return False
        weapons = entities_of(group, WEAPON), entities_of(event, WEAPON)
        counts = counts_of(group), counts_of(event)
        return (
            len(statuses_of((*group, *event))) == 1
            and (not weapons[0] or weapons[0] == weapons[1] or self._is_general(group))
            and (not counts[0] or not counts[1] or counts[0] == counts[1])
        )

    def _territories(self, entities: Iterable[int]) -> frozenset[str]:
        """Stand every entity in for by its country where it has one: a strike on Kharkiv is a strike on Ukraine."""
        found = (self.entities[i] for i in entities)
        return frozenset(entity.country or entity.reference or entity.name for entity in found)


def _without_weapons(group: Iterable[EventMention]) -> list[EventMention]:
    return [replace(mention, arguments=tuple(f for f in mention.arguments if f.role != WEAPON)) for mention in group]


def _inherit(mentions: Iterable[EventMention], taxonomy: Taxonomy) -> list[EventMention]:
    """Complete "the package includes ..." with supplier and recipient of the last transfer told by the same noun."""
    last: dict[str, EventMention] = {}
    found: list[EventMention] = []
    for mention in mentions:
        given = {filler.role for filler in mention.arguments}
        earlier = last.get(mention.rule)
        shipped = taxonomy.is_a(mention.kind, TRANSFER) and WEAPON in given and mention.is_noun
        if shipped and earlier is not None:
            taken = tuple(f for f in earlier.arguments if f.role in {SUPPLIER, RECIPIENT} and f.role not in given)
            mention = replace(mention, arguments=(*mention.arguments, *taken))
        if {filler.role for filler in mention.arguments} & {SUPPLIER, RECIPIENT}:
            last[mention.rule] = mention
        found.append(mention)
    return found


def _linked(mentions: Sequence[EventMention], taxonomy: Taxonomy) -> list[tuple[EventMention, ...]]:
    """Join mentions that syntax itself identifies ("an attack that struck"), in order of the text."""
    group_of = {mention.trigger.start: mention.trigger.start for mention in mentions}

    def root(token: int) -> int:
        while group_of[token] != token:
            token = group_of[token]
        return token

    kinds = {mention.trigger.start: mention.kind for mention in mentions}
    for mention in mentions:
        for link in mention.links:
            if link in kinds and (taxonomy.is_a(kinds[link], mention.kind) or taxonomy.is_a(mention.kind, kinds[link])):
                low, high = sorted((root(mention.trigger.start), root(link)))
                group_of[high] = low
    groups: dict[tuple[int, int], list[EventMention]] = {}
    seen: dict[int, int] = {}
    for mention in mentions:
        # Several mentions of one token (a transfer of several weapons) are several events.
        seen[mention.trigger.start] = seen.get(mention.trigger.start, -1) + 1
        groups.setdefault((root(mention.trigger.start), seen[mention.trigger.start]), []).append(mention)
    return [tuple(group) for group in groups.values()]

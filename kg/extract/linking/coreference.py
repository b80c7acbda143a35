"""Event coreference inside a document: which mentions tell of one and the same event.

Mentions that name enough participants found events; the others ("the call", "the conversation with Putin") join the
event that fits them best, or are left out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract.gate import LEARNT, Gate
from kg.extract.linking.events import in_one_line
from kg.extract.linking.syntax import linked
from kg.extract.participants.peoples import side_of
from kg.knowledge.taxonomy import Taxonomy
from kg.records import Fate, Outcome, Term
from kg.sameness.chain_index import ChainIndex
from kg.sameness.chains import PARTY, Chain, counts_of, entities_of, is_series, kind_of, triggers_of
from kg.sameness.common_ground import territories
from kg.sameness.document import (
    ATTACK,
    ATTACKER,
    CONVERSATION,
    NEAR,
    NOTHING_IN_COMMON,
    ONE_OF_SEVERAL,
    RECIPIENT,
    SUPPLIER,
    TARGET,
    TRANSFER,
    WEAPON,
    Sameness,
)
from kg.sameness.newness import MEETING
from kg.sameness.support import Extent
from kg.sameness.times import is_recap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.extract.gate import Verdict
    from kg.records import Entity, EventMention, MentionArgument, Span

ACTORS = {ATTACK: ATTACKER, TRANSFER: SUPPLIER}
LEAD = 1000
"""Characters behind a headline in which its article tells of the same event."""
PARTICIPANT, PLACE, ACTOR, TWO = Term("participant"), Term("place"), Term("actor"), 2


@dataclass(frozen=True, slots=True)
class Linker:
    """Decides which mentions tell of one event, and which the gate leaves out."""

    entities: tuple[Entity, ...]
    taxonomy: Taxonomy
    gate: Gate
    sameness: Sameness
    headlines: tuple[Span, ...] = ()

    def group(self, mentions: Sequence[EventMention]) -> tuple[list[tuple[EventMention, ...]], list[EventMention]]:
        """Return the mentions in groups, one for each event, in order of first mention, and those left out.

        Each mention has its fate then, all but the number of its event.
        """
        groups = self._completed(linked(_inherit(self._between_sides(mentions), self.taxonomy), self.taxonomy))
        verdicts = [(Chain(group), self.gate.judge(group)) for group in groups]
        founders = [(group, verdict) for group, verdict in verdicts if verdict.passes]
        founders.sort(key=lambda f: self._rank(*f))
        chains = ChainIndex(self.taxonomy, self.sameness.facts)
        dropped = [*self._founded(founders, chains), *self._referred(verdicts, chains)]
        found = [tuple(sorted(event, key=lambda mention: mention.trigger.start)) for event in chains.events]
        return sorted(found, key=lambda event: event[0].trigger.start), dropped

    def _founded(self, founders: Sequence[tuple[Chain, Verdict]], chains: ChainIndex) -> Iterator[EventMention]:
        """Let mentions that tell enough begin an event or join one; yield those that tell only of several."""
        for group, verdict in founders:
            extent = Extent.WHOLE if verdict.complete else Extent.PART
            home = self._home(group, chains, extent=extent)
            if home is None and verdict.complete and self._is_told_again(group):
                home = self._home(group, chains, extent=Extent.PART)
            if home is None and self._is_headline(group):
                home = self._home(group, chains, extent=Extent.HEADLINE)
            if home is not None:
                fitted = self.sameness.fitted(group, chains.events[home])
                fate = Fate(Outcome.JOINED, "tells of an event that another mention tells")
                chains.extend(home, _with_fate(fitted, fate))
            elif self._is_background(group, chains, extent):
                fate = Fate(Outcome.DROPPED, "tells of several attacks by a force of which another mention tells one")
                yield from _with_fate(group, fate)
            else:
                because = "; ".join(filter(None, (verdict.because, self._why_apart(group, chains, extent))))
                aimed = None if verdict.complete else self._only_target(group, chains.events)
                chains.found(_with_fate(_aimed(group, aimed), Fate(Outcome.KEPT, because)))

    def _referred(self, verdicts: Iterable[tuple[Chain, Verdict]], chains: ChainIndex) -> Iterator[EventMention]:
        """Let mentions that tell too little join the event that they refer to; yield those that refer to none."""
        for group, verdict in verdicts:
            if verdict.passes:
                continue
            extent = Extent.HEADLINE if self._is_headline(group) else Extent.REFERENCE
            home = self._home(group, chains, extent=extent) if self.gate.may_refer(group) else None
            if home is not None:
                fitted = self.sameness.fitted(group, chains.events[home])
                fate = Fate(Outcome.JOINED, "refers to an event that another mention tells")
                chains.extend(home, _with_fate(map(_without_parties, fitted), fate))
            elif target := self._only_target(group, chains.events):
                fate = Fate(Outcome.KEPT, "aims at the only one that its attacker attacks")
                chains.found(_with_fate(_aimed(group, target), fate))
            else:
                yield from _with_fate(group, Fate(Outcome.DROPPED, verdict.because))

    def _rank(self, group: Chain, verdict: Verdict) -> tuple[bool, ...]:
        """Return by what those come first that others may join: one, told by the article, in full, of some kind."""
        return is_series(group), self._is_headline(group), not verdict.complete, self.sameness.is_general(group)

    def _is_told_again(self, group: Chain) -> bool:
        """Say whether a noun takes up what somebody did before, and leaves out who: "[His arrest] drew protests"."""
        acting = self.sameness.facts(group).identity.each
        noun = all(mention.is_noun and not mention.indefinite and not mention.several for mention in group)
        return noun and ACTOR in acting and not any(a.role == ACTOR for mention in group for a in mention.arguments)

    def _is_headline(self, group: Chain) -> bool:
        """Say whether mentions stand in a headline, which leaves out what its article goes on to tell."""
        return in_one_line(self.headlines, group[0].trigger.start, group[-1].trigger.start)

    def _between_sides(self, mentions: Sequence[EventMention]) -> Iterator[EventMention]:
        """Give a meeting "between their teams" the sides of the first conversation that the article tells of before."""
        sides: tuple[MentionArgument, ...] = ()
        for mention in mentions:
            if mention.again and sides:
                mention = replace(mention, arguments=(*mention.arguments, *sides))
            elif not sides and self.taxonomy.is_a(mention.kind, CONVERSATION) and self.gate.finds_complete([mention]):
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
        used: list[tuple[EventMention, ...]] = []
        parts: defaultdict[Span, list[tuple[EventMention, ...]]] = defaultdict(list)
        for group in groups:
            if self._actor(group) is not None:
                parts[group[0].sentence].append(group)
        several = {sentence: told for sentence, told in parts.items() if len(told) > 1}
        parts_of = {s: [one for one in told if not self.gate.finds_complete(one)] for s, told in several.items()}
        for group in groups:
            near = parts_of.get(group[0].sentence, ())
            partner = next((other for other in near if group in near and self._completes(other, group)), ())
            acts = bool(entities_of(group, *ACTORS.values()))
            used += [partner] if partner and acts else []
            found.append((*group, *partner) if acts else group)
        return [group for group in found if group not in used]

    def _completes(self, part: tuple[EventMention, ...], group: tuple[EventMention, ...]) -> bool:
        return (
            part is not group
            and self._actor(part) == self._actor(group)
            and bool(weapons := entities_of(group, WEAPON))
            and weapons == entities_of(part, WEAPON)
            and self.gate.finds_complete((*group, *part))
        )

    def _actor(self, group: Sequence[EventMention]) -> Term | None:
        """The role of who acts in events of this class, None where the class has no one such role."""
        kind = kind_of(group, self.taxonomy)
        return next((role for other, role in ACTORS.items() if self.taxonomy.is_a(kind, other)), None)

    def _home(self, group: Chain, chains: ChainIndex, *, extent: Extent) -> int | None:
        """Return the event that the mentions belong to: of several that fit the nearest before them, else behind.

        "The meeting" is one that was told as a meeting, where there is one, and no talk at it.
        """
        if not self.sameness.may_join(group, extent):
            return None
        # "the call" without a name points back; with one ("the call with Macron") it may open the article.
        back = not any(mention.arguments for mention in group) and not self.sameness.counts_victims(group)
        here, fits, might = group[0].trigger.start, False, []
        for number in self._candidates(group, chains, extent):
            event = chains.events[number]
            reason = self.sameness.parted(group, event, extent)
            if not reason and (not back or event[0].trigger.start < here):
                return number
            fits = fits or not reason
            if reason == NOTHING_IN_COMMON:
                might.append(number)
        # "Blasts were heard across the city": of what was told before, where that can be one thing only.
        possible = [number for number in might if self.sameness.points_back(group, chains.events[number])]
        if fits or len(possible) != 1 or (back and chains.events[possible[0]][0].trigger.start >= here):
            return None
        return possible[0]

    def _is_background(self, group: Chain, chains: ChainIndex, extent: Extent) -> bool:
        """Say whether mentions tell only of several attacks ("amid strikes"), of which the article tells one."""
        found = self._candidates(group, chains, extent) if is_series(group) else ()
        return any(self.sameness.parted(group, chains.events[one], extent) == ONE_OF_SEVERAL for one in found)

    def _candidates(self, group: Chain, chains: ChainIndex, extent: Extent) -> list[int]:
        """Return the events that mentions may be of, those first that they are rather of."""
        kind, here = self.sameness.facts(group).kind, group[0].trigger.start
        of_meeting, dated = self.taxonomy.is_a(kind, MEETING), any(mention.date is not None for mention in group)
        found, identity = chains.alike(group), self.sameness.facts(group).identity
        if identity.thing and counts_of(group):
            found &= chains.of_amount(group)  # ten tanks and twelve tanks are two consignments
        if extent is Extent.HEADLINE:
            found = {number for number in found if abs(chains.events[number][0].trigger.start - here) <= LEAD}
        elif extent is Extent.PART:
            found &= chains.near(group, 0 if self.sameness.counts_victims(group) else NEAR)
        elif extent is Extent.REFERENCE:
            found -= chains.counting_others(group)

        def rank(number: int) -> tuple[bool, bool, bool, int, int]:
            event = chains.events[number]
            triggers = triggers_of(event)
            before = bisect_right(triggers, here)
            return (
                of_meeting and not self.taxonomy.is_a(kind_of(event, self.taxonomy), MEETING),
                # What has no date is news, and goes to a recap of a month or a year only where there is nothing else.
                not dated and is_recap(event),
                not before,
                here - triggers[before - 1] if before else triggers[0] - here,
                number,
            )

        return sorted(found, key=rank)

    def _why_apart(self, group: Chain, chains: ChainIndex, extent: Extent) -> str:
        """Return what parts mentions that begin an event from the one of their class that is told next before."""
        nearest = chains.last_before(group)
        if nearest is None:
            return ""
        return f"not the event at {nearest[0].trigger.start}: {self.sameness.parted(group, nearest, extent)}"

    def _only_target(self, group: Sequence[EventMention], events: Sequence[Chain]) -> MentionArgument | None:
        """Return what an attacker must have aimed at who in this document attacks one country only, and names it."""
        if (
            not self.taxonomy.is_a(kind_of(group, self.taxonomy), ATTACK)
            or any(TARGET in mention.seen for mention in group)
            or any(filler.role == TARGET for mention in group for filler in mention.arguments)
            or not entities_of(group, WEAPON)
            or not entities_of(group, ATTACKER)
        ):
            return None
        attackers = territories(entities_of(group, ATTACKER), self.entities)
        targets = [
            filler
            for event in events
            if territories(entities_of(event, ATTACKER), self.entities) & attackers
            for mention in event
            for filler in mention.arguments
            if filler.role == TARGET and filler.entity is not None
        ]
        countries = territories((filler.entity for filler in targets if filler.entity is not None), self.entities)
        whole = [f for f in targets if f.entity is not None and self.entities[f.entity].reference in countries]
        return whole[0] if len(countries) == 1 and whole else None


def _without_parties(mention: EventMention) -> EventMention:
    """Take from a mention that the network alone has read, and not surely, whoever it would add to the event."""
    if mention.rule != LEARNT:
        return mention
    return replace(mention, arguments=tuple(filler for filler in mention.arguments if filler.role == PLACE))


def _with_fate(group: Iterable[EventMention], fate: Fate) -> list[EventMention]:
    return [replace(mention, fate=fate) for mention in group]


def _aimed(group: Iterable[EventMention], target: MentionArgument | None) -> Iterable[EventMention]:
    return group if target is None else [replace(m, arguments=(*m.arguments, target)) for m in group]


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

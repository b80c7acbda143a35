"""The gate: which event mentions tell enough, and surely enough, to go into the graph; every no has its reason."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract.attribution.telling import is_one_side
from kg.knowledge.gate import GateTable, Precision
from kg.knowledge.taxonomy import Taxonomy
from kg.knowledge.words import Words
from kg.records import Factuality, Term
from kg.sameness.chains import is_general, kind_of, statuses_of
from kg.sameness.times import is_recap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.records import Entity, EventMention, MentionArgument

TARGET, CASUALTIES = Term("target"), frozenset({Term("Killed"), Term("Injured")})
LEARNT, ATTACK = "learnt", Term("Attack")
"""The rule of what no lexical entry but the network alone has read."""
DATE, DELIVERED, RECIPIENT = Term("date"), Term("Delivered"), Term("recipient")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether mentions of one event go in, by themselves, and why; `complete` where they name all that is needed."""

    passes: bool
    because: str
    complete: bool = False


@dataclass(frozen=True, slots=True)
class Gate:
    """What mentions are judged by; `any_weapon` are the IRIs of weapons of no particular kind.

    `is_read` says that a learnt reader has read the document too: what it passes over has no sense by itself.
    """

    entities: tuple[Entity, ...]
    taxonomy: Taxonomy
    words: Words
    table: GateTable
    any_weapon: frozenset[str]
    is_read: bool
    precision: Precision = Precision.BALANCED

    def judge(self, group: Sequence[EventMention]) -> Verdict:
        """Return whether mentions that tell of one event pass together."""
        kind = kind_of(group, self.taxonomy)
        general = is_general(group, self.entities, self.any_weapon)
        if general and all(m.is_noun for m in group) and statuses_of(group) == {DELIVERED}:
            return Verdict(False, "weapons of no kind, and no word that they were delivered")
        named = self._named(group)
        missing = self._missing(group, kind, named)
        if general and missing and all(a.role != RECIPIENT for mention in group for a in mention.arguments):
            return Verdict(False, "weapons of no kind, and nobody who gets them")
        read_by_frame = any(mention.rule != LEARNT for mention in group)
        if not missing and read_by_frame:
            return Verdict(True, f"names all that {kind} needs", complete=True)
        if read_by_frame and self.table.tells_enough(kind, named | _counted(group), self.taxonomy):
            return Verdict(True, f"names what is enough for {kind}")
        if any(self._tells_in_full(mention, kind) for mention in group):
            return Verdict(True, f"tells what is enough for {kind}")
        seen = not self._tells_something(group, kind)
        if seen and (self._is_of_any(group, kind) or not self._tells_something(group, kind, seen=True)):
            return Verdict(False, f"lacks {missing or 'a role that counts'}, and tells nothing else of its event")
        hit = read_by_frame and any(a.role == TARGET for m in group for a in m.arguments)
        ahead = any(mention.factuality is Factuality.PLANNED for mention in group)  # "will start next year"
        if missing and not hit and not ahead and all(m.is_noun for m in group) and is_recap(group):
            # "since the invasion in February 2022" counts time from it, and does not tell it.
            return Verdict(False, f"lacks {missing}, of an event of a month or a year ago")
        score = self.score(group)
        verb = not read_by_frame and not any(mention.is_noun for mention in group)
        agreed = any(len(mention.readers) > 1 for mention in group)
        seen = seen and self.is_read
        least = self.table.least_score(kind, self.taxonomy, self.precision, seen=seen, verb=verb, agreed=agreed)
        if score >= least:
            return Verdict(True, f"sense {score:.2f}, at least {least:.2f}", complete=not missing)
        lacks = f"lacks {missing}, and " if missing else ""
        if self.is_read and all(mention.score is None for mention in group):
            return Verdict(False, f"{lacks}the network takes the word for no event")
        return Verdict(False, f"{lacks}its sense is not sure: {score:.2f}, below {least:.2f}")

    def finds_complete(self, group: Sequence[EventMention]) -> bool:
        """Say whether mentions of one event pass and name all that it needs: `judge` goes on where they do not."""
        lacking = self._missing(group, kind_of(group, self.taxonomy), self._named(group))
        return not lacking and self.judge(group).complete

    def score(self, group: Sequence[EventMention]) -> float:
        """Return how sure it is that the triggers have the sense of the class (0..1): the surest of the mentions.

        A learnt reader says so; where none has read the document, the share of right readings of the lexical entry.
        """
        shares = {} if self.is_read else self.table.senses
        return max(m.score if m.score is not None else shares.get(Term(m.rule), 0.0) for m in group)

    def names(self, argument: MentionArgument) -> bool:
        """Say whether the event names who fills a role: surely enough where another clause could have him as well."""
        return not argument.contested or (argument.score or 0.0) >= self.table.named[self.precision]

    def may_refer(self, group: Sequence[EventMention]) -> bool:
        """Say whether mentions that tell too little by themselves may refer to an event that others tell.

        What a learnt reader alone takes for a trigger, and so faintly that no precision lets it in, refers to none.
        """
        kind = kind_of(group, self.taxonomy)
        least = self.table.least_score(kind, self.taxonomy, Precision.RECALL)
        return any(mention.rule != LEARNT for mention in group) or self.score(group) >= least

    def _missing(self, group: Sequence[EventMention], kind: Term, roles: frozenset[Term]) -> str:
        """Return what the class needs beside the named `roles`, in words; "" where nothing is missing."""
        arguments = [argument for mention in group for argument in mention.arguments]
        waived = frozenset[Term]().union(*(self.taxonomy.goes_without.get(v, frozenset()) for v in statuses_of(group)))
        lacking = self.taxonomy.inherited_needs(kind) - waived - roles
        if lacking:
            return f"a named {' and '.join(sorted(lacking))}"
        parties = {argument.party for argument in arguments if self.taxonomy.is_party(argument.role, kind)} - {None}
        enough = self.taxonomy.inherited_parties(kind) - len(waived)
        if len(parties) < enough:
            return f"{enough - len(parties)} more named parties"
        return "the other side" if is_one_side(arguments, self.words) else ""

    def _named(self, group: Sequence[EventMention]) -> frozenset[Term]:
        """Return the roles, with those above them, in which the mentions name somebody."""
        named = {a.role for mention in group for a in mention.arguments if a.party is not None}
        return frozenset([broader for role in named for broader in self.taxonomy.lines(role)])

    def _tells_in_full(self, mention: EventMention, kind: Term) -> bool:
        """Say whether a verb of the lexicon tells who did it to whom, and whose or where: "gunmen shot two in Lome".

        Of an attack it tells how many it hurt.
        """
        told = frozenset(argument.role for argument in mention.arguments if self._counts(argument, mention))
        counts = bool(_counted((mention,))) or not self.taxonomy.is_a(kind, ATTACK)
        own = replace(mention, arguments=_of_one_role(mention.arguments))
        tells = mention.rule != LEARNT and not mention.is_noun and counts
        return tells and self.table.tells_in_full(kind, told, self._named((own,)), self.taxonomy)

    def _tells_something(self, group: Sequence[EventMention], kind: Term, *, seen: bool = False) -> bool:
        """Say whether the mentions fill a role or count something without which nothing is told of the event.

        With `seen` a role is filled where the network sees words in it, if they name and describe nobody: "they".
        """
        roles = {argument.role for m in group for argument in m.arguments if self._counts(argument, m)}
        roles |= {role for mention in group for role in mention.seen} if seen else set()
        filled = {broader for role in roles for broader in self.taxonomy.lines(role)}
        filled |= {figure.measure for mention in group for figure in mention.figures}
        always, one_of = self.table.needs_always(kind, self.taxonomy), self.table.needs_one_of(kind, self.taxonomy)
        otherwise = self.table.needs_else(kind, self.taxonomy)
        filled |= {DATE} if any(mention.date for mention in group) else set()
        if self._is_sure(group, kind):
            one_of |= self.table.needs_surely(kind, self.taxonomy)
        return filled >= always and (not filled.isdisjoint(one_of) or (bool(otherwise) and filled >= otherwise))

    def _counts(self, argument: MentionArgument, mention: EventMention) -> bool:
        """Say whether an argument is sure enough to be what a mention tells: the network takes buyers for sellers."""
        least = self.table.roles.get(argument.role)
        if least is None or argument.score is None:
            return True
        return mention.rule != LEARNT and argument.score >= least

    def _is_of_any(self, group: Sequence[EventMention], kind: Term) -> bool:
        """Say whether attacks are told of in general, as what happens: "a cycle of attacks" is none of them."""
        general = all(mention.several and mention.factuality is Factuality.ASSERTED for mention in group)
        return general and bool(self.taxonomy.identity(kind).force)

    def _is_sure(self, group: Sequence[EventMention], kind: Term) -> bool:
        """Say whether definite nouns tell of what happened, in a sense that is as sure as high precision asks.

        "The Russian invasion" was; "Russian strikes" tell of none, nor "a new offensive" that somebody may prepare. Of
        words that it knows the lexicon says what they need: who condemns "the airstrikes" of a country tells none.
        """
        sure = all(m.rule == LEARNT and m.is_noun and m.definite for m in group)
        sure = sure and all(m.factuality == Factuality.ASSERTED for m in group)
        return sure and self.score(group) >= self.table.least_score(kind, self.taxonomy, Precision.HIGH)


def _counted(group: Sequence[EventMention]) -> frozenset[Term]:
    """Return the role of those whom an attack hurt where a figure counts them, which tells as much as their name."""
    hurt = any(figure.measure in CASUALTIES for mention in group for figure in mention.figures)
    return frozenset({TARGET}) if hurt else frozenset()


def _of_one_role(arguments: Sequence[MentionArgument]) -> tuple[MentionArgument, ...]:
    """Return the arguments whose party has no other role in the mention: who "stood with his bags" backs nobody."""
    roles = Counter(party for party, _ in {(argument.party, argument.role) for argument in arguments})
    return tuple(argument for argument in arguments if roles[argument.party] == 1)

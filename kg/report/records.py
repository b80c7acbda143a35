"""What a report tells, as plain data in the order in which it is told; words are ready for people to read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

OUTCOMES: Final = ("happened", "moved", "since", "not", "open", "ahead", "undated")
"""It took place; one is told for another day; one is told since, of a plan without a day; it did not; its day has
passed and nothing is told; its day is ahead; it has no day, and nothing is told."""


@dataclass(frozen=True, slots=True)
class Source:
    """The words of one document; `before`, `trigger` and `after` are the quotation around the word that tells.

    `otherwise` is how these words present the event (as planned, say) where it is told otherwise; else it is empty.
    """

    outlet: str
    document: str
    title: str
    date: str
    url: str
    otherwise: str
    before: str
    trigger: str
    after: str

    @property
    def quote(self) -> str:
        """The whole quotation."""
        return self.before + self.trigger + self.after


@dataclass(frozen=True, slots=True)
class Line:
    """An event in a sentence; `date` is ISO 8601, empty where unknown, `claimants` are who is said to say so."""

    iri: str
    kind: str
    family: str
    date: str
    text: str
    factuality: str
    claimants: tuple[str, ...]
    sources: tuple[Source, ...]

    @property
    def outlets(self) -> int:
        """How many outlets tell it."""
        return len({source.outlet for source in self.sources})


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody with the number of events of each family in which they act, and the first and last day of these."""

    name: str
    kind: str
    events: int
    families: tuple[tuple[str, int], ...]
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two who spoke with one another, with the days (ISO 8601, sorted) and the kinds of their conversations."""

    one: str
    other: str
    days: tuple[tuple[str, str], ...]
    conversations: int
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Supply:
    """A transfer of the arms ledger: who to whom, what, how much, and how far it has got."""

    supplier: str
    recipient: str
    weapon: str
    status: str
    label: str
    amount: str
    line: Line


@dataclass(frozen=True, slots=True)
class Claim:
    """A number as some give it: at least `least` and at most `most`, None where that end is open."""

    amount: str
    least: int | None
    most: int | None
    claimants: tuple[str, ...]
    sources: tuple[Source, ...]

    @property
    def who(self) -> str:
        """Who gives it: who is said to claim it, else the outlets."""
        names = self.claimants or tuple(dict.fromkeys(source.outlet for source in self.sources))
        return ", ".join(names)


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What is counted of one event, with every number given for it, the lowest first."""

    line: Line
    measure: str
    counted: str
    where: str
    date: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """What some say of a matter on which others say something else."""

    says: str
    who: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Matter:
    """What sources differ on (killed, say; empty where it is the whole event), and what each side says of it."""

    what: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """An event of which sources tell different things."""

    about: str
    date: str
    matters: tuple[Matter, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """The words in which one document reports a conversation, and what it alone tells of those who took part."""

    source: Source
    only: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Encounter:
    """A conversation that several documents report: what at least two of them tell besides, and each one's account."""

    line: Line
    both: tuple[Line, ...]
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What was planned and what became of it: a word of `OUTCOMES`, with the event that tells it."""

    line: Line
    outcome: str
    after: Line | None


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet with how many documents it has, how many events it tells, and how many of these nobody else tells.

    A document that names no outlet stands for itself by its title, and is not `named`.
    """

    name: str
    named: bool
    documents: int
    events: int
    alone: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of the collection; `date` and `url` are empty where unknown."""

    identifier: str
    title: str
    outlet: str
    date: str
    url: str
    events: int


@dataclass(frozen=True, slots=True)
class Brief:
    """All that a report tells; `families` and `statuses` give the labels of those that it has.

    `days` counts the events of each family by ISO day, `talks` those of each class in which people speak.
    """

    title: str
    first: str
    last: str
    papers: tuple[Paper, ...]
    outlets: tuple[Outlet, ...]
    events: int
    undated: int
    families: tuple[tuple[str, str], ...]
    statuses: tuple[tuple[str, str], ...]
    days: tuple[tuple[str, str, int], ...]
    talks: tuple[tuple[str, str, int], ...]
    headlines: tuple[Line, ...]
    actors: tuple[Actor, ...]
    pairs: tuple[Pair, ...]
    supplies: tuple[Supply, ...]
    reckonings: tuple[Reckoning, ...]
    disputes: tuple[Dispute, ...]
    encounters: tuple[Encounter, ...]
    claims: tuple[Line, ...]
    plans: tuple[Plan, ...]

    @property
    def differing(self) -> int:
        """On how many matters the sources differ."""
        return sum(len(dispute.matters) for dispute in self.disputes)

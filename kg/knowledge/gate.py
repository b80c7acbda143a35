"""What an event mention must have before it is told: ontology/gate.ttl, and the word senses of en/senses.ttl."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeVar

from kg.knowledge.files import facts
from kg.knowledge.namespaces import KG
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.knowledge.files import Sources
    from kg.knowledge.taxonomy import Taxonomy


FILES = ("gate.ttl", "en/senses.ttl")
EVENT = Term("Event")
NONE: Final = frozenset[Term]()
S = TypeVar("S")
T = TypeVar("T")


class Precision(StrEnum):
    """How sure the gate must be of a sense: the rarer the error, the fewer events it lets through."""

    HIGH = "high"
    BALANCED = "balanced"
    RECALL = "recall"


@dataclass(frozen=True, slots=True)
class GateTable:
    """`one_of` the roles and measures of which an event of a class needs one, `always` those that it needs each.

    `enough` are the roles that say by themselves that a word of the lexicon tells its event, who fills them named;
    `told` those that do so of a verb, who fills them described at least, where one of `fixed` is named;
    `otherwise` those that serve together in place of `one_of`, and `surely` any of which does where the sense is as
    sure as high precision asks.

    `scores` give the least score of a class by precision, `seen` that of a mention with words in its roles that name
    and describe nobody, `verbs` that of a verb which no entry has, `named` that of an argument which another clause of
    its sentence could have, if it is to be named, `roles` that of an argument in a role which no frame gives, if it is
    to count, `senses` the share of what an entry tells that is right, by the local name of the entry, `silent` that of
    what it tells where a learnt reader sees nothing, and `least_silent` what that must be; `agreement` is by
    how much less sure two readers who agree may be. What a class does not say is said by the nearest class above it.
    """

    one_of: Mapping[Term, frozenset[Term]]
    always: Mapping[Term, frozenset[Term]]
    enough: Mapping[Term, frozenset[Term]]
    told: Mapping[Term, frozenset[Term]]
    fixed: Mapping[Term, frozenset[Term]]
    otherwise: Mapping[Term, frozenset[Term]]
    surely: Mapping[Term, frozenset[Term]]
    scores: Mapping[Precision, Mapping[Term, float]]
    seen: Mapping[Precision, Mapping[Term, float]]
    verbs: Mapping[Precision, Mapping[Term, float]]
    named: Mapping[Precision, float]
    roles: Mapping[Term, float]
    senses: Mapping[Term, float]
    silent: Mapping[Term, float]
    least_silent: Mapping[Term, float]
    agreement: Mapping[Term, float]

    def is_silenced(self, rule: Term, kind: Term, taxonomy: Taxonomy) -> bool:
        """Say whether an entry that a learnt reader does not bear out tells no event of the class by itself."""
        return self.silent.get(rule, 1.0) < _nearest(self.least_silent, taxonomy.lines(kind), 0.0)

    def needs_one_of(self, kind: Term, taxonomy: Taxonomy) -> frozenset[Term]:
        """Return the roles and measures of which a mention of the class must have one."""
        return _nearest(self.one_of, taxonomy.lines(kind), NONE)

    def needs_always(self, kind: Term, taxonomy: Taxonomy) -> frozenset[Term]:
        """Return the roles each of which a mention of the class must have."""
        return _nearest(self.always, taxonomy.lines(kind), NONE)

    def tells_enough(self, kind: Term, named: frozenset[Term], taxonomy: Taxonomy) -> bool:
        """Say whether those who are named in these roles are enough for an event of the class."""
        roles = _nearest(self.enough, taxonomy.lines(kind), None)
        return roles is not None and roles <= named

    def tells_in_full(self, kind: Term, told: frozenset[Term], named: frozenset[Term], taxonomy: Taxonomy) -> bool:
        """Say whether those told of in some roles, and somebody named in one of others, are enough for an event."""
        lines = taxonomy.lines(kind)
        roles = _nearest(self.told, lines, None)
        return roles is not None and roles <= told and not _nearest(self.fixed, lines, NONE).isdisjoint(named)

    def needs_else(self, kind: Term, taxonomy: Taxonomy) -> frozenset[Term]:
        """Return the roles, a date among them, that serve together where none of the others is told; or none."""
        return _nearest(self.otherwise, taxonomy.lines(kind), NONE)

    def needs_surely(self, kind: Term, taxonomy: Taxonomy) -> frozenset[Term]:
        """Return the roles of which one serves where the sense is as sure as high precision asks; or none."""
        return _nearest(self.surely, taxonomy.lines(kind), NONE)

    def least_score(
        self,
        kind: Term,
        taxonomy: Taxonomy,
        precision: Precision,
        *,
        seen: bool = False,
        verb: bool = False,
        agreed: bool = False,
    ) -> float:
        """Return the least score (0..1) with which a mention is taken for one of the class; `seen`, `verb` as above.

        Where a word of the lexicon and a learnt reader `agreed` on the class it is less, if there is any up to 1.
        """
        lines = taxonomy.lines(kind)
        tables = [*([self.seen] if seen else []), *([self.verbs] if verb else [])] or [self.scores]
        least = max([_nearest(table[precision], lines, 1.0) for table in tables])
        return least - (_nearest(self.agreement, lines, 0.0) if agreed and least <= 1 else 0.0)


def _nearest(table: Mapping[Term, T], lines: Sequence[Term], otherwise: S) -> T | S:
    """Return what a table says of the first of a class and those above it of which it says anything."""
    for line in lines:
        if line in table:
            return table[line]
    return otherwise


def read_gate(sources: Sources) -> GateTable:
    """Return the table of an ontology; OntologyError where a file is missing."""
    index = facts(sources, *FILES)

    def values(name: str) -> dict[Term, list[str]]:
        found = ((iri, index[iri].get(KG + name)) for iri in index)
        return {Term(iri.rpartition("#")[2]): told for iri, told in found if told is not None}

    def terms(name: str) -> dict[Term, frozenset[Term]]:
        return {k: frozenset(Term(role.removeprefix(KG)) for role in roles) for k, roles in values(name).items()}

    def numbers(name: str) -> dict[Term, float]:
        return {kind: float(found[0]) for kind, found in values(name).items()}

    return GateTable(
        one_of=terms("needsOneOf"),
        always=terms("needsAlways"),
        enough=terms("enough"),
        told=terms("enoughTold"),
        fixed=terms("enoughNamed"),
        otherwise=terms("needsElse"),
        surely=terms("needsSurely"),
        scores={precision: numbers(f"{precision.value}Score") for precision in Precision},
        seen={precision: numbers(f"{precision.value}SeenScore") for precision in Precision},
        verbs={precision: numbers(f"{precision.value}VerbScore") for precision in Precision},
        named={precision: numbers(f"{precision.value}NamedScore")[EVENT] for precision in Precision},
        roles=numbers("roleScore"),
        senses=numbers("senseShare"),
        silent=numbers("silentShare"),
        least_silent=numbers("leastSilentShare"),
        agreement=numbers("agreement"),
    )

"""Who or what fills a role of an event, by name or by description, and the plain data that it becomes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.grammar.tree import Token
from kg.knowledge.lexicon import Function
from kg.records import MentionArgument, Term

if TYPE_CHECKING:
    from kg.extract.participants.descriptions import Description
    from kg.extract.participants.reference import Reference
    from kg.grammar.fillers import Filler
    from kg.knowledge.lexicon import SyntacticArgument

BEHIND_MARKERS = frozenset({Function.OBLIQUE, Function.CLAUSE_OBJECT})


@dataclass(frozen=True, slots=True)
class RoleFiller:
    """Who or what is in a role, with the token that stands in the argument's place and its preposition.

    It has a `reference` where the text names it, else a `description`, perhaps with whom or what that `belongs_to`.
    """

    role: Term
    token: Token
    marker: str = ""
    reference: Reference | None = None
    description: Description | None = None
    belongs_to: int | None = None

    @property
    def entity(self) -> int | None:
        """The index of the named entity, None for a description."""
        return None if self.reference is None else self.reference.entity

    @property
    def key(self) -> tuple[Term, int | None, int]:
        """What makes two of them one: the role with the entity or, without a name, with the head of its words."""
        return self.role, self.entity, -1 if self.reference is not None else self.token.i


def argument_of(filler: RoleFiller, score: float | None = None, *, contested: bool = False) -> MentionArgument:
    """Return a filled role as plain data, with the score that a learnt reader gives it."""
    head, marker, reference, description = filler.token.idx, filler.marker, filler.reference, filler.description
    if reference is not None:
        mention = reference.mention
        entity, kind, rule = reference.entity, mention.kind, mention.rule
        return MentionArgument(filler.role, mention.span, head, entity, kind, rule, marker, None, score, contested)
    assert description is not None  # noqa: S101 (for the type checker: what has no name has a description)
    return description.argument(filler.role, filler.token, filler.belongs_to, marker, score, contested=contested)


def matches(argument: SyntacticArgument, filler: Filler) -> bool:
    """Say whether the filler stands in the argument's function, behind one of its prepositions if it is oblique."""
    same = argument.function is filler.function
    bare = argument.function is Function.CLAUSE_OBJECT and not filler.marker
    return same and (bare or argument.function not in BEHIND_MARKERS or filler.marker in argument.markers)

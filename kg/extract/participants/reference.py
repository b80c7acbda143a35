"""A reference: which entity a token stands for, and by which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.grammar.tree import Token
from kg.records import Mention

if TYPE_CHECKING:
    from kg.records import Span


@dataclass(frozen=True, slots=True)
class Reference:
    """An entity that a token stands for, with the mention and the token at the head of its words."""

    entity: int
    mention: Mention
    token: Token

    @property
    def span(self) -> Span:
        """Where the words are."""
        return self.mention.span

    def covers(self, token: Token) -> bool:
        """Say whether another token is part of the same words."""
        return token.i != self.token.i and self.span.start <= token.idx < self.span.end

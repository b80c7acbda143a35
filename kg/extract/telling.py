"""What one predicate tells of an event, before it is known which of them tell of the same one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.knowledge.prepositions import load_prepositions
from kg.records import MentionKind, Term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.roles import RoleFiller
    from kg.records import Attribute, EventDate, Factuality, Figure, Span

PARTY = (Term("participant"), Term("initiator"))
UNNAMED_SOURCE = Term("unnamedSource")


@dataclass(frozen=True, slots=True)
class EventMention:
    """What one predicate says of an event.

    `token` is its index in the doc, `links` those of other words for the same event; `repeated` are further days on
    which there was another event of the same description ("two rounds of talks, on May 16 and June 2"); `unnamed` says
    that its subject is somebody whom the text does not name, `again` that it is between the sides told of before.
    """

    token: int
    sentence: Span
    kind: Term
    rule: str
    roles: tuple[RoleFiller, ...]
    factuality: Factuality
    is_noun: bool
    definite: bool
    date: EventDate | None = None
    repeated: tuple[EventDate, ...] = ()
    duration: str | None = None
    attributes: tuple[Attribute, ...] = ()
    figures: tuple[Figure, ...] = ()
    according_to: tuple[int, ...] = ()
    topics: tuple[str, ...] = ()
    links: tuple[int, ...] = ()
    unnamed: bool = False
    again: bool = False

    @property
    def is_claimed(self) -> bool:
        """Say whether somebody, named or not, vouches for it in place of the writer."""
        return bool(self.according_to) or any(a.property == UNNAMED_SOURCE for a in self.attributes)

    @property
    def is_of_a_group(self) -> bool:
        """Say whether one noun, "the leaders", stands for all who take part: some of those who were named before."""
        parties = [filler for filler in self.roles if filler.role in PARTY]
        nominal = all(filler.reference.mention.kind is MentionKind.NOMINAL for filler in parties)
        return nominal and len({filler.token.i for filler in parties}) == 1

    def entities(self, *roles: Term) -> frozenset[int]:
        """Return the entities in these roles; in any role, when none is given."""
        return frozenset(f.reference.entity for f in self.roles if not roles or f.role in roles)


def is_one_side(fillers: Sequence[RoleFiller]) -> bool:
    """Say whether all who take part stand behind "with": it is open who "spoke with Macron and Merz"."""
    parties = [filler for filler in fillers if filler.role in PARTY]
    return bool(parties) and all(filler.marker in load_prepositions().comitative for filler in parties)

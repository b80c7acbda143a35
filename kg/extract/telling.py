"""What an event mention says of itself: who takes part, who vouches for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.records import Term
from kg.sameness.told import PARTY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.knowledge.words import Words
    from kg.records import EventMention, MentionArgument

UNNAMED_SOURCE = Term("unnamedSource")


def is_claimed(mention: EventMention) -> bool:
    """Say whether somebody, named or not, vouches for it in place of the writer."""
    return bool(mention.according_to) or any(a.property == UNNAMED_SOURCE for a in mention.attributes)


def is_one_side(arguments: Iterable[MentionArgument], words: Words) -> bool:
    """Say whether all who take part stand behind "with": it is open who "spoke with Macron and Merz"."""
    parties = [argument for argument in arguments if argument.role in PARTY]
    return bool(parties) and all(argument.marker in words.prepositions.comitative for argument in parties)

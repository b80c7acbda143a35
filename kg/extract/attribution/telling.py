"""What an event mention says of itself: who takes part, who vouches for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.records import Term
from kg.sameness.chains import PARTY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.knowledge.taxonomy import Taxonomy
    from kg.knowledge.words import Words
    from kg.records import EventMention, MentionArgument

UNNAMED_SOURCE, ACTOR = Term("unnamedSource"), Term("actor")
ACTS_OF_WORDS = frozenset(Term(act) for act in ("Accusation", "Demand", "Rejection", "Support", "Threat"))
"""What somebody does by saying it."""


def is_claimed(mention: EventMention) -> bool:
    """Say whether somebody, named or not, vouches for it in place of the writer."""
    return bool(mention.according_to) or any(a.property == UNNAMED_SOURCE for a in mention.attributes)


def in_own_words(mention: EventMention, taxonomy: Taxonomy, text: str) -> EventMention:
    """Return the mention without those claimants whose own act it is: who "reiterated its call" makes it.

    Of those without a name, "a group said", the words in the text tell.
    """
    if not taxonomy.is_any_of(mention.kind, ACTS_OF_WORDS):
        return mention
    actors = mention.entities(ACTOR)
    unnamed = {text[a.span.start : a.span.end] for a in mention.arguments if a.role == ACTOR and a.entity is None}
    return replace(
        mention,
        according_to=tuple(source for source in mention.according_to if source not in actors),
        attributes=tuple(a for a in mention.attributes if a.property != UNNAMED_SOURCE or a.value not in unnamed),
    )


def is_one_side(arguments: Iterable[MentionArgument], words: Words) -> bool:
    """Say whether all who take part stand behind "with": it is open who "spoke with Macron and Merz"."""
    parties = [argument for argument in arguments if argument.role in PARTY]
    return bool(parties) and all(argument.marker in words.prepositions.comitative for argument in parties)

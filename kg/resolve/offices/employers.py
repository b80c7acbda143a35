"""Bodies whose an office is, be they known or not: "vice-chairman of Pemex", "Editor X of the daily O Globo"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.records import MentionKind, Term
from kg.resolve.offices.phrases import parse_office

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.resolve.context import Context
    from kg.resolve.found import Found
    from kg.resolve.offices.phrases import Office

ORGANIZATION = Term("Organization")
WORDS_BETWEEN = 3
"""Pieces between "of" and a name: "of the daily O Globo"."""


def bodies_by_start(found: Sequence[Found]) -> dict[int, str]:
    """Return the key of every body that has a name, by the character at which the name begins."""
    named = (item for item in found if item.kind is MentionKind.NAME and item.identity.kind == ORGANIZATION)
    return {item.start: item.identity.key for item in named}


def employer_of(context: Context, office: Office, bodies: Mapping[int, str]) -> tuple[Office, str] | None:
    """Return the office without the name of its body, and the key of that; None where the text names none with it.

    What stands with "of" behind the office or behind its holder's name says whose office it is.
    """
    if office.of is not None or office.counterpart or office.head in context.words.offices.head_of_government:
        return None  # a prime minister of a party is no prime minister of it
    genitive = context.words.prepositions.genitive
    inside = next((at for at in range(office.first + 1, office.last) if context.keys[at] in genitive), None)
    if inside is not None:
        bare = parse_office(context, office.first, inside, needs_end=True)
        key = _body_behind(context, inside, bodies)
        if bare is None or key is None or _tells_field(context, bare, inside):
            return None
        return replace(office, literal=bare.literal), key
    last = max(office.last, office.name.last if office.name else 0)
    key = _body_behind(context, last, bodies) if context.keys[last] in genitive else None
    return (office, key) if key else None


def _tells_field(context: Context, office: Office, preposition: int) -> bool:
    """Whether "of" without an article tells what an office is for, and no body: "Deputy Secretary of Defense"."""
    of_field = office.head.rpartition(" ")[2] in context.words.offices.field_office
    return of_field and context.keys[preposition + 1] not in context.words.joining.determiner


def _body_behind(context: Context, preposition: int, bodies: Mapping[int, str]) -> str | None:
    """Return the body named right behind "of", with no more than a noun for what it is between."""
    for at in range(preposition + 1, min(preposition + 1 + WORDS_BETWEEN, len(context.pieces))):
        if key := bodies.get(context.pieces[at].start):
            return key
        article = context.keys[at] in context.words.joining.determiner
        if not article and (context.pieces[at].is_capital or context.token(at).pos_ not in {"NOUN", "ADJ"}):
            return None
    return None

"""Acronyms that a document explains: "the Federal Emergency Management Agency (FEMA)", or by their letters alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.resolve.found import Found, clean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.resolve.context import Context
    from kg.resolve.found import Identity

#: Shorter acronyms are explained by brackets only: their letters fit too many names.
TELLING = 3
LONGEST = 8


def joined_acronyms(context: Context, found: Sequence[Found]) -> list[Found]:
    """Return what was found, acronyms that only the model knows as the organization that the document explains."""
    full = [item for item in found if item.identity.kind == "Organization" and " " in item_text(context, item)]
    short = {item.identity.key: item for item in found if _is_acronym(context, item)}
    meant: dict[str, Identity] = {}
    for key, item in short.items():
        text = item_text(context, item)
        bracketed = {other.identity.key: other.identity for other in full if _explains(context, other, text)}
        spelled = {other.identity.key: other.identity for other in full if _spells(item_text(context, other), text)}
        fitting = bracketed or (spelled if len(text) >= TELLING else {})
        if len(fitting) == 1:
            meant[key] = next(iter(fitting.values()))
    return [_as(item, meant) for item in found]


def item_text(context: Context, item: Found) -> str:
    """Return the words of the mention on one line."""
    return clean(context.document.text[item.start : item.end])


def _is_acronym(context: Context, item: Found) -> bool:
    text = item_text(context, item)
    known = item.identity.reference is not None or item.identity.kind != "Organization"
    return not known and text.isupper() and text.isalpha() and 1 < len(text) <= LONGEST


def _explains(context: Context, full: Found, acronym: str) -> bool:
    """Whether the acronym stands in brackets right behind the name, and its letters, or the first, are the name's."""
    behind = context.document.text[full.end : full.end + len(acronym) + 3]
    if behind.lstrip() != behind[1:] or not behind.lstrip().startswith(f"({acronym})"):
        return False
    name = item_text(context, full).casefold()
    letters = iter(name)
    ordered = all(letter in letters for letter in acronym.casefold())
    # "Movement for Free Azawad (MLA)" has the letters of another language behind the first.
    return ordered or (len(acronym) >= TELLING and name[0] == acronym[0].casefold())


def _spells(name: str, acronym: str) -> bool:
    """Whether the capitals of the name are the acronym, a country before it left out or not."""
    capitals = [word[0] for word in name.replace("-", " ").split() if word[0].isupper()]
    return "".join(capitals) == acronym


def _as(item: Found, meant: Mapping[str, Identity]) -> Found:
    identity = meant.get(item.identity.key)
    return item if identity is None else replace(item, identity=identity)

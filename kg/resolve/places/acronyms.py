"""Acronyms that a document explains: "the Federal Emergency Management Agency (FEMA)", or by their letters alone."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.resolve.found import Found, clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.resolve.context import Context
    from kg.resolve.found import Identity

#: Shorter acronyms are explained by brackets only: their letters fit too many names.
TELLING = 3
LONGEST = 8
BRACKETED = re.compile(r"\s\(([^\W\d_]+)\)")


def joined_acronyms(context: Context, found: Sequence[Found]) -> list[Found]:
    """Return what was found, acronyms that only the model knows as the organization that the document explains."""
    full = [item for item in found if item.identity.kind == "Organization" and " " in item_text(context, item)]
    short = {item.identity.key: item_text(context, item) for item in found if _is_acronym(context, item)}
    explained = _by_acronym((_explained_by(context, item), item) for item in full)
    spelled = _by_acronym((_capitals_of(item_text(context, item)), item) for item in full)
    meant: dict[str, Identity] = {}
    for key, text in short.items():
        fitting = explained.get(text) or (spelled.get(text, {}) if len(text) >= TELLING else {})
        if len(fitting) == 1:
            meant[key] = next(iter(fitting.values()))
    return [_as(item, meant) for item in found]


def _by_acronym(read: Iterable[tuple[str, Found]]) -> Mapping[str, Mapping[str, Identity]]:
    found: defaultdict[str, dict[str, Identity]] = defaultdict(dict)
    for acronym, item in read:
        found[acronym][item.identity.key] = item.identity
    return found


def item_text(context: Context, item: Found) -> str:
    """Return the words of the mention on one line."""
    return clean(context.document.text[item.start : item.end])


def _is_acronym(context: Context, item: Found) -> bool:
    text = item_text(context, item)
    known = item.identity.reference is not None or item.identity.kind != "Organization"
    return not known and text.isupper() and text.isalpha() and 1 < len(text) <= LONGEST


def _explained_by(context: Context, full: Found) -> str:
    """Return the acronym in brackets right behind the name, whose letters, or the first, are the name's; else ""."""
    bracketed = BRACKETED.match(context.document.text, full.end)
    if bracketed is None:
        return ""
    name, acronym = item_text(context, full).casefold(), bracketed[1]
    letters = iter(name)
    ordered = all(letter in letters for letter in acronym.casefold())
    # "Movement for Free Azawad (MLA)" has the letters of another language behind the first.
    return acronym if ordered or (len(acronym) >= TELLING and name[0] == acronym[0].casefold()) else ""


def _capitals_of(name: str) -> str:
    """Return the capitals that the words of a name begin with."""
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())


def _as(item: Found, meant: Mapping[str, Identity]) -> Found:
    identity = meant.get(item.identity.key)
    return item if identity is None else replace(item, identity=identity)

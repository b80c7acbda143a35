"""The terms of the ontology that a query names, and those that it can not mean."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kg.knowledge.taxonomy import Taxonomy

_TERM: Final = re.compile(r"(?<![\w:<])kg:([A-Za-z]\w*)")


def unknown_terms(text: str, taxonomy: Taxonomy) -> tuple[str, ...]:
    """Return a line for each kg: term of a query that the ontology does not have, with the closest that it has."""
    known = {str(term): term for term in taxonomy.labels}
    folded = {term.casefold(): term for term in known}
    lines: list[str] = []
    for name in dict.fromkeys(_TERM.findall(text)):
        if name in known:
            continue
        close = [folded[each] for each in get_close_matches(name.casefold(), folded, n=2, cutoff=0.6)]
        hint = f": did you mean {' or '.join(f'kg:{each}' for each in close)}?" if close else ""
        lines.append(f"kg:{name} is no term of the ontology{hint}")
    return tuple(lines)

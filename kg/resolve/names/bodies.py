"""Names that only bodies have, whatever a model takes them for: "the work of Boko Haram"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.records import Term
from kg.resolve.matching.gazetteer import Use

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.resolve.context import Context
    from kg.resolve.names.spans import Name

BODY = Term("Organization")


def without_bodies(context: Context, names: Iterable[Name]) -> Iterator[Name]:
    """Yield the names that are not, as a whole, what the reference data calls bodies and nothing else."""
    for name in names:
        match = context.match_of[name.first]
        whole = match is not None and match.first == name.first and match.last >= name.last
        readings = match.readings if match is not None and whole else ()
        bodies = all(r.resource.kind == BODY and r.use is Use.LABEL and not r.ambiguous for r in readings)
        if not readings or not bodies:
            yield name

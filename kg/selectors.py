"""How a decision says what it means in the articles, whose names and characters stay when a graph is built anew.

A selector is the IRI of a reference resource, a name ("Mike Johnson"), a name in one document ("DOC#Mike Johnson"),
the characters of a mention or of the evidence of events ("DOC@120-168"), those of events of one class
("DOC@120-168#Call"), those in which what other characters name takes part ("DOC@120-168#Transfer@150-158"), or several
of these joined by " | ".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kg.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

_OR: Final = " | "
_PLACE: Final = re.compile(r"(.+?)@(\d+)-(\d+)(?:#(\w+)(?:@(\d+)-(\d+))?)?", re.DOTALL)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Characters of a document; for events the class of those wanted, and where one of their parties is named."""

    document: str
    span: Span
    kind: str | None = None
    party: Span | None = None

    def __str__(self) -> str:
        """Return the selector of the place."""
        kind = f"#{self.kind}" if self.kind else ""
        party = f"@{self.party.start}-{self.party.end}" if self.party else ""
        return f"{self.document}@{self.span.start}-{self.span.end}{kind}{party}"


def place_of(selector: str) -> Place | None:
    """Return the place that one selector names, None where it names no characters."""
    found = _PLACE.fullmatch(selector)
    if found is None:
        return None
    party = Span(int(found[5]), int(found[6])) if found[5] else None
    return Place(found[1], Span(int(found[2]), int(found[3])), found[4], party)


def name_in(document: str, name: str) -> str:
    """Return the selector of a name in one document."""
    return f"{document}#{name}"


def document_and_name(selector: str) -> tuple[str, str] | None:
    """Return the document and the name that a selector of a name in one document may mean: what the first # parts."""
    document, _, name = selector.partition("#")
    return (document, name) if document and name else None


def parts_of(selector: str) -> tuple[str, ...]:
    """Return the selectors that are joined in one."""
    return tuple(selector.split(_OR))


def any_of(selectors: Iterable[str]) -> str:
    """Return the selector of all that any of some selects."""
    return _OR.join(sorted(selectors))

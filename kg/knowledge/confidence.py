"""How far a reading can be trusted: what ontology/confidence.ttl says of events that were judged right or wrong."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.errors import OntologyError
from kg.knowledge.files import ontology_folder, read_triples
from kg.knowledge.namespaces import KG
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE = "confidence.ttl"
ASSERTED = "Asserted"


@dataclass(frozen=True, slots=True)
class Confidence:
    """The measured share of right readings by class, told as a fact or not (None: both), and rule (None: any)."""

    shares: Mapping[tuple[Term, bool | None, str | None], float]

    def of(self, kind: Term, *, factuality: str, rule: str) -> float | None:
        """Return the share of the narrowest cell that an event falls into, None for a class that was never judged."""
        asserted = factuality == ASSERTED
        keys = ((kind, asserted, rule), (kind, asserted, None), (kind, None, None))
        return next((self.shares[key] for key in keys if key in self.shares), None)


@cache
def load_confidence(folder: Path | None = None) -> Confidence:
    """Return the cells in `folder` (None: the shipped ontology); raise OntologyError for one that says no share."""
    path = (folder or ontology_folder()) / FILE
    cells: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for triple in read_triples(path):
        cells[str(triple.subject)][triple.predicate.value.removeprefix(KG)] = getattr(triple.object, "value", "")
    shares: dict[tuple[Term, bool | None, str | None], float] = {}
    for name, cell in sorted(cells.items()):
        if "readingPrecision" not in cell or "evokes" not in cell:
            continue
        told = cell.get("toldAsFact")
        key = (Term(cell["evokes"].removeprefix(KG)), None if told is None else told == "true", cell.get("rule"))
        if key in shares:
            raise OntologyError(
                f"{name} is there twice", place=str(path), remedy="write the file anew: benchmarks/calibrate.py"
            )
        shares[key] = float(cell["readingPrecision"])
    return Confidence(shares)

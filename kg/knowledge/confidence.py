"""How far a reading can be trusted: what ontology/confidence.ttl says of events that were judged right or wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import OntologyError
from kg.knowledge.files import facts
from kg.knowledge.namespaces import KG
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.knowledge.files import Sources

FILE = "confidence.ttl"
ASSERTED = "Asserted"
UNSEEN = -1.0
"""The score of a word that a learnt reader has passed over."""
MOST = 0.99
"""Nothing that was read is sure."""


@dataclass(frozen=True, slots=True, eq=False)
class Confidence:
    """The measured share of right readings by class, told as a fact or not (None: both), and rule (None: any).

    `odds` are pairs of the least score of a band and the odds ratio of its events, the surest band first.
    """

    shares: Mapping[tuple[Term, bool | None, str | None], float]
    odds: Sequence[tuple[float, float]] = ()

    def of(self, kind: Term, *, factuality: str, rule: str) -> float | None:
        """Return the share of the narrowest cell that an event falls into, None for a class that was never judged."""
        asserted = factuality == ASSERTED
        keys = ((kind, asserted, rule), (kind, asserted, None), (kind, None, None))
        return next((self.shares[key] for key in keys if key in self.shares), None)

    def seen(self, share: float, score: float) -> float:
        """Return the share of events like these of which the network is so sure (0..1, or UNSEEN)."""
        ratio = next((ratio for least, ratio in self.odds if score >= least), 1.0)
        return round(min(share * ratio / (share * ratio + 1 - share), MOST), 2)


def read_confidence(sources: Sources) -> Confidence:
    """Return the cells of an ontology; raise OntologyError for one that is there twice."""
    cells = {
        name: {predicate.removeprefix(KG): values[-1] for predicate, values in said.items()}
        for name, said in facts(sources, FILE).items()
    }
    shares: dict[tuple[Term, bool | None, str | None], float] = {}
    for name, cell in sorted(cells.items()):
        if "readingPrecision" not in cell or "evokes" not in cell:
            continue
        told = cell.get("toldAsFact")
        key = (Term(cell["evokes"].removeprefix(KG)), None if told is None else told == "true", cell.get("rule"))
        if key in shares:
            raise OntologyError(
                f"{name} is there twice", place=FILE, remedy="write the file anew: benchmarks/calibrate.py"
            )
        shares[key] = float(cell["readingPrecision"])
    return Confidence(shares, sorted(_odds(cells.values()), reverse=True))


def _odds(cells: Iterable[Mapping[str, str]]) -> Iterator[tuple[float, float]]:
    """Yield the least score of each band of scores, and its odds ratio."""
    for cell in cells:
        if "oddsRatio" in cell:
            yield float(cell.get("leastScore", UNSEEN)), float(cell["oddsRatio"])

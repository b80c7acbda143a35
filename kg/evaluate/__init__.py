"""Score a graph against gold annotations, document by document: only what has evidence in a document counts there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.evaluate.gold import Gold, read_gold
from kg.evaluate.graph import view
from kg.evaluate.happened import score_attacks, score_conversations, score_statements, score_transfers
from kg.evaluate.named import score_countries, score_people, score_weapons
from kg.evaluate.tally import Mistake, Score, Tally

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyoxigraph import Store

    from kg.knowledge.words.names import NameCustoms

__all__ = ["Gold", "Mistake", "Report", "Score", "evaluate", "read_gold"]


@dataclass(frozen=True, slots=True)
class Report:
    """The scores by row, every mistake, and the annotated documents that the graph does not have at all."""

    documents: int
    absent: tuple[str, ...]
    scores: tuple[Score, ...]
    mistakes: tuple[Mistake, ...]


def evaluate(graph: Store, golds: Sequence[Gold], customs: NameCustoms) -> Report:
    """Score a graph; rows beside the kinds are recall over what was found: countries of people, figures and so on."""
    seen = view(graph, customs)
    tally = Tally()
    for gold in golds:
        score_people(tally, seen, gold)
        score_countries(tally, seen, gold)
        score_weapons(tally, seen, gold)
        score_conversations(tally, seen, gold, "calls")
        score_conversations(tally, seen, gold, "meetings")
        score_attacks(tally, seen, gold)
        score_transfers(tally, seen, gold)
        score_statements(tally, seen, gold)
    absent = tuple(gold.id for gold in golds if gold.id not in seen.mentions)
    return Report(len(golds), absent, tally.scores(), tuple(tally.mistakes))

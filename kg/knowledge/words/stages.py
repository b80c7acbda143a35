"""The words for the steps that the law takes against one person, each of which is a happening of its own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class StageWords:
    """One field for each word class of the ontology, named like it; forms are folded lemmas."""

    holding_word: frozenset[str]
    charging_word: frozenset[str]
    sentencing_word: frozenset[str]
    removing_word: frozenset[str]

    def of(self, lemma: str) -> frozenset[str]:
        """Return the names of the steps that a folded lemma tells."""
        told = {
            "holding": self.holding_word,
            "charging": self.charging_word,
            "sentencing": self.sentencing_word,
            "removing": self.removing_word,
        }
        return frozenset(name for name, forms in told.items() if lemma in forms)

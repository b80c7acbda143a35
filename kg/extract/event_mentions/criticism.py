"""Who "came under fire for" something, and hears only words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.syntax import marker_of

if TYPE_CHECKING:
    from kg.extract.analysis import Analysis
    from kg.grammar.tree import Token


def is_criticism(noun: Token, analysis: Analysis) -> bool:
    """Say whether whoever is under fire or attack is so for something: "came under [fire] over the budget".

    A place that one flies over and a length of time are no reason: "came under fire over Syria for two hours".
    """
    words = analysis.words
    verb = noun.head
    if marker_of(noun) not in words.prepositions.exposure or verb.pos_ != "VERB":
        return False
    added = [child for child in (*verb.children, *noun.children) if marker_of(child) in words.prepositions.reason]
    return any(
        child.pos_ == "NOUN" and not child.ent_type_ and child.lemma_.lower() not in words.time.units for child in added
    )

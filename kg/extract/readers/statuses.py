"""How far a transfer has got: promised, sold, delivered, halted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.words import evokes
from kg.records import Attribute, Factuality, Term

if TYPE_CHECKING:
    from kg.extract.analysis import Analysis
    from kg.extract.factuality.value import FactualityValue
    from kg.grammar.tree import Token
    from kg.knowledge.lexicon import LexicalEntry
    from kg.knowledge.words import Words

STATUS, DELIVERED, AGREEMENT = Term("transferStatus"), Term("Delivered"), Term("Agreement")
HALTED, WISHED = (Term("Paused"), Term("Banned")), (Term("Requested"), Term("Proposed"))


def status_of(
    token: Token, value: FactualityValue, entry: LexicalEntry | None, analysis: Analysis, *, given: Term | None = None
) -> Attribute:
    """Return how far a transfer has got: as the outermost operator says, else as `given` or as the entry gives it.

    While the transfer is planned or possible only, its status is that of one that is not real yet.
    """
    if value.statuses:
        halted = next((status for status in value.statuses if status in HALTED), None)
        wished = halted is not None and value.statuses[-1] in WISHED  # "called for a halt to the sales"
        return Attribute(STATUS, halted if halted is not None and wished else value.statuses[-1])
    if given is not None:
        return Attribute(STATUS, given)
    status = DELIVERED if entry is None else min(entry.gives, default=DELIVERED)
    unreal = None if entry is None or _is_agreed(token, analysis) else entry.gives_unreal
    to_be_done = token.dep_ == "acl" and token.tag_ == "VB" and unreal is None  # "a contract to deliver tanks"
    to_be_done = (to_be_done and value.factuality is Factuality.ASSERTED) or _is_under_way(token, analysis.words)
    if value.factuality is Factuality.PLANNED or to_be_done:
        status = unreal or analysis.taxonomy.when_planned.get(status, status)
    elif value.factuality is Factuality.POSSIBLE:
        status = unreal or analysis.taxonomy.when_possible.get(status, status)
    return Attribute(STATUS, status)


def _is_agreed(verb: Token, analysis: Analysis) -> bool:
    """Say whether the sides have come to terms: who "agreed to buy" jets asks for none any more."""
    return verb.dep_ == "xcomp" and evokes(verb.head, {AGREEMENT}, analysis.words, analysis.taxonomy)


def _is_under_way(verb: Token, words: Words) -> bool:
    """Say whether a verb is progressive: who "is sending" tanks has not delivered them yet, who "has been" has."""
    auxiliaries, perfect = words.function.progressive_auxiliary, words.function.perfect_auxiliary
    helpers = [child.lemma_ for child in verb.children if child.dep_ == "aux"]
    return verb.tag_ == "VBG" and not auxiliaries.isdisjoint(helpers) and perfect.isdisjoint(helpers)

"""What was not talked about: who "did not discuss the sale" may well have talked, so that no conversation is denied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.arguments.role_fillers import matches
from kg.extract.arguments.roles import TOPIC
from kg.extract.factuality.operators import is_of_time
from kg.grammar.fillers import verb_fillers
from kg.grammar.words import entries
from kg.knowledge.lexicon import EntryKind, Function
from kg.records import Factuality

if TYPE_CHECKING:
    from kg.extract.factuality.value import FactualityValue
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words


def is_only_topic(token: Token, value: FactualityValue, words: Words) -> bool:
    """Say whether a verb of talking that is denied has a topic and nobody whom one did not talk with."""
    if value.factuality is not Factuality.NEGATED or token.pos_ != "VERB":
        return False
    fillers = [filler for filler in verb_fillers(token, words) if filler.token.head.i == token.i]
    others = words.prepositions.comitative | words.prepositions.complete
    if any(filler.function is Function.OBLIQUE and filler.marker in others for filler in fillers):
        return False
    return any(
        argument.role == TOPIC and matches(argument, filler) and not is_of_time(filler.token, words)
        for entry in entries(words, token, EntryKind.EVENT)
        for argument in entry.arguments
        for filler in fillers
    )

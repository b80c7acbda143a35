"""Charges: who is only held to have done what happened, by nobody in particular or by a part that is not told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.arguments.bystanders import DOERS
from kg.extract.attribution.clauses import CLAIMS, speakers_of
from kg.extract.factuality.granted import is_anchored
from kg.grammar.speech import speech_at
from kg.grammar.syntax import PASSIVE_SUBJECTS, is_passive, marker_of
from kg.grammar.words import climb_collectives, evokes
from kg.records import Factuality, Term

if TYPE_CHECKING:
    from kg.extract.analysis import Analysis
    from kg.grammar.tree import Token
    from kg.records import EventMention

CHARGES = frozenset({Term("Accusation"), Term("Arrest")})
NOUNS = frozenset({"NOUN", "PROPN"})


def as_charged(mention: EventMention, token: Token, analysis: Analysis) -> EventMention:
    """Return the mention as far as it is known: without those who are only charged with a part in it.

    On whom it is blamed, and nobody says by whom, may have done it; where its dead are told with it, it did happen, and
    who did it is left open.
    """
    suspects = _suspects(token, analysis)
    blamed = {a.head for a in mention.arguments if a.role in DOERS and _is_blamed(analysis, a.head)}
    if mention.factuality is Factuality.ASSERTED and blamed and not mention.figures:
        return replace(mention, factuality=Factuality.POSSIBLE)
    dropped = suspects | (blamed if mention.factuality is Factuality.ASSERTED else set())
    kept = tuple(a for a in mention.arguments if a.role not in DOERS or a.head not in dropped)
    if kept == mention.arguments:
        return mention
    open_ = mention.factuality is Factuality.POSSIBLE and bool(suspects) and is_anchored(token, analysis.words)
    return replace(mention, arguments=kept, factuality=Factuality.ASSERTED if open_ else mention.factuality)


def _is_blamed(analysis: Analysis, head: int) -> bool:
    """Say whether the word at a place is the one on whom something is blamed, and nobody says by whom."""
    span = analysis.doc.char_span(head, head + 1, alignment_mode="expand")
    if span is None:
        return False
    token, words = span[0], analysis.words
    speech = speech_at(token.head, words)
    blames = speech is not None and speech.stance == CLAIMS and marker_of(token) in words.prepositions.blame
    return blames and not speakers_of(token.head, words)


def _suspects(trigger: Token, analysis: Analysis) -> set[int]:
    """Return where the words begin for those who are charged with a part in what a noun tells.

    So "[Lebanon] was accused of complicity in the killing", and "[Rwanda] is implicated in the attack".
    """
    words, noun = analysis.words, climb_collectives(trigger, analysis.words)
    if noun.pos_ not in NOUNS or marker_of(noun) not in words.prepositions.share:
        return set()
    verb = noun.head.head if noun.head.pos_ == "NOUN" else noun.head
    if verb.pos_ != "VERB" or not _charges(verb, analysis):
        return set()
    suffering = PASSIVE_SUBJECTS if is_passive(verb) else PASSIVE_SUBJECTS | {"obj"}
    return {child.idx for child in verb.children if child.dep_ in suffering}


def _charges(verb: Token, analysis: Analysis) -> bool:
    """Say whether a verb tells an accusation or a charge, or is one of claiming."""
    speech = speech_at(verb, analysis.words)
    if speech is not None and speech.stance == CLAIMS:
        return True
    return evokes(verb, CHARGES, analysis.words, analysis.taxonomy)

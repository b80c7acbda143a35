"""What a body is to adopt, and what is done by that: "vetoed a resolution imposing sanctions" imposed none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.remembered import remembered
from kg.grammar.syntax import marker_of
from kg.grammar.words import entries
from kg.knowledge.lexicon import EntryKind
from kg.records import Factuality

if TYPE_CHECKING:
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

OBJECTS = frozenset({"obj", "nsubj:pass"})


def is_of_draft(clause: Token, words: Words) -> bool:
    """Say whether a participle tells what a text does that a body adopts: "a resolution [imposing] sanctions"."""
    participle = clause.dep_ == "acl" and clause.tag_ == "VBG"
    return participle and clause.head.lemma_.lower() in words.factuality.draft_noun


def is_against_draft(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether somebody keeps a text from being adopted that would do a deed: "[Mali] vetoed a bill"."""
    clause = _draft_over(trigger, words)
    if clause is None:
        return False
    verb = clause.head.head
    opposed = any(Factuality.NEGATED.value in entry.gives for entry in entries(words, verb, EntryKind.OPERATOR))
    kept = (opposed and clause.head.dep_ in OBJECTS) or marker_of(clause.head) in words.prepositions.opposed
    return kept and word.head.i == verb.i and word.i != clause.head.i


@remembered
def _draft_over(trigger: Token, words: Words) -> Token | None:
    """Return the participle that tells what a text does, where a trigger is it or below it."""
    return next((token for token in (trigger, *trigger.ancestors) if is_of_draft(token, words)), None)

"""Pronouns for arms: "Mali launched a drone. [It] hit a hotel in Gao"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.syntax import NOUN_SUBJECTS
from kg.grammar.words import entries, evokes
from kg.knowledge.lexicon import EntryKind, Function
from kg.records import MentionKind, Term
from kg.resolve.found import Found

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.grammar.tree import Token
    from kg.resolve.context import Context

ATTACK, WEAPON = Term("Attack"), Term("weapon")
HANDLED = frozenset({"obj", "nsubj:pass", "conj"})
SINGULAR = "NN"


def find_arms_meant(context: Context, weapons: Sequence[Found]) -> Iterator[Found]:
    """Yield the pronouns before a verb of what arms do that mean the only ones used in the sentence before.

    In number they agree; what else "it" may mean neither hits nor kills.
    """
    heads = {span.root.i: item for item in weapons if (span := context.tokens_of(item)) is not None}
    words = context.words.pronouns
    for token in context.doc if heads else ():
        several = token.lower_ in words.pair_pronoun
        if not (several or token.lower_ in words.neuter_pronoun) or not _does_as_arms(context, token):
            continue
        used = [i for i in _sentence_before(context, token) if i in heads and _is_used(context, context.doc[i])]
        if len(used) == 1 and several == (context.doc[used[0]].tag_ != SINGULAR):
            arms, end = heads[used[0]].identity, token.idx + len(token)
            yield Found(token.idx, end, arms, MentionKind.PRONOUN, "arms used before")


def _sentence_before(context: Context, token: Token) -> range:
    begin = token.sent.start
    return range(context.doc[begin - 1].sent.start, begin) if begin else range(0)


def _does_as_arms(context: Context, token: Token) -> bool:
    """Whether a word is the subject of a verb by which, with arms for its subject, an attack is told."""
    if token.dep_ not in NOUN_SUBJECTS:
        return False
    needed = (a for entry in entries(context.words, token.head, EntryKind.EVENT) for a in entry.required)
    return any(argument.function is Function.SUBJECT and argument.role == WEAPON for argument in needed)


def _is_used(context: Context, noun: Token) -> bool:
    """Whether somebody attacks with the arms that a noun names: "launched [drones]"."""
    while noun.dep_ == "conj":
        noun = noun.head
    return noun.dep_ in HANDLED and evokes(noun.head, {ATTACK}, context.words, context.taxonomy)

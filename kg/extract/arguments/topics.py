"""The noun phrases that a conversation is about where they name no entity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.arguments.roles import TOPIC, matches
from kg.grammar.negation import included
from kg.grammar.syntax import ANY_SUBJECTS, marker_of
from kg.grammar.words import entries
from kg.knowledge.lexicon import EntryKind

if TYPE_CHECKING:
    from kg.extract.analysis import Analysis
    from kg.extract.arguments.predicates import Predicate
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

TO = "TO"
COMPLEMENT = 5  # words between a noun and the end of what is behind it in the name of a topic


def topics(predicate: Predicate, analysis: Analysis) -> tuple[str, ...]:
    """Return the noun phrases that a conversation is about and that name no entity and no day."""
    words, dated, named = analysis.words, analysis.dated, analysis.index.heads
    phrases = (
        topic_phrase(part, words)
        for slot in predicate.slots
        if any(argument.role == TOPIC and matches(argument, slot.filler) for argument in slot.arguments)
        for part in included(slot.filler.token, words)
        if part.pos_ == "NOUN" and part.i not in dated and part.i not in named and not _names_no_topic(part, words)
    )
    return tuple(dict.fromkeys(phrases))


def topic_phrase(noun: Token, words: Words) -> str:
    """Return a noun with the modifiers before it ("air defence needs"), or what is behind a bare one ("war in X")."""
    first = min((child.left_edge.i for child in noun.lefts if child.dep_ in {"amod", "compound"}), default=noun.i)
    last = noun.i
    for child in noun.rights:
        if first == noun.i and child.dep_ == "nmod" and marker_of(child) in words.prepositions.nominal:
            last = child.i if child.i - noun.i <= COMPLEMENT else last
            break
    return " ".join(noun.doc[first : last + 1].text.split())


def introduces_infinitive(noun: Token, words: Words) -> bool:
    """Say whether an infinitive right behind a noun tells what is to be done, by it or for it."""
    behind = noun.right_edge.i + 1
    bare = next((child.left_edge for child in noun.rights if child.dep_ == "acl" and child.tag_ == "VB"), None)
    if bare is not None:
        return bare.i == noun.i + 1 and bare.tag_ == TO
    if behind == len(noun.doc) or noun.doc[behind].tag_ != TO:
        return False
    verb = noun.doc[behind].head
    beside = verb.head.i == noun.head.i and marker_of(noun) in words.prepositions.purpose
    return beside or (noun.head.i == verb.i and noun.dep_ in ANY_SUBJECTS)


def _names_no_topic(noun: Token, words: Words) -> bool:
    """Say whether a noun tells how or when people speak, or only introduces what is behind it ("some issues").

    Or whether it has a part in what is the topic: "called for [the vote] to be annulled", "the [need] to act".
    """
    if introduces_infinitive(noun, words):
        return True
    if noun.lemma_.lower() in {*words.time.units, *words.time.day_parts, *words.time.periods}:
        return True
    if noun.lemma_.lower() in words.function.occasion_noun:
        return True  # "met on the sidelines of the summit"
    return bool(entries(words, noun, EntryKind.MEDIUM, EntryKind.COLLECTIVE))

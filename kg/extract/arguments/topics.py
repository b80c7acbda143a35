"""The noun phrases that a conversation is about where they name no entity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.arguments.role_fillers import matches
from kg.extract.arguments.roles import TOPIC
from kg.grammar.negation import included
from kg.grammar.syntax import ANY_SUBJECTS, marker_of
from kg.grammar.words import entries
from kg.knowledge.lexicon import EntryKind

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        for told in included(slot.filler.token, words)
        if (part := subject_of(told, words)) is not None
        if part.pos_ == "NOUN" and part.i not in dated and part.i not in named and not _names_no_topic(part, words)
        if not is_only_since(predicate.token, told, words)
    )
    return tuple(dict.fromkeys(phrases))


def is_only_since(event: Token, noun: Token, words: Words) -> bool:
    """Say whether a noun only says since when something is done: "have staged protests since the [vote]"."""
    return marker_of(noun) in words.factuality.elapsed_preposition and noun not in event.ancestors


def subject_of(noun: Token, words: Words) -> Token | None:
    """Return what a noun is about that only says how something stands, else the noun: "the need for [a reform]".

    A noun before it says that, too: "air defence [needs]". None where the words tell of no such thing.
    """
    told = any(child.dep_ == "compound" for child in noun.lefts)
    if told or noun.lemma_.lower() not in words.function.relational_noun:
        return noun
    links = words.prepositions.genitive | words.prepositions.purpose
    return next((c for c in noun.rights if c.dep_ == "nmod" and marker_of(c) in links and c.pos_ == "NOUN"), None)


def topic_phrase(noun: Token, words: Words) -> str:
    """Return a noun with the modifiers before it ("air defence needs"), or what is behind a bare one.

    So "war in X", "crimes against Y"; what is to end is part of the name: "an end to the detention of journalists".
    """
    first = min((child.left_edge.i for child in noun.lefts if child.dep_ in {"amod", "compound"}), default=noun.i)
    last, tied = noun.i, words.prepositions.nominal | words.prepositions.opposed
    ends = words.prepositions.dative | words.prepositions.genitive
    for child in (*noun.rights, *_right_behind(noun)):
        apart = marker_of(child) in words.prepositions.opposed and child.left_edge.i != noun.i + 1
        ended = noun.lemma_.lower() in words.factuality.ending_noun and marker_of(child) in ends
        if ended or (first == noun.i and child.dep_ == "nmod" and marker_of(child) in tied and not apart):
            whose = (part for part in child.rights if ended and marker_of(part) in words.prepositions.genitive)
            child = next((part for part in whose if part.dep_ == "nmod"), child)
            name = [part.i for part in child.rights if part.dep_ == "flat"]  # "the killing of Ana [Lima]"
            last = max([child.i, *name]) if child.i - noun.i <= COMPLEMENT else last
            break
    return " ".join(noun.doc[first : last + 1].text.split())


def _right_behind(noun: Token) -> Iterator[Token]:
    """Yield the noun of a phrase that begins right behind another, which a parser may hang on one before both."""
    following = noun.doc.tokens[noun.i + 1 : noun.i + 2]
    if following and following[0].dep_ == "case" and following[0].head.i > noun.i and following[0].head.pos_ == "NOUN":
        yield following[0].head


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

"""What coordinated words share, and phrases that parsers coordinate with what they can not go with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.attachment import Attachment
from kg.grammar.syntax import ANY_SUBJECTS, is_passive, marker_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Doc, Token
    from kg.knowledge.words import Words

DETERMINERS = frozenset({"det", "nmod:poss"})
PEOPLE = frozenset({"NOUN", "PROPN"})
ECHOES = frozenset({"conj", "advcl", "parataxis"})
PAST = frozenset({"VBD", "VBN"})


def shared_object(verb: Token) -> Token | None:
    """Return the object that coordinated verbs share, where the tree gives it to the other one only.

    So "condemned and sanctioned [Chad]" and "condemned but did not sanction [Chad]": nothing stands between the first
    verb and the conjunction, nor between the second and the object (Huddleston and Pullum 2002, chapter 15, 4.4).
    """
    first = verb.head
    if "obj" in verb.labels or is_passive(verb):
        return None
    if verb.dep_ == "conj" and first.pos_ == "VERB" and first.i < verb.i:
        return next((c for c in first.children if c.dep_ == "obj" and c.left_edge.i == verb.i + 1), None)
    joined = (child for child in verb.children if child.dep_ == "conj" and child.pos_ == "VERB" and child.i > verb.i)
    second = next((c for c in joined if c.left_edge.i == verb.i + 1 and c.left_edge.dep_ == "cc"), None)
    if second is None or is_passive(second) or not second.labels.isdisjoint(ANY_SUBJECTS):
        return None
    return next((c for c in second.children if c.dep_ == "obj" and c.left_edge.i == second.i + 1), None)


def echoing_subjects(verb: Token, words: Words) -> list[Token]:
    """Return who does the same as the subject, by an auxiliary alone: "bombed it, as did [Chad]", "nor has [Chad]".

    The clause stands as the one before it does (ellipsis behind auxiliaries, Huddleston and Pullum 2002, 17.7).
    """
    return [child for clause in verb.rights for child in clause.rights if _is_echo(clause, child, words)]


def _is_echo(clause: Token, noun: Token, words: Words) -> bool:
    auxiliaries = words.function.perfect_auxiliary | words.function.progressive_auxiliary | words.function.pro_verb
    alone = clause.dep_ in ECHOES and clause.lemma_ in auxiliaries and noun.dep_ in {"nsubj", "obj"}
    if not alone or noun.pos_ not in PEOPLE or noun.left_edge.i != clause.i + 1:
        return False
    echo = clause.i > 0 and clause.nbor(-1).lower_ in words.negation.echoing_word
    return echo and all(child is noun or child.is_punct for child in clause.rights)


def conjuncts_with_a_preposition(doc: Doc) -> Iterator[Attachment]:
    """What another preposition opens is coordinated with nothing that no conjunction joins it to.

    "sanctions against Iran [by the United States]": it belongs to what the phrase before it belongs to.
    """
    for phrase in doc:
        first, marker = phrase.head, marker_of(phrase)
        joined = any(child.dep_ == "cc" or child.text == "," for child in phrase.lefts)
        coordinated = phrase.dep_ == "conj" and first.dep_ in {"nmod", "obl"} and not joined
        if coordinated and marker not in {"", marker_of(first)}:
            yield Attachment(phrase.i, first.head.i, first.dep_)


def conjuncts_of_bare_numbers(doc: Doc) -> Iterator[Attachment]:
    """What has an article is coordinated with what a bare number counts for: "a mother of two and [a nurse]"."""
    for phrase in doc:
        number = phrase.head
        bare = phrase.dep_ == "conj" and number.dep_ == "nmod" and number.pos_ == "NUM" and bool(marker_of(number))
        own = any(child.dep_ in DETERMINERS for child in phrase.children)
        if bare and own and number.head.pos_ in PEOPLE and number.head.i < number.i:
            yield Attachment(phrase.i, number.head.i, "conj")


def participles_that_are_verbs(doc: Doc) -> Iterator[Attachment]:
    """A participle right behind "and" with a bare number goes on with the verb: "killed five and [wounded] scores"."""
    for noun in doc:
        word, first = noun.left_edge, noun.head
        opened = noun.dep_ == "conj" and word.dep_ == "cc" and word.i + 1 < noun.i and first.dep_ == "obj"
        if not opened:
            continue
        participle = word.nbor()
        modifies = participle.dep_ == "amod" and participle.head.i == noun.i and participle.tag_ in PAST
        counted = participle.i + 1 == noun.i and any(
            child.dep_ == "nmod" and child.i > noun.i for child in noun.children
        )
        if modifies and counted and first.head.tag_ in PAST and first.head.i < first.i:
            yield Attachment(participle.i, first.head.i, "conj")
            yield Attachment(noun.i, participle.i, "obj")
            yield Attachment(word.i, participle.i, "cc")

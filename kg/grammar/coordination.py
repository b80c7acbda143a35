"""Phrases that parsers coordinate with what they can not go with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.attachment import Attachment
from kg.grammar.syntax import marker_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Doc

DETERMINERS = frozenset({"det", "nmod:poss"})
PEOPLE = frozenset({"NOUN", "PROPN"})
PAST = frozenset({"VBD", "VBN"})


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

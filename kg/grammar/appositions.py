"""Appositions and parts of names that a parser hangs on the wrong word, or finds where there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.attachment import Attachment
from kg.grammar.syntax import CLAUSES_OF_NOUNS, SUBJECTS, is_behind, marker_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Doc

BARE = frozenset({"obj", "obl:unmarked"})
NOUNS, BESIDE = frozenset({"NOUN", "PROPN"}), frozenset({"amod", "appos"})


def titles_of_two_nouns(doc: Doc) -> Iterator[Attachment]:
    """Two bare nouns side by side are one title, and a name behind it is said of the first: "its secretary [general]".

    An apposition needs a mark before it, or a name of its own.
    """
    for noun in doc:
        first = noun.head
        beside = noun.dep_ in BESIDE and noun.i == first.i + 1 and noun.pos_ == first.pos_ and noun.pos_ in NOUNS
        if beside and not noun.ent_type_ and not first.ent_type_:
            yield Attachment(noun.i, first.i, "flat")
            yield from (Attachment(child.i, first.i, child.dep_) for child in noun.children)


def names_behind_the_verb(doc: Doc) -> Iterator[Attachment]:
    """No name goes on behind the verb that it is the subject of: "Rutte rang [Modi]"."""
    for name in doc:
        subject, verb = name.head, name.head.head
        crosses = name.dep_ == "flat" and subject.dep_ in SUBJECTS and subject.i < verb.i < name.i
        if crosses and verb.i == name.left_edge.i - 1 and all(child.dep_ != "obj" for child in verb.children):
            yield Attachment(name.i, verb.i, "obj")


def appositions_behind_a_comma(doc: Doc) -> Iterator[Attachment]:
    """No comma parts a verb from its object: what stands behind one, beside an object, is said of that.

    "accused Chad of shelling Tine, [a charge] that it denies".
    """
    for phrase in doc:
        first = phrase.left_edge
        behind = phrase.dep_ in BARE and first.i > phrase.head.i and is_behind(",", first)
        if not behind or phrase.pos_ != "NOUN" or all(child.dep_ not in CLAUSES_OF_NOUNS for child in phrase.rights):
            continue
        before = [child for child in phrase.head.children if child.dep_ == "obj" and child.i < first.i]
        if before:
            yield Attachment(phrase.i, before[-1].i, "appos")


def people_beside_other_names(doc: Doc) -> Iterator[Attachment]:
    """A person's name behind a comma says no other name anew, but the noun that has that: "head of the Fed, [Powell]".

    Nor one of several what all of them are: "one of the organizers, [Smith]".
    """
    for name in doc:
        other = name.head
        beside = name.dep_ == "appos" and name.ent_type_ == "PERSON" and is_behind(",", name.left_edge)
        if not beside or other.dep_ != "nmod" or name.i < other.i or not marker_of(other):
            continue
        noun = other.head
        has_name = bool(other.ent_type_) or any(child.pos_ == "PROPN" for child in other.lefts)
        person = has_name and noun.tag_ == "NN"
        one = other.tag_ == "NNS" and noun.tag_ == "CD"
        if person or one:
            yield Attachment(name.i, noun.i, "appos")


APPOSITIONS = (
    titles_of_two_nouns,
    appositions_behind_a_comma,
    people_beside_other_names,
    names_behind_the_verb,
)
"""Repairs of appositions and names, in the order in which they are tried."""

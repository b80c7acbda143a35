"""Who is given something, told without a preposition: "sold [South Korea] 20 jets" (Levin 1993, 2.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.attachment import Attachment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Doc, Token

COUNTRY_TYPES = frozenset({"GPE", "LOC"})


def receivers_before_a_number(doc: Doc) -> Iterator[Attachment]:
    """Between a verb and a number stands whoever is given that many: no name modifies across a number.

    Nor does a verb have two objects beside each other, of which the first is not given the second.
    """
    for name in doc:
        thing = name.head
        if name.dep_ == "obj" and name.pos_ == "PROPN" and name.left_edge.i == thing.i + 1:
            beside = (child for child in thing.children if child.dep_ == "obj" and child.left_edge.i == name.i + 1)
            if any(is_counted(child) for child in beside):
                yield Attachment(name.i, thing.i, "iobj")
            continue
        modifies = name.dep_ == "compound" and name.ent_type_ in COUNTRY_TYPES and thing.dep_ == "obj"
        if modifies and name.left_edge.i == thing.head.i + 1 and _is_followed_by_its_number(name, thing):
            yield Attachment(name.i, thing.head.i, "iobj")


def is_counted(noun: Token) -> bool:
    """Say whether the phrase of a noun begins with its number."""
    return any(child.dep_ == "nummod" and child.left_edge.i == noun.left_edge.i for child in noun.lefts)


def _is_followed_by_its_number(name: Token, thing: Token) -> bool:
    return any(child.dep_ == "nummod" and child.left_edge.i == name.i + 1 for child in thing.lefts)

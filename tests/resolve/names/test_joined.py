"""Names whose parts stand apart: the trees that the laws are written for, then whole texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.records import Document
from kg.resolve.context import read_context
from kg.resolve.matching.pieces import split_pieces
from kg.resolve.names.joined import completed_names, link_length, shared_names
from kg.resolve.names.spans import Name
from tests.grammar.trees import tree, unparsed
from tests.known import KNOWLEDGE
from tests.resolve.reading import meant, names

if TYPE_CHECKING:
    from tests.resolve.reading import Reading

COUPLE = """
Mary   Mary   PROPN NNP 6 nsubj
,      ,      PUNCT ,   3 punct
Paul   Paul   PROPN NNP 1 conj
and    and    CCONJ CC  5 cc
Ann    Ann    PROPN NNP 1 conj
spoke  speak  VERB  VBD 0 ROOT
"""


def name_of(text: str, words: str) -> Name:
    """Return the name over the words of a text, by pieces."""
    first = len(split_pieces(text[: text.index(words)]))
    parts = tuple(words.casefold().split())
    return Name(first, first + len(parts), parts, None, "test")


@pytest.mark.parametrize(
    ("text", "words", "given"),
    [
        ("Bill and Hillary Clinton met.", "Hillary Clinton", [("bill", "clinton")]),
        ("Mary, Paul and Ann Doe met.", "Ann Doe", [("paul", "doe"), ("mary", "doe")]),
        ("Putin and Hillary Clinton met.", "Hillary Clinton", []),
        ("Peru and Hillary Clinton met.", "Hillary Clinton", []),
        ("Tom Cruise and Hillary Clinton met.", "Hillary Clinton", []),
    ],
)
def test_given_names_share_the_family_name_behind_them(text: str, words: str, given: list[tuple[str, ...]]) -> None:
    context = read_context(unparsed(text), Document(id="case", text=text), KNOWLEDGE)
    assert [name.parts for name in shared_names(context, [name_of(text, words)])] == given


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("[Ilham] Aliyev met him.", "Ilham", "Ilham] Aliyev"),
        ("Rajan s/o Subramaniam met him.", "Rajan", "Rajan s/o Subramaniam"),
        ("Kumar a/l Ramasamy met him.", "Kumar", "Kumar a/l Ramasamy"),
        ("Rajan and Subramaniam met him.", "Rajan", None),
        ("Ilham Aliyev met him.", "Ilham", None),
    ],
)
def test_a_name_goes_on_behind_a_bracket_or_a_link(text: str, words: str, whole: str | None) -> None:
    context = read_context(unparsed(text), Document(id="case", text=text), KNOWLEDGE)
    found = [
        text[context.pieces[name.first].start : context.pieces[name.last - 1].end]
        for name in completed_names(context, [name_of(text, words)])
    ]
    assert found == ([] if whole is None else [whole])


def test_a_link_is_its_signs_together() -> None:
    text = "Rajan s/o Subramaniam, s or o"
    context = read_context(unparsed(text), Document(id="case", text=text), KNOWLEDGE)
    assert [link_length(context, at) for at in range(len(context.pieces))] == [0, 3, 0, 0, 0, 0, 0, 0, 0]


def test_without_a_family_name_nobody_shares_one() -> None:
    doc = tree(COUPLE)
    context = read_context(doc, Document(id="tree", text=doc.text), KNOWLEDGE)
    assert list(shared_names(context, [name_of(doc.text, "Ann")])) == []


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("George and Laura Bush met Tony Blair.", "George", "George Bush"),
        ("Anatole France met Keir Starmer.", "Anatole France", "Anatole France"),
        ("Keir Starmer met David French.", "David French", "David French"),
        ("Steve Israel called Benjamin Netanyahu.", "Steve Israel", "Steve Israel"),
        ("Siti binti Ahmad met Anwar Ibrahim.", "Siti binti Ahmad", "Siti binti Ahmad"),
        ("Trump will host Erdogan Monday.", "Erdogan", "Erdogan"),
        ("Macron has called Modi.", "Modi", "Modi"),
        ("Putin Ukraine talks end.", "Ukraine", "Ukraine"),
    ],
)
def test_whole_texts(text: str, words: str, name: str, nlp: Reading) -> None:
    assert [entity.name for entity in meant(nlp(text), words)] == [name]


def test_a_country_behind_a_given_name_is_no_country(nlp: Reading) -> None:
    assert names(nlp("John Ireland met Simon Harris."), "Country") == set()

"""Whether a word for those of a country means some of them or their state, on trees made by hand."""

from __future__ import annotations

import pytest

from kg.extract.participants.descriptions import describe
from kg.extract.participants.peoples import are_some_people, sharing
from kg.records import Entity, Mention, MentionKind, Span, Term
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

LIBERIA = Entity(Term("Country"), "Liberia")
COUNTED = """
2 2 NUM CD 2 nummod
Liberians liberian PROPN NNPS 3 nsubj
protested protest VERB VBD 0 ROOT
"""
DEFINITE = """
The the DET DT 2 det
Liberians liberian PROPN NNPS 3 nsubj
attacked attack VERB VBD 0 ROOT
"""
BARE = """
Liberians liberian PROPN NNPS 2 nsubj
protested protest VERB VBD 0 ROOT
"""
JOINED = """
Liberians liberian PROPN NNPS 4 nsubj
and and CCONJ CC 3 cc
Malians malian PROPN NNPS 1 conj
met meet VERB VBD 0 ROOT
"""
MODIFIER = """
Liberian liberian ADJ JJ 2 amod
troops troop NOUN NNS 3 nsubj
attacked attack VERB VBD 0 ROOT
"""


def people(table: str, word: str) -> bool:
    mention = Mention(Span(0, 1), 0, MentionKind.DEMONYM, "test")
    return are_some_people(at(tree(table), word), mention, LIBERIA, KNOWLEDGE.words)


@pytest.mark.parametrize("table", [COUNTED, BARE])
def test_those_who_are_counted_or_told_by_no_article_are_people(table: str) -> None:
    assert people(table, "Liberians")


@pytest.mark.parametrize(("table", "word"), [(DEFINITE, "Liberians"), (JOINED, "Liberians"), (MODIFIER, "Liberian")])
def test_a_side_and_its_adjective_are_the_state(table: str, word: str) -> None:
    assert not people(table, word)


def test_a_name_is_never_some_people() -> None:
    mention = Mention(Span(0, 1), 0, MentionKind.NAME, "test")
    assert not are_some_people(at(tree(COUNTED), "Liberians"), mention, LIBERIA, KNOWLEDGE.words)


def test_people_of_a_country_are_described_as_people() -> None:
    described = describe(at(tree(COUNTED), "Liberians"), KNOWLEDGE.participants, KNOWLEDGE.words)
    assert described is not None
    assert described.kind is not None
    assert KNOWLEDGE.participants.class_of(described.kind.iri) == "Person"
    assert described.quantity is not None
    assert described.quantity.minimum == 2


TWO_FORCES = """
Afghan afghan ADJ JJ 4 amod
and and CCONJ CC 3 cc
Pakistani pakistani ADJ JJ 1 conj
forces force NOUN NNS 5 nsubj
fired fire VERB VBD 0 ROOT
"""


@pytest.mark.parametrize(("name", "shared"), [("Pakistani forces", ["Afghan"]), ("Afghan and Pakistani forces", [])])
def test_two_adjectives_share_the_noun_with_which_the_second_is_a_name(name: str, shared: list[str]) -> None:
    doc = tree(TWO_FORCES)
    start = doc.text.index(name)
    named = Mention(Span(start, start + len(name)), 0, MentionKind.NAME, "test")
    assert [token.text for token in sharing(at(doc, "forces"), (named,))] == shared

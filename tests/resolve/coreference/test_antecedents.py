"""By what later words can come back to what was named, and what grammar keeps apart."""

from __future__ import annotations

import pytest

from kg.records import MentionKind, Term
from kg.resolve.coreference.antecedents import Antecedent, Discourse, Tag, antecedents_of, are_apart, head_noun, land_of
from kg.resolve.found import Found, Identity
from tests.grammar.trees import at, tree
from tests.resolve.contexts import context_of

FORCES = """
Quimby quimby PROPN NNP 2 compound
fighters fighter NOUN NNS 3 nsubj
hit hit VERB VBD 0 ROOT
Peru peru PROPN NNP 3 obj
and and CCONJ CC 6 cc
Chile chile PROPN NNP 4 conj
"""
PERU = "https://w3id.org/newskg/id/country/peru"


def found(word: str, kind: str, *, country: str | None = None, key: str | None = None) -> Found:
    token = at(CONTEXT.doc, word)
    identity = Identity(key or word, Term(kind), country=country)
    return Found(token.idx, token.idx + len(token), identity, MentionKind.NAME, "test")


CONTEXT = context_of(tree(FORCES))
SENTENCES = dict.fromkeys(range(len(CONTEXT.doc)), 7)


@pytest.mark.parametrize(
    ("name", "head"),
    [("Quimby Army", "army"), ("Army of Quimby", "army"), ("Quimby", None), ("of Quimby", None)],
)
def test_the_head_of_a_name_is_its_last_word_or_the_one_before_its_of(name: str, head: str | None) -> None:
    assert head_noun(CONTEXT, name) == head


def test_a_body_can_be_meant_by_the_noun_that_stood_beside_it() -> None:
    (antecedent,) = antecedents_of(CONTEXT, [found("Quimby", "Organization")], SENTENCES)
    discourse = Discourse()
    discourse.add(CONTEXT, antecedent)
    assert set(discourse.fitting([(Tag.BESIDE, "fighter")])) == {"Quimby"}
    assert discourse.fitting([(Tag.BESIDE, "hit"), (Tag.HEAD, "fighter")]) == {}


def test_countries_are_counted_and_bodies_and_people_bring_theirs_to_mind() -> None:
    discourse = Discourse()
    for antecedent in antecedents_of(
        CONTEXT, [found("Peru", "Country", key=PERU), found("Quimby", "Person", country="urn:land")], SENTENCES
    ):
        discourse.add(CONTEXT, antecedent)
    assert dict(discourse.counts) == {PERU: 1}
    assert discourse.lands == {PERU: 7, "urn:land": 7}
    assert not discourse.bodies


def test_a_country_is_its_own_land() -> None:
    peru, quimby = (
        Antecedent(item, CONTEXT.doc[0], 0) for item in (found("Peru", "Country"), found("Quimby", "Person"))
    )
    assert (land_of(peru), land_of(quimby)) == ("Peru", None)


def test_mentions_are_told_in_order_of_the_text() -> None:
    items = [found("Chile", "Country"), found("Quimby", "Person"), found("Peru", "Country")]
    assert [one.item.identity.key for one in antecedents_of(CONTEXT, items, SENTENCES)] == [
        "Quimby",
        "Peru",
        "Chile",
    ]


def test_arguments_of_one_verb_and_parts_of_one_list_are_two() -> None:
    fighters, peru, chile, quimby = (at(CONTEXT.doc, word) for word in ("fighters", "Peru", "Chile", "Quimby"))
    assert are_apart(fighters, peru)
    assert are_apart(peru, chile)
    assert are_apart(chile, peru)
    assert not are_apart(quimby, peru)

"""At which token a mention is found, and which mentions count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.participants.indexing import index_mentions
from kg.records import Entity, Mention, MentionKind, Resolution, Term
from tests.building import mention
from tests.grammar.spaced import spaced
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from kg.extract.participants.mentions import MentionIndex

TEXT = "The pro-Syrian group and US and Russian leaders met two Liberians."
DOC = spaced(
    TEXT,
    """
The the DET DT 5 det
pro pro ADJ JJ 5 amod
- - PUNCT HYPH 4 punct
Syrian syrian ADJ JJ 2 dep
group group NOUN NNS 11 nsubj
and and CCONJ CC 10 cc
US us PROPN NNP 10 compound
and and CCONJ CC 9 cc
Russian russian ADJ JJ 7 conj
leaders leader NOUN NNS 5 conj
met meet VERB VBD 0 ROOT
two two NUM CD 13 nummod
Liberians liberian PROPN NNPS 11 obj
. . PUNCT . 11 punct
""",
)
SYRIA, RUSSIA, LIBERIA, ANN = range(4)
ENTITIES = (*(Entity(Term("Country"), name) for name in ("Syria", "Russia", "Liberia")), Entity(Term("Person"), "Ann"))


def index_of(*mentions: Mention) -> MentionIndex:
    return index_mentions(DOC, Resolution(ENTITIES, mentions, ()), KNOWLEDGE)


def test_a_mention_is_found_at_the_head_of_its_words_and_covers_them_all() -> None:
    index = index_of(mention(TEXT, ANN, "Russian leaders"))
    assert {DOC[i].text for i in index.heads} == {"leaders"}
    assert {DOC[i].text for i in index.covered} == {"Russian", "leaders"}
    assert (index.text, index.entities) == (TEXT, ENTITIES)


def test_words_that_fit_no_tokens_are_widened_to_those_that_they_touch() -> None:
    index = index_of(mention(TEXT, LIBERIA, "Liberian", MentionKind.METONYM))
    assert {DOC[i].text for i in index.heads} == {"Liberians"}


def test_of_mentions_with_one_head_only_the_longest_count() -> None:
    short, long, as_long = (
        mention(TEXT, entity, words)
        for entity, words in ((ANN, "leaders"), (ANN, "Russian leaders"), (RUSSIA, "Russian leaders"))
    )
    index = index_of(short, long, as_long)
    assert index.heads == {9: (long, as_long)}
    assert index.ordered == (long, as_long)


def test_who_is_only_stood_by_is_not_mentioned() -> None:
    assert not index_of(mention(TEXT, SYRIA, "Syrian", MentionKind.DEMONYM)).heads


def test_some_of_a_people_are_no_mention_of_their_country() -> None:
    liberians = mention(TEXT, LIBERIA, "Liberians", MentionKind.DEMONYM)
    index = index_of(liberians)
    assert (index.heads, index.peoples, index.ordered) == ({}, {12: liberians}, ())
    assert not index.covered


def test_mentions_are_in_order_of_the_text() -> None:
    russia, liberia = mention(TEXT, RUSSIA, "Russian"), mention(TEXT, LIBERIA, "Liberians", MentionKind.METONYM)
    assert index_of(liberia, russia).ordered == (russia, liberia)

"""Who the words at a token stand for, whose a thing is and for whom people act, on trees made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.participants.indexing import index_mentions
from kg.records import Entity, MentionKind, Resolution, Term
from tests.building import mention
from tests.extract.analysed import analysed
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extract.participants.mentions import MentionIndex, Reference
    from kg.grammar.tree import Doc

COUNTRY, PLACE, PERSON, WEAPON = "Country", "Place", "Person", "Weapon"
ACTOR, ATTACKER = Term("participant"), Term("attacker")


def index_of(table: str, **names: str) -> tuple[Doc, MentionIndex]:
    doc = tree(table)
    return doc, analysed(doc, **names).index


def named(references: Iterable[Reference], index: MentionIndex) -> list[str]:
    return [index.entities[reference.entity].name for reference in references]


JOINED = """
Mali mali PROPN NNP 6 nsubj
and and CCONJ CC 3 cc
Togo togo PROPN NNP 1 conj
not not PART RB 5 advmod
Benin benin PROPN NNP 1 conj
met meet VERB VBD 0 ROOT
each each DET DT 6 obj
other other ADJ JJ 7 fixed
"""


def test_a_phrase_is_all_that_is_joined_and_none_that_is_set_against_it() -> None:
    doc, index = index_of(JOINED, Mali=COUNTRY, Togo=COUNTRY, Benin=COUNTRY)
    assert named(index.at(doc[0]), index) == ["Mali", "Togo"]
    assert named(index.phrase(doc[0]), index) == ["Mali"]
    assert index.at(doc[0]) is index.at(doc[0])  # and is worked out once


def test_who_does_something_to_each_other_is_the_subject() -> None:
    doc, index = index_of(JOINED, Mali=COUNTRY, Togo=COUNTRY)
    assert named(index.at(at(doc, "each")), index) == ["Mali", "Togo"]


LISTED = """
Mali mali PROPN NNP 2 nsubj
sent send VERB VBD 0 ROOT
{0} 2 obj
{1} {1} ADP IN 5 case
Javelins javelin PROPN NNPS 3 nmod
and and CCONJ CC 7 cc
Stingers stinger PROPN NNPS 5 conj
"""


@pytest.mark.parametrize(
    ("noun", "marker", "found"),
    [
        ("weapons weapon NOUN NNS", "including", ["Javelins", "Stingers"]),
        ("dozens dozen NOUN NNS", "of", ["Javelins", "Stingers"]),
        ("dozens dozen NOUN NNS", "beside", []),
        ("weapons weapon NOUN NNS", "of", []),
    ],
)
def test_a_list_takes_the_place_of_the_general_word_before_it(noun: str, marker: str, found: list[str]) -> None:
    doc, index = index_of(LISTED.format(noun, marker), Javelins=WEAPON, Stingers=WEAPON)
    assert named(index.at(doc[2]), index) == found
    assert index.names(doc[2]) is bool(found)


def test_what_is_counted_with_some_of_it_set_apart_is_told_twice() -> None:
    table = LISTED.format("missiles missile NOUN NNS", "including") + "330 330 NUM CD 3 nummod"
    doc, index = index_of(table, missiles=WEAPON, Javelins=WEAPON)
    assert named(index.at(doc[2]), index) == ["missiles", "Javelins"]
    uncounted, index = index_of(
        LISTED.format("missiles missile NOUN NNS", "including"), missiles=WEAPON, Javelins=WEAPON
    )
    assert named(index.at(uncounted[2]), index) == ["Javelins"]


OFFICE = """
President president NOUN NN {0}
Quimby quimby PROPN NNP {1}
{2} {3} NOUN NNS 0 ROOT
"""


@pytest.mark.parametrize(
    ("heads", "kind", "found"),
    [
        (("3 compound", "1 flat"), PERSON, ["Quimby"]),
        (("3 compound", "3 nsubj"), PERSON, ["Quimby"]),  # wherever a parser hangs the name
        (("3 compound", "3 nsubj"), PLACE, []),
    ],
)
def test_who_is_named_right_behind_an_office_holds_it(heads: tuple[str, str], kind: str, found: list[str]) -> None:
    doc, index = index_of(OFFICE.format(*heads, "spoke", "speak"), Quimby=kind)
    assert named(index.phrase(doc[0]), index) == found


def test_a_name_before_a_noun_is_another_s() -> None:
    doc, index = index_of(OFFICE.format("3 compound", "3 compound", "supporters", "supporter"), Quimby=PERSON)
    assert named(index.phrase(doc[2]), index) == []


SPELT_OUT = """
cities city NOUN NNS 0 ROOT
{0} {0} PUNCT : 3 punct
Mopti mopti PROPN NNP 1 appos
and and CCONJ CC 5 cc
Gao gao PROPN NNP 3 conj
"""


def test_what_is_spelt_out_behind_a_colon_is_all_of_it() -> None:
    for sign, found in ((":", ["Mopti", "Gao"]), (",", ["Mopti"])):
        doc, index = index_of(SPELT_OUT.format(sign), Mopti=PLACE, Gao=PLACE)
        assert named(index.phrase(doc[0]), index) == found


OWNED = """
{0} {0} PROPN NNP 2 {1}
cities city NOUN NNS 5 nsubj:pass
{2} {2} ADP IN 4 case
{3} {3} PROPN NNP 2 nmod
burned burn VERB VBD 0 ROOT
"""


@pytest.mark.parametrize(
    ("before", "relation", "marker", "kind", "owners"),
    [
        ("Mali", "amod", "of", COUNTRY, ["Mali"]),
        ("Mali", "amod", "of", PLACE, ["Gao"]),  # "the Malian city of Gao" is Gao
        ("Many", "amod", "in", PLACE, ["Gao"]),
        ("Many", "amod", "near", PLACE, []),
        ("Mali", "nmod:poss", "near", PLACE, ["Mali"]),
    ],
)
def test_a_thing_is_its_owner_s_or_lies_where_it_is(
    before: str, relation: str, marker: str, kind: str, owners: list[str]
) -> None:
    names = {"Gao": kind} | ({"Mali": COUNTRY} if before == "Mali" else {})
    doc, index = index_of(OWNED.format(before, relation, marker, "Gao"), **names)
    assert named(index.owners(doc[1]), index) == owners


HELD = """
{0} {0} PROPN NNP 3 obl
- - PUNCT HYPH 3 punct
{1} VERB VBN 4 amod
towns town NOUN NNS 0 ROOT
"""
HELD_BEHIND = """
land land NOUN NN 0 ROOT
{1} VERB VBN 1 acl
by by ADP IN 4 case
{0} {0} PROPN NNP 2 obl
"""


@pytest.mark.parametrize("table", [HELD, HELD_BEHIND])
def test_land_is_his_who_holds_it(table: str) -> None:
    for verb, owners in (("held hold", ["Mali"]), ("painted paint", [])):
        doc, index = index_of(table.format("Mali", verb), Mali=COUNTRY)
        noun = next(token for token in doc if token.dep_ == "ROOT")
        assert named(index.owners(noun), index) == owners


def test_some_of_a_people_are_of_their_country() -> None:
    doc = tree("two two NUM CD 2 nummod\nMalians malian PROPN NNPS 3 nsubj\nleft leave VERB VBD 0 ROOT")
    told = mention(doc.text, 0, "Malians", MentionKind.DEMONYM)
    index = index_mentions(doc, Resolution((Entity(Term(COUNTRY), "Mali"),), (told,), ()), KNOWLEDGE)
    assert named(index.owners(doc[1]), index) == ["Mali"]
    assert named(index.at(doc[1]), index) == []


AROUND = """
Drones drone NOUN NNS 2 nsubj
hit hit VERB VBD {0}
hospital hospital NOUN NN 2 {1}
{2} {2} ADP IN 5 case
Gao gao PROPN NNP 2 obl
"""


@pytest.mark.parametrize(
    ("relation", "marker", "kind", "found"),
    [
        ("obj", "in", PLACE, ["Gao"]),
        ("nsubj:pass", "in", PLACE, ["Gao"]),
        ("nsubj", "in", PLACE, []),
        ("obj", "with", PLACE, []),
        ("obj", "in", PERSON, []),
    ],
)
def test_what_is_hit_lies_where_the_clause_has_it(relation: str, marker: str, kind: str, found: list[str]) -> None:
    doc, index = index_of(AROUND.format("0 ROOT", relation, marker), Gao=kind)
    assert named(index.around(doc[2]), index) == found


COST = """
In in ADP IN 2 case
Gao gao PROPN NNP 5 obl
people people NOUN NNS 5 nsubj:pass
were be AUX VBD 5 aux:pass
{0} VERB VBN 0 ROOT
when when ADV WRB 8 mark
drone drone NOUN NN 8 nsubj
hit hit VERB VBD 5 advcl
bus bus NOUN NN 8 obj
"""


def test_what_is_hit_lies_where_it_cost_lives() -> None:
    for verb, found in (("killed kill", ["Gao"]), ("surprised surprise", [])):
        doc, index = index_of(COST.format(verb), Gao=PLACE)
        assert named(index.around(at(doc, "bus")), index) == found


PEOPLE = """
Malian mali {0} 2 {1}
{2} 5 nsubj
from from ADP IN 4 case
Togo togo PROPN NNP 2 nmod
attacked attack VERB VBD 0 ROOT
"""


@pytest.mark.parametrize(
    ("noun", "role", "found"),
    [
        ("envoys envoy NOUN NNS", ACTOR, ["Togo", "Malian"]),
        ("troops troop NOUN NNS", ATTACKER, ["Malian"]),
        ("troops troop NOUN NNS", ACTOR, []),
        ("tourists tourist NOUN NNS", ACTOR, []),
        ("envoy envoy NOUN NN", ACTOR, ["Malian"]),  # behind a title stands who he is, not for whom he is there
    ],
)
def test_people_act_in_a_role_for_those_whom_the_lexicon_says(noun: str, role: Term, found: list[str]) -> None:
    doc, index = index_of(PEOPLE.format("ADJ JJ", "amod", noun), Malian=COUNTRY, Togo=COUNTRY)
    assert named(index.principals(doc[1], role), index) == found


def test_nobody_is_his_own_people_but_a_state_is() -> None:
    """Where "Smith's envoy" goes Smith does not go; who meets "Mali's envoy" meets Mali."""
    table = "{0} {0} PROPN NNP 2 nmod:poss\nenvoys envoy NOUN NNS 3 nsubj\nmet meet VERB VBD 0 ROOT"
    for name, kind, found in (("Smith", PERSON, []), ("Mali", COUNTRY, ["Mali"])):
        doc, index = index_of(table.format(name), **{name: kind})
        assert named(index.at(doc[1]), index) == found
        assert named(index.principals(doc[1], ACTOR), index) == found


def test_arms_act_for_whose_they_are_and_named_people_for_nobody() -> None:
    table = PEOPLE.format("ADJ JJ", "amod", "drones drone NOUN NNS")
    for kind, found in ((WEAPON, ["Malian"]), (PERSON, [])):
        doc, index = index_of(table, Malian=COUNTRY, drones=kind)
        assert index.is_weapon(doc[1]) is (kind == WEAPON)
        assert named(index.principals(doc[1], ATTACKER), index) == found


def test_a_team_that_is_nobody_s_is_of_those_before() -> None:
    table = "Their their PRON PRP$ 2 nmod:poss\n{0} NOUN NNS 3 nsubj\nmet meet VERB VBD 0 ROOT"
    for noun, found in (("teams team", True), ("envoys envoy", False)):
        doc, index = index_of(table.format(noun))
        assert index.is_of_those_before(doc[1]) is found
    doc, index = index_of(table.format("teams team"), Their=COUNTRY)
    assert not index.is_of_those_before(doc[1])


def test_mentions_inside_a_stretch_are_those_that_end_in_it() -> None:
    doc, index = index_of(JOINED, Mali=COUNTRY, Togo=COUNTRY, Benin=COUNTRY)
    start, end = at(doc, "Togo").idx, at(doc, "Benin").idx
    inside = [index.entities[found.entity].name for found in index.inside(start, end)]
    assert inside == ["Togo"]
    assert [found.entity for found in index.inside(0, len(doc.text))] == [0, 1, 2]


def test_a_reference_covers_the_other_tokens_of_its_words() -> None:
    doc = tree("Port port PROPN NNP 0 ROOT\nSudan sudan PROPN NNP 1 flat\nfell fall VERB VBD 1 acl")
    told = mention(doc.text, 0, "Port Sudan")
    index = index_mentions(doc, Resolution((Entity(Term(PLACE), "Port Sudan"),), (told,), ()), KNOWLEDGE)
    (reference,) = index.at(doc[0])
    assert [reference.covers(token) for token in doc] == [False, True, False]


SHARE = """
two two NUM CD 0 ROOT
of of ADP IN 3 case
frigates frigate NOUN NNS 1 nmod
"""


@pytest.mark.parametrize(("kind", "found"), [(WEAPON, ["frigates"]), (PERSON, [])])
def test_a_number_of_arms_is_of_those_arms(kind: str, found: list[str]) -> None:
    doc, index = index_of(SHARE, frigates=kind)
    assert named(index.at(doc[0]), index) == found

"""Who fills the roles of a predicate, on hand-made trees: owners, holders, arms that are hit, members of a body."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.extract.arguments.predicates import find_predicates
from kg.extract.arguments.roles import read_roles
from kg.extract.readers.frames import read_frames
from tests.extract.analysed import analysed
from tests.extract.mentions import gate
from tests.grammar.spaced import spaced
from tests.grammar.trees import at, tree

if TYPE_CHECKING:
    from kg.grammar.tree import Doc

HELD = spaced(
    "Serbia shelled Bosnian-held hills",
    """
Serbia serbia PROPN NNP 2 nsubj
shelled shell VERB VBD 0 ROOT
Bosnian bosnian ADJ JJ 5 amod
- - PUNCT HYPH 3 punct
held hold VERB VBN 6 amod
hills hill NOUN NNS 2 obj
""",
)
CONTROLLED = spaced(
    "Serbia shelled hills controlled by Bosnia",
    """
Serbia serbia PROPN NNP 2 nsubj
shelled shell VERB VBD 0 ROOT
hills hill NOUN NNS 2 obj
controlled control VERB VBN 3 acl
by by ADP IN 6 case
Bosnia bosnia PROPN NNP 4 obl
""",
)
MADE = spaced(
    "Serbia shelled hills praised by Bosnia",
    """
Serbia serbia PROPN NNP 2 nsubj
shelled shell VERB VBD 0 ROOT
hills hill NOUN NNS 2 obj
praised praise VERB VBN 3 acl
by by ADP IN 6 case
Bosnia bosnia PROPN NNP 4 obl
""",
)
GIVEN = spaced(
    "Norway gave Chad food aid",
    """
Norway norway PROPN NNP 2 nsubj
gave give VERB VBD 0 ROOT
Chad chad PROPN NNP 5 compound
food food NOUN NN 5 compound
aid aid NOUN NN 2 obj
""",
)
OWN = spaced(
    "Chad food aid came",
    """
Chad chad PROPN NNP 3 compound
food food NOUN NN 3 compound
aid aid NOUN NN 4 nsubj
came come VERB VBD 0 ROOT
""",
)
JET = spaced(
    "Syria attacked a Turkish jet",
    """
Syria syria PROPN NNP 2 nsubj
attacked attack VERB VBD 0 ROOT
a a DET DT 5 det
Turkish turkish ADJ JJ 5 amod
jet jet NOUN NN 2 obj
""",
)
SUPPLIER = spaced(
    "Spain became Morocco 's supplier of tanks",
    """
Spain spain PROPN NNP 2 nsubj
became become VERB VBD 0 ROOT
Morocco morocco PROPN NNP 5 nmod:poss
's 's PART POS 3 case
supplier supplier NOUN NN 2 xcomp
of of ADP IN 7 case
tanks tank NOUN NNS 5 nmod
""",
)
MEMBERS = spaced(
    "Envoys of NATO countries met",
    """
Envoys envoy NOUN NNS 5 nsubj
of of ADP IN 4 case
NATO nato PROPN NNP 4 compound
countries country NOUN NNS 1 nmod
met meet VERB VBD 0 ROOT
""",
)
DRONE = spaced(
    "A drone killed three farmers",
    """
A a DET DT 2 det
drone drone NOUN NN 3 nsubj
killed kill VERB VBD 0 ROOT
three three NUM CD 5 nummod
farmers farmer NOUN NNS 3 obj
""",
)


def roles(doc: Doc, word: str, **names: str) -> set[tuple[str, str]]:
    """Return the roles at a word with who fills them: the name, or a description and whom or what it belongs to."""
    analysis = analysed(doc, **names)
    entities = analysis.index.entities
    found = set()
    for predicate in find_predicates(doc, analysis.words, analysis.taxonomy):
        if predicate.token == at(doc, word):
            for filler in read_roles(predicate, analysis, taken=frozenset()) or ():
                owner = "" if filler.belongs_to is None else entities[filler.belongs_to].name
                name = f"{owner} {filler.token.text}" if filler.entity is None else entities[filler.entity].name
                found.add((str(filler.role), name.strip()))
    return found


@pytest.mark.parametrize(
    ("doc", "names", "target"),
    [
        (HELD, {"Bosnian": "country/bosnia-and-herzegovina"}, "Bosnian hills"),
        (CONTROLLED, {"Bosnia": "country/bosnia-and-herzegovina"}, "Bosnia hills"),
        (MADE, {"Bosnia": "country/bosnia-and-herzegovina"}, "hills"),
    ],
)
def test_land_is_of_those_in_whose_power_it_is(doc: Doc, names: dict[str, str], target: str) -> None:
    assert roles(doc, "shelled", Serbia="country/serbia", **names) == {("attacker", "Serbia"), ("target", target)}


IN_A_CITY = """
Peru peru PROPN NNP 2 nsubj
shelled shell VERB VBD 0 ROOT
hospitals hospital NOUN NNS 2 obj
in in ADP IN 6 case
the the DET DT 6 det
city city NOUN NN 2 obl
of of ADP IN 8 case
Cusco cusco PROPN NNP 6 nmod
"""


def test_a_place_within_a_place_keeps_its_own_words_and_one_with_its_name_is_that() -> None:
    hospital = tree(IN_A_CITY)
    assert roles(hospital, "shelled", Peru="country/peru", Cusco="Place") == {
        ("attacker", "Peru"),
        ("target", "Cusco hospitals"),
    }
    city = tree("""
Peru peru PROPN NNP 2 nsubj
shelled shell VERB VBD 0 ROOT
city city NOUN NN 2 obj
of of ADP IN 5 case
Cusco cusco PROPN NNP 3 nmod
""")
    assert roles(city, "shelled", Peru="country/peru", Cusco="Place") == {("attacker", "Peru"), ("target", "Cusco")}


SHELLED = """
Peru peru PROPN NNP 2 nsubj
shelled shell VERB VBD 0 ROOT
{0} 2 obj
of of ADP IN 5 case
Cusco cusco PROPN NNP 3 nmod
"""


@pytest.mark.parametrize(
    ("noun", "kind", "target"),
    [
        ("town town NOUN NN", "Place", "Cusco"),
        ("areas area NOUN NNS", "Place", "Cusco areas"),
        ("hideout hideout NOUN NN", "Person", "Cusco hideout"),
    ],
)
def test_some_of_a_place_is_not_the_place_nor_what_somebody_has_its_owner(noun: str, kind: str, target: str) -> None:
    found = roles(tree(SHELLED.format(noun)), "shelled", Peru="country/peru", Cusco=kind)
    assert found == {("attacker", "Peru"), ("target", target)}


def test_arms_that_are_hit_are_a_thing_of_their_owner() -> None:
    names = {"Syria": "country/syria", "Turkish": "country/turkey", "jet": "weapon/fighter-jet"}
    assert roles(JET, "attacked", **names) == {("attacker", "Syria"), ("target", "Turkish jet")}


def test_a_noun_is_said_of_its_bearer() -> None:
    names = {"Spain": "country/spain", "Morocco": "country/morocco", "tanks": "weapon/tank"}
    assert roles(SUPPLIER, "supplier", **names) == {
        ("supplier", "Spain"),
        ("recipient", "Morocco"),
        ("weapon", "tanks"),
    }


def test_members_of_a_body_act_for_it() -> None:
    assert roles(MEMBERS, "met", NATO="organization/nato") == {("participant", "NATO")}


def test_a_weapon_that_kills_is_the_means_of_those_who_own_it() -> None:
    assert roles(DRONE, "killed", drone="weapon/drone") == {("weapon", "drone"), ("target", "farmers")}
    owned = spaced(
        "Turkish drone killed three farmers",
        """
Turkish turkish ADJ JJ 2 amod
drone drone NOUN NN 3 nsubj
killed kill VERB VBD 0 ROOT
three three NUM CD 5 nummod
farmers farmer NOUN NNS 3 obj
""",
    )
    found = roles(owned, "killed", Turkish="country/turkey", drone="weapon/drone")
    assert found == {("attacker", "Turkish"), ("weapon", "drone"), ("target", "farmers")}


def test_the_reader_of_frames_gives_one_mention_a_trigger() -> None:
    names = {"Spain": "country/spain", "Morocco": "country/morocco", "tanks": "weapon/tank"}
    (mention,) = read_frames(analysed(SUPPLIER, **names), gate())
    assert (mention.kind, mention.rule) == ("Transfer", "supplier-n")
    assert {argument.role for argument in mention.arguments} == {"supplier", "recipient", "weapon"}


def test_a_required_argument_that_is_not_filled_gives_no_mention() -> None:
    doc = spaced(
        "supplier of tanks", "supplier supplier NOUN NN 0 ROOT\nof of ADP IN 3 case\ntanks tank NOUN NNS 1 nmod"
    )
    assert read_frames(analysed(doc, tanks="weapon/tank"), gate()) == []


KIDNAPPED = spaced(
    "kidnapped engineer left",
    """
kidnapped kidnap VERB VBN 2 amod
engineer engineer NOUN NN 3 nsubj
left leave VERB VBD 0 ROOT
""",
)


def test_a_participle_before_a_noun_is_done_to_it() -> None:
    assert roles(KIDNAPPED, "kidnapped") == {("target", "engineer")}


@pytest.mark.parametrize(
    ("verb", "thing", "tag", "seen"),
    [
        ("reject", "proposal", "NN", {"target"}),
        ("reject", "it", "PRP", {"target"}),
        ("arrest", "him", "PRP", {"target"}),
        ("arrest", "it", "PRP", set()),
        ("arrest", "proposal", "NN", set()),
        ("kill", "idea", "NN", set()),
    ],
)
def test_words_that_name_nobody_are_seen_where_the_role_takes_them(
    verb: str, thing: str, tag: str, seen: set[str]
) -> None:
    pos = "PRON" if tag == "PRP" else "NOUN"
    rows = "Iran iran PROPN NNP 2 nsubj", f"{verb} {verb} VERB VBP 0 ROOT", f"{thing} {thing} {pos} {tag} 2 obj"
    doc = spaced(f"Iran {verb} {thing}", "\n".join(rows))
    mentions = read_frames(analysed(doc, Iran="country/iran"), gate())
    assert {role for mention in mentions for role in mention.seen} == seen
    assert bool(mentions) is bool(seen), "without the words that it requires the verb tells no event"


def test_who_is_given_a_thing_does_not_give_it_though_the_name_stands_before_it() -> None:
    (given,) = read_frames(analysed(GIVEN, Norway="Country", Chad="Country"), gate())
    assert {(a.role, a.entity) for a in given.arguments} == {("actor", 0), ("recipient", 1)}
    (own,) = read_frames(analysed(OWN, Chad="Country"), gate())
    assert {(a.role, a.entity) for a in own.arguments} == {("actor", 0)}


@pytest.mark.parametrize(("preposition", "sites"), [("to", set()), ("for", {1})], ids=["to", "for"])
def test_where_a_time_is_to_be_spent_nothing_that_is_told_happened(preposition: str, sites: set[int]) -> None:
    doc = spaced(
        f"Iran jailed men {preposition} years in Tehran",
        f"""
Iran iran PROPN NNP 2 nsubj
jailed jail VERB VBD 0 ROOT
men man NOUN NNS 2 obj
{preposition} {preposition} ADP IN 5 case
years year NOUN NNS 2 obl
in in ADP IN 7 case
Tehran tehran PROPN NNP 2 obl
""",
    )
    (mention,) = read_frames(analysed(doc, Iran="Country", Tehran="Place"), gate())
    assert {a.entity for a in mention.arguments if a.role == "place"} == sites

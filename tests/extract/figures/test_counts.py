"""What a number of dead, wounded or intercepted counts, on trees made by hand."""

from __future__ import annotations

import pytest

from kg.extract.figures.counts import (
    are_of_one,
    can_count,
    count_of,
    is_share,
    together,
    without_others,
)
from kg.grammar.quantity.quantities import Quantity
from kg.records import Term
from tests.extract.analysed import analysed
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

KILLED, INTERCEPTED = Term("Killed"), Term("Intercepted")


def killed(table: str, first: str, **names: str) -> tuple[int | None, int | None] | None:
    doc = tree(table)
    found = together(at(doc, first), KILLED, analysed(doc, **names))
    return None if found is None else (found.minimum, found.maximum)


def listed(*parts: str, joint: str = "and") -> str:
    """Return the tree of "killed" with the coordinated parts, each "word/lemma/tag" behind its number or article."""
    lines, first = ["Killed kill VERB VBD 0 ROOT"], 0
    for i, part in enumerate(parts):
        counting, noun = part.split()
        word, lemma, tag = noun.split("/")
        if i == len(parts) - 1 and i:
            lines.append(f"{joint} {joint} CCONJ CC {len(lines) + 3} cc")
        number = counting.isdigit()
        head = len(lines) + 2
        lines.append(f"{counting} {counting} {'NUM CD' if number else 'DET DT'} {head} {'nummod' if number else 'det'}")
        lines.append(f"{word} {lemma} NOUN {tag} {first or 1} {'conj' if first else 'obj'}")
        first = first or len(lines)
    return "\n".join(lines)


def test_people_who_are_named_together_are_one_number() -> None:
    assert killed(listed("5 soldiers/soldier/NNS", "3 civilians/civilian/NNS"), "soldiers") == (8, 8)
    assert killed(listed("a teacher/teacher/NN", "3 pupils/pupil/NNS"), "teacher") == (4, 4)


def test_of_a_plural_without_a_number_nobody_knows_how_many() -> None:
    assert killed(listed("5 soldiers/soldier/NNS", "the civilians/civilian/NNS"), "soldiers") == (5, None)


def test_alternatives_single_ones_and_those_without_any_number_do_not_add_up() -> None:
    assert killed(listed("5 soldiers/soldier/NNS", "3 civilians/civilian/NNS", joint="or"), "soldiers") is None
    assert killed(listed("5 soldiers/soldier/NNS"), "soldiers") is None
    assert killed(listed("a nurse/nurse/NN", "her patients/patient/NNS"), "nurse") is None
    assert killed(listed("the mayor/mayor/NN", "the guards/guard/NNS"), "mayor") is None


def test_single_people_add_up_and_things_beside_them_do_not() -> None:
    assert killed(listed("a nurse/nurse/NN", "a driver/driver/NN"), "nurse") == (2, 2)
    assert killed(listed("a family/family/NN", "a driver/driver/NN"), "family") is None
    assert killed(listed("a nurse/nurse/NN", "both patients/patient/NNS"), "nurse") == (3, 3)


MEMBERS = """
Killed kill VERB VBD 0 ROOT
a a DET DT 3 det
{0} {0} NOUN NN 1 obj
of of ADP IN 5 case
six six NUM CD 3 nmod
"""


@pytest.mark.parametrize(("noun", "members", "others"), [("family", 6, False), ("father", None, True)])
def test_a_family_of_six_is_six_and_a_father_of_six_is_one(noun: str, members: int | None, *, others: bool) -> None:
    doc = tree(MEMBERS.format(noun))
    found = count_of(at(doc, noun), KNOWLEDGE.words)
    assert (found.minimum if found else None) == members
    assert are_of_one(at(doc, "six"), analysed(doc)) is others


LISTED = """
Killed kill VERB VBD 0 ROOT
a a DET DT 3 det
woman woman NOUN NN 1 obj
, , PUNCT , 5 punct
two two NUM CD 3 appos
of of ADP IN 8 case
her her PRON PRP$ 8 nmod:poss
sons son NOUN NNS 5 nmod
and and CCONJ CC 11 cc
a a DET DT 11 det
neighbour neighbour NOUN NN 3 conj
"""


def test_several_are_no_other_name_of_one() -> None:
    assert killed(LISTED, "woman") == (4, 4)


@pytest.mark.parametrize(("beside", "most"), [("more", None), ("young", 2)])
def test_more_dead_come_to_others(beside: str, most: int | None) -> None:
    rows = f"2 2 NUM CD 3 nummod\n{beside} {beside} ADJ JJ 3 amod\nsoldiers soldier NOUN NNS 4 nsubj"
    doc = tree(f"{rows}\ndied die VERB VBD 0 ROOT")
    two = Quantity(2, 2, 0, 1)
    assert without_others(two, at(doc, "soldiers"), KILLED, KNOWLEDGE.words).maximum == most
    assert without_others(two, at(doc, "soldiers"), Term("Injured"), KNOWLEDGE.words).maximum == 2


def test_animals_beside_people_are_not_among_the_dead() -> None:
    assert killed(listed("2 farmers/farmer/NNS", "40 goats/goat/NNS"), "farmers") is None


GAPPED = """
Leaving leave VERB VBG 0 ROOT
4 4 NUM CD 1 obj
dead dead ADJ JJ 1 xcomp
and and CCONJ CC 5 cc
9 9 NUM CD 2 conj
wounded wounded ADJ JJ 5 orphan
"""


def test_the_wounded_are_not_added_to_the_dead() -> None:
    assert killed(GAPPED, "4") is None


@pytest.mark.parametrize(
    ("noun", "lemma", "measure", "counts"),
    [
        ("soldiers", "soldier", KILLED, True),
        ("weavers", "weaver", KILLED, True),
        ("horses", "horse", KILLED, False),
        ("homes", "home", KILLED, False),
        ("sheep", "shee", KILLED, False),
        ("homes", "home", INTERCEPTED, False),
        ("helicopters", "helicopter", INTERCEPTED, True),
    ],
)
def test_a_measure_counts_people_or_weapons(noun: str, lemma: str, measure: Term, *, counts: bool) -> None:
    doc = tree(listed(f"3 {noun}/{lemma}/NNS"))
    assert can_count(at(doc, noun), measure, analysed(doc)) is counts


def test_hundreds_of_sheep_are_sheep() -> None:
    doc = tree(
        """
Killing kill VERB VBG 0 ROOT
hundreds hundred NOUN NNS 1 obj
of of ADP IN 4 case
sheep shee NOUN NNS 2 nmod
"""
    )
    assert not can_count(at(doc, "hundreds"), KILLED, analysed(doc))


def test_a_missile_is_intercepted_and_not_killed() -> None:
    doc = tree(listed("3 missiles/missile/NNS"))
    analysis = analysed(doc, missiles="Weapon")
    assert can_count(at(doc, "missiles"), INTERCEPTED, analysis)
    assert not can_count(at(doc, "missiles"), KILLED, analysis)


def test_a_share_of_those_who_are_counted_is_a_number_of_them() -> None:
    doc = tree("five five NUM CD 0 ROOT\nof of ADP IN 3 case\n{} {} PRON PRP 1 nmod".replace("{}", "them"))
    assert is_share(at(doc, "five"), KILLED, KNOWLEDGE.words)
    assert not is_share(at(doc, "them"), KILLED, KNOWLEDGE.words)


def test_what_is_shot_down_is_counted_once_though_it_is_some_of_what_was_launched() -> None:
    doc = tree("five five NUM CD 0 ROOT\nof of ADP IN 3 case\nthem them PRON PRP 1 nmod")
    assert not is_share(at(doc, "five"), Term("Intercepted"), KNOWLEDGE.words)

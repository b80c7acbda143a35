"""Whose an office is, by its own words, where no reader tells it of who comes into it or leaves it."""

from __future__ import annotations

from kg.extract.event_mentions.posts import with_owner_of_office
from tests.extract.analysed import analysed
from tests.extract.mentions import mention, named
from tests.grammar.trees import at, tree

BECAME = """
Merz Merz PROPN NNP 2 nsubj
became become VERB VBD 0 ROOT
Chilean Chilean ADJ JJ 4 amod
{noun} {noun} NOUN NN 2 xcomp
"""
SACKED = """
Milei Milei PROPN NNP 2 nsubj
sacked sack VERB VBD 0 ROOT
Chilean Chilean ADJ JJ 4 amod
minister minister NOUN NN 5 nmod:desc
Mondino Mondino PROPN NNP 2 obj
"""


def owner(text: str, kind: str, verb: str, *told: str) -> list[str]:
    """The words for whose the office is told to be, with others that have a part in it."""
    doc = tree(text)
    known = analysed(doc, Chilean="country/chile")
    parts = [named(role, 0, at=at(doc, "Chilean").idx) for role in told]
    found = with_owner_of_office(mention(kind, *parts, at=at(doc, verb).idx), known)
    return [doc.text[a.span.start : a.span.end] for a in found.arguments[len(parts) :] if a.role == "of"]


def test_the_words_for_an_office_tell_whose_it_is() -> None:
    assert owner(BECAME.format(noun="chancellor"), "Appointment", "became") == ["Chilean"]
    assert owner(BECAME.format(noun="citizen"), "Appointment", "became") == []
    assert owner(BECAME.format(noun="chancellor"), "Meeting", "became") == []


def test_nobody_has_two_parts_by_the_same_words() -> None:
    assert owner(BECAME.format(noun="chancellor"), "Appointment", "became", "of") == []
    assert owner(BECAME.format(noun="chancellor"), "Appointment", "became", "actor") == []


def test_who_is_dismissed_had_the_office_before_his_name() -> None:
    assert owner(SACKED, "Departure", "sacked") == ["Chilean"]
    assert owner(SACKED, "Appointment", "sacked") == []

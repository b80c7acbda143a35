"""Names behind titles, and beside verbs of saying where a pipeline knows no names."""

from __future__ import annotations

import pytest

from kg.resolve.names.titled import spoken_names, titled_names
from tests.grammar.trees import tree, unparsed
from tests.resolve.contexts import context_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("President Ann Quimby spoke", ["Ann Quimby"]),
        ("Foreign Minister Quimby spoke", ["Quimby"]),
        ("President of Finland Ann Quimby spoke", ["Ann Quimby"]),
        ("President Ukraine spoke", []),
        ("President\nAnn Quimby spoke", []),
        ("President Monday spoke", []),
        ("Bridge Ann Quimby spoke", []),
        ("Minister Israel Quimby spoke", ["Israel Quimby"]),
    ],
)
def test_the_run_of_capitals_behind_a_title_is_a_person(text: str, names: list[str]) -> None:
    context = context_of(unparsed(text))
    found = [text[context.pieces[n.first].start : context.pieces[n.last - 1].end] for n in titled_names(context)]
    assert found == names


SPOKEN = """
Ann ann PROPN NNP 3 nsubj
{} {} PROPN NNP 1 flat
{} {} VERB VBD 0 ROOT
"""


def test_two_capitals_beside_a_verb_of_saying_are_a_person() -> None:
    for name, verb, count in (("Quimby", "said say", 1), ("Quimby", "ate eat", 0), ("Ukraine", "said say", 0)):
        context = context_of(tree(SPOKEN.format(name, name, *verb.split())))
        assert len(list(spoken_names(context))) == count


def test_two_capitals_before_an_office_are_a_person() -> None:
    office = """
    Ann ann PROPN NNP 0 ROOT
    Quimby quimby PROPN NNP 1 flat
    , , PUNCT , 5 punct
    the the DET DT 5 det
    {} 1 appos
    """
    assert len(list(spoken_names(context_of(tree(office.format("president president NOUN NN")))))) == 1
    assert not list(spoken_names(context_of(tree(office.format("bridge bridge NOUN NN")))))

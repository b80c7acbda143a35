"""In whose words a text is, by its title, and what "we" in it means."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.records import Document
from kg.resolve.context import Context, read_context
from kg.resolve.coreference.authors import author_of, is_statement
from kg.resolve.coreference.pronouns import is_of_state
from tests.grammar.trees import at, tree, unparsed
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from kg.grammar.tree import Doc

DAY = date(2023, 3, 1)


def context(doc: Doc, title: str = "") -> Context:
    return read_context(doc, Document("case", doc.text, DAY, title=title), KNOWLEDGE)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Statement by President Biden on Ukraine", "Joe Biden"),
        ("Press Statement from President Joe Biden", "Joe Biden"),
        ("Remarks by President Biden and Prime Minister Sunak", None),
        ("Anger at a statement by President Biden", None),
        ("President Biden's Statement", None),
        ("Statement by Admiral Nobody", None),
    ],
)
def test_a_statement_is_by_whom_its_title_names_alone(title: str, name: str | None) -> None:
    author = author_of(context(unparsed("I spoke."), title), 0, [])
    assert (None if author is None else getattr(author, "name", "")) == name


def test_a_joint_statement_is_a_statement_and_a_fact_sheet_is_none() -> None:
    assert is_statement(context(unparsed("We met."), "Joint Statement by Chad and Mali"), 0)
    assert not is_statement(context(unparsed("We met."), "Fact Sheet on Chad"), 0)


WE = """
We we PRON PRP 2 nsubj
{verb} 0 ROOT
{thing} 2 obj
"""


def test_what_states_do_the_speakers_state_did() -> None:
    for verb, thing in (
        ("imposed impose VERB VBD", "sanctions sanction NOUN NNS"),
        ("announced announce VERB VBD", "aid aid NOUN NN"),
    ):
        doc = tree(WE.format(verb=verb, thing=thing))
        assert is_of_state(context(doc), at(doc, "We"))
    doc = tree(WE.format(verb="ate eat VERB VBD", thing="bread bread NOUN NN"))
    assert not is_of_state(context(doc), at(doc, "We"))


def test_behind_somebody_and_i_we_are_these() -> None:
    before = """
Ann ann PROPN NNP 4 nsubj
and and CCONJ CC 3 cc
I I PRON PRP 1 conj
met meet VERB VBD 0 ROOT
We we PRON PRP 6 nsubj
imposed impose VERB VBD 0 ROOT
sanctions sanction NOUN NNS 6 obj
"""
    doc = tree(before)
    assert not is_of_state(context(doc), at(doc, "We"))


def test_our_help_is_that_of_the_speakers_state_and_our_children_are_not() -> None:
    table = "our our PRON PRP$ 2 nmod:poss\n{} NOUN NNS 0 ROOT"
    doc = tree(table.format("sanctions sanction"))
    assert is_of_state(context(doc), at(doc, "our"))
    doc = tree(table.format("children child"))
    assert not is_of_state(context(doc), at(doc, "our"))

"""Who fills a role, by name or by description, and the plain data that it becomes."""

from __future__ import annotations

import pytest

from kg.extract.arguments.role_fillers import RoleFiller, argument_of
from kg.extract.participants.descriptions import describe
from kg.records import MentionKind, Span, Term
from tests.extract.analysed import analysed
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

DOC = tree("""
Zorg Zorg PROPN NNP 2 nsubj
shelled shell VERB VBD 0 ROOT
two two NUM CD 4 nummod
hospitals hospital NOUN NNS 2 obj
in in ADP IN 6 case
Peru Peru PROPN NNP 4 nmod
""")
ANALYSIS = analysed(DOC, Zorg="Organization", Peru="country/peru")
TARGET = Term("target")


def test_a_name_becomes_an_argument_with_its_entity_and_words() -> None:
    (reference,) = ANALYSIS.index.at(at(DOC, "Zorg"))
    filler = RoleFiller(Term("attacker"), reference.token, "by", reference)
    argument = argument_of(filler, score=0.5)
    assert (argument.entity, argument.span, argument.kind) == (0, Span(0, 4), MentionKind.NAME)
    assert (argument.marker, argument.score, argument.unnamed) == ("by", 0.5, None)
    assert filler.key == (Term("attacker"), 0, -1)


@pytest.mark.parametrize("owner", [None, 1])
def test_a_description_becomes_an_argument_without_entity_that_may_belong_to_one(owner: int | None) -> None:
    noun = at(DOC, "hospitals")
    description = describe(noun, ANALYSIS.kinds, KNOWLEDGE.words)
    assert description is not None
    filler = RoleFiller(TARGET, noun, description=description, belongs_to=owner)
    argument = argument_of(filler)
    assert (argument.entity, argument.kind, argument.party) == (None, MentionKind.DESCRIPTION, owner)
    assert argument.unnamed is not None
    assert (argument.unnamed.minimum, argument.unnamed.maximum) == (2, 2)
    assert filler.key == (TARGET, None, noun.i)

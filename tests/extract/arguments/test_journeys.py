import pytest

from kg.extract.arguments.journeys import is_abroad
from kg.extract.arguments.role_fillers import RoleFiller
from kg.extract.participants.reference import Reference
from kg.records import Entity, Mention, MentionKind, Span, Term
from tests.grammar.trees import tree

FLEW = """
    Macron  Macron  PROPN NNP 2 nsubj
    flew    fly     VERB  VBD 0 ROOT
    to      to      ADP   IN  4 case
    Lyon    Lyon    PROPN NNP 2 obl
"""
ENTITIES = (
    Entity(Term("Person"), "Macron", country="fr"),
    Entity(Term("Person"), "Low"),
    Entity(Term("Place"), "Lyon", country="fr"),
    Entity(Term("Place"), "Beirut", country="lb"),
    Entity(Term("Place"), "Kashmir"),
    Entity(Term("Country"), "Lebanon", reference="lb"),
)
DOC = tree(FLEW)


def _filler(role: str, name: str) -> RoleFiller:
    entity = next(i for i, known in enumerate(ENTITIES) if known.name == name)
    mention = Mention(Span(0, 1), entity, MentionKind.NAME, "test")
    return RoleFiller(Term(role), DOC[0], reference=Reference(entity, mention, DOC[0]))


@pytest.mark.parametrize(
    ("who", "where", "abroad"),
    [
        ("Macron", "Beirut", True),
        ("Macron", "Lebanon", True),
        ("Macron", "Lyon", False),
        ("Macron", "Kashmir", False),
        ("Low", "Beirut", False),
        ("Low", "Lebanon", True),
    ],
)
def test_a_town_is_abroad_for_whom_another_country_is_known(who, where, abroad):
    assert is_abroad([_filler("participant", who), _filler("place", where)], ENTITIES) is abroad


def test_what_has_no_name_is_no_town_and_a_pronoun_tells_nothing():
    shrine = RoleFiller(Term("place"), DOC[3])
    assert not is_abroad([_filler("participant", "Macron"), shrine], ENTITIES)
    assert is_abroad([_filler("participant", "Macron")], ENTITIES)

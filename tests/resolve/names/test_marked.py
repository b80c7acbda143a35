"""What of a name that the model marks is a person's name."""

from __future__ import annotations

import pytest

from kg.grammar.tree import Span
from kg.resolve.names.marked import model_names
from tests.grammar.spaced import spaced
from tests.grammar.trees import marked, tree
from tests.resolve.contexts import context_of


def names(text: str, *persons: str) -> list[str]:
    """Return the names that are left of the words that a model takes for persons."""
    context = context_of(marked(text, **dict.fromkeys(persons, "PERSON")))
    return [text[context.pieces[n.first].start : context.pieces[n.last - 1].end] for n in model_names(context)]


@pytest.mark.parametrize(
    ("text", "person", "left"),
    [
        ("Ann Quimby spoke", "Ann_Quimby", ["Ann Quimby"]),
        ("Ann Quimby's aide spoke", "Ann_Quimby's", ["Ann Quimby"]),
        ("Ann Quimby's Porsche sped", "Ann_Quimby's_Porsche", ["Ann Quimby"]),
        ("Ann Quimby of Peru spoke", "Ann_Quimby_of_Peru", ["Ann Quimby"]),
        ("Ann Quimby Visits Lima", "Ann_Quimby_Visits", ["Ann Quimby"]),
        ("Ann Quimby Peru spoke", "Ann_Quimby_Peru", ["Ann Quimby"]),
        ("Ann Quimby After Lunch", "Ann_Quimby_After_Lunch", ["Ann Quimby"]),
        ("the Trump-Putin call", "Trump-Putin", ["Trump", "Putin"]),
        ("Karine Jean-Pierre spoke", "Karine_Jean-Pierre", ["Karine Jean-Pierre"]),
        ("Steve Israel spoke", "Steve_Israel", ["Steve Israel"]),
        ("Putin Ukraine talks", "Putin_Ukraine", ["Putin"]),
        ("and drew", "drew", []),
        ("Al-Shabaab warned", "Al-Shabaab", []),
        ("Al-Maliki warned", "Al-Maliki", ["Al-Maliki"]),
    ],
)
def test_a_name_ends_before_what_the_model_took_too_much(text: str, person: str, left: list[str]) -> None:
    assert names(text, person) == left


def test_only_persons_are_names_of_persons() -> None:
    context = context_of(marked("Ann Quimby spoke", Ann_Quimby="ORG"))
    assert not list(model_names(context))


HEADED = """
Melania Melania {} NNP 0 ROOT O
Quimby Quimby PROPN NNP 1 {} B-PERSON
"""


def test_a_name_begins_where_syntax_sees_its_head() -> None:
    for pos, dep, parts in (
        ("PROPN", "flat", ("melania", "quimby")),
        ("PROPN", "appos", ("quimby",)),
        ("NOUN", "flat", ("quimby",)),
    ):
        (name,) = model_names(context_of(tree(HEADED.format(pos, dep))))
        assert name.parts == parts


def test_a_finite_verb_ends_a_name_and_a_word_of_its_form_without_its_tag_does_not() -> None:
    table = """
    Ann Ann PROPN NNP 0 ROOT B-PERSON
    Quimby Quimby PROPN NNP 1 flat I-PERSON
    Dors Dors PROPN {} 1 flat I-PERSON
    """
    for tag, parts in (("VBZ", ("ann", "quimby")), ("NNP", ("ann", "quimby", "dors"))):
        (name,) = model_names(context_of(tree(table.format(tag))))
        assert name.parts == parts


def test_a_family_name_that_is_a_noun_begins_the_name_of_one_word_behind_it() -> None:
    table = """
    {0} {0} {1} NNP 2 nmod:desc O
    Quimby Quimby PROPN NNP 0 ROOT B-PERSON
    """
    found = (("Fan", "PROPN", ("fan", "quimby")), ("Fan", "NOUN", ("quimby",)), ("Chef", "PROPN", ("quimby",)))
    for word, pos, parts in found:
        (name,) = model_names(context_of(tree(table.format(word, pos))))
        assert name.parts == parts


MET = """
Nicholas Nicholas PROPN NNP {0} {1} B-PERSON
Burns burn PROPN NNP 1 flat I-PERSON
met meet VERB VBD {2} {3} O
"""


def test_a_surname_like_a_verb_stays_where_the_sentence_has_its_verb_elsewhere() -> None:
    (whole,) = model_names(context_of(tree(MET.format(3, "nsubj", 0, "ROOT"))))
    (part,) = model_names(context_of(tree(MET.format(0, "ROOT", 1, "acl"))))
    assert (whole.parts, part.parts) == (("nicholas", "burns"), ("nicholas",))


@pytest.mark.parametrize(("part", "name"), [("NOUN NN 1 flat", "Ahn Gyu-back"), ("NOUN NN 5 obl", "Ahn Gyu")])
def test_a_name_goes_on_behind_a_hyphen_where_syntax_has_a_part_of_it(part: str, name: str) -> None:
    table = f"""
    Ahn ahn PROPN NNP 5 nsubj
    Gyu gyu PROPN NNP 1 flat
    - - PUNCT HYPH 2 punct
    back back {part}
    spoke speak VERB VBD 0 ROOT
    """
    text = "Ahn Gyu-back spoke"
    doc = spaced(text, table)
    doc.ents = [Span(doc, 0, 2, "PERSON")]
    for token in doc.ents[0]:
        token.ent_type_ = "PERSON"
    context = context_of(doc)
    assert [text[context.pieces[n.first].start : context.pieces[n.last - 1].end] for n in model_names(context)] == [
        name
    ]

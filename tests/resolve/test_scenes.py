"""What the verb beside a lone name says of it."""

from __future__ import annotations

import pytest

from kg.resolve.scenes import is_besieged, is_put_off, owns_its
from tests.grammar.trees import tree
from tests.resolve.contexts import context_of


@pytest.mark.parametrize(
    ("verb", "relation", "besieged"),
    [
        ("shelled shell VERB VBD", "obj", True),
        ("bombed bomb VERB VBN", "nsubj:pass", True),
        ("shelled shell VERB VBD", "nsubj", False),
        ("killed kill VERB VBD", "obj", False),
        ("attacked attack VERB VBD", "obj", False),
    ],
)
def test_what_is_shelled_is_a_place(verb: str, relation: str, *, besieged: bool) -> None:
    doc = tree(f"{verb} 0 ROOT\nSurin Surin PROPN NNP 1 {relation}")
    assert is_besieged(context_of(doc), doc[1]) is besieged


@pytest.mark.parametrize(("preposition", "besieged"), [("of", True), ("by", False)])
def test_so_is_what_a_siege_is_of(preposition: str, *, besieged: bool) -> None:
    doc = tree(f"siege siege NOUN NN 0 ROOT\n{preposition} {preposition} ADP IN 3 case\nSurin Surin PROPN NNP 1 nmod")
    assert is_besieged(context_of(doc), doc[2]) is besieged


def test_what_is_put_off_was_planned() -> None:
    table = "Kartika Kartika PROPN NNP 2 nsubj:pass\nput put VERB VBN 0 ROOT\n{} {} ADP RP 2 compound:prt"
    assert [is_put_off(context_of(doc), doc[0]) for doc in map(tree, (table.format(w, w) for w in ("off", "in")))] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("owner", "relation", "owns"), [("its", "obj", True), ("his", "obj", False), ("its", "obl", False)]
)
def test_only_a_thing_owns_what_is_its(owner: str, relation: str, *, owns: bool) -> None:
    doc = tree(
        "Jordan Jordan PROPN NNP 2 nsubj\nrepeated repeat VERB VBD 0 ROOT\n"
        f"{owner} {owner} PRON PRP$ 4 nmod:poss\ncall call NOUN NN 2 {relation}"
    )
    assert owns_its(context_of(doc), doc[0]) is owns

"""The plain tree says of a parse what spaCy's Doc says, before and after a token is hung elsewhere."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from spacy.tokens import Doc as Parsed
from spacy.tokens import Span as ParsedSpan

from kg.grammar.parses import tree_of
from tests.grammar.trees import BLANK

if TYPE_CHECKING:
    from kg.grammar.tree import Doc, Token

WORDS = ("Iran", "fired", "missiles", ",", "drones", "at", "Israel", ".", "It", "denied", "it", "\n", "(", "twice", ")")
HEADS = (1, 1, 1, 4, 2, 6, 1, 1, 9, 9, 9, 10, 13, 9, 13)
DEPS = (
    "nsubj",
    "ROOT",
    "obj",
    "punct",
    "conj",
    "case",
    "obl",
    "punct",
    "nsubj",
    "ROOT",
    "obj",
    "dep",
    "punct",
    "advmod",
    "punct",
)
SPACES = tuple(word not in {"missiles", "\n", "("} for word in WORDS)


@pytest.fixture
def parsed() -> Parsed:
    doc = Parsed(BLANK.vocab, words=WORDS, spaces=SPACES, heads=HEADS, deps=DEPS, lemmas=WORDS, pos=["X"] * len(WORDS))
    doc.set_ents([ParsedSpan(doc, 0, 1, label="GPE")])
    return doc


def same(doc: Doc, parsed: Parsed) -> None:
    for ours, theirs in zip(doc, parsed, strict=True):
        for name in ("i", "idx", "text", "lower_", "lemma_", "pos_", "dep_", "ent_type_", "ent_iob_", "text_with_ws"):
            assert getattr(ours, name) == getattr(theirs, name)
        for name in ("is_alpha", "is_space", "is_punct", "is_right_punct", "is_title", "like_num", "shape_"):
            assert getattr(ours, name) == getattr(theirs, name)
        for name in ("children", "lefts", "rights", "conjuncts", "ancestors"):
            assert places(getattr(ours, name)) == places(getattr(theirs, name)), name
        assert ours.labels == {child.dep_ for child in theirs.children}
        assert places([ours.head, ours.left_edge, ours.right_edge]) == places(
            [theirs.head, theirs.left_edge, theirs.right_edge]
        )
        assert (ours.sent.start, ours.sent.end, len(ours)) == (theirs.sent.start, theirs.sent.end, len(theirs))
    for start in range(len(parsed)):
        for end in range(start + 1, len(parsed) + 1):
            ours, theirs = doc[start:end], parsed[start:end]
            assert (ours.text, ours.root.i, ours.start_char) == (theirs.text, theirs.root.i, theirs.start_char)


def places(tokens: object) -> list[int]:
    return [token.i for token in tokens]  # type: ignore[attr-defined]


def test_it_says_what_the_parse_says(parsed: Parsed) -> None:
    same(tree_of(parsed), parsed)


@pytest.mark.parametrize(("child", "head"), [(6, 2), (4, 1), (10, 13), (2, 6)])
def test_a_token_hung_elsewhere_takes_its_phrase_with_it(parsed: Parsed, child: int, head: int) -> None:
    doc = tree_of(parsed)
    doc.attach(doc[child], doc[head], "dep")
    parsed[child].head, parsed[child].dep_ = parsed[head], "dep"
    same(doc, parsed)


@pytest.mark.parametrize("mode", ["strict", "contract", "expand"])
def test_characters_are_those_of_the_same_tokens(parsed: Parsed, mode: str) -> None:
    doc = tree_of(parsed)
    for start in range(len(doc.text)):
        for end in range(start + 1, len(doc.text) + 2):
            ours = doc.char_span(start, end, alignment_mode=mode)
            theirs = parsed.char_span(start, end, alignment_mode=mode)
            assert (ours is None) is (theirs is None)
            assert ours is None or theirs is None or (ours.start, ours.end) == (theirs.start, theirs.end)


def test_names_have_types_and_a_place_outside_the_text_has_no_token(parsed: Parsed) -> None:
    doc = tree_of(parsed)
    assert [(name.text, name.label_) for name in doc.ents] == [("Iran", "GPE")]
    assert doc.knows_names
    assert not tree_of(BLANK("Iran")).knows_names
    assert doc.events is None
    last: Token = doc[len(doc) - 1]
    with pytest.raises(IndexError):
        last.nbor()
    with pytest.raises(IndexError):
        doc[0].nbor(-1)


@pytest.mark.parametrize(("label", "kept"), [("conj", "ROOT"), ("nsubj", "ROOT"), ("root", "root"), ("", "")])
def test_a_root_has_no_relation_that_would_lead_on(label: str, kept: str) -> None:
    parsed = Parsed(BLANK.vocab, words=["Iran", "fired"], heads=[1, 1], deps=["nsubj", label])
    assert [token.dep_ for token in tree_of(parsed)] == ["nsubj", kept]


def test_a_released_document_is_freed_without_the_collector(parsed: Parsed) -> None:
    def left_to_collect(*, released: bool) -> int:
        gc.collect()
        doc = tree_of(parsed)
        if released:
            doc.release()
        del doc
        return gc.collect()

    gc.disable()
    try:
        assert left_to_collect(released=False) > 0
        assert left_to_collect(released=True) == 0
    finally:
        gc.enable()

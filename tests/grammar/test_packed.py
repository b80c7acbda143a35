"""What is packed says all that the parse said: whoever reads from it reads the same."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.grammar.packed import pack, unpack
from kg.grammar.parses import parse
from kg.grammar.repairs import repaired
from kg.grammar.tree import Doc, Token
from kg.knowledge.gate import Precision
from kg.language import load
from kg.pipeline.stages import read_annotated, read_document
from kg.records import Document
from tests.known import KNOWLEDGE

SEED = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))[3]
TOKENS = {"head", "children", "lefts", "rights", "left_edge", "right_edge"}


@pytest.fixture(scope="module")
def document() -> Document:
    return Document("seed", SEED.read_text(encoding="utf-8")[:1500])


@pytest.fixture(scope="module")
def doc(document: Document) -> Doc:
    return parse(document.text, load())


def told(token: Token) -> list[object]:
    """Return what a token says, of other tokens their places."""
    values = []
    for name in (field.name for field in fields(Token) if field.name != "doc"):
        value = getattr(token, name)
        if name in TOKENS:
            value = [other.i for other in value] if isinstance(value, tuple) else value.i
        values.append(value)
    return values


def test_every_token_comes_back(doc: Doc) -> None:
    again = unpack(pack(doc))
    assert [told(token) for token in again] == [told(token) for token in doc]
    assert all(token.doc is again for token in again)
    assert (again.text, again.knows_names, again.events) == (doc.text, doc.knows_names, doc.events)
    assert (again.sents, again.ents) == (doc.sents, doc.ents)
    assert doc.events


def test_the_record_of_a_packed_parse_is_that_of_the_document(document: Document, doc: Doc) -> None:
    anew = read_document(document, load(), KNOWLEDGE)
    again = repaired(unpack(pack(doc)))
    assert anew.events
    assert read_annotated(document, again, KNOWLEDGE, precision=Precision.BALANCED) == anew


def test_bytes_are_the_same_for_the_same_parse(doc: Doc) -> None:
    assert pack(doc) == pack(unpack(pack(doc)))


@pytest.mark.parametrize("data", [b"", b"rubbish", b"\x90"])
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="no parse"):
        unpack(data)


def test_an_empty_text_has_a_parse() -> None:
    assert unpack(pack(Doc("", False, None))).tokens == []

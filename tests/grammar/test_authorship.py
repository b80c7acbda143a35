"""Whom a phrase names as a source, and whose a statement is."""

from __future__ import annotations

import pytest

from kg.grammar.authorship import authors_of, is_source, source_at
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

WORDS = KNOWLEDGE.words


def source(table: str, word: str) -> str | None:
    found = source_at(at(tree(table), word), WORDS)
    return None if found is None else found.text


ACCORDING = """
according accord VERB VBG 3 case
to to ADP IN 1 fixed
Kyiv Kyiv PROPN NNP 4 obl
fell fall VERB VBD 0 ROOT
"""
IN_THE_WORDS = """
in in ADP IN 3 case
the the DET DT 3 det
words word NOUN NNS 6 obl
of of ADP IN 5 case
Kyiv Kyiv PROPN NNP 3 nmod
fell fall VERB VBD 0 ROOT
"""
TO_QUOTE = """
to to PART TO 2 mark
quote quote VERB VB 4 advcl
Kyiv Kyiv PROPN NNP 2 obj
fell fall VERB VBD 0 ROOT
"""


def test_a_preposition_of_sources_names_one() -> None:
    assert source(ACCORDING, "Kyiv") == "Kyiv"
    assert source(ACCORDING.replace("according accord VERB VBG", "listening listen VERB VBG"), "Kyiv") is None
    assert is_source(at(tree(ACCORDING), "Kyiv"), WORDS)
    assert not is_source(at(tree(ACCORDING), "fell"), WORDS)


def test_the_owner_of_the_words_is_the_source() -> None:
    assert source(IN_THE_WORDS, "words") == "Kyiv"
    assert source(IN_THE_WORDS.replace("of of", "on on"), "words") is None
    assert source(IN_THE_WORDS.replace("words word", "rooms room"), "rooms") is None


def test_who_is_quoted_is_the_source() -> None:
    assert source(TO_QUOTE, "Kyiv") == "Kyiv"
    assert source(TO_QUOTE.replace("quote quote", "strike strike"), "Kyiv") is None
    assert source(TO_QUOTE.replace("to to PART TO 2 mark", "may may AUX MD 2 aux"), "Kyiv") is None


def authors(table: str, word: str = "statement") -> list[str]:
    doc = tree(table)
    return [token.text for token in authors_of([t for t in doc if t.text == word][-1], WORDS)]


ISSUED = """
Peru Peru PROPN NNP 2 nsubj
{} {} VERB VBD 0 ROOT
a a DET DT 4 det
statement statement NOUN NN 2 obj
"""
OF = """
a a DET DT 2 det
statement statement NOUN NN 0 ROOT
{} {} ADP IN 4 case
Peru Peru PROPN NNP 2 nmod
"""


@pytest.mark.parametrize(
    ("table", "who"),
    [
        (ISSUED.format("issued", "issue"), ["Peru"]),
        (ISSUED.format("read", "read"), []),
        (OF.format("by", "by"), ["Peru"]),
        (OF.format("of", "of"), ["Peru"]),
        (OF.format("on", "on"), []),
        ("Peru Peru PROPN NNP 3 nmod:poss\n's 's PART POS 1 case\nstatement statement NOUN NN 0 ROOT", ["Peru"]),
        ("Peruvian Peruvian ADJ JJ 2 amod\nstatement statement NOUN NN 0 ROOT", ["Peruvian"]),
        (
            "a a DET DT 2 det\nstatement statement NOUN NN 0 ROOT\nissued issue VERB VBN 2 acl\n"
            "by by ADP IN 5 case\nPeru Peru PROPN NNP 3 obl:agent",
            ["Peru"],
        ),
        (
            "Peru Peru PROPN NNP 2 nsubj\nwrote write VERB VBD 0 ROOT\nin in ADP IN 5 case\n"
            "a a DET DT 5 det\nstatement statement NOUN NN 2 obl",
            ["Peru"],
        ),
    ],
)
def test_the_author_is_who_issues_or_owns_it(table: str, who: list[str]) -> None:
    assert authors(table) == who


def test_the_statement_is_that_of_the_last_one() -> None:
    later = "The the DET DT 6 det\nstatement statement NOUN NN 7 nsubj\nended end VERB VBD 0 ROOT"
    assert authors(ISSUED.format("issued", "issue") + later) == ["Peru"]
    assert authors(ISSUED.format("issued", "issue") + later.replace("The the", "A a")) == []
    assert authors(ISSUED.format("issued", "issue").replace("statement statement", "report report") + later) == []

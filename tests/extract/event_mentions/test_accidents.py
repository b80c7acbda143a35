"""Blasts that are accidents, by what blew up, where or why; not where arms or somebody who did it are told."""

from __future__ import annotations

import pytest

from kg.extract.event_mentions.accidents import accident
from tests.extract.analysed import analysed
from tests.extract.mentions import RUSSIA, mention, named
from tests.grammar.trees import at, joined, tree

BLAST_AT = """
a a DET DT 3 det
{before} {before} NOUN NN 3 compound
blast blast NOUN NN 4 nsubj
killed kill VERB VBD 0 ROOT
ten ten NUM CD 4 obj
at at ADP IN 8 case
a a DET DT 8 det
{place} {place} NOUN NN 3 nmod
"""
CAUSED = """
a a DET DT 3 det
gas gas NOUN NN 3 compound
leak leak NOUN NN 4 nsubj
caused cause VERB VBD 0 ROOT
{determiner} {determiner} DET DT 6 det
blast blast NOUN NN 4 obj
"""
LATER = """
the the DET DT 2 det
blast blast NOUN NN 3 nsubj
killed kill VERB VBD 0 ROOT
ten ten NUM CD 3 obj
"""


@pytest.mark.parametrize(
    ("before", "place", "word"),
    [
        ("morning", "factory", "factory"),
        ("gas", "restaurant", "gas"),
        ("morning", "market", ""),
        ("bomb", "factory", ""),
    ],
)
def test_what_bursts_by_itself_or_where_that_happens_says_so(before: str, place: str, word: str) -> None:
    doc = tree(BLAST_AT.format(before=before, place=place))
    names = {"bomb": "Weapon"} if before == "bomb" else {}
    assert accident(mention("Attack"), at(doc, "blast"), analysed(doc, **names)) == word


def test_who_did_it_goes_before_where_it_was() -> None:
    doc = tree(BLAST_AT.format(before="morning", place="factory"))
    assert accident(mention("Attack", named("attacker", RUSSIA)), at(doc, "blast"), analysed(doc)) == ""


def test_a_mishap_in_the_sentence_says_so_unless_it_is_denied() -> None:
    doc = tree(CAUSED.format(determiner="a"))
    assert accident(mention("Attack"), at(doc, "blast"), analysed(doc)) == "leak"
    denied = tree(
        CAUSED.format(determiner="a").replace("a a DET DT 3 det\ngas gas NOUN", "no no DET DT 3 det\nbad bad ADJ")
    )
    assert accident(mention("Attack"), at(denied, "blast"), analysed(denied)) == ""


@pytest.mark.parametrize(("article", "word"), [("the", "leak"), ("another", "")])
def test_the_blast_is_the_one_that_was_told_before(article: str, word: str) -> None:
    doc = joined(CAUSED.format(determiner="a"), LATER.replace("the the", f"{article} {article}"))
    later = [token for token in doc if token.text == "blast"][-1]
    assert accident(mention("Attack"), later, analysed(doc)) == word

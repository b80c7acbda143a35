"""How far the noun phrase of a weapon reaches, and what it shares with another."""

from __future__ import annotations

import pytest

from tests.grammar.trees import tree
from tests.resolve.reading import resolution_of


def weapons(table: str) -> list[str]:
    """Return the words of the weapons in the order of the text, each span once."""
    doc = tree(table)
    resolution = resolution_of(doc)
    spans = sorted({m.span for m in resolution.mentions if resolution.entities[m.entity].kind == "Weapon"})
    return [doc.text[span.start : span.end] for span in spans]


SENT = "sent send VERB VBD 0 ROOT\n"


@pytest.mark.parametrize(
    ("rest", "phrase"),
    [
        ("Patriot patriot PROPN NNP 3 compound\nbatteries battery NOUN NNS 1 obj", "Patriot batteries"),
        ("long-range long-range ADJ JJ 3 amod\nmissiles missile NOUN NNS 1 obj", "long-range missiles"),
        ("many many ADJ JJ 3 amod\nmissiles missile NOUN NNS 1 obj", "missiles"),
        ("the the DET DT 3 det\nmissiles missile NOUN NNS 1 obj", "missiles"),
        ("12 12 NUM CD 3 nummod\nmissiles missile NOUN NNS 1 obj", "missiles"),
        ("Russian russian ADJ JJ 3 amod\nmissiles missile NOUN NNS 1 obj", "missiles"),
    ],
)
def test_a_phrase_has_its_device_and_kind_and_no_article_number_or_country(rest: str, phrase: str) -> None:
    assert weapons(SENT + rest) == [phrase]


def test_a_name_that_is_also_a_word_is_no_weapon_without_its_device() -> None:
    assert weapons(SENT + "Patriot patriot PROPN NNP 3 compound\nparades parade NOUN NNS 1 obj") == []


def test_a_weapon_before_a_deed_is_only_the_weapon() -> None:
    assert weapons("drone drone NOUN NN 2 compound\nattack attack NOUN NN 0 ROOT") == ["drone"]


def test_joined_words_share_the_noun() -> None:
    joined = """
    cruise cruise NOUN NN 4 compound
    and and CCONJ CC 3 cc
    ballistic ballistic ADJ JJ 1 conj
    missiles missile NOUN NNS 0 ROOT
    """
    doc = tree(joined)
    resolution = resolution_of(doc)
    kinds = {(e.reference or "").rsplit("/", 1)[-1] for e in resolution.entities if e.kind == "Weapon"}
    assert kinds == {"cruise-missile", "ballistic-missile"}

from __future__ import annotations

import pytest

from kg.language.lexicon import Lexicon, lexicon_from_json, lexicon_to_json

LEXICON = Lexicon(
    lemmas={
        "noun": frozenset({"story", "life", "live"}),
        "verb": frozenset({"need", "live"}),
        "adj": frozenset({"big"}),
    },
    exceptions={"noun": {"lives": ["life"]}, "verb": {"led": ["lead"]}, "adj": {"biggest": ["big"]}},
    rules={"noun": [("s", ""), ("ies", "y")], "verb": [("ed", "e"), ("ed", ""), ("s", "")], "adj": [("est", "")]},
    marks={"“": '"'},
)


@pytest.mark.parametrize(
    ("word", "tag", "pos", "guess", "lemma"),
    [
        ("needed", "VBD", "VERB", "neede", "need"),
        ("Stories", "NNS", "NOUN", "storie", "story"),
        ("led", "VBN", "VERB", "le", "lead"),
        ("lives", "NNS", "NOUN", "live", "live"),
        ("lives", "NNS", "NOUN", "lif", "life"),
        ("frobbed", "VBD", "VERB", "frob", "frob"),
        ("Houthis", "NNPS", "PROPN", "Houthi", "Houthi"),
        ("“", "``", "PUNCT", "x", '"'),
        ("Shahed", "JJ", "ADJ", "Shannon", "shahed"),
        ("Shahed", "NNP", "PROPN", "Shannon", "Shahed"),
        ("IRIS-T", "NNP", "PROPN", "IRIS-T", "IRIS-T"),
        ("go", "VBP", "VERB", "be", "go"),
        ("needs", "VBP", "VERB", "needs", "need"),
        ("frobs", "VBP", "VERB", "frobs", "frobs"),
        ("—", ",", "PUNCT", "-", "—"),
    ],
)
def test_the_dictionary_corrects_what_it_knows(word: str, tag: str, pos: str, guess: str, lemma: str) -> None:
    assert LEXICON.lemma(word, tag, pos, guess) == lemma


def test_json_round_trip() -> None:
    assert lexicon_from_json(lexicon_to_json(LEXICON)) == LEXICON

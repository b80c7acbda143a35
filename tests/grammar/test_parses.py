"""From spaCy's Doc to the plain one, and what is done to a text before a pipeline parses it."""

from __future__ import annotations

from itertools import pairwise

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc as Parsed

from kg.errors import ModelError
from kg.grammar import parses
from kg.grammar.parses import parse, tree_of
from tests.grammar.trees import BLANK


@Language.component("flat_tree")
def flat_tree(doc: Parsed) -> Parsed:
    """Hang all tokens of a sentence, as they are told beforehand, on its first."""
    starts = sorted({0, *(token.i for token in doc if token.is_sent_start)})
    for first, last in pairwise([*starts, len(doc)]):
        for token in doc[first:last]:
            token.head, token.dep_ = doc[first], "ROOT" if token.i == first else "dep"
            token.lemma_, token.tag_, token.pos_ = token.lower_, "NN", "NOUN"
    return doc


def flat(*left_out: str) -> Language:
    nlp = spacy.blank("en")
    if "tree" not in left_out:
        nlp.add_pipe("flat_tree")
    return nlp


def sentences(text: str) -> list[str]:
    return [sentence.text.strip() for sentence in parse(text, flat()).sents]


@pytest.mark.parametrize(
    "dateline",
    ["DOHA (Agency) — ", "KYIV, July 4 (Agency) - ", "GAZA CITY — ", "MOSCOW, July 4. /AGENCY/. ", "Doha (Agency) -- "],
)
def test_a_sentence_begins_behind_a_dateline(dateline: str) -> None:
    assert sentences(f"{dateline}Iran fired on ships")[-1] == "Iran fired on ships"


@pytest.mark.parametrize("text", ["Iran — and others — fired on ships off Oman", "Iran (again) fired", "UN — it fired"])
def test_a_dash_or_a_bracket_alone_makes_no_dateline(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("We urge peace. We welcome it", 2),
        ("It was 2024. We welcome it", 2),
        ("We met Gen. Low there", 1),  # an abbreviation has a capital, or is short
        ("We met on no. Seven there", 1),
        ("We urge peace. we welcome it", 1),
        ("He said: “We urge peace. We welcome it”", 1),
        ('He said: "We urge peace. We welcome it"', 1),
        ('"We urge," he said of them. We welcome it', 2),
        ("“We urge them\nWe urge peace. We welcome it", 2),  # marks are those of their own paragraph
    ],
)
def test_a_sentence_begins_behind_a_stop_that_can_be_nothing_else(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_a_layer_that_a_pipeline_lacks_is_told_with_a_remedy() -> None:
    with pytest.raises(ModelError, match="gives no TAG, LEMMA, DEP"):
        parse("Iran fired.", flat("tree"))
    assert not len(parse("", flat("tree")))


def test_words_of_a_full_pipeline_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = flat()
    before = len(nlp.vocab.strings)
    monkeypatch.setattr(parses, "MOST_STRINGS", 0)
    assert parse("Xyzzyish plughs", nlp)[0].text == "Xyzzyish"
    assert len(nlp.vocab.strings) == before
    monkeypatch.setattr(parses, "MOST_STRINGS", before + 1000)
    parse("Xyzzyish plughs", nlp)
    assert len(nlp.vocab.strings) > before


def test_a_tree_is_what_the_pipeline_says() -> None:
    doc = Parsed(
        BLANK.vocab,
        words=["Ann", "Low", "left", "Mali", "Then"],
        spaces=[True, True, True, True, False],
        lemmas=["ann", "low", "leave", "mali", "then"],
        pos=["PROPN", "PROPN", "VERB", "PROPN", "ADV"],
        tags=["NNP", "NNP", "VBD", "NNP", "RB"],
        heads=[2, 0, 2, 2, 4],
        deps=["nsubj", "flat", "root", "obj", "advmod"],
        morphs=["", "", "Tense=Past", "", ""],
        ents=["B-PERSON", "I-PERSON", "O", "B-GPE", "O"],
        sent_starts=[True, False, False, False, True],
    )
    tree = tree_of(doc)
    assert (tree.text, tree.knows_names, tree.events) == ("Ann Low left Mali Then", True, None)
    assert [(name.text, name.label_) for name in tree.ents] == [("Ann Low", "PERSON"), ("Mali", "GPE")]
    assert [sentence.text for sentence in tree.sents] == ["Ann Low left Mali", "Then"]
    ann, low, left, mali, then = tree
    assert (ann.head, ann.children, ann.right_edge) == (left, (low,), low)
    assert (left.lefts, left.rights, left.morph) == ((ann,), (mali,), {"Tense": "Past"})
    assert then.dep_ == "ROOT"  # whatever a parser labels what hangs on nothing
    assert (mali.idx, mali.lower_, mali.lemma_, mali.pos_, mali.tag_) == (13, "mali", "mali", "PROPN", "NNP")
    assert (mali.ent_type_, mali.ent_iob_, mali.is_title, mali.is_sent_start) == ("GPE", "B", True, False)


def test_what_nobody_has_divided_is_one_sentence() -> None:
    tree = tree_of(Parsed(BLANK.vocab, words=["Ann", "left", ".", "Bob"]))
    assert (len(tree.sents), tree.knows_names) == (1, False)

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.annotate import annotate
from kg.grammar import parses
from kg.grammar.packed import pack
from kg.language import load
from kg.records import Document

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.parametrize(
    "dateline",
    [
        "DOHA/WASHINGTON, June 23, 2025 (Reuters) - ",
        "Kyiv, Ukraine (AP) — ",
        "TEL AVIV -- ",
        "WASHINGTON, DC – ",
        "MOSCOW, July 3. /TASS/. ",
        "(Reuters) - ",
    ],
)
def test_a_dateline_is_no_part_of_the_sentence_behind_it(nlp: Language, dateline: str) -> None:
    doc = annotate(Document(id="d", text=f"A headline\n\n{dateline}Iran fired missiles."), nlp)
    assert [sent.text for sent in doc.sents][-1] == "Iran fired missiles."


@pytest.mark.parametrize(
    "text",
    [
        "NATO — the alliance of the West — said Iran fired missiles.",
        "US-Iran talks - Trump says no.",
        "Sen. Ann Bell (R-Texas) - who met Putin - left.",
    ],
)
def test_a_dash_alone_makes_no_dateline(nlp: Language, text: str) -> None:
    assert len(list(annotate(Document(id="d", text=text), nlp).sents)) == len(list(nlp(text).sents))


RUN_ON = (
    "In particular, we call upon Iran to cease transferring armed drones, which have been used to kill civilians. "
    "We welcome efforts to improve relations, including the recent agreement to restore ties. "
    "We call on Iran not to interfere with vessels."
)


def test_a_full_stop_that_is_no_abbreviations_ends_a_sentence(nlp: Language) -> None:
    doc = annotate(Document(id="d", text=RUN_ON), nlp)
    assert [sent.text.split()[0] for sent in doc.sents] == ["In", "We", "We"]


@pytest.mark.parametrize(
    "text", ["He spoke to Gen. Bell of the U.S. Army.", "They met in St. Louis with Mr. Ives Jr. Monday."]
)
def test_an_abbreviation_ends_none(nlp: Language, text: str) -> None:
    assert len(list(annotate(Document(id="d", text=text), nlp).sents)) == 1


def test_a_pipeline_that_knows_very_many_words_reads_alike_and_learns_no_more(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [
        f"President John {name} called Vladimir Putin, and {name}'s men fled." for name in ("Kabodemi", "Lomigoba")
    ]
    monkeypatch.setattr(parses, "MOST_STRINGS", 0)
    known = len(nlp.vocab.strings)
    bounded = [pack(parses.parse(text, nlp)) for text in (*texts, *texts)]
    assert len(nlp.vocab.strings) == known
    monkeypatch.setattr(parses, "MOST_STRINGS", 10**9)
    assert [pack(parses.parse(text, nlp)) for text in (*texts, *texts)] == bounded
    assert len(nlp.vocab.strings) > known


def test_a_pipeline_is_opened_while_words_are_forgotten() -> None:
    pipeline = load()
    with pipeline.memory_zone():
        parses.parse("The verb of a sentence is its ROOT.", pipeline)
    assert [word.dep_ for word in parses.parse("A verb is its root.", pipeline)][-2:] == ["ROOT", "punct"]

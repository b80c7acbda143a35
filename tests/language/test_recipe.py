from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.language.labels import ENTITY_TYPES, NER_CLASSES, PREFIXES, ner_class
from training.examples import read_conllu
from training.gazetteer import place_types, time_types, without_title
from training.names import is_nominal, supervise, tokenise, types_of
from training.templates import generate

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np

NAMES = ("O", *(f"{p}-{t}" for t in ENTITY_TYPES for p in PREFIXES))


def allowed(source: str, text: str, *spans: tuple[str, str]) -> dict[str, set[str]]:
    """Read a sentence as the recipe does; spans are (surface, label)."""
    words, offsets = tokenise(text)
    found = [(text.index(s), text.index(s) + len(s), label) for s, label in spans]
    rows: np.ndarray = supervise(source, words, offsets, text, found)
    return {word: {NAMES[i] for i in row.nonzero()[0]} for word, row in zip(words, rows, strict=True)}


def test_silence_about_an_annotated_type_rules_it_out() -> None:
    silent = allowed("uner", "He went home")["home"]
    assert "O" in silent
    assert "S-DATE" in silent
    assert not silent & {"S-PERSON", "S-ORG", "S-GPE", "S-LOC"}


def test_a_span_allows_its_type_alone() -> None:
    rows = allowed("uner", "Mira Sol left", ("Mira Sol", "PER"))
    assert rows["Mira"] == {"B-PERSON"}
    assert rows["Sol"] == {"E-PERSON"}


def test_titles_stay_outside_persons() -> None:
    rows = allowed("gmb", "Iraqi President Mira Sol left", ("Iraqi President Mira Sol", "per"))
    assert rows["President"] == {"O"}
    assert rows["Mira"] == {"B-PERSON"}


def test_strange_names_are_no_weapons_unless_they_look_like_some() -> None:
    rows = allowed("wikigold", "Vorlund was where rockets fell")
    assert "S-WEAPON" not in rows["Vorlund"]
    assert "S-WEAPON" in rows["rockets"]


@pytest.mark.parametrize(
    ("label", "text", "types"),
    [
        ("LOC", "American", {"NORP"}), ("gpe", "Ukraine", {"GPE"}), ("geo", "Black Sea", {"LOC"}),
        ("geo", "Salt Lake City", {"GPE"}),
        ("LOC", "Qaim", {"GPE", "LOC"}),
        ("LOC", "Ben Gurion Airport", {"FAC", "LOC"}),
        ("org", "Iraq", {"GPE"}),
        ("ORG", "Catholic", {"NORP"}),
        ("tim", "Monday", {"DATE"}), ("tim", "6 p.m.", {"TIME"}),
        ("product-weapon", "Glock 19", {"WEAPON"}), ("product-weapon", "T-34", {"WEAPON", "PLATFORM"}),
        ("person-soldier", "Custer", {"PERSON"}), ("location-road/railway/highway/transit", "I-90", {"FAC"}),
    ],
)  # fmt: skip
def test_labels_of_sources(label: str, text: str, types: set[str]) -> None:
    assert types_of(label, text) == types


@pytest.mark.parametrize("label", ["other-disease", "MISC", "OTH", "art", "Vehicle", "DocumentReference"])
def test_labels_that_say_nothing_we_use(label: str) -> None:
    assert types_of(label, "Whatever") is None


@pytest.mark.parametrize(
    ("label", "text", "expected"),
    [
        ("Person", "he", True), ("Person", "the commander", True), ("Person", "Haider al-Abadi", False),
        ("Person", "The Foreign Secretary", True), ("Location", "the city", True), ("Weapon", "strikes", True),
        ("Weapon", "a mortar", False),
    ],
)  # fmt: skip
def test_descriptions_are_not_names(label: str, text: str, expected: bool) -> None:
    assert is_nominal(label, text) is expected


def test_rules_for_places_times_and_titles() -> None:
    assert place_types("the Mississippi River") == {"LOC"}
    assert time_types("two hours") == {"TIME"}
    assert "Mr. Sol"[without_title("Mr. Sol") :] == "Sol"
    assert without_title("Sol") == 0


def test_numbers_are_money_measures_or_counts() -> None:
    rows = allowed("uner", "$ 5 million bought 12 tanks and 30 km of wire")
    assert rows["$"] == {"B-MONEY"}
    assert "S-CARDINAL" in rows["12"]
    assert rows["km"] == {"E-QUANTITY"}


def test_templates_are_well_formed_and_seeded() -> None:
    first, again = list(generate(300, 5)), list(generate(300, 5))
    assert [s.text for s in first] == [s.text for s in again]
    seen = set()
    for sentence in first:
        assert sentence.allowed is not None
        assert sentence.allowed.shape == (len(sentence.words), NER_CLASSES)
        assert (sentence.allowed.sum(axis=1) == 1).all()
        assert "{" not in sentence.text
        seen |= {NAMES[i].split("-")[-1] for i in sentence.allowed.argmax(axis=1)}
    assert seen >= {"PERSON", "GPE", "ORG", "WEAPON", "PLATFORM", "CARDINAL", "MONEY", "DATE"}


def test_multiword_tokens_get_the_offsets_of_their_words(tmp_path: Path) -> None:
    rows = [
        "# newdoc id = d",
        "1\tI\tI\tPRON\tPRP\t_\t3\tnsubj\t_\t_",
        "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No",
        "2\tdo\tdo\tAUX\tVBP\t_\t0\troot\t_\t_",
        "3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_",
        "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_",
        "",
    ]
    path = tmp_path / "a.conllu"
    path.write_text("\n".join(rows), encoding="utf-8")
    (sentence,) = read_conllu(path, lemmas=True)
    assert sentence.text.startswith("I don't.")
    assert [sentence.text[a:b] for a, b in sentence.offsets] == ["I", "do", "n't", "."]
    assert sentence.head == (2, -1, 1, 1)
    assert sentence.lemma[2] == "not"
    assert ner_class("B", "PERSON") == 1

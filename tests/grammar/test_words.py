"""Words of the lexicon with a hyphen in them, on hand-made trees: both parts are one word where the lexicon has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.grammar.words import companion, entries, joined_before, whole_word
from kg.knowledge.lexicon import EntryKind
from tests.grammar.spaced import spaced
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from kg.grammar.tree import Doc

WORDS = KNOWLEDGE.words
TRUCE = spaced(
    "Chad broke the cease-fire",
    """
Chad chad PROPN NNP 2 nsubj
broke break VERB VBD 0 ROOT
the the DET DT 6 det
cease cease NOUN NN 6 compound
- - PUNCT HYPH 4 punct
fire fire NOUN NN 2 obj
""",
)
COUNTER = spaced(
    "Chad feared a counter-attack",
    """
Chad chad PROPN NNP 2 nsubj
feared fear VERB VBD 0 ROOT
a a DET DT 6 det
counter counter NOUN NN 6 compound
- - PUNCT HYPH 4 punct
attack attack NOUN NN 2 obj
""",
)
APART = spaced(
    "Chad saw a cease - fire",
    """
Chad chad PROPN NNP 2 nsubj
saw see VERB VBD 0 ROOT
a a DET DT 6 det
cease cease NOUN NN 6 compound
- - PUNCT HYPH 4 punct
fire fire NOUN NN 2 obj
""",
)


@pytest.mark.parametrize(
    ("doc", "last", "evoked"), [(TRUCE, "fire", {"Ceasefire"}), (COUNTER, "attack", {"Attack"})], ids=["whole", "parts"]
)
def test_a_hyphened_word_means_what_the_lexicon_says_of_all_of_it(doc: Doc, last: str, evoked: set[str]) -> None:
    assert {entry.evokes for entry in entries(WORDS, at(doc, last), EntryKind.EVENT)} == evoked


def test_the_first_part_leads_to_the_last_where_the_lexicon_has_the_whole_word() -> None:
    assert whole_word(at(TRUCE, "cease"), WORDS) is at(TRUCE, "fire")
    assert whole_word(at(COUNTER, "counter"), WORDS) is at(COUNTER, "counter")


def test_a_dash_between_spaces_joins_nothing() -> None:
    assert joined_before(at(APART, "fire")) is None
    assert joined_before(at(TRUCE, "fire")) is at(TRUCE, "cease")
    assert whole_word(at(APART, "cease"), WORDS) is at(APART, "cease")


@pytest.mark.parametrize(
    ("auxiliaries", "needed"),
    [("must must AUX MD 4 aux", "must"), ("will will AUX MD 4 aux", None)],
)
def test_who_says_what_another_must_do_demands_it(auxiliaries: str, needed: str | None) -> None:
    doc = tree(f"said say VERB VBD 0 ROOT\nChad Chad PROPN NNP 4 nsubj\n{auxiliaries}\nleave leave VERB VB 1 ccomp")
    demands = [entry for entry in entries(WORDS, doc[0], EntryKind.EVENT) if entry.evokes == "Demand"]
    assert [companion(doc[0], entry, WORDS) for entry in demands] == ([] if needed is None else [at(doc, needed)])
    perfect = tree(
        "said say VERB VBD 0 ROOT\nmust must AUX MD 4 aux\nhave have AUX VB 4 aux\nleft leave VERB VBN 1 ccomp"
    )
    assert not entries(WORDS, perfect[0], EntryKind.EVENT)


@pytest.mark.parametrize(("how", "needed"), [("by", "phone"), ("about", None)])
def test_who_is_told_by_phone_is_in_a_call(how: str, needed: str | None) -> None:
    doc = tree(
        f"told tell VERB VBD 0 ROOT\nModi Modi PROPN NNP 1 iobj\n{how} {how} ADP IN 4 case\nphone phone NOUN NN 1 obl"
    )
    calls = [entry for entry in entries(WORDS, doc[0], EntryKind.EVENT) if entry.evokes == "Call"]
    assert [companion(doc[0], entry, WORDS) for entry in calls] == ([] if needed is None else [at(doc, needed)])


@pytest.mark.parametrize(
    ("rest", "needed"),
    [
        ("a a DET DT 4 det\nliar liar NOUN NN 1 xcomp", "liar"),
        ("unlawful unlawful ADJ JJ 1 xcomp", "unlawful"),
        ("as as ADP IN 4 case\nthief thief NOUN NN 1 obl", "thief"),
        ("to to ADP IN 4 case\nthief thief NOUN NN 1 obl", None),
        ("a a DET DT 4 det\nfriend friend NOUN NN 1 xcomp", None),
        ("to to PART TO 4 mark\nmurder murder NOUN VB 1 xcomp", None),  # what is to be done is no name
    ],
)
def test_who_calls_somebody_names_accuses_him(rest: str, needed: str | None) -> None:
    doc = tree(f"called call VERB VBD 0 ROOT\nChad chad PROPN NNP 1 obj\n{rest}")
    found = [entry for entry in entries(WORDS, doc[0], EntryKind.EVENT) if entry.evokes == "Accusation"]
    assert [companion(doc[0], entry, WORDS) for entry in found] == ([] if needed is None else [at(doc, needed)])

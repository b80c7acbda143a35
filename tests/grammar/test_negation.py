from __future__ import annotations

from kg.grammar.fillers import verb_fillers
from kg.grammar.negation import (
    empties,
    included,
    is_excluded,
    is_of_focus,
    is_of_phrase,
    is_outstanding,
    turning_point,
)
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

WORDS = KNOWLEDGE.words

NEITHER = """
Neither neither CCONJ CC 2 cc:preconj
Kenya kenya PROPN NNP 5 nsubj
nor nor CCONJ CC 4 cc
Chad chad PROPN NNP 2 conj
struck strike VERB VBD 0 ROOT
Mali mali PROPN NNP 5 obj
"""


def test_neither_empties_the_argument_that_it_stands_before() -> None:
    doc = tree(NEITHER)
    assert empties(doc[1], WORDS)
    assert not empties(doc[5], WORDS)
    assert [token.text for token in included(doc[1], WORDS)] == ["Kenya", "Chad"]


NO_ONE = """
No no DET DT 2 det
country country NOUN NN 3 nsubj
struck strike VERB VBD 0 ROOT
with with ADP IN 6 case
no no DET DT 6 det
warning warning NOUN NN 3 obl
"""


def test_a_word_for_none_counts_as_subject_and_not_in_an_adjunct() -> None:
    doc = tree(NO_ONE)
    assert empties(doc[1], WORDS)
    assert not empties(doc[5], WORDS)


NOT_ONE = """
Not not PART RB 3 advmod
one one NUM CD 3 nummod
rocket rocket NOUN NN 4 nsubj
struck strike VERB VBD 0 ROOT
"""


def test_not_one_is_none() -> None:
    assert empties(tree(NOT_ONE)[2], WORDS)


CONTRAST = """
Kenya kenya PROPN NNP 2 nsubj
struck strike VERB VBD 0 ROOT
Chad chad PROPN NNP 2 obj
, , PUNCT , 6 punct
not not PART RB 6 advmod
Mali mali PROPN NNP 3 conj
"""


def test_what_stands_behind_not_is_set_against_what_takes_part() -> None:
    doc = tree(CONTRAST)
    assert is_excluded(doc[5], WORDS)
    assert not empties(doc[2], WORDS)
    assert [token.text for token in included(doc[2], WORDS)] == ["Chad"]


NOT_BUT = """
Kenya kenya PROPN NNP 2 nsubj
sent send VERB VBD 0 ROOT
not not PART RB 4 advmod
tanks tank NOUN NNS 2 obj
but but CCONJ CC 6 cc
rifles rifle NOUN NNS 4 conj
"""


def test_but_puts_something_in_the_place_of_what_not_denies() -> None:
    doc = tree(NOT_BUT)
    assert [token.text for token in included(doc[3], WORDS)] == ["rifles"]


NOT_ONLY = """
Kenya kenya PROPN NNP 2 nsubj
sent send VERB VBD 0 ROOT
not not PART RB 5 advmod
only only ADV RB 5 advmod
tanks tank NOUN NNS 2 obj
but but CCONJ CC 7 cc
rifles rifle NOUN NNS 5 conj
"""


def test_not_only_leaves_nothing_out() -> None:
    doc = tree(NOT_ONLY)
    assert is_of_focus(doc[2], WORDS)
    assert [token.text for token in included(doc[4], WORDS)] == ["tanks", "rifles"]


RATHER = """
Kenya kenya PROPN NNP 2 nsubj
sent send VERB VBD 0 ROOT
tanks tank NOUN NNS 2 obj
to to ADP IN 5 case
Chad chad PROPN NNP 2 obl
rather rather ADV RB 9 cc
than than ADP IN 6 fixed
to to ADP IN 6 fixed
Mali mali PROPN NNP 5 conj
"""


def test_rather_than_leaves_out_what_it_joins_with_or_without_its_preposition() -> None:
    doc = tree(RATHER)
    assert [token.text for token in included(doc[4], WORDS)] == ["Chad"]


FRONTED = """
Not not PART RB 8 advmod
for for ADP IN 5 case
the the DET DT 5 det
first first ADJ JJ 5 amod
time time NOUN NN 8 obl
, , PUNCT , 5 punct
Kenya kenya PROPN NNP 8 nsubj
struck strike VERB VBD 0 ROOT
"""

INVERTED = """
Not not PART RB 6 advmod
since since ADP IN 3 case
May May PROPN NNP 6 obl
has have AUX VBZ 6 aux
Kenya kenya PROPN NNP 6 nsubj
struck strike VERB VBN 0 ROOT
"""


def test_not_at_the_head_of_a_clause_denies_its_phrase_unless_the_auxiliary_goes_before_the_subject() -> None:
    assert is_of_phrase(tree(FRONTED)[0], WORDS)
    assert not is_of_phrase(tree(INVERTED)[0], WORDS)


YET = """
Kenya kenya PROPN NNP 2 nsubj
has have VERB VBZ 0 ROOT
yet yet ADV RB 2 advmod
to to PART TO 5 mark
strike strike VERB VB 2 xcomp
"""

WANTS = YET.replace("has have", "wants want")


def test_what_has_yet_to_be_done_is_outstanding() -> None:
    assert is_outstanding(tree(YET)[4], WORDS)
    assert not is_outstanding(tree(WANTS)[4], WORDS)


UNTIL = """
Kenya kenya PROPN NNP 4 nsubj
did do AUX VBD 4 aux
not not PART RB 4 advmod
strike strike VERB VB 0 ROOT
until until ADP IN 6 case
May May PROPN NNP 4 obl
"""


def test_what_was_not_done_until_a_day_was_done_then() -> None:
    point = turning_point(tree(UNTIL)[3], WORDS)
    assert point is not None
    assert point.text == "May"
    assert turning_point(tree(UNTIL.replace("did do AUX VBD", "will will AUX MD"))[3], WORDS) is None


CLEFT = """
It it PRON PRP 3 nsubj
was be AUX VBD 3 cop
Kenya kenya PROPN NNP 0 ROOT
that that PRON WDT 5 nsubj
struck strike VERB VBD 3 advcl:relcl
Chad chad PROPN NNP 5 obj
"""


def test_it_is_singles_out_who_acts() -> None:
    found = {(f.function.value, f.token.text) for f in verb_fillers(tree(CLEFT)[4], WORDS)}
    assert found == {("Subject", "Kenya"), ("Object", "Chad")}


BUT = """
{} {} DET DT 2 det
state state NOUN NN 5 nsubj
but but CCONJ CC 4 cc
Chad chad PROPN NNP 2 conj
signed sign VERB VBD 0 ROOT
"""
EXCEPT = """
states state NOUN NNS 4 nsubj
{} {} ADP IN 3 case
Chad chad PROPN NNP 1 nmod
signed sign VERB VBD 0 ROOT
"""


def test_who_is_taken_out_of_all_takes_no_part() -> None:
    for table, word, out in (
        (BUT, "every", True),
        (BUT, "a", False),
        (EXCEPT, "except", True),
        (EXCEPT, "like", False),
    ):
        doc = tree(table.format(word, word))
        assert is_excluded(at(doc, "Chad"), WORDS) is out

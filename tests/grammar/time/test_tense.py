"""Whether the clause around a word is of things to come, on trees made by hand."""

from __future__ import annotations

import pytest

from kg.grammar.time.tense import clause_head, is_fixed, is_imperative, looks_ahead, may_be_either
from tests.grammar.trees import at, tree
from tests.known import KNOWLEDGE

WORDS = KNOWLEDGE.words
CLAUSE = """
They they PRON PRP 3 nsubj
{aux} 3 {relation}
{verb} 0 ROOT
on on ADP IN 5 case
Friday Friday PROPN NNP 3 obl
"""
GOVERNED = """
They they PRON PRP 2 nsubj
{verb} 0 ROOT
to to PART TO 4 mark
meet meet VERB VB 2 xcomp
Friday Friday PROPN NNP 4 obl:tmod
"""


@pytest.mark.parametrize(
    ("aux", "relation", "verb", "ahead"),
    [
        ("will will AUX MD", "aux", "meet meet VERB VB", True),
        ("may may AUX MD", "aux", "meet meet VERB VB", True),
        ("did do AUX VBD", "aux", "meet meet VERB VB", False),
        ("have have AUX VBP", "aux", "met meet VERB VBN", False),
        ("often often ADV RB", "advmod", "met meet VERB VBD", False),
        ("often often ADV RB", "advmod", "leave leave VERB VBP", True),
        ("often often ADV RB", "advmod", "say say VERB VBP", False),
        ("do do AUX VBP", "aux", "leave leave VERB VBP", False),
        ("are be AUX VBP", "aux:pass", "attacked attack VERB VBN", False),
        ("are be AUX VBP", "aux", "meeting meet VERB VBG", True),
        ("were be AUX VBD", "aux", "meeting meet VERB VBG", False),
        ("are be AUX VBP", "aux:pass", "scheduled schedule VERB VBN", True),
    ],
)
def test_an_auxiliary_a_timetable_and_a_schedule_look_ahead(aux: str, relation: str, verb: str, *, ahead: bool) -> None:
    doc = tree(CLAUSE.format(aux=aux, relation=relation, verb=verb))
    assert looks_ahead(at(doc, "Friday"), WORDS) is ahead


@pytest.mark.parametrize(
    ("verb", "ahead"),
    [("plan plan VERB VBP", True), ("managed manage VERB VBD", False)],
)
def test_what_somebody_plans_is_ahead_and_what_he_managed_is_not(verb: str, *, ahead: bool) -> None:
    assert looks_ahead(at(tree(GOVERNED.format(verb=verb)), "Friday"), WORDS) is ahead


def test_an_infinitive_in_a_headline_is_ahead() -> None:
    table = """
    Macron Macron PROPN NNP 3 nsubj
    to to PART TO 3 mark
    host host VERB VB 0 ROOT
    talks talk NOUN NNS 3 obj
    """
    assert looks_ahead(at(tree(table), "talks"), WORDS)
    assert not looks_ahead(at(tree(table.replace("to to PART TO 3 mark", "once once ADV RB 3 advmod")), "talks"), WORDS)


def test_what_may_have_happened_happened_already() -> None:
    table = """
    They they PRON PRP 4 nsubj
    may may AUX MD 4 aux
    have have AUX VB 4 aux
    met meet VERB VBN 0 ROOT
    """
    assert not looks_ahead(at(tree(table), "met"), WORDS)


def test_a_bare_verb_without_a_subject_asks_for_something() -> None:
    table = "Leave leave VERB VB 0 ROOT\nKyiv Kyiv PROPN NNP 1 obj"
    assert is_imperative(at(tree(table), "Kyiv"))
    assert not is_imperative(at(tree(table.replace("VB 0", "VBD 0")), "Kyiv"))
    assert not is_imperative(at(tree(table.replace("1 obj", "1 nsubj")), "Kyiv"))


def test_the_clause_of_a_word_is_that_of_the_nearest_verb() -> None:
    doc = tree(GOVERNED.format(verb="plan plan VERB VBP"))
    assert clause_head(at(doc, "Friday")).text == "meet"
    assert clause_head(at(doc, "They")).text == "plan"


SHARED = """
They  they  PRON  PRP 3 nsubj
{aux} {aux} AUX   MD  3 {is_aux}
stop  stop  VERB  {tag}  0 ROOT
{by}  {by}  SCONJ IN  5 {mark}
speak speak VERB  {verb} 3 {relation}
on    on    ADP   IN  7 case
Friday Friday PROPN NNP 5 obl
"""


@pytest.mark.parametrize(
    ("aux", "is_aux", "tag", "by", "mark", "verb", "relation", "ahead"),
    [
        ("will", "aux", "VB", "before", "mark", "VBG", "advcl", True),
        ("will", "aux", "VB", "and", "cc", "VB", "conj", True),
        ("there", "advmod", "VBD", "before", "mark", "VBG", "advcl", False),
        ("there", "advmod", "VBD", "and", "cc", "VBD", "conj", False),
        ("will", "aux", "VB", "as", "mark", "VBD", "advcl", False),
    ],
)
def test_a_verb_without_a_tense_has_that_of_the_clause_above(
    aux: str, is_aux: str, tag: str, by: str, mark: str, verb: str, relation: str, *, ahead: bool
) -> None:
    table = SHARED.format(aux=aux, is_aux=is_aux, tag=tag, by=by, mark=mark, verb=verb, relation=relation)
    assert looks_ahead(at(tree(table), "Friday"), WORDS) is ahead


@pytest.mark.parametrize(
    ("aux", "relation", "verb", "fixed", "either"),
    [
        ("are be AUX VBP", "aux:pass", "scheduled schedule VERB VBN", True, False),
        ("were be AUX VBD", "aux:pass", "scheduled schedule VERB VBN", True, True),
        ("were be AUX VBD", "aux:pass", "attacked attack VERB VBN", False, False),
        ("often often ADV RB", "advmod", "leave leave VERB VBP", False, True),
        ("often often ADV RB", "advmod", "left leave VERB VBD", False, False),
        ("often often ADV RB", "advmod", "say say VERB VBP", False, False),
    ],
)
def test_what_is_told_in_the_present_or_was_planned_may_be_ahead_or_behind(
    aux: str, relation: str, verb: str, *, fixed: bool, either: bool
) -> None:
    friday = at(tree(CLAUSE.format(aux=aux, relation=relation, verb=verb)), "Friday")
    assert (is_fixed(friday, WORDS), may_be_either(friday, WORDS)) == (fixed, either)

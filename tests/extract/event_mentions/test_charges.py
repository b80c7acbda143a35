"""Who is only charged with what happened, on trees made by hand."""

from __future__ import annotations

from kg.extract.event_mentions.charges import as_charged
from kg.records import Factuality, Figure, Term
from tests.extract.analysed import analysed
from tests.extract.mentions import mention, named
from tests.grammar.trees import at, tree

IMPLICATED = """
Rwanda rwanda PROPN NNP 3 nsubj:pass
was be AUX VBD 3 aux:pass
implicated implicate VERB VBN 0 ROOT
in in ADP IN 6 case
the the DET DT 6 det
attack attack NOUN NN 3 obl
"""
COMPLICIT = """
Rwanda rwanda PROPN NNP 3 nsubj:pass
was be AUX VBD 3 aux:pass
accused accuse VERB VBN 0 ROOT
of of ADP IN 5 case
complicity complicity NOUN NN 3 obl
in in ADP IN 8 case
the the DET DT 8 det
attack attack NOUN NN 5 nmod
"""
ACCUSED_OF = """
Rwanda rwanda PROPN NNP 3 nsubj:pass
was be AUX VBD 3 aux:pass
accused accuse VERB VBN 0 ROOT
of of ADP IN 6 case
the the DET DT 6 det
attack attack NOUN NN 3 obl
"""
BLAMED = """
The the DET DT 2 det
attack attack NOUN NN 4 nsubj:pass
was be AUX VBD 4 aux:pass
blamed blame VERB VBN 0 ROOT
on on ADP IN 6 case
Rwanda rwanda PROPN NNP 4 obl
"""


def read(table: str, **more: object) -> tuple[list[str], Factuality]:
    """Return the roles and factuality of an attack by Rwanda, as far as it is only charged with it."""
    doc = tree(table)
    by = named("attacker", 0, at=at(doc, "Rwanda").idx)
    told = mention("Attack", by, at=at(doc, "attack").idx, **more)
    found = as_charged(told, at(doc, "attack"), analysed(doc, Rwanda="country/rwanda"))
    return [argument.role for argument in found.arguments], found.factuality


def test_who_is_charged_with_a_part_in_it_is_no_attacker() -> None:
    assert read(IMPLICATED) == ([], Factuality.ASSERTED)
    assert read(COMPLICIT) == ([], Factuality.ASSERTED)
    assert read(IMPLICATED, factuality=Factuality.POSSIBLE) == ([], Factuality.ASSERTED)


def test_who_is_accused_of_the_attack_itself_stays() -> None:
    assert read(ACCUSED_OF) == (["attacker"], Factuality.ASSERTED)


def test_on_whom_nobody_in_particular_blames_it_may_have_done_it() -> None:
    assert read(BLAMED) == (["attacker"], Factuality.POSSIBLE)
    dead = (Figure(Term("Killed"), 9, 9, ()),)
    assert read(BLAMED, figures=dead) == ([], Factuality.ASSERTED)

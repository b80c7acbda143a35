"""Arms that a state fires into the sea and at nobody are tried out."""

from __future__ import annotations

import pytest

from kg.extract.event_mentions.trials import as_trial
from kg.records import Figure, Term
from tests.extract.analysed import analysed
from tests.extract.mentions import mention, named, unnamed
from tests.grammar.trees import at, tree

FIRED = """
Chile chile PROPN NNP 2 nsubj
fired fire VERB VBD 0 ROOT
missiles missile NOUN NNS 2 obj
{marker} {marker} ADP IN 6 case
the the DET DT 6 det
{where} {where} NOUN NN 2 obl
"""


def tried(where: str, marker: str = "into", *, who: str | None = None, aimed: bool = False) -> str:
    doc = tree(FIRED.format(where=where, marker=marker))
    attacker = named("attacker", 0) if who is None else unnamed("attacker", who)
    target = named("target", 1, at=at(doc, where).idx if not aimed else 0)
    told = mention("Attack", attacker, named("weapon", 2), target, at=at(doc, "fired").idx)
    told = as_trial(told, at(doc, "fired"), analysed(doc, Chile="country/chile", missiles="Weapon", the="Place"))
    return (
        told.kind if told.kind == "Attack" else " ".join([told.kind, *(argument.role for argument in told.arguments)])
    )


def test_what_is_fired_into_open_water_is_a_test_of_arms() -> None:
    assert tried("sea") == "Mobilization actor weapon place"
    assert tried("coast", "off") == "Mobilization actor weapon place"


@pytest.mark.parametrize(("where", "marker"), [("city", "into"), ("sea", "from")])
def test_a_place_that_is_hit_or_fired_from_is_none(where: str, marker: str) -> None:
    assert tried(where, marker) == "Attack"


def test_what_is_aimed_at_somebody_or_fired_by_rebels_is_an_attack() -> None:
    assert tried("sea", aimed=True) == "Attack"
    assert tried("sea", who="armed-group") == "Attack"


def test_what_kills_is_no_test() -> None:
    doc = tree(FIRED.format(where="sea", marker="into"))
    dead = Figure(Term("Killed"), 2, 2, ())
    told = mention("Attack", named("weapon", 2), at=at(doc, "fired").idx, figures=(dead,))
    assert as_trial(told, at(doc, "fired"), analysed(doc)).kind == "Attack"

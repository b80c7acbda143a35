"""Talks where somebody is on a visit."""

from __future__ import annotations

import pytest

from kg.extract.event_mentions.visits import as_visit, with_talks_on_visits
from tests.extract.analysed import analysed
from tests.extract.mentions import mention, named
from tests.grammar.trees import tree

VISITED = """
Rama Rama PROPN NNP 2 nsubj
visited visit VERB VBD 0 ROOT
Lima Lima PROPN NNP 2 obj
{} ADV WRB 6 advmod
Boric Boric PROPN NNP 6 nsubj
spoke speak VERB VBD {}
"""
VISIT, TALK = 5, 30


@pytest.mark.parametrize(
    ("adverb", "relation", "sides", "kind"),
    [
        ("where where", "3 acl:relcl", (0, 1), "Meeting"),
        ("where where", "2 advcl", (0, 1), "Meeting"),
        ("where where", "2 conj", (0, 1), "Visit"),
        ("why_ why", "2 advcl", (0, 1), "Visit"),
        ("where where", "3 acl:relcl", (1, 2), "Visit"),
        ("where where", "3 acl:relcl", (0,), "Visit"),
    ],
)
def test_talks_with_the_visitor_in_the_place_are_held_on_the_visit(
    adverb: str, relation: str, sides: tuple[int, ...], kind: str
) -> None:
    analysis = analysed(tree(VISITED.format(adverb, relation)), Rama="Person", Boric="Person")
    talk = mention(
        "Conversation",
        *(named("participant", side) for side in sides),
        at=TALK if adverb.startswith("where") else TALK - 1,
    )
    visit = mention("Visit", named("participant", 0), at=VISIT)
    found, spoken = with_talks_on_visits([visit, talk], analysis)
    assert (found.kind, spoken.links) == (kind, (VISIT,) if kind == "Meeting" else ())


@pytest.mark.parametrize(
    ("rule", "is_noun", "sides", "places", "kind"),
    [
        ("learnt", False, (0,), (2,), "Visit"),
        ("meet-v", False, (0,), (2,), "Meeting"),
        ("learnt", True, (0,), (2,), "Meeting"),
        ("learnt", False, (0, 1), (2,), "Meeting"),
        ("learnt", False, (0,), (), "Meeting"),
        ("learnt", False, (2,), (2,), "Meeting"),
    ],
)
def test_who_goes_somewhere_visits_it_where_nobody_is_told_whom_he_met(
    rule: str, sides: tuple[int, ...], places: tuple[int, ...], kind: str, *, is_noun: bool
) -> None:
    doc = tree(VISITED.format("where where", "3 acl:relcl"))
    parts = (*(named("participant", side) for side in sides), *(named("place", place) for place in places))
    group = [mention("Meeting", *parts, at=VISIT, rule=rule, is_noun=is_noun)]
    (found,) = as_visit(group, analysed(doc, Rama="Person", Boric="Person", Lima="Place"))
    assert found.kind == kind

"""Which entities of articles are one cluster, in which order, for what reason, and what a decision changes of it."""

from __future__ import annotations

import pytest

from kg.consolidate.decisions import NO_DECISIONS, Decisions
from kg.consolidate.entities import merge_entities
from kg.errors import DecisionError
from kg.records import Cluster, DocumentRecord, Entity, Member
from kg.spread import here
from tests.consolidate.articles import BIDEN, TRUMP, UK, UKRAINE, US, WORLD, article, known, person, somebody, thing
from tests.consolidate.test_replay import decided

A0, A1, A2, B0, B1 = Member("a", 0), Member("a", 1), Member("a", 2), Member("b", 0), Member("b", 1)
CREW = thing("Organization", "Quimby Crew", of=UK)


def clusters(*records: DocumentRecord, decisions: Decisions = NO_DECISIONS) -> tuple[Cluster, ...]:
    by_id = {record.document.id: record for record in records}
    return merge_entities(
        by_id, {name: record.entities for name, record in by_id.items()}, WORLD, decisions, here(WORLD)
    )


def members(*records: DocumentRecord, decisions: Decisions = NO_DECISIONS) -> list[tuple[Member, ...]]:
    return [cluster.members for cluster in clusters(*records, decisions=decisions)]


def test_every_entity_is_in_one_cluster_and_those_without_a_name_are_in_order_among_them() -> None:
    gunmen = somebody("gunmen", "gunman")
    assert members(article("a", gunmen, CREW, gunmen), article("b", gunmen, CREW)) == [(A0,), (A1, B1), (B0,)]
    assert members(article("a", CREW, gunmen, known(TRUMP)), article("b", gunmen)) == [(A0,), (A1,), (A2,), (B0,)]


@pytest.mark.parametrize(
    ("left", "right", "reason", "score"),
    [
        (known(TRUMP), person("D. J. T.", reference=TRUMP), "same reference", 1.0),
        (CREW, CREW, "same name, same country", 0.95),
        (
            thing("Weapon", "Zed-1", broader="gun"),
            thing("Weapon", "Zed-1", broader="gun"),
            "same name, same type",
            0.95,
        ),
        (thing("Place", "Zedville"), thing("Place", "Zedville"), "same name, nothing against it", 0.85),
    ],
)
def test_what_is_known_alike_is_one_for_a_reason(left: Entity, right: Entity, reason: str, score: float) -> None:
    (cluster,) = clusters(article("a", left), article("b", right))
    assert [(one.left, one.right, one.reason, one.score) for one in cluster.merges] == [(A0, B0, reason, score)]


def test_one_name_of_one_reference_needs_no_reason() -> None:
    (cluster,) = clusters(article("a", known(TRUMP)), article("b", known(TRUMP)))
    assert (cluster.members, cluster.merges) == ((A0, B0), ())


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (person("Joe Biden", of=US, reference=BIDEN), person("Joe Biden", of=US, reference=TRUMP)),
        (thing("Place", "Zed"), thing("Organization", "Zed")),
        (thing("Place", "Zed", of=UK), thing("Place", "Zed", of=UKRAINE)),
        (person("Ann Low", of=UK), person("Ann Low", of=UKRAINE)),
        (person("Low"), person("Low")),
    ],
)
def test_what_contradicts_or_says_too_little_stays_apart(left: Entity, right: Entity) -> None:
    assert members(article("a", left), article("b", right)) == [(A0,), (B0,)]


@pytest.mark.parametrize(("works", "one"), [(("coach",), False), (("chief coach",), False), (("mayor",), True),
                                            (("coach", "mayor"), True)])  # fmt: skip
def test_a_profession_and_an_office_are_of_two_people(works: tuple[str, ...], *, one: bool) -> None:
    low = person("Ann Low", of=UK)
    left = article("a", low, offices=tuple((low, work, CREW) for work in works))
    right = article("b", low, offices=((low, "mayor", CREW),))
    assert ((A0, B0) in members(left, right)) is one


def test_a_decision_joins_parts_and_names_and_joins_no_person_with_a_country() -> None:
    two = article("a", person("Ann Low", of=UK)), article("b", person("Bea Hay", of=UK))
    assert members(*two, decisions=decided(("merge", "Ann Low", "Bea Hay"))) == [(A0, B0)]
    same = article("a", person("Ann Low", of=UK)), article("b", person("Ann Low", of=UK))
    assert members(*same, decisions=decided(("not-same", "a#Ann Low", "b#Ann Low"))) == [(A0,), (B0,)]
    assert [one.name for one in clusters(*same, decisions=decided(("rename", "Ann Low", "A. L.")))] == ["A. L."]
    with pytest.raises(DecisionError, match=r"makes a .* one with a"):
        members(article("a", known(UK), person("Ann Low")), decisions=decided(("merge", "Ann Low", UK)))


def test_who_has_a_profession_and_an_office_may_be_who_has_either() -> None:
    low = person("Ann Low", of=UK)
    both = article("a", low, offices=((low, "coach", CREW), (low, "mayor", CREW)))
    for work in ("coach", "mayor"):
        assert (A0, B0) in members(both, article("b", low, offices=((low, work, CREW),)))

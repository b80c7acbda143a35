"""Entities and what is made of their clusters come back by document and index, in numbers that are in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg import members
from kg.members import Places, entities_in, of_clusters
from kg.records import Cluster, Document, DocumentRecord, Entity, Member, Term

if TYPE_CHECKING:
    from collections.abc import Sequence

ADA, BO = Entity(Term("Person"), "Ada"), Entity(Term("Person"), "Bo", ("Bo", "Bö"))
TOLD = {"a": (ADA, BO), "b": (), "c": (BO, ADA, BO)}


def records() -> dict[str, DocumentRecord]:
    return {name: DocumentRecord(Document(name, ""), entities, (), (), ()) for name, entities in TOLD.items()}


@pytest.mark.parametrize("most", [1, 4096])
def test_entities_are_those_of_their_documents_however_few_are_known_at_once(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(members, "AT_HAND", most)
    named = entities_in(records())
    assert dict(named) == TOLD
    assert [named.value(Member("c", 1)), named.value(Member("a", 1))] == [ADA, BO]
    assert len(named.different) == (2 if most > 1 else 4)


def test_numbers_are_in_the_order_of_members() -> None:
    places = Places()
    for document, number in (("a", 2), ("b", 0), ("c", 3), ("d", 0)):
        places.add(document, number)
    told = [Member("a", 0), Member("a", 1), Member("c", 0), Member("c", 1), Member("c", 2)]
    assert [places.number(member) for member in told] == list(range(len(places)))
    assert [places.member(number) for number in range(len(places))] == told
    assert [list(places.of(document)) for document in "abcd"] == [[0, 1], [], [2, 3, 4], []]


def test_what_is_made_of_a_cluster_is_that_of_all_its_members() -> None:
    def called(cluster: Cluster, entities: Sequence[Entity]) -> str:
        return f"{cluster.members[0].document}: {', '.join(entity.name for entity in entities)}"

    clusters = [
        Cluster((Member("a", 0), Member("c", 1))),
        Cluster((Member("a", 1), Member("c", 0), Member("c", 2))),
    ]
    found = of_clusters(clusters, entities_in(records()), called, str)
    assert dict(found) == {
        "a": ("a: Ada, Ada", "a: Bo, Bo, Bo"),
        "b": (),
        "c": ("a: Bo, Bo, Bo", "a: Ada, Ada", "a: Bo, Bo, Bo"),
    }
    assert found.other(["x", "y"])["c"] == ("y", "x", "y")

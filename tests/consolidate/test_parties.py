"""Who an entity is: the first member of its cluster, of the country that it is or serves."""

from __future__ import annotations

from kg.consolidate.parties import parties_of
from kg.members import entities_in
from kg.records import Cluster, Member
from tests.consolidate.articles import TRUMP, UKRAINE, US, article, known, person, thing


def test_a_cluster_is_one_party_of_its_first_member_in_every_document() -> None:
    kyiv, low = thing("Country", "Ukraine"), person("Ann Low", of=US)
    records = {"a": article("a", kyiv, known(TRUMP)), "b": article("b", low, kyiv)}
    clusters = [Cluster((Member("a", 0), Member("b", 1))), Cluster((Member("a", 1),)), Cluster((Member("b", 0),))]
    parties = parties_of(entities_in(records), clusters)
    assert parties["a"][0] == parties["b"][1]
    assert (parties["a"][0].cluster, parties["a"][0].nation, parties["a"][0].is_country) == (Member("a", 0), None, True)
    assert (parties["b"][0].nation, parties["b"][0].is_person) == (US, True)
    assert (parties["a"][1].nation, parties["a"][1].is_country) == (US, False)
    assert UKRAINE not in {party.nation for party in parties["b"]}

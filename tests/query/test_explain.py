from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import QueryError
from kg.explain import Candidate, Passage, choose_selector, explain, find
from kg.knowledge.namespaces import ID, KG, RDFS, SKOS
from kg.store.graph import load
from tests.query.asked import world

ANN = ID + "person/ann-able"
CALL = ID + "call/2025-07-04-ann-able-bob-bright"


@pytest.mark.parametrize("name", [ANN, f"<{ANN}>", "person:ann-able", "Ann Able", "ann  able", "ÁNN ABLE", "Able"])
def test_a_node_is_found_by_iri_or_by_any_of_its_names(store: Store, name: str) -> None:
    assert find(store, name) == (Candidate("Ann Able", ANN, ("Agent", "Entity", "Person")),)


def with_more(store: Store, *triples: tuple[str, str, NamedNode | Literal]) -> Store:
    both = Store()
    both.extend([*store, *(Quad(NamedNode(subject), NamedNode(name), value) for subject, name, value in triples)])
    return both


def test_a_preferred_name_wins_over_another_name(store: Store) -> None:
    both = with_more(store, (ID + "place/able", SKOS + "prefLabel", Literal("Able")))

    assert [candidate.iri for candidate in find(both, "Able")] == [ID + "place/able"]


def test_a_name_is_found_as_it_is_spelt_before_it_is_found_in_other_letters(store: Store) -> None:
    both = with_more(store, (ID + "place/able", SKOS + "prefLabel", Literal("ABLE")))

    assert [candidate.iri for candidate in find(both, "Able")] == [ANN]
    assert [candidate.iri for candidate in find(both, "able")] == [ID + "place/able"]


def test_a_name_of_several_gives_them_all(store: Store) -> None:
    both = with_more(store, (ANN + "-2", SKOS + "prefLabel", Literal("Ann Able")))

    assert [candidate.iri for candidate in find(both, "Ann Able")] == [ANN, ANN + "-2"]


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("Ann Abel", "did you mean Ann Able"),
        ("Ann Abl\udce9", "did you mean Ann Able"),
        ("?", "kg query people"),
        ("x:\udce9", "kg query people"),
    ],
)
def test_an_unknown_name_gets_the_closest_ones(store: Store, name: str, remedy: str) -> None:
    with pytest.raises(QueryError, match=rf"nothing called .* \({remedy}"):
        find(store, name)


def test_a_word_that_is_nearly_one_of_a_name_offers_the_name(store: Store) -> None:
    more = with_more(
        store,
        (ANN + "-2", SKOS + "prefLabel", Literal("Wanda van Winter")),
        (ANN + "-3", RDFS + "label", Literal("Wanda van Winter, president, Northland")),
    )

    with pytest.raises(QueryError, match=r"nothing called 'Wintr' \(did you mean Wanda van Winter\?"):
        find(more, "Wintr")


def test_every_mention_is_told_with_document_outlet_and_sentence(store: Store) -> None:
    mentions = explain(store, ANN).mentions

    assert [mention.document for mention in mentions] == ["a post", "b_wire", "c"]
    assert mentions[0] == Passage(
        document="a post",
        start=10,
        end=18,
        quote="Ann Able",
        rule="full-name",
        outlet="The Post",
        date="2025-07-04",
        context="President Ann Able called Bob Bright on Friday for 40 minutes, the sixth call.",
    )


def test_every_fact_has_its_evidence(store: Store) -> None:
    facts = {(fact.relation, fact.value): fact for fact in explain(store, ANN).facts}

    assert [
        passage.document for passage in facts["initiator of", "call: Ann Able, Bob Bright, 2025-07-04"].passages
    ] == [
        "a post",
        "b_wire",
    ]
    assert facts["holder of", "Ann Able, President, Northland"].passages[0].quote == "President Ann Able"
    assert ("represents", "Northland") in facts
    assert all(fact.passages for (relation, _), fact in facts.items() if relation.endswith(" of"))


def test_a_role_is_told_once_by_its_closest_name(store: Store) -> None:
    facts = [(fact.relation, fact.iri) for fact in explain(store, CALL).facts if fact.iri.startswith(ID + "person/")]

    assert facts == [("initiator", ANN), ("participant", ID + "person/bob-bright")]


def test_the_figures_of_an_event_have_their_own_evidence(store: Store) -> None:
    facts = explain(store, ID + "attack/2025-07-04-southland-northport").facts
    quotes = {fact.value: fact.passages[0].quote for fact in facts if fact.relation == "hasFigure"}

    assert quotes["injured: ≥ 21"] == "more than 20 people"
    assert quotes["injured: ≥ 23"] == "at least 23 people"


def test_every_merge_has_its_reason(store: Store) -> None:
    merges = explain(store, CALL).merges

    assert [(merge.reason, merge.score) for merge in merges] == [("same participants, same day", "0.95")]
    assert [passage.document for passage in merges[0].passages] == ["a post", "b_wire"]


def test_the_graph_file_alone_is_enough(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_bytes(sample.read_bytes())

    assert explain(load(tmp_path / "graph.ttl"), CALL).evidence[0].quote.startswith("President Ann Able called")


def test_who_has_no_name_is_selected_by_place_as_other_articles_have_gunmen_too() -> None:
    gunmen = ID + "participant/2025-12-29-gunmen-hospital-attacker-gunmen"

    assert choose_selector(world(), gunmen, ()) == "d@0-9"
    assert choose_selector(world(), ID + "place/northport", ()) == "Northport"


def test_a_claimant_is_told_the_events_and_not_each_mention_of_them() -> None:
    dora = ID + "person/dora-doyle"
    mention = next(world().quads_for_pattern(None, NamedNode(KG + "quote"), None, None)).subject.value
    both = with_more(world(), (mention, KG + "accordingTo", NamedNode(dora)))

    claims = {fact.iri for fact in explain(both, dora).facts if fact.relation == "accordingTo of"}

    assert ID + "attack/2025-12-29-southland-eastland" in claims
    assert mention not in claims

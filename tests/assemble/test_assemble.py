import random
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Triple

from kg.assemble.entities import entity_triples, reference_triples, seeds
from kg.assemble.nodes import EntityNode
from kg.errors import GraphError, OntologyError
from kg.knowledge import Knowledge
from kg.knowledge.namespaces import DCT, ID, KG, OWL, RDF, SKOS, XSD
from kg.records import (
    Attribute,
    Cluster,
    Collection,
    DateBasis,
    Document,
    DocumentRecord,
    Entity,
    Event,
    EventDate,
    Evidence,
    Factuality,
    Member,
    Mention,
    MentionKind,
    Span,
    Tenure,
    Term,
)
from kg.store.lines import parsed
from kg.store.turtle import write_turtle
from tests.building import assembled
from tests.known import KNOWLEDGE, knowing

SAMPLE = Path(__file__).parents[1] / "query" / "sample.ttl"
NORTHLAND = ID + "country/northland"
CALL = ID + "call/2025-07-04-ann-able-bob-bright"
STRIKE = ID + "attack/2025-07-04-southland-northport"
NOTHING_KNOWN = knowing({})
PAUSE = ID + "transfer/northland-eastland-javelot"


def turtle(collection: Collection, known: Knowledge) -> str:
    stream = BytesIO()
    write_turtle(assembled(collection, known), stream)
    return stream.getvalue().decode()


@pytest.fixture(scope="module")
def graph(collection: Collection, known: Knowledge) -> set[Triple]:
    return set(assembled(collection, known))


def values(graph: set[Triple], subject: str, name: str) -> set[str]:
    predicate = name if ":" in name else KG + name
    return {
        triple.object.value.removeprefix(KG).removeprefix(ID)
        for triple in graph
        if (triple.subject.value, triple.predicate.value) == (subject, predicate)
    }


def test_the_sample_graph_is_rebuilt_byte_for_byte(collection: Collection, known: Knowledge) -> None:
    # To accept a change that is meant: write these bytes to SAMPLE and read the difference.
    assert turtle(collection, known) == SAMPLE.read_text(encoding="utf-8")


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_clusters_changes_no_byte(seed: int, collection: Collection, known: Knowledge) -> None:
    chance = random.Random(seed)  # noqa: S311 (shuffling, no secret)
    events, entities = (chance.sample(side, len(side)) for side in (collection.events, collection.entities))
    shuffled = replace(collection, events=tuple(events), entities=tuple(entities))

    assert turtle(shuffled, known) == turtle(collection, known)


def test_an_entity_of_the_reference_keeps_its_iri_name_and_matches(graph: set[Triple]) -> None:
    javelot = ID + "weapon/javelot"

    assert values(graph, javelot, SKOS + "prefLabel") == {"Javelot"}
    assert values(graph, javelot, SKOS + "altLabel") == {"Javelots"}
    assert values(graph, javelot, SKOS + "exactMatch") == {"http://www.wikidata.org/entity/Q2"}
    assert values(graph, NORTHLAND, OWL + "sameAs") == {"http://www.wikidata.org/entity/Q1"}


def test_classes_above_are_materialised(graph: set[Triple]) -> None:
    assert values(graph, CALL, RDF + "type") == {"Call", "Conversation", "Event"}
    assert values(graph, ID + "person/carla-cole", RDF + "type") == {"Person", "Agent", "Entity"}
    assert values(graph, ID + "weapon/drone", RDF + "type") == {"Weapon", "Entity", SKOS + "Concept"}


def test_a_weapon_leads_to_the_root_of_its_types(graph: set[Triple]) -> None:
    assert values(graph, ID + "weapon/javelot", SKOS + "broader") == {"weapon/missile"}
    assert values(graph, ID + "weapon/missile", SKOS + "broader") == {"weapon/weapon"}
    assert values(graph, ID + "weapon/weapon", SKOS + "prefLabel") == {"weapon"}


def test_every_node_that_is_named_is_described(graph: set[Triple]) -> None:
    described = {triple.subject.value for triple in graph}
    named = {triple.object.value for triple in graph if isinstance(triple.object, NamedNode)}

    assert {iri for iri in named if iri.startswith(ID)} <= described


def test_who_represents_and_lies_in_which_country(graph: set[Triple]) -> None:
    assert values(graph, ID + "person/ann-able", "represents") == {"country/northland"}
    assert values(graph, ID + "person/bob-bright", "represents") == {"country/southland"}
    assert values(graph, ID + "place/northport", "inCountry") == {"country/northland"}
    assert values(graph, ID + "organization/northern-command", "inCountry") == {"country/northland"}
    assert values(graph, ID + "person/carla-cole", "represents") == set()


def test_a_contested_place_has_the_names_of_all_sides_their_claims_and_no_country() -> None:
    islands, reference, vocabulary = ID + "place/senkaku-islands", KNOWLEDGE.reference, KNOWLEDGE.taxonomy
    told = Entity(Term("Place"), "Diaoyu Islands", ("Diaoyu Islands",), islands)
    node = EntityNode(islands, Term("Place"), reference[islands].name, islands, ())

    graph = {*parsed(entity_triples(node, [told], reference, vocabulary))}
    graph |= {*parsed(reference_triples(seeds(node, [told]), reference, vocabulary, named={islands}))}

    assert values(graph, islands, SKOS + "prefLabel") == {"Senkaku/Diaoyu Islands"}
    assert values(graph, islands, SKOS + "altLabel") >= {"Senkaku Islands", "Diaoyu Islands", "Diaoyutai Islands"}
    assert values(graph, islands, "claimedBy") == {"country/china", "country/japan", "country/taiwan"}
    assert values(graph, islands, "inCountry") == set()
    assert values(graph, ID + "country/japan", "countryCode") == {"JP"}


def test_the_class_of_an_event_is_the_most_special_that_a_document_gives(graph: set[Triple]) -> None:
    # One article tells of a call, another only that the two spoke.
    assert CALL in {triple.subject.value for triple in graph}


def test_the_date_is_the_most_precise_that_agrees_with_the_others(graph: set[Triple]) -> None:
    # The one says Friday, the other only July.
    assert values(graph, CALL, "date") == {"2025-07-04"}
    assert values(graph, CALL, "dateBasis") == {"RelativeToPublication"}
    assert values(graph, STRIKE, "dateBasis") == {"Explicit"}


def test_what_several_documents_tell_comes_together(graph: set[Triple]) -> None:
    assert values(graph, CALL, "participant") == {"person/ann-able", "person/bob-bright"}
    assert values(graph, CALL, "initiator") == {"person/ann-able"}
    assert values(graph, CALL, "medium") == {"Telephone"}
    assert values(graph, CALL, "ordinal") == {"6"}
    assert values(graph, CALL, "durationMinutes") == {"40"}
    assert values(graph, CALL, "confidence") == {"0.96"}
    assert values(graph, CALL, "evidence") == {"mention/a-post-0-78-transitive", "mention/b_wire-0-41-coordination"}


def test_a_topic_is_a_resource_or_a_concept_of_its_own(graph: set[Triple]) -> None:
    assert values(graph, CALL, "topic") == {"weapon/javelot", "topic/air-defence"}
    assert values(graph, ID + "topic/air-defence", SKOS + "prefLabel") == {"air defence"}


def test_a_value_is_an_individual_where_the_ontology_says_so(graph: set[Triple]) -> None:
    subject = NamedNode(PAUSE)
    integer = NamedNode(XSD + "integer")

    assert Triple(subject, NamedNode(KG + "transferStatus"), NamedNode(KG + "Paused")) in graph
    assert Triple(NamedNode(CALL), NamedNode(KG + "ordinal"), Literal("6", datatype=integer)) in graph


def test_competing_figures_stand_side_by_side(graph: set[Triple]) -> None:
    injured = [iri for iri in sorted(values(graph, STRIKE, "hasFigure")) if "injured" in iri]

    assert [values(graph, ID + iri, "min") for iri in injured] == [{"21"}, {"23"}]
    assert [values(graph, ID + iri, "max") for iri in injured] == [set(), set()]
    assert [values(graph, ID + iri, "accordingTo") for iri in injured] == [set(), {"person/the-mayor"}]


def test_a_tenure_has_the_days_of_the_term_in_which_the_article_appeared(graph: set[Triple]) -> None:
    tenure = ID + "tenure/ann-able-president-northland"

    assert values(graph, tenure, "since") == {"2020-01-01"}
    assert values(graph, tenure, "until") == set()
    assert values(graph, tenure, "evidence") == {"mention/a-post-0-18-title"}


def test_a_merge_keeps_its_reason_and_both_sides(graph: set[Triple]) -> None:
    merges = {t.subject.value for t in graph if (t.predicate.value, t.object) == (KG + "merged", NamedNode(CALL))}

    assert len(merges) == 1
    merge = merges.pop()
    assert values(graph, merge, "reason") == {"same participants, same day"}
    assert values(graph, merge, "score") == {"0.95"}
    assert len(values(graph, merge, "mergedMention")) == 2


def test_a_document_is_described_as_far_as_it_is_known(graph: set[Triple]) -> None:
    post = ID + "document/a-post"

    assert values(graph, post, DCT + "identifier") == {"a post"}
    assert values(graph, post, DCT + "date") == {"2025-07-04"}
    assert values(graph, ID + "document/c", DCT + "date") == set()


def test_another_base_is_for_new_resources_only(collection: Collection, known: Knowledge) -> None:
    subjects = {triple.subject.value for triple in assembled(collection, known, base="https://news.example/")}

    assert "https://news.example/call/2025-07-04-ann-able-bob-bright" in subjects
    assert ID + "person/ann-able" in subjects


TEXT = "Ann met Bob. " * 4
ANN_MET_BOB = (Evidence(Span(0, 12), "transitive"),)


def small(*events: Event, name: str = "Zoë", document: str = "d", text: str = TEXT) -> Collection:
    """Return a collection of one document that tells of two people and some events, each on its own."""
    entities = (Entity(Term("Person"), name), Entity(Term("Person"), "Bob"))
    record = DocumentRecord(Document(document, text), entities, (), (), events)
    singles = [tuple(Cluster((Member(document, index),)) for index in range(count)) for count in (2, len(events))]
    return Collection({document: record}, *singles)


def reported(*events: Event) -> set[Triple]:
    """Return the graph in which all events are reports of one."""
    collection = small(*events)
    return set(
        assembled(
            replace(collection, events=(Cluster(tuple(Member("d", at) for at in range(len(events)))),)), NOTHING_KNOWN
        )
    )


def the_event(graph: set[Triple], name: str) -> set[str]:
    return {
        triple.object.value.removeprefix(KG)
        for triple in graph
        if triple.predicate.value == KG + name and "/meeting/" in triple.subject.value
    }


def meeting(**more: object) -> Event:
    return Event(Term("Meeting"), ANN_MET_BOB, **more)  # type: ignore[arg-type]  # keywords of Event, checked by use


@pytest.mark.parametrize(
    ("several", "one"),
    [
        (("Denied", "Asserted"), "Asserted"),
        (("Possible", "Planned"), "Planned"),
        (("Denied", "Possible"), "Possible"),
        (("Negated", "Denied"), "Denied"),
        (("Negated",), "Negated"),
    ],
)
def test_an_event_is_what_its_strongest_report_says(several: tuple[str, ...], one: str) -> None:
    graph = reported(*(meeting(factuality=Factuality(value)) for value in several))

    assert the_event(graph, "factuality") == {one}


@pytest.mark.parametrize(
    ("several", "one", "datatype"),
    [
        (("2025-07-04", "2025-07", "2025"), "2025-07-04", "date"),
        (("2025-07", "2025"), "2025-07", "gYearMonth"),
        (("2025",), "2025", "gYear"),
        (("2025-07-03", "2025-07-04", "2025-07-04"), "2025-07-04", "date"),
        (("2025-06-01", "2025-07", "2025-07"), "2025-07", "gYearMonth"),
    ],
)
def test_dates_are_as_precise_as_the_reports_agree(several: tuple[str, ...], one: str, datatype: str) -> None:
    graph = reported(*(meeting(date=EventDate(value, DateBasis.EXPLICIT)) for value in several))

    assert [t.object for t in graph if t.predicate.value == KG + "date"] == [
        Literal(one, datatype=NamedNode(XSD + datatype))
    ]


def test_a_quotation_that_is_part_of_a_longer_one_is_left_out() -> None:
    graph = reported(meeting(quote="never"), meeting(quote="never again"), meeting(quote="we said never again"))

    assert the_event(graph, "quoteText") == {"we said never again"}


@pytest.mark.parametrize(
    ("duration", "minutes"), [("PT40M", {"40"}), ("P1DT1H", {"1500"}), ("PT59S", {"0"}), ("P1M", set())]
)
def test_minutes_stand_beside_a_duration_that_has_so_many(duration: str, minutes: set[str]) -> None:
    assert the_event(reported(meeting(duration=duration)), "durationMinutes") == minutes


@pytest.mark.parametrize(
    ("duration", "written"),
    [
        ("PT60M", "PT1H"),
        ("PT90M", "PT1H30M"),
        ("PT24H", "P1D"),
        ("P14M", "P1Y2M"),
        ("PT0S", "PT0S"),
        ("PT61S", "PT1M1S"),
    ],
)
def test_durations_are_carried_over(duration: str, written: str) -> None:
    assert the_event(reported(meeting(duration=duration)), "duration") == {written}


@pytest.mark.parametrize("duration", ["P", "PT", "40M", "PT1.5H", "P1W", "P1DT"])
def test_what_is_no_duration_is_refused(duration: str) -> None:
    with pytest.raises(GraphError, match="not a duration"):
        reported(meeting(duration=duration))


@pytest.mark.parametrize(("share", "written"), [(1.0, "1.0"), (0.9, "0.9"), (0.123456, "0.1235"), (1e-9, "0.0")])
def test_shares_are_canonical_decimals(share: float, written: str) -> None:
    assert the_event(reported(meeting(confidence=share)), "confidence") == {written}


def test_two_people_of_one_name_get_two_iris() -> None:
    iris = {t.subject.value for t in assembled(small(name="Bob"), NOTHING_KNOWN) if "/person/" in t.subject.value}

    assert len(iris) == 2
    assert ID + "person/bob" in iris


def test_a_new_person_never_takes_the_iri_of_the_reference(known: Knowledge) -> None:
    iris = {t.subject.value for t in assembled(small(name="Ann Able"), known) if "/person/ann" in t.subject.value}

    assert len(iris) == 1
    assert iris.pop().startswith(ID + "person/ann-able-")


def test_events_of_one_description_get_their_own_iris() -> None:
    iris = {
        t.subject.value for t in assembled(small(meeting(), meeting()), NOTHING_KNOWN) if "/meeting/" in t.subject.value
    }

    assert len(iris) == 2


def test_names_in_any_script_get_a_readable_or_a_stable_iri() -> None:
    for name, iri in (("Jarosław Kaczyński", "jaroslaw-kaczynski"), ("N’Golo O'Brien-Öz", "ngolo-obrien-oz")):
        assert ID + "person/" + iri in {t.subject.value for t in assembled(small(name=name), NOTHING_KNOWN)}
    assert turtle(small(name="Зеленський"), NOTHING_KNOWN) == turtle(small(name="Зеленський"), NOTHING_KNOWN)


def test_a_full_name_is_preferred_to_a_surname_that_more_articles_use() -> None:
    records = {
        f"d{index}": DocumentRecord(Document(f"d{index}", TEXT), (Entity(Term("Person"), name),), (), (), ())
        for index, name in enumerate(("Bright", "Bright", "Bob Bright", "B. Bright", "Bob Bright"))
    }
    graph = set(assembled(Collection(records, (Cluster(tuple(Member(at, 0) for at in records)),), ()), NOTHING_KNOWN))

    assert values(graph, ID + "person/bob-bright", SKOS + "prefLabel") == {"Bob Bright"}
    assert values(graph, ID + "person/bob-bright", SKOS + "altLabel") == {"B. Bright", "Bright"}


def test_a_tenure_reported_in_several_spellings_is_one() -> None:
    tenures = tuple(Tenure(0, office, None, ANN_MET_BOB) for office in ("president", "President", "president"))
    collection = small()
    record = replace(collection.records["d"], tenures=tenures)
    graph = set(assembled(replace(collection, records={"d": record}), NOTHING_KNOWN))

    assert values(graph, ID + "tenure/zoe-president", "office") == {"president"}


def test_words_that_refer_to_two_have_one_mention() -> None:
    collection = small()
    both = tuple(Mention(Span(0, 12), entity, MentionKind.NOMINAL, "the-two") for entity in (0, 1))
    record = replace(collection.records["d"], mentions=both)
    graph = set(assembled(replace(collection, records={"d": record}), NOTHING_KNOWN))

    assert values(graph, ID + "mention/d-0-12-the-two", "refersTo") == {"person/zoe", "person/bob"}


def test_a_word_for_weapons_in_general_is_no_mention_of_a_weapon() -> None:
    collection = small()
    mentions = tuple(
        Mention(Span(at, at + 3), 0, kind, "arms") for at, kind in ((0, MentionKind.GENERIC), (4, MentionKind.NAME))
    )
    record = replace(collection.records["d"], mentions=mentions)
    graph = set(assembled(replace(collection, records={"d": record}), NOTHING_KNOWN))

    assert values(graph, ID + "mention/d-0-3-arms", "refersTo") == set()
    assert values(graph, ID + "mention/d-4-7-arms", "refersTo") == {"person/zoe"}


@pytest.mark.parametrize("span", [Span(0, 0), Span(5, 99), Span(-3, 2)])
def test_evidence_outside_the_text_is_refused(span: Span) -> None:
    event = Event(Term("Meeting"), (Evidence(span, "transitive"),))

    with pytest.raises(GraphError, match=r"d, characters .*: no such span in the text \(mend the rule transitive\)"):
        list(assembled(small(event), NOTHING_KNOWN))


def test_an_event_without_evidence_is_refused() -> None:
    with pytest.raises(GraphError, match="d: an event of class Meeting has no evidence"):
        list(assembled(small(Event(Term("Meeting"), ())), NOTHING_KNOWN))


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(GraphError, match=r"a lone surrogate is not text .*UTF-8"):
        list(assembled(small(meeting(), text="Ann met \ud800Bob"), NOTHING_KNOWN))


@pytest.mark.parametrize(
    "event",
    [
        Event(Term("Coup"), ANN_MET_BOB),
        meeting(attributes=(Attribute(Term("colour"), "red"),)),
        meeting(attributes=(Attribute(Term("transferStatus"), Term("Forgotten")),)),
    ],
)
def test_what_the_ontology_does_not_declare_is_refused(event: Event) -> None:
    with pytest.raises(OntologyError, match=r"kg\.ttl: there is no kg:(Coup|colour|Forgotten) \(declare"):
        list(assembled(small(event), NOTHING_KNOWN))


def test_documents_whose_ids_differ_in_what_an_iri_can_not_hold_stay_apart() -> None:
    records = {name: DocumentRecord(Document(name, TEXT), (), (), (), ()) for name in ("a b", "a/b", "a-b", "Ä", "ä")}
    graph = set(assembled(Collection(records, (), ()), NOTHING_KNOWN))

    assert len({triple.subject for triple in graph}) == 5


def test_the_words_of_a_mention_are_those_of_the_document(graph: set[Triple], collection: Collection) -> None:
    text = collection.records["b_wire"].document.text

    assert values(graph, ID + "mention/b_wire-86-104-count", "quote") == {text[86:104]} == {"at least 23 people"}

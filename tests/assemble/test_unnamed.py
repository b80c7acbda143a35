"""Participants without a name, and who vouches for an event: what two short articles tell, as triples."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from kg.assemble.merging import merge
from kg.consolidate import consolidate
from kg.knowledge.namespaces import ID, KG, RDF, RDFS, SKOS
from kg.records import (
    Argument,
    Attribute,
    Cluster,
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
    Term,
    Unnamed,
)
from tests.building import arguments, assembled, mention, span_of
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from pyoxigraph import Triple

TEXT = "Three gunmen attacked a hospital in Gaza on Friday, Hamas said."
GAZA = Entity(Term("Place"), "Gaza", ("Gaza",), ID + "place/gaza-city", ID + "country/palestine")
HAMAS = Entity(Term("Organization"), "Hamas", ("Hamas",), ID + "organization/hamas")
GUNMEN = Entity(
    Term("UnnamedParticipant"), "Three gunmen", unnamed=Unnamed(ID + "participant/attacker", minimum=3, maximum=3)
)
HOSPITAL = Entity(
    Term("UnnamedParticipant"),
    "hospital",
    country=ID + "country/palestine",
    unnamed=Unnamed(ID + "participant/hospital", belongs_to=0),
)
ATTACK = ID + "attack/2025-07-04-three-gunmen-hospital"
PARTICIPANT = ID + "participant/2025-07-04-three-gunmen-hospital"


def attack(*, claimed: bool = True) -> Event:
    day = EventDate("2025-07-04", DateBasis.RELATIVE)
    sources = (1,) if claimed else ()
    evidence = Evidence(Span(0, len(TEXT)), "attack-v", span_of(TEXT, "attacked"), Factuality.ASSERTED, day, sources)
    return Event(
        Term("Attack"),
        (evidence,),
        arguments(TEXT, ("attacker", 2, "Three gunmen"), ("target", 3, "hospital")),
        date=day,
        according_to=sources,
    )


def record(name: str, *events: Event) -> DocumentRecord:
    named = [mention(TEXT, number, name) for number, name in enumerate(("Gaza", "Hamas"))]
    described = [
        mention(TEXT, number, who, MentionKind.DESCRIPTION) for number, who in ((2, "Three gunmen"), (3, "hospital"))
    ]
    mentions = (*named, *described)
    document = Document(name, TEXT, date(2025, 7, 4))
    return DocumentRecord(document, (GAZA, HAMAS, GUNMEN, HOSPITAL), mentions, (), events)


def graph(*records: DocumentRecord) -> set[Triple]:
    return set(assembled(consolidate(records, KNOWLEDGE), KNOWLEDGE))


@pytest.fixture(scope="module")
def told() -> set[Triple]:
    return graph(record("a", attack()))


def values(triples: set[Triple], subject: str, predicate: str) -> set[str]:
    name = predicate if ":" in predicate else KG + predicate
    return {
        triple.object.value.removeprefix(KG).removeprefix(ID)
        for triple in triples
        if triple.subject.value == subject and triple.predicate.value == name
    }


def test_the_iri_is_made_of_event_role_and_words(told: set[Triple]) -> None:
    assert values(told, ATTACK, "attacker") == {"participant/2025-07-04-three-gunmen-hospital-attacker-three-gunmen"}
    assert values(told, ATTACK, "target") == {"participant/2025-07-04-three-gunmen-hospital-target-hospital"}


def test_the_words_tell_kind_count_owner_and_country(told: set[Triple]) -> None:
    gunmen, hospital = f"{PARTICIPANT}-attacker-three-gunmen", f"{PARTICIPANT}-target-hospital"

    assert values(told, gunmen, SKOS + "prefLabel") == {"Three gunmen"}
    assert values(told, gunmen, RDF + "type") == {"UnnamedParticipant", "Entity"}
    assert values(told, gunmen, "described") == {"participant/attacker"}
    assert values(told, gunmen, "count") == {"3"}
    assert values(told, hospital, "belongsTo") == {"place/gaza-city"}
    assert values(told, hospital, "inCountry") == {"country/palestine"}


@pytest.mark.parametrize(
    ("least", "most", "properties"),
    [(20, None, {"min": "20"}), (None, 80, {"max": "80"}), (3, 5, {"min": "3", "max": "5"}), (None, None, {})],
)
def test_an_open_number_has_bounds(least: int | None, most: int | None, properties: dict[str, str]) -> None:
    gunmen = replace(GUNMEN, unnamed=Unnamed(None, None, least, most))
    written = record("a", attack())
    triples = graph(replace(written, entities=(GAZA, HAMAS, gunmen, HOSPITAL)))
    subject = f"{PARTICIPANT}-attacker-three-gunmen"

    found = {name: values(triples, subject, name) for name in ("count", "min", "max", "described")}
    assert {name: next(iter(value)) for name, value in found.items() if value} == properties


def test_the_kinds_come_with_their_names_up_to_the_top(told: set[Triple]) -> None:
    def up(kind: str) -> list[str]:
        above = values(told, ID + kind, SKOS + "broader")
        return [kind, *(one for other in above for one in up(other))]

    assert up("participant/hospital") == ["participant/hospital", "participant/building", "participant/site"]
    assert values(told, ID + "participant/site", SKOS + "prefLabel")
    assert "ParticipantKind" in values(told, ID + "participant/site", RDF + "type")


def test_an_event_is_called_by_names_first_and_by_two_without_one_at_most() -> None:
    crowd = [replace(GUNMEN, name=f"{word} men", unnamed=Unnamed(None)) for word in ("armed", "many", "some", "young")]
    arguments = [Argument(Term("attacker"), 4 + n, span_of(TEXT, "Three gunmen")) for n in range(4)]
    named = Argument(Term("target"), 0, span_of(TEXT, "Gaza"))
    event = replace(attack(), arguments=(*arguments, Argument(Term("target"), 3, span_of(TEXT, "hospital")), named))
    written = record("a", event)
    mentions = tuple(Mention(span_of(TEXT, "Three gunmen"), 4 + n, MentionKind.DESCRIPTION, "test") for n in range(4))
    triples = graph(replace(written, entities=(*written.entities, *crowd), mentions=(*written.mentions, *mentions)))

    events = {t.subject.value for t in triples if t.object.value == KG + "Attack"}
    assert events == {ID + "attack/2025-07-04-armed-men-many-men-gaza-city"}
    (label,) = values(triples, next(iter(events)), RDFS + "label")
    assert label == "attack: armed men, many men → Gaza City, 2025-07-04"


def test_a_mention_keeps_what_it_tells(told: set[Triple]) -> None:
    mention = f"{ID}mention/a-0-{len(TEXT)}-attack-v-13"

    assert values(told, ATTACK, "evidence") == {mention.removeprefix(ID)}
    assert values(told, mention, "trigger") == {"attacked"}
    assert values(told, mention, "triggerStart") == {"13"}
    assert values(told, mention, "factuality") == {"Asserted"}
    assert values(told, mention, "date") == {"2025-07-04"}
    assert values(told, mention, "accordingTo") == {"organization/hamas"}


def test_two_triggers_of_one_rule_in_a_sentence_are_two_mentions() -> None:
    second = replace(attack().evidence[0], trigger=span_of(TEXT, "said"), factuality=Factuality.POSSIBLE)
    triples = graph(record("a", replace(attack(), evidence=(*attack().evidence, second))))

    assert len(values(triples, ATTACK, "evidence")) == 2


def named_attack(*, claimed: bool = False, target: bool = True, unnamed_source: bool = False) -> Event:
    """Hamas attacks Gaza, by an article's own account or by what Hamas says."""
    arguments = [Argument(Term("attacker"), 1, span_of(TEXT, "Hamas"))]
    arguments += [Argument(Term("target"), 0, span_of(TEXT, "Gaza"))] if target else []
    attributes = (Attribute(Term("unnamedSource"), "officials"),) if unnamed_source else ()
    return replace(attack(claimed=claimed), arguments=tuple(arguments), attributes=attributes)


CLAIM = named_attack(claimed=True)


@pytest.mark.parametrize(
    ("other", "claimants"),
    [
        (named_attack(), set()),
        (named_attack(claimed=True), {"organization/hamas"}),
        (named_attack(target=False), {"organization/hamas"}),
        (named_attack(unnamed_source=True), {"organization/hamas"}),
        (replace(named_attack(), factuality=Factuality.PLANNED), {"organization/hamas"}),
    ],
)
def test_a_claim_is_a_fact_where_an_article_tells_all_of_it_itself(other: Event, claimants: set[str]) -> None:
    records = {"a": record("a", CLAIM), "b": record("b", other)}
    entities = dict.fromkeys("ab", (f"{ID}x", f"{ID}organization/hamas"))
    cluster = Cluster((Member("a", 0), Member("b", 0)))

    merged = merge(cluster, records, entities, KNOWLEDGE.taxonomy)

    assert {iri.removeprefix(ID) for iri in merged.according_to} == claimants
    told = {iri.removeprefix(ID) for source in merged.evidence for iri in source.according_to}
    assert told == {"organization/hamas"}


def test_unnamed_sources_go_with_the_claim() -> None:
    records = {"a": record("a", named_attack(unnamed_source=True)), "b": record("b", named_attack())}
    entities = dict.fromkeys("ab", (f"{ID}0", f"{ID}1"))

    alone = merge(Cluster((Member("a", 0),)), records, entities, KNOWLEDGE.taxonomy)
    both = merge(Cluster((Member("a", 0), Member("b", 0))), records, entities, KNOWLEDGE.taxonomy)

    assert [attribute.value for attribute in alone.attributes] == ["officials"]
    assert both.attributes == ()


def test_a_copy_makes_no_event_surer_and_an_article_of_its_own_does() -> None:
    told = {name: record(name, replace(CLAIM, confidence=0.8)) for name in ("a", "b")}
    entities = dict.fromkeys(told, (f"{ID}0", f"{ID}1"))
    cluster = Cluster((Member("a", 0), Member("b", 0)))

    assert merge(cluster, told, entities, KNOWLEDGE.taxonomy).confidence == 0.96
    assert merge(cluster, told, entities, KNOWLEDGE.taxonomy, {"b": "a"}).confidence == 0.8

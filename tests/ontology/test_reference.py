"""What the reference data promises to those who look names up in it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

import pytest

from kg.knowledge.files import read_triples, shipped_folder
from kg.knowledge.namespaces import DCT, ID, WIKIDATA
from kg.knowledge.reference import FILES
from tests.known import KNOWLEDGE, load_graph

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.knowledge.reference import Resource

Reference: TypeAlias = "Mapping[str, Resource]"


def of_kind(reference: Reference, kind: str) -> list[Resource]:
    return [resource for resource in reference.values() if resource.kind == kind]


def words(resource: Resource) -> set[str]:
    return {*resource.labels, *resource.adjectives, *resource.demonyms, *resource.metonyms}


def types_above(reference: Reference, iri: str) -> set[str]:
    resource = reference[iri]
    return {*resource.labels, *(label for parent in resource.broader for label in types_above(reference, parent))}


@pytest.mark.parametrize(
    ("kind", "least"), [("Country", 230), ("Person", 1000), ("Organization", 220), ("Place", 500), ("Weapon", 190)]
)
def test_the_data_is_as_wide_as_news_needs(reference: Reference, kind: str, least: int) -> None:
    assert len(of_kind(reference, kind)) >= least


def test_at_least_195_countries_belong_to_no_other(reference: Reference) -> None:
    territories = {
        str(quad.subject.value) for quad in load_graph("countries.ttl") if quad.predicate.value == DCT + "isPartOf"
    }
    assert len({country.iri for country in of_kind(reference, "Country")} - territories) >= 195


@pytest.mark.parametrize(
    ("place", "claimants", "names"),
    [
        ("place/crimea", {"Russia", "Ukraine"}, {"Republic of Crimea", "Autonomous Republic of Crimea"}),
        ("place/sevastopol", {"Russia", "Ukraine"}, set()),
        ("place/jerusalem", {"Israel", "Palestinian territories"}, {"Al-Quds"}),
        ("place/west-bank", {"Israel", "Palestinian territories"}, {"Judea and Samaria"}),
        ("place/golan-heights", {"Israel", "Syria"}, set()),
        ("place/kashmir", {"China", "India", "Pakistan"}, set()),
        ("place/nagorno-karabakh", {"Azerbaijan"}, {"Artsakh"}),
        ("place/senkaku-islands", {"China", "Japan", "Taiwan"}, {"Senkaku Islands", "Diaoyu Islands"}),
    ],
)
def test_a_contested_place_has_all_names_and_claimants_and_no_country(
    reference: Reference, place: str, claimants: set[str], names: set[str]
) -> None:
    resource = reference[ID + place]
    assert resource.country is None
    assert {reference[iri].name for iri in resource.claimants} == claimants
    assert names <= set(resource.labels)


def test_a_state_of_the_past_has_its_years_and_no_code(reference: Reference) -> None:
    past = {r.name: (r.founded, r.dissolved, r.code) for r in of_kind(reference, "Country") if r.dissolved}
    assert past["Soviet Union"] == ("1922", "1991", None)
    assert past["Czechoslovakia"] == ("1918", "1992", None)
    assert all(int(founded or 0) < int(dissolved or 0) for founded, dissolved, _ in past.values())
    assert not any(code for *_, code in past.values())


def test_a_contested_territory_is_its_own_country_and_tells_who_claims_it(reference: Reference) -> None:
    claims = {r.name: {reference[c].name for c in r.claimants} for r in of_kind(reference, "Country") if r.claimants}
    assert claims == {
        "Falkland Islands": {"Argentina", "United Kingdom"},
        "Gibraltar": {"Spain", "United Kingdom"},
        "Kosovo": {"Serbia"},
        "Taiwan": {"China"},
        "Western Sahara": {"Morocco"},
    }


def test_resources_come_in_order_and_under_their_own_iri(reference: Reference) -> None:
    assert list(reference) == sorted(reference)
    assert all(iri == resource.iri for iri, resource in reference.items())


@pytest.mark.parametrize("kind", ["Country", "Person", "Organization", "Place", "Weapon"])
def test_no_two_resources_of_a_kind_share_an_unambiguous_word(reference: Reference, kind: str) -> None:
    bearers: defaultdict[str, list[str]] = defaultdict(list)
    for resource in of_kind(reference, kind):
        for word in {*words(resource), *resource.head_nouns} - resource.ambiguous:
            bearers[word].append(resource.name)
    assert {word: names for word, names in bearers.items() if len(set(names)) > 1} == {}


def test_country_codes_are_unique(reference: Reference) -> None:
    codes = [country.code for country in of_kind(reference, "Country") if not country.dissolved]
    assert len(codes) == len(set(codes))


def test_what_is_called_ambiguous_is_a_word_of_the_resource(reference: Reference) -> None:
    strays = {
        resource.iri: sorted(resource.ambiguous - words(resource) - {*resource.head_nouns})
        for resource in reference.values()
    }
    assert {iri: stray for iri, stray in strays.items() if stray} == {}


def test_every_reference_resolves(reference: Reference) -> None:
    for resource in reference.values():
        named = [*resource.broader, *(office.of for office in resource.offices)]
        named += [iri for iri in (resource.country, resource.capital) if iri]
        assert [iri for iri in named if iri not in reference] == []


def test_no_reference_file_holds_a_blank_node() -> None:
    for name in FILES:
        assert not any(str(triple.subject).startswith("_:") for triple in read_triples(shipped_folder() / name)), name


def test_a_country_carries_every_field(reference: Reference) -> None:
    ukraine = reference[ID + "country/ukraine"]
    assert (ukraine.kind, ukraine.name, ukraine.code) == ("Country", "Ukraine", "UA")
    assert ukraine.adjectives == ukraine.demonyms == ("Ukrainian",)
    assert ukraine.metonyms == ("Kiev", "Kyiv")
    assert ukraine.capital == ID + "place/kyiv"
    assert ukraine.country == ukraine.iri
    assert ukraine.matches == (WIKIDATA + "Q212",)


def test_the_united_states_go_by_us_but_never_by_the_pronoun(reference: Reference) -> None:
    labels = reference[ID + "country/united-states"].labels
    assert {"US", "U.S.", "USA", "America"} <= set(labels)
    assert "us" not in labels


def test_a_country_that_is_also_a_common_word_says_so(reference: Reference) -> None:
    for name in ("turkey", "georgia", "jordan", "chad"):
        country = reference[ID + "country/" + name]
        assert country.name in country.ambiguous


@pytest.mark.parametrize("spelling", ["Volodymyr Zelensky", "Volodymyr Zelenskiy", "Vladimir Zelensky"])
def test_a_leader_goes_by_the_spellings_of_the_press(reference: Reference, spelling: str) -> None:
    leader = reference[ID + "person/volodymyr-zelenskyy"]
    assert spelling in leader.labels
    assert leader.family_name == "Zelenskyy"
    assert leader.country == ID + "country/ukraine"


def test_an_office_knows_the_days_on_which_it_was_held(reference: Reference) -> None:
    offices = reference[ID + "person/donald-trump"].offices
    held = {day: any(office.held_on(day) for office in offices) for day in (date(2020, 7, 4), date(2024, 7, 4))}
    assert held == {date(2020, 7, 4): True, date(2024, 7, 4): False}
    assert [office.title for office in offices if office.held_on(date(2025, 7, 4))] == ["president"]


@pytest.mark.parametrize(
    ("day", "chancellor"),
    [("2015-06-01", "Angela Merkel"), ("2023-06-01", "Olaf Scholz"), ("2025-07-03", "Friedrich Merz")],
)
def test_a_country_had_one_chancellor_on_a_day(reference: Reference, day: str, chancellor: str) -> None:
    germany = ID + "country/germany"
    assert chancellor == " ".join(
        person.name
        for person in of_kind(reference, "Person")
        for office in person.offices
        if office.of == germany and office.title == "chancellor" and office.held_on(date.fromisoformat(day))
    )


@pytest.mark.parametrize(
    ("iri", "country"),
    [
        ("organization/kremlin", "russia"),
        ("organization/hamas", "palestinian-territories"),
        ("organization/quds-force", "iran"),
        ("person/lloyd-austin", "united-states"),
        ("place/kharkiv", "ukraine"),
    ],
)
def test_a_resource_knows_the_country_it_belongs_to(reference: Reference, iri: str, country: str) -> None:
    assert reference[ID + iri].country == ID + "country/" + country


@pytest.mark.parametrize("iri", ["organization/nato", "person/antonio-guterres", "place/golan-heights", "weapon/tank"])
def test_what_belongs_to_no_country_has_none(reference: Reference, iri: str) -> None:
    assert reference[ID + iri].country is None


@pytest.mark.parametrize(
    ("iri", "kind_of"),
    [
        ("patriot", "air defense system"),
        ("interceptor-missile", "missile"),
        ("kinzhal", "ballistic missile"),
        ("tomahawk", "cruise missile"),
        ("javelin", "anti-tank missile"),
        ("shahed", "drone"),
        ("fab", "bomb"),
        ("155mm-round", "ammunition"),
        ("himars", "rocket launcher"),
        ("m777", "artillery"),
        ("bradley", "armored vehicle"),
        ("leopard-2", "tank"),
        ("f-16", "aircraft"),
        ("mi-17", "helicopter"),
        ("destroyer", "ship"),
        ("kilo-class-submarine", "submarine"),
        ("kalashnikov", "small arms"),
        ("claymore", "mine"),
        ("an-tpq-36", "radar"),
        ("b61", "nuclear weapon"),
        ("sarin", "chemical weapon"),
    ],
)
def test_a_weapon_is_found_under_its_type(reference: Reference, iri: str, kind_of: str) -> None:
    assert kind_of in types_above(reference, ID + "weapon/" + iri)


def test_every_head_noun_names_one_type(reference: Reference) -> None:
    nouns = [noun for weapon in of_kind(reference, "Weapon") for noun in weapon.head_nouns]
    assert len(nouns) == len(set(nouns))
    assert {"drone", "missile", "bomb", "tank", "howitzer", "interceptor", "uav"} <= set(nouns)


def test_loading_twice_reads_once() -> None:
    assert KNOWLEDGE.reference is KNOWLEDGE.reference

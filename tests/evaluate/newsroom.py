"""Two articles as a graph and as gold annotations, small enough to score by hand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pyoxigraph import RdfFormat, Store

if TYPE_CHECKING:
    from pathlib import Path

GRAPH = """
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <https://example.org/> .

:one a kg:Document ; dct:identifier "one" .
:two a kg:Document ; dct:identifier "two" .
:ukraine a kg:Country ; skos:prefLabel "Ukraine" ; kg:countryCode "UA" .
:russia a kg:Country ; skos:prefLabel "Russia" ; kg:countryCode "RU" .
:kyiv a kg:Place ; skos:prefLabel "Kyiv" ; kg:inCountry :ukraine .
:zelenskyy a kg:Person ; skos:prefLabel "Volodymyr Zelenskyy" ; kg:represents :ukraine .
:putin a kg:Person ; skos:prefLabel "Vladimir Putin" ; kg:represents :russia .
:nobody a kg:Person ; skos:prefLabel "Subscribe Now" .
:drone a kg:Weapon ; skos:prefLabel "drone" .
:shahed a kg:Weapon ; skos:prefLabel "Shahed" ; skos:broader :drone .

:m1 a kg:Mention ; kg:document :one ; kg:quote "Zelenskiy" ; kg:refersTo :zelenskyy .
:m2 a kg:Mention ; kg:document :one ; kg:quote "Ukrainian" ; kg:refersTo :ukraine .
:m3 a kg:Mention ; kg:document :one ; kg:quote "Shaheds" ; kg:refersTo :shahed .
:m4 a kg:Mention ; kg:document :one ; kg:quote "Subscribe Now" ; kg:refersTo :nobody .
:m5 a kg:Mention ; kg:document :one ; kg:quote "Putin" ; kg:refersTo :putin .
:m6 a kg:Mention ; kg:document :two ; kg:quote "Putin" ; kg:refersTo :putin .
:e1 a kg:Mention ; kg:document :one ; kg:quote "called" .
:e2 a kg:Mention ; kg:document :two ; kg:quote "spoke" .

:call a kg:Call ; kg:participant :zelenskyy, :putin ; kg:date "2025-07-04"^^xsd:date ;
    kg:factuality kg:Asserted ; kg:evidence :e1, :e2 .
:denied a kg:Call ; kg:participant :putin ; kg:factuality kg:Denied ; kg:evidence :e1 .
:attack a kg:Attack ; kg:attacker :russia ; kg:target :kyiv ; kg:date "2025-07"^^xsd:gYearMonth ;
    kg:factuality kg:Asserted ; kg:evidence :e1 ; kg:hasFigure :injured, :launched .
:injured a kg:Figure ; kg:measure kg:Injured ; kg:min 23 .
:launched a kg:Figure ; kg:measure kg:Launched ; kg:weapon :shahed ; kg:min 100 ; kg:max 100 .
:transfer a kg:Transfer ; kg:supplier :russia ; kg:recipient :ukraine ; kg:weapon :shahed ;
    kg:transferStatus kg:Pledged ; kg:factuality kg:Possible ; kg:evidence :e1 .
:statement a kg:Statement ; kg:speaker :zelenskyy ; kg:quoteText "We are ready, always." ;
    kg:factuality kg:Asserted ; kg:evidence :e1 .
:indirect a kg:Statement ; kg:speaker :putin ; kg:factuality kg:Asserted ; kg:evidence :e1 .
"""

ONE: dict[str, Any] = {
    "people": [
        {"name": "Volodymyr Zelensky", "mentions": ["Zelenskiy"], "country": "UA"},
        {"name": "Andriy Yermak", "mentions": [], "country": "UA"},
        {"name": "Vladimir Putin", "country": "BY", "optional": True},
    ],
    "countries": [{"code": "UA"}, {"code": "RU"}],
    "weapons": [{"mention": "Shahed", "class": "drone"}, {"mention": "tanks", "class": "tank"}],
    "calls": [
        {"participants": ["Volodymyr Zelenskyy", "RU"], "date": "2025-07-04"},
        {"participants": ["Volodymyr Zelenskyy", "US"], "date": None},
    ],
    "meetings": [],
    "attacks": [
        {
            "attacker": "RU",
            "target": "Kyiv",
            "date": "2025-07-04",
            "weapons": [{"class": "drone", "count": 100}],
            "killed": 2,
            "injured": 23,
        }
    ],
    "transfers": [
        {
            "supplier": "RU",
            "recipient": "UA",
            "weapon": "drones",
            "class": "drone",
            "status": "delivered",
            "count": None,
        }
    ],
    "statements": [{"speaker": "Volodymyr Zelenskyy", "quote": "“We are ready”"}],
}
TWO: dict[str, Any] = {
    "people": [{"name": "Vladimir Putin", "country": "RU"}],
    "calls": [{"participants": ["Vladimir Putin", "Volodymyr Zelenskyy"], "date": "2025-07-03"}],
    "complete": [],
}


def graph() -> Store:
    store = Store()
    store.load(GRAPH.encode(), RdfFormat.TURTLE)
    return store


def write_gold(folder: Path, **documents: dict[str, Any]) -> Path:
    for name, gold in documents.items():
        (folder / f"{name}.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder

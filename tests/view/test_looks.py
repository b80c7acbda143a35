"""How classes look: every one apart from every other, for every kind of colour vision, hinted at or not."""

from __future__ import annotations

import math
import re
import shutil
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from kg.knowledge import load
from kg.knowledge.files import shipped_folder
from kg.knowledge.looks import OTHER
from kg.knowledge.namespaces import KG
from kg.view import render
from tests.known import KNOWLEDGE, load_graph

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Watched

    from kg.knowledge import Knowledge

GROUNDS = {"light": "#fbfaf8", "dark": "#14171d"}
"""The grounds of web/colours.js."""

VISION = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}
"""What is seen of linear red, green and blue: Machado, Oliveira and Fernandes (2009), at full severity."""

JUST_APART = 12.0
"""CIE 1976 colour difference; about 2.3 can just be noticed side by side."""

BLOCKADE = """
kg:Blockade a owl:Class ; rdfs:subClassOf kg:Event ; rdfs:label "blockade"@en ; skos:definition "A blockade."@en .
kg:blockader a owl:ObjectProperty ; rdfs:subPropertyOf kg:participant ; rdfs:label "blockader"@en ;
    schema:rangeIncludes kg:Country ; kg:drawsEdge true ; skos:definition "Who blocks."@en .
kg:blocked a owl:ObjectProperty ; rdfs:label "blocked"@en ; schema:rangeIncludes kg:Country, kg:Organization ;
    kg:drawsEdge true ; skos:definition "Who is blocked."@en .
"""

FLEET = """
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<urn:a> a kg:Country ; skos:prefLabel "Norland" ; kg:countryCode "NO" .
<urn:b> a kg:Country ; skos:prefLabel "Sudavia" ; kg:countryCode "SU" .
<urn:e> a kg:Blockade ; kg:blockader <urn:a> ; kg:blocked <urn:b> ; kg:factuality kg:Asserted .
<urn:m> a kg:Mention ; kg:quote "Norland blocks Sudavia." ; kg:refersTo <urn:a>, <urn:b> .
"""


def linear(colour: str) -> list[float]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def seen(colour: str, vision: str) -> tuple[float, float, float]:
    """The colour as it is seen, in CIELAB."""
    red, green, blue = (
        min(1.0, max(0.0, math.fsum(m * v for m, v in zip(row, linear(colour), strict=True)))) for row in VISION[vision]
    )
    x, y, z = (
        value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116
        for value in (
            (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
            0.2126 * red + 0.7152 * green + 0.0722 * blue,
            (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
        )
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""
    dark, light = sorted(
        math.fsum(m * v for m, v in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))
        for colour in (one, other)
    )
    return (light + 0.05) / (dark + 0.05)


def event_classes() -> list[str]:
    vocabulary = KNOWLEDGE.taxonomy
    return [kind for kind in KNOWLEDGE.looks.classes if vocabulary.is_a(kind, "Event")]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("vision", list(VISION))
def test_families_are_told_apart_with_any_colour_vision(theme: str, vision: str) -> None:
    colours = {name: getattr(family, theme) for name, family in KNOWLEDGE.looks.families.items() if name != OTHER}
    close = [
        (one, other)
        for one, other in combinations(sorted(colours), 2)
        if math.dist(seen(colours[one], vision), seen(colours[other], vision)) < JUST_APART
    ]
    assert close == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_lines_of_every_event_class_stand_out_from_the_ground(theme: str) -> None:
    looks = KNOWLEDGE.looks.classes
    assert [kind for kind in event_classes() if contrast(getattr(looks[kind], theme), GROUNDS[theme]) < 3] == []


def test_no_two_classes_share_a_sign() -> None:
    looks = KNOWLEDGE.looks.classes
    signs = [looks[kind].pictogram or looks[kind].initials for kind in event_classes()]
    assert len(set(signs)) == len(signs)
    assert all(re.fullmatch(r"[MmLlHhVvCcSsAaZz0-9 .\-]+", look.pictogram) for look in looks.values() if look.pictogram)


def test_hints_are_about_terms_that_the_ontology_has() -> None:
    known = {quad.subject.value for quad in load_graph("kg.ttl")}
    hinted = {quad.subject.value for quad in load_graph("en/view.ttl") if "defini" not in quad.predicate.value}
    told = {KG + phrase.tells for phrase in KNOWLEDGE.looks.phrases}
    roles = {KG + role for phrase in KNOWLEDGE.looks.phrases for role in (phrase.subject, phrase.object) if role}
    declared = {quad.subject.value for quad in load_graph("en/view.ttl") if "#type" in quad.predicate.value}
    assert {term for term in hinted | told | roles if term.startswith(KG)} - known - declared == set()


@pytest.fixture
def grown(tmp_path: Path) -> Knowledge:
    """The ontology with a class and roles that no hint and no line of code knows."""
    folder = tmp_path / "ontology"
    shutil.copytree(shipped_folder(), folder)
    with (folder / "kg.ttl").open("a", encoding="utf-8") as stream:
        stream.write(BLOCKADE)
    return load(folder)


def test_class_without_hints_is_drawn_and_told_by_its_labels(
    visit: Callable[..., Watched], tmp_path: Path, grown: Knowledge
) -> None:
    looks = grown.looks
    assert (looks.ends["blockader"], looks.ends["blocked"]) == ("Doer", "DoneTo")
    graph = tmp_path / "fleet.ttl"
    graph.write_text(FLEET, encoding="utf-8")
    watched = visit(render(graph, tmp_path / "fleet.html", grown))
    text = watched.page.inner_text("#panel")
    assert "BLOCKADES" in text.upper()
    assert "Blockade by Norland, blocked: Sudavia" in text
    assert watched.page.text_content("#filters [data-key=k-Blockade] + svg text") == "Bl"
    for tab in ("timeline", "other"):
        watched.page.click(f"#tab-{tab}")
        assert "Norland" in watched.page.inner_text("#view-list")
    assert watched.complaints == []

"""What readers of many stories do: look at the map, groups and help, find words, follow a path, tap on a phone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from kg.knowledge.namespaces import ID, KG
from kg.view import render
from kg.view.network import node_id
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Watched
    from playwright.sync_api import Browser

COUNTRIES = {"ukraine": "UA", "poland": "PL", "france": "FR", "brazil": "BR", "guyana": "GY"}


def event(name: str, kind: str, roles: str, words: str) -> str:
    return (
        f"<{ID}{name}> a kg:{kind}, kg:Event ; {roles} ; kg:factuality kg:Asserted ;"
        f" kg:evidence <{ID}mention/{name}> .\n"
        f"<{ID}mention/{name}> a kg:Mention ; kg:document <{ID}document/d> ; kg:start 0 ; kg:end {len(words)} ;"
        f' kg:quote "{words}" ; kg:rule "call-v" .\n'
    )


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two stories: a call of three and an attack in Europe, a meeting in America."""
    people = {"zelenskyy": "ukraine", "tusk": "poland", "macron": "france", "lula": "brazil", "ali": "guyana"}
    lines = [f"@prefix kg: <{KG}> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"]
    lines += [
        f'<{ID}country/{name}> a kg:Country ; skos:prefLabel "{name.title()}" ; kg:countryCode "{code}" .\n'
        for name, code in COUNTRIES.items()
    ]
    lines += [
        f'<{ID}person/{name}> a kg:Person ; skos:prefLabel "{name.title()}" ; kg:represents <{ID}country/{home}> .\n'
        for name, home in people.items()
    ]
    lines.append(f'<{ID}place/odesa> a kg:Place ; skos:prefLabel "Odesa" ; kg:inCountry <{ID}country/ukraine> .\n')
    lines.append(f'<{ID}document/d> a kg:Document ; <http://purl.org/dc/terms/identifier> "d" .\n')
    three = f"kg:participant <{ID}person/zelenskyy>, <{ID}person/tusk>, <{ID}person/macron>"
    lines.append(event("three", "Call", three, "The three spoke by phone about a shared air shield."))
    lines.append(event("two", "Meeting", f"kg:participant <{ID}person/lula>, <{ID}person/ali>", "Lula met Ali."))
    hit = f"kg:attacker <{ID}country/poland> ; kg:target <{ID}place/odesa>"
    lines.append(event("hit", "Attack", hit, "Odesa was hit."))
    folder = tmp_path_factory.mktemp("daily")
    (folder / "world.ttl").write_text("".join(lines), encoding="utf-8")
    return render(folder / "world.ttl", folder / "world.html", KNOWLEDGE)


def test_the_map_shows_where_and_between_whom_without_asking_the_network(
    visit: Callable[..., Watched], world: Path
) -> None:
    seen = visit(world, "tab=map")
    page = seen.page
    assert page.locator("#map .bubble").count() == 1
    assert {"Odesa", "Guyana", "Brazil"} <= set(page.locator("#map .where").all_text_contents())
    assert Axe().run(page).violations_count == 0
    page.locator("#map .spot", has_text="Odesa: 1 attack").click()
    assert page.inner_text("#panel h2") == "Odesa"
    before = page.locator("#map .bubble").get_attribute("cx")
    page.click("#map-in")
    assert page.locator("#map .bubble").get_attribute("cx") != before
    page.locator("#map .line", has_text="Brazil").focus()
    page.keyboard.press("Enter")
    assert "met" in page.inner_text("#panel")
    assert [url for url in seen.requests if not url.startswith(("file:", "data:"))] == []
    assert seen.complaints == []


def test_a_call_of_three_is_one_sign_and_stories_stand_apart(visit: Callable[..., Watched], world: Path) -> None:
    page = visit(world).page
    places = page.evaluate("() => window.drawnNetwork.getPositions()")
    assert node_id(f"{ID}three") in places, "with a line to each of them"
    assert node_id(f"{ID}two") not in places, "a line between the two"
    europe = [places[node_id(f"{ID}person/{name}")] for name in ("zelenskyy", "tusk", "macron")]
    america = [places[node_id(f"{ID}person/{name}")] for name in ("lula", "ali")]

    def apart(axis: str) -> bool:
        ours, theirs = sorted(one[axis] for one in europe), sorted(one[axis] for one in america)
        return ours[-1] < theirs[0] or theirs[-1] < ours[0]

    assert apart("x") or apart("y")


def test_groups_are_coloured_and_help_opens_on_demand(visit: Callable[..., Watched], world: Path) -> None:
    page = visit(world).page
    page.click("#communities")
    assert page.inner_text("#hint").startswith("2 groups")
    page.keyboard.press("?")
    assert "Grey ground" in page.inner_text("dialog[open]")
    assert Axe().run(page).violations_count == 0
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0
    assert "groups=1" in page.url


def test_words_of_a_quotation_are_found_and_a_path_is_asked_for_by_name(
    visit: Callable[..., Watched], world: Path
) -> None:
    page = visit(world, f"node={node_id(f'{ID}person/lula')}").page
    page.fill("#find", "air shield")
    assert "by phone about a shared air shield" in page.inner_text("#found")
    page.get_by_role("button", name="Path to …").click()
    assert page.evaluate("document.activeElement.id") == "find"
    assert page.get_attribute("#find", "placeholder") == "Path from Lula to …"
    page.fill("#find", "Guyana")
    page.keyboard.press("Enter")
    assert page.inner_text("#panel h2.sentence") == "From Lula to Guyana"


def test_a_tap_opens_details_and_presses_nothing_in_them(chromium: Browser, world: Path) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(world.as_uri())
    page.wait_for_selector("html[data-ready=true]")
    # Of a tap's two events the second comes when the details are there.
    page.evaluate(
        """() => {
            window.pressed = 0;
            document.getElementById("panel").addEventListener("click", () => { window.pressed += 1; });
            document.getElementById("picture").dispatchEvent(new Event("touchend", { bubbles: true }));
            document.getElementById("panel").click();
        }"""
    )
    assert page.evaluate("window.pressed") == 0
    page.wait_for_timeout(500)
    page.evaluate("document.getElementById('panel').click()")
    assert page.evaluate("window.pressed") == 1
    context.close()


def test_a_window_of_another_size_shows_all_again_unless_the_reader_turned_elsewhere(
    visit: Callable[..., Watched], sample_page: Path
) -> None:
    watched = visit(sample_page, width=1280, height=800)
    page = watched.page

    def share_in_sight() -> float:
        watched.settle()
        return page.evaluate("""() => {
            const [area, network] = [document.getElementById("picture"), window.drawnNetwork];
            const spots = Object.values(network.getPositions()).map((at) => network.canvasToDOM(at));
            const seen = spots.filter(({ x, y }) => x > 0 && y > 0 && x < area.clientWidth && y < area.clientHeight);
            return seen.length / spots.length;
        }""")

    def resize(width: int, height: int) -> None:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(400)

    scale = "window.drawnNetwork.getScale()"
    assert share_in_sight() == 1
    wide = page.evaluate(scale)
    resize(800, 500)
    assert share_in_sight() == 1
    small = page.evaluate(scale)
    assert small < wide
    resize(1280, 800)
    assert page.evaluate(scale) == pytest.approx(wide, rel=0.02)
    for _ in range(4):
        page.click("#zoom-in")
    chosen = page.evaluate(scale)
    resize(1000, 700)
    assert page.evaluate(scale) > wide * 1.5, "what the reader turned to stays"
    assert chosen > wide


@pytest.mark.parametrize("width", [1024, 1440])
def test_all_tabs_fit(visit: Callable[..., Watched], sample_page: Path, width: int) -> None:
    page = visit(sample_page, width=width).page
    room, needed = page.evaluate(
        "() => { const tabs = document.getElementById('tabs'); return [tabs.clientWidth, tabs.scrollWidth]; }"
    )
    assert needed <= room


def test_a_conversation_tells_what_only_one_report_of_it_has(
    visit: Callable[..., Watched], tmp_path: Path, example: Path
) -> None:
    page = visit(render(example, tmp_path / "page.html", KNOWLEDGE)).page
    call = node_id(f"{ID}call/2025-06-02-friedrich-merz-volodymyr-zelenskyy")
    page.evaluate("id => { window.location.hash = `node=${id}` }", call)
    page.wait_for_selector("#panel .close")
    only = page.locator("#panel section", has_text="Only in The Harbour Post")
    assert "Germany pledged IRIS-T to Ukraine" in only.inner_text()


@pytest.fixture
def example() -> Path:
    return Path(__file__).parents[2] / "docs" / "example" / "graph.ttl"

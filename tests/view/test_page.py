"""The page in a real browser, used as a reader uses it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from kg.knowledge.namespaces import KG, SKOS
from kg.view import render
from kg.view.boxes import box_of
from kg.view.network import build_network, relevant
from kg.view.reading import read_content
from tests.known import KNOWLEDGE
from tests.view.reader import ATTACK, AYDAR, WHITCOMBE, click_node, in_picture, panel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Watched


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_opens_from_a_file_without_requests_or_complaints(
    visit: Callable[..., Watched], sample_page: Path, scheme: str
) -> None:
    seen = visit(sample_page, scheme=scheme)
    for tab in ("timeline", "talks", "force", "supplies", "words", "graph"):
        seen.page.click(f"#tab-{tab}")
        seen.settle()
    assert [url for url in seen.requests if not url.startswith(("file:", "data:"))] == []
    assert len([url for url in seen.requests if url.startswith("file:")]) == 1
    assert seen.complaints == []
    assert seen.page.evaluate("document.documentElement.dataset.theme") == scheme


def test_first_sight_tells_who_called_what_was_sent_and_who_attacked(
    visit: Callable[..., Watched], sample_page: Path
) -> None:
    text = panel(visit(sample_page).page)
    assert "Daniel Whitcombe and Ilya Marenko spoke by phone for 45 minutes on 14 March 2031" in text
    assert "Daniel Whitcombe called Viktor Sardanov for 1 hour 5 minutes on 13 March 2031" in text
    assert "Norland paused deliveries of 155 mm shells and Aquila to Veshta" in text
    assert "Orlenia attacked Kresk with Molot and Shrike drones on 14 March 2031" in text
    assert "denied that" not in text, "a denied call is no call at first sight"


def test_click_on_a_node_shows_its_facts_and_every_quotation(visit: Callable[..., Watched], sample_page: Path) -> None:
    page = visit(sample_page, "mode=events").page
    click_node(page, "Daniel Whitcombe and Ilya Marenko spoke by phone for 45 minutes")
    text = panel(page)
    assert "The two presidents spoke for about 45 minutes on Friday" in text
    assert "a 45-minute call between Whitcombe and Marenko" in text
    assert "Marenko later talked by phone with Whitcombe." in text
    assert "The Harbour Courier" in text
    assert "14 March 2031" in text
    link = page.locator("#panel a", has_text="Orlenia fires 412 drones")
    assert link.get_attribute("href") == "https://meridian.example/a/412-drones?ref=home&x=1"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_competing_figures_stand_side_by_side(visit: Callable[..., Watched], sample_page: Path) -> None:
    text = panel(visit(sample_page, f"node={ATTACK}").page)
    assert "at least 21 injured" in text
    assert "26 injured, according to Kresk Emergency Service" in text
    assert "1 to 2 killed" in text


def test_search_completes_other_names_and_opens_by_keyboard(visit: Callable[..., Watched], sample_page: Path) -> None:
    page = visit(sample_page).page
    page.keyboard.press("/")
    page.keyboard.type("illia mar")
    page.wait_for_selector("#found li")
    assert "Ilya Marenko" in page.inner_text("#found")
    assert page.get_attribute("#find", "aria-expanded") == "true"
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel h2")
    assert page.inner_text("#panel h2") == "Ilya Marenko"
    assert "President of Veshta since 20 May 2029" in panel(page)


def test_search_says_when_nothing_bears_the_name(visit: Callable[..., Watched], sample_page: Path) -> None:
    page = visit(sample_page).page
    page.fill("#find", "zzz")
    assert "No such name" in page.inner_text("#found")


def test_events_collapse_into_direct_edges_and_back(visit: Callable[..., Watched], sample_page: Path) -> None:
    seen = visit(sample_page)
    before = seen.page.locator("#picture").screenshot()
    seen.page.click("#mode-events")
    seen.settle()
    assert "mode=events" in seen.page.url
    assert seen.page.locator("#picture").screenshot() != before
    seen.page.click("#mode-direct")
    seen.settle()
    assert "mode=" not in seen.page.url
    assert seen.complaints == []


def test_path_between_two_people_is_told_step_by_step(visit: Callable[..., Watched], sample_page: Path) -> None:
    page = visit(sample_page, f"node={WHITCOMBE}").page
    page.click("text=Path to …")
    assert "Choose where the path from Daniel Whitcombe leads" in page.inner_text("#hint")
    page.fill("#find", "Kemal")
    page.keyboard.press("Enter")
    text = panel(page)
    steps = (
        "Daniel Whitcombe called Viktor Sardanov",
        "Viktor Sardanov\n",
        "Kemal Aydar planned to call Viktor Sardanov",
    )
    places = [text.find(step) for step in steps]
    assert -1 not in places, text
    assert places == sorted(places)


def test_what_a_large_graph_leaves_out_is_found_and_added(
    visit: Callable[..., Watched], sample: Path, tmp_path: Path
) -> None:
    page = visit(render(sample, tmp_path / "part.html", KNOWLEDGE, limit=20)).page
    assert re.search(r"its most connected part. Find the other \d+ events by name", page.inner_text("#hint"))
    page.fill("#find", "Aydar")
    page.keyboard.press("Enter")
    assert "Kemal Aydar" in panel(page)
    people = int(re.search(r"Person (\d+)", in_picture(page))[1])  # type: ignore[index]  # the legend always counts
    page.click("text=Add to the picture")
    assert f"Person {people + 1}" in in_picture(page)


def test_tables_sort_and_show_what_was_sent(visit: Callable[..., Watched], sample_page: Path) -> None:
    page = visit(sample_page, "tab=supplies").page
    page.click("th >> text=Status")
    cells = [row.strip().split()[0] for row in page.locator("tbody td:nth-child(5)").all_inner_texts()]
    assert cells == sorted(cells)
    assert page.get_attribute("th:nth-child(5)", "aria-sort") == "ascending"
    page.click("th >> text=Status")
    assert page.get_attribute("th:nth-child(5)", "aria-sort") == "descending"


def test_picture_is_walked_by_keyboard(visit: Callable[..., Watched], sample_page: Path) -> None:
    page = visit(sample_page).page
    page.focus("#picture")
    page.keyboard.press("ArrowRight")
    assert page.inner_text("#said")
    page.keyboard.press("Enter")
    assert "node=" in page.url
    page.keyboard.press("Escape")
    assert "node=" not in page.url


def test_phone_reads_in_a_sheet_and_scrolls_nothing_sideways(visit: Callable[..., Watched], sample_page: Path) -> None:
    seen = visit(sample_page, width=390, height=844)
    page = seen.page
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert not page.is_visible("#panel")
    page.click("#glance")
    assert page.is_visible("#panel >> text=Who called whom")
    page.click("#panel .close")
    page.click("#show-filters")
    assert page.is_visible("[data-key=k-Call]")
    page.click("#show-filters")
    page.click("#tab-force")
    assert page.evaluate("document.getElementById('view-list').scrollWidth") <= 390
    assert seen.complaints == []


@pytest.mark.parametrize(
    ("scheme", "width", "height"),
    [("light", 1280, 800), ("dark", 1280, 800), ("light", 390, 844), ("dark", 390, 844)],
)
def test_axe_finds_nothing_to_mend(
    visit: Callable[..., Watched], sample_page: Path, scheme: str, width: int, height: int
) -> None:
    from axe_playwright_python.sync_playwright import Axe  # where chromium is, so is axe

    page = visit(sample_page, scheme=scheme, width=width, height=height).page
    # Each part once: first sight, an event beside the timeline, a name and a path beside the picture, chips, a table.
    states = (
        "",
        f"tab=timeline&node={ATTACK}",
        f"node={WHITCOMBE}&article=a2&least=2&from=2031-03-13&not=Denied&loose=1",
        f"path={WHITCOMBE}~{AYDAR}&mode=events",
        "tab=words&sort=Words",
    )
    for fragment in states:
        page.evaluate("fragment => { window.location.hash = fragment }", fragment)
        page.wait_for_timeout(150)
        found = Axe().run(page)
        assert found.violations_count == 0, f"{fragment}: {found.generate_report()}"


def test_events_that_join_the_same_share_a_node_in_a_dense_picture(
    visit: Callable[..., Watched], tmp_path: Path
) -> None:
    people = "".join(f'<urn:p{one}> a kg:Person ; skos:prefLabel "P{one}" .\n' for one in range(30))
    calls = "".join(
        f"<urn:e{one}> a kg:Call ; kg:participant <urn:p0>, <urn:p{1 + one % 29}> ; kg:factuality kg:Asserted .\n"
        for one in range(90)
    )
    graph = tmp_path / "crowd.ttl"
    prefixes = f"@prefix kg: <{KG}> .\n@prefix skos: <{SKOS}> .\n"
    graph.write_text(prefixes + people + calls, encoding="utf-8")
    page = visit(render(graph, tmp_path / "crowd.html", KNOWLEDGE), "mode=events").page
    click_node(page, "and 1 more")
    assert panel(page).count("spoke by phone") == 4


def test_expanding_puts_nothing_on_anything_else(visit: Callable[..., Watched], sample: Path, tmp_path: Path) -> None:
    page = visit(render(sample, tmp_path / "part.html", KNOWLEDGE, limit=12), f"mode=events&node={WHITCOMBE}").page
    before = page.evaluate("window.drawnNetwork.getPositions()")
    page.click("text=/Show \\d+ more around it/")
    after = page.evaluate("window.drawnNetwork.getPositions()")
    assert len(after) > len(before)
    assert {node: after[node] for node in before} == before, "what stood there stays"
    network = build_network(relevant(read_content(sample, KNOWLEDGE.taxonomy)), KNOWLEDGE.looks)
    boxes = {node: box_of(network.nodes[node]["label"], network.nodes[node]["size"]) for node in after}
    clashes = [
        (network.nodes[one]["label"], network.nodes[other]["label"])
        for one in after.keys() - before.keys()
        for other in after.keys() - {one}
        if abs(after[one]["x"] - after[other]["x"]) < boxes[one].half + boxes[other].half - 8
        and after[one]["y"] - boxes[one].above < after[other]["y"] + boxes[other].below - 8
        and after[other]["y"] - boxes[other].above < after[one]["y"] + boxes[one].below - 8
    ]
    assert clashes == []


def test_graph_without_events_shows_its_names(visit: Callable[..., Watched], tmp_path: Path) -> None:
    graph = tmp_path / "names.ttl"
    prefixes = f"@prefix kg: <{KG}> .\n@prefix skos: <{SKOS}> .\n"
    graph.write_text(
        prefixes + '<urn:a> a kg:Person ; skos:prefLabel "Ada" . <urn:m> a kg:Mention ; kg:refersTo <urn:a> .', "utf-8"
    )
    seen = visit(render(graph, tmp_path / "names.html", KNOWLEDGE))
    click_node(seen.page, "Ada")
    assert seen.page.inner_text("#panel h2") == "Ada"
    assert seen.complaints == []


def test_click_on_a_line_opens_the_event_that_it_stands_for(visit: Callable[..., Watched], sample_page: Path) -> None:
    page = visit(sample_page).page
    click_node(page, "Daniel Whitcombe called Viktor Sardanov for 1 hour 5 minutes on 13 March 2031")
    assert "Daniel Whitcombe called Viktor Sardanov" in page.inner_text("#panel h2")
    assert "Norland Public Radio" in panel(page)
    page.keyboard.press("Escape")
    assert "At a glance" in panel(page)


def test_cell_of_the_matrix_opens_what_the_two_shared(visit: Callable[..., Watched], sample_page: Path) -> None:
    page = visit(sample_page, "tab=talks").page
    page.locator(".matrix button", has_text="1").first.click()
    assert "spoke" in page.inner_text("#panel h2") or "called" in page.inner_text("#panel h2")


def test_copied_link_or_where_to_find_it_is_said(visit: Callable[..., Watched], sample_page: Path) -> None:
    page = visit(sample_page).page
    page.click("#save summary")
    page.click("#copy-link")
    page.wait_for_selector("#said:not(:empty)", state="attached")
    assert re.search("Link copied|take the link from the address bar", page.inner_text("#said"))


def test_page_of_a_focus_opens_there_and_lets_go(visit: Callable[..., Watched], sample: Path, tmp_path: Path) -> None:
    made = render(sample, tmp_path / "aydar.html", KNOWLEDGE, focus="aydar", hops=2)
    page = visit(made).page
    assert page.inner_text("#panel h2") == "Kemal Aydar"
    page.click("#panel .close")
    assert "At a glance" in panel(page)
    assert visit(made, f"node={WHITCOMBE}").page.inner_text("#panel h2") == "Daniel Whitcombe"

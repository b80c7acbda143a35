"""The page in a real browser, used as a reader uses it."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

import pytest

from kg.schema.namespaces import ID
from kg.view import render
from kg.view.network import node_id
from kg.view.reading import read_content

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Watched
    from playwright.sync_api import Page

WHITCOMBE = node_id(f"{ID}person/daniel-whitcombe")
ATTACK = node_id(f"{ID}event/attack-25")


def panel(page: Page) -> str:
    return page.inner_text("#panel")


def in_picture(page: Page) -> str:
    """The counts of the legend, which are the counts of what the picture shows."""
    return " ".join(page.inner_text("#filters").split())


def click_node(page: Page, wanted: str) -> None:
    """Click where the picture draws the node, found by moving over it in steps until its name shows."""
    spot = page.evaluate(
        """wanted => {
            const canvas = document.querySelector("#picture canvas");
            const box = canvas.getBoundingClientRect();
            for (let y = box.top + 40; y < box.bottom - 40; y += 12) {
                for (let x = box.left + 20; x < box.right - 20; x += 12) {
                    canvas.dispatchEvent(new MouseEvent("mousemove", { clientX: x, clientY: y, bubbles: true }));
                    const tip = document.getElementById("tip");
                    if (!tip.hidden && tip.textContent.includes(wanted)) return [x, y];
                }
            }
        }""",
        wanted,
    )
    assert spot, f"the picture shows no {wanted}"
    page.mouse.click(*spot)
    page.wait_for_selector("#panel .close")


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
    assert "Norland paused deliveries of 155 mm shell and Aquila to Veshta" in text
    assert "Orlenia attacked Kresk with Molot and Shrike drone on 14 March 2031" in text
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


def test_legend_hides_a_class_and_reset_brings_it_back(visit: Callable[..., Watched], sample_page: Path) -> None:
    page = visit(sample_page).page
    assert "Call 5" in in_picture(page)
    page.uncheck("[data-key=k-Call]")
    assert "Call 0" in in_picture(page)
    assert "Weapon 9" in in_picture(page)
    page.click("text=Reset filters")
    assert "Call 5" in in_picture(page)


def test_statements_that_crowd_the_page_wait_for_a_toggle(visit: Callable[..., Watched], sample_page: Path) -> None:
    page = visit(sample_page).page
    assert "Statement 0" in in_picture(page)
    page.check("[data-key=k-Statement]")
    assert "Statement 16" in in_picture(page)


def test_certainty_dates_outlets_and_sources_filter_every_view(
    visit: Callable[..., Watched], sample_page: Path
) -> None:
    page = visit(sample_page).page
    page.uncheck("[data-key=f-Denied]")
    page.uncheck("[data-key=f-Planned]")
    assert "Call 3" in in_picture(page)
    page.click("#tab-talks")
    assert "denied" not in page.inner_text("#view-list")
    page.click("text=Reset filters")
    page.select_option("[data-key=least]", "3")
    assert "Call 2" in in_picture(page)
    page.click("text=Reset filters")
    page.locator("[data-key=from]").evaluate(
        "slider => { slider.value = slider.max - 1; slider.dispatchEvent(new Event('change')) }"
    )
    page.click("#tab-timeline")
    assert "2 March 2031" not in page.inner_text("#view-list")
    assert "14 March 2031" in page.inner_text("#view-list")
    page.click("text=Reset filters")
    for row in page.locator(".outlets .row", has_not_text="Meridian").all():
        row.click()
    page.click("#tab-force")
    assert "5 events" in page.inner_text("#view-list h2")


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


def test_link_restores_what_was_seen(visit: Callable[..., Watched], sample_page: Path) -> None:
    first = visit(sample_page).page
    first.uncheck("[data-key=k-Transfer]")
    first.click("#tab-talks")
    first.click("#view-list tbody tr >> nth=-1 >> td >> nth=0")
    first.click("#theme")
    fragment = first.url.split("#")[1]
    second = visit(sample_page, fragment).page
    assert in_picture(second) == in_picture(first)
    assert panel(second) == panel(first)
    assert second.get_attribute("#tab-talks", "aria-selected") == "true"
    assert second.evaluate("document.documentElement.dataset.theme") == "dark"


def test_broken_links_open_the_whole(visit: Callable[..., Watched], sample_page: Path) -> None:
    seen = visit(sample_page, "tab=nowhere&node=<b>&without=__proto__&from=x&path=a~b&least=-3&theme=pink")
    assert "At a glance" in panel(seen.page)
    assert seen.complaints == []


def test_what_a_large_graph_leaves_out_is_found_and_added(
    visit: Callable[..., Watched], sample: Path, tmp_path: Path
) -> None:
    page = visit(render(sample, tmp_path / "part.html", limit=20)).page
    assert re.search(r"starts with the \d+ most connected of \d+ nodes", page.inner_text("#hint"))
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


def test_shown_part_is_saved_as_picture_table_and_turtle(
    visit: Callable[..., Watched], sample_page: Path, tmp_path: Path
) -> None:
    page = visit(sample_page, "without=Transfer,Statement").page

    def save(button: str) -> Path:
        page.click("#save summary")
        with page.expect_download() as download:
            page.click(button)
        download.value.save_as(tmp_path / download.value.suggested_filename)
        return tmp_path / download.value.suggested_filename

    assert save("#save-png").read_bytes().startswith(b"\x89PNG")
    rows = list(csv.DictReader(io.StringIO(save("#save-csv").read_text(encoding="utf-8"))))
    assert {row["type"] for row in rows} == {"call", "meeting", "conversation", "attack"}
    part = read_content(save("#save-ttl"))
    assert {event.kind for event in part.events} == {"Call", "Meeting", "Conversation", "Attack"}
    assert any(entity.name == "Ilya Marenko" for entity in part.entities)


@pytest.mark.parametrize(("scheme", "width", "height"), [("light", 1280, 800), ("dark", 390, 844)])
def test_axe_finds_nothing_to_mend(
    visit: Callable[..., Watched], sample_page: Path, scheme: str, width: int, height: int
) -> None:
    from axe_playwright_python.sync_playwright import Axe  # where chromium is, so is axe

    page = visit(sample_page, scheme=scheme, width=width, height=height).page
    for fragment in ("", "tab=talks", f"tab=timeline&node={ATTACK}", f"node={WHITCOMBE}"):
        page.evaluate("fragment => { window.location.hash = fragment }", fragment)
        page.wait_for_timeout(150)
        found = Axe().run(page)
        assert found.violations_count == 0, f"{fragment}: {found.generate_report()}"

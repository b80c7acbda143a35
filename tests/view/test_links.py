"""The address holds the whole state: links restore it, Back takes a step back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.knowledge.namespaces import ID
from kg.view.network import node_id
from tests.view.reader import MARENKO, WHITCOMBE, find_node, in_picture, panel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Watched


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


def test_link_restores_a_line_the_look_and_moved_nodes(visit: Callable[..., Watched], sample_page: Path) -> None:
    calls = [node_id(f"{ID}event/{name}") for name in ("call-10", "meeting-17")]
    first = visit(sample_page, f"between={'~'.join((WHITCOMBE, MARENKO, *calls))}").page
    assert "Daniel Whitcombe and Ilya Marenko spoke by phone" in panel(first)
    assert "Between the two" in panel(first)
    first.select_option("[data-key=article]", index=2)
    first.click("#mode-events")
    first.click("#zoom-in")
    second = visit(sample_page, first.url.split("#")[1]).page
    assert "look=" in first.url
    assert second.url == first.url
    assert panel(second) == panel(first)


def test_back_returns_to_what_was_open_before(visit: Callable[..., Watched], sample_page: Path) -> None:
    page = visit(sample_page, f"node={WHITCOMBE}").page
    page.locator("#panel .fact .evidence").first.click()
    assert page.inner_text("#panel h2") != "Daniel Whitcombe"
    page.go_back()
    page.wait_for_selector("#panel h2:text-is('Daniel Whitcombe')")
    assert f"node={WHITCOMBE}" in page.url


MARENKO_TIP = "Ilya Marenko 5 articles"


def test_dragged_node_stays_where_the_reader_put_it(visit: Callable[..., Watched], sample_page: Path) -> None:
    page = visit(sample_page).page
    spot = find_node(page, MARENKO_TIP)
    page.mouse.move(*spot)
    page.wait_for_timeout(150)
    page.mouse.down()
    page.wait_for_timeout(150)
    page.mouse.move(spot[0] + 60, spot[1] + 40, steps=8)
    page.wait_for_timeout(150)
    page.mouse.up()
    page.wait_for_timeout(300)
    assert f"moved={MARENKO}" in page.url
    again = visit(sample_page, page.url.split("#")[1]).page
    place = f"window.drawnNetwork.getPosition('{MARENKO}')"
    assert again.evaluate(place) == page.evaluate(f"(at => ({{ x: Math.round(at.x), y: Math.round(at.y) }}))({place})")

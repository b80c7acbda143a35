"""What a reader does and sees, for the tests of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.knowledge.namespaces import ID
from kg.view.network import node_id

if TYPE_CHECKING:
    from playwright.sync_api import Page

WHITCOMBE = node_id(f"{ID}person/daniel-whitcombe")
MARENKO = node_id(f"{ID}person/ilya-marenko")
AYDAR = node_id(f"{ID}person/kemal-aydar")
ATTACK = node_id(f"{ID}event/attack-25")


def panel(page: Page) -> str:
    return page.inner_text("#panel")


def in_picture(page: Page) -> str:
    """The counts of the legend, which are the counts of what the picture shows."""
    return " ".join(page.inner_text("#filters").split())


def click_node(page: Page, wanted: str) -> None:
    """Click where the picture draws the node."""
    page.mouse.click(*find_node(page, wanted))
    page.wait_for_selector("#panel .close")


def find_node(page: Page, wanted: str) -> tuple[int, int]:
    """Where the picture draws the node, found by moving over it in steps until its name shows."""
    spot = page.evaluate(
        """wanted => {
            const canvas = document.querySelector("#picture canvas");
            const box = canvas.getBoundingClientRect();
            for (let y = Math.round(box.top) + 40; y < box.bottom - 40; y += 12) {
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
    return int(spot[0]), int(spot[1])


def hover_everywhere(page: Page) -> None:
    """Move the mouse over the whole picture, so that every tip has shown."""
    page.evaluate(
        """() => {
            const canvas = document.querySelector("#picture canvas");
            const box = canvas.getBoundingClientRect();
            for (let y = box.top; y < box.bottom; y += 16) {
                for (let x = box.left; x < box.right; x += 16) {
                    canvas.dispatchEvent(new MouseEvent("mousemove", { clientX: x, clientY: y, bubbles: true }));
                }
            }
        }"""
    )

"""The pages in a real browser: they ask and show, keep to their policy, and nothing of a text runs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.query.asked import write_world
from tests.serve.service import serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

EVIL = "</script><script>window.hacked=1</script><img src=x onerror=window.hacked=1>"


@pytest.fixture
def complaints() -> list[str]:
    return []


@pytest.fixture
def page(chromium: Browser, complaints: list[str]) -> Iterator[Page]:
    """Give a page that complains of nothing but a query that was wrong."""
    context = chromium.new_context()
    opened = context.new_page()
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
    yield opened
    context.close()
    assert [told for told in complaints if "400 (Bad Request)" not in told] == []


def ready(page: Page, url: str) -> Page:
    page.goto(url)
    page.wait_for_selector("html[data-ready=true]")
    return page


def state(page: Page) -> str:
    page.locator("#state", has_text=re.compile(r"\w{2}")).wait_for()
    return page.text_content("#state") or ""


def test_a_query_is_answered_in_a_table(page: Page, url: str) -> None:
    ready(page, url).click("#ask button")

    assert state(page) == "6 rows"
    assert page.locator("#answer th").all_text_contents() == ["name"]
    assert page.locator("#answer td").first.text_content() == "Ann Able"


def test_a_named_question_is_narrowed_by_its_options(page: Page, url: str) -> None:
    ready(page, url).select_option("#question", "calls")
    page.fill("#option-who", "Doyle")
    page.press("#option-who", "Enter")

    assert state(page) == "1 row"
    assert page.locator("#answer tbody a").get_attribute("href") == "/id/call/2025-12-29-ann-able-dora-doyle"


def test_a_changed_question_is_asked_as_it_stands(page: Page, url: str) -> None:
    ready(page, url).select_option("#question", "calls")
    page.fill("#text", "ASK { ?x a kg:Call }")
    page.press("#text", "Control+Enter")

    assert state(page) == "yes"


def test_a_graph_is_shown_as_turtle(page: Page, url: str) -> None:
    ready(page, url).fill("#text", "CONSTRUCT WHERE { ?x kg:countryCode 'EX' }")
    page.click("#ask button")

    assert state(page) == "a graph"
    assert "country:eastland" in (page.text_content("#answer pre") or "")


def test_a_mistake_is_told(page: Page, url: str) -> None:
    ready(page, url).fill("#text", "SELECT * { ?s ?p }")
    page.click("#ask button")

    assert state(page).startswith("query, line 1, column 19: expected")


def test_a_node_has_a_page_that_leads_on(page: Page, url: str) -> None:
    page.goto(f"{url}/id/call/2025-07-04-ann-able-bob-bright")
    assert page.text_content("h1") == "call: Ann Able, Bob Bright, 2025-07-04"
    assert page.locator("td", has_text="President Ann Able called").count() == 1
    page.get_by_role("link", name="Bob Bright", exact=True).first.click()

    assert page.text_content("h1") == "Bob Bright"
    assert page.url == f"{url}/id/person/bob-bright"


def test_the_picture_of_the_graph_is_there(page: Page, url: str) -> None:
    page.goto(f"{url}/graph")

    page.wait_for_selector("html[data-ready=true]")


def test_nothing_of_a_text_runs(page: Page, tmp_path: Path) -> None:
    evil = write_world(tmp_path)
    with evil.open("ab") as stream:
        stream.write(f'\nperson:evil skos:prefLabel "{EVIL}" ; kg:represents <javascript:window.hacked=1> .\n'.encode())
    with serving(evil) as url:
        ready(page, url).fill(
            "#text", "SELECT ?p ?n ?c { ?p skos:prefLabel ?n ; kg:represents ?c FILTER(?p = person:evil) }"
        )
        page.click("#ask button")
        assert state(page) == "1 row"
        assert page.locator("#answer td").nth(1).text_content() == EVIL
        page.locator("#answer a").first.click()
        assert page.text_content("h1") == EVIL
        assert page.locator("a[href^=javascript], main img, body script").count() == 0
        assert page.evaluate("window.hacked") is None


def test_an_injected_script_is_refused(page: Page, url: str, complaints: list[str]) -> None:
    ready(page, url)
    refused = page.evaluate(
        "() => new Promise((done) => { document.addEventListener('securitypolicyviolation', () => done(true));"
        " const script = document.createElement('script'); script.textContent = 'window.hacked = 1';"
        " document.body.append(script); setTimeout(() => done(false), 500); })"
    )

    assert (refused, page.evaluate("window.hacked")) == (True, None)
    assert "violates the following Content Security Policy" in complaints.pop()

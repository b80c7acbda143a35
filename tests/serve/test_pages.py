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

    import httpx
    from playwright.sync_api import Browser, Locator, Page

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


def write(page: Page, query: str) -> Locator:
    """Write a query into the editor, and return its field."""
    page.evaluate("document.getElementById('query').open = true")
    field = page.locator("#editor .cm-content")
    field.press("Control+a")
    field.press("Delete")
    field.press_sequentially(query)
    field.press("Escape")
    return field


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
    write(page, "ASK { ?x a kg:Call }").press("Control+Enter")

    assert state(page) == "yes"


def test_a_graph_is_shown_as_turtle(page: Page, url: str) -> None:
    write(ready(page, url), "CONSTRUCT WHERE { ?x kg:countryCode 'EX' }")
    page.click("#ask button")

    assert state(page) == "a graph"
    assert "country:eastland" in (page.text_content("#answer pre") or "")


def test_a_mistake_is_told(page: Page, url: str) -> None:
    write(ready(page, url), "SELECT * { ?s ?p }")
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
        write(ready(page, url), "SELECT ?p ?n ?c { ?p skos:prefLabel ?n ; kg:represents ?c FILTER(?p = person:evil) }")
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


def test_a_question_is_a_form_whose_address_asks_it_again(page: Page, url: str) -> None:
    ready(page, url).select_option("#question", "calls")
    assert page.get_attribute("#option-since", "type") == "date"
    assert page.get_attribute("#option-longer", "type") == "number"
    page.locator("#option-who").press_sequentially("Doy")
    page.wait_for_selector("#names option", state="attached")
    assert page.get_attribute("#names option", "value") == 'Dóra "the \\ Dean" Doyle'
    page.fill("#option-who", "Doyle")
    page.fill("#option-since", "2025-01-31")
    page.click("#ask button")
    assert state(page) == "1 row"
    address = page.url
    assert address.endswith("/?question=calls&who=Doyle&since=2025-01-31")
    ready(page, address)
    assert (state(page), page.input_value("#option-since")) == ("1 row", "2025-01-31")
    page.select_option("#question", "transfers")
    assert "Pledged" in page.locator("#option-status option").all_text_contents()


def test_a_month_in_an_address_is_kept_and_a_query_has_an_address_too(page: Page, url: str) -> None:
    ready(page, f"{url}/?question=calls&since=2025-07")
    assert page.input_value("#option-since") == "2025-07"
    ready(page, f"{url}/?query=ASK+%7B+%3Fx+a+kg%3ACall+%7D")
    assert state(page) == "yes"
    assert page.locator(".news").count() == 0, "what was asked comes first"


def test_the_editor_completes_terms_and_variables_and_axe_finds_nothing(page: Page, url: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    field = write(ready(page, url), "SELECT ?person { ?person a ")
    field.press("Control+End")
    page.keyboard.type("kg:Pers")
    page.locator("#editor .cm-tooltip-autocomplete li", has_text="kg:Person").first.wait_for()
    assert page.locator("#editor .cm-line span").count() > 2, "words have colours"
    page.keyboard.press("Escape")
    assert Axe().run(page).violations_count == 0
    page.goto(f"{url}/?question=calls")
    page.wait_for_selector("html[data-ready=true]")
    assert Axe().run(page).violations_count == 0


@pytest.mark.parametrize("has_touch", [True, False])
def test_keys_are_told_where_there_are_any(chromium: Browser, url: str, has_touch: bool) -> None:
    with chromium.new_context(has_touch=has_touch, is_mobile=has_touch) as context:
        page = context.new_page()
        page.goto(url)
        assert page.locator(".keys").is_visible() != has_touch


def test_nodes_are_listed_by_kind(page: Page, url: str) -> None:
    page.goto(f"{url}/id/")
    page.get_by_role("link", name="person", exact=True).click()
    assert page.text_content("h1") == "Person"
    page.get_by_role("link", name="Ann Able", exact=True).click()
    assert page.url == f"{url}/id/person/ann-able"


def test_of_a_kind_that_is_not_there_nothing_is_listed(client: httpx.Client) -> None:
    assert client.get("/id/dragon/").status_code == 404
    assert client.get("/names", params={"q": "  "}).json() == []
    assert client.get("/names", params={"q": "able"}).json() == ["Ann Able"]

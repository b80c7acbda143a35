"""Nothing that an article, a name or metadata holds can run, load or break out of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph
import pytest

from kg.view import render
from kg.view.page import inline_json
from kg.view.reading import is_web_address
from tests.known import KNOWLEDGE
from tests.view.reader import hover_everywhere

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Watched

PAYLOADS = (
    "</script><script>window.hacked=1</script>",
    '"><img src=x onerror="window.hacked=1">',
    "<svg onload=window.hacked=1>",
    "javascript:window.hacked=1",
    '<a href="javascript:window.hacked=1">href</a>',
    "{{7*7}}{% raw %}",
    "<!--<script>\u2028\u2029]]>",
    "'-window.hacked-'",
    "=HYPERLINK(1)",
)

GRAPH = """
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<urn:d2> a kg:Document ; dct:identifier "EVILIRI" ; dct:title EVIL ; dct:publisher EVIL ; dct:date EVIL ;
    <https://schema.org/url> EVIL .
<urn:m2> a kg:Mention ; kg:document <urn:d2> ; kg:start EVIL ; kg:quote EVIL ; kg:rule EVIL .
<urn:d> a kg:Document ; dct:identifier EVIL ; dct:title EVIL ; dct:publisher EVILOUTLET ; dct:issued EVIL ;
    dct:source <javascript:window.hacked=1> .
<urn:m> a kg:Mention ; kg:document <urn:d> ; kg:start 0 ; kg:end 9 ; kg:quote EVIL ; kg:rule EVIL ;
    kg:refersTo <urn:p> .
<urn:c> a kg:Country ; skos:prefLabel EVIL ; kg:countryCode EVIL .
<urn:p> a kg:Person ; skos:prefLabel EVIL ; skos:altLabel EVIL, "x" ; kg:represents <urn:c> ;
    owl:sameAs <javascript:window.hacked=1> , <data:text/html,x> .
<urn:q'onclick='x> a kg:Person ; skos:prefLabel EVILOTHER .
<urn:w> a kg:Weapon ; skos:prefLabel EVIL .
<urn:t> a kg:Tenure ; kg:holder <urn:p> ; kg:office EVIL ; kg:of <urn:c> ; kg:since EVIL ; kg:evidence <urn:m> .
<urn:f> a kg:Figure ; kg:measure <urn:EVILIRI> ; kg:min 0 ; kg:weapon <urn:w> ; kg:evidence <urn:m> .
<urn:e1> a kg:Call ; kg:participant <urn:p>, <urn:q'onclick='x> ; kg:date EVIL ; kg:factuality kg:Asserted ;
    kg:topic <urn:topic> ; kg:evidence <urn:m> .
<urn:e1> kg:medium <urn:EVILIRI> ; kg:accordingTo <urn:p> ; kg:ordinal EVIL ; kg:confidence EVIL ;
    kg:stance <urn:topic> ; kg:code EVIL ; kg:duration EVIL ; kg:evidence <urn:m2> .
<urn:topic> a skos:Concept ; skos:prefLabel EVIL .
<urn:e2> a kg:Transfer ; kg:supplier <urn:p> ; kg:recipient <urn:c> ; kg:weapon <urn:w> ; kg:hasFigure <urn:f> ;
    kg:transferStatus <urn:EVILIRI> ; kg:factuality <urn:constructor> ; kg:evidence <urn:m> .
<urn:e3> a kg:Statement ; kg:speaker <urn:p> ; kg:quoteText EVIL ; kg:date EVIL ; kg:evidence <urn:m> .
<urn:e4> a kg:Attack ; kg:attacker <urn:p> ; kg:target <urn:c> ; kg:date "2031-03-04"^^xsd:date ; kg:evidence <urn:m> .
"""


def literal(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@pytest.mark.parametrize("payload", PAYLOADS)
def test_payload_in_every_field_stays_text(visit: Callable[..., Watched], tmp_path: Path, payload: str) -> None:
    graph = tmp_path / "evil.ttl"
    text = GRAPH.replace("EVILOUTLET", literal(f"outlet {payload}")).replace("EVILOTHER", literal(f"other {payload}"))
    graph.write_text(text.replace("EVILIRI", "evil").replace("EVIL", literal(payload)), encoding="utf-8")
    seen = visit(render(graph, tmp_path / "evil.html", KNOWLEDGE, title=payload))
    page = seen.page
    for tab in ("timeline", "talks", "force", "supplies", "words", "graph"):
        page.click(f"#tab-{tab}")
        seen.settle()
    page.click("#mode-events")
    page.click("#mode-direct")
    page.select_option("[data-key=article]", index=1)
    page.click("#chips button")
    hover_everywhere(page)
    page.click("#save summary")
    with page.expect_download() as download:
        page.click("#save-ttl")
    assert list(pyoxigraph.parse(download.value.path().read_bytes(), pyoxigraph.RdfFormat.TURTLE))
    for known in ("x", payload[:6], "other"):
        page.fill("#find", known)
        seen.settle()
        if page.locator("#found li:not(.none)").count():
            page.keyboard.press("Enter")
            seen.settle()
            for summary in page.locator("#panel summary").all():
                summary.click()
        assert (
            page.evaluate("document.querySelectorAll('body img, body iframe, body svg script, body [onerror]').length")
            == 0
        )
    assert page.evaluate("window.hacked") is None
    assert page.evaluate('document.querySelectorAll(\'a[href^="javascript"], a[href^="data"]\').length') == 0
    assert page.text_content("h1") == payload
    assert seen.complaints == []
    assert [url for url in seen.requests if not url.startswith(("file:", "data:"))] == []


def test_injected_script_is_refused_by_the_policy(visit: Callable[..., Watched], sample_page: Path) -> None:
    page = visit(sample_page).page
    page.evaluate(
        "() => { const script = document.createElement('script'); script.textContent = 'window.hacked = 1';"
        "document.body.append(script); const image = new Image(); image.src = 'https://tracker.example/x.png'; }"
    )
    page.wait_for_timeout(100)
    assert page.evaluate("window.hacked") is None


def test_json_can_not_end_its_script_element() -> None:
    assert inline_json(["</script>", "<!--", "\u2028", "&amp;", "'"]) == (
        '["\\u003c/script\\u003e","\\u003c!--","\\u2028","\\u0026amp;","\\u0027"]'
    )


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "file:///etc/passwd", "https://a b", "//x.example",
     "http://x\n.example", 'https://x"onclick=', ""],
)  # fmt: skip
def test_only_web_addresses_become_links(address: str) -> None:
    assert not is_web_address(address)

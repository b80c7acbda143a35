"""How long a page of 100, 1,000, 5,000 and 20,000 nodes takes to make and to open in headless Chromium.

    python benchmarks/view/load.py [NODES ...]

Prints a Markdown table. "Make" is the processor's time, which other work on the machine does not lengthen; "open" is
from navigation to the first picture; "redraw" is the mean time of one.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import sync_playwright

from kg.knowledge import load as load_knowledge
from kg.knowledge.namespaces import ID, KG
from kg.view import render

SIZES = (100, 1_000, 5_000, 20_000)
SWITCHES = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
PREFIXES = f"@prefix kg: <{KG}> .\n@prefix id: <{ID}> .\n@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"


def graph(nodes: int) -> str:
    """Return Turtle with about so many nodes: two fifths entities with Zipf-like popularity, the rest events."""
    dice = random.Random(nodes)  # noqa: S311 (a repeatable graph, not a secret)
    countries = max(4, min(190, nodes // 40))
    entities = [f"c{number}" for number in range(countries)]
    lines = [f'id:c{number} a kg:Country ; skos:prefLabel "Country {number}" .' for number in range(countries)]
    kinds = (("Person", "represents"), ("Place", "inCountry"), ("Organization", "inCountry"))
    for number in range(nodes * 2 // 5 - countries):
        kind, tie = kinds[number % 3]
        home = min(int(dice.paretovariate(0.9)) - 1, countries - 1)
        lines.append(f'id:e{number} a kg:{kind} ; skos:prefLabel "{kind} Number {number}" ; kg:{tie} id:c{home} .')
        entities.append(f"e{number}")
    roles = {"Call": "participant participant", "Attack": "attacker target", "Transfer": "supplier recipient"}
    for number in range(nodes * 3 // 5):
        kind = dice.choice(("Call", "Attack", "Transfer"))
        ends = [entities[int(len(entities) * dice.random() ** 2.2)] for _ in range(2)]
        filled = " ; ".join(f"kg:{role} id:{end}" for role, end in zip(roles[kind].split(), ends, strict=True))
        lines.append(f"id:v{number} a kg:{kind} ; {filled} ; kg:factuality kg:Asserted ; kg:evidence id:m{number} .")
        lines.append(
            f'id:m{number} a kg:Mention ; kg:document id:d{number % 97} ; kg:start 0 ; kg:quote "words {number}" .'
        )
    lines += [
        f'id:d{number} a kg:Document ; <http://purl.org/dc/terms/identifier> "d{number}" .' for number in range(97)
    ]
    return PREFIXES + "\n".join(lines) + "\n"


def main(sizes: list[int]) -> None:
    """Make and open a page of each size."""
    known = load_knowledge()
    browser_path = shutil.which("chromium") or sys.exit("no chromium on this machine: apt-get install chromium")
    print("| nodes | drawn at first | make, s | page, MB | open, s | redraw, ms |\n|---:|---:|---:|---:|---:|---:|")  # noqa: T201 (its output)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=SWITCHES)
        for size in sizes:
            source, out = Path(folder) / f"{size}.ttl", Path(folder) / f"{size}.html"
            source.write_text(graph(size), encoding="utf-8")
            begin = time.process_time()
            render(source, out, known)
            made = time.process_time() - begin
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            begin = time.perf_counter()
            page.goto(out.as_uri())
            page.wait_for_selector("html[data-ready=true]")
            page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
            opened = time.perf_counter() - begin
            drawn = page.evaluate("JSON.parse(document.getElementById('nodes').textContent).length")
            redraw = page.evaluate(
                "async () => { const begin = performance.now(); for (let i = 0; i < 20; i++) {"
                "document.getElementById(i % 2 ? 'zoom-in' : 'zoom-out').click();"
                "await new Promise(done => requestAnimationFrame(done)); } return (performance.now() - begin) / 20 }"
            )
            megabytes = out.stat().st_size / 1e6
            print(f"| {size:,} | {drawn:,} | {made:.2f} | {megabytes:.1f} | {opened:.1f} | {redraw:.0f} |", flush=True)  # noqa: T201 (its output)
            page.close()
        browser.close()


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or list(SIZES))

"""Pictures of a page as readers see it: whole, a call or an attack open, as events, as a timeline, dark, on a phone.

    python benchmarks/view/shots.py out/graph.html FOLDER

Writes whole.png (README's picture, to be copied to out/graph.png), call.png and so on to the folder.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

SWITCHES = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
DESKTOP, PHONE = (1440, 900), (390, 844)
SHOTS = {
    "whole": ("", DESKTOP, "light"),
    "call": ("node={call}", DESKTOP, "light"),
    "attack": ("node={attack}", DESKTOP, "light"),
    "named": ("without=UnnamedParticipant,Statement", DESKTOP, "light"),
    "events": ("mode=events", DESKTOP, "light"),
    "timeline": ("tab=timeline", DESKTOP, "light"),
    "talks": ("tab=talks", DESKTOP, "light"),
    "dark": ("", (1280, 800), "dark"),
    "phone": ("", PHONE, "light"),
    "phone-call": ("node={call}", PHONE, "dark"),
}
"""Name of the picture: the address behind #, the window and the colour scheme."""


def best_told(kind: str, page: Path) -> str:
    """Return the id of the event of the class that most articles report, empty where there is none."""
    found = re.search(r'id="data">(.*?)</script>', page.read_text(encoding="utf-8"), re.DOTALL)
    data = json.loads(found[1]) if found else {"events": []}

    def articles(event: dict[str, list[int]]) -> int:
        return len({data["mentions"][number][0] for number in event.get("mentions", [])})

    told = [event for event in data["events"] if event["kind"] == kind]
    return str(max(told, key=articles)["id"]) if told else ""


def main(page: Path, folder: Path) -> None:
    """Take every picture."""
    browser_path = shutil.which("chromium") or sys.exit("no chromium on this machine: apt-get install chromium")
    folder.mkdir(parents=True, exist_ok=True)
    call, attack = best_told("Call", page), best_told("Attack", page)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=SWITCHES)
        for name, (fragment, (width, height), scheme) in SHOTS.items():
            shown = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
            shown.goto(f"{page.resolve().as_uri()}#{fragment.format(call=call, attack=attack)}")
            shown.wait_for_selector("html[data-ready=true]")
            shown.wait_for_timeout(500)
            shown.screenshot(path=folder / f"{name}.png")
            shown.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

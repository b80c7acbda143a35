"""Pages opened in a real browser, watched for what they ask the network and complain about."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.view import render
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page

HERE = Path(__file__).parent
PROBE = """
window.vis = {};
let original;
Object.defineProperty(window.vis, "Network", {
    enumerable: true,
    get: () => original,
    set: (value) => {
        original = new Proxy(value, { construct: (target, given) => (window.drawnNetwork = new target(...given)) });
    },
});
"""
"""Lets a test ask the drawing library where it drew what."""


@dataclass
class Watched:
    """A page with all that it asked the network for and complained about."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def settle(self) -> None:
        self.page.wait_for_timeout(120)


@pytest.fixture(scope="session")
def sample() -> Path:
    return HERE / "sample.ttl"


@pytest.fixture(scope="session")
def sample_page(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return render(sample, tmp_path_factory.mktemp("view") / "sample.html", KNOWLEDGE, title="War in Veshta")


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Callable[..., Watched]]:
    """Open a file as a reader would: visit(path, "tab=talks", width=390, height=844, scheme="dark")."""
    contexts = []

    def go(path: Path, fragment: str = "", *, width: int = 1280, height: int = 800, scheme: str = "light") -> Watched:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, accept_downloads=True
        )
        contexts.append(context)
        context.add_init_script(PROBE)
        watched = Watched(context.new_page())
        watched.page.on("request", lambda request: watched.requests.append(request.url))
        watched.page.on("pageerror", lambda error: watched.complaints.append(str(error)))
        watched.page.on("dialog", lambda dialog: (watched.complaints.append("dialog"), dialog.dismiss()))
        watched.page.on(
            "console",
            lambda message: watched.complaints.append(message.text) if message.type in ("error", "warning") else None,
        )
        watched.page.goto(path.as_uri() + (f"#{fragment}" if fragment else ""))
        watched.page.wait_for_selector("html[data-ready=true]")
        watched.settle()
        return watched

    yield go
    for context in contexts:
        context.close()

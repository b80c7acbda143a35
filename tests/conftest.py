"""What takes long and is the same for all tests, made once: the language model, the ontology and a real browser."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

import kg.api.collection
import kg.api.graph
import kg.knowledge
import kg.language
import kg.pipeline.reading
from tests.known import knowledge_of, pipeline_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from spacy.language import Language

# The same examples in every run, and no time by the clock: a busy machine fails no law.
settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.load_profile("steady")

# A shell lets what it starts in the background ignore Ctrl-C, and so would what the tests start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

HERE = Path(__file__).parent
LONGEST = (
    "stores/test_same_answers.py",
    "serve/test_limits.py",
    "extract/test_minimal_pairs.py",
    "cli/test_readme.py",
    "view/test_page.py",
    "hostile/test_inputs.py",
    "cli/test_rebuild.py",
    "cli/test_build.py",
    "cli/test_collection.py",
    "cli/test_alone.py",
    "query/test_named.py",
    "stores/test_exports.py",
    "extract/test_subclasses.py",
    "ontology/test_reasoning.py",
    "view/test_safety.py",
    "serve/test_pages.py",
    "engine/test_spark.py",
    "serve/test_assistants.py",
    "serve/test_crowd.py",
    "serve/test_clients.py",
    "serve/test_protocol.py",
    "pipeline/test_collecting.py",
    "view/test_daily.py",
)
"""The files that take longest, in this order: begun last, one would keep one of two processes waiting for the other."""
SWITCHES = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests of the longest files first; all others stay as they are."""
    places = {HERE / name: place for place, name in enumerate(LONGEST)}
    missing = [str(path) for path in places if not path.exists()]
    if missing:
        raise pytest.UsageError(f"tests/conftest.py: LONGEST names no test file by {', '.join(missing)}")
    items.sort(key=lambda item: places.get(item.path, len(places)))


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The packaged pipeline; a test that changes it loads its own."""
    return pipeline_of()


@pytest.fixture(scope="session", autouse=True)
def _read_once() -> Iterator[None]:
    """Let commands that run in this process find the shipped ontology and the packaged pipeline read already.

    Nothing changes either of them; README's commands, which are processes of their own, read both anew.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kg.knowledge, "load", knowledge_of)
        patch.setattr(kg.api.collection, "load_knowledge", knowledge_of)
        patch.setattr(kg.api.graph, "load_knowledge", knowledge_of)
        patch.setattr(kg.language, "load", pipeline_of)
        patch.setattr(kg.pipeline.reading, "load", pipeline_of)
        yield


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless Chromium: skipped in one line where there is none, failed where CI demands it."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        reason = "no chromium on this machine: apt-get install chromium"
        if os.environ.get("KG_REQUIRE_CHROMIUM") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    if os.environ.get("KG_REQUIRE_CHROMIUM") == "1":
        from playwright.sync_api import sync_playwright
    else:
        sync_playwright = pytest.importorskip(
            "playwright.sync_api", reason="playwright is not installed"
        ).sync_playwright
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=SWITCHES)
        yield browser
        browser.close()

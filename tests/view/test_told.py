"""The page and the programs that write reports tell each event in the same sentence."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from kg.view.reading import read_content
from kg.view.sentences import figure_words, sentence
from kg.view.wording import Words, count, duration, long_date
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Watched


def words(path: Path) -> Words:
    return Words(read_content(path, KNOWLEDGE.taxonomy), KNOWLEDGE.looks)


def test_python_and_the_page_tell_events_alike(
    visit: Callable[..., Watched], sample: Path, sample_page: Path, tmp_path: Path
) -> None:
    page = visit(sample_page, "all").page
    page.click("#save summary")
    with page.expect_download() as download:
        page.click("#save-csv")
    download.value.save_as(tmp_path / "events.csv")
    rows = csv.DictReader(io.StringIO((tmp_path / "events.csv").read_text(encoding="utf-8")))
    told = {row["iri"]: row["sentence"].removeprefix("'") for row in rows}
    known = words(sample)
    ours = {event.iri: sentence(event, known) for event in known.content.events if event.iri in told}
    assert len(told) > 20
    assert ours == told


def test_figures_and_claims_are_told(sample: Path) -> None:
    known = words(sample)
    figures = {figure_words(figure, known) for event in known.content.events for figure in event.figures}
    assert "388 Shrike drones intercepted" in figures
    claims = [event for event in known.content.events if event.according_to]
    assert all("according to" in sentence(event, known) or "own account" in sentence(event, known) for event in claims)
    assert not any("according to" in sentence(event, known, claimed=False) for event in claims)


def test_dates_durations_and_counts_are_written_as_people_do() -> None:
    assert [long_date(date) for date in ("2025-07-04", "2025-07", "2025", "2025-99")] == [
        *("4 July 2025", "July 2025", "2025", "2025-99")
    ]
    assert long_date("2025-07-04", brief=True) == "4 Jul 2025"
    assert duration(61) == "1 hour 1 minute"
    assert [count(1, "call"), count(2000, "story"), count(2, "person", "people")] == [
        *("1 call", "2,000 stories", "2 people")
    ]

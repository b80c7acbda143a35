"""What is shown, taken away as a picture, a table and Turtle."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, parse

from kg.validate import validate
from kg.view.reading import read_content
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Watched


def test_shown_part_is_saved_as_picture_table_and_turtle(
    visit: Callable[..., Watched], sample: Path, sample_page: Path, tmp_path: Path
) -> None:
    page = visit(sample_page, "without=Transfer,Statement").page

    def save(button: str) -> Path:
        page.click("#save summary")
        with page.expect_download() as download:
            page.click(button)
        download.value.save_as(tmp_path / download.value.suggested_filename)
        return tmp_path / download.value.suggested_filename

    picture = save("#save-png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    # Twice as sharp as the screen, with a heading and a legend.
    box = page.locator("#picture").bounding_box()
    assert box is not None
    assert int.from_bytes(picture[16:20]) == 2 * round(box["width"])
    assert int.from_bytes(picture[20:24]) > 2 * box["height"] + 150
    rows = list(csv.DictReader(io.StringIO(save("#save-csv").read_text(encoding="utf-8"))))
    assert {row["type"] for row in rows} == {"call", "meeting", "conversation", "attack"}
    saved = save("#save-ttl")
    triples, whole = (set(parse(path=str(path), format=RdfFormat.TURTLE)) for path in (saved, sample))
    assert triples
    assert triples <= whole, "what is saved is a part of the graph"
    broken = {(finding.node, finding.path) for finding in validate(sample) if finding.severity == "Violation"}
    assert {(finding.node, finding.path) for finding in validate(saved) if finding.severity == "Violation"} <= broken
    part = read_content(tmp_path / "part.ttl", KNOWLEDGE.taxonomy)
    assert {event.kind for event in part.events} == {"Call", "Meeting", "Conversation", "Attack"}
    assert any(entity.name == "Ilya Marenko" for entity in part.entities)
    call = next(event for event in part.events if event.iri.endswith("call-14") or event.minutes == 45)
    assert call.mentions, "a fact without its words is no fact"
    assert {mention.quote for mention in part.mentions} <= {
        mention.quote for mention in read_content(sample, KNOWLEDGE.taxonomy).mentions
    }

"""What is left of tags with very many attributes, and that nothing else of a page changes."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ingest.kinds.feeds import articles_of_feed
from kg.ingest.kinds.fragments import words_of
from kg.ingest.kinds.tags import without_surplus

if TYPE_CHECKING:
    from pathlib import Path

MANY = " ".join(f"a{number}=1" for number in range(600))


def test_a_tag_keeps_its_first_attributes() -> None:
    kept = without_surplus(f"<p {MANY}>Iran fired.</p><b {MANY}>Twice.</b>")
    assert kept.count("a499=1") == 2
    assert "a500=1" not in kept
    assert words_of(f"<p {MANY}>Iran fired.</p><b {MANY}>Twice.</b>") == "Iran fired.\n\nTwice."


@pytest.mark.parametrize(
    "page",
    [
        '<img src="data:' + "x" * 100_000 + '" alt=a><p>Iran fired.</p>',
        "<script>if (a <b " + "c " * 1_000 + ") {}</script><p>Iran fired.</p>",
        "<STYLE>a <b " + "c " * 1_000 + "</STYLE ><p>Iran fired.</p>",
        "<p>3 < 4 " + "and " * 1_000 + "</p>",
    ],
)
def test_other_pages_stay_as_they_are(page: str) -> None:
    assert without_surplus(page) == page


@given(st.text(alphabet="<>/=\"' ab\n", max_size=200))
def test_nothing_small_is_changed(page: str) -> None:
    assert without_surplus(page) == page


@pytest.mark.parametrize("part", ["a=1 ", 'a="<" ', '<a b="', "<a b='", '="', "/", "<script", "<a ", "<"])
def test_time_grows_with_the_page(part: str) -> None:
    begun = time.process_time()
    without_surplus("<p " + part * 200_000)
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1"])
def test_a_feed_is_read_in_time_and_in_its_encoding(tmp_path: Path, encoding: str) -> None:
    attributes = " ".join(f"a{number}='1'" for number in range(20_000))
    entry = f"<item {attributes}><title>Orbán</title><description>Iran fired à la carte.</description></item>"
    feed = f"<?xml version='1.0' encoding='{encoding}'?><rss version='2.0'><channel>{entry}</channel></rss>"
    (tmp_path / "a.rss").write_bytes(feed.encode(encoding))
    begun = time.process_time()
    (article,) = articles_of_feed(tmp_path / "a.rss", on_problem=pytest.fail)
    assert article.text == "Orbán\n\nIran fired à la carte."
    assert time.process_time() - begun < 5

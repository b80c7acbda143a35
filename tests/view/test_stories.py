"""Stories that share nobody: told apart, and packed without covering one another."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from kg.view.boxes import Box
from kg.view.stories import TRIED, pack, parts

SIZES = st.lists(st.tuples(st.integers(1, 400), st.integers(1, 300)), min_size=1, max_size=12)


def test_parts_are_what_links_join_the_largest_first() -> None:
    assert parts("fedcba", [("a", "b"), ("c", "b"), ("e", "d"), ("f", "elsewhere")]) == [
        ["a", "b", "c"],
        ["d", "e"],
        ["f"],
    ]


@given(SIZES)
def test_packed_stories_keep_their_shape_and_cover_no_other(sizes: list[tuple[int, int]]) -> None:
    stories = [{f"{number}-a": (0.0, 0.0), f"{number}-b": (float(x), float(y))} for number, (x, y) in enumerate(sizes)]
    boxes = {node: Box(half=30, above=10, below=25) for story in stories for node in story}
    places = pack(stories, boxes)
    for number, (x, y) in enumerate(sizes):
        one, other = places[f"{number}-a"], places[f"{number}-b"]
        assert (round(other[0] - one[0], 6), round(other[1] - one[1], 6)) == (x, y)
    for left, right in combinations(range(len(sizes)), 2):
        (x, y), (width, height) = places[f"{left}-a"], sizes[left]
        (u, v), (wide, high) = places[f"{right}-a"], sizes[right]
        assert x + width < u or u + wide < x or y + height < v or v + high < y


def test_many_small_stories_follow_in_rows() -> None:
    stories = [{f"{number:03}": (0.0, 0.0)} for number in range(TRIED + 30)]
    boxes = {node: Box(half=30, above=10, below=25) for story in stories for node in story}
    assert len({(round(x), round(y)) for x, y in pack(stories, boxes).values()}) == len(stories)

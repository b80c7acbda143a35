"""Laws of decisions: a file gives back what was written, twice is once, and the order of the lines does not matter."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.consolidate import Decision, Decisions, consolidate
from kg.consolidate.decisions import Action, add_decision, read_decisions
from kg.errors import DecisionError, harmless
from tests.consolidate.articles import UK, US, WORLD, article, call, person

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

steady = settings(derandomize=True, database=None, deadline=None, max_examples=20)
ACTIONS = st.sampled_from(list(Action))
ANY = st.text(max_size=12) | st.sampled_from(
    ['"', ",", "\n", "\r", "\r\n", "=1+1", " a", "\ufeff", "\x00", "http://x/y"]
)


@steady
@given(st.lists(st.builds(Decision, ACTIONS, ANY, ANY, ANY, ANY), max_size=4))
def test_a_file_gives_back_what_was_written_or_it_is_refused_in_one_line(given_: list[Decision]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "decisions.csv"
        kept: list[Decision] = []
        refused: list[str] = []
        for decision in (*given_, *given_):
            try:
                if add_decision(decision, path):
                    kept.append(decision)
            except DecisionError as error:
                refused.append(str(error))
        found = read_decisions(path).decisions
    assert all(harmless(line) == line and "\n" not in line for line in refused)
    assert len(found) == len(kept) == len(set(found))
    assert [" ".join(part.split()) for one in found for part in (one.left, one.right, one.who, one.why)] == [
        " ".join(part.split()) for one in kept for part in (one.left, one.right, one.who, one.why)
    ]


HEADER = b"action,left,right,who,why\n"
PIECES = st.sampled_from(
    [
        *(b"merge", b"class", b"date", b"claimant", b"reject", b"split", b",", b'"', b"\n", b"\r", b"\x00", b"\xff"),
        *(b"2025-02-30", b"none", b"Attack", b"http://[", b"\xef\xbb\xbf", b"@", b"#", b"|", b"who,why\n", b"a@0-5"),
        b"x" * 200_000,
    ]
)


def complaint(path: Path, given_: Iterable[Decision] = ()) -> str:
    """Return what is said of the decisions that are given, or of those in a file and of what they select."""
    try:
        for decision in given_:
            add_decision(decision, path)
        consolidate(RECORDS, WORLD, read_decisions(path))
    except DecisionError as error:
        return str(error)
    return ""


@steady
@given(st.lists(PIECES, max_size=12), st.booleans())
def test_whatever_bytes_a_file_has_it_is_read_or_refused_in_one_line(pieces: list[bytes], header: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "decisions.csv"
        path.write_bytes(HEADER * header + b"".join(pieces))
        line = complaint(path)
    assert not line or line.startswith(str(path))
    assert harmless(line) == line
    assert "\n" not in line
    assert len(line) < 1_500


NAMES = ("Mike Johnson", "Michael Johnson", "Boris Johnson", "Anna Bird")
CALLS = [call(person("Mike Johnson"), person(name)) for name in NAMES[1:]]
RECORDS = [
    article(name, person(NAMES[n], of=(US, UK)[n % 2]), person("Otto Able"), events=(CALLS[n],))
    for n, name in enumerate("abc")
]
SIDES = st.sampled_from([*NAMES, *(f"{name}#{NAMES[n]}" for n, name in enumerate("abc")), "a@0-1", "b@0-1", "Nobody"])
TWO_SIDED = st.builds(
    Decision,
    st.sampled_from([Action.MERGE, Action.NOT_SAME, Action.SPLIT]),
    SIDES,
    SIDES,
    st.just("ab"),
    st.just("why"),
)
OTHERS = st.builds(Decision, st.just(Action.REJECT), SIDES, st.just(""), st.just("ab"), st.just("why")) | st.builds(
    Decision, st.just(Action.LINK), SIDES, st.sampled_from(["http://x/1", "http://x/2"]), st.just("ab"), st.just("why")
)


@steady
@given(st.lists(TWO_SIDED | OTHERS, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_decisions_changes_nothing_and_twice_is_once(given_: list[Decision], random: Random) -> None:
    shuffled = [*given_, *given_]
    random.shuffle(shuffled)
    assert outcome(given_) == outcome(shuffled)


def outcome(decisions: list[Decision]) -> object:
    """Who is one with whom and what they are linked to, or that the decisions contradict one another."""
    try:
        collection = consolidate(RECORDS, WORLD, Decisions(tuple(decisions)))
    except DecisionError:
        return "refused"
    clusters = (*collection.entities, *collection.events)
    return [(cluster.members, cluster.matches) for cluster in clusters], collection.records


ODD = st.sampled_from(
    [
        *(
            "a@",
            "a@0",
            "a@-1-5",
            "a@5-0",
            "a@0-" + "9" * 500,
            "a@\u0663-\u0664",
            "@0-5",
            "#",
            "a#",
            "#Boris",
            "|",
            "a@0-1|",
        ),
        *("a@0-1#Call", "none", "Attack", "Call", "Event", "2025", "2025-07-04", "http://x/1", "\u202e", "a@0-1@0-1"),
        "x" * 10_000,
    ]
)


@steady
@given(st.lists(st.builds(Decision, ACTIONS, SIDES | ODD, SIDES | ODD, st.just("ab"), st.just("why")), max_size=4))
def test_whatever_a_decision_selects_it_is_replayed_or_refused_in_one_line(given_: list[Decision]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        line = complaint(Path(folder) / "decisions.csv", given_)
    assert harmless(line) == line
    assert "\n" not in line

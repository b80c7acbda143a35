"""Human decisions: read, written, replayed, and reported when they no longer apply."""

from pathlib import Path

import pytest

from kg.consolidate import Decision, Decisions, consolidate, stale_decisions
from kg.consolidate.decisions import NO_DECISIONS, Action, read_decisions, write_decisions
from kg.errors import DecisionError
from tests.consolidate.articles import PUTIN, REFERENCE, TRUMP, UK, US, article, call, known, names_of, person, together

HEADER = "action,left,right,who,why\n"
trump, putin = known(TRUMP), known(PUTIN)


def decisions(action: str, left: str, right: str = "") -> Decisions:
    return Decisions((Decision(Action(action), left, right, "ab", "looked it up"),))


def test_merge_joins_what_nothing_else_would() -> None:
    articles = [article("a", person("Boris Johnson", of=UK)), article("b", person("Alexander Kemal", of=US))]
    assert not together(*articles)
    assert together(*articles, decisions=decisions("merge", "Boris Johnson", "Alexander Kemal"))


def test_merge_says_who_decided_and_why() -> None:
    articles = [article("a", person("Boris Johnson")), article("b", person("Alexander Kemal"))]
    collection = consolidate(articles, REFERENCE, decisions("merge", "Boris Johnson", "Alexander Kemal"))
    assert [merge.reason for merge in collection.entities[0].merges] == ["decision of ab: looked it up"]


@pytest.mark.parametrize(
    ("left", "right"), [("a#Mike Johnson", "b#Mike Johnson"), ("b#Mike Johnson", "a#Mike Johnson")]
)
def test_not_same_keeps_namesakes_apart(left: str, right: str) -> None:
    articles = [article("a", person("Mike Johnson", of=US)), article("b", person("Mike Johnson", of=US))]
    assert together(*articles)
    assert not together(*articles, decisions=decisions("not-same", left, right))


def test_not_same_holds_against_a_chain_through_others() -> None:
    articles = [article(name, person("Mike Johnson", of=US)) for name in "abc"]
    collection = consolidate(articles, REFERENCE, decisions("not-same", "a#Mike Johnson", "b#Mike Johnson"))
    assert all(len(names) < 3 for names in names_of(collection))
    assert not any({"a: Mike Johnson", "b: Mike Johnson"} <= set(names) for names in names_of(collection))


def test_decisions_about_events_name_their_characters() -> None:
    # The articles' events have the character of their own number as evidence.
    articles = [article(n, events=(call(trump, putin, on=on),)) for n, on in (("a", "2025-07-03"), ("b", "2025-07-04"))]
    assert not together(*articles, events=True)
    assert together(*articles, events=True, decisions=decisions("merge", "a@0-1", "b@0-1"))


def test_not_same_keeps_two_reports_of_events_apart() -> None:
    articles = [article(name, events=(call(trump, putin, on="2025-07-03"),)) for name in "ab"]
    assert together(*articles, events=True)
    assert not together(*articles, events=True, decisions=decisions("not-same", "a@0-1", "b@0-1"))


def test_reject_removes_the_event_and_no_other() -> None:
    two = article("a", events=(call(trump, putin, on="2025-07-03"), call(trump, putin, on="2025-07-04")))
    collection = consolidate([two], REFERENCE, decisions("reject", "a@0-1"))
    assert [event.date.value for event in collection.records[0].events if event.date] == ["2025-07-04"]
    assert len(collection.events) == 1


def test_rename_changes_the_name_and_keeps_the_old_one() -> None:
    collection = consolidate(
        [article("a", person("B. Johnson"))], REFERENCE, decisions("rename", "B. Johnson", "Boris Johnson")
    )
    (entity,) = collection.records[0].entities
    assert (entity.name, entity.names) == ("Boris Johnson", ("B. Johnson", "Boris Johnson"))


@pytest.mark.parametrize(
    ("decided", "stale"),
    [
        (decisions("merge", "Mike Johnson", "Michael Johnson"), False),
        (decisions("merge", "Mike Johnson", "Mick Johnson"), True),
        (decisions("not-same", "a#Mike Johnson", "b#Mike Johnson"), True),
        (decisions("rename", "Mike Johnson", "Michael"), False),
        (decisions("rename", "Mick Johnson", "Michael"), True),
        (decisions("reject", "a@0-1"), False),
        (decisions("reject", "a@7-9"), True),
        (decisions("reject", "Mike Johnson"), True),
    ],
)
def test_decision_that_no_longer_applies_is_reported(decided: Decisions, *, stale: bool) -> None:
    people = person("Mike Johnson"), person("Michael Johnson")
    records = [article("a", *people, events=(call(trump, putin),))]
    assert stale_decisions(records, decided) == (decided.decisions if stale else ())


def test_file_gives_back_what_was_written(tmp_path: Path) -> None:
    odd = Decision(Action.MERGE, 'a, "b"', "Ö\n", "ab", "line one\nline two")
    written = Decisions((odd, *decisions("reject", "a@0-1").decisions))
    write_decisions(written, tmp_path / "decisions.csv")
    again = read_decisions(tmp_path / "decisions.csv")
    assert [d.left for d in again.decisions] == [d.left for d in written.decisions]
    assert again.decisions[0].why == "line one\nline two"
    assert (tmp_path / "decisions.csv").read_text(encoding="utf-8").startswith(HEADER)


def test_missing_file_holds_no_decisions(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "none.csv") == NO_DECISIONS


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("left,right\n", "header"),
        (HEADER + "merge,a,b,ab\n", "4 fields in place of 5"),
        (HEADER + "join,a,b,ab,why\n", "unknown action 'join'"),
        (HEADER + "merge,a,,ab,why\n", "needs a left and a right side"),
        (HEADER + "reject,a@0-1,b,ab,why\n", "needs a left side only"),
        (HEADER + "merge,a,b,ab,\n", "nobody can check"),
    ],
)
def test_broken_file_is_refused_with_line_and_remedy(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "decisions.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DecisionError, match=problem) as caught:
        read_decisions(path)
    assert f"{path}:" in str(caught.value)
    assert caught.value.remedy

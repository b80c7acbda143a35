"""Scores of two small articles, worked out by hand."""

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluate import Report, evaluate, read_gold
from tests.evaluate.newsroom import ONE, TWO, graph, write_gold
from tests.known import KNOWLEDGE


def report(folder: Path, **documents: dict[str, object]) -> Report:
    return evaluate(graph(), read_gold(write_gold(folder, **documents)), KNOWLEDGE.words.names)


def counts(found: Report) -> dict[str, tuple[int, int, int]]:
    return {score.row: (score.right, score.extra, score.missed) for score in found.scores}


def test_counts_of_one_article(tmp_path: Path) -> None:
    assert counts(report(tmp_path, one=ONE)) == {
        "people": (1, 1, 1),  # "Subscribe Now" is extra, Putin optional, Yermak missed
        "person country": (1, 0, 1),  # Zelenskyy's; Putin's is wrong in the gold
        "countries": (1, 0, 1),
        "weapons": (1, 0, 1),
        "weapon class": (1, 0, 0),
        "calls": (1, 0, 1),  # the denied call is not told as a call
        "calls (who)": (1, 0, 1),
        "meetings": (0, 0, 0),
        "meetings (who)": (0, 0, 0),
        "attacks": (1, 0, 0),  # a month agrees with its day
        "attacks (who)": (1, 0, 0),
        "figures": (2, 0, 1),  # nobody says who was killed
        "transfers": (1, 0, 0),
        "transfer status": (0, 0, 1),
        "statements": (1, 0, 0),
    }


def test_what_is_not_annotated_in_full_is_extra_only_on_an_annotated_day(tmp_path: Path) -> None:
    found = counts(report(tmp_path, two=TWO))
    assert found["people"] == (1, 0, 0)
    assert found["calls"] == (0, 0, 1)
    assert found["calls (who)"] == (1, 0, 0)
    same_day = {**TWO, "calls": [{"participants": ["US", "GB"], "date": "2025-07-04"}]}
    assert counts(report(tmp_path, two=same_day))["calls"] == (0, 1, 1)


def test_precision_recall_and_f1(tmp_path: Path) -> None:
    scores = {score.row: score for score in report(tmp_path, one=ONE, two=TWO).scores}
    people = scores["people"]
    assert (people.right, people.extra, people.missed) == (2, 1, 1)
    assert (people.precision, people.recall, people.f1) == pytest.approx((2 / 3, 2 / 3, 2 / 3))
    assert scores["meetings"].f1 == 0.0


def test_ignored_names_count_neither_way(tmp_path: Path) -> None:
    assert counts(report(tmp_path, one={**ONE, "ignore": ["subscribe now"]}))["people"] == (1, 0, 1)


def test_only_mentions_of_the_document_count(tmp_path: Path) -> None:
    assert counts(report(tmp_path, two={"countries": [{"code": "UA"}]}))["countries"] == (0, 0, 1)


def test_document_that_the_graph_lacks_is_told(tmp_path: Path) -> None:
    found = report(tmp_path, three=TWO)
    assert found.absent == ("three",)
    assert counts(found)["calls"] == (0, 0, 1)


def test_mistakes_name_document_and_thing(tmp_path: Path) -> None:
    mistakes = [(m.document, m.what, m.text) for m in report(tmp_path, one=ONE).mistakes if m.row == "people"]
    assert mistakes == [("one", "missed", "Andriy Yermak"), ("one", "extra", "Subscribe Now")]


def test_lines_of_gold_name_their_documents(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text('{"id": "two", "people": [{"name": "Putin"}]}\n\n', encoding="utf-8")
    assert [gold.id for gold in read_gold(tmp_path)] == ["two"]
    assert [gold.id for gold in read_gold(tmp_path / "gold.jsonl")] == ["two"]


def test_json_that_is_no_gold_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("[]", encoding="utf-8")
    assert [gold.id for gold in read_gold(write_gold(tmp_path, one=ONE))] == ["one"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "no JSON"),
        ('{"people": [{}]}', "lacks the field 'name'"),
        ('{"people": 3}', "no gold annotations"),
        ('{"people": ["Putin"]}', "no gold annotations"),
        ("{}", "there are no gold annotations"),
    ],
)
def test_broken_gold_is_refused_with_its_place(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "one.json").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=problem) as caught:
        read_gold(tmp_path)
    assert str(tmp_path) in str(caught.value)

"""Decisions from the command line: written to a plain file, replayed by the next build, reported when they rot."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.explain import explain, find
from kg.store.graph import load

STORIES = {
    "a": "Senator Hal Varga met reporters in Vienna. Hal Varga called Olaf Scholz on Friday.",
    "b": "Hal Varga met Angela Merkel in Graz.",
    "c": "Harold Quimby Varga called Olaf Scholz on Monday.",
}

TRANSFERS = "Norway delivered Javelin missiles to Ukraine, and Germany sent Leopard tanks to Poland.\n"


def kg(*words: str | Path) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], env={"USER": "ann"})


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the stories and the graph of them before anything is decided."""
    folder = tmp_path_factory.mktemp("newsroom")
    (folder / "news").mkdir()
    for name, text in STORIES.items():
        (folder / "news" / f"{name}.md").write_text(f"---\ndate: 2024-03-01\n---\n{text}\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        build()
    return folder


@pytest.fixture(autouse=True)
def _desk(newsroom: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(newsroom, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)


def build() -> str:
    result = kg("build", "news", "--no-view", "--cache", "cache")
    assert result.exit_code == 0, result.output
    assert kg("validate").exit_code == 0
    return result.stderr


def documents_of(iri: str) -> set[str]:
    return {passage.document for passage in explain(load("out/graph.ttl"), iri).mentions}


def test_a_person_is_split_merged_renamed_linked_and_rejected() -> None:
    (both,) = find(load("out/graph.ttl"), "Hal Varga")
    assert documents_of(both.iri) == {"a", "b"}

    assert kg("decide", "split", "Hal Varga", "b#Hal Varga", "--why", "the coach").exit_code == 0
    assert build() == ""
    assert sorted(map(len, (documents_of(one.iri) for one in find(load("out/graph.ttl"), "Hal Varga")))) == [1, 1]

    kg("decide", "merge", "a#Hal Varga", "Harold Quimby Varga", "--why", "his name in full")
    kg("decide", "rename", "Harold Quimby Varga", "Harold Varga", "--why", "as he signs")
    kg("decide", "link", "Harold Quimby Varga", "http://example.org/varga", "--why", "the registry")
    kg("decide", "reject", "b#Hal Varga", "--why", "not in the news")
    assert build() == ""
    (one,) = find(load("out/graph.ttl"), "Harold Varga")
    told = explain(load("out/graph.ttl"), one.iri)
    assert documents_of(one.iri) == {"a", "c"}
    assert {"Hal Varga", "Harold Quimby Varga"} <= set(told.names)
    assert ("sameAs", "http://example.org/varga") in {(f.relation.rpartition(":")[2], f.iri) for f in told.facts}
    assert "decision of ann: his name in full" in {merge.reason for merge in told.merges}
    assert not [node for node in find(load("out/graph.ttl"), "Varga") if "b" in documents_of(node.iri)]


def test_a_rejected_call_stays_away_and_the_other_stays() -> None:
    (call,) = [node for node in find(load("out/graph.ttl"), "Hal Varga Olaf Scholz") if "Call" in node.kinds]
    assert kg("decide", "reject", call.iri, "--why", "satire").exit_code == 0
    assert "a@" in Path("decisions.csv").read_text(encoding="utf-8")
    assert build() == ""
    kinds = [node.name for node in find(load("out/graph.ttl"), "Scholz") if "Call" in node.kinds]
    assert len(kinds) == 1
    assert "Quimby" in kinds[0]


def test_one_of_two_transfers_in_a_sentence_is_rejected_alone() -> None:
    Path("news/d.md").write_text(TRANSFERS, encoding="utf-8")
    build()
    both = [node for node in find(load("out/graph.ttl"), "transfer") if "Transfer" in node.kinds]
    assert len(both) == 2

    (polish,) = [node for node in both if "Poland" in node.name]
    assert kg("decide", "reject", polish.iri, "--why", "they went elsewhere").exit_code == 0
    assert "#Transfer@" in Path("decisions.csv").read_text(encoding="utf-8")
    assert build() == ""
    left = [node for node in find(load("out/graph.ttl"), "transfer") if "Transfer" in node.kinds]
    assert len(left) == 1
    assert "Ukraine" in left[0].name


def test_a_decision_that_no_longer_applies_is_reported_and_kept() -> None:
    kg("decide", "rename", "Harold Quimby Varga", "Harold Varga", "--why", "as he signs")
    Path("news/c.md").unlink()
    assert build() == "kg: decisions.csv: rename 'Harold Quimby Varga' no longer applies\n"
    assert "Harold Varga" in Path("decisions.csv").read_text(encoding="utf-8")


def test_the_same_decision_is_written_once() -> None:
    for _ in range(2):
        result = kg("decide", "reject", "Harold Quimby Varga", "--why", "a slip")
    assert result.output == "decisions.csv: holds this decision already\n"
    assert len(Path("decisions.csv").read_text(encoding="utf-8").splitlines()) == 2


def test_who_is_in_the_reference_data_is_split_as_well() -> None:
    (one,) = find(load("out/graph.ttl"), "Olaf Scholz")
    assert documents_of(one.iri) == {"a", "c"}
    assert kg("decide", "split", "Olaf Scholz", "c#Olaf Scholz", "--why", "a namesake").exit_code == 0
    assert build() == ""
    apart = find(load("out/graph.ttl"), "Olaf Scholz")
    assert {frozenset(documents_of(node.iri)) for node in apart} == {frozenset("a"), frozenset("c")}
    assert one.iri in {node.iri for node in apart}


def test_events_are_corrected() -> None:
    def event(kind: str, who: str) -> str:
        return next(node.iri for node in find(load("out/graph.ttl"), who) if kind in node.kinds)

    call, meeting = event("Call", "Hal Varga Olaf Scholz"), event("Meeting", "Merkel")
    assert kg("decide", "class", call, "kg:Meeting", "--why", "they sat together").exit_code == 0
    assert kg("decide", "date", call, "2024-02", "--why", "the minutes").exit_code == 0
    assert kg("decide", "claimant", meeting, "Angela Merkel", "--why", "she alone says so").exit_code == 0
    assert build() == ""
    rows = kg("query", "events", "--format", "csv").output
    assert '"meeting: Hal Varga, Olaf Scholz, 2024-02"' in rows.replace("Harold Quimby", "Hal")
    told = explain(load("out/graph.ttl"), event("Meeting", "Merkel"))
    assert "Angela Merkel" in {fact.value for fact in told.facts if fact.relation.endswith("accordingTo")}


def test_decisions_are_listed_and_taken_back() -> None:
    assert kg("decide", "undo").stderr == "kg: decisions.csv: there is no decision (kg decide list shows them)\n"
    kg("decide", "rename", "Harold Quimby Varga", "Harold Varga", "--why", "as he signs")
    kg("decide", "reject", "b#Hal Varga", "--why", "not in the news")
    listed = kg("decide", "list").output.splitlines()
    assert [line.split()[:2] for line in listed] == [["number", "action"], ["1", "rename"], ["2", "reject"]]
    assert kg("decide", "undo", "1").output == (
        "decisions.csv: took back rename 'Harold Quimby Varga' 'Harold Varga'\n"
    )
    assert "not in the news" in Path("decisions.csv").read_text(encoding="utf-8")
    assert kg("decide", "undo", "2").exit_code == 1
    assert kg("decide", "undo").exit_code == 0
    assert len(kg("decide", "list").output.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("merge", "Olaf Scholz", "Vienna"), "makes a Person one with a Place"),
        (("class", "Hal Varga Olaf Scholz", "Person"), "'Person' is no class of events (use "),
        (("date", "Hal Varga Olaf Scholz", "2024-02-30"), "'2024-02-30' is no date (write 2025-07-04"),
        (("link", "Vienna", "no iri"), "'no iri' is no web address of the same thing"),
    ],
)
def test_what_a_build_would_refuse_is_not_written(words: tuple[str, ...], message: str) -> None:
    result = kg("decide", *words, "--why", "so")
    assert result.exit_code == 1
    assert message in result.stderr
    assert not Path("decisions.csv").exists()


def test_a_merge_against_what_is_kept_apart_names_file_and_line() -> None:
    kg("decide", "not-same", "Hal Varga", "Harold Quimby Varga", "--why", "two senators")
    result = kg("decide", "merge", "Harold Quimby Varga", "Hal Varga", "--why", "one")
    assert result.stderr.startswith("kg: decisions.csv:2: merge 'Harold Quimby Varga' 'Hal Varga' is against not-same ")
    with Path("decisions.csv").open("a", encoding="utf-8") as stream:
        stream.write("merge,Harold Quimby Varga,Hal Varga,bo,one\n")
    built = kg("build", "news", "--no-view", "--cache", "cache")
    assert built.exit_code == 1
    assert "kg: decisions.csv:3: merge 'Harold Quimby Varga' 'Hal Varga' joins what not-same" in built.stderr


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("reject", "Nobody Atall"), "kg: the graph has nothing called 'Nobody Atall'"),
        (("merge", "Hal Varga"), "kg: the new decision: merge needs a left and a right side"),
        (("rename", "z@1-2", "Zed"), "kg: the graph has nothing called 'z@1-2'"),
    ],
)
def test_what_selects_nothing_is_refused(words: tuple[str, ...], message: str) -> None:
    result = kg("decide", *words, "--why", "so")
    assert result.exit_code == 1
    assert result.stderr.startswith(message)
    assert not Path("decisions.csv").exists()

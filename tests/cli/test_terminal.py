"""What a terminal gets: completion, a doctor, tables whose identifiers stay whole, and notes on what is not there."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pyoxigraph import QuerySolutions, Store

from kg.cli import main
from kg.cli.query import show_table
from kg.query import run, undated
from kg.query.tables import Table, plain, table

GRAPH = Path(__file__).parents[2] / "docs" / "example" / "graph.ttl"


def kg(*words: str, **env: str) -> Result:
    return CliRunner().invoke(main, words, env=env)


def completed(*words: str) -> list[str]:
    env = {"_KG_COMPLETE": "bash_complete", "COMP_WORDS": " ".join(("kg", *words)), "COMP_CWORD": str(len(words))}
    done = CliRunner().invoke(main, [], env=env, prog_name="kg")
    return [line.partition(",")[2] for line in done.output.splitlines() if line]


def test_a_shell_completes_commands_questions_options_and_terms() -> None:
    assert completed("que") == ["query"]
    assert completed("query", "calls-") == ["calls-by-week"]
    assert completed("query", "calls", "--lo") == ["--longer"]
    assert completed("query", "transfers", "--status", "pa") == ["paused"]


def test_a_shell_completes_the_nodes_of_the_graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert completed("explain", "person:") == []
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "graph.ttl").write_bytes(GRAPH.read_bytes())
    assert completed("explain", "person:mark") == ["person:mark-carney"]
    assert completed("decide", "merge", "person:mark-carney", "country:can") == ["country:canada"]
    assert completed("explain", "mention:") == []
    (tmp_path / "mine.ttl").write_text("person:ann a kg:Agent, kg:Person ;\n", encoding="utf-8")
    assert completed("explain", "--graph", "mine.ttl", "person:") == ["person:ann"]
    monkeypatch.setenv("KG_GRAPH", "mine.ttl")
    assert completed("explain", "person:") == ["person:ann"]


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash on this machine")
def test_bash_takes_an_id_for_one_word() -> None:
    script = (
        'eval "$(kg completion bash)"; [[ $COMP_WORDBREAKS != *:* ]] || exit 3; '
        'COMP_WORDS=(kg explain person:mark); COMP_CWORD=2; _kg_completion kg; echo "${COMPREPLY[@]}"'
    )
    env = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "KG_GRAPH": str(GRAPH)}
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, env=env, check=False)  # noqa: S603, S607 (ours)
    assert (done.returncode, done.stdout.split()) == (0, ["person:mark-carney"]), done.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_printed_for_each_shell(shell: str) -> None:
    done = kg("completion", shell)
    assert done.exit_code == 0
    assert "_KG_COMPLETE=" in done.output


def test_the_doctor_says_what_is_there_and_what_is_broken(tmp_path: Path) -> None:
    well = kg("doctor", KG_GRAPH=str(GRAPH))
    assert well.exit_code == 0, well.output
    assert re.search(r"^ok +language model: en_newskg", well.output, re.MULTILINE)
    assert f"ok      graph {GRAPH}" in well.output
    ill = kg("doctor", KG_ONTOLOGY=str(tmp_path))
    assert ill.exit_code == 1
    assert re.search(r"^broken +ontology: .*the ontology's files are missing", ill.output, re.MULTILINE)


def test_the_environment_names_the_graph() -> None:
    assert kg("query", "calls", KG_GRAPH=str(GRAPH)).output == kg("query", "calls", "--graph", str(GRAPH)).output


def test_options_take_what_answers_print() -> None:
    asked = {
        status: kg("query", "transfers", "--status", status, KG_GRAPH=str(GRAPH)).output
        for status in ("kg:Paused", "paused", "Paused")
    }
    assert len(set(asked.values())) == 1
    assert "kg:Paused" in asked["paused"]


def test_timeline_says_how_many_events_have_no_date() -> None:
    done = kg("query", "timeline", KG_GRAPH=str(GRAPH))
    assert done.stderr == "kg: 12 events have no date and are not here: kg query events\n"
    assert kg("query", "timeline", "--since", "2025-06", KG_GRAPH=str(GRAPH)).stderr == ""
    assert kg("query", "calls", KG_GRAPH=str(GRAPH)).stderr == ""
    assert (
        undated("SELECT ?x {\n ?e kg:date ?x . # dated\n # undated: FILTER(true)\n}")
        == "SELECT ?x {\n\n FILTER(true)\n}"
    )


@pytest.mark.parametrize(
    ("query", "columns"),
    [
        ("SELECT * { BIND(1 AS ?zed) BIND(2 AS ?alpha) }", ("zed", "alpha")),
        ("select distinct * where { VALUES (?b ?a) { ('?z *' 1) } }", ("b", "a")),
        ("SELECT ?a ?b { { SELECT * { BIND(1 AS ?b) BIND(2 AS ?a) } } }", ("a", "b")),
        ("SELECT (COUNT(*) AS ?n) { }", ("n",)),
    ],
)
def test_all_variables_come_in_the_order_of_the_query(query: str, columns: tuple[str, ...]) -> None:
    answer = run(Store(), query)
    assert isinstance(answer, QuerySolutions)
    rows = table(answer)
    assert rows.columns == columns
    assert len(plain(rows).splitlines()) == 2


def test_an_identifier_stays_on_one_line_on_a_narrow_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    long = "call:2025-07-04-donald-trump-volodymyr-zelenskyy"
    rows = Table(("date", "what", "call"), (("2025-07-04", "words that may go on for a line or two, or three", long),))
    for width in (None, 40, 120):
        stream = io.StringIO()
        monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
        monkeypatch.setattr(sys, "stdout", stream)
        show_table(rows, width)
        monkeypatch.undo()
        assert long in stream.getvalue()
        assert "1 rows" in stream.getvalue()

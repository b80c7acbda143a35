"""`import kg`, as a program uses it: with the packaged pipeline, on real texts."""

import subprocess
import sys
from datetime import date
from html import escape
from pathlib import Path

import networkx
import pandas as pd
import polars as pl
import pytest
import rdflib
from click.testing import CliRunner

import kg
from kg.cli import main
from kg.errors import InputError, KgError
from kg.knowledge.namespaces import ID

CALL = "Joe Biden called Xi Jinping on 3 July 2025. The call lasted 40 minutes."
ARMS = "Germany will send 18 Leopard 2 tanks to Ukraine."


@pytest.fixture(scope="module")
def graph() -> kg.Graph:
    return kg.read([CALL, ARMS], outlet="Example News", date=date(2025, 7, 4)).build()


def test_texts_files_and_documents_make_one_collection(tmp_path: Path) -> None:
    (tmp_path / "arms.txt").write_text(ARMS, encoding="utf-8")
    articles = kg.read([CALL, tmp_path / "arms.txt", kg.Document("own", ARMS)])
    assert [document.id for document in articles.documents] == ["text-1", "arms", "own"]
    assert not articles.problems


def test_what_can_not_be_read_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff")
    articles = kg.read([tmp_path, CALL])
    assert len(articles.documents) == 1
    assert "is not UTF-8" in str(articles.problems[0])


def test_a_day_may_be_written_and_must_be_one() -> None:
    (one,) = kg.read(CALL, date="2025-07-04").documents
    assert one.date == date(2025, 7, 4)
    with pytest.raises(InputError, match=r"read: \"date\" is no day: 'soon' \(write it as YYYY-MM-DD\)"):
        kg.read(CALL, date="soon")


def test_what_is_printed_says_how_much_there_is(graph: kg.Graph, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff")
    assert repr(kg.read([tmp_path, CALL, ARMS])) == "<Collection: 2 documents, 1 that could not be read>"
    assert repr(kg.read(CALL)) == "<Collection: 1 document>"
    assert repr(graph) == f"<Graph: {len(graph):,} triples>"


def test_a_missing_file_is_an_error_at_once() -> None:
    with pytest.raises(kg.KgError, match="absent: no such file or folder"):
        kg.read("absent")


def test_nothing_to_build_from_says_why(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff")
    with pytest.raises(kg.KgError, match=r"there is no article to build from \(mend this: .*is not UTF-8"):
        kg.read(tmp_path).build()


def test_named_questions_give_rows_of_python_values(graph: kg.Graph) -> None:
    (call,) = graph.calls(who="Biden")
    assert (call["date"], call["one"], call["other"], call["minutes"]) == (
        date(2025, 7, 3),
        "Joe Biden",
        "Xi Jinping",
        40,
    )
    assert call["call"] == "call:2025-07-03-joe-biden-xi-jinping"
    assert not graph.calls(who="Germany")
    assert graph.query("calls", since="2025-07") == graph.calls()


def test_sparql_gives_rows_a_graph_or_yes_and_no(graph: kg.Graph) -> None:
    rows = graph.query("SELECT ?name { ?who a kg:Person ; skos:prefLabel ?name } ORDER BY ?name")
    assert isinstance(rows, kg.Rows)
    assert [row["name"] for row in rows] == ["Joe Biden", "Xi Jinping"]
    assert graph.query("ASK { ?call a kg:Call }") is True
    part = graph.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s a kg:Person ; ?p ?o }")
    assert isinstance(part, kg.Graph)
    assert 0 < len(part) < len(graph)


@pytest.mark.parametrize(
    ("question", "options", "problem"),
    [
        ("cals", {}, "there is no question named 'cals'.*calls"),
        ("calls", {"whom": "Biden"}, "calls has no option --whom"),
        ("SELECT ?x {", {}, "query, line 1"),
        ("calls", {"who": "Nobody At All"}, "the graph has nothing called"),
    ],
)
def test_a_wrong_question_is_an_error_with_a_remedy(
    graph: kg.Graph, question: str, options: dict[str, str], problem: str
) -> None:
    with pytest.raises(kg.KgError, match=problem):
        graph.query(question, **options)


@pytest.mark.parametrize(
    "name",
    ["events", "people", "countries", "weapons", "calls", "meetings", "attacks", "transfers", "statements"],
)
def test_what_is_asked_most_has_a_method(graph: kg.Graph, name: str) -> None:
    assert getattr(graph, name)() == graph.query(name)
    assert name in graph.questions()


def test_rows_become_data_frames_and_a_table(graph: kg.Graph) -> None:
    rows = graph.events()
    frame, polars = rows.to_pandas(), rows.to_polars()
    assert isinstance(frame, pd.DataFrame)
    assert isinstance(polars, pl.DataFrame)
    assert list(frame.columns) == list(rows.columns) == polars.columns
    assert len(frame) == len(rows) == polars.height == 2
    assert "<td>kg:Planned</td>" in rows._repr_html_()
    assert str(rows).splitlines()[0].split() == list(rows.columns)
    assert rows[:1] == kg.Rows(rows.columns, rows.values[:1])


def test_no_rows_still_make_a_frame_with_its_columns(graph: kg.Graph) -> None:
    rows = graph.attacks()
    assert len(rows) == rows.to_polars().height == len(rows.to_pandas()) == 0
    assert rows.to_polars().columns == list(rows.columns)


@pytest.mark.parametrize("name", ["pandas", "polars"])
def test_a_library_that_is_not_installed_is_named(graph: kg.Graph, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(KgError, match=rf"to_{name}\(\) needs {name}, which is not installed \(pip install {name}\)"):
        getattr(graph.calls(), f"to_{name}")()


def test_other_libraries_get_the_whole_graph(graph: kg.Graph) -> None:
    other = graph.to_rdflib()
    assert isinstance(other, rdflib.Graph)
    assert len(other) == len(graph)
    network = graph.to_networkx()
    assert isinstance(network, networkx.MultiDiGraph)
    assert network.nodes["person:joe-biden"]["label"] == "Joe Biden"


def test_what_is_written_is_read_again(graph: kg.Graph, tmp_path: Path) -> None:
    text = graph.to_turtle(tmp_path / "graph.ttl")
    assert (tmp_path / "graph.ttl").read_text(encoding="utf-8") == text
    assert kg.open(tmp_path / "graph.ttl").to_turtle() == text


def test_a_node_tells_the_words_behind_it(graph: kg.Graph) -> None:
    told = graph.explain("Joe Biden")
    assert told.iri.endswith("person/joe-biden")
    assert any("called Xi Jinping" in f"{passage.context} {passage.quote}" for passage in told.mentions)


@pytest.mark.parametrize("base", [ID, "https://example.org/news/"])
def test_an_explanation_is_shown_as_the_command_prints_it(tmp_path: Path, base: str) -> None:
    graph = kg.read("Xi Jinping called Joe Biden on 3 July 2025, Axios said in <a> report.").build(base=base)
    graph.to_turtle(tmp_path / "graph.ttl")
    told = graph.explain("Joe Biden")
    run = CliRunner().invoke(main, ["explain", "Joe Biden", "--graph", str(tmp_path / "graph.ttl")])
    assert f"{told}\n" == run.output
    assert "call:" in run.output
    assert base not in run.output
    assert f"<pre>{escape(str(told))}</pre>" == told._repr_html_()


def test_the_page_is_written_and_shown(graph: kg.Graph, tmp_path: Path) -> None:
    page = graph.view(tmp_path / "page.html", title="Two stories")
    assert "<h1>Two stories</h1>" in page.read_text(encoding="utf-8")
    assert graph._repr_html_().startswith('<iframe srcdoc="&lt;!doctype html')


def test_importing_kg_imports_nothing_else() -> None:
    script = "import sys, kg; print([name for name in sys.modules if name.split('.')[0] in ('spacy', 'rdflib', 'kg')])"
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)  # noqa: S603
    assert result.stdout.strip() == "['kg']"


def test_a_collection_forgets_what_one_article_gave_and_reads_nothing_again(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["Putin called Trump on 3 July 2025.", "Israel bombed Beirut on 4 July 2025."]
    both, alone = kg.read(texts), kg.read(texts[:1])
    assert len(both.records) == 2
    monkeypatch.setattr("kg.pipeline.reading.parse", None)
    left = both.forget("text-2")
    assert [document.id for document in left.documents] == ["text-1"]
    told = left.build().to_turtle()
    monkeypatch.undo()
    assert told == alone.build().to_turtle()
    with pytest.raises(InputError, match="text-9: is not in this collection"):
        both.forget("text-9")

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.knowledge.files import shipped_folder


def kg(*words: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], input=stdin)


def test_a_named_question_is_answered_in_plain_columns(sample: Path) -> None:
    result = kg("query", "people", "--graph", sample)

    assert result.exit_code == 0
    assert result.output.splitlines()[0].split() == ["name", "represents", "mentions", "documents", "person"]
    assert result.output.splitlines()[1].split("  ")[0] == "Ann Able"


@pytest.mark.parametrize("how", ["inline", "file", "stdin"])
def test_sparql_comes_inline_from_a_file_or_from_stdin(sample: Path, tmp_path: Path, how: str) -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?x a kg:Call }"
    (tmp_path / "calls.rq").write_text(query, encoding="utf-8")
    question = {"inline": query, "file": tmp_path / "calls.rq", "stdin": "-"}[how]

    result = kg("query", question, "--graph", sample, "--format", "csv", stdin=query)

    assert (result.exit_code, result.output.split()) == (0, ["n", "2"])


def test_the_questions_are_listed() -> None:
    result = kg("query", "--list")

    assert result.exit_code == 0
    calls = next(line for line in result.output.splitlines() if line.startswith("calls "))
    assert calls.split("?")[1].split() == ["--who", "--since", "--until", "--sure", "--longer"]


def test_a_question_tells_its_options() -> None:
    asked, told = (kg("query", "transfers", "--help").output, kg("query", "--help").output)

    assert "Which weapons go from whom to whom" in asked
    for option in ("--from NAME", "--status [delivered|", "--since DATE"):
        assert option in asked
        assert option not in told


@pytest.mark.parametrize("how", ["named", "file"])
def test_options_narrow_a_question(sample: Path, tmp_path: Path, how: str) -> None:
    (tmp_path / "mine.rq").write_text((shipped_folder() / "queries" / "calls.rq").read_text(encoding="utf-8"))
    question = {"named": "calls", "file": tmp_path / "mine.rq"}[how]

    result = kg("query", question, "--graph", sample, "--who", "Bob Bright", "--since=2025-07", "--format", "csv")

    assert [line.split(",")[0] for line in result.output.splitlines()] == ["date", "2025-07-04"]


def test_an_unknown_option_gets_the_closest_one(sample: Path) -> None:
    result = kg("query", "calls", "--graph", sample, "--whom", "Able")

    assert result.exit_code == 2
    assert "--who" in result.stderr.splitlines()[-1]


def test_a_graph_of_another_base_is_shortened_and_asked_alike(sample: Path, tmp_path: Path) -> None:
    text = sample.read_text(encoding="utf-8").replace("https://w3id.org/newskg/id/", "https://news.example/kg/")
    (tmp_path / "graph.ttl").write_text(text, encoding="utf-8")
    query = "SELECT ?x { ?x kg:holder person:ann-able }"

    asked = kg("query", query, "--graph", tmp_path / "graph.ttl")
    explained = kg("explain", "person:ann-able", "--graph", tmp_path / "graph.ttl")

    assert asked.output == "x\ntenure:ann-able-president-northland\n"
    assert explained.output.splitlines()[1].strip().startswith("person:ann-able ")


def test_json_is_json(sample: Path) -> None:
    result = kg("query", "calls", "--graph", sample, "--format", "json")

    assert len(json.loads(result.output)["results"]["bindings"]) == 2


def test_a_constructed_graph_comes_out_as_turtle(sample: Path) -> None:
    result = kg("query", "CONSTRUCT WHERE { ?x kg:countryCode 'NX' }", "--graph", sample)

    assert result.output.endswith('country:northland kg:countryCode "NX" .\n')


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["query", "cals"], "kg: there is no question named 'cals' (did you mean calls"),
        (["query", "none.rq"], "kg: none.rq: can not be read as a query"),
        (["query", "INSERT DATA { <x:a> <x:b> 1 }"], "kg: a query that changes the graph is refused"),
        (["query", "calls", "--graph", "none.ttl"], "kg: none.ttl: can not be read"),
        (["explain", "Nobody At All"], "kg: the graph has nothing called 'Nobody At All'"),
        (["validate", "none.ttl"], "kg: none.ttl: can not be read"),
    ],
)
def test_what_goes_wrong_is_told_in_one_line(sample: Path, words: list[str], message: str) -> None:
    graph = [] if "--graph" in words or words[0] == "validate" else ["--graph", sample]

    result = kg(*words, *graph)

    assert result.exit_code == 1
    assert result.stderr.startswith(message)
    assert result.stderr.count("\n") == 1


def test_a_question_is_needed() -> None:
    assert kg("query").exit_code == 2


def test_a_node_is_explained_with_words_and_reasons(sample: Path) -> None:
    result = kg("explain", "Able", "--graph", sample)

    assert result.exit_code == 0
    for line in ("Ann Able", "  a post@10-18, The Post, 2025-07-04, by full-name:", "  same reference (1)"):
        assert line in result.output.splitlines()


def test_an_explanation_is_json_on_demand(sample: Path) -> None:
    result = kg("explain", "Able", "--graph", sample, "--format", "json")

    assert len(json.loads(result.output)["mentions"]) == 3


def test_an_ambiguous_name_lists_what_it_may_mean(sample: Path, tmp_path: Path) -> None:
    more = '\nperson:other a kg:Person ; skos:prefLabel "Ann Able" .\n'
    (tmp_path / "graph.ttl").write_text(sample.read_text(encoding="utf-8") + more, encoding="utf-8")

    result = kg("explain", "Ann Able", "--graph", tmp_path / "graph.ttl")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "  person:ann-able  Ann Able (Agent, Entity, Person)\n  person:other  Ann Able (Person)\n" in result.stderr


def test_a_valid_graph_exits_with_0(sample: Path) -> None:
    result = kg("validate", sample)

    assert result.exit_code == 0
    assert result.stdout.startswith("Warning: transfer:northland-eastland-javelot kg:participant: A participant should")
    assert result.stderr.endswith("0 violations, 1 warnings\n")


def test_a_broken_graph_exits_with_1(sample: Path, tmp_path: Path) -> None:
    text = sample.read_text(encoding="utf-8").replace("kg:confidence 0.9", "kg:confidence 9.0")
    (tmp_path / "graph.ttl").write_text(text, encoding="utf-8")

    result = kg("validate", tmp_path / "graph.ttl")

    assert result.exit_code == 1
    assert "Violation: call:2025-07-04-ann-able-bob-bright kg:confidence: " in result.stdout
    assert "(found: 9" in result.stdout


@pytest.mark.parametrize("command", ["query", "explain", "decide", "validate"])
def test_the_help_shows_an_example(command: str) -> None:
    assert f"  kg {command} " in kg(command, "--help").output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["qery"], "No such command 'qery'. Did you mean 'query'?"),
        (["timeline"], "No such command 'timeline'. There are init, build,"),
        (["help", "query"], "Ask a graph a named question"),
        (["help"], "Usage: main [OPTIONS] COMMAND"),
        (["-V"], "kg "),
    ],
)
def test_a_command_that_is_mistaken_is_met_with_help(arguments: list[str], told: str) -> None:
    assert told in CliRunner().invoke(main, arguments).output


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("SELECT ?x { ?x a kg:Cal }", "kg: kg:Cal is no term of the ontology: did you mean kg:Call or"),
        (
            "SELECT ?x { ?x kg:particpant ?y }",
            "kg: kg:particpant is no term of the ontology: did you mean kg:participant",
        ),
        ("SELECT ?x { ?x kg:zzz ?y }", "kg: kg:zzz is no term of the ontology\n"),
        ("SELECT ?x { ?x a kg:Call }", ""),
        ("SELECT ?x {\n ?x foo:bar ?y }", "kg: query, line 2, column 12: the prefix foo: is not declared"),
        ("PREFIX f: <http://x/> SELECT ?x { ?x f:y }", "kg: query, line 1, column 43: "),
    ],
)
def test_a_query_that_means_nothing_says_what_in_one_line(query: str, told: str, sample: Path) -> None:
    result = CliRunner().invoke(main, ["query", query, "--graph", str(sample)])
    assert result.stderr.startswith(told)
    assert result.stderr.count("\n") == bool(told)


def test_a_choice_may_be_written_as_answers_print_it(sample: Path) -> None:
    plain, printed = (
        CliRunner().invoke(main, ["query", "transfers", "--status", status, "--graph", str(sample)])
        for status in ("pledged", "kg:Pledged")
    )
    assert plain.exit_code == printed.exit_code == 0
    assert plain.output == printed.output


STEPS = "/".join(["(!kg:nothing)*"] * 500)
TRIPLES = " . ".join(f"?a{n} ?b{n} ?c{n}" for n in range(6))
ENDLESS = {
    "a long path": f"SELECT * {{ ?a {STEPS} ?b }}",
    "many optional parts": "SELECT * { ?a ?b ?c "
    + " ".join(f"OPTIONAL {{ ?a ?p{n} ?o{n} }}" for n in range(500))
    + "}",
    "many alternatives": "SELECT * { " + " UNION ".join(["{ ?a ?b ?c }"] * 2_000) + " }",
    "a cross product": f"SELECT (COUNT(*) AS ?n) {{ {TRIPLES} }}",
    "a cross product in order": f"SELECT * {{ {TRIPLES} }} ORDER BY ?a0 ?c5",
    "words that grow": f"SELECT (GROUP_CONCAT(?c0) AS ?all) {{ {TRIPLES} }}",
    "values": "SELECT * { " + " ".join(f"VALUES ?v{n} {{ 1 2 3 4 5 6 7 8 9 }}" for n in range(40)) + " }",
    "a deep condition": "SELECT * { ?a ?b ?c FILTER(" + " || ".join(["?a = ?b"] * 20_000) + ") }",
}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lends a process all that this one holds")
@pytest.mark.parametrize("kind", ENDLESS)
def test_a_question_without_end_is_stopped_in_a_line(sample: Path, kind: str) -> None:
    result = kg("query", "-", "--graph", sample, "--timeout", "2", "--memory", "128", stdin=ENDLESS[kind])
    *_, line = result.stderr.splitlines()

    assert (result.exit_code, result.stdout) == (1, "")
    assert line.startswith("kg: the question ")
    assert line.endswith("(ask for less, or allow it more by --timeout and --memory)")

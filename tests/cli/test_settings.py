"""Settings: which hold, in which order, what a wrong one says; and how loud a command is."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.cli.init import SETTINGS
from kg.cli.settings import COMMON, keys_of, variable

GRAPH = Path(__file__).parents[2] / "docs" / "example" / "graph.ttl"
TEXT = "PARIS, 4 July 2025 - France sent six howitzers to Ukraine on Thursday."
COMMANDS = {name: main.get_command(click.Context(main), name) for name in main.list_commands(click.Context(main))}


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for key in COMMON:
        monkeypatch.delenv(variable(key), raising=False)


def kg(*words: str, **env: str) -> Result:
    return CliRunner().invoke(main, words, env=env)


def write(text: str, name: str = "kg.toml") -> None:
    Path(name).write_text(text, encoding="utf-8")


def test_an_option_goes_before_the_environment_this_before_kg_toml_this_before_pyproject() -> None:
    title, graph = "SELECT (1 AS ?x) {}", f'graph = "{GRAPH}"\n'
    write('[tool.kg]\nwho = "pyproject"\n[tool.kg.query]\nformat = "json"\ngraph = "none.ttl"\n', "pyproject.toml")
    assert kg("query", title, "--graph", str(GRAPH)).stdout.startswith("{")
    write(f'{graph}[query]\nformat = "csv"\ngraph = "none.ttl"\n')
    assert "none.ttl" in kg("query", title).stderr, "of one file, the section goes before the top"
    write(f'{graph}[query]\nformat = "csv"\n')
    assert kg("query", title).stdout == "x\n1\n"
    assert kg("query", title, "--format", "tsv").stdout == "?x\n1\n"
    assert "other.ttl" in kg("query", title, KG_GRAPH="other.ttl").stderr
    assert kg("query", title, "--graph", str(GRAPH), KG_GRAPH="other.ttl").exit_code == 0


def test_who_is_said_in_kg_toml_goes_before_who_is_logged_in() -> None:
    def decided(*words: str, **env: str) -> str:
        done = kg("decide", "merge", "A", "B", "--why", "one", "--no-check", *words, USER="login", **env)
        assert done.exit_code == 0, done.output
        said = Path("decisions.csv").read_text(encoding="utf-8")
        Path("decisions.csv").unlink()
        return said.splitlines()[1].split(",")[3]

    assert decided() == "login"
    write('who = "file"')
    assert decided() == "file"
    assert decided(KG_WHO="variable") == "variable"
    assert decided("--who", "option", KG_WHO="variable") == "option"


def test_a_build_finds_its_sources_and_the_other_commands_its_graph() -> None:
    Path("news").mkdir()
    Path("news/a.txt").write_text(TEXT, encoding="utf-8")
    write('out = "june"\n[build]\nsources = ["news"]\nview = false\ncolumns = "text=BODY"\n')
    done = kg("build")
    assert done.exit_code == 0, done.output
    assert [path.name for path in Path("june").iterdir()] == ["graph.ttl"]
    assert "howitzer" in kg("query", "transfers").stdout
    assert kg("validate").exit_code == 0
    assert kg("explain", "France").exit_code == 0
    assert kg("build", "-o", "july", "--view").exit_code == 0
    assert Path("july/graph.html").exists()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("wokers = 2", "kg.toml: wokers: is no setting (did you mean workers?)"),
        ("[biuld]\nview = true", "kg.toml: biuld: is no setting (did you mean build?)"),
        ("[build]\nveiw = true", "kg.toml: [build] veiw: is no setting (did you mean view?)"),
        ("[build]\nsource = 'x'", "kg.toml: [build] source: is no setting (did you mean sources?)"),
        ("[explain]\nwhy_not = 'x'", "kg.toml: [explain] why_not: is no setting (did you mean why-not?)"),
        ("[build]\nzzz = 1", "kg.toml: [build] zzz: is no setting (there are sources, out, "),
        ("[load]\npassword = 'x'", "kg.toml: [load] password: is no setting (there are graph, to, "),
        ("build = 3", "kg.toml: build: is the name of a command (write it as a table: [NAME])"),
        ("[build]\nview = 'yes'", "kg.toml: [build] view: takes true or false, not 'yes'"),
        ("[build]\nout = true", "kg.toml: [build] out: takes words or a number, not True"),
        ("[build]\nout = ['a']", "kg.toml: [build] out: takes one value, and no list"),
        ("[build]\nworkers = 0", "kg.toml: [build] workers: 0 is not in the range x>=1."),
        ("[query]\nworkers = 1", "kg.toml: [query] workers: is no setting"),
        ("workers = 1.5", "kg.toml: workers: '1.5' is not a valid integer range"),
        ("precision = 'hihg'", "kg.toml: precision: 'hihg' is not one of 'high', 'balanced', 'recall'."),
        ("ontology = 1", "kg.toml: ontology: names no folder (write ontology = "),
        ("out = ", "kg.toml: is no TOML: Invalid value (at "),
    ],
)
def test_a_wrong_setting_is_one_line_with_file_key_and_remedy(said: str, told: str) -> None:
    write(said)
    done = kg("build", "nothing.txt")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith(f"kg: {told}")
    assert done.stderr.count("\n") == 1
    assert kg("build", "--help").exit_code == 0
    doctor = kg("doctor")
    assert doctor.exit_code == 1
    assert re.search(rf"^broken +{re.escape(told)}", doctor.output, re.MULTILINE)


def test_a_file_that_is_no_text_or_says_nothing_of_kg() -> None:
    write("[tool.other]\nx = 1\n", "pyproject.toml")
    assert kg("query", "--list").exit_code == 0
    write("[tool.kg]\nx = 1\n", "pyproject.toml")
    assert kg("query", "--list").stderr.startswith("kg: pyproject.toml: x: is no setting")
    Path("pyproject.toml").unlink()
    Path("kg.toml").write_bytes(b"\xff\xfe")
    assert kg("query", "--list").stderr.startswith("kg: kg.toml: is no TOML: ")


def test_the_ontology_of_the_settings_is_read_and_that_of_the_environment_goes_before() -> None:
    write('ontology = "mine"')
    assert kg("query", "--list").stderr.startswith("kg: mine: the ontology's files are missing")
    assert kg("query", "--list", KG_ONTOLOGY="yours").stderr.startswith("kg: yours: the ontology's files are missing")


def test_the_doctor_shows_which_settings_hold() -> None:
    write('out = "june"\n[build]\nsources = ["news"]\n')
    done = kg("doctor", KG_WHO="ann")
    assert "set     kg.toml: out = june\n" in done.output
    assert "set     kg.toml: [build] sources = ['news']\n" in done.output
    assert "set     KG_WHO=ann\n" in done.output
    assert "absent  graph june/graph.ttl" in done.output


def test_what_may_stand_at_the_top_is_what_has_a_variable() -> None:
    with_variable = {
        key: {name for name, command in COMMANDS.items() if command and key in keys_of(command)}
        for command in COMMANDS.values()
        if command
        for key, parameter in keys_of(command).items()
        if parameter.envvar == variable(key)
    }
    assert set(with_variable) == set(COMMON) - {"ontology"}
    assert all(len(names) > 1 or key in {"who", "width"} for key, names in with_variable.items())


def test_init_makes_a_folder_and_settings_and_overwrites_nothing() -> None:
    done = kg("init")
    assert done.exit_code == 0
    assert Path("kg.toml").read_text(encoding="utf-8") == SETTINGS
    assert done.stdout.endswith("Put articles into news/, then: kg build, kg query calls\n")
    Path("news/a.txt").write_text(TEXT, encoding="utf-8")
    assert kg("build").exit_code == 0
    assert "howitzer" in kg("query", "transfers").stdout
    write("workers = 2")
    again = kg("init")
    assert again.exit_code == 0
    assert "kg.toml is there already" in again.stdout
    assert Path("kg.toml").read_text(encoding="utf-8") == "workers = 2"
    assert Path("news/a.txt").read_text(encoding="utf-8") == TEXT
    assert "then: cd other, kg build, kg query calls" in kg("init", "other").stdout
    assert Path("other/news").is_dir()


def test_every_line_that_init_leaves_as_a_comment_would_hold() -> None:
    text = re.sub(r"^# (?=\w+ = )", "", SETTINGS, flags=re.MULTILINE)
    said = tomllib.loads(text)
    assert len(said) == 6
    assert len(said["build"]) == 5
    write(text)
    assert kg("query", "--list", KG_ONTOLOGY="").exit_code == 1, "the folder of the ontology is not there"
    write(text.replace("ontology =", "# ontology ="))
    assert kg("query", "--list").exit_code == 0


def test_quiet_says_answers_and_errors_only_and_verbose_says_more() -> None:
    Path("news").mkdir()
    Path("news/a.txt").write_text(TEXT, encoding="utf-8")
    Path("news/nothing.txt").write_text("PARIS, 4 July 2025 - Nothing of note took place.", encoding="utf-8")
    plain = kg("build", "news")
    assert "2 documents" in plain.stdout
    assert "nothing: no event" in plain.stderr
    assert "a: 2025-07-04" not in plain.stderr
    loud = kg("build", "news", "-v")
    assert "a: 2025-07-04, 4 entities, 1 of 1 event mentions\n" in loud.stderr
    quiet = kg("build", "news", "--quiet")
    assert (quiet.exit_code, quiet.output) == (0, "")
    Path("news/broken.pdf").write_bytes(b"%PDF-1.4 no more")
    broken = kg("build", "news", "-q")
    assert (broken.exit_code, broken.stdout) == (1, "")
    assert broken.stderr.startswith("kg: news/broken.pdf: ")
    assert broken.stderr.count("\n") == 1
    assert kg("validate", "-q").output == ""
    assert kg("view", "-q").output == ""
    assert kg("report", "-q", "--no-plots").output == ""


def test_who_is_nearer_says_how_loud() -> None:
    write("quiet = true")
    words = ("export", str(GRAPH), "-o", "news.nt", "--no-describe")
    assert kg(*words).stderr == ""
    assert kg(*words, "-v").stderr != ""
    assert kg(*words, KG_VERBOSE="1").stderr != ""
    assert kg(*words, "-q", KG_VERBOSE="1").stderr == ""
    both = kg(*words, "-q", "-v")
    assert both.exit_code == 2
    assert "give one of the two" in both.stderr

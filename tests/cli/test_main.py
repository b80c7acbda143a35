import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from kg.cli import main

HEAVY = ("spacy", "rdflib", "pyoxigraph", "networkx", "pyvis", "pyshacl", "trafilatura", "numpy", "onnxruntime", "rich")
NAMES = main.list_commands(click.Context(main))


def python(code: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, timeout=60)  # noqa: S603 (our own code)


@pytest.fixture
def with_command(tmp_path: Path):
    """Runs `kg trial` where the body of the command is the given Python."""

    def run(body: str, tail: str = "") -> "subprocess.CompletedProcess[str]":
        indented = body.replace("\n", "\n    ")
        (tmp_path / "trial.py").write_text(
            f'import click\n\n@click.command()\ndef command() -> None:\n    """Try."""\n    {indented}\n',
            encoding="utf-8",
        )
        start = "import sys, kg.cli; kg.cli.__path__.append(sys.argv[1]); kg.cli.main(['trial'], prog_name='kg')"
        if not tail:
            return python(start, str(tmp_path))
        return subprocess.run(  # noqa: S603 (our own code)
            ["/bin/sh", "-c", f'"$0" -c "$1" "$2" {tail}', sys.executable, start, str(tmp_path)],
            capture_output=True,
            text=True,
            timeout=60,
        )

    return run


def test_help_imports_no_heavy_library() -> None:
    code = "import sys\nfrom kg.cli import main\nmain(['--help'], standalone_mode=False)\nprint(*sorted(sys.modules))"
    loaded = set(python(code).stdout.splitlines()[-1].split())
    assert "kg.cli" in loaded
    assert loaded.isdisjoint(HEAVY)


def test_help_answers_within_half_a_second() -> None:
    """Of the processor, so that what else the machine does is not counted."""

    def seconds() -> float:
        before = os.times()
        subprocess.run([sys.executable, "-m", "kg", "--help"], check=True, capture_output=True)
        after = os.times()
        return after.children_user - before.children_user + after.children_system - before.children_system

    assert min(seconds() for _ in range(5)) < 0.5


def test_help_lists_commands_in_the_order_of_use() -> None:
    order = (
        "init",
        "build",
        "watch",
        "forget",
        "merge",
        "query",
        "explain",
        "decide",
        "validate",
        "verify",
        "diff",
        "view",
        "report",
        "export",
        "load",
        "serve",
        "mcp",
        "evaluate",
        "pairs",
        "doctor",
        "completion",
    )
    assert NAMES[: len(order)] == [name for name in order if name in NAMES]


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_one_line_of_help_and_a_help_page(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert command.get_short_help_str(limit=200)
    done = CliRunner().invoke(main, [name, "--help"])
    assert done.exit_code == 0
    assert done.stdout.startswith("Usage:")


def test_version_is_that_of_the_distribution() -> None:
    done = python("from kg.cli import main\nmain(['--version'])")
    assert done.stdout == f"kg {version('newskg')}\n"


def test_a_kg_error_is_one_line_on_stderr_and_exit_status_1(with_command) -> None:
    done = with_command(
        "from kg.errors import InputError\nraise InputError('is empty', place='a.txt', remedy='leave it\\nout')"
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "kg: a.txt: is empty (leave it out)\n")


def test_an_unexpected_error_keeps_its_traceback(with_command) -> None:
    done = with_command("raise ZeroDivisionError")
    assert done.returncode == 1
    assert done.stderr.startswith("Traceback")


@pytest.mark.parametrize("body", ["print('line\\n' * 100_000)", "print('line')\nimport time\ntime.sleep(0.5)"])
def test_a_reader_that_goes_away_is_no_error(with_command, body: str) -> None:
    done = with_command(body, tail="| head -n 0")
    assert done.stderr == ""


def test_an_unknown_command_is_a_usage_error() -> None:
    done = python("from kg.cli import main\nmain(['no-such'], prog_name='kg')")
    assert done.returncode == 2
    assert "No such command 'no-such'" in done.stderr


@pytest.mark.parametrize(
    ("body", "status", "told"),
    [
        ("import signal\nsignal.raise_signal(signal.SIGINT)", 130, "kg: interrupted\n"),
        ("import signal\nsignal.raise_signal(signal.SIGTERM)", 143, "kg: ended by SIGTERM\n"),
        ("raise OSError(28, 'No space left on device', '/x/y')", 1, "kg: /x/y: no room is left there"),
        ("open('/no/such')", 1, "kg: /no/such: No such file or directory (check the file"),
        ("raise MemoryError", 1, "kg: there is not enough memory"),
    ],
)
def test_a_command_ends_in_one_line_and_its_status_says_how(with_command, body: str, status: int, told: str) -> None:
    done = with_command(body)
    assert (done.returncode, done.stdout) == (status, "")
    assert done.stderr.startswith(told)
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(("tail", "told"), [("> /dev/full", "no room is left"), (">&-", "standard output is closed")])
def test_a_full_or_closed_standard_output_is_one_line(with_command, tail: str, told: str) -> None:
    done = with_command("print('line\\n' * 100_000)", tail=tail)
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


def test_what_is_said_steers_no_terminal(with_command) -> None:
    done = with_command("from kg.cli.saying import say\nsay('a\\x1b[31mb\\x07 \\x9b \\u202e')")
    assert done.stdout == "a\ufffd[31mb\ufffd \ufffd \ufffd\n"

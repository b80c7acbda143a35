"""The documentation says all that there is, and what it says is so."""

from __future__ import annotations

import ast
import importlib.util
import json
import re
import shlex
import shutil
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.cli.settings import COMMON, variable
from kg.query import names
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
COMMANDS = main.list_commands(click.Context(main))
VARIABLE = re.compile(r"\b(KG_[A-Z]+)\b")


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def page(name: str) -> str:
    return (DOCS / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str) -> None:
    told = page("commands").partition(f"## kg {name}\n")[2].partition("\n## ")[0]
    command = main.get_command(click.Context(main), name)
    assert command is not None
    options = [
        option for one in command.params if isinstance(one, click.Option) and not one.hidden for option in one.opts
    ]
    missing = [option for option in options if not re.search(rf"(?<![\w-]){re.escape(option)}(?![\w-])", told)]
    assert told, f"docs/commands.md says nothing of kg {name} (python docs/generate.py)"
    assert missing == [], "docs/commands.md is old (python docs/generate.py)"


@pytest.mark.parametrize("name", ["questions", "ontology"])
def test_what_is_made_from_the_ontology_is_as_it_says_now(generate: ModuleType, name: str) -> None:
    assert page(name).rstrip() == getattr(generate, name)().rstrip(), "python docs/generate.py"


def test_the_pictures_of_the_ontology_are_as_it_says_now(generate: ModuleType) -> None:
    for root in generate.DRAWN:
        drawn = generate.drawing(root)
        assert (DOCS / "images" / f"{root.lower()}.svg").read_text(encoding="utf-8").rstrip() == drawn, (
            "python docs/generate.py"
        )
        assert ElementTree.fromstring(drawn).tag.endswith("svg")  # noqa: S314 (our own)


def test_every_term_and_question_is_documented() -> None:
    terms = {str(term) for term in KNOWLEDGE.taxonomy.above if KNOWLEDGE.taxonomy.is_a(term, "Event")}
    assert terms <= set(re.findall(r"^### kg:(\w+)$", page("ontology"), re.MULTILINE))
    assert set(names()) == set(re.findall(r"^## (.+)$", page("questions"), re.MULTILINE))


def test_every_setting_is_documented() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "kg").rglob("*.py"))
    assert set(map(variable, COMMON)) | set(VARIABLE.findall(code)) == set(VARIABLE.findall(page("settings")))


def test_the_page_of_the_settings_has_the_keys_of_every_command(generate: ModuleType) -> None:
    assert generate.settings(page("settings")).rstrip() == page("settings").rstrip(), "python docs/generate.py"


def test_the_answers_of_the_cookbook_are_those_of_its_graph(generate: ModuleType) -> None:
    told = page("cookbook")
    assert generate.answered(told) == told, "python docs/generate.py"
    assert len(re.findall(r"^## \d+\. .+\?$", told, re.MULTILINE)) == 30
    assert told.count("```text\n```") == 0


def test_the_tutorial_can_be_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(DOCS / "example", tmp_path / "docs" / "example")
    monkeypatch.chdir(tmp_path)
    commands = re.findall(r"^\$ kg (.+)$", page("tutorial"), re.MULTILINE)
    assert len(commands) > 12
    for command in commands:
        done = CliRunner().invoke(main, shlex.split(command))
        assert done.exit_code == 0, f"kg {command}: {done.output}"


def test_the_notebook_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    cells = json.loads((DOCS / "notebook.ipynb").read_text(encoding="utf-8"))["cells"]
    space: dict[str, object] = {}
    for cell in (cell for cell in cells if cell["cell_type"] == "code"):
        tree = ast.parse("".join(cell["source"]))
        last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, "notebook", "exec"), space)  # noqa: S102 (our own notebook)
        if isinstance(last, ast.Expr):
            space["shown"] = eval(compile(ast.Expression(last.value), "notebook", "eval"), space)  # noqa: S307
    assert space["shown"] is True


def test_links_between_pages_lead_somewhere() -> None:
    dead = [
        f"{path.name}: {target}"
        for path in (ROOT / "README.md", *DOCS.glob("*.md"))
        for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
        if "://" not in target and not target.startswith("<") and not (path.parent / target).exists()
    ]
    assert dead == []


def test_a_link_of_the_site_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    spec = importlib.util.spec_from_file_location("links", DOCS / "links.py")
    assert spec is not None
    assert spec.loader is not None
    links = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(links)
    (tmp_path / "a.html").write_text('<p id="top"><a href="#top"></a><a href="b.html#no"></a><a href="c.html"></a>')
    (tmp_path / "b.html").write_text('<a href="a.html#top"></a><a href="https://example.org"></a>')
    assert links.dead(tmp_path) == ["a.html: b.html#no", "a.html: c.html"]

"""The commands of README and of the pages on its example run, and print what is said there that they print."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from kg.knowledge.files import read_sources, shipped_folder
from kg.knowledge.lexicon import PartOfSpeech, read_lexicon
from kg.knowledge.reference import read_reference
from kg.knowledge.taxonomy import read_taxonomy

ROOT = Path(__file__).parents[2]
PAGES = (
    "README.md",
    *(f"docs/{name}.md" for name in ("asking", "formats", "page", "correcting", "extending", "python")),
)
README = "\n".join((ROOT / name).read_text(encoding="utf-8") for name in PAGES)
BLOCKS = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


class Example(NamedTuple):
    """A line after a prompt, and the lines below it up to the next one; what two pages have alike is run once."""

    command: str
    output: str


def blocks(kind: str) -> list[str]:
    return [match[2] for match in BLOCKS.finditer(README) if match[1] == kind]


def examples() -> list[Example]:
    parts = [part for block in blocks("console") for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
    return list(dict.fromkeys(Example(*part.split("\n", 1)) for part in parts))


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the seeds, where README's commands run in their order."""
    folder = tmp_path_factory.mktemp("clone")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    return folder


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    name, *arguments = shlex.split(command)
    assert name == "kg"
    return subprocess.run(  # noqa: S603 (our own interpreter and README)
        [sys.executable, "-m", "kg", *arguments],
        cwd=folder,
        env={**os.environ, "COLUMNS": "100"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
    )


@pytest.fixture(scope="module")
def done(clone: Path) -> subprocess.CompletedProcess[str]:
    """README's first command, which builds the graph of the seeds."""
    return run(examples()[0].command, clone)


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.command)
def test_a_command_of_readme_prints_what_readme_says(
    example: Example, clone: Path, done: subprocess.CompletedProcess[str]
) -> None:
    if example != examples()[0]:
        done = run(example.command, clone)
    assert done.returncode == 0, done.stdout
    if example.output:
        assert "\n".join(line.rstrip() for line in done.stdout.splitlines()) == example.output.rstrip()


@pytest.mark.parametrize("name", ["graph.ttl", "graph.html"])
@pytest.mark.usefixtures("done")
def test_the_published_example_is_rebuilt_byte_for_byte(clone: Path, name: str) -> None:
    """The same seeds give the same bytes on every machine, and break no shape, as README's kg validate says above."""
    assert (clone / "out" / name).read_bytes() == (ROOT / "out" / name).read_bytes()


def test_the_published_example_is_validated_by_readme() -> None:
    assert "kg validate out/graph.ttl" in {example.command for example in examples()}


def test_readme_is_short() -> None:
    assert (ROOT / "README.md").read_text(encoding="utf-8").count("\n") <= 120


def test_the_example_of_an_extension_is_understood(tmp_path: Path) -> None:
    folder = tmp_path / "ontology"
    shutil.copytree(shipped_folder(), folder)
    verb, weapon = blocks("turtle")[0].split("\n\n")
    for name, entry in (("en/lexicon.ttl", verb), ("weapons.ttl", weapon)):
        path = folder / name
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{entry}\n", encoding="utf-8")
    sources = read_sources(folder)
    assert read_lexicon(sources).find("torpedo", PartOfSpeech.VERB)
    shark = read_reference(sources, read_taxonomy(sources))["https://w3id.org/newskg/id/weapon/black-shark"]
    assert shark.broader == ("https://w3id.org/newskg/id/weapon/torpedo",)


@pytest.mark.parametrize("program", blocks("python"))
def test_the_python_of_readme_runs(program: str, tmp_path: Path) -> None:
    """One article that tells of a call with Putin is enough for what the program does."""
    (tmp_path / "seeds").mkdir()
    article = next(path for path in sorted((ROOT / "seeds").glob("*.txt")) if "Putin" in path.read_text("utf-8"))
    shutil.copy(article, tmp_path / "seeds")
    done = subprocess.run(  # noqa: S603 (our own interpreter and README)
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Vladimir Putin" in done.stdout

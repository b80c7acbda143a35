"""What setup.cfg ships: setuptools can not find kg.ontology by itself, so the packages are listed by hand."""

import subprocess
import sys
from configparser import ConfigParser
from fnmatch import fnmatch
from importlib.metadata import entry_points
from pathlib import Path

ROOT = Path(__file__).parents[2]
CONFIG = ConfigParser()
CONFIG.read(ROOT / "setup.cfg", encoding="utf-8")
FOLDERS = {"kg.ontology": ROOT / "ontology"}


def listed() -> set[str]:
    return set(CONFIG["options"]["packages"].split())


def test_every_folder_with_python_is_a_listed_package() -> None:
    found = {".".join(file.parent.relative_to(ROOT).parts) for file in (ROOT / "kg").rglob("*.py")}
    assert listed() == found | set(FOLDERS)


def test_every_file_beside_the_python_is_shipped() -> None:
    patterns = {package: globs.replace(",", " ").split() for package, globs in CONFIG["options.package_data"].items()}
    left_out: list[Path] = []
    for package in listed() - {"kg"}:
        folder = FOLDERS.get(package, ROOT.joinpath(*package.split(".")))
        for file in folder.rglob("*"):
            is_data = file.is_file() and file.suffix not in {".py", ".pyc"}
            name = file.relative_to(folder).as_posix()
            if is_data and not any(fnmatch(name, glob.replace("**", "*")) for glob in patterns.get(package, [])):
                left_out.append(file)
    assert left_out == []


def test_the_command_is_installed() -> None:
    (command,) = entry_points(group="console_scripts", name="kg")
    assert command.value == "kg.cli:main"
    # What pipx runs by the name of the package, with nothing installed.
    assert CONFIG["options.entry_points"]["pipx.run"].split() == ["newskg", "=", command.value]


def test_spacy_finds_the_components_of_the_shipped_pipeline_by_itself() -> None:
    code = "import spacy; print(*spacy.load(sys.argv[1]).pipe_names)"
    done = subprocess.run(  # noqa: S603 (our own interpreter and code)
        [sys.executable, "-c", f"import sys; {code}", str(ROOT / "kg" / "language" / "model")],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.stdout.split() == ["encoder", "tagger", "parser", "ner", "events"], done.stderr

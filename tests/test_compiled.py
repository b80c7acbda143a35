"""The rules give the same records when mypyc has compiled them, as `KG_MYPYC=1 pip install .` does."""

from __future__ import annotations

import builtins
import os
import re
import shutil
import subprocess
import sys
from dataclasses import fields, is_dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("extract", "grammar", "resolve", "sameness")
SOME = ("kg/grammar/remembered.py", "kg/grammar/tree.py")
"""What nearly all rules ask, and what is compiled in seconds; all of them take minutes."""
READ = """
import hashlib, sys
from pathlib import Path
import kg.grammar.tree
from kg.knowledge import load
from kg.pipeline import read_document
from kg.records import Document
from kg.serialize import to_json
text = Path(sys.argv[1]).read_text(encoding="utf-8")
record = to_json(read_document(Document("seed", text), kg.load(), load()))
print(Path(kg.grammar.tree.__file__).suffix, hashlib.sha256(record).hexdigest())
"""


@pytest.mark.parametrize("room", ROOMS)
def test_what_the_fields_of_a_dataclass_are_exists_when_the_program_runs(room: str) -> None:
    for path in sorted((ROOT / "kg" / room).rglob("*.py")):
        module = import_module(".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"))
        for kind in vars(module).values():
            if isinstance(kind, type) and is_dataclass(kind) and kind.__module__ == module.__name__:
                for field in fields(kind):
                    whole = re.match(r"([\w.]+)(\[.*\])?$", str(field.type))
                    name = whole[1].partition(".")[0] if whole else "object"
                    known = name in vars(module) or hasattr(builtins, name)
                    assert known, f"{path}: {kind.__name__}.{field.name} is a {name}, imported for type checks alone"


@pytest.mark.skipif(find_spec("mypyc") is None, reason="mypyc is not installed")
@pytest.mark.skipif(shutil.which(os.environ.get("CC", "cc")) is None, reason="there is no C compiler")
def test_compiled_rules_give_the_same_record(tmp_path: Path) -> None:
    copied = shutil.ignore_patterns("__pycache__", "*.so", "model")
    shutil.copytree(ROOT / "kg", tmp_path / "kg", ignore=copied)
    (tmp_path / "kg/language/model").symlink_to(ROOT / "kg/language/model")
    for name in ("setup.py", "setup.cfg"):
        shutil.copy(ROOT / name, tmp_path)
    pure = told(tmp_path)
    command = [sys.executable, "setup.py", "build_ext", "--inplace"]
    made = subprocess.run(  # noqa: S603 (constant)
        command,
        cwd=tmp_path,
        env={**os.environ, "KG_MYPYC": " ".join(SOME)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr[-2000:]
    compiled = told(tmp_path)
    assert pure[0] == ".py"
    assert compiled[0] != ".py"
    assert compiled[1] == pure[1]


def told(place: Path) -> list[str]:
    """Return what the tree is made of, and the digest of a record, of the kg that lies there."""
    seed = min((ROOT / "seeds").glob("*.txt"))
    env = {**os.environ, "PYTHONPATH": str(place)}
    command = [sys.executable, "-c", READ, str(seed)]
    read = subprocess.run(command, cwd=place, env=env, capture_output=True, text=True, check=True)  # noqa: S603 (constant)
    return read.stdout.split()

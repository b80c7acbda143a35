# ruff: noqa: D103 (a trial)
"""Fuzz what reads one document, guided by what code each input reaches: files, trees by all rules, texts by all of kg.


Needs atheris (pip install atheris). Each target begins with the inputs of benchmarks/reliability/corpus; an input that
makes something happen that is not promised ends the run and is left as crash-* in the folder of the run, which is
"""

from __future__ import annotations

import argparse
import base64
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["kg"], exclude=["kg.knowledge", "kg.language"]):
    from benchmarks.reliability.fuzzing.targets import TARGETS

CORPUS = Path(__file__).parent / "corpus"
LONGEST = {"files": 4_000, "trees": 400, "texts": 400}


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("target", choices=TARGETS)
    asked.add_argument("--seconds", type=int, default=600)
    asked.add_argument("--folder", type=Path, default=None)
    options, others = asked.parse_known_args()
    folder = options.folder or Path(tempfile.mkdtemp(prefix=f"fuzz-{options.target}-"))
    inputs = folder / "inputs"
    inputs.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(kept(options.target)):
        (inputs / f"kept-{number}").write_bytes(data)
    sys.stderr.write(f"{folder}\n")
    run = [
        sys.argv[0],
        f"-max_total_time={options.seconds}",
        f"-max_len={LONGEST[options.target]}",
        f"-artifact_prefix={folder}/",
        "-timeout=120",
        "-rss_limit_mb=4096",
        "-len_control=0",
        *others,
        str(inputs),
    ]
    atheris.Setup(run, TARGETS[options.target]())
    atheris.Fuzz()


def kept(target: str) -> list[bytes]:
    """Return the inputs of the corpus of a target, a line of base64 each."""
    file = CORPUS / f"{target}.txt"
    return [base64.b64decode(line) for line in file.read_text("ascii").split()] if file.exists() else []


if __name__ == "__main__":
    main()

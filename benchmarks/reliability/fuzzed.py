"""What fuzzing has tried, by the logs of its runs (benchmarks/reliability/fuzz.py, with -print_final_stats=1).

    PYTHONPATH=. python benchmarks/reliability/fuzzed.py LOG ... [--write docs/reliability.md [--add]]

A log is named after its target: texts-1.log. With --add the runs that the report has already are counted, too.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from benchmarks.reliability.sections import put

HEADING = "Inputs that nobody thought of"
READ = {
    "files": "a file of any kind",
    "trees": "a tree of recorded sentences, changed, by all rules",
    "texts": "a text of recorded words, changed, by the network and all rules",
}
_RUNS = re.compile(r"stat::number_of_executed_units:\s*(\d+)")
_LASTED = re.compile(r"Done \d+ runs in (\d+) second")
_FOUND = re.compile(r"Uncaught Python exception")
_ROW = re.compile(r"^\| ([^|]+) \| ([\d,]+) \| (\d+) \| (\d+) \|$", re.MULTILINE)


@dataclass(slots=True)
class Tried:
    """Inputs, seconds and what fell, of one target."""

    inputs: int = 0
    seconds: int = 0
    fell: int = 0


def main() -> None:
    """Sum up the logs and print them, as lines of a report."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("logs", nargs="+", type=Path, metavar="LOG")
    asked.add_argument("--write", type=Path)
    asked.add_argument("--add", action="store_true")
    options = asked.parse_args()
    lines = report(options.logs, before(options.write.read_text(encoding="utf-8")) if options.add else {})
    sys.stdout.write("\n".join(lines) + "\n")
    if options.write:
        put(options.write, HEADING, lines)


def before(text: str) -> dict[str, Tried]:
    """Return what a report says by target."""
    targets = {what: target for target, what in READ.items()}
    return {
        targets[row[1]]: Tried(int(row[2].replace(",", "")), 60 * int(row[3]), int(row[4]))
        for row in _ROW.finditer(text)
        if row[1] in targets
    }


def report(logs: list[Path], earlier: dict[str, Tried]) -> list[str]:
    """Return the lines of a report; of a run that something ended the inputs count, and its time does not."""
    tried = defaultdict(Tried, earlier)
    for log in logs:
        text = log.read_text(encoding="utf-8", errors="replace")
        one = tried[log.name.partition("-")[0]]
        one.inputs += sum(map(int, _RUNS.findall(text)))
        one.seconds += sum(map(int, _LASTED.findall(text)))
        one.fell += len(_FOUND.findall(text))
    hours = sum(one.seconds for one in tried.values()) / 3600
    inputs = sum(one.inputs for one in tried.values())
    return [
        "Made by `PYTHONPATH=. python benchmarks/reliability/fuzzed.py LOG ... --write docs/reliability.md` of runs of",
        "`benchmarks/reliability/fuzz.py`, guided by the code that an input reaches; the corpus has what fell.",
        "",
        f"{inputs:,} inputs in {hours:.1f} hours on a part of one core:",
        "",
        "| what reads them | inputs | minutes | fell |",
        "|---|---:|---:|---:|",
        *(
            f"| {READ[target]} | {one.inputs:,} | {one.seconds / 60:.0f} | {one.fell} |"
            for target, one in sorted(tried.items())
        ),
    ]


if __name__ == "__main__":
    main()

"""Print how many judged events are false, in all, by class, confidence, what is wrong and cause.

    python benchmarks/judge/rates.py [verdicts.csv]

The table has the columns `kind`, `confidence`, `right`, `verdict` and `cause`, and may have more; sample.py tells what
they mean. Where it has `clear` too, which is 1 for a false event of which no fair reader could say otherwise, their
rate is told as well.
"""

from __future__ import annotations

import csv
import math
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

VERDICTS = Path(__file__).parent / "verdicts.csv"
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.1)
Z = 1.96
"""Standard deviations on either side that hold 95 % of a normal distribution."""


def interval(part: int, whole: int) -> tuple[float, float]:
    """Return the bounds between which a share lies with 95 %, after Wilson."""
    share, spread = part / whole, Z * Z / whole
    middle = share + spread / 2
    half = Z * math.sqrt(share * (1 - share) / whole + spread / (4 * whole))
    return (middle - half) / (1 + spread), (middle + half) / (1 + spread)


def lines(rows: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """Yield Markdown: the rate of false events, and the tables by class, confidence, verdict and cause."""
    false = [row for row in rows if row["right"] == "0"]
    low, high = interval(len(false), len(rows))
    yield f"{len(false)} of {len(rows)} events are false: {len(false) / len(rows):.0%} ({low:.0%} to {high:.0%})"
    if any("clear" in row for row in rows):
        clear = sum(row["clear"] == "1" for row in false)
        low, high = interval(clear, len(rows))
        yield f"{clear} of them are clearly so: {clear / len(rows):.0%} ({low:.0%} to {high:.0%})"
    judged, wrong = (Counter(row["kind"] for row in some) for some in (rows, false))
    yield "\n| class | judged | false | |\n|---|---|---|---|"
    for kind, number in sorted(judged.items(), key=lambda item: (-item[1], item[0])):
        yield f"| {kind} | {number} | {wrong[kind]} | {wrong[kind] / number:.0%} |"
    yield "\n| confidence | judged | right | |\n|---|---|---|---|"
    for low, high in pairwise(BINS):
        inside = [row["right"] == "1" for row in rows if low <= float(row["confidence"]) < high]
        if inside:
            right = sum(inside)
            yield f"| {low:.1f} to {min(high, 1.0):.1f} | {len(inside)} | {right} | {right / len(inside):.0%} |"
    for column in ("verdict", "cause"):
        yield f"\n| {column} | events |\n|---|---|"
        found = sorted(Counter(row[column] for row in false).items(), key=lambda item: (-item[1], item[0]))
        yield from (f"| {name} | {number} |" for name, number in found)


def main() -> None:
    """Read the table that the command line names, else the one beside this file."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else VERDICTS
    with path.open(encoding="utf-8", newline="") as table:
        sys.stdout.writelines(f"{line}\n" for line in lines(list(csv.DictReader(table))))


if __name__ == "__main__":
    main()

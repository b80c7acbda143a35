"""Measure how far readings can be trusted, write it to ontology/confidence.ttl, and print how well it holds.

    python benchmarks/calibrate.py [--write]

The events are those of the tables in benchmarks/confidence and benchmarks/judge, a draw each: judged by hand, on texts
that no rule was written for. Each cell (class; told as a fact or not; rule) takes its share of right readings drawn
towards that of the cell above it, as if WEIGHT more events had been judged there. Each band of scores of the network
takes the odds ratio that makes these shares most likely for its events, drawn towards 1. The table of reliability gives
each event what the other draws say. Texts that rules were written for are left out: they promise too much.
"""

from __future__ import annotations

import csv
import math
import re
import sys
from collections import defaultdict
from itertools import chain, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from kg.knowledge.confidence import MOST, UNSEEN, Confidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

ROOT = Path(__file__).parents[1]
DRAWS = (
    ROOT / "benchmarks" / "confidence" / "judged.csv",
    *(
        ROOT / "benchmarks" / "judge" / f"{draw}.csv"
        for draw in (
            *("earlier", "verdicts", "later", "unread", "afterwards"),
            *("sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"),
        )
    ),
)
OUT = ROOT / "ontology" / "confidence.ttl"
WEIGHT, FEWEST = 32, 8
BANDS = (0.98, 0.6, 0.0, UNSEEN)
"""The least score of each band: above .98 the share of right events rises no more."""
STEPS, RIDGE = 50, 1.6
BINS = (0.0, 0.6, 0.7, 0.8, 0.9, 1.01)


class Judged(NamedTuple):
    """One event that was judged, and whether it was read rightly."""

    kind: str
    asserted: bool
    rule: str
    right: bool
    score: float | None = None
    """That of the network for the mention of which it is least sure, or UNSEEN; None where none was noted."""


Key = tuple[str | None, bool | None, str | None]


def draw(path: Path) -> list[Judged]:
    """Return the events of a draw."""
    with path.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    return [Judged(r["kind"], r["factuality"] == "Asserted", r["rule"], r["right"] == "1", _score(r)) for r in rows]


def _score(row: Mapping[str, str]) -> float | None:
    told = row.get("score")
    return None if not told else UNSEEN if told == "unseen" else float(told)


def keys(event: Judged) -> tuple[Key, ...]:
    """Return the cells of an event, the widest first."""
    return (
        (None, None, None),
        (event.kind, None, None),
        (event.kind, event.asserted, None),
        (event.kind, event.asserted, event.rule),
    )


def shares(events: Sequence[Judged]) -> dict[Key, tuple[float, int, int]]:
    """Return the share of each cell with enough events, and how many of how many were right."""
    counts: defaultdict[Key, list[int]] = defaultdict(lambda: [0, 0])
    above: dict[Key, Key] = {}
    for event in events:
        cells = keys(event)
        for cell, wider in zip(cells, (cells[0], *cells), strict=False):
            counts[cell][0] += event.right
            counts[cell][1] += 1
            above[cell] = wider
    found: dict[Key, tuple[float, int, int]] = {}
    for cell in sorted(counts, key=lambda cell: (sum(part is not None for part in cell), str(cell))):
        right, number = counts[cell]
        if number >= FEWEST or cell[2] is None:
            prior = found[above[cell]][0] if above[cell] != cell else 0.8
            found[cell] = ((right + WEIGHT * prior) / (number + WEIGHT), right, number)
    return found


def predicted(event: Judged, found: dict[Key, tuple[float, int, int]]) -> float:
    """Return the share of the narrowest cell that an event falls into."""
    return next(found[cell][0] for cell in reversed(keys(event)) if cell in found)


def odds(events: Iterable[Judged], found: dict[Key, tuple[float, int, int]]) -> dict[float, tuple[float, int, int]]:
    """Return the odds ratio of each band of scores by the least of them, and how many of how many were right.

    It is the offset of the logits of the shares with the greatest posterior likelihood, by Newton's method.
    """
    bands: dict[float, list[tuple[float, bool]]] = {least: [] for least in BANDS}
    for event in events:
        if event.score is not None:
            least = next(least for least in BANDS if event.score >= least)
            bands[least].append((predicted(event, found), event.right))
    ratios = {}
    for least, told in bands.items():
        offset = 0.0
        for _ in range(STEPS):
            promised = [share * math.exp(offset) / (share * math.exp(offset) + 1 - share) for share, _ in told]
            slope = math.fsum(right - share for (_, right), share in zip(told, promised, strict=True)) - RIDGE * offset
            offset += slope / (math.fsum(share * (1 - share) for share in promised) + RIDGE)
        ratios[least] = math.exp(offset), sum(right for _, right in told), len(told)
    return ratios


def reliability(draws: Mapping[str, Sequence[Judged]]) -> Iterator[str]:
    """Yield the lines of a table: what was promised of draws that took no part in the promise, and what was so.

    It has the events of which the score of the network was noted.
    """
    promised: list[tuple[float, bool]] = []
    for name, events in draws.items():
        others = [event for other, told in draws.items() if other != name for event in told]
        found = shares(others)
        ratios = [(least, ratio) for least, (ratio, _, _) in odds(others, found).items()]
        known = Confidence({}, ratios)
        noted = ((predicted(event, found), event.score, event.right) for event in events)
        promised += [(known.seen(share, score), right) for share, score, right in noted if score is not None]
    yield "promised     events  promised  right"
    for low, high in pairwise(BINS):
        inside = [(share, right) for share, right in promised if low <= share < high]
        if inside:
            mean = math.fsum(share for share, _ in inside) / len(inside)
            right = sum(right for _, right in inside) / len(inside)
            yield f"{low:.2f}-{min(high, 1):.2f}  {len(inside):6}  {mean:8.2f}  {right:5.2f}"
    brier = math.fsum((share - right) ** 2 for share, right in promised) / len(promised)
    flat = sum(right for _, right in promised) / len(promised)
    yield f"Brier score {brier:.3f}; {flat * (1 - flat):.3f} for one share for all"


def turtle(found: dict[Key, tuple[float, int, int]], ratios: dict[float, tuple[float, int, int]]) -> Iterator[str]:
    """Yield the lines of ontology/confidence.ttl."""
    yield "# How many events were read rightly, by class, factuality and rule, and by the score of the network: what"
    yield "# benchmarks/calibrate.py writes.\n"
    yield "@prefix kg: <https://w3id.org/newskg/ontology#> .\n@prefix cell: <https://w3id.org/newskg/confidence#> .\n"
    for (kind, asserted, rule), (share, right, number) in found.items():
        if kind is None:
            continue
        told = "" if asserted is None else f" ; kg:toldAsFact {str(asserted).lower()}"
        by = f' ; kg:rule "{rule}"' if rule else ""
        name = "-".join(filter(None, (kind, None if asserted is None else ("fact" if asserted else "other"), rule)))
        yield (
            f"cell:{re.sub(r'[^A-Za-z0-9-]+', '-', name)} a kg:ReadingCell ; kg:evokes kg:{kind}{told}{by} ;\n"
            f"    kg:judged {number} ; kg:readRightly {right} ; kg:readingPrecision {min(share, MOST):.2f} .\n"
        )
    for least, (ratio, right, number) in ratios.items():
        name, of = ("unseen", "") if least == UNSEEN else (f"from-{least:.2f}", f" ; kg:leastScore {least:.2f}")
        yield f"cell:{name} a kg:ReadingCell{of} ;"
        yield f"    kg:judged {number} ; kg:readRightly {right} ; kg:oddsRatio {ratio:.2f} .\n"


@click.command()
@click.option("--write", is_flag=True, help="Write ontology/confidence.ttl.")
def main(write: bool) -> None:
    """Measure how far readings can be trusted."""
    draws = {path.name: draw(path) for path in DRAWS}
    events = list(chain.from_iterable(draws.values()))
    if write:
        found = shares(events)
        OUT.write_text("\n".join(turtle(found, odds(events, found))), encoding="utf-8")
    click.echo(f"{len(events)} events judged, {sum(event.right for event in events)} read rightly")
    for line in reliability(draws):
        click.echo(line)


if __name__ == "__main__":
    sys.exit(main())

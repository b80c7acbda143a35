"""Measure how far readings can be trusted, write it to ontology/confidence.ttl, and print how well it holds.

    python benchmarks/calibrate.py GRAPH GOLD [GRAPH GOLD ...] [--write]

Events are judged in three ways: those of the graphs by the gold annotations beside them, folders of texts with all that
they tell, or a .jsonl of stories whose every sentence is annotated with its events (training/README.md); and those of
the tables in benchmarks/confidence and benchmarks/judge by hand, on texts that no rule was written for. Each cell
(class; told as a fact or not; rule) takes its share of right readings drawn towards that of the cell above it, as if
WEIGHT more events had been judged there. The table of reliability is cross-validated: each event is given the share
that the others say.
"""

from __future__ import annotations

import csv
import json
import math
import re
import sys
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from kg.evaluate import read_gold
from kg.evaluate.graph import view
from kg.evaluate.happened import score_attacks, score_conversations, score_statements, score_transfers
from kg.evaluate.tally import Tally
from kg.knowledge import load as load_knowledge
from kg.knowledge.namespaces import KG, RDF
from kg.records import Term
from kg.store.graph import load

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.evaluate.graph import View
    from kg.knowledge.taxonomy import Taxonomy

ROOT = Path(__file__).parents[1]
HAND = (
    ROOT / "benchmarks" / "confidence" / "judged.csv",
    ROOT / "benchmarks" / "judge" / "earlier.csv",
    ROOT / "benchmarks" / "judge" / "verdicts.csv",
)
OUT = ROOT / "ontology" / "confidence.ttl"
CLASSES = {
    "calls": "Call",
    "meetings": "Meeting",
    "attacks": "Attack",
    "transfers": "Transfer",
    "statements": "Statement",
}
WEIGHT, FEWEST, FOLDS = 4, 8, 10
MOST = 0.99  # nothing that was read is sure
BINS = (0.0, 0.6, 0.7, 0.8, 0.9, 1.01)


class Judged(NamedTuple):
    """One event that was judged, and whether it was read rightly."""

    kind: str
    asserted: bool
    rule: str
    right: bool


Key = tuple[str | None, bool | None, str | None]


def by_hand() -> list[Judged]:
    """Return the events that were judged by hand."""
    rows: list[dict[str, str]] = []
    for path in HAND:
        with path.open(encoding="utf-8", newline="") as table:
            rows += csv.DictReader(table)
    return [Judged(r["kind"], r["factuality"] == "Asserted", r["rule"], r["right"] == "1") for r in rows]


def by_gold(graph: Path, gold: Path) -> Iterator[Judged]:
    """Yield the events of a graph that gold annotations judge."""
    seen, tally = view(load(graph), load_knowledge().words.names), Tally()
    for one in read_gold(gold):
        score_conversations(tally, seen, one, "calls")
        score_conversations(tally, seen, one, "meetings")
        score_attacks(tally, seen, one)
        score_transfers(tally, seen, one)
        score_statements(tally, seen, one)
    for row, event, right in tally.judged:
        if row in CLASSES:
            rules = [rule for mention in seen.values(event, "evidence") for rule in seen.values(mention, "rule")]
            yield Judged(CLASSES[row], seen.values(event, "factuality") == (f"{KG}Asserted",), min(rules), right)


def _is_stories(gold: Path) -> bool:
    if gold.is_dir():
        return False
    with gold.open(encoding="utf-8") as lines:
        return "sentences" in json.loads(next(lines))


def by_stories(graph: Path, gold: Path) -> Iterator[Judged]:
    """Yield the events of a graph of annotated stories, right where a sentence behind it tells one of its class.

    Each annotated event vouches for one event of the graph.
    """
    knowledge = load_knowledge()
    seen = view(load(graph), knowledge.words.names)
    with gold.open(encoding="utf-8") as lines:
        stories = [json.loads(line) for line in lines if line.strip()]
    known = {Term(told["class"]) for story in stories for sentence in story["events"] for told in sentence}
    for story in stories:
        at, places = 0, []
        for sentence, events in zip(story["sentences"], story["events"], strict=True):
            places.append((at, at + len(sentence), [event["class"] for event in events]))
            at += len(sentence) + 1
        for event in sorted(seen.events.get(story["id"], ())):
            kinds = [Term(iri.removeprefix(KG)) for iri in seen.objects.get((event, RDF + "type"), ())]
            if any(knowledge.taxonomy.is_a(kind, one) for kind in kinds for one in known):
                yield _judged_in(places, event, seen, knowledge.taxonomy)


def _judged_in(places: Sequence[tuple[int, int, list[str]]], event: str, seen: View, taxonomy: Taxonomy) -> Judged:
    """Judge an event by the classes that are left in the sentences of its evidence, and take the one that it is."""
    evidence = sorted((int(seen.values(m, "start")[0]), m) for m in seen.values(event, "evidence"))
    kinds = (Term(iri.removeprefix(KG)) for iri in seen.objects.get((event, RDF + "type"), ()))
    kind = max((k for k in kinds if k in taxonomy.above), key=lambda k: (len(taxonomy.lines(k)), k))
    right = False
    for start, mention in evidence:
        end = int(seen.values(mention, "end")[0])
        told = [classes for low, high, classes in places if low < end and start < high]
        found = next(((classes, c) for classes in told for c in classes if taxonomy.is_a(kind, Term(c))), None)
        if found is not None:
            found[0].remove(found[1])
            right = True
            break
    (rule, *_) = seen.values(evidence[0][1], "rule")
    return Judged(str(kind), seen.values(event, "factuality") == (f"{KG}Asserted",), rule, right)


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


def reliability(events: Sequence[Judged]) -> Iterator[str]:
    """Yield the lines of a table: what was promised of events that took no part in the promise, and what was so."""
    promised: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        found = shares([event for at, event in enumerate(events) if at % FOLDS != fold])
        promised += [(predicted(event, found), event.right) for event in events[fold::FOLDS]]
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


def turtle(found: dict[Key, tuple[float, int, int]]) -> Iterator[str]:
    """Yield the lines of ontology/confidence.ttl."""
    yield "# How many events were read rightly, by class, factuality and rule: what benchmarks/calibrate.py writes.\n"
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


@click.command()
@click.argument("places", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option("--write", is_flag=True, help="Write ontology/confidence.ttl.")
def main(places: tuple[Path, ...], write: bool) -> None:
    """Measure how far readings can be trusted."""
    events = by_hand()
    for graph, gold in zip(places[::2], places[1::2], strict=True):
        events += (by_stories if _is_stories(gold) else by_gold)(graph, gold)
    events.sort()
    found = shares(events)
    if write:
        OUT.write_text("\n".join(turtle(found)), encoding="utf-8")
    click.echo(f"{len(events)} events judged, {sum(event.right for event in events)} read rightly")
    for line in reliability(events):
        click.echo(line)


if __name__ == "__main__":
    sys.exit(main())

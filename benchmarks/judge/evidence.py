"""Draw cited sentences of events by chance for a person to judge, and count how many tell the event that cites them.

    python benchmarks/judge/evidence.py draw SOURCE... [--pairs 240] [--seed 1] [-o evidence.csv]
    python benchmarks/judge/evidence.py count [evidence.csv]

SOURCE is what `kg build` takes. A pair is an event of the graph and a sentence that is evidence of it, and every pair
is as likely as any other. The table that is drawn has the words, for the judge; what is kept of it (the columns of
KEPT) has places only. `verdict` takes one of these words:

    right      the sentence tells this event: its class, its parties as far as the sentence names them, its occasion
    none       the sentence tells no such event
    class      it tells an event of another class
    party      somebody in the event has in this sentence's event no such role
    occasion   it tells another event of the class than the one that the event's other sentences tell

`linked` is 1 where the event has other sentences besides, which is where the linker may have joined two occasions.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from rates import interval
from sample import END_OF_SENTENCE, graph_of, read_sources, records_of, roles

from kg.knowledge import load as load_knowledge
from kg.knowledge.namespaces import DCT, KG
from kg.store.prefixes import readable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.export.nodes import Node
    from kg.records import Document

EVIDENCE = Path(__file__).parent / "evidence.csv"
VERDICTS = ("right", "none", "class", "party", "occasion")
KEPT = ("event", "document", "start", "end", "kind", "linked", "verdict", "why")
FIELDS = (*KEPT, "factuality", "roles", "date", "trigger", "before", "sentence", "others")


def pairs(graph: Mapping[str, Node]) -> Iterator[tuple[Node, Node]]:
    """Yield each event with each sentence that is evidence of it."""
    for event in graph.values():
        if event.is_a("Event"):
            yield from ((event, graph[iri]) for iri in event.linked("evidence"))


def drawn(graph: Mapping[str, Node], number: int, seed: int) -> list[tuple[Node, Node]]:
    """Return so many pairs by chance, all where there are fewer, in the order of their IRIs."""

    def lot(pair: tuple[Node, Node]) -> bytes:
        return hashlib.sha256(f"{seed} {pair[0].iri} {pair[1].iri}".encode()).digest()

    return sorted(sorted(pairs(graph), key=lot)[:number], key=lambda pair: (pair[0].iri, pair[1].iri))


def row(event: Node, mention: Node, graph: Mapping[str, Node], documents: Mapping[str, Document]) -> dict[str, str]:
    """Return the columns of a pair, those of the verdict empty."""
    document = documents[graph[mention.linked("document")[0]].first(DCT + "identifier")]
    start, end = int(mention.first(KG + "start")), int(mention.first(KG + "end"))
    others = [graph[iri] for iri in event.linked("evidence") if iri != mention.iri]
    return dict.fromkeys(FIELDS, "") | {
        "event": readable(event.iri),
        "document": document.id,
        "start": str(start),
        "end": str(end),
        "kind": str(event.kind or ""),
        "linked": str(int(bool(others))),
        "factuality": ", ".join(iri.removeprefix(KG) for iri in event.linked("factuality")),
        "roles": "; ".join(roles(event, graph)),
        "date": ", ".join(event.words(KG + "date")),
        "trigger": mention.first(KG + "trigger"),
        "before": END_OF_SENTENCE.split(document.text[:start].rstrip())[-1],
        "sentence": document.text[start:end],
        "others": " // ".join(dict.fromkeys(other.first(KG + "quote") for other in others)),
    }


def lines(rows: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """Yield Markdown: how many cited sentences tell their event, and the faults of the others with their causes."""
    yield "| cited sentences | judged | right | precision | with a probability of 95 % |\n|---|---|---|---|---|"
    linked = [row for row in rows if row["linked"] == "1"]
    told = {
        "tell the event with its parties": (rows, {"right"}),
        "tell the event, whoever takes part": (rows, {"right", "party"}),
        "tell the occasion that the others tell, of events with several": (linked, {*VERDICTS} - {"occasion"}),
    }
    for name, (some, fitting) in told.items():
        right = sum(row["verdict"] in fitting for row in some)
        low, high = interval(right, len(some)) if some else (0.0, 1.0)
        yield f"| {name} | {len(some)} | {right} | {right / max(len(some), 1):.3f} | {low:.2f} to {high:.2f} |"
    for column in ("verdict", "why"):
        yield f"\n| {column} | sentences |\n|---|---|"
        found = Counter(row[column] for row in rows if row["verdict"] != "right")
        yield from (
            f"| {name} | {number} |" for name, number in sorted(found.items(), key=lambda one: (-one[1], one[0]))
        )


def _draw(sources: Sequence[Path], number: int, seed: int, out: Path) -> None:
    known = load_knowledge()
    documents = read_sources(sources, known)
    graph = graph_of(records_of(documents, known), known)
    by_id = {document.id: document for document in documents}
    with out.open("w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, FIELDS)
        writer.writeheader()
        writer.writerows(row(event, mention, graph, by_id) for event, mention in drawn(graph, number, seed))


def main() -> None:
    """Draw a table from texts, or count the verdicts of one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    draw = commands.add_parser("draw")
    draw.add_argument("sources", type=Path, nargs="+")
    draw.add_argument("--pairs", type=int, default=240)
    draw.add_argument("--seed", type=int, default=1)
    draw.add_argument("-o", "--out", type=Path, default=Path("evidence.csv"))
    count = commands.add_parser("count")
    count.add_argument("table", type=Path, nargs="?", default=EVIDENCE)
    options = parser.parse_args()
    if options.command == "draw":
        _draw(options.sources, options.pairs, options.seed, options.out)
        return
    with options.table.open(encoding="utf-8", newline="") as table:
        sys.stdout.writelines(f"{line}\n" for line in lines(list(csv.DictReader(table))))


if __name__ == "__main__":
    main()

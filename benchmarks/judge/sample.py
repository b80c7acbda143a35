"""Draw events of a graph by chance, each with its sentence, as a table in which a person writes what is wrong with it.

    python benchmarks/judge/sample.py SOURCE... [--events 200] [--seed 1] [-o sample.csv]

SOURCE is what `kg build` takes. Every event of the graph of these texts is as likely as any other, and the same texts,
number and seed give the same table. The columns `kind`, `factuality`, `rule` and `right` (1 or 0) are those of
benchmarks/confidence/judged.csv; `score` is that of the network for the mention of which it is least sure, "unseen"
where it passed one over, and empty for statements, of which it is not asked; `verdict` takes one of the words below, of
several faults the first, and `why` its cause.

    right        all that is told of the event is what the text says
    not-event    the text tells no such event
    class        the event is of another class
    role         somebody or something fills a role that it has not in the text
    factuality   it is told as more or less real than the text has it
    source       it is claimed by somebody else, or by nobody
    date         it was on another day
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import re
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from kg.assemble import event_names
from kg.consolidate import consolidate
from kg.errors import KgError
from kg.export.nodes import nodes
from kg.extract.confidence import least_score
from kg.ingest import read
from kg.knowledge import load as load_knowledge
from kg.knowledge.confidence import UNSEEN
from kg.knowledge.namespaces import DCT, KG
from kg.pipeline import build, read_documents
from kg.store.graph import load
from kg.store.prefixes import readable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.export.nodes import Node
    from kg.knowledge import Knowledge
    from kg.records import Document, DocumentRecord, EventMention

VERDICTS = ("right", "not-event", "class", "role", "factuality", "source", "date")
FIELDS = (
    *("key", "document", "kind", "factuality", "rule", "confidence", "score", "event", "roles", "date", "claimant"),
    *("before", "sentence", "after", "others", "right", "verdict", "why"),
)
NO_ROLES = frozenset({"evidence", "factuality", "code", "accordingTo", "dateBasis", "sameEvent"})
WORDS = ("quoteText", "topic", "amount", "count", "duration")
END_OF_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+|\n+")


def read_sources(sources: Sequence[Path], known: Knowledge) -> list[Document]:
    """Return the documents of all sources; what can not be read is one line on standard error."""
    return list(read(sources, known.boilerplate, on_problem=lambda problem: print(problem, file=sys.stderr)))  # noqa: T201


def records_of(documents: Sequence[Document], known: Knowledge) -> dict[str, DocumentRecord]:
    """Return what is read of the documents, by id; raises the error of one that can not be read."""
    records = {}
    for record in read_documents(documents, known):
        if isinstance(record, KgError):
            raise record
        records[record.document.id] = record
    return dict(sorted(records.items()))


def graph_of(records: Mapping[str, DocumentRecord], known: Knowledge) -> dict[str, Node]:
    """Return the nodes of the graph of records by IRI."""
    with tempfile.TemporaryDirectory() as folder:
        build(records, Path(folder) / "graph.ttl", known)
        return nodes(load(Path(folder) / "graph.ttl"), known.taxonomy)


def scores_of(records: Mapping[str, DocumentRecord], known: Knowledge) -> dict[str, str]:
    """Return the least score of the mentions of each event that has any, by IRI."""
    told: defaultdict[str, list[EventMention]] = defaultdict(list)
    for member, (iri, _) in event_names(consolidate(records, known), known).items():
        mentions = records[member.document].event_mentions
        told[iri] += (one for one in mentions if one.fate is not None and one.fate.event == member.index)
    least = {iri: least_score(mentions) for iri, mentions in told.items() if mentions}
    return {iri: "unseen" if score == UNSEEN else f"{score:.4f}" for iri, score in least.items()}


def drawn(graph: Mapping[str, Node], number: int, seed: int) -> list[Node]:
    """Return so many events by chance, all where there are fewer, in the order of their IRIs.

    An event is drawn by the digest of its IRI, so that a graph that changes a little gives a sample that does.
    """
    events = (iri for iri, node in graph.items() if node.is_a("Event") and node.linked("evidence"))
    lots = sorted(events, key=lambda iri: hashlib.sha256(f"{seed} {iri}".encode()).digest())
    return [graph[iri] for iri in sorted(lots[:number])]


def row(event: Node, graph: Mapping[str, Node], documents: Mapping[str, Document]) -> dict[str, str]:
    """Return the columns of an event, those of the verdict empty."""
    first, *others = sorted((graph[iri] for iri in event.linked("evidence")), key=_place)
    document = documents[graph[first.linked("document")[0]].first(DCT + "identifier")]
    start, end = _place(first)[1:]
    told = document.text[:start].rstrip(), document.text[end:].lstrip()
    return dict.fromkeys(FIELDS, "") | {
        "key": readable(event.iri),
        "document": document.id,
        "kind": str(event.kind or ""),
        "factuality": ", ".join(iri.removeprefix(KG) for iri in event.linked("factuality")),
        "rule": first.first(KG + "rule"),
        "confidence": event.first(KG + "confidence"),
        "event": event.name,
        "roles": "; ".join(roles(event, graph)),
        "date": ", ".join(event.words(KG + "date")),
        "claimant": ", ".join(graph[iri].name for iri in event.linked("accordingTo")),
        "before": END_OF_SENTENCE.split(told[0])[-1],
        "sentence": document.text[start:end],
        "after": END_OF_SENTENCE.split(told[1])[0],
        "others": " // ".join(mention.first(KG + "quote") for mention in others),
    }


def _place(mention: Node) -> tuple[str, int, int]:
    return mention.linked("document")[0], int(mention.first(KG + "start")), int(mention.first(KG + "end"))


def roles(event: Node, graph: Mapping[str, Node]) -> Iterator[str]:
    """Yield role and name of each participant of an event, its figures, and what is told of it in words."""
    by_name = {name: iris for name, iris in event.links.items() if name.startswith(KG)}
    others = {iri for name, iris in by_name.items() if name != KG + "participant" for iri in iris}
    for predicate, iris in by_name.items():
        name = predicate.removeprefix(KG)
        if name not in NO_ROLES and not (name == "participant" and others.issuperset(iris)):
            yield from (f"{name}={graph[iri].name if iri in graph else readable(iri)}" for iri in iris)
    for name in WORDS:
        yield from (f"{name}={words}" for words in event.words(KG + name))


def main() -> None:
    """Build the graph, draw, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", type=Path, nargs="+")
    parser.add_argument("--events", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--out", type=Path, default=Path("sample.csv"))
    options = parser.parse_args()
    known = load_knowledge()
    documents = read_sources(options.sources, known)
    records = records_of(documents, known)
    graph, scores = graph_of(records, known), scores_of(records, known)
    by_id = {document.id: document for document in documents}
    with options.out.open("w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, FIELDS)
        writer.writeheader()
        for event in drawn(graph, options.events, options.seed):
            writer.writerow(row(event, graph, by_id) | {"score": scores.get(event.iri, "")})


if __name__ == "__main__":
    main()

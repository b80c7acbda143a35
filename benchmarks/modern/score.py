"""Score the reading of White House texts of 2023-2026, of which no rule was written, against gold.jsonl.

    python benchmarks/modern/score.py CORPUS.jsonl [--errors]

CORPUS.jsonl holds the texts, one JSON object a line with `id`, `date`, `title` and `text`. No text is here:
gold.jsonl has, a line for each document, its id, the SHA-256 of its text, and the bounds in characters of sentences,
triggers and arguments, with class, role and factuality. The whole documents are read by `kg build`; the annotated
sentences count. As `kg` takes away the lines that pages print around articles, each sentence is looked for in the text
that it reads. Where the corpus is absent, one line says so and nothing is scored.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from count import Gold, Graph, Span, Tally, count, rows

from kg.ingest import read
from kg.knowledge import load as load_knowledge
from kg.store.graph import load

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.errors import KgError

GOLD = Path(__file__).parent / "gold.jsonl"
SOURCE = "documents.jsonl"


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def texts_of(corpus: Path, golds: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the annotated documents of the corpus by id; ends the program where one is missing or has other words."""
    wanted = {gold["document"]: gold["sha256"] for gold in golds}
    found = {document["id"]: document for document in read_lines(corpus) if document["id"] in wanted}
    for name, digest in wanted.items():
        if name not in found:
            sys.exit(f"{corpus}: has no document {name}; give the corpus that gold.jsonl was made from")
        if hashlib.sha256(found[name]["text"].encode()).hexdigest() != digest:
            sys.exit(f"{corpus}: the text of {name} is not the annotated one; give the corpus of gold.jsonl")
    return found


def build(documents: Iterable[Mapping[str, Any]], folder: Path) -> Path:
    """Return the graph that `kg build` makes of the documents."""
    source = folder / SOURCE
    source.write_text("".join(f"{json.dumps(document)}\n" for document in documents), encoding="utf-8")
    command = [sys.executable, "-m", "kg", "build", str(source), "-o", str(folder), "--no-view"]
    built = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 (our own program)
    if built.returncode:
        sys.exit(built.stderr)
    return folder / "graph.ttl"


def texts_read(source: Path) -> dict[str, str]:
    """Return the text of each document that `kg` reads, by its id."""
    problems: list[KgError] = []
    found = {one.id: one.text for one in read([source], load_knowledge().boilerplate, on_problem=problems.append)}
    if problems:
        sys.exit(str(problems[0]))
    return found


def shift_of(sentence: Mapping[str, Any], text: str, read_text: str) -> int:
    """Return by how much a sentence is moved in the text as it is read, at the place that is nearest."""
    words, start = text[sentence["start"] : sentence["end"]], sentence["start"]
    places = [match.start() for match in re.finditer(re.escape(words), read_text)]
    if not places:
        sys.exit(f"the sentence at {start} is not in the text as it is read: {words[:60]}")
    return min(places, key=lambda place: abs(place - start)) - start


def golds_of(sentence: Mapping[str, Any], shift: int) -> list[Gold]:
    """Return the annotated events of a sentence that is moved by so many characters."""
    return [
        Gold(
            event["class"],
            Span(*(place + shift for place in event["trigger"])),
            event["factuality"],
            tuple((role, Span(start + shift, end + shift)) for role, start, end in event["arguments"]),
        )
        for event in sentence["events"]
    ]


def report(tally: Tally) -> Iterator[str]:
    """Yield the lines of figures."""
    yield "EVENTS (trigger and class)"
    yield from rows(tally.classes)
    yield "ROLES of found events"
    yield from rows(tally.roles)
    right, found = tally.factuality
    yield f"FACTUALITY right on found events: {right / max(1, found):.3f} ({right} of {found})"


def main() -> None:
    """Build the graph of the annotated documents and print how well it answers the annotation."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--errors", action="store_true", help="print each event missed or too many, with its words")
    options = parser.parse_args()
    if not options.corpus.is_file():
        sys.stdout.write(f"skipped: {options.corpus} is not there (the White House texts that gold.jsonl annotates)\n")
        return
    golds = list(read_lines(GOLD))
    documents = texts_of(options.corpus, golds)
    tally, lines = Tally(), []
    with tempfile.TemporaryDirectory() as folder:
        graph = Graph(load(build(documents.values(), Path(folder))))
        texts = texts_read(Path(folder) / SOURCE)
    for gold in golds:
        text = texts[gold["document"]]
        for sentence in gold["sentences"]:
            shift = shift_of(sentence, documents[gold["document"]]["text"], text)
            bounds = Span(sentence["start"] + shift, sentence["end"] + shift)
            count(tally, graph, gold["document"], bounds, golds_of(sentence, shift))
            lines += [f"  {kind} {what}: {text[at.start : at.end]}" for kind, what, at in tally.errors]
            tally.errors.clear()
    sys.stdout.writelines(f"{line}\n" for line in (*report(tally), *(lines if options.errors else ())))


if __name__ == "__main__":
    main()

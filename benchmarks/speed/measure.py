"""How much processor time the rules take beside the network, on documents from 500 to 16,000 tokens, in one run.

    python benchmarks/speed/measure.py [--texts FOLDER] [--history FILE] [LENGTH ...]

Prints a Markdown table of processor seconds for 1,000 tokens: the network, the entities (resolve), the events
(extract), and what both take for each second of the network. A document of a length is paragraphs of the texts
(seeds/, if not told otherwise) in a row; each is read three times and the fastest counts, since other work on the
machine can only slow one down. As in a worker, a document is taken apart and what it leaves is looked for when it is
done, and not before: that counts as part of the events. `--history` appends the ratios, with the day and the commit,
behind which stands whether the rules were compiled ("1a2b3c4-mypyc"), to a CSV file.
"""

from __future__ import annotations

import argparse
import csv
import gc
import itertools
import subprocess
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import kg
import kg.grammar.tree
from kg.annotate import annotate
from kg.extract import extract
from kg.knowledge import load as load_knowledge
from kg.records import Document
from kg.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.language import Language

    from kg.knowledge import Knowledge

T = TypeVar("T")
LENGTHS = (500, 1_000, 2_000, 4_000, 8_000, 16_000)
ROUNDS = 3
BUILD = "" if (kg.grammar.tree.__file__ or "").endswith(".py") else "-mypyc"
SEEDS = Path(__file__).parents[2] / "seeds"
FIELDS = ("day", "commit", "tokens", "network", "resolve", "extract", "ratio")


@dataclass(frozen=True, slots=True)
class Timing:
    """Processor seconds that each stage takes for a document of so many tokens."""

    tokens: int
    network: float
    resolve: float
    extract: float

    @property
    def ratio(self) -> float:
        """Seconds of all rules for one second of the network."""
        return (self.resolve + self.extract) / self.network


def text_of_length(tokens: int, paragraphs: Sequence[str], nlp: Language) -> str:
    """Return paragraphs in a row, from the first again where they run out, with at least so many tokens."""
    taken: list[str] = []
    for paragraph in itertools.cycle(paragraphs):
        taken.append(paragraph)
        tokens -= len(nlp.make_doc(paragraph))
        if tokens <= 0:
            return "\n\n".join(taken)
    raise AssertionError


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Return the processor seconds of a piece of work and what it gives."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def measure(document: Document, nlp: Language, knowledge: Knowledge) -> Timing:
    """Return the least that each stage takes in a few rounds."""
    rounds: list[tuple[float, float, float]] = []
    gc.disable()
    for _ in range(ROUNDS):
        network, doc = timed(lambda: annotate(document, nlp))
        tokens = len(doc)
        who, resolution = timed(lambda doc=doc: resolve(doc, document, knowledge))
        what, _ = timed(lambda doc=doc, resolution=resolution: extract(doc, document, resolution, knowledge))
        parting, _ = timed(doc.release)
        del doc, resolution
        clearing, _ = timed(gc.collect)
        gc.freeze()
        rounds.append((network, who, what + parting + clearing))
    gc.enable()
    network, who, what = map(min, zip(*rounds, strict=True))
    return Timing(tokens, network, who, what)


def keep(history: Path, timings: Sequence[Timing]) -> None:
    """Append the timings to a CSV file."""
    git = ["git", "rev-parse", "--short", "HEAD"]
    commit = subprocess.run(git, capture_output=True, text=True, check=False, cwd=SEEDS).stdout.strip() + BUILD  # noqa: S603 (constant)
    is_new = not history.exists()
    with history.open("a", newline="", encoding="utf-8") as stream:
        rows = csv.writer(stream)
        if is_new:
            rows.writerow(FIELDS)
        for timing in timings:
            each = (1000 * seconds / timing.tokens for seconds in (timing.network, timing.resolve, timing.extract))
            cells = (*(f"{seconds:.4f}" for seconds in each), f"{timing.ratio:.3f}")
            rows.writerow((datetime.now(UTC).date(), commit, timing.tokens, *cells))


def main() -> None:
    """Measure and print."""
    wanted = argparse.ArgumentParser(description="The time of the rules beside that of the network.")
    wanted.add_argument("lengths", nargs="*", type=int, default=LENGTHS, metavar="LENGTH")
    wanted.add_argument("--texts", type=Path, default=SEEDS)
    wanted.add_argument("--history", type=Path)
    chosen = wanted.parse_args()
    nlp, knowledge = kg.load(), load_knowledge()
    texts = [path.read_text(encoding="utf-8") for path in sorted(chosen.texts.glob("*.txt"))]
    paragraphs = [line for text in texts for line in text.splitlines() if line.strip()]
    if not paragraphs:
        wanted.error(f"{chosen.texts}: no .txt files with text; name a folder that has some")
    annotate(Document("warm", paragraphs[0]), nlp)
    gc.freeze()
    gc.disable()
    print(f"Rules: {'compiled by mypyc' if BUILD else 'pure Python'}.\n")  # noqa: T201 (its output)
    print("| tokens | network | resolve | extract | rules / network |\n|---:|---:|---:|---:|---:|")  # noqa: T201 (its output)
    timings = []
    for length in chosen.lengths:
        document = Document("one", text_of_length(length, paragraphs, nlp), date(2025, 7, 4))
        timing = measure(document, nlp, knowledge)
        each = (1000 * seconds / timing.tokens for seconds in (timing.network, timing.resolve, timing.extract))
        print(f"| {timing.tokens:,} | {' | '.join(f'{s:.4f}' for s in each)} | {timing.ratio:.2f} |", flush=True)  # noqa: T201 (its output)
        timings.append(timing)
    if chosen.history:
        keep(chosen.history, timings)


if __name__ == "__main__":
    main()

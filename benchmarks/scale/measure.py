"""What docs/scale.md says of archives, in one command: how time and memory grow, rebuilds, diffs, exports.

    python benchmarks/scale/measure.py [PART ...] [--texts FILE] [--cache FOLDER] [--sizes N ...] [--history FILE]

Prints a line for each figure; `--history` appends them, with the day and the commit, to a CSV file. All seconds are of
the processor, which a busy machine changes less than those of the clock, and memory is the most that one process held.
Made-up archives take their records from the texts (seeds/, if not told otherwise), which are read once and kept in the
cache folder. `rebuild` and `export` run the command `kg` itself, as somebody does who has run it before.
"""

from __future__ import annotations

import argparse
import csv
import math
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from made_up import records
from stages import STAGES, fill, measured

from kg.changes import changes
from kg.ingest import Metadata, read
from kg.knowledge import load as load_knowledge
from kg.pipeline import build, read_documents
from kg.records import DocumentRecord
from kg.store.disk import keep_store
from kg.store.graph import format_of, load

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kg.knowledge import Knowledge
    from kg.records import Document

HERE: Final = Path(__file__).parent
FIELDS: Final = ("day", "commit", "what", "documents", "value", "unit")
ARTICLES: Final = 10_000
"""Of benchmarks/rdf/archive.py: about a million triples."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing that was measured of so many documents."""

    what: str
    documents: int
    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line says."""

    knowledge: Knowledge
    documents: Sequence[Document]
    templates: Sequence[DocumentRecord]
    sizes: Sequence[int]


def archive(given: Given) -> Iterator[Figure]:
    """Yield time and memory of putting archives together, and the exponents by which the time grows."""
    took: dict[str, list[float]] = {stage: [] for stage in STAGES}
    for size in given.sizes:
        for stage in measured(given.templates, size):
            took[stage.name].append(stage.seconds)
            yield Figure(f"{stage.name}: time", size, stage.seconds, "s")
            yield Figure(f"{stage.name}: memory", size, stage.peak, "MiB")
    if len(given.sizes) > 1:
        first, *_, last = given.sizes
        for stage, seconds in took.items():
            yield Figure(f"{stage}: exponent", last, math.log(seconds[-1] / seconds[0]) / math.log(last / first), "")


def beside(given: Given) -> Iterator[Figure]:
    """Yield what is left to the process that asks where two others do what one article or one portion decides."""
    for size in given.sizes:
        for stage in measured(given.templates, size, workers=2):
            yield Figure(f"{stage.name} beside two processes: time of one that asks", size, stage.seconds, "s")


def diff(given: Given) -> Iterator[Figure]:
    """Yield how long it takes to tell two collections apart, of which the one has a hundredth more."""
    size = max(given.sizes)
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("old.ttl", "new.ttl")]
        for path, number in zip(paths, (size, size + max(1, size // 100)), strict=True):
            build(records(given.templates, number), path, given.knowledge)
        seconds, found = _timed(lambda: changes(load(paths[0]), load(paths[1])))
        assert found  # noqa: S101 (more articles tell more)
        yield Figure("kg diff: time", size, seconds, "s")


def export(given: Given) -> Iterator[Figure]:  # noqa: ARG001 (as every part)
    """Yield how long `kg export` takes on a store of about a million triples, with its description."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        command = [sys.executable, str(HERE.parent / "rdf" / "archive.py"), str(ARTICLES), str(folder / "graph.ttl")]
        subprocess.run(command, check=True)  # noqa: S603 (our own)
        keep_store(folder / "graph.ttl", format_of(folder / "graph.ttl"), folder / "store")
        for source in ("store", "graph.ttl"):
            for form in ("turtle", "ntriples"):
                took = _kg("export", folder / source, "-f", form, "-o", folder / "out")
                yield Figure(f"kg export {form} of {source}, a million triples: time", ARTICLES, took.seconds, "s")


def rebuild(given: Given) -> Iterator[Figure]:
    """Yield how long builds of a collection take: of the texts, of the same again, and of one text more among many."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = [_kept(document, folder / "texts") for document in given.documents]
        first = _build(folder / "few", folder / "texts").seconds
        again = _build(folder / "few", folder / "texts").seconds
        yield Figure("first build: time", len(texts), first, "s")
        yield Figure("unchanged build: time", len(texts), again, "s")
        yield Figure("unchanged build: times as fast", len(texts), first / again, "")
        other = _build(folder / "few", folder / "texts", "--precision", "high").seconds
        yield Figure("other precision, parses kept: time", len(texts), other, "s")
        before, some = (_kept(each, folder / each.id.replace("/", "-")) for each in given.documents[:2])
        for size in given.sizes:
            fill(folder / f"{size}", records(given.templates, size))
            _build(folder / f"{size}", before, "--add")
            more = _build(folder / f"{size}", some, "--add")
            full = first / len(texts) * size
            yield Figure("one more: time", size, more.seconds, "s")
            yield Figure("one more: share of a full build", size, more.seconds / (more.seconds + full), "")
            yield Figure("one more: memory", size, more.peak, "MiB")


def workers(given: Given) -> Iterator[Figure]:
    """Yield how many times as fast two processes read as one, by the clock: on a machine that nobody else uses."""
    took = []
    for number in (1, 2):
        begin = time.perf_counter()
        read_all = list(read_documents(given.documents, given.knowledge, workers=number))
        assert len(read_all) == len(given.documents)  # noqa: S101 (the same work)
        took.append(time.perf_counter() - begin)
    yield Figure("two workers: times as fast", len(given.documents), took[0] / took[1], "")


PARTS: Final[Mapping[str, Callable[[Given], Iterator[Figure]]]] = {
    "archive": archive,
    "beside": beside,
    "diff": diff,
    "export": export,
    "rebuild": rebuild,
    "workers": workers,
}


def _timed(work: Callable[[], object]) -> tuple[float, object]:
    begin = time.process_time()
    result = work()
    return time.process_time() - begin, result


def _kept(document: Document, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{document.id.replace('/', '-')}.txt"
    path.write_text(document.text, encoding="utf-8")
    return path


@dataclass(frozen=True, slots=True)
class Took:
    """Processor seconds of a command, with all processes that it began, and the most MiB that it held itself."""

    seconds: float
    peak: float


def _build(collection: Path, source: Path, *options: str) -> Took:
    """Build a collection."""
    out = f"{collection}-out"
    return _kg("build", source, "--collection", collection, "--no-view", "-q", "-o", out, *options)


def _kg(*words: str | Path) -> Took:
    """Run a command of kg; what Python compiles of it is kept, as for whoever has installed it."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as told:
        command = [sys.executable, "-m", "kg", *map(str, words)]
        process = subprocess.Popen(command, env=kept, stdout=told, stderr=subprocess.STDOUT)  # noqa: S603 (our own)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            told.seek(0)
            sys.exit(told.read().decode())
    return Took(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def keep(history: Path, figures: Sequence[Figure]) -> None:
    """Append figures to a CSV file."""
    git = ["git", "rev-parse", "--short", "HEAD"]
    commit = subprocess.run(git, capture_output=True, text=True, check=False, cwd=HERE).stdout.strip()  # noqa: S603 (constant)
    is_new = not history.exists()
    with history.open("a", newline="", encoding="utf-8") as stream:
        rows = csv.writer(stream, lineterminator="\n")
        if is_new:
            rows.writerow(FIELDS)
        day = datetime.now(UTC).date()
        rows.writerows((day, commit, one.what, one.documents, f"{one.value:.3f}", one.unit) for one in figures)


def main() -> None:
    """Measure and print."""
    wanted = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wanted.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; all by default")
    wanted.add_argument("--texts", type=Path, default=HERE.parents[1] / "seeds", help="what kg build reads")
    wanted.add_argument("--most", type=int, default=300, help="how many of the texts are read")
    wanted.add_argument("--cache", type=Path, help="a folder for what was read of them")
    wanted.add_argument("--sizes", type=int, nargs="+", default=[250, 2_000, 20_000], metavar="N")
    wanted.add_argument("--history", type=Path)
    chosen = wanted.parse_args()
    if unknown := set(chosen.parts) - PARTS.keys():
        wanted.error(f"no part {min(unknown)!r}: choose {', '.join(PARTS)}")
    knowledge = load_knowledge()
    found = read([chosen.texts], knowledge.boilerplate, on_problem=_warn, about=Metadata(date=date(2025, 7, 4)))
    documents = list(islice(found, chosen.most))
    told = read_documents(documents, knowledge, cache_folder=chosen.cache)
    templates = [record for record in told if isinstance(record, DocumentRecord)]
    if not templates:
        wanted.error(f"{chosen.texts}: no article could be read; name others")
    given, figures = Given(knowledge, documents, templates, sorted(chosen.sizes)), []
    for part in chosen.parts or PARTS:
        for figure in PARTS[part](given):
            print(f"{figure.what} | {figure.documents:,} | {figure.value:.3f} {figure.unit}", flush=True)  # noqa: T201 (its output)
            figures.append(figure)
    if chosen.history:
        keep(chosen.history, figures)


def _warn(problem: object) -> None:
    sys.stderr.write(f"{problem}\n")


if __name__ == "__main__":
    main()

"""How long a made-up archive takes to be put together, and how much memory, by stage and size.

Each size is measured in a process of its own, on a collection on disk in which the records are already: no network is
opened, and what is measured is what `kg build --collection` does with an archive that was read.
"""

from __future__ import annotations

import multiprocessing
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from made_up import records

from kg.cache import Layer
from kg.knowledge import load
from kg.pipeline import Reader, build, collect, collected, gathered, graphs, read_with, shelf
from kg.records import DocumentRecord
from kg.serialize import to_json
from kg.spread import beside

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STAGES = ("load", "consolidate", "write")


@dataclass(frozen=True, slots=True)
class Stage:
    """Processor seconds of a stage and the most memory that the process held in it, in MiB."""

    name: str
    seconds: float
    peak: float


class Clock:
    """Tells of each stage what it took; Linux alone tells the most memory since it was last asked."""

    def __init__(self) -> None:
        self.stages: list[Stage] = []
        self._again()

    def stop(self, name: str) -> None:
        """End a stage, and begin the next."""
        status = Path("/proc/self/status").read_text(encoding="ascii")
        (peak,) = (int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
        self.stages.append(Stage(name, time.process_time() - self._begin, peak / 1024))
        self._again()

    def _again(self) -> None:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
        self._begin = time.process_time()


def measured(templates: Sequence[DocumentRecord], documents: int, *, workers: int = 1) -> list[Stage]:
    """Return what each stage takes of the process that asks, for an archive of so many documents."""
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder), records(templates, documents))
        ours, theirs = multiprocessing.get_context("spawn").Pipe(duplex=False)
        process = multiprocessing.get_context("spawn").Process(
            target=_put_together, args=(Path(folder), workers, theirs)
        )
        process.start()
        theirs.close()
        stages: list[Stage] = ours.recv()
        process.join()
        return stages


def fill(folder: Path, told: Iterator[DocumentRecord]) -> None:
    """Make a collection of records."""
    with shelf(folder, Reader(load())) as kept:
        documents = []
        for record in told:
            kept.cache.put([(Layer.RECORD, kept.keys.record(record.document), to_json(record))])
            documents.append(record.document)
        collect(documents, kept)


def _put_together(folder: Path, workers: int, pipe: multiprocessing.connection.Connection) -> None:
    reader = Reader(load())
    clock = Clock()
    consolidate = graphs.consolidate

    def told(*given: object, **options: object) -> object:
        made = consolidate(*given, **options)  # type: ignore[arg-type]
        clock.stop("consolidate")
        return made

    graphs.consolidate = told  # type: ignore[assignment]
    with shelf(folder, reader) as kept:
        documents = collected(kept.cache)
        read = read_with(reader, documents, kept)
        with gathered(record for record in read if isinstance(record, DocumentRecord)) as found:
            clock.stop("load")
            spread = beside(reader.knowledge, workers)
            build(found, folder / "graph.ttl", reader.knowledge, kept=kept, spread=spread)
            clock.stop("write")
    pipe.send(clock.stages)

"""How long `kg diff` takes on made-up archives of two sizes: `python benchmarks/rdf/diff.py [ARTICLES]`."""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from archive import triples

from kg.changes import changes
from kg.store.graph import load
from kg.store.turtle import write_turtle


def main() -> None:
    """Print the sizes, the seconds that loading and comparing took, and what changed."""
    articles = int(sys.argv[1]) if sys.argv[1:] else 10_000
    with TemporaryDirectory() as folder:
        paths = [Path(folder, f"{number}.ttl") for number in (articles, articles + articles // 100)]
        for path in paths:
            with path.open("wb") as stream:
                write_turtle(triples(int(path.stem)), stream)
        began = time.perf_counter()
        old, new = map(load, paths)
        loaded = time.perf_counter()
        found = changes(old, new)
        ended = time.perf_counter()
    counts = dict(Counter(change.what.value for change in found))
    sys.stdout.write(
        f"{len(old)} and {len(new)} triples: load {loaded - began:.1f} s, compare {ended - loaded:.1f} s\n"
    )
    sys.stdout.write(f"{counts}\n")


if __name__ == "__main__":
    main()

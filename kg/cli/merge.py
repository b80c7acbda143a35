"""`kg merge`: puts the collections of several machines together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from kg.cli.choosing import OUT, collection_option, knowledge
from kg.cli.making import Problems, make, remembered
from kg.cli.saying import loudness

_FOLDER = click.Path(path_type=Path, file_okay=False, exists=True)


@click.command()
@click.argument("parts", nargs=-1, required=True, metavar="COLLECTION...", type=_FOLDER)
@collection_option("The whole.")
@OUT
@loudness
def command(parts: tuple[Path, ...], collection: Path, out: Path) -> None:
    """Put collections together, and write the graph of all their articles as one build would; nothing is read again.

    A share that has not been read to its end is no collection yet, and is refused.

    \b
    kg build news/ --shard 1/2 --collection part1 -o out1    # one machine
    kg build news/ --shard 2/2 --collection part2 -o out2    # another
    kg merge part1 part2 --collection whole -o out
    """
    from kg.cache import alone, opened
    from kg.pipeline import collected, merge_collections, shelf
    from kg.workers import Budget

    known, lost, noted = knowledge(), 0, []
    for part in parts:
        with opened(part) as cache:
            noted.append(remembered(cache, known, Budget()))
            lost += noted[-1][2]
    wanted, reader, _ = noted[0]
    with alone(collection), shelf(collection, reader) as kept:
        merge_collections(parts, kept.cache)
        make(collected(kept.cache), reader, replace(wanted, out=out), Problems(strict=False, lost=lost), kept)

"""`kg forget`: takes out of a collection and its graph what single articles gave."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli.choosing import collection_option, knowledge
from kg.cli.making import Problems, make, remembered
from kg.cli.saying import loudness, note

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("documents", nargs=-1, required=True, metavar="DOCUMENT...")
@collection_option("The folder that kg build --collection made.", exists=True)
@loudness
def command(documents: tuple[str, ...], collection: Path) -> None:
    """Take articles out of a collection, with all that is kept of them, and make its graph and page anew without them.

    Articles are named by their ids. The graph is, byte for byte, that of a build from nothing without them. Its sources
    stay as they are: a later build from them brings an article back.

    \b
    kg forget 2025/07/04/1 --collection archive
    """
    from kg.cache import alone, opened
    from kg.pipeline import collected, forget, forget_texts, shelf
    from kg.workers import Budget

    known = knowledge()
    with alone(collection), opened(collection) as cache:
        wanted, reader, lost = remembered(cache, known, Budget())
        forget(documents, cache)
        left = cache.ids()
    if wanted.texts:
        forget_texts(documents, left, wanted.texts, base=wanted.base)
    if not left:
        parts = wanted.ntriples.glob("part-*.nt.gz") if wanted.ntriples else ()
        for path in (wanted.graph, wanted.out / "graph.html", *parts):
            path.unlink(missing_ok=True)
        note(f"{collection} holds no article any more: its graph and page are gone")
        return
    with alone(collection), shelf(collection, reader) as kept:
        make(collected(kept.cache), reader, wanted, Problems(strict=False, lost=lost), kept)

"""From a graph's file to a page's file."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from kg.errors import GraphError
from kg.view.layout import place
from kg.view.network import build_network, relevant
from kg.view.page import write_page
from kg.view.reading import read_content
from kg.view.selection import START, most_connected, select
from kg.view.vocabulary import load_vocabulary

CROWD = 14
"""With more statements than this, and more than other events, the page starts without them."""

THRONG = 250
"""With more events than this, statements aside, the page starts with them as lines between those they join."""


def render(
    graph_path: Path,
    out: Path,
    *,
    title: str = "News graph",
    focus: str | None = None,
    hops: int = 1,
    since: str | None = None,
    kinds: tuple[str, ...] = (),
    limit: int = START,
) -> Path:
    """Write the page of a Turtle graph, or of the part that `select` keeps, to `out` and return it.

    The picture starts with the `limit` most connected nodes. The file is replaced at once or not at all, and depends on
    nothing but the arguments. Raises GraphError when the graph can not be read, holds nothing to draw, or the page can
    not be written.
    """
    content = relevant(read_content(graph_path))
    content = select(content, load_vocabulary(), focus=focus, hops=hops, since=since, kinds=kinds)
    network = build_network(content)
    start = network.subgraph(most_connected(network, limit=limit)).copy()
    statements = frozenset(event for event, kind in network.nodes(data="kind") if kind == "Statement")
    others = sum(family == "event" for _, family in network.nodes(data="family")) - len(statements)
    crowded = "Statement" not in kinds and len(statements) > max(CROWD, others // 2)
    places = place(start, late=statements & frozenset(start) if crowded else frozenset())
    mode = "direct" if others > THRONG else "events"
    page = write_page(content, network, places, title=title, mode=mode, hidden=("Statement",) if crowded else ())
    _replace(out, page)
    return out


def _replace(out: Path, text: str) -> None:
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
                stream.write(text)
            Path(name).chmod(0o644)
            Path(name).replace(out)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        remedy = "choose another file with -o"
        raise GraphError(f"can not write the page: {error.strerror}", place=str(out), remedy=remedy) from error

"""From a graph to a page."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypedDict

from pyoxigraph import Store

from kg.files import replaced
from kg.store.graph import load
from kg.view.bundles import DENSE
from kg.view.layout import place
from kg.view.network import build_network, node_id, relevant
from kg.view.page import write_page
from kg.view.reading import read_content
from kg.view.selection import START, most_connected, named, select
from kg.view.triples import turtle_of

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Unpack

    from kg.knowledge import Knowledge
    from kg.knowledge.looks import Looks
    from kg.view.content import Content


class Choice(TypedDict, total=False):
    """Which part of a graph a page shows, and under what heading: the options of `page_of`."""

    title: str
    focus: str | None
    hops: int
    since: str | None
    kinds: tuple[str, ...]
    limit: int


CROWD = 14
"""With more events of a background class than this, in a dense picture or more than half as many as all others, the
page starts without them."""


def page_of(
    graph: Path | Store,
    knowledge: Knowledge,
    *,
    title: str = "News graph",
    focus: str | None = None,
    hops: int = 1,
    since: str | None = None,
    kinds: tuple[str, ...] = (),
    limit: int = START,
) -> str:
    """Return the page of a graph, or of the part that `select` keeps, as HTML that depends on its arguments only.

    The page opens with the focus chosen, and its picture starts with the `limit` most connected nodes. Raises
    GraphError when the graph can not be read or holds nothing to draw.
    """
    store = graph if isinstance(graph, Store) else load(graph)
    content = relevant(read_content(store, knowledge.taxonomy, place=None if isinstance(graph, Store) else str(graph)))
    content = select(content, knowledge.taxonomy, focus=focus, hops=hops, since=since, kinds=kinds)
    network = build_network(content, knowledge.looks)
    start = network.subgraph(most_connected(network, limit=limit)).copy()
    hidden = _crowds(content, kinds, knowledge.looks)
    late = frozenset(node for node, kind in start.nodes(data="kind") if kind in hidden)
    chosen = focus and node_id(named(content, focus).iri)
    return write_page(
        content,
        network,
        place(start, late=late),
        knowledge.looks,
        title=title,
        turtle=turtle_of(store, content, knowledge.looks),
        hidden=hidden,
        chosen=chosen,
    )


def render(graph: Path | Store, out: Path, knowledge: Knowledge, **choice: Unpack[Choice]) -> Path:
    """Write the page that `page_of` makes to `out` and return it; the file is replaced at once or not at all.

    Raises GraphError as `page_of` does, and when the page can not be written.
    """
    page = page_of(graph, knowledge, **choice)
    with replaced(out) as stream:
        stream.write(page.encode())
    return out


def _crowds(content: Content, wanted: tuple[str, ...], looks: Looks) -> tuple[str, ...]:
    """Return the classes of the background that the picture starts without, as they would fill it; never asked ones."""
    known = looks.classes
    counts = Counter(event.kind for event in content.events)
    foreground = sum(number for kind, number in counts.items() if not known[kind].background)
    most = CROWD if len(content.events) > DENSE else max(CROWD, foreground // 2)
    return tuple(
        kind
        for kind, number in sorted(counts.items())
        if known[kind].background and kind not in wanted and number > most
    )

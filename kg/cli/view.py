"""`kg view`: the page of a graph."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.choosing import GRAPH, check_other, knowledge
from kg.cli.saying import loudness, note


@click.command()
@GRAPH
@click.option(
    "-o", "--output", default=None, type=click.Path(path_type=Path), help="The page's file.  [GRAPH's name .html]"
)
@click.option("--title", default="News graph", show_default=True, help="The page's heading.")
@click.option("--focus", metavar="NAME", help="Only what is near this person, country, weapon ...")
@click.option(
    "--hops", default=1, show_default=True, type=click.IntRange(min=0), help="How many events from the focus."
)
@click.option("--since", metavar="DATE", help="Only events since this day, month or year: 2025-07-04, 2025-07, 2025.")
@click.option(
    "--type", "kinds", multiple=True, metavar="CLASS", help="Only events of this class, such as Call; repeatable."
)
@click.option("--open", "show", is_flag=True, help="Open the page in the browser.")
@loudness
def command(
    graph: Path,
    output: Path | None,
    title: str,
    focus: str | None,
    hops: int,
    since: str | None,
    kinds: tuple[str, ...],
    show: bool,
) -> None:
    """Draw a graph as one HTML file.

    GRAPH is out/graph.ttl unless you name another; the page needs no network.

    \b
    kg view
    kg view out/graph.ttl -o calls.html --type Call
    kg view --focus "Volodymyr Zelenskyy" --hops 2 --open
    """
    from kg.view import render

    check_other(output, graph)
    page = render(
        graph,
        output or graph.with_suffix(".html"),
        knowledge(),
        title=title,
        focus=focus,
        hops=hops,
        since=since,
        kinds=kinds,
    )
    note(page, err=False)
    if show:
        click.launch(page.resolve().as_uri())

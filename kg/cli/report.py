"""`kg report`: a brief of a collection for people."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.choosing import GRAPH, check_other, knowledge
from kg.cli.saying import loudness, note, say


@click.command()
@GRAPH
@click.option(
    "-o",
    "--output",
    default=None,
    type=click.Path(path_type=Path, allow_dash=True),
    help="The file, .html or .md; - for Markdown to standard output.  [report.html beside GRAPH]",
)
@click.option("--title", default="News brief", show_default=True, help="The heading.")
@click.option("--focus", metavar="NAME", help="Only events near this person, country, weapon ...")
@click.option("--since", metavar="DATE", help="Only events since this day, month or year: 2025-07-04, 2025-07, 2025.")
@click.option("--most", default=25, show_default=True, type=click.IntRange(min=1), help="Rows of a table.")
@click.option("--plots/--no-plots", "drawn", default=None, help="Whether to draw plots.  [where they can be]")
@click.option("--open", "show", is_flag=True, help="Open the report in the browser.")
@loudness
def command(
    graph: Path,
    output: Path | None,
    title: str,
    focus: str | None,
    since: str | None,
    most: int,
    *,
    drawn: bool | None,
    show: bool,
) -> None:
    """Write a brief of a collection: who acted, what was sent, which numbers, where the sources differ.

    GRAPH is out/graph.ttl unless you name another. The report is one HTML file that needs no network, or Markdown with
    its plots beside it. Plots need matplotlib: pip install 'newskg[report]'.

    \b
    kg report
    kg report out/graph.ttl -o brief.md --since 2025-07
    kg report --focus Ukraine -o - --no-plots
    """
    from kg.report import can_draw, render, report_of
    from kg.store.graph import load

    check_other(output, graph)
    store, known = load(graph), knowledge()
    if str(output) == "-":
        text, _ = report_of(
            store, known, form="markdown", title=title, focus=focus, since=since, most=most, drawn=drawn
        )
        say(text, nl=False)
        return
    out = output or graph.with_name("report.html")
    if drawn is None and not can_draw():
        note("kg: written without plots, which need matplotlib: pip install 'newskg[report]'")
    files = render(store, out, known, title=title, focus=focus, since=since, most=most, drawn=drawn)
    for path in files:
        note(path, err=False)
    if show:
        click.launch(files[0].resolve().as_uri())

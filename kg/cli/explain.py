"""`kg explain`: show the words behind a node."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli.choosing import choose
from kg.cli.query import GRAPH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from kg.explain import Explanation, Passage


@click.command("explain")
@click.argument("name_or_iri")
@GRAPH
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(name_or_iri: str, graph: Path, form: str) -> None:
    """Show every sentence behind a node and every merge.

    \b
    kg explain Zelenskyy
    kg explain call:2025-07-04-donald-trump-volodymyr-zelenskyy
    """
    from kg.explain import explain
    from kg.store.graph import base_of, load

    store = load(graph)
    base = base_of(store)
    explanation = explain(store, choose(store, name_or_iri).iri)
    if form == "json":
        import json
        from dataclasses import asdict

        click.echo(json.dumps(asdict(explanation), ensure_ascii=False, indent=2))
        return
    for line in _lines(explanation, base):
        click.echo(line)


def _lines(explanation: Explanation, base: str) -> Iterator[str]:
    from kg.store.prefixes import readable

    yield explanation.name
    yield f"  {readable(explanation.iri, base=base)}  {', '.join(explanation.kinds)}"
    if explanation.names:
        yield f"  also: {', '.join(explanation.names)}"
    yield from _section("Evidence", _told(explanation.evidence, "  "))
    yield from _section("Facts", _facts(explanation, base))
    yield from _section(f"Mentions ({len(explanation.mentions)})", _told(explanation.mentions, "  "))
    yield from _section("Merges", _merges(explanation))


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield ""
        yield title
        yield from found


def _facts(explanation: Explanation, base: str) -> Iterator[str]:
    from kg.store.prefixes import readable

    for fact in explanation.facts:
        short = readable(fact.iri, base=base) if fact.iri else ""
        yield f"  {fact.relation}: {fact.value}" + (f"  [{short}]" if short and short != fact.value else "")
        yield from _told(fact.passages, "      ")


def _merges(explanation: Explanation) -> Iterator[str]:
    for merge in explanation.merges:
        yield f"  {merge.reason} ({merge.score})"
        yield from _told(merge.passages, "      ")


def _told(passages: Iterable[Passage], indent: str) -> Iterator[str]:
    for passage in passages:
        place = f"{passage.document}@{passage.start}-{passage.end}"
        source = ", ".join(filter(None, (place, passage.outlet, passage.date)))
        yield f"{indent}{source}, by {passage.rule}:"
        yield f"{indent}  > {' '.join(passage.quote.split())}"
        if passage.context:
            yield f"{indent}    in: {' '.join(passage.context.split())}"

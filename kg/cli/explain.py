"""`kg explain`: show the words behind a node."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.explain import Candidate, Explanation, Passage


@click.command("explain")
@click.argument("name_or_iri")
@click.option(
    "--graph",
    type=click.Path(path_type=Path),
    default=Path("out/graph.ttl"),
    show_default=True,
    help="The graph file.",
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(name_or_iri: str, graph: Path, form: str) -> None:
    """Show every sentence behind a node and every merge.

    \b
    kg explain Zelenskyy
    kg explain call:2025-07-04-donald-trump-volodymyr-zelenskyy
    """
    from kg.explain import explain, find
    from kg.store.graph import base_of, load

    store = load(graph)
    base = base_of(store)
    candidates = find(store, name_or_iri)
    if len(candidates) > 1:
        click.echo(f"kg: {name_or_iri!r} may mean (name one by its IRI):", err=True)
        for line in _choices(candidates, base):
            click.echo(line, err=True)
        raise click.exceptions.Exit(1)
    explanation = explain(store, candidates[0].iri)
    if form == "json":
        import json
        from dataclasses import asdict

        click.echo(json.dumps(asdict(explanation), ensure_ascii=False, indent=2))
        return
    for line in _lines(explanation, base):
        click.echo(line)


def _choices(candidates: Iterable[Candidate], base: str) -> Iterator[str]:
    from kg.store.prefixes import readable

    for candidate in candidates:
        yield f"  {readable(candidate.iri, base=base)}  {candidate.name} ({', '.join(candidate.kinds)})"


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
        source = ", ".join(filter(None, (passage.document, passage.outlet, passage.date)))
        yield f"{indent}{source}, {passage.start}-{passage.end}, by {passage.rule}:"
        yield f"{indent}  > {' '.join(passage.quote.split())}"
        if passage.context:
            yield f"{indent}    in: {' '.join(passage.context.split())}"

"""`kg validate`: check a graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kg.cli.choosing import GRAPH, ontology_folder
from kg.cli.saying import loudness, note, say

if TYPE_CHECKING:
    from pathlib import Path


@click.command("validate")
@GRAPH
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@loudness
def command(graph: Path, form: str) -> None:
    """Check a graph against the SHACL shapes.

    GRAPH is a graph file, the folder of a store or - for Turtle from a pipe; out/graph.ttl unless you name another. The
    exit status is 1 if it breaks any shape; a warning breaks nothing.

    \b
    kg validate out/graph.ttl
    kg validate store/ --format json | jq -r '.[].message' | sort | uniq -c
    """
    from kg.validate import SHAPES, validate

    findings = validate(graph, shapes=ontology_folder() / SHAPES)
    if form == "json":
        import json
        from dataclasses import asdict

        click.echo(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2))
    else:
        for finding in findings:
            place = " ".join(filter(None, (finding.node, finding.path)))
            value = f" (found: {finding.value})" if finding.value else ""
            say(f"{finding.severity}: {place}: {finding.message}{value}")
    broken = sum(finding.breaks for finding in findings)
    note(f"{graph}: {broken} violations, {len(findings) - broken} warnings")
    if broken:
        raise click.exceptions.Exit(1)

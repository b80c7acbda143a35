"""`kg validate`: check a graph."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("validate")
@click.argument("graph", type=click.Path(path_type=Path), default=Path("out/graph.ttl"))
def command(graph: Path) -> None:
    """Check a graph against the SHACL shapes.

    GRAPH is out/graph.ttl unless you name another; the exit status is 1 if it breaks any shape.

    \b
    kg validate out/graph.ttl
    """
    from kg.validate import validate

    findings = validate(graph)
    for finding in findings:
        place = " ".join(filter(None, (finding.node, finding.path)))
        value = f" (found: {finding.value})" if finding.value else ""
        click.echo(f"{finding.severity}: {place}: {finding.message}{value}")
    broken = sum(finding.breaks for finding in findings)
    click.echo(f"{graph}: {broken} violations, {len(findings) - broken} warnings", err=True)
    if broken:
        raise click.exceptions.Exit(1)

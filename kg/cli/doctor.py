"""`kg doctor`: what is installed, what is missing, and which settings hold."""

from __future__ import annotations

import os
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from kg.cli.choosing import ontology_folder
from kg.cli.saying import say
from kg.cli.settings import COMMON, commands_of, defaults, read, told, variable
from kg.errors import KgError, SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

EXTRAS: Final = {
    "matplotlib": "plots of kg report: pip install 'newskg[report]'",
    "mcp": "kg mcp: pip install 'newskg[mcp]'",
    "pandas": "to_pandas() of answers: pip install pandas",
    "polars": "to_polars() of answers: pip install polars",
    "pyarrow": "Parquet: pip install 'newskg[archive]'",
    "pyspark": "kg build --engine spark: pip install 'newskg[spark]'",
    "warcio": "WARC: pip install 'newskg[archive]'",
    "zstandard": "files packed by zstd: pip install 'newskg[archive]'",
}


@click.command("doctor")
def command() -> None:
    """Say what is installed, what is missing and how to get it, and which settings hold.

    Exits with 1 where something is broken; extras that are missing break nothing.
    """
    broken = False
    for state, what in _findings():
        say(f"{state:8}{what}")
        broken = broken or state == "broken"
    if broken:
        raise click.exceptions.Exit(1)


def _findings() -> Iterator[tuple[str, str]]:
    python = ".".join(map(str, sys.version_info[:3]))
    yield "ok", f"newskg {version('newskg')} at {Path(__file__).parents[1]}, Python {python}"
    yield _tried("ontology", _ontology)
    yield _tried("language model", _model)
    for name, use in EXTRAS.items():
        try:
            yield "ok", f"{name} {version(name)}"
        except PackageNotFoundError:
            yield "absent", f"{name}, for {use}"
    yield from _settings()


def _settings() -> Iterator[tuple[str, str]]:
    """Yield which settings hold, and whether the graph is there that they name."""
    graph: object = None
    try:
        ctx = click.get_current_context()
        found = read(ctx)
        holding = {name: defaults(found, name, command) for name, command in commands_of(ctx)}
        graph = holding["query"].get("graph")
        yield from (("set", line) for line in told(found))
    except SettingsError as error:
        yield "broken", str(error)
    yield from (("set", f"{name}={os.environ[name]}") for name in map(variable, COMMON) if name in os.environ)
    path = Path(os.environ.get("KG_GRAPH") or str(graph or "out/graph.ttl"))
    yield ("ok" if path.exists() else "absent"), f"graph {path}" + ("" if path.exists() else ": kg build makes one")


def _tried(name: str, check: Callable[[], str]) -> tuple[str, str]:
    try:
        return "ok", f"{name}: {check()}"
    except KgError as error:
        return "broken", f"{name}: {error}"


def _ontology() -> str:
    from kg.knowledge import load

    folder = ontology_folder()
    known = load(folder)
    return f"{len(known.reference):,} names, {len(known.taxonomy.above):,} classes, from {folder}"


def _model() -> str:
    from kg.language import load

    pipeline = load()
    return f"{pipeline.meta['lang']}_{pipeline.meta['name']} {pipeline.meta['version']}"

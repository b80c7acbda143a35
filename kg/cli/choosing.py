"""What the command line means: the one node of a name, the ontology of the environment, and how sure to be."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kg.cli.saying import say
from kg.cli.settings import ontology_said

if TYPE_CHECKING:
    from collections.abc import Callable

    from pyoxigraph import Store

    from kg.explain import Candidate
    from kg.knowledge import Knowledge
    from kg.knowledge.gate import Precision

_Command = TypeVar("_Command", bound="Callable[..., Any] | click.Command")
GRAPH = click.argument(
    "graph",
    type=click.Path(path_type=Path, allow_dash=True),
    default=Path("out/graph.ttl"),
    envvar="KG_GRAPH",
    metavar="[GRAPH]",
)
"""The graph that a command works on: a file, the folder of a store, or - for Turtle from a pipe."""
OUT = click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("out"),
    show_default=True,
    envvar="KG_OUT",
    help="The folder for graph.ttl and graph.html.",
)
WORKERS = click.option(
    "--workers",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    envvar="KG_WORKERS",
    help="Processes that read articles and share the making of the graph.",
)


def collection_option(told: str, *, required: bool = True, exists: bool = False) -> Callable[[_Command], _Command]:
    """Return the option that names the folder of what was read."""
    return click.option(
        "--collection",
        required=required,
        type=click.Path(path_type=Path, file_okay=False, exists=exists),
        envvar="KG_COLLECTION",
        help=told,
    )


_YEAR = 366 * 86_400.0
MEMORY = click.IntRange(64, 2**24)
"""Mebibytes, up to more than any machine has."""


class Seconds(click.FloatRange):
    """Seconds from a least number of them to a year; nan, which is in every range, is none."""

    def __init__(self, least: float) -> None:
        super().__init__(least, _YEAR)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the number; fail where it is none."""
        found: float = super().convert(value, param, ctx)
        if math.isnan(found):
            self.fail(f"{value!r} is no number of seconds.", param, ctx)
        return found


def check_other(output: Path | None, graph: Path) -> None:
    """Refuse to write over the graph itself."""
    if output is not None and output.exists() and graph.exists() and output.samefile(graph):
        raise click.BadParameter("that is the graph itself; name another file", param_hint="--output")


def _precision(context: click.Context, parameter: click.Parameter, value: str) -> Precision:
    from kg.knowledge.gate import Precision

    del context, parameter
    return Precision(value)


PRECISION = click.option(
    "--precision",
    type=click.Choice(["high", "balanced", "recall"]),
    default="balanced",
    show_default=True,
    envvar="KG_PRECISION",
    callback=_precision,
    help="How sure an event must be that is told without all its names: high lets fewer in, recall more.",
)


def ontology_folder() -> Path:
    """Return the folder of the ontology, that of the settings or the shipped one; OntologyError if it lacks files."""
    from kg.errors import OntologyError
    from kg.knowledge.files import shipped_folder

    named = ontology_said()
    folder = Path(named) if named else shipped_folder()
    if not (folder / "kg.ttl").is_file():
        remedy = (
            "let KG_ONTOLOGY, or ontology in kg.toml, name a copy of the folder ontology, with all its files"
            if named
            else "reinstall newskg"
        )
        raise OntologyError("the ontology's files are missing", place=str(folder), remedy=remedy)
    return folder


def knowledge() -> Knowledge:
    """Return what that ontology says."""
    from kg.knowledge import load

    return load(ontology_folder())


def choose(store: Store, name_or_iri: str) -> Candidate:
    """Return the node that is meant; list the candidates and exit with 1 when there are several."""
    from kg.explain import find
    from kg.store.graph import base_of
    from kg.store.prefixes import readable

    candidates = find(store, name_or_iri)
    if len(candidates) == 1:
        return candidates[0]
    say(f"kg: {name_or_iri!r} may mean (name one by its IRI):", err=True)
    for one in candidates:
        short = readable(one.iri, base=base_of(store))
        say(f"  {short}  {one.name} ({', '.join(one.kinds)})", err=True)
    raise click.exceptions.Exit(1)

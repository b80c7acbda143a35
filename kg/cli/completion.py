"""`kg completion`: what lets a shell complete commands, options, the names of questions and the nodes of a graph."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path
from typing import Final

import click

_NODE: Final = re.compile(r"(?!mention:|merge:)([a-z-]+:\S+) a kg:")
"""How a node begins in a graph that kg wrote; mentions and merges nobody asks for by their ids."""
_LINES: Final = 2_000_000
"""Of a graph, what is looked through in about a second."""
_COLONS: Final = """\
# An id has a colon, at which bash would begin another word.
COMP_WORDBREAKS=${COMP_WORDBREAKS//:/}
"""


def nodes(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Return ids of nodes of the command's graph that begin so, for a shell to offer; none where it is no Turtle."""
    del param
    graph = Path(ctx.params.get("graph") or "out/graph.ttl")
    if graph.suffix != ".ttl" or not graph.is_file():
        return []
    with graph.open(encoding="utf-8", errors="replace") as stream:
        begun = (line for line in islice(stream, _LINES) if line.startswith(incomplete))
        return [match[1] for match in map(_NODE.match, begun) if match]


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print what a shell reads at its start to complete what you type.

    \b
    eval "$(kg completion bash)"      in ~/.bashrc
    eval "$(kg completion zsh)"       in ~/.zshrc
    kg completion fish | source       in ~/.config/fish/config.fish
    """
    from click.shell_completion import get_completion_class

    from kg.cli import main

    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"{shell} is not known.")
    click.echo((_COLONS if shell == "bash" else "") + kind(main, {}, "kg", "_KG_COMPLETE").source())

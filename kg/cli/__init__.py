"""The terminal: `kg NAME` runs the `command` of kg/cli/NAME.py.

Listing the commands imports every module of this folder; each imports the stages that it calls inside its command.
"""

from __future__ import annotations

from difflib import get_close_matches
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import click

from kg.cli.ends import orderly
from kg.cli.settings import settle

_ORDER = (
    "init",
    "build",
    "watch",
    "forget",
    "merge",
    "query",
    "explain",
    "decide",
    "validate",
    "verify",
    "diff",
    "view",
    "report",
    "export",
    "load",
    "serve",
    "mcp",
    "evaluate",
    "pairs",
    "doctor",
    "completion",
)
"""How --help lists the commands: in the order in which a user meets them; any other comes after, by name."""


class _LazyGroup(click.Group):
    """A group whose commands are the modules of this package that hold a `command`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        names = [module.name for module in iter_modules(__path__) if self.get_command(ctx, module.name)]
        return sorted(names, key=lambda name: (_ORDER.index(name) if name in _ORDER else len(_ORDER), name))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (click's signature)
        if cmd_name not in {module.name for module in iter_modules(__path__)}:
            return None
        command = getattr(import_module(f"{__name__}.{cmd_name}"), "command", None)
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the first argument names; an error with the closest name where there is none."""
        if args and args[0] == "help":
            args = [*args[1:2], "--help"]
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            commands = self.list_commands(ctx)
            close = get_close_matches(args[0], commands, n=1)
            hint = f" Did you mean {close[0]!r}?" if close else f" There are {', '.join(commands)}."
            ctx.fail(f"No such command {args[0]!r}.{hint}")
        name, command, rest = super().resolve_command(ctx, args)
        if name and command and not ctx.resilient_parsing and not {*ctx.help_option_names} & {*rest}:
            settle(ctx, name, command)
        return name, command, rest

    def invoke(self, ctx: click.Context) -> Any:
        with orderly():
            return super().invoke(ctx)


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(None, "-V", "--version", package_name="newskg", prog_name="kg", message="%(prog)s %(version)s")
def main() -> None:
    """Turn news articles into a knowledge graph in which every fact points at the words it came from."""

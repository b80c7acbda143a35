"""What goes to the terminal: words of articles and graphs, of which it must make nothing but words.

Answers and errors are always said. Notes and progress are left out by --quiet, and --verbose adds details.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click
from click.core import ParameterSource

from kg.errors import harmless

if TYPE_CHECKING:
    from collections.abc import Callable

_HEARD: Final = f"{__name__}.heard"
"""Where a context keeps how loud it shall be, by who said so."""
_NEAR: Final = tuple(ParameterSource[name] for name in ("COMMANDLINE", "ENVIRONMENT", "DEFAULT_MAP"))
"""Who says how loud a command shall be: who is nearer to the user goes before the others."""


def say(words: object, *, err: bool = False, nl: bool = True) -> None:
    """Write words to standard output, or to stderr, without what would steer a terminal."""
    click.echo(harmless(str(words)), err=err, nl=nl)


def note(words: object, *, err: bool = True) -> None:
    """Say what is good to know, unless who asked wants it --quiet."""
    if not is_quiet():
        say(words, err=err)


def detail(words: object) -> None:
    """Say on stderr what only who wants it --verbose is told."""
    if _loudness() == "verbose":
        say(words, err=True)


def is_quiet() -> bool:
    """Tell whether notes and progress are left out."""
    return _loudness() == "quiet"


def loudness(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options --quiet and --verbose."""
    for name, what in (("verbose", "Say more of what is done."), ("quiet", "Say nothing but answers and errors.")):
        option = click.option(
            f"-{name[0]}",
            f"--{name}",
            is_flag=True,
            envvar=f"KG_{name.upper()}",
            expose_value=False,
            callback=_hear,
            help=what,
        )
        command = option(command)
    return command


def _hear(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:
    source = ctx.get_parameter_source(str(parameter.name))
    heard = ctx.meta.setdefault(_HEARD, {})
    if value and heard.setdefault(source, parameter.name) != parameter.name:
        raise click.UsageError("--quiet and --verbose are each other's contrary: give one of the two.")


def _loudness() -> str | None:
    ctx = click.get_current_context(silent=True)
    heard = ctx.meta.get(_HEARD, {}) if ctx else {}
    return next((heard[source] for source in _NEAR if source in heard), None)

"""What goes to the terminal: words of articles and graphs, of which it must make nothing but words."""

from __future__ import annotations

import click

from kg.errors import harmless


def say(words: object, *, err: bool = False, nl: bool = True) -> None:
    """Write words to standard output, or to stderr, without what would steer a terminal."""
    click.echo(harmless(str(words)), err=err, nl=nl)

"""`kg completion`: what lets a shell complete commands, options and the names of questions."""

from __future__ import annotations

import click


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
    click.echo(kind(main, {}, "kg", "_KG_COMPLETE").source())

"""`kg watch`: keeps a collection and its graph up to date while articles arrive."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli import build
from kg.cli.choosing import OUT, WORKERS, Seconds, collection_option
from kg.cli.saying import loudness, note, say
from kg.cli.settings import defaults, read


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True))
@collection_option("As of kg build.")
@OUT
@WORKERS
@click.option("--view/--no-view", default=True, show_default=True, help="Write graph.html beside graph.ttl.")
@click.option("--seconds", default=2.0, show_default=True, type=Seconds(0.05), help="How long a folder must be quiet.")
@loudness
@click.pass_context
def command(
    ctx: click.Context, folder: Path, collection: Path, out: Path, workers: int, view: bool, seconds: float
) -> None:
    """Build a folder into a collection, and again whenever articles arrive, change or go; Ctrl-C ends it.

    What happens while a build runs waits for the next one, as a set of files, so that no burst of articles can pile up.
    The collection must not lie in the folder, nor the graph.

    \b
    kg watch incoming/ --collection archive -o out/
    """
    from watchfiles import watch

    for place in (collection, out):
        if folder.resolve() in (place.resolve(), *place.resolve().parents):
            raise click.UsageError(f"{place} lies in {folder}: what is written there would look like news.")
    options = ["--collection", str(collection), "-o", str(out), "--workers", str(workers)]
    arguments = [*options, "--view" if view else "--no-view", "--", str(folder)]
    # The watch begins before the first build, so that nothing falls between the two.
    changes = watch(folder, debounce=int(seconds * 1000), rust_timeout=500, yield_on_timeout=True, raise_interrupt=True)
    next(changes)
    _build(ctx, arguments)
    note(f"watching {folder} (Ctrl-C ends it)")
    for changed in changes:
        if changed:
            _build(ctx, arguments)


def _build(ctx: click.Context, arguments: list[str]) -> None:
    """Build once; what can not be read is said, and the watch goes on."""
    from kg.errors import KgError

    try:
        said = defaults(read(ctx), "build", build.command)
        with build.command.make_context("build", list(arguments), parent=ctx, default_map=said) as turn:
            build.command.invoke(turn)
    except click.exceptions.Exit:
        return
    except click.ClickException as error:
        say(f"kg: {error.format_message()}", err=True)
    except KgError as error:
        say(f"kg: {error}", err=True)

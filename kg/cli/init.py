"""`kg init`: a folder for articles and their graph."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import click

from kg.cli.saying import say

SETTINGS: Final = """\
# Settings of kg for commands that are run in this folder. Without "# " a line holds. What the command line or the
# environment says goes before it; kg doctor shows what holds. docs/settings.md has all keys.

# out = "out"  # where the graph and its page go, and where kg query, explain, report ... look for it
# precision = "high"  # let fewer events in that are told without all their names; "recall" lets more
# workers = 2  # processes that read articles
# who = "Ann"  # who decides, for kg decide
# ontology = "ontology"  # a copy of the folder ontology of kg, with words and classes of your own

[build]
sources = ["news"]  # what kg build reads where it is told nothing else
# collection = "collection"  # keep what was read: then only what is new or changed is read again
# outlet = "The Evening Herald"  # who published articles that do not say so themselves
# date = "2025-07-04"  # when articles were published that do not say so themselves
# columns = ["text=BODY", "date=PUBLISHED"]  # what a table calls them, where it is not guessed
"""
FOLDER: Final = "news"


@click.command("init")
@click.argument("place", type=click.Path(path_type=Path, file_okay=False), default=Path())
def command(place: Path) -> None:
    """Make a folder for articles, and a file for settings beside it.

    PLACE is this folder unless you name another. What is there already is left as it is.

    \b
    kg init
    kg init crisis/
    """
    from kg.files import replaced

    settings, folder = place / "kg.toml", place / FOLDER
    for path in (settings, folder):
        if path.exists():
            say(f"{path} is there already, and is left as it is")
        elif path == folder:
            folder.mkdir(parents=True)
            say(f"{folder}/ is for your articles")
        else:
            with replaced(settings) as stream:
                stream.write(SETTINGS.encode())
            say(f"{settings} is for what you would say every time")
    commands = ("kg build", "kg query calls") if place == Path() else (f"cd {place}", "kg build", "kg query calls")
    say(f"Put articles into {folder}/, then: {', '.join(commands)}")

"""`kg decide`: write what a human decided to the file that every build replays."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.query import GRAPH
from kg.cli.saying import say

if TYPE_CHECKING:
    from pyoxigraph import Store

FILE = Path("decisions.csv")
_ACTIONS = ("merge", "split", "not-same", "rename", "link", "reject")


@click.command("decide")
@click.argument("action", type=click.Choice(_ACTIONS))
@click.argument("node")
@click.argument("other", required=False, default="")
@click.option("--why", required=True, help="The reason, for whoever reads the file later.")
@click.option("--who", envvar=["KG_WHO", "USER"], required=True, help="Who decides (default: KG_WHO, else USER).")
@click.option("--file", type=click.Path(path_type=Path, dir_okay=False), default=FILE, show_default=True)
@click.option("--check/--no-check", default=True, help="Look the nodes up in the graph.")
@GRAPH
def command(action: str, node: str, other: str, why: str, who: str, file: Path, graph: Path, *, check: bool) -> None:
    """Decide what is one, what is not, and what is wrong.

    NODE and OTHER are names, IRIs, a name in one document (DOC#NAME), or characters as kg explain prints them
    (DOC@120-168). The decision goes to a CSV file that kg build replays every time.

    \b
    kg decide merge 'Mike Johnson' 'J. Michael Johnson' --why 'both the Speaker'
    kg decide split 'Mike Johnson' 'a-story#Mike Johnson' --why 'the coach, not the Speaker'
    kg decide not-same 'Boris Johnson' person:mike-johnson --why 'two politicians'
    kg decide rename 'Mr Katz' 'Israel Katz' --why 'named in full elsewhere'
    kg decide link 'Boris Johnson' http://www.wikidata.org/entity/Q180589 --why 'looked it up'
    kg decide reject call:2025-07-03-ann-able-bob-bright --why 'the article is satire'
    """
    from kg.consolidate.decisions import Action, Decision, add_decision
    from kg.store.graph import load

    store = load(graph) if check else None
    left = _selector(store, node)
    right = _selector(store, other) if action in {"merge", "split", "not-same"} and other else other
    decision = Decision(Action(action), left, right, who, why)
    if add_decision(decision, file):
        told = shlex.join(filter(None, (action, *(_short(side) for side in (left, right)))))
        say(f"{file}: {told}; the next kg build replays it")
    else:
        say(f"{file}: holds this decision already")


def _short(side: str) -> str:
    """Return an IRI with its prefix, other words as they are."""
    from kg.store.prefixes import readable

    return readable(side) if "://" in side else side


def _selector(store: Store | None, words: str) -> str:
    """Return words that select the same when the graph is built anew."""
    if store is None:
        return words
    from kg.cli.choosing import choose, knowledge
    from kg.explain import choose_selector, is_place

    if is_place(store, words):
        return words
    return choose_selector(store, choose(store, words).iri, knowledge().reference)

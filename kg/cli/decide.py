"""`kg decide`: write what a human decided to the file that every build replays."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.completion import nodes
from kg.cli.query import GRAPH
from kg.cli.saying import say

if TYPE_CHECKING:
    from pyoxigraph import Store

    from kg.consolidate import Decision

FILE = Path("decisions.csv")
_TWO_NODES = ("merge", "split", "not-same")
_ACTIONS = (*_TWO_NODES, "rename", "link", "reject", "class", "date", "claimant", "list", "undo")


def _user() -> str | None:
    return os.environ.get("USER")


@click.command("decide")
@click.argument("action", type=click.Choice(_ACTIONS))
@click.argument("node", required=False, default="", shell_complete=nodes)
@click.argument("other", required=False, default="", shell_complete=nodes)
@click.option("--why", help="The reason, for whoever reads the file later; every decision needs one.")
@click.option("--who", envvar="KG_WHO", default=_user, help="Who decides (default: KG_WHO, else USER).")
@click.option("--file", type=click.Path(path_type=Path, dir_okay=False), default=FILE, show_default=True)
@click.option("--check/--no-check", default=True, help="Look the nodes up in the graph.")
@GRAPH
def command(
    action: str, node: str, other: str, why: str | None, who: str | None, file: Path, graph: Path, *, check: bool
) -> None:
    """Decide what is one, what is not, and what is wrong; list decisions and take them back.

    NODE and OTHER are names, IRIs, a name in one document (DOC#NAME), or characters as kg explain prints them
    (DOC@120-168). The decision goes to a CSV file that kg build replays every time.

    \b
    kg decide merge 'Mike Johnson' 'J. Michael Johnson' --why 'both the Speaker'
    kg decide split 'Mike Johnson' 'a-story#Mike Johnson' --why 'the coach, not the Speaker'
    kg decide not-same 'Boris Johnson' person:mike-johnson --why 'two politicians'
    kg decide rename 'Mr Katz' 'Israel Katz' --why 'named in full elsewhere'
    kg decide link 'Boris Johnson' http://www.wikidata.org/entity/Q180589 --why 'looked it up'
    kg decide reject call:2025-07-03-ann-able-bob-bright --why 'the article is satire'
    kg decide class call:2025-07-03-ann-able-bob-bright Meeting --why 'they sat in one room'
    kg decide date call:2025-07-03-ann-able-bob-bright 2025-07-02 --why 'the minutes say so'
    kg decide claimant attack:norland-kresk 'Norland' --why 'only its army says so'
    kg decide list
    kg decide undo 3
    """
    from kg.consolidate.decisions import Action, Decision

    if action in {"list", "undo"}:
        _list(file) if action == "list" else _undo(file, node)
        return
    if not node or why is None or who is None:
        missing = "NODE" if not node else "--why" if why is None else "--who"
        raise click.UsageError(f"Missing {missing}: kg decide {action} NODE ... --why REASON")
    store = load_graph(graph) if check else None
    selects_two = action in _TWO_NODES or (action == "claimant" and other != "none")
    right = _selector(store, other) if selects_two and other else other
    decision = Decision(Action(action), _selector(store, node), right, who, why)
    if store is not None:
        _check(store, decision, node, other)
    _add(decision, file)


def _add(decision: Decision, file: Path) -> None:
    from kg.consolidate.decisions import add_decision

    if add_decision(decision, file):
        words = (decision.action.value, *(_short(side) for side in (decision.left, decision.right)))
        say(f"{file}: {shlex.join(filter(None, words))}; the next kg build replays it")
    else:
        say(f"{file}: holds this decision already")


def load_graph(graph: Path) -> Store:
    """Return the store of a graph file."""
    from kg.store.graph import load

    return load(graph)


def _list(file: Path) -> None:
    from kg.cli.query import show_table
    from kg.consolidate.decisions import read_decisions
    from kg.query.tables import Table

    rows = tuple(
        (str(number), one.action.value, _short(one.left), _short(one.right), one.who, one.why)
        for number, one in enumerate(read_decisions(file).decisions, start=1)
    )
    show_table(Table(("number", "action", "left", "right", "who", "why"), rows))


def _undo(file: Path, number: str) -> None:
    from kg.consolidate.decisions import take_back

    if number and not number.isdecimal():
        raise click.UsageError(f"{number!r} is no number: kg decide list shows them.")
    gone = take_back(file, int(number) if number else None)
    say(f"{file}: took back {gone}")


def _check(store: Store, decision: Decision, node: str, other: str) -> None:
    """Raise DecisionError for a decision that the next build would refuse."""
    from kg.cli.choosing import choose, knowledge
    from kg.consolidate.corrections import event_class
    from kg.consolidate.decisions import Action, check_one
    from kg.explain import is_place
    from kg.records import Term

    if decision.action == Action.CLASS:
        event_class(decision, None, knowledge().taxonomy)
    if decision.action == Action.MERGE and other and not any(is_place(store, words) for words in (node, other)):
        taxonomy = knowledge().taxonomy
        sides = (choose(store, words).kinds for words in (node, other))
        check_one(decision, [kind for kinds in sides if (kind := taxonomy.lowest(map(Term, kinds)))])


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

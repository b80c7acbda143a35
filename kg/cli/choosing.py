"""The one node that a name on the command line means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from pyoxigraph import Store

    from kg.explain import Candidate


def choose(store: Store, name_or_iri: str) -> Candidate:
    """Return the node that is meant; list the candidates and exit with 1 when there are several."""
    from kg.explain import find
    from kg.store.graph import base_of
    from kg.store.prefixes import readable

    candidates = find(store, name_or_iri)
    if len(candidates) == 1:
        return candidates[0]
    click.echo(f"kg: {name_or_iri!r} may mean (name one by its IRI):", err=True)
    for one in candidates:
        short = readable(one.iri, base=base_of(store))
        click.echo(f"  {short}  {one.name} ({', '.join(one.kinds)})", err=True)
    raise click.exceptions.Exit(1)

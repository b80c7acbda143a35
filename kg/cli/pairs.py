"""`kg pairs`: read sentences that differ in few words and say what is read rightly."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.choosing import PRECISION, knowledge
from kg.cli.progress import tracked
from kg.cli.saying import say

if TYPE_CHECKING:
    from kg.knowledge.gate import Precision


@click.command("pairs")
@click.argument("place", metavar="PLACE", type=click.Path(path_type=Path, exists=True))
@click.option("--model", help="An installed spaCy pipeline or a path to one, in place of the one that comes with kg.")
@PRECISION
@click.option("--errors", is_flag=True, help="List the sentences that are read wrongly, with what should be read.")
def command(place: Path, model: str | None, precision: Precision, errors: bool) -> None:
    """Say by phenomenon how many sentences give the events that they should, and no others.

    PLACE is a table of tab-separated columns (phenomenon, sentence, events, xfail) or a folder of such tables; see
    benchmarks/pairs. The exit status is 1 if a sentence without a reason in the last column is read wrongly.

    \b
    kg pairs benchmarks/pairs --errors
    """
    from kg.evaluate.pairs import rates, read_pairs
    from kg.language import load
    from kg.pipeline import read_document
    from kg.query.tables import Table, plain

    pairs, nlp, known = read_pairs(place), load(model), knowledge()
    records = [read_document(pair.document, nlp, known, precision=precision) for pair in tracked(pairs, len(pairs))]
    shares = rates(pairs, records)
    whole = tuple(map(sum, zip(*shares.values(), strict=True)))
    rows = tuple(
        (name, str(right), str(of), f"{right / of:.1%}") for name, (right, of) in {**shares, "all": whole}.items()
    )
    say(plain(Table(("phenomenon", "right", "of", "share"), rows)), nl=False)
    wrong = [(pair, record) for pair, record in zip(pairs, records, strict=True) if not pair.is_told_by(record)]
    for pair, record in wrong if errors else ():
        say(f"\n{pair.phenomenon}: {pair.sentence}{f'  [{pair.xfail}]' if pair.xfail else ''}")
        for sign, events in (("-", pair.events), ("+", pair.told(record))):
            say(f"  {sign} {'; '.join(sorted(map(str, events))) or 'no event'}")
    if any(pair.xfail is None for pair, _ in wrong):
        raise click.exceptions.Exit(1)

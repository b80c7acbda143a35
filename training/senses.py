"""Count how often the words of the lexicon have the sense of their event, and write ontology/en/senses.ttl.

    python -m training.senses TRAIN.jsonl [--write]

TRAIN has one story a line: {"sentences": [...], "events": [[{"class", "trigger"}, ...] for each sentence]}. Every event
mention that the lexicon's frames read, whatever became of it, is compared with the annotation: the share of an entry is
that of its mentions whose trigger tells an event of its class, drawn towards the share of the class as if WEIGHT more
mentions had been read.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.knowledge import load as load_knowledge
from kg.language import load
from kg.pipeline import read_document
from kg.records import Document, Outcome, Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

OUT = Path(__file__).parents[1] / "ontology" / "en" / "senses.ttl"
WEIGHT, FEWEST = 4, 3
HEADER = """\
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix lex: <https://w3id.org/newskg/lexicon#> .

# The share of mentions of a lexical entry that tell an event of its class, where not all participants are named: made by
# `python -m training.senses` from the annotated sentences that the event reader learns from. An entry that is not here
# was read too seldom; its words tell an event only with all participants named.

"""


def spans_of(story: Mapping[str, list[str]], at: int, start: int) -> Iterator[tuple[str, int]]:
    """Yield class and first character of each annotated trigger of a sentence that begins at `start`."""
    sentence = story["sentences"][at]
    for event in story["events"][at]:
        words, _, number = event["trigger"].partition("#")  # type: ignore[attr-defined]
        hits = [hit.start() for hit in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", sentence)]
        if len(hits) >= int(number or 1):
            yield event["class"], start + hits[int(number or 1) - 1]  # type: ignore[index]


@click.command()
@click.argument("train", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--write", is_flag=True, help=f"Write {OUT}.")
def main(train: Path, *, write: bool) -> None:
    """Print the share of every entry, and write the table."""
    nlp, knowledge = load(), load_knowledge()
    right: Counter[tuple[Term, str]] = Counter()
    read: Counter[tuple[Term, str]] = Counter()
    for number, line in enumerate(train.read_text("utf-8").splitlines()):
        story = json.loads(line)
        text = " ".join(story["sentences"])
        annotated: defaultdict[int, set[Term]] = defaultdict(set)
        start = 0
        for at, sentence in enumerate(story["sentences"]):
            for kind, place in spans_of(story, at, start):
                annotated[place].add(Term(kind))
            start += len(sentence) + 1
        for mention in read_document(Document(str(number), text), nlp, knowledge).event_mentions:
            if mention.fate is None or (mention.fate.outcome is Outcome.KEPT and "names all" in mention.fate.because):
                continue
            if not mention.arguments and not mention.figures:
                continue
            key = (mention.kind, mention.rule)
            read[key] += 1
            right[key] += any(
                knowledge.taxonomy.family(kind) == knowledge.taxonomy.family(mention.kind)
                for kind in annotated[mention.trigger.start]
            )
    of_class: Counter[Term] = Counter()
    all_of_class: Counter[Term] = Counter()
    for (kind, _), count in read.items():
        all_of_class[kind] += count
    for (kind, _), count in right.items():
        of_class[kind] += count
    lines = []
    for (kind, rule), count in sorted(read.items(), key=lambda item: (item[0][1], item[0][0])):
        prior = of_class[kind] / all_of_class[kind]
        share = (right[kind, rule] + WEIGHT * prior) / (count + WEIGHT)
        click.echo(f"{kind:18s} {rule:32s} {right[kind, rule]:5d} of {count:5d}  {share:.2f}")
        if count >= FEWEST:
            lines.append(f"lex:{rule} kg:senseShare {share:.2f} .\n")
    if write:
        OUT.write_text(HEADER + "".join(dict.fromkeys(lines)), "utf-8")


if __name__ == "__main__":
    main()

"""Count how often the words of the lexicon have the sense of their event, and write ontology/en/senses.ttl.

    python -m training.senses TRAIN.jsonl [--write]

TRAIN has one story a line: {"sentences": [...], "events": [[{"class", "trigger"}, ...] for each sentence]}. Every event
mention that the lexicon's frames read, whatever became of it, is compared with the annotation: the share of an entry is
that of its mentions whose trigger tells an event of its class, drawn towards the share of the class as if WEIGHT more
mentions had been read. Then the stories are read with the network: of what the lexicon tells and the network passes
over, the share of an entry is that of the mentions in whose sentence an event of the class is told, drawn towards the
share of all. The network has learnt from these stories, and passes over more in others: a share that is low here is.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.extract.readers.frames import NAME
from kg.knowledge import load as load_knowledge
from kg.language import load
from kg.pipeline import read_document
from kg.records import Document, Outcome, Span, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from spacy.language import Language

    from kg.knowledge import Knowledge
    from kg.records import EventMention

OUT = Path(__file__).parents[1] / "ontology" / "en" / "senses.ttl"
WEIGHT, FEWEST = 4, 3
HEADER = """\
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix lex: <https://w3id.org/newskg/lexicon#> .

# The share of mentions of a lexical entry that tell an event of its class, where not all participants are named: made
# by `python -m training.senses` from the sentences that the event reader learns from. An entry that is not here was
# read too seldom; its words tell an event only with all participants named.

"""

SILENT = """
# The same of mentions that name all that their event needs and in which a learnt reader sees nothing: the share of
# those in whose sentence an event of the class is told. Where it is below the kg:leastSilentShare of gate.ttl, the word
# alone tells none.

"""


def main_triggers(story: Mapping[str, Any]) -> Iterator[tuple[int, Term]]:
    """Yield where each annotated trigger begins in the sentences joined by spaces, with its class."""
    start = 0
    for sentence, events in zip(story["sentences"], story["events"], strict=True):
        for event in events:
            words, _, number = event["trigger"].partition("#")
            hits = [hit.start() for hit in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", sentence)]
            place = int(number or 1) - 1
            if place < len(hits):
                yield start + hits[place], Term(event["class"])
        start += len(sentence) + 1


def counts(mention: EventMention) -> bool:
    """Say whether a mention is one of those whose sense is open: read by a frame that is not complete."""
    told = bool(mention.arguments or mention.figures or mention.seen)
    complete = mention.fate is not None and mention.fate.outcome is Outcome.KEPT and "names all" in mention.fate.because
    return NAME in mention.readers and told and not complete


@click.command()
@click.argument("train", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--write", is_flag=True, help=f"Write {OUT}.")
def main(train: Path, *, write: bool) -> None:
    """Print the share of every entry, and write the table."""
    nlp, knowledge = load(), load_knowledge()
    stories = [json.loads(line) for line in train.read_text("utf-8").splitlines()]
    passed_over = list(silent_shares(*count_silent(stories, nlp, knowledge)))
    nlp.disable_pipe("events")  # the lexicon alone is judged
    right: Counter[tuple[Term, str]] = Counter()
    read: Counter[tuple[Term, str]] = Counter()
    for number, story in enumerate(stories):
        annotated: defaultdict[int, set[Term]] = defaultdict(set)
        for place, kind in main_triggers(story):
            annotated[place].add(knowledge.taxonomy.family(kind))
        record = read_document(Document(str(number), " ".join(story["sentences"])), nlp, knowledge)
        for mention in filter(counts, record.event_mentions):
            read[mention.kind, mention.rule] += 1
            places = (mention.trigger.start, *mention.parts)
            right[mention.kind, mention.rule] += any(
                knowledge.taxonomy.family(mention.kind) in annotated[place] for place in places
            )
    lines = list(shares(read, right))
    click.echo("".join([*lines, *passed_over]), nl=False)
    if write:
        told, silent = (
            "".join(line.partition("  #")[0].rstrip() + "\n" for line in part) for part in (lines, passed_over)
        )
        OUT.write_text(HEADER + told + SILENT + silent, "utf-8")


def count_silent(
    stories: Iterable[Mapping[str, Any]], nlp: Language, knowledge: Knowledge
) -> tuple[Counter[str], Counter[str]]:
    """Count by entry what the lexicon alone told although a network read the stories, and how much of it is right."""
    read, right = Counter[str](), Counter[str]()
    for number, story in enumerate(stories):
        record = read_document(Document(str(number), " ".join(story["sentences"])), nlp, knowledge)
        annotated = defaultdict[Span, set[Term]](set)
        sentences = {mention.sentence for mention in record.event_mentions}
        for place, kind in main_triggers(story):
            for sentence in sentences:
                if sentence.start <= place < sentence.end:
                    annotated[sentence].add(knowledge.taxonomy.family(kind))
        for mention in record.event_mentions:
            kept = mention.fate is not None and mention.fate.outcome is Outcome.KEPT
            if kept and mention.readers == (NAME,) and mention.score is None:
                read[mention.rule] += 1
                right[mention.rule] += knowledge.taxonomy.family(mention.kind) in annotated[mention.sentence]
    return read, right


def silent_shares(read: Counter[str], right: Counter[str]) -> Iterator[str]:
    """Yield a line of Turtle for each entry that told often enough what the network passed over."""
    prior = right.total() / max(read.total(), 1)
    for rule in sorted(read):
        share = (right[rule] + WEIGHT * prior) / (read[rule] + WEIGHT)
        if read[rule] >= FEWEST:
            yield f"lex:{rule} kg:silentShare {share:.2f} .  # {right[rule]} of {read[rule]}\n"


def shares(read: Counter[tuple[Term, str]], right: Counter[tuple[Term, str]]) -> Iterator[str]:
    """Yield a line of Turtle for each entry that was read often enough, with its counts as a comment."""
    of_class, all_of_class = Counter[Term](), Counter[Term]()
    of_rule, all_of_rule = Counter[str](), Counter[str]()
    first: dict[str, Term] = {}
    for (kind, rule), count in sorted(read.items()):
        all_of_class[kind] += count
        of_class[kind] += right[kind, rule]
        all_of_rule[rule] += count
        of_rule[rule] += right[kind, rule]
        first.setdefault(rule, kind)
    for rule in sorted(all_of_rule):
        prior = of_class[first[rule]] / all_of_class[first[rule]]
        share = (of_rule[rule] + WEIGHT * prior) / (all_of_rule[rule] + WEIGHT)
        if all_of_rule[rule] >= FEWEST:
            yield f"lex:{rule} kg:senseShare {share:.2f} .  # {of_rule[rule]} of {all_of_rule[rule]}\n"


if __name__ == "__main__":
    main()

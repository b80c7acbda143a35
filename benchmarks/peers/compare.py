"""Run the minimal pairs through two extractors that a user might pick instead of kg, and print who reads what rightly.

    pip install -r benchmarks/peers/requirements.txt
    python benchmarks/peers/compare.py                      # a table by phenomenon
    python benchmarks/peers/compare.py --only voice,negation
    python benchmarks/peers/compare.py --events FILE    # annotated stories instead, by triggers; see events.py

The peers are textacy's subject-verb-object triples and semantica's relation extractor with its dependency method, its
best without an API key or a model to download. All three read the same syntax: the pipeline of kg, whose labels are
translated into those that the peers are written for (see clear.py); --model lets the peers read with another one.

A triple has no classes, roles, dates or numbers, so little is asked of one. A sentence is read rightly if, for each of
its events, some triple joins a word of the one side (who attacks, gives, calls ...) with a word of the other (who or
what is attacked, given, called ...), in this order, or in any order for those who do a thing together and where the
triple shows a passive verb. Any verb will do. What has not happened must show it: by a modal or a negation in the
predicate, or by a verb that governs the verb of the event ("refused to send"). semantica is also told which words are
entities. Sentences without an event, and events with one side only, are left out.

For kg the table has the same measure, those without a name included, and, as `kg (all)`, the one of `kg pairs`: all
events with all their values, and no others.
"""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from clear import CLEAR
from events import count_events, event_table

from kg.evaluate.pairs import read_pairs
from kg.knowledge import load as load_knowledge
from kg.language import load
from kg.pipeline import read_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from semantica.semantic_extract.types import Relation
    from spacy.language import Language
    from spacy.tokens import Doc, Token

    from kg.evaluate.pairs import Pair, PairEvent

PAIRS = Path(__file__).parents[1] / "pairs"
DOERS, REST = ("attacker", "supplier", "actor", "initiator", "speaker"), ("target", "recipient", "weapon")


@dataclass(frozen=True)
class Triple:
    """What a tool says: words on either side; `unreal` if it shows that it is no fact, `passive` if the verb is one."""

    subject: frozenset[str]
    object: frozenset[str]
    unreal: bool
    passive: bool = False


def sides(event: PairEvent) -> tuple[set[str], set[str], bool] | None:
    """Return the words of the two sides of an event, and whether their order is of no account; None for one side."""

    def words(*roles: str) -> set[str]:
        return {word for name, value in told if name in roles for word in value.split()}

    told = event.values | event.unnamed
    together = [set(value.split()) for name, value in told if name == "participant"]
    doers, rest = words(*DOERS), words(*REST)
    if doers and (rest or together):
        return doers, rest or set.union(*together), False
    if len(together) > 1:
        return together[0], set.union(*together[1:]), True
    if {"recipient", "weapon"} <= {name for name, _ in told}:
        return words("recipient"), words("weapon"), False
    return None


def is_right(pair: Pair, triples: Iterable[Triple]) -> bool:
    """Say whether every event of a pair is told by one of the triples."""
    told = list(triples)
    return all(any(_tells(triple, event) for triple in told) for event in pair.events)


def _tells(triple: Triple, event: PairEvent) -> bool:
    found = sides(event)
    if found is None or (not triple.unreal and any(name == "factuality" for name, _ in event.values)):
        return False
    left, right, either = found
    forward = bool(triple.subject & left and triple.object & right)
    return forward or ((either or triple.passive) and bool(triple.subject & right and triple.object & left))


def kg_triples(told: Iterable[PairEvent]) -> Iterator[Triple]:
    """The events of kg, as triples."""
    for event in told:
        if (found := sides(event)) is not None:
            unreal = any(name == "factuality" for name, _ in event.values)
            yield Triple(frozenset(found[0]), frozenset(found[1]), unreal)


def textacy_triples(doc: Doc) -> Iterator[Triple]:
    """The subject-verb-object triples of textacy."""
    from textacy.extract import subject_verb_object_triples

    for triple in subject_verb_object_triples(doc):
        governs = any(token.pos_ == "VERB" for token in triple.object)
        modal = any(token.dep_ == "neg" or token.tag_ == "MD" for token in triple.verb)
        passive = any(token.dep_ == "auxpass" for token in triple.verb)
        yield Triple(_words(triple.subject), _words(triple.object), governs or modal, passive)


def textacy_relations(doc: Doc) -> list[frozenset[str]]:
    """The words of each triple of textacy, the verb's included."""
    from textacy.extract import subject_verb_object_triples

    return [_words([*triple.subject, *triple.verb, *triple.object]) for triple in subject_verb_object_triples(doc)]


def _words(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(token.text for token in tokens)


def semantica_reader(model: str) -> Callable[[str, Iterable[str]], Iterator[Relation]]:
    """Return a function from a text and its entities to semantica's relations by a pipeline, named or by its path."""
    from semantica.semantic_extract import RelationExtractor
    from semantica.semantic_extract.types import Entity

    extractor = RelationExtractor(method="dependency", model=model)
    extractor.progress_tracker.enabled = False

    def read(text: str, names: Iterable[str]) -> Iterator[Relation]:
        spans = [(text.find(name), name) for name in sorted(set(names))]
        entities = [Entity(text=name, label="ENTITY", start_char=at, end_char=at + len(name)) for at, name in spans]
        # Its last resort joins neighbours by a predicate of its own, which is no reading of the sentence.
        found = extractor.extract_relations(text, entities)
        yield from (one for one in found if one.metadata.get("extraction_method") == "dependency")

    return read


def semantica_triples(relations: Iterable[Relation]) -> Iterator[Triple]:
    """The relations of semantica, as triples."""
    for one in relations:
        yield Triple(frozenset(one.subject.text.split()), frozenset(one.object.text.split()), unreal=False)


def semantica_relations(relations: Iterable[Relation]) -> list[frozenset[str]]:
    """The words of each relation of semantica, the predicate's included."""
    return [frozenset(f"{one.subject.text} {one.predicate} {one.object.text}".split()) for one in relations]


@contextmanager
def peer_pipeline(model: str | None) -> Iterator[tuple[Language, str]]:
    """Give the pipeline that the peers read with, and the name or path by which semantica loads it."""
    peers = load(model)
    if model is not None:
        yield peers, model
        return
    peers.add_pipe(CLEAR, last=True)
    with tempfile.TemporaryDirectory() as folder:
        peers.to_disk(folder)
        yield peers, folder


def compare(pairs: list[Pair], model: str | None) -> dict[str, Counter[str]]:
    """Return, for each tool, how many sentences of each phenomenon it reads rightly."""
    ours, known = load(), load_knowledge()
    right: dict[str, Counter[str]] = {name: Counter() for name in ("kg (all)", "kg", "textacy", "semantica")}
    with peer_pipeline(model) as (peers, place):
        semantica = semantica_reader(place)
        for pair in pairs:
            record = read_document(pair.document, ours, known)
            names = (value for event in pair.events for _, value in event.values if value in pair.sentence)
            found = {
                "kg (all)": pair.is_told_by(record),
                "kg": is_right(pair, kg_triples(pair.told(record))),
                "textacy": is_right(pair, textacy_triples(peers(pair.sentence))),
                "semantica": is_right(pair, semantica_triples(semantica(pair.sentence, names))),
            }
            for name, verdict in found.items():
                right[name][pair.phenomenon] += verdict
    return right


def compare_events(stories: Path, model: str | None) -> Iterator[str]:
    """Return the lines of a table of annotated stories, by triggers."""
    with peer_pipeline(model) as (peers, place):
        semantica = semantica_reader(place)
        readers = {
            "textacy": lambda text, _: textacy_relations(peers(text)),
            "semantica": lambda text, names: semantica_relations(semantica(text, names)),
        }
        return event_table(count_events(stories, readers, peers, load(), load_knowledge()))


def table(pairs: list[Pair], right: dict[str, Counter[str]], only: list[str]) -> Iterator[str]:
    """Yield the lines of a Markdown table: a row for each phenomenon, or for those of `only`, and one for all."""
    counts = Counter(pair.phenomenon for pair in pairs)
    yield "| | sentences | " + " | ".join(right) + " |"
    yield "|---" * (2 + len(right)) + "|"
    for phenomenon, count in counts.items():
        if not only or phenomenon in only:
            shares = (f"{right[tool][phenomenon] / count:.0%}" for tool in right)
            yield f"| {phenomenon} | {count} | " + " | ".join(shares) + " |"
    shares = (f"{right[tool].total() / counts.total():.0%}" for tool in right)
    yield f"| all | {counts.total()} | " + " | ".join(shares) + " |"


def main() -> None:
    """Read the command line and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="phenomena to show, with commas between; the last row is of all")
    parser.add_argument("--model", help="a spaCy pipeline for the peers, with the labels that they are written for")
    parser.add_argument("--events", type=Path, help="a JSONL file of annotated stories to read in place of the pairs")
    options = parser.parse_args()
    logging.disable(logging.WARNING)
    if options.events is not None:
        sys.stdout.writelines(f"{line}\n" for line in compare_events(options.events, options.model))
        return
    pairs = [p for p in read_pairs(PAIRS) if p.events and all(sides(event) is not None for event in p.events)]
    only = [name for name in options.only.split(",") if name]
    sys.stdout.writelines(f"{line}\n" for line in table(pairs, compare(pairs, options.model), only))


if __name__ == "__main__":
    main()

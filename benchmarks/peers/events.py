"""How many annotated events kg and the peers mention at all, on stories of which no rule was written.

    python benchmarks/peers/compare.py --events STORIES.jsonl

A story is a line with `id`, `sentences` and, for each sentence, its `events`: an object with `class`, `trigger` and
`args`, which are pairs of a role and words. The measure is generous to the peers, who know no classes and no roles: an
event counts as found where they give a relation, in its sentence, among whose words (subject, predicate and object)
is the trigger, in any inflection. For kg an event of the graph must have its trigger there; `kg (class)` asks for its
class as well. The last column is how many of the relations, or events, that a tool gives hold an annotated trigger.
semantica is told which words are entities: all annotated arguments.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.pipeline import read_document
from kg.records import Document, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from spacy.language import Language

    from kg.knowledge import Knowledge
    from kg.records import DocumentRecord

    Relations = Callable[[str, tuple[str, ...]], list[frozenset[str]]]

SAME_CLASS = {"Negotiation": "Conversation", "PrisonerExchange": "PrisonerRelease", "Exercise": "Mobilization"}
SAME_CLASS |= {"Visit": "Meeting", "Expulsion": "Sanction"}


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated event: its class, where its trigger begins in the sentence, and the trigger itself."""

    kind: str
    start: int
    trigger: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, where it begins in its story, its events and the words of their arguments."""

    text: str
    start: int
    events: tuple[Gold, ...]
    arguments: tuple[str, ...]


def read_stories(path: Path) -> Iterator[list[Sentence]]:
    """Yield the sentences of each story; those of a story stand in a row, with a space between them."""
    for line in path.read_text(encoding="utf-8").splitlines():
        story, start, found = json.loads(line), 0, []
        for text, events in zip(story["sentences"], story["events"], strict=True):
            golds = tuple(Gold(event["class"], *_place(text, event["trigger"])) for event in events)
            arguments = sorted({_place(text, words)[1] for event in events for _, words in event["args"]})
            found.append(Sentence(text, start, golds, tuple(arguments)))
            start += len(text) + 1
        yield found


def _place(text: str, words: str) -> tuple[int, str]:
    """Return where the words begin, and the words; `fire#2` are those that stand there the second time."""
    plain, _, times = words.partition("#") if re.fullmatch(r".*#\d", words, re.DOTALL) else (words, "", "")
    places = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(plain)}(?!\w)", text)] or [text.find(plain)]
    return places[min(int(times or 1), len(places)) - 1], plain


def count_events(
    path: Path, peers: dict[str, Relations], parser: Language, ours: Language, known: Knowledge
) -> dict[str, Counter[str]]:
    """Return for each tool how many events it found, how much it gave, and how much of that holds a trigger.

    `parser` gives the base forms of words, `ours` reads for kg.
    """
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("kg (class)", "kg", *peers)}
    for at, sentences in enumerate(read_stories(path)):
        text = " ".join(sentence.text for sentence in sentences)
        told = list(_triggers(read_document(Document(f"story-{at}", text), ours, known)))
        for sentence in sentences:
            _count_kg(counts, sentence, told)
            bases = {token.text: token.lemma_ for token in parser(sentence.text)}
            for name, relations in peers.items():
                given = relations(sentence.text, sentence.arguments)
                _count_peer(counts[name], [{bases.get(word, word) for word in one} for one in given], sentence, bases)
    return counts


def _count_peer(count: Counter[str], given: list[set[str]], sentence: Sentence, bases: Mapping[str, str]) -> None:
    triggers = [bases.get(gold.trigger, gold.trigger) for gold in sentence.events]
    count["gold"] += len(triggers)
    count["found"] += sum(any(trigger in words for words in given) for trigger in triggers)
    count["given"] += len(given)
    count["with trigger"] += sum(bool(words & set(triggers)) for words in given)


def _triggers(record: DocumentRecord) -> Iterator[tuple[int, int, str]]:
    """Yield where the trigger of each event mention that is in the graph begins and ends, and its class."""
    for mention in record.event_mentions:
        if mention.fate is not None and mention.fate.outcome is not Outcome.DROPPED:
            yield mention.trigger.start, mention.trigger.end, SAME_CLASS.get(mention.kind, mention.kind)


def _count_kg(counts: dict[str, Counter[str]], sentence: Sentence, told: list[tuple[int, int, str]]) -> None:
    here = [one for one in told if 0 <= one[0] - sentence.start < len(sentence.text)]
    for name, with_class in (("kg (class)", True), ("kg", False)):
        answers = [
            {at for at, one in enumerate(here) if _is_at(one, sentence.start + gold.start, gold.kind, with_class)}
            for gold in sentence.events
        ]
        counts[name]["gold"] += len(answers)
        counts[name]["found"] += sum(bool(answer) for answer in answers)
        counts[name]["given"] += len(here)
        counts[name]["with trigger"] += len(set().union(*answers))


def _is_at(told: tuple[int, int, str], place: int, kind: str, with_class: bool) -> bool:
    start, end, own = told
    return start <= place < end and (not with_class or own == kind)


def event_table(counts: dict[str, Counter[str]]) -> Iterator[str]:
    """Yield the lines of a Markdown table: found of all events, and how much of what was given holds a trigger."""
    yield "| | events found | given | of these with a trigger |"
    yield "|---|---|---|---|"
    for name, count in counts.items():
        found, given = count["found"] / max(1, count["gold"]), count["with trigger"] / max(1, count["given"])
        yield f"| {name} | {found:.0%} ({count['found']} of {count['gold']}) | {count['given']} | {given:.0%} |"

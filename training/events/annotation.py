"""Annotated stories as words: `python -m training.events.annotation STORIES.jsonl ... --out FILE` prepares a corpus.

Annotation names triggers and arguments by their words. Here each becomes one word of the sentence: the trigger, and of
an argument the word that its other words hang on in the tree of the packaged pipeline.
"""

from __future__ import annotations

import argparse
import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import kg
from kg.language.labels import EVENT_CLASSES, FACTUALITIES, ROLES, SOURCE, STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Argument:
    """A role and a word of the sentence: the head of the phrase that words[start:end] are."""

    role: str
    head: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Event:
    """An annotated event of a sentence; the one who tells of it is an argument, too; `status` is that of a transfer."""

    trigger: int
    kind: str
    factuality: str
    arguments: tuple[Argument, ...]
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence as words with the events that it tells; `spaced` says whether white space precedes a word."""

    words: tuple[str, ...]
    spaced: tuple[bool, ...]
    events: tuple[Event, ...]


Story = list[Told]


def locate(text: str, words: str) -> tuple[int, int] | None:
    """Return where words stand in a text, as whole words where they do; `words#2` is the second place."""
    counted = re.fullmatch(r"(.*)#(\d)", words, re.DOTALL)
    words, number = (counted.group(1), int(counted.group(2))) if counted else (words, 1)
    whole = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    places = whole or [m.span() for m in re.finditer(re.escape(words), text)]
    return places[min(number, len(places)) - 1] if places else None


def phrase_at(doc: Doc, start: int, end: int) -> tuple[int, int, int] | None:
    """Return the head and the bounds, as token indices, of what stands at characters; the head hangs on no other."""
    inside = [t for t in doc if t.idx < end and t.idx + len(t) > start and not t.is_space]
    heads = [t.i for t in inside if t.head.i == t.i or t.head not in inside]
    return (heads[0], inside[0].i, inside[-1].i + 1) if heads else None


def marked(doc: Doc, sentence: str, at: int, events: Sequence[dict[str, Any]]) -> Iterator[Event]:
    """Yield the annotated events of a sentence that stands at a character of a Doc; what is not in it is left out."""

    def place(words: str) -> tuple[int, int, int] | None:
        span = locate(sentence, words)
        return phrase_at(doc, span[0] + at, span[1] + at) if span else None

    for event in events:
        trigger = place(event["trigger"])
        told = [*event["args"], *([[SOURCE, event["by"]]] if event.get("by") else [])]
        arguments = ((role, place(words)) for role, words in told if role in ROLES)
        status = event.get("status")
        if trigger and event["class"] in EVENT_CLASSES and event["fact"] in FACTUALITIES:
            yield Event(
                trigger[0],
                event["class"],
                event["fact"],
                tuple(Argument(role, *bounds) for role, bounds in arguments if bounds),
                status if status in STATUSES else None,
            )


def told(doc: Doc, events: Sequence[dict[str, Any]]) -> Told:
    """Return an annotated sentence as words."""
    spaced = tuple(t.idx == 0 or doc.text[t.idx - 1].isspace() for t in doc)
    return Told(tuple(t.text for t in doc), spaced, tuple(marked(doc, doc.text, 0, events)))


def read_stories(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the stories of a file of annotation: `id`, `sentences`, and `events` for each sentence."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def read_prepared(path: Path) -> list[Story]:
    """Return the stories of a file that `main` has written."""
    with path.open(encoding="utf-8") as lines:
        return [[_told(sentence) for sentence in json.loads(line)] for line in lines]


def _told(fields: dict[str, Any]) -> Told:
    events = (
        Event(**(event | {"arguments": tuple(Argument(**a) for a in event["arguments"])})) for event in fields["events"]
    )
    return Told(tuple(fields["words"]), tuple(fields["spaced"]), tuple(events))


def main() -> None:
    """Write one story a line: its sentences as words, with what they tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    nlp = kg.load()
    with args.out.open("w", encoding="utf-8") as out:
        for story in (s for path in args.stories for s in read_stories(path)):
            pairs = zip(nlp.pipe(story["sentences"]), story["events"], strict=True)
            out.write(json.dumps([asdict(told(doc, events)) for doc, events in pairs]) + "\n")


if __name__ == "__main__":
    main()

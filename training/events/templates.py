"""Sentences of our own as annotated stories: `python -m training.events.templates --count N --out STORIES.jsonl`."""

from __future__ import annotations

import argparse
import json
import random
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.language.labels import EVENT_CLASSES, FACTUALITIES, ROLES, SOURCE, STATUSES
from training.gazetteer import words

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = re.compile(r"<(?P<event>\w)!(?P<trigger>[^>]+)>|<(?P<roles>[\w.,]+)\|(?P<words>[^>]+)>|\{(?P<list>\w+)\}")
_SLOT = re.compile(r"\{(\w+)\}")
_NAME = "{people}"
_HEADER = re.compile(r"(\w)=(\w+)/(\w+)(?:/(\w+))?")


@dataclass(slots=True)
class _Draft:
    """A sentence in the making: its text, and what was said of it so far."""

    events: dict[str, dict[str, Any]]
    text: str = ""
    #: Where triggers and arguments stand, to be told by their words once the sentence is complete.
    places: list[tuple[str, str, int, int]] = field(default_factory=list)

    def add(self, text: str, *told: tuple[str, str]) -> None:
        """Append words that are the given (event, role), where the role of a trigger is empty."""
        self.places += [(event, role, len(self.text), len(self.text) + len(text)) for event, role in told]
        self.text += text


def _filled(text: str, lists: dict[str, list[str]], rng: random.Random) -> str:
    return _SLOT.sub(lambda slot: re.sub(r"([$€£]) ", r"\1", rng.choice(lists[slot.group(1)])), text)


def _argument(draft: _Draft, told: list[tuple[str, str]], text: str, lists: Any, rng: random.Random) -> None:
    """Append an argument, or a coordination of them, without the office before a name."""
    if text.startswith("{+"):
        items = rng.sample(lists[text[2:-1]], rng.choice([1, 1, 2, 3]))
        for number, item in enumerate(items):
            draft.add("" if not number else " and " if number == len(items) - 1 else ", ")
            draft.add(item, *told)
        return
    if text.endswith(_NAME):
        draft.add(_filled(text.removesuffix(_NAME), lists, rng))
        text = _NAME
    if text[:4].lower() == "the ":
        draft.add(text[:4])
        text = text[4:]
    draft.add(_filled(text, lists, rng), *told)


def _drafted(template: str, lists: dict[str, list[str]], rng: random.Random) -> _Draft:
    header, _, body = template.partition(" | ")
    draft = _Draft({
        name: {"class": kind, "fact": fact, "status": status, "args": [], "by": None}
        for name, kind, fact, status in _HEADER.findall(header)
    })  # fmt: skip
    last = 0
    for mark in _MARK.finditer(body):
        draft.add(body[last : mark.start()])
        last = mark.end()
        if mark["event"]:
            draft.add(mark["trigger"], (mark["event"], ""))
        elif mark["roles"]:
            told = [(pair[0], pair[2:]) for pair in mark["roles"].split(",")]
            _argument(draft, told, mark["words"], lists, rng)
        else:
            draft.add(_filled(mark.group(), lists, rng))
    draft.add(body[last:])
    return draft


def _counted(text: str, start: int, end: int) -> str:
    """Return words with their number where they stand more than once: the second is `words#2`."""
    places = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(text[start:end])}(?!\w)", text)]
    return text[start:end] if places[:1] == [start] else f"{text[start:end]}#{places.index(start) + 1}"


def _story(template: str, lists: dict[str, list[str]], rng: random.Random) -> dict[str, Any]:
    draft = _drafted(template, lists, rng)
    for event, role, start, end in draft.places:
        told = _counted(draft.text, start, end)
        if role == SOURCE:
            draft.events[event]["by"] = told
        elif role:
            draft.events[event]["args"].append([role, told])
        else:
            draft.events[event]["trigger"] = told
    return {"sentences": [draft.text], "events": [list(draft.events.values())]}


def _check(template: str) -> None:
    """Raise ValueError where a template names what is not known, or leaves an event without a trigger."""
    header, _, body = template.partition(" | ")
    events = _HEADER.findall(header)
    known = all(
        kind in EVENT_CLASSES and fact in FACTUALITIES and (not status or status in STATUSES)
        for _, kind, fact, status in events
    )
    marks = list(_MARK.finditer(body))
    roles = {pair[2:] for mark in marks if mark["roles"] for pair in mark["roles"].split(",")}
    if not known or roles - set(ROLES) or {name for name, *_ in events} != {m["event"] for m in marks if m["event"]}:
        raise ValueError(f"event_templates.txt: {template}")


def generate(count: int, seed: int) -> Iterator[dict[str, Any]]:
    """Yield `count` stories of one sentence, as annotation is kept; the same seed gives the same."""
    rng = random.Random(seed)  # noqa: S311
    templates = words("event_templates")
    for template in templates:
        _check(template)
    names = {name for template in templates for name in re.findall(r"\{\+?(\w+)\}", template)}
    lists = {name: words(name) for name in sorted(names)}
    for number in range(count):
        yield _story(templates[number % len(templates)], lists, rng)


def without_events(count: int, seed: int) -> Iterator[dict[str, Any]]:
    """Yield `count` stories of one sentence that tells no event in words that tell one elsewhere."""
    rng = random.Random(seed)  # noqa: S311
    templates = words("event_negatives")
    lists = {name: words(name) for name in sorted({n for template in templates for n in _SLOT.findall(template)})}
    for number in range(count):
        yield {"sentences": [_filled(templates[number % len(templates)], lists, rng)], "events": [[]]}


def main() -> None:
    """Write the stories, for training.events.annotation to prepare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1600)
    parser.add_argument("--without-events", type=int, default=0, help="as many that tell none, in such words")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    stories = (*generate(args.count, args.seed), *without_events(args.without_events, args.seed))
    lines = (json.dumps(story, ensure_ascii=False) + "\n" for story in stories)
    args.out.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()

"""Stories as windows with the events that they tell, cut anew in every pass, and as padded tensors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch

from kg.language.labels import EVENT_CLASSES, FACTUALITIES, ROLE_GROUPS, STATUSES
from training.examples import Sentence
from training.windows import IGNORE, Cutter, Window, disturb, tensors

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

    from torch import Tensor

    from training.events.annotation import Event, Story, Told

#: Group and class in it of each role.
_PLACES = {role: (number, group.index(role) + 1) for number, group in enumerate(ROLE_GROUPS) for role in group}
#: Pieces of a window in training, least and most.
SHORTEST, LONGEST = 20, 170


@dataclass(frozen=True, slots=True)
class Target:
    """An event of a window: word, classes, (group, class, word) of each role, and the bounds of its sentence."""

    trigger: int
    kind: int
    factuality: int
    status: int
    roles: tuple[tuple[int, int, int], ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class EventWindow:
    """A window and its events, at most one a word."""

    window: Window
    targets: tuple[Target, ...]

    @property
    def ids(self) -> list[int]:
        """Return its pieces, by whose number batches are made."""
        return self.window.ids


def _target(event: Event, start: int, size: int) -> Target:
    return Target(
        start + event.trigger,
        1 + EVENT_CLASSES.index(event.kind),
        FACTUALITIES.index(event.factuality),
        1 + STATUSES.index(event.status) if event.status else 0,
        tuple((*_PLACES[a.role], start + a.head) for a in event.arguments),
        start,
        start + size,
    )


def window_of(group: Sequence[Told], breaks: Sequence[bool], cutter: Cutter, rng: random.Random | None) -> EventWindow:
    """Return a window of sentences, in another case now and then where there is chance."""
    sentences, targets, base = [], {}, 0
    for told in group:
        sentence = Sentence("", "", told.words, told.spaced, ())
        sentences.append(disturb(sentence, rng, syntax=False) if rng else sentence)
        for event in told.events:
            targets.setdefault(base + event.trigger, _target(event, base, len(told.words)))
        base += len(told.words)
    return EventWindow(cutter.window(sentences, breaks, 1.0), tuple(targets.values()))


def event_windows(stories: Sequence[Story], cutter: Cutter, rng: random.Random) -> Iterator[EventWindow]:
    """Yield windows that cover the stories, each up to a random number of pieces."""
    for story in stories:
        group: list[Told] = []
        size, limit = 0, rng.randint(SHORTEST, LONGEST)
        newlines = rng.choice([0.0, 0.3, 1.0])
        for told in (*story, None):
            length = sum(len(cutter.pieces(word)) for word in told.words) if told else limit
            if group and size + length > limit:
                yield window_of(group, [rng.random() < newlines for _ in group], cutter, rng)
                group, size, limit = [], 0, rng.randint(SHORTEST, LONGEST)
            if told:
                group.append(told)
                size += length


def event_tensors(batch: list[EventWindow]) -> dict[str, Tensor]:
    """Return padded tensors: those of the windows, the class of every word, and of every event its row and targets.

    at: window of each of E events; trigger, kind, factuality, status: E; roles: E x groups x N, IGNORE outside the
    sentence and at the trigger.
    """
    out = tensors([w.window for w in batch])
    words = out["first"].shape[1]
    told = [(row, target) for row, window in enumerate(batch) for target in window.targets]
    kinds = torch.where(out["sentence"] >= 0, 0, IGNORE)
    roles = torch.full((len(told), len(ROLE_GROUPS), words), IGNORE)
    for number, (row, target) in enumerate(told):
        kinds[row, target.trigger] = target.kind
        roles[number, :, target.start : target.end] = 0
        for group, role, word in target.roles:
            roles[number, group, word] = role
        roles[number, :, target.trigger] = IGNORE
    columns = {
        name: [getattr(target, name) for _, target in told] for name in ("trigger", "kind", "factuality", "status")
    }
    columns["at"] = [row for row, _ in told]
    return (
        out
        | {"kinds": kinds, "roles": roles}
        | {name: torch.tensor(v, dtype=torch.long) for name, v in columns.items()}
    )

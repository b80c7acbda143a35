"""How far long work is, with its rate and the time that is left: a bar on a terminal, now and then a line in a log."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final, TypeVar

from kg.cli.saying import is_quiet, note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console
    from rich.progress import Progress

_Item = TypeVar("_Item")
_MINUTE: Final = 60
EVERY: Final = 30.0
"""Seconds between two lines of a log, so that short work leaves none."""


def tracked(items: Iterable[_Item], total: int | None, *, label: str = "Reading") -> Iterator[_Item]:
    """Yield the items, `total` of them if that is known, and say on stderr how far they are, unless it is to be quiet.

    The bar on a terminal goes when the work is done.
    """
    from rich.console import Console

    console = Console(stderr=True)
    if is_quiet():
        yield from items
    elif console.is_terminal:
        with _bar(console) as bar:
            yield from bar.track(items, total, description=label)
    else:
        yield from _told(items, total, label)


def _bar(console: Console) -> Progress:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, Task, TextColumn, TimeRemainingColumn
    from rich.text import Text

    class Rate(TextColumn):
        def render(self, task: Task) -> Text:
            return Text("" if task.speed is None else f"{task.speed:.1f} a second")

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Rate(""), TimeRemainingColumn())
    return Progress(*columns, console=console, transient=True)


def _told(items: Iterable[_Item], total: int | None, label: str) -> Iterator[_Item]:
    """Say a line every so often; the rate is that since the last one, as what was kept of earlier work is quick."""
    last, then = 0, monotonic()
    for done, item in enumerate(items, start=1):
        yield item
        now = monotonic()
        if now - then >= EVERY:
            rate = (done - last) / (now - then)
            left = "" if total is None else f" of {total:,}, {_span((total - done) / rate)} left"
            note(f"{label}: {done:,}{left}, {rate:.1f} a second")
            last, then = done, now


def _span(seconds: float) -> str:
    """Return a stretch of time in hours and minutes, or in seconds where it is shorter."""
    if seconds < _MINUTE:
        return f"{seconds:.0f} s"
    hours, minutes = divmod(round(seconds / _MINUTE), _MINUTE)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"

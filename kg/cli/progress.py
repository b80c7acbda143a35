"""The progress bar of long work: on a terminal only, not for who wants it quiet, and gone when the work is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from kg.cli.saying import is_quiet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_Item = TypeVar("_Item")


def tracked(items: Iterable[_Item], total: int | None, *, label: str = "Reading") -> Iterator[_Item]:
    """Yield the items, `total` of them if that is known, and show on stderr how many are done."""
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    hidden = is_quiet() or not console.is_terminal
    yield from track(items, label, total, console=console, transient=True, disable=hidden)

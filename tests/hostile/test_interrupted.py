"""A signal at any step of a writing: the file or the store is the old one or the new one, and nothing else is left."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from kg import files
from kg.files import replaced
from kg.store import disk
from kg.store.disk import keep_store
from kg.store.graph import format_of, load

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import FrameType

    Trace = Callable[[FrameType, str, object], "Trace"]

# A file that a signal met just opened is closed by the interpreter.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")

NEVER = sys.maxsize
WRITING = {files.__file__, disk.__file__}


class Signal(BaseException):
    """What a signal's handler raises."""


def interrupted(write: Callable[[], None], step: int) -> int:
    """Write, and raise at a step of the interpreter in the code that writes; return how many steps it took."""
    taken = 0

    def trace(frame: FrameType, event: str, _: object) -> Trace | None:
        nonlocal taken
        if frame.f_code.co_filename not in WRITING:
            return None
        frame.f_trace_opcodes = True
        if event == "opcode":
            taken += 1
            if taken == step:
                raise Signal
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        write()
    except Signal:
        pass
    finally:
        sys.settrace(before)
    return taken


def test_a_file_is_the_old_one_or_the_new_one_at_any_step(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"

    def write() -> None:
        with replaced(path) as stream:
            stream.write(b"new")

    seen = set()
    for step in range(1, interrupted(write, NEVER) + 1):
        path.write_bytes(b"old")
        interrupted(write, step)
        assert list(tmp_path.iterdir()) == [path], step
        seen.add(path.read_bytes())
    assert seen == {b"old", b"new"}


def test_a_store_is_the_old_one_or_the_new_one_at_any_step(tmp_path: Path) -> None:
    store, old, new = (tmp_path / name for name in ("store", "old.nt", "new.nt"))
    old.write_text("<x:a> <x:b> <x:old> .\n", encoding="utf-8")
    new.write_text("<x:a> <x:b> <x:new> .\n", encoding="utf-8")

    def write() -> None:
        keep_store(new, format_of(new), store)

    def kept() -> str:
        return next(iter(load(store))).object.value

    seen = set()
    for step in range(1, interrupted(write, NEVER) + 1):
        if kept() == "x:new":
            keep_store(old, format_of(old), store)
        interrupted(write, step)
        assert sorted(tmp_path.iterdir()) == [new, old, store], step
        seen.add(kept())
    assert seen == {"x:old", "x:new"}

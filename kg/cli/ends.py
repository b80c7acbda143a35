"""How a command ends: by an error, by a signal, by a full disk or by a reader who has gone away."""

from __future__ import annotations

import errno
import logging
import os
import signal
import sys
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final, NoReturn

import click

from kg.errors import KgError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

_ENDING: Final = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
_BY_SIGNAL: Final = 128
"""What shells add to the number of the signal that ended a command."""


class Failure(click.ClickException):
    """What ends a command in one line on stderr, exit status 1."""

    def show(self, file: Any = None) -> None:
        """Write the line."""
        click.echo(f"kg: {self.message}", file=file, err=file is None)


class _EndedError(BaseException):
    """A signal that ends the command: whatever cleans up on the way out does."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(number)


@contextmanager
def orderly() -> Iterator[None]:
    """Let a block end in order: an error of ours or of the system in one line, a signal with what it left cleaned up.

    The exit status is 1 after an error and, after a signal, 128 and its number, as shells have it.
    """
    # What a library logs of a broken file is told in a line of our own, with the file's name.
    logging.getLogger().addHandler(logging.NullHandler())
    if sys.stdout is None:
        raise Failure("standard output is closed (send it to a file, or to /dev/null)")
    try:
        with _signals():
            yield
            # A reader that has gone away and a full disk show here, and not when the interpreter closes stdout.
            sys.stdout.flush()
    except KgError as error:
        raise Failure(str(error)) from error
    except KeyboardInterrupt:
        _end(signal.SIGINT, told="interrupted")
    except _EndedError as error:
        _end(error.number, told=f"ended by {signal.Signals(error.number).name}")
    except OSError as error:
        _silence()
        if error.errno == errno.EPIPE:
            _end(getattr(signal, "SIGPIPE", 13))
        raise Failure(_problem(error)) from error
    except MemoryError as error:
        raise Failure("there is not enough memory (give less at once, or fewer --workers)") from error


def _problem(error: OSError) -> str:
    place = f"{error.filename}: " if error.filename else ""
    if error.errno == errno.ENOSPC:
        return f"{place}no room is left there or in the folder for temporary files (make room, or set TMPDIR)"
    return f"{place}{error.strerror or error} (check the file, its folder and their permissions)"


def _end(number: int, *, told: str = "") -> NoReturn:
    if told:
        click.echo(f"kg: {told}", err=True)
    raise click.exceptions.Exit(_BY_SIGNAL + number)


def _silence() -> None:
    """Lead standard output nowhere, or the interpreter fails at it once more when it ends."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


@contextmanager
def _signals() -> Iterator[None]:
    """Turn the signals that end a process into an exception while the block runs; only a main thread can."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(number: int, frame: FrameType | None) -> NoReturn:
        del frame
        raise _EndedError(number)

    # Whoever had a signal ignored, as nohup does, wants it so.
    before = {number: signal.getsignal(number) for number in _ENDING}
    changed = {number: handler for number, handler in before.items() if handler is signal.SIG_DFL}
    for number in changed:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number, handler in changed.items():
            signal.signal(number, handler)

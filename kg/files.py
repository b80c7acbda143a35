"""Files that are replaced whole or not at all, and what they hold in one word."""

from __future__ import annotations

import glob
import hashlib
import os
import secrets
import shutil
import stat
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from kg.errors import GraphError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.errors import KgError


def digest_of_files(paths: Iterable[Path], *, root: Path) -> str:
    """Return the SHA-256 of files by their names under `root` and their bytes, whatever their order."""
    whole = hashlib.sha256()
    for path in sorted(paths):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        whole.update(f"{path.relative_to(root).as_posix()}\0{content}\0".encode())
    return whole.hexdigest()


def refuse_device(path: Path, error: type[KgError]) -> None:
    """Raise an error for a device, which may give bytes for ever as no pipe does; OSError where there is nothing."""
    mode = path.stat().st_mode
    if stat.S_ISCHR(mode) or stat.S_ISBLK(mode):
        raise error("is a device", place=str(path), remedy="name a file")


_LEFT: Final = ".tmp"
"""How the name of what is not finished ends."""


@contextmanager
def replaced(path: Path, *, durable: bool = True) -> Iterator[IO[bytes]]:
    """Give a binary stream whose bytes become the file at `path` when the block ends well.

    The new bytes are on disk before the old file goes, in one step; a file that is not `durable` may be lost with the
    power, and is written in less time. On any error the old file stays as it is and nothing else is left behind.
    Missing folders are made. Raises GraphError where the file can not be written.
    """
    # What a link points at is replaced, and the link stays.
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise GraphError("is a folder", place=str(path), remedy="name a file in it")
    if target.exists() and not target.is_file():
        raise GraphError("is a device or a pipe, not a file", place=str(path), remedy="name a file")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(path, error) from error
    with unfinished(target) as work:
        try:
            with open(work, "xb", opener=_private) as stream:
                yield stream
                os.fchmod(stream.fileno(), _mode(target))
                stream.flush()
                if durable:
                    os.fsync(stream.fileno())
            work.replace(target)
            if durable:
                _sync(target.parent)
        except OSError as error:
            # The block may fail at a file of its own, which is not ours to explain.
            if error.filename in {None, str(work)}:
                raise _unwritable(path, error) from error
            raise


@contextmanager
def unfinished(target: Path) -> Iterator[Path]:
    """Give the name of a new neighbour of a path: what stands there when the block ends is gone, however it ends.

    It is named before anything is made, as a signal may come in between. What processes left that were killed, which
    can remove nothing, goes too.
    """
    _sweep(target)
    work = target.with_name(f".{target.name}.{os.getpid()}.{secrets.token_hex(4)}{_LEFT}")
    try:
        try:
            yield work
        finally:
            _remove(work)
    finally:
        _remove(work)  # for a signal that came while it went


def _sweep(target: Path) -> None:
    """Remove neighbours of a path that are not finished and whose process is gone."""
    for left in target.parent.glob(f".{glob.escape(target.name)}.*.*{_LEFT}"):
        maker = left.name.removeprefix(f".{target.name}.").partition(".")[0]
        if maker.isdecimal() and not _is_alive(int(maker)):
            _remove(left)


def _remove(path: Path) -> None:
    with suppress(OSError):
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def _private(path: str, flags: int) -> int:
    """Open a file for nobody else as long as it is not finished."""
    return os.open(path, flags, mode=0o600)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def check_writable(path: Path) -> None:
    """Make the folder of a file, and raise GraphError now where `replaced` could not write it later."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=path.parent).close()
    except OSError as error:
        raise _unwritable(path, error) from error


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _mode(target: Path) -> int:
    """Return the permissions of the old file, or those that a new file gets from the process."""
    with suppress(FileNotFoundError):
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _unwritable(path: Path, error: OSError) -> GraphError:
    remedy = "choose a place where you may write and that has room"
    return GraphError(f"can not be written: {error.strerror}", place=str(path), remedy=remedy)

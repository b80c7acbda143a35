"""Files of many articles, packed or not, read a line at a time: neither a line nor a packed file fills the memory."""

from __future__ import annotations

import gzip
import io
import zlib
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Final, cast

from kg.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path, PurePath

    from kg.errors import KgError

LARGEST: Final = 50_000_000
"""Bytes of the longest file, line or record that is read as one article."""
_PACKERS: Final = frozenset({".gz", ".zst"})
_MOST_TIMES: Final = 200
"""How many times its size a file may unpack to; prose packs to a third or a quarter, a bomb to a thousandth."""
ALWAYS: Final = 5_000_000
"""Bytes that any packed file may unpack to: the same article, thousands of times."""


def suffix_of(path: PurePath) -> str:
    """Return what a file's name ends in, in lower case: of a packed one the kind of what is in it as well."""
    suffixes = [suffix.lower() for suffix in path.suffixes[-2:]]
    return "".join(suffixes if suffixes and suffixes[-1] in _PACKERS else suffixes[-1:])


def lines_of(path: Path, *, on_problem: Callable[[KgError], None]) -> Iterator[bytes]:
    """Yield the lines of a file, unpacked as its name says; one that is too long is reported, and is empty.

    Raises InputError where the file is damaged, or unpacks to more than text can, with the line that was reached.
    """
    number = 0
    with path.open("rb") as packed, _unpacked(packed, suffix_of(path), place=str(path)) as stream:
        try:
            size = 0
            while line := stream.readline(LARGEST + 1):
                number += 1
                size += len(line)
                check_size(size, packed.tell(), place=f"{path}:{number}")
                if len(line) > LARGEST:
                    here = f"{path}:{number}"
                    while line and not line.endswith(b"\n"):
                        line = stream.readline(LARGEST)
                        size += len(line)
                        check_size(size, packed.tell(), place=here)
                    on_problem(InputError(f"has more than {LARGEST:,} bytes", place=here, remedy="split it"))
                    line = b"\n"
                yield line
        except _damages() as error:
            remedy = "fetch it anew; what stands before is read"
            raise InputError(f"is damaged there: {error}", place=f"{path}:{number + 1}", remedy=remedy) from error


def needs(package: str, *, place: str) -> InputError:
    """Return the problem of a file for which a package of the extra is not installed."""
    return InputError(f"is read with {package}, which is not here", place=place, remedy="pip install 'newskg[archive]'")


@contextmanager
def _unpacked(packed: IO[bytes], suffix: str, *, place: str) -> Iterator[IO[bytes]]:
    if suffix.endswith(".gz"):
        with gzip.open(packed, "rb") as stream:
            yield cast("IO[bytes]", stream)
    elif suffix.endswith(".zst"):
        try:
            import zstandard
        except ImportError as error:
            raise needs("zstandard", place=place) from error
        with zstandard.ZstdDecompressor().stream_reader(packed, read_across_frames=True, closefd=False) as stream:
            yield io.BufferedReader(stream)
    else:
        yield packed


def check_size(unpacked: int, packed: int, *, place: str) -> None:
    """Raise InputError where so many bytes came out of so few that they are no text."""
    if unpacked > ALWAYS and unpacked > _MOST_TIMES * packed:
        problem = f"unpacks to more than {_MOST_TIMES} times its size, which no text does"
        raise InputError(problem, place=place, remedy="leave it out, or unpack it yourself")


def _damages() -> tuple[type[Exception], ...]:
    """Return what the libraries raise where a packed file is damaged or cut off."""
    known = (gzip.BadGzipFile, EOFError, zlib.error)
    try:
        from zstandard import ZstdError
    except ImportError:
        return known
    return (*known, ZstdError)

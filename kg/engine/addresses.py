"""Files at addresses (hdfs://, s3://, gs://, file://): one machine lists them, and who reads one fetches it."""

from __future__ import annotations

import re
import shutil
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from kg.errors import MESSAGE, InputError
from kg.ingest import KNOWN_SUFFIXES, Metadata, Row, name_of, suffix_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]+://")
_OF_HADOOP: Final = {"s3a": "s3", "s3n": "s3"}
"""What Hadoop calls the schemes of file systems that others know by another name."""
_BLOCK: Final = 1 << 20


def is_address(source: str) -> bool:
    """Say whether a source is an address and no path."""
    return _ADDRESS.match(source) is not None


def rows_at(address: str) -> list[Row]:
    """Return the files at an address or below it that may hold articles, sorted; InputError where there is none.

    The place of each is its address, by which `fetched` finds it. Manifests are files like others there.
    """
    from pyarrow.fs import FileSelector, FileType

    with _telling(address):
        system, path = _system(address)
        about = system.get_file_info(path)
        below = about.type == FileType.Directory
        found = system.get_file_info(FileSelector(path, recursive=True)) if below else [about]
        files = sorted(each.path for each in found if each.type == FileType.File)
    folder = PurePosixPath(path if below else PurePosixPath(path).parent)
    names = [PurePosixPath(file).relative_to(folder) for file in files]
    start = address.rstrip("/") if below else address.rpartition("/")[0]
    known = [name for name in names if suffix_of(name) in KNOWN_SUFFIXES or not below]
    if not known:
        raise InputError("holds no articles", place=address, remedy="check the address")
    return [Row(f"{start}/{name}", Path(name), name_of(name), Metadata()) for name in known]


@contextmanager
def fetched(row: Row) -> Iterator[Row]:
    """Give the file of `rows_at` as one of this machine, which goes when it has been read."""
    with TemporaryDirectory(prefix="kg-") as folder:
        file = Path(folder, row.file.name)
        with _telling(row.place):
            system, path = _system(row.place)
            with system.open_input_file(path) as source, file.open("wb") as target:
                shutil.copyfileobj(source, target, _BLOCK)
        yield row._replace(file=file)


def _system(address: str) -> tuple[Any, str]:
    from pyarrow.fs import FileSystem

    scheme, _, rest = address.partition("://")
    system, path = FileSystem.from_uri(f"{_OF_HADOOP.get(scheme, scheme)}://{rest}")
    return system, path


@contextmanager
def _telling(address: str) -> Iterator[None]:
    from pyarrow import ArrowException

    try:
        yield
    except (ArrowException, OSError) as error:
        remedy = "check the address, and that this machine may read there"
        raise InputError(f"can not be fetched: {error}"[:MESSAGE], place=address, remedy=remedy) from error

"""WARC files, as Common Crawl and web archives keep pages: a page that was fetched is an article.

Records are read one by one, of .warc.gz the members of the gzip file; behind a damaged one the next is looked for.
"""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any, Final

from kg.errors import InputError, KgError, LeftOut, unforeseen
from kg.ingest.kinds.article import Article
from kg.ingest.kinds.streams import LARGEST, check_size, needs
from kg.ingest.kinds.web import article_of_page, decoded_page
from kg.ingest.layout import one_line
from kg.ingest.metadata import Metadata

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_BLOCK: Final = 1 << 16
_MARK, _PACKED_MARK = b"WARC/", b"\x1f\x8b\x08"
_LENGTH: Final = re.compile(rb"^content-length:[ \t]*(\d{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_HEAD_END: Final = re.compile(rb"\r?\n\r?\n")
_PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})
_WORDS: Final = "text/plain"
_FOUND: Final = "200"
_REMEDY: Final = "fetch the file anew; all other records are read"
_CHARSET: Final = re.compile(r"charset=[\"']?([\w.:-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Record:
    """The bytes of a record, unpacked, or what is wrong with them, and where the next begins."""

    content: bytes | str
    end: int


def articles_of_warc(path: Path, *, on_problem: Callable[[KgError], None]) -> Iterator[Article]:
    """Yield the article of each page that a WARC file holds; report records that are damaged and go on behind them.

    Pages without an article, and answers that are no page, are counted in one line. The day of a crawl is no day of
    publication and is not taken for one.
    """
    try:
        from warcio.recordloader import ArcWarcRecordLoader
    except ImportError as error:
        raise needs("warcio", place=str(path)) from error
    loader, empty, number = ArcWarcRecordLoader(), 0, 0
    for start, content in _records(path):
        place = f"{path}: record at byte {start}"
        if isinstance(content, str):
            on_problem(InputError(content, place=place, remedy=_REMEDY))
            continue
        try:
            record = _opened(loader, content, place=place)
            if record.rec_type not in {"response", "resource", "conversion"}:
                continue
            number += 1
            article = _article(record, number, place=place)
        except InputError as error:
            on_problem(error)
        except Exception as error:  # noqa: BLE001 (what a library makes of one page must not end the others)
            on_problem(unforeseen(error, place=place))
        else:
            if article is None:
                empty += 1
            else:
                yield article
    if empty:
        told = f"left out {empty} of {number} answers that hold no article"
        on_problem(LeftOut(told, place=str(path), remedy="nothing, where they are pictures, lists and errors"))


def _article(record: Any, number: int, *, place: str) -> Article | None:
    """Return the article of a server's answer, of a file, or of the words of a page (WET); None if it has none."""
    told = record.http_headers or record.rec_headers
    kind = (told.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    failed = record.http_headers and record.http_headers.get_statuscode() != _FOUND
    if failed or kind not in {*_PAGES, _WORDS}:
        return None
    data = _body(record, place=place)
    if len(data) > LARGEST:
        raise InputError(f"has more than {LARGEST:,} bytes", place=place, remedy="leave it out")
    charset = _CHARSET.search(told.get_header("Content-Type") or "")
    words = decoded_page(data, charset[1] if charset else None)
    found = (words, Metadata()) if kind == _WORDS else article_of_page(words, place=place)
    if found is None or not found[0].strip():
        return None
    name = _told(record, "WARC-Record-ID").strip("<> ").removeprefix("urn:uuid:")
    about = found[1].or_else(Metadata(url=_told(record, "WARC-Target-URI") or None))
    return Article(place, name or None, number, found[0], about)


def _told(record: Any, header: str) -> str:
    return one_line(record.rec_headers.get_header(header) or "")


def _opened(loader: Any, content: bytes, *, place: str) -> Any:
    """Return a record with its headers; raise InputError where the library fails on them, whatever that raises."""
    try:
        return loader.parse_record_stream(io.BytesIO(content))
    except Exception as error:
        raise _broken(place) from error


def _body(record: Any, *, place: str) -> bytes:
    """Return the content of a record, without what the transport made of it, up to a byte more than is read."""
    try:
        stream, parts, left = record.content_stream(), [], LARGEST + 1
        while left > 0 and (part := stream.read(min(left, _BLOCK))):
            parts.append(part)
            left -= len(part)
    except Exception as error:
        raise _broken(place) from error
    return b"".join(parts)


def _broken(place: str) -> InputError:
    return InputError("is no record that can be read", place=place, remedy=_REMEDY)


def _records(path: Path) -> Iterator[tuple[int, bytes | str]]:
    """Yield where each record begins in the file, or the gzip member that it is in, and its bytes or what is wrong.

    Raises InputError where the members unpack to more than any text does.
    """
    with path.open("rb") as stream:
        if path.suffix.lower() != ".gz":
            yield from _each(stream, _MARK, _plain)
            return
        unpacked = 0
        for start, member in _each(stream, _PACKED_MARK, _member):
            if isinstance(member, str):
                yield start, member
                continue
            unpacked += len(member)
            check_size(unpacked, stream.tell(), place=f"{path}: record at byte {start}")
            # A program that knows WARC packs one record a member; others pack several.
            yield from ((start, content) for _, content in _each(io.BytesIO(member), _MARK, _plain))


def _each(
    stream: IO[bytes], mark: bytes, one: Callable[[IO[bytes], int], _Record]
) -> Iterator[tuple[int, bytes | str]]:
    start, size = 0, stream.seek(0, io.SEEK_END)
    while start < size:
        record = one(stream, start)
        if record.content:
            yield start, record.content
        start = record.end if isinstance(record.content, bytes) else _next(stream, start + 1, mark)


def _member(stream: IO[bytes], start: int) -> _Record:
    """Return what is in the gzip member that begins there."""
    stream.seek(start)
    unpacker, parts, size = zlib.decompressobj(wbits=31), [], 0
    try:
        while not unpacker.eof:
            block = unpacker.unconsumed_tail or stream.read(_BLOCK)
            if not block:
                return _Record("is cut off", start)
            parts.append(unpacker.decompress(block, _BLOCK))
            size += len(parts[-1])
            if size > LARGEST:
                return _Record(f"unpacks to more than {LARGEST:,} bytes: it should be one record a member", start)
    except zlib.error as error:
        return _Record(f"is damaged: {error}", start)
    return _Record(b"".join(parts), stream.tell() - len(unpacker.unused_data))


def _plain(stream: IO[bytes], start: int) -> _Record:
    """Return the record that begins there, where nothing is packed; nothing of blank lines up to the end."""
    stream.seek(start)
    head = stream.read(_BLOCK)
    end = _HEAD_END.search(head)
    if not head.strip():
        return _Record(b"", start + len(head))
    length = _LENGTH.search(head, 0, end.start() + 1) if end else None
    if not head.startswith(_MARK) or end is None or length is None:
        return _Record("is no record of WARC", start)
    size = end.end() + int(length[1])
    if size > LARGEST:
        return _Record(f"has more than {LARGEST:,} bytes", start)
    stream.seek(start)
    content = stream.read(size)
    if len(content) < size:
        return _Record("is cut off", start)
    rest = stream.read(4)
    return _Record(content, start + size + len(rest) - len(rest.lstrip(b"\r\n")))


def _next(stream: IO[bytes], start: int, mark: bytes) -> int:
    """Return where the next record may begin behind a damaged one, the end of the file where there is none."""
    while True:
        stream.seek(start)
        block = stream.read(_BLOCK)
        if len(block) < len(mark):
            return start + len(block)
        at = block.find(mark)
        if at < 0:
            start += len(block) - len(mark) + 1
        elif mark == _MARK or _unpacks_to_record(stream, start + at):
            return start + at
        else:
            start += at + 1


def _unpacks_to_record(stream: IO[bytes], start: int) -> bool:
    """Say whether a gzip member begins there, and a record in it: the mark alone is in many bytes by chance."""
    stream.seek(start)
    try:
        return zlib.decompressobj(wbits=31).decompress(stream.read(_BLOCK), len(_MARK)) == _MARK
    except zlib.error:
        return False

"""Files as archives have them, packed and of many articles: what is broken costs itself, and none fills the memory."""

from __future__ import annotations

import gzip
import json
import sys
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from kg.errors import KgError, LeftOut
from kg.ingest import read
from kg.ingest.kinds import crawls, streams
from kg.records import Document
from tests.known import KNOWLEDGE

pyarrow = pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install '.[archive]'")
warcio = pytest.importorskip("warcio", reason="warcio is not installed: pip install '.[archive]'")
zstandard = pytest.importorskip("zstandard", reason="zstandard is not installed: pip install '.[archive]'")

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

TEXT = "The two presidents spoke by telephone on Friday about air defence and the joint production of drones."
OTHER = "The ministers met in Vienna on Monday and signed an agreement on the transit of gas, their offices said."
ROWS = [{"id": "a", "text": TEXT, "date": "2025-07-04"}, {"text": OTHER}]
READ = [Document("a", TEXT, date(2025, 7, 4)), Document("news-2", OTHER)]


def documents(*sources: Path) -> tuple[list[Document], list[str]]:
    problems: list[KgError] = []
    found = list(read(sources, KNOWLEDGE.boilerplate, on_problem=problems.append))
    return [Document(each.id, each.text, each.date) for each in found], [str(problem) for problem in problems]


def lines(rows: Iterable[object]) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def in_frames(data: bytes) -> bytes:
    """Return data packed by zstd as its parallel programs do: in several frames."""
    packer = zstandard.ZstdCompressor()
    return b"".join(packer.compress(data[at : at + 50]) for at in range(0, len(data), 50))


@pytest.mark.parametrize(("name", "pack"), [("news.jsonl.gz", gzip.compress), ("news.jsonl.zst", in_frames)])
def test_packed_lines_are_the_lines(tmp_path: Path, name: str, pack: object) -> None:
    assert callable(pack)
    (tmp_path / name).write_bytes(pack(lines(ROWS)))
    assert documents(tmp_path / name) == (READ, [])
    assert documents(tmp_path) == (READ, [])


def test_of_a_file_that_was_cut_off_the_lines_before_are_read(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl.gz"
    many = lines({"id": str(number), "text": f"{TEXT} {number**9}"} for number in range(2_000))
    file.write_bytes(gzip.compress(many)[:-2_000])
    found, (problem,) = documents(file)
    assert 1_000 < len(found) < 2_000
    assert problem.startswith(f"{file}:{len(found) + 1}: is damaged there")
    assert problem.endswith("(fetch it anew; what stands before is read)")


@pytest.mark.parametrize(("name", "pack"), [("news.jsonl.gz", gzip.compress), ("news.jsonl.zst", zstandard.compress)])
def test_what_unpacks_to_more_than_text_can_is_one_line(
    tmp_path: Path, name: str, pack: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert callable(pack)
    monkeypatch.setattr(streams, "ALWAYS", 100_000)
    (tmp_path / name).write_bytes(pack(lines(ROWS) + b" " * 2_000_000 + b"\n"))
    found, problems = documents(tmp_path / name)
    assert (found, len(problems)) == (READ, 1)
    assert f"{name}:3: unpacks to more than 200 times its size" in problems[0]


def test_a_line_that_is_longer_than_any_article_costs_that_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(streams, "LARGEST", 1_000)
    file = tmp_path / "news.jsonl"
    file.write_bytes(lines([ROWS[0], {"text": TEXT * 50}, {"id": "news-2", "text": OTHER}]))
    found, problems = documents(file)
    assert found == READ
    assert problems == [f"{file}:2: has more than 1,000 bytes (split it)"]


def table(file: Path, **columns: object) -> None:
    from pyarrow.parquet import write_table

    write_table(pyarrow.table(columns), file, row_group_size=2, use_dictionary=False, compression="none")


@pytest.mark.parametrize("day", ["2025-07-04", date(2025, 7, 4), datetime(2025, 7, 4, 9)])  # noqa: DTZ001 (as tables have it)
def test_a_row_of_parquet_is_an_article(tmp_path: Path, day: object) -> None:
    table(tmp_path / "news.parquet", guid=["a", None], Body=[TEXT, OTHER], published=[day, None], size=[1, 2])
    assert documents(tmp_path) == (READ, [])


def test_a_broken_row_of_parquet_costs_that_row_and_damaged_bytes_their_rows(tmp_path: Path) -> None:
    file = tmp_path / "news.parquet"
    table(file, text=[TEXT, OTHER, "damage", TEXT, OTHER], date=["2025-07-04", "soon", None, None, None])
    file.write_bytes(file.read_bytes().replace(b"damage", b"\xff\xfe\xfd\xfc\xfb\xfa"))
    found, problems = documents(file)
    assert [each.id for each in found] == ["news-1", "news-4", "news-5"]
    assert [problem.partition(" (")[0] for problem in problems] == [
        f"{file}: row 2: \"date\" is no day: 'soon'",
        f"{file}: row 3: can not be read: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte",
    ]


def test_damaged_bytes_of_parquet_cost_the_rows_that_they_hold(tmp_path: Path) -> None:
    file = tmp_path / "news.parquet"
    table(file, text=[TEXT, TEXT, f"second {TEXT}", TEXT, TEXT])
    content = bytearray(file.read_bytes())
    header = content.index(b"second") - 18
    content[header : header + 10] = b"\xff" * 10
    file.write_bytes(content)
    found, problems = documents(file)
    assert [each.id for each in found] == ["news-1", "news-2", "news-5"]
    assert len(problems) == 1
    assert f"{file}: rows 3 to 4 are damaged: " in problems[0]


def test_a_parquet_file_without_texts_or_that_is_none(tmp_path: Path) -> None:
    table(tmp_path / "a.parquet", price=[1], day=[2])
    (tmp_path / "b.parquet").write_bytes(b"PAR1 and more")
    found, problems = documents(tmp_path)
    assert not found
    assert "a.parquet: has no column of texts among price, day (name it: --columns text=NAME)" in problems[0]
    assert "b.parquet: is no Parquet file: " in problems[1]


WORDS = "".join(f"<p>{TEXT}</p>" for _ in range(4))
PAGE = f"<html><head><title>Talks</title></head><body><article>{WORDS}</article></body></html>"
URL = "https://example.org/talks"


def record(kind: str, name: str, content: bytes, media: str) -> bytes:
    told = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{name}>",
        "WARC-Target-URI": URL,
        "Content-Type": media,
        "Content-Length": str(len(content)),
    }
    head = "".join(f"{field}: {value}\r\n" for field, value in told.items())
    return f"WARC/1.0\r\n{head}\r\n".encode() + content + b"\r\n\r\n"


def crawl(file: Path, *pages: tuple[str, str, bytes], packed: bool = True) -> list[int]:
    """Write the answers of a web server, each a status, a kind and a body; return where each record begins."""
    records = [record("warcinfo", "info", b"software: test", "application/warc-fields")]
    for number, (status, kind, body) in enumerate(pages):
        asked = record("request", f"ask-{number}", b"GET /talks HTTP/1.1\r\n\r\n", "application/http; msgtype=request")
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        records += [asked, record("response", str(number), answer, "application/http; msgtype=response")]
    parts = [gzip.compress(each) if packed else each for each in records]
    file.write_bytes(b"".join(parts))
    return [sum(map(len, parts[:number])) for number in range(len(parts))]


@pytest.mark.parametrize("packed", [True, False])
def test_a_page_of_a_crawl_is_an_article(tmp_path: Path, packed: bool) -> None:
    file = tmp_path / ("CC-NEWS-1.warc.gz" if packed else "CC-NEWS-1.warc")
    page = ("200 OK", "text/html; charset=windows-1252", PAGE.replace("air", "“air”").encode("cp1252"))
    crawl(
        file, page, ("404 Not Found", "text/html", b"<p>none</p>"), ("200 OK", "image/png", b"\x89PNG"), packed=packed
    )
    problems: list[KgError] = []
    (found,) = read([tmp_path], KNOWLEDGE.boilerplate, on_problem=problems.append)
    assert (found.id, found.title, found.url, found.date) == ("0", "Talks", URL, None)
    assert "about “air” defence" in found.text
    assert [str(problem) for problem in problems] == [
        f"{file}: left out 2 of 3 answers that hold no article (nothing, where they are pictures, lists and errors)"
    ]
    assert isinstance(problems[0], LeftOut)


def test_the_words_of_pages_that_others_took_out_are_articles(tmp_path: Path) -> None:
    first, second = (record("conversion", name, TEXT.encode(), "text/plain") for name in "ab")
    (tmp_path / "CC-MAIN-1.warc.wet.gz").write_bytes(gzip.compress(first + second) + gzip.compress(b""))
    assert documents(tmp_path) == ([Document("a", TEXT), Document("b", TEXT)], [])


@pytest.mark.parametrize("packed", [True, False])
def test_a_damaged_record_costs_that_record(tmp_path: Path, packed: bool) -> None:
    file = tmp_path / ("a.warc.gz" if packed else "a.warc")
    starts = crawl(file, *[("200 OK", "text/html", PAGE.encode())] * 3, packed=packed)
    content = bytearray(file.read_bytes())
    at = starts[4] + 40 if packed else content.index(b"Content-Length", starts[4])
    content[at : at + 20] = b"\0" * 20
    file.write_bytes(content)
    found, (problem,) = documents(file)
    assert [each.id for each in found] == ["0", "2"]
    assert problem.startswith(f"{file}: record at byte {starts[4]}: is ")
    assert problem.endswith("(fetch the file anew; all other records are read)")


def test_a_crawl_that_was_cut_off_and_one_that_unpacks_to_more_than_a_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.warc.gz"
    crawl(file, ("200 OK", "text/html", PAGE.encode()), ("200 OK", "text/html", PAGE.encode()))
    whole = file.read_bytes()
    file.write_bytes(whole[:-100])
    found, (problem,) = documents(file)
    assert [each.id for each in found] == ["0"]
    assert "is cut off" in problem
    monkeypatch.setattr(crawls, "LARGEST", 100_000)
    file.write_bytes(gzip.compress(b"WARC/1.0\r\n" + b"a" * 1_000_000) + whole)
    found, (problem,) = documents(file)
    assert [each.id for each in found] == ["0", "1"]
    assert f"{file}: record at byte 0: unpacks to more than 100,000 bytes" in problem


@pytest.mark.parametrize(
    ("name", "package"), [("a.parquet", "pyarrow"), ("a.warc.gz", "warcio.recordloader"), ("a.jsonl.zst", "zstandard")]
)
def test_a_package_that_is_not_there_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, package: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    (tmp_path / name).write_bytes(b"a")
    needed = package.partition(".")[0]
    remedy = "pip install 'newskg[archive]'"
    assert documents(tmp_path) == ([], [f"{tmp_path / name}: is read with {needed}, which is not here ({remedy})"])

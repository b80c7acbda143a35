import io
import json
import sys
from datetime import date
from pathlib import Path

import pytest

from kg.ingest import read
from kg.records import Document
from tests.known import KNOWLEDGE

DAY = date(2025, 7, 4)
BODY = (
    "The two presidents spoke by telephone on Friday about air defence and the joint production of drones.",
    "Both agreed that their teams would meet before the end of the month, the office of the president said.",
    "The call lasted about forty minutes, according to a person who was told of it, and went well.",
)
TEXT = "\n\n".join(BODY)


def only(*sources: Path | str) -> Document:
    (document,) = read(sources, KNOWLEDGE.boilerplate, on_problem=pytest.fail)
    return document


def test_plain_text(tmp_path: Path) -> None:
    file = tmp_path / "call.txt"
    file.write_text(f"\ufeffLeaders discuss air defence\r\n\r\n{TEXT}\r\n", encoding="utf-8")
    title = "Leaders discuss air defence"
    assert only(file) == Document("call", f"{title}\n\n{TEXT}", title=title)


def test_markdown_with_front_matter(tmp_path: Path) -> None:
    file = tmp_path / "call.md"
    file.write_text(
        "---\ndate: 2025-07-04\ntitle: 'Leaders: a call'\noutlet: Example News\nurl: https://example.com/1\n---\n"
        f"# Leaders *discuss* air defence\n\n{BODY[0].replace(' on ', chr(10) + 'on ')}\n\n![smoke](a.png)\n\n"
        f"> {BODY[1]}\n\n- [{BODY[2]}](https://example.com/2)\n",
        encoding="utf-8",
    )
    text = f"Leaders discuss air defence\n\n{TEXT}"
    assert only(file) == Document("call", text, DAY, "Leaders: a call", "Example News", "https://example.com/1")


def test_markdown_without_front_matter(tmp_path: Path) -> None:
    file = tmp_path / "call.md"
    file.write_text(TEXT, encoding="utf-8")
    assert only(file) == Document("call", TEXT)


def test_html_gives_the_article_and_what_the_page_says_of_it(tmp_path: Path) -> None:
    file = tmp_path / "call.html"
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
    file.write_text(
        "<!doctype html><html><head><meta charset='utf-8'><title>Leaders discuss air defence | Example News</title>"
        "<meta property='og:site_name' content='Example News'><meta property='og:title' content='Leaders discuss'>"
        "<meta property='og:url' content='https://example.com/1'>"
        "<meta property='article:published_time' content='2025-07-04T16:47:00Z'></head>"
        "<body><nav><a href='/'>Home</a> <a href='/world'>World</a></nav>"
        f"<article><h1>Leaders discuss</h1>{paragraphs}</article>"
        "<aside><h2>Most read</h2><a href='/2'>Storm hits the coast</a></aside><footer>© Example News</footer></body>",
        encoding="utf-8",
    )
    document = only(file)
    assert document.text.split("\n\n")[-3:] == list(BODY)
    assert "Storm" not in document.text
    assert (document.date, document.title, document.outlet) == (DAY, "Leaders discuss", "Example News")
    assert document.url == "https://example.com/1"


def test_html_of_any_year_keeps_its_date(tmp_path: Path) -> None:
    file = tmp_path / "call.html"
    head = "<head><meta property='article:published_time' content='2098-07-04'></head>"
    file.write_text(
        f"<html>{head}<body><article><p>{'</p><p>'.join(BODY)}</p></article></body></html>", encoding="utf-8"
    )
    assert only(file).date == date(2098, 7, 4)


def test_jsonl_gives_one_document_a_line(tmp_path: Path) -> None:
    file = tmp_path / "calls.jsonl"
    rows = [
        {"id": "a", "date": "2025-07-04", "title": "A", "outlet": "B", "url": "https://example.com", "text": TEXT},
        {"text": TEXT, "date": None, "title": ""},
        {"id": 7, "text": TEXT, "date": "4 July 2025"},
    ]
    file.write_text("\n\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert list(read([file], KNOWLEDGE.boilerplate, on_problem=pytest.fail)) == [
        Document("a", TEXT, DAY, "A", "B", "https://example.com"),
        Document("calls-3", TEXT),
        Document("7", TEXT, DAY),
    ]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (TEXT, Document("stdin", TEXT)),
        (json.dumps({"id": "a", "text": TEXT}) + "\n", Document("a", TEXT)),
    ],
)
@pytest.mark.parametrize("dash", ["-", Path("-")])
def test_standard_input_is_a_text_or_jsonl(
    given: str, expected: Document, dash: str | Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
    assert only(dash) == expected


def test_a_folder_is_read_in_the_order_of_its_paths_with_its_manifests(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("z.txt", "sub/b.txt", "a.txt", ".hidden.txt"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / "manifest.csv").write_text("File,Date,outlet\nz.txt,2025-07-04,\nsub/b.txt,,One\n", encoding="utf-8")
    assert list(read([tmp_path], KNOWLEDGE.boilerplate, on_problem=pytest.fail)) == [
        Document("a", TEXT),
        Document("sub/b", TEXT, outlet="One"),
        Document("z", TEXT, DAY),
    ]


def test_files_of_one_name_in_two_folders_are_two_articles(tmp_path: Path) -> None:
    for folder in ("2025/07/04", "2025/07/05"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "1.txt").write_text(TEXT, encoding="utf-8")
    found = read([tmp_path], KNOWLEDGE.boilerplate, on_problem=pytest.fail)
    assert [document.id for document in found] == ["2025/07/04/1", "2025/07/05/1"]


def test_a_manifest_may_name_its_articles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "manifest.csv").write_text("file,id\na.txt,wire-17\n", encoding="utf-8")
    assert [only(place).id for place in (tmp_path, tmp_path / "manifest.csv")] == ["wire-17", "wire-17"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("manifest.csv", 'file,title,date\nb.txt,"Leaders, and a call",2025-07-04\n'),
        ("list.csv", '\ufefffile,title,date\r\nb.txt,"Leaders, and a call",2025-07-04\r\n'),
        ("manifest.jsonl", '{"file": "b.txt", "title": "Leaders, and a call", "date": "2025-07-04"}\n'),
    ],
)
def test_a_manifest_given_by_itself_names_what_is_read(tmp_path: Path, name: str, content: str) -> None:
    for article in ("a.txt", "b.txt"):
        (tmp_path / article).write_text(TEXT, encoding="utf-8")
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert only(tmp_path / name) == Document("b", TEXT, DAY, "Leaders, and a call")


def test_a_manifest_goes_before_what_the_file_says_of_itself(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\ndate: 2024-01-01\noutlet: Own\n---\n{TEXT}", encoding="utf-8")
    (tmp_path / "manifest.csv").write_text("file,date\na.md,2025-07-04\n", encoding="utf-8")
    assert only(tmp_path) == Document("a", TEXT, DAY, outlet="Own")


def test_the_time_of_the_file_is_never_its_date(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert only(tmp_path / "a.txt").date is None

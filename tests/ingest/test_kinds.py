"""The files that people have, each made by the library or program that makes such files, and read like any article."""

import json
import mailbox
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from random import Random

import docx
import openpyxl
import pytest
from playwright.sync_api import Browser

from kg.errors import KgError, LeftOut
from kg.ingest import Metadata, read
from kg.ingest.kinds.pages import words_of_pages
from kg.records import Document
from tests.known import KNOWLEDGE

DAY = date(2025, 7, 4)
BODY = (
    "The two presidents spoke by telephone on Friday about air defence and the joint production of drones.",
    "Both agreed that their teams would meet before the end of the month, the office of the president said.",
    "The call lasted about forty minutes, according to a person who was told of it, and went well.",
)
TEXT = "\n\n".join(BODY)
HTML = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)


def documents(*sources: Path, **given: object) -> list[Document]:
    return list(read(sources, KNOWLEDGE.boilerplate, on_problem=pytest.fail, **given))  # type: ignore[arg-type]


def with_problems(source: Path) -> tuple[list[Document], list[KgError]]:
    problems: list[KgError] = []
    return list(read([source], KNOWLEDGE.boilerplate, on_problem=problems.append)), problems


def test_a_csv_of_articles_has_a_row_for_each(tmp_path: Path) -> None:
    file = tmp_path / "news.csv"
    file.write_text(f'Headline;Publish Date;Source;Body\nTalks;2025-07-04;Example News;"{TEXT}"\n', encoding="utf-8")
    assert documents(file) == [Document("news-2", TEXT, DAY, "Talks", "Example News")]


def test_the_ids_of_a_table_are_those_of_its_rows(tmp_path: Path) -> None:
    file = tmp_path / "news.csv"
    file.write_text(f'id,text\nfirst,"{TEXT}"\n,"{TEXT}"\n', encoding="utf-8")
    assert [document.id for document in documents(file)] == ["first", "news-3"]


def test_a_table_whose_columns_nobody_can_guess_is_read_when_told(tmp_path: Path) -> None:
    file = tmp_path / "news.csv"
    file.write_text(f'when,what\n2025-07-04,"{TEXT}"\n', encoding="utf-8")
    assert documents(file, columns={"text": "what", "date": "when"}) == [Document("news-2", TEXT, DAY)]
    found, (problem,) = with_problems(file)
    assert not found
    assert str(problem) == f"{file}: has no column of texts among when, what (name it: --columns text=NAME)"


def test_a_column_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "news.csv"
    file.write_text(f'when,what\n2025-07-04,"{TEXT}"\n', encoding="utf-8")
    problems: list[KgError] = []
    assert not list(read([file], KNOWLEDGE.boilerplate, on_problem=problems.append, columns={"text": "words"}))
    assert "has no column 'words' for the text (its columns are when, what)" in str(problems[0])


def test_a_broken_row_of_a_table_costs_that_row(tmp_path: Path) -> None:
    file = tmp_path / "news.csv"
    file.write_text(f'date,text\nsoon,"{TEXT}"\n2025-07-04,"{TEXT}"\n', encoding="utf-8")
    found, (problem,) = with_problems(file)
    assert [document.date for document in found] == [DAY]
    assert str(problem).startswith(f"{file}: row 2: \"date\" is no day: 'soon'")


def test_an_excel_table(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("Title", "Date", "Publication", "Full text"), ("Talks", DAY, "Example News", TEXT)):
        sheet.append(row)
    book.save(tmp_path / "news.xlsx")
    assert documents(tmp_path / "news.xlsx") == [Document("news-2", TEXT, DAY, "Talks", "Example News")]


@pytest.mark.parametrize(
    "value",
    [
        [
            {
                "title": "Talks",
                "publishedAt": "2025-07-04T10:00:00Z",
                "source": {"name": "Example News"},
                "content": TEXT,
            }
        ],
        {
            "status": "ok",
            "articles": [{"headline": "Talks", "date": "2025-07-04", "outlet": "Example News", "body": TEXT}],
        },
        {"title": "Talks", "date": "2025-07-04", "publisher": "Example News", "text": TEXT},
    ],
)
def test_json_of_many_makes(tmp_path: Path, value: object) -> None:
    file = tmp_path / "news.json"
    file.write_text(json.dumps(value), encoding="utf-8")
    assert documents(file) == [Document("news-1", TEXT, DAY, "Talks", "Example News")]


def test_json_lines_may_name_their_fields_otherwise(tmp_path: Path) -> None:
    file = tmp_path / "news.jsonl"
    file.write_text(json.dumps({"guid": "a", "Publish_Date": "2025-07-04", "body": TEXT}), encoding="utf-8")
    assert documents(file) == [Document("a", TEXT, DAY)]


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Example News</title><item><title>Talks &amp; calls</title><link>https://example.com/1</link>
<pubDate>Fri, 04 Jul 2025 10:00:00 GMT</pubDate><description>Two presidents spoke.</description>
<content:encoded><![CDATA[{HTML}<script>track()</script>]]></content:encoded></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Example News</title><entry><title>Talks &amp; calls</title>
<link href="https://example.com/1"/><published>2025-07-04T10:00:00Z</published>
<content type="html">{HTML.replace("<", "&lt;")}</content></entry></feed>"""


@pytest.mark.parametrize(("name", "feed"), [("news.rss", RSS), ("news.atom", ATOM), ("news.xml", RSS)])
def test_a_feed_has_an_article_for_each_entry(tmp_path: Path, name: str, feed: str) -> None:
    (tmp_path / name).write_text(feed, encoding="utf-8")
    text = f"Talks & calls\n\n{TEXT}"
    assert documents(tmp_path / name) == [
        Document("news-1", text, DAY, "Talks & calls", "Example News", "https://example.com/1")
    ]


@pytest.mark.parametrize(
    "moment", ["Fri, 04 Jul 2025 06:00:00 +0900", "2025-07-04T06:00:00+09:00", "Fri, 04 Jul 2025 23:00:00 EST"]
)
def test_an_entry_is_of_the_day_where_it_was_published(tmp_path: Path, moment: str) -> None:
    (tmp_path / "news.rss").write_text(RSS.replace("Fri, 04 Jul 2025 10:00:00 GMT", moment), encoding="utf-8")
    assert [document.date for document in documents(tmp_path / "news.rss")] == [DAY]


def test_xml_of_another_kind_is_left_out_and_no_loss(tmp_path: Path) -> None:
    (tmp_path / "data.xml").write_text("<data/>", encoding="utf-8")
    found, (problem,) = with_problems(tmp_path / "data.xml")
    assert not found
    assert isinstance(problem, LeftOut)


def message(*, html: bool = False) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Date"] = (
        "Example News <desk@example.com>",
        "Talks",
        "Fri, 04 Jul 2025 10:00 +0200",
    )
    mail.set_content(f"<html><body>{HTML}</body></html>" if html else TEXT, subtype="html" if html else "plain")
    return mail


@pytest.mark.parametrize("html", [False, True])
def test_an_email_is_an_article(tmp_path: Path, html: bool) -> None:
    (tmp_path / "talks.eml").write_bytes(message(html=html).as_bytes())
    assert documents(tmp_path / "talks.eml") == [Document("talks", TEXT, DAY, "Talks", "Example News")]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_stands_below_the_line_of_a_signature_is_no_part_of_an_email(tmp_path: Path, end: str) -> None:
    mail = message()
    mail.set_content(f"{TEXT}\n\n-- \nYou get this because you asked for it. Unsubscribe: https://example.com/u\n")
    (tmp_path / "talks.eml").write_bytes(mail.as_bytes(policy=mail.policy.clone(linesep=end)))
    assert [document.text for document in documents(tmp_path / "talks.eml")] == [TEXT]


def test_a_mailbox_has_an_article_for_each_message(tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "news.mbox")
    box.add(message())
    box.add(message(html=True))
    box.close()
    assert [document.id for document in documents(tmp_path / "news.mbox")] == ["news-1", "news-2"]


def test_a_word_document(tmp_path: Path) -> None:
    document = docx.Document()
    document.core_properties.title = "Talks"
    document.sections[0].header.paragraphs[0].text = "Confidential"
    for paragraph in BODY:
        document.add_paragraph(paragraph)
    document.save(str(tmp_path / "talks.docx"))
    assert documents(tmp_path / "talks.docx") == [Document("talks", TEXT, title="Talks")]


def test_a_cell_of_word_is_read_once_however_many_columns_it_spans(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(2, 3)
    for place, cell in enumerate(table.rows[1].cells):
        cell.text = f"Iran fired {place + 1} missiles."
    wide = table.rows[0].cells[0].merge(table.rows[0].cells[2])
    wide.text = "Missiles of the week."
    wide._tc.grid_span = 100_000_000  # noqa: SLF001 (no program writes it so)
    document.save(str(tmp_path / "table.docx"))
    (read,) = documents(tmp_path / "table.docx")
    assert read.text == "Missiles of the week.\n\nIran fired 1 missiles. Iran fired 2 missiles. Iran fired 3 missiles."


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Talks on Friday", "Talks on Friday"),
        ("Document the war", "Document the war"),
        ("Microsoft Word - talks.doc", None),
        ("about:blank", None),
        ("Untitled-1", None),
        ("Document1", None),
        ("talks_final.indd", None),
        ("  ", None),
    ],
)
def test_what_a_program_calls_a_file_is_no_title(tmp_path: Path, title: str, told: str | None) -> None:
    document = docx.Document()
    document.core_properties.title = title
    document.add_paragraph(BODY[0])
    document.save(str(tmp_path / "talks.docx"))
    assert [one.title for one in documents(tmp_path / "talks.docx")] == [told]


@pytest.mark.parametrize("columns", [1, 2])
def test_a_pdf_in_columns_with_headers_footers_and_hyphens(tmp_path: Path, chromium: Browser, columns: int) -> None:
    chosen = Random(1)  # noqa: S311 (the same pages every time)
    words = [f"{' '.join(chosen.sample(' '.join(BODY).lower().split(), 18)).capitalize()}." for _ in range(90)]
    html = "".join(f"<p>{sentence}</p>" for sentence in words)
    page = chromium.new_page()
    page.set_content(
        "<html lang='en'><head><title>Talks</title></head><body style='hyphens:auto;text-align:justify;font-size:14px'>"
        f"<div style='columns:{columns}'>{html}</div></body></html>"
    )
    around = "<span style='font-size:8px'>Example News 4 July, page <span class='pageNumber'></span></span>"
    page.pdf(
        path=tmp_path / "talks.pdf",
        display_header_footer=True,
        header_template=around,
        footer_template="<span style='font-size:8px'><span class='pageNumber'></span></span>",
        margin={"top": "60px", "bottom": "60px", "left": "60px", "right": "60px"},
    )
    page.close()
    (document,) = documents(tmp_path / "talks.pdf")
    assert document.title == "Talks"
    assert " ".join(document.text.split()) == " ".join(words)


@pytest.mark.parametrize(
    "around",
    ["3", "Page 3", "3 of 4", "1/1", "www.example.com Page 3", "https://example.com/2025/talks 1/1",
     "www.example.com/a", "11/19/25, 10:12 AM Talks | Example News", "19/11/2025, 10:12 Talks"],
)  # fmt: skip
def test_what_a_browser_prints_around_a_single_page_is_no_text(around: str) -> None:
    assert words_of_pages([[around, *BODY, around]]) == " ".join(BODY)


def test_an_address_or_a_number_inside_a_text_stays() -> None:
    lines = [*BODY, "www.example.com Page 3", *BODY]
    assert "www.example.com Page 3" in words_of_pages([lines])


@pytest.mark.parametrize("hyphen", ["-", "\u00ad", "\u2010", " \u2010"])
def test_a_word_of_a_pdf_that_is_broken_at_the_end_of_a_line_is_one(hyphen: str) -> None:
    page = [
        f"The two presi{hyphen}",
        "dents spoke by tele-",
        "phone about the Israel-",
        "Syria border and F-",
        "16 jets.",
    ]
    assert (
        words_of_pages([page]) == "The two presidents spoke by telephone about the Israel-Syria border and F-16 jets."
    )


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.pdf", b"%PDF-1.7", "a.pdf: is a broken PDF"),
        ("a.docx", b"PK", "a.docx: is no .docx file"),
        ("a.xlsx", b"", "a.xlsx: is no .xlsx file"),
        ("a.json", b"[", "a.json: is not JSON"),
        ("a.json", b"[" * 100_000, "a.json: is nested too deep"),
        ("a.json", b'{"name": "kg"}', "a.json: holds no articles"),
        ("a.eml", b"Subject: x\nContent-Type: image/png\n\n", "a.eml: holds no words"),
        ("a.rss", b"", "a.rss: is XML, but no feed of articles"),
        ("a.csv", b"", "a.csv: "),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_one_line(
    tmp_path: Path, name: str, content: bytes, problem: str
) -> None:
    (tmp_path / name).write_bytes(content)
    found, (told,) = with_problems(tmp_path / name)
    assert not found
    assert problem in str(told)


def test_what_a_browser_saves_beside_a_page_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "Talks.html").write_text(f"<html><body><article>{HTML}</article></body></html>", encoding="utf-8")
    (tmp_path / "Talks_files").mkdir()
    (tmp_path / "Talks_files" / "frame.html").write_text(f"<html><body>{HTML}</body></html>", encoding="utf-8")
    assert [document.id for document in documents(tmp_path)] == ["Talks"]


def test_the_pages_of_kg_itself_are_no_news(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "graph.html").write_bytes((Path(__file__).parents[2] / "out/graph.html").read_bytes())
    (tmp_path / "graph.ttl").write_text("", encoding="utf-8")
    found, problems = with_problems(tmp_path)
    assert [document.id for document in found] == ["news"]
    assert all(isinstance(problem, LeftOut) for problem in problems)


def test_what_is_known_of_all_fills_what_an_article_does_not_say(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.md").write_text(f"---\noutlet: Another\n---\n{TEXT}", encoding="utf-8")
    about = Metadata(date=DAY, outlet="Example News")
    assert [(one.date, one.outlet) for one in documents(tmp_path, about=about)] == [
        (DAY, "Example News"),
        (DAY, "Another"),
    ]

"""Hostile files of other kinds than text, and what each gets, as in the table of inputs."""

from __future__ import annotations

import codecs
import io
import zipfile
import zlib
from typing import Any

import openpyxl
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

CALL = "Donald Trump called Vladimir Putin on July 3, 2025."
PAGE = f"<p>{CALL}</p>" * 6
FONT = {"Type": "Font", "Subtype": "Type1", "BaseFont": "Helvetica"}
_READ = "read"


def _mail(charset: str, *, encoding: str = "7bit", body: str = CALL) -> bytes:
    head = (
        f'From: a@b\nSubject: x\nContent-Type: text/plain; charset="{charset}"\nContent-Transfer-Encoding: {encoding}'
    )
    return f"{head}\n\n{body}".encode("latin-1")


def _sheet(*rows: list[Any], inside: tuple[bytes, bytes] = (b"", b"")) -> bytes:
    """A workbook of these rows, with some bytes of its sheet replaced by others."""
    book, stream, changed = openpyxl.Workbook(), io.BytesIO(), io.BytesIO()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]  # a new book has a sheet
    book.save(stream)
    with zipfile.ZipFile(stream) as whole, zipfile.ZipFile(changed, "w") as other:
        for name in whole.namelist():
            part = whole.read(name)
            other.writestr(name, part.replace(*inside) if name.endswith("sheet1.xml") else part)
    return changed.getvalue()


def _word(*parts: tuple[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for name, content in parts:
            packed.writestr(name, content)
    return stream.getvalue()


def _pdf(content: bytes, packed_by: str = "") -> bytes:
    writer, stream, words = PdfWriter(), io.BytesIO(), StreamObject()
    page = writer.add_blank_page(200, 200)
    words.set_data(content)
    if packed_by:
        words[NameObject("/Filter")] = NameObject(packed_by)
    font = {NameObject(f"/{key}"): NameObject(f"/{value}") for key, value in FONT.items()}
    fonts = DictionaryObject({NameObject("/F1"): DictionaryObject(font)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    page[NameObject("/Contents")] = writer._add_object(words)  # noqa: SLF001 (there is no other way in)
    writer.write(stream)
    return stream.getvalue()


def _front(words: str) -> bytes:
    return f"---\n{words}\n---\n{CALL}\n".encode()


_FAR = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
_LAUGHS = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "&a;"}">' for n in range(9)
)
_BODY = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'
HEADER = ["id", "date", "text"]

KINDS: dict[str, tuple[bytes, str]] = {
    # Mail
    "within.eml": (b"Content-Type: message/rfc822\n\n" * 2_000 + CALL.encode(), "is nested too deep"),
    "zlib.eml": (_mail("zlib_codec"), "is in no known encoding"),
    "idna.eml": (_mail("idna"), "is in no known encoding"),
    "undefined.eml": (_mail("undefined"), "is in no known encoding"),
    "base64.eml": (_mail("utf-8", encoding="base64", body="!!!! no base64 ===="), _READ),
    "words.eml": (f"Subject: =?zlib_codec?b?eJw=?=\nDate: Fri, 99 Foo 99999\n\n{CALL}".encode(), _READ),
    "clock.eml": (f"Date: Fri, 4 Jul 2025 {'7' * 100}:00:00 +0000\n\n{CALL}".encode(), _READ),
    "headers.eml": (b"X-A: b\n" * 20_000 + b"\n" + CALL.encode(), _READ),
    "hollow.mbox": (b"From \n", "is empty"),
    # Feeds
    "laughs.rss": (
        f"{_LAUGHS}]><rss><channel><item><description>&a8; {CALL}</description></item></channel></rss>".encode(),
        _READ,
    ),
    "moment.rss": (
        f"<rss><channel><item><pubDate>Fri, 4 Jul 2025 {'7' * 100}:00:00 +0000</pubDate>"
        f"<description>{CALL}</description></item></channel></rss>".encode(),
        _READ,
    ),
    "signs.atom": (
        b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><content>\x0f\x0f\x0f</content></entry></feed>',
        "is empty",
    ),
    "outside.atom": (
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><feed xmlns="http://www.w3.org/2005/Atom"><entry>'
        b"<title>&e;</title><content>&e; " + CALL.encode() + b"</content></entry></feed>",
        _READ,
    ),
    "deep.rss": (b"<rss><channel><item>" + b"<a>" * 20_000 + CALL.encode(), "has no text"),
    # Rich text, Word and Excel
    "call.rtf": (rf"{{\rtf1\ansi {CALL}}}".encode(), _READ),
    "none.rtf": (CALL.encode(), "is no rich text"),
    "hollow.rtf": (rb"{\rtf1}", "holds no words"),
    "deep.rtf": (rb"{\rtf1" + b"{" * 200_000 + CALL.encode(), _READ),
    "closed.rtf": (rb"{\rtf1" + b"}" * 2_000 + CALL.encode(), "holds no words"),
    "page.rtf": (rf"{{\rtf1\ansicpg99999 {CALL} \'ff}}".encode(), _READ),
    "sign.rtf": (rf"{{\rtf1\uc{'9' * 9}\u{'9' * 9}? {CALL}}}".encode(), "is broken rich text"),
    "large.rtf": (rb"{\rtf1\u9999999999? " + CALL.encode() + b"}", "is broken rich text"),
    "links.rtf": (rb"{\rtf1" + rb"{\field{\*\fldinst{HYPERLINK " * 300 + CALL.encode(), "holds no words"),
    "bin.rtf": (rb"{\rtf1{\pict\bin" + b"9" * 5_000 + b" x}" + CALL.encode(), "is broken rich text"),
    "hollow.docx": (_word(("a.xml", "x")), "is no Word document"),
    "laughs.docx": (_word(("word/document.xml", f"{_LAUGHS}]>{_BODY.format('&a8;')}")), "is no Word document"),
    "deep.docx": (_word(("word/document.xml", _BODY.format("<w:p>" * 5_000))), "is no Word document"),
    "far.xlsx": (_sheet(HEADER, ["a", None, CALL], inside=(b"</sheetData>", _FAR)), 'has no "text"'),
    "wide.xlsx": (_sheet(HEADER, ["b", None, CALL], inside=(b'ref="A1:C2"', b'ref="A1:XFD1048576"')), _READ),
    "cut.xlsx": (_sheet(HEADER, ["c", None, CALL], inside=(b"</sheetData>", b"")), "is no Excel table"),
    "formula.xlsx": (_sheet(HEADER, ["d", "=1+1", CALL]), _READ),
    "number.xlsx": (_sheet(HEADER, ["e", 1e300, CALL]), '"date" is no day'),
    "only.xlsx": (_sheet(HEADER), "is empty"),
    # PDF
    "cut.pdf": (b"%PDF-1.4\n1 0 obj", "is a broken PDF"),
    "bomb.pdf": (_pdf(zlib.compress(b"BT (x) Tj ET " * 10_000_000), "/FlateDecode"), "is a broken PDF"),
    "nested.pdf": (_pdf(b"q " * 200_000 + b"[" * 50_000), "holds pictures of pages"),
    # Tables
    "comma.csv": (f"id,text\na,{CALL}".encode(), "has 3 cells below a header of 2"),
    "quote.csv": (b'id,text\na,"' + b"Iran fired.\nb,c\n" * 2_000, "is not CSV"),
    "header.csv": (b"id,text\n", "is empty"),
    "columns.csv": (b"c," * 20_000 + b"text\n", "is empty"),
    "returns.tsv": (f"id\ttext\rx\t{CALL}\r".encode(), _READ),
    # Pages
    "bold.html": (b"<b>" * 20_000 + PAGE.encode(), ""),
    "comments.html": (PAGE.encode() + b"<!--" * 20_000, _READ),
    "numbers.html": (b"&#x110000;&#0;&#xD800;&#999999999999;" * 1_000 + PAGE.encode(), _READ),
    "data.html": (f'<script type="application/ld+json">{"[" * 50_000}</script>{PAGE}'.encode(), _READ),
    "charset.html": (b'<meta charset="zlib_codec">' + PAGE.encode(), _READ),
    "wide.html": (codecs.BOM_UTF16_LE + f"<html>{PAGE}".encode("utf-16-le"), _READ),
    # Markdown and its front matter
    "lists.md": ("\n".join(f"{'  ' * n}- a" for n in range(300)).encode() + CALL.encode(), "is nested too deep"),
    "quoted.md": (b"> " * 2_000 + CALL.encode(), "is nested too deep"),
    "images.md": (b"![" * 2_000 + CALL.encode(), _READ),
    "before.md": (_front("date: -2025-07-04"), '"date" is no day'),
    "merged.md": (_front("a: &a {x: 1}\n<<: *a"), "has broken front matter"),
    "binary.md": (_front("date: !!binary aGVsbG8="), '"date" is no day'),
    "sixty.md": (_front("date: 190:20:30"), '"date" is no day'),
    "endless.md": (_front("date: .inf"), '"date" is no day'),
    "key.md": (_front("date: ? x"), "has broken front matter"),
    # JSON
    "wide.json": (b"[" + b"1," * 50_000 + b"1]", "holds no articles"),
    "deep.json": (b"[" * 100_000, "is nested too deep"),
    "before.jsonl": (b'{"text": "a b c", "date": "-2025-07-04"}', '"date" is no day'),
    "digits.json": (b'[{"text": "a b c", "id": ' + b"9" * 5_000 + b"}]", "is not JSON"),
    "arabic.jsonl": ('{"text": "a b c", "date": "٢٠٢٥-٠٧-٠٤"}'.encode(), '"date" is no day'),
    "seconds.jsonl": (b'{"text": "a b c", "date": 1751587200}', '"date" is no day'),
}

"""Inputs that were made to harm, and what each gets: "read", or words of the one line that is said of it."""

from __future__ import annotations

import codecs
import gzip
import io
import json
import zipfile

CALL = "Donald Trump called Vladimir Putin on July 3, 2025."


def _line(**fields: object) -> bytes:
    return json.dumps({"text": CALL, **fields}).encode()


def _front(words: str) -> bytes:
    return f"---\n{words}\n---\n{CALL}\n".encode()


def _zip(name: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, b"x" * 20_000_000)
    return stream.getvalue()


_ALIASES = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\ndate: *b"
_ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
_READ = "read"

FILES: dict[str, tuple[bytes, str]] = {
    # Bytes that are no text
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \n\t\r\n\x0b", "is empty"),
    "unseen.txt": ("\u200b\u00ad\ufeff".encode(), "is empty"),
    "nul.txt": (b"a\x00b", "is binary"),
    "elf.txt": (b"\x7fELF\x02\x01\x01\x00", "is binary"),
    "gzip.txt": (gzip.compress(b"x" * 1_000_000), "is "),
    "zip.txt": (_zip("a.txt"), "is "),
    "latin.txt": ("Kyiv\u2019s air".encode("cp1252"), "is not UTF-8"),
    "overlong.txt": (b"a \xc0\xaf b", "is not UTF-8"),
    "cut.txt": ("Київ".encode()[:-1], "is not UTF-8"),
    "surrogate.txt": (b"a \xed\xa0\x80 b", "is not UTF-8"),
    "utf16.txt": (codecs.BOM_UTF16_LE + CALL.encode("utf-16-le"), _READ),
    "utf16be.txt": (codecs.BOM_UTF16_BE + CALL.encode("utf-16-be"), _READ),
    "odd16.txt": (b"\xff\xfeK\x00y", "is not UTF-16"),
    "bom.txt": (codecs.BOM_UTF8 + CALL.encode(), _READ),
    # Numbers and days
    "tanks.txt": (b"Germany sent 9223372036854775808 tanks to Ukraine.", _READ),
    "digits.txt": (b"Germany sent " + b"9" * 10_000 + b" tanks to Ukraine.", _READ),
    "exponent.txt": (b"Germany sent 1e400 tanks to Ukraine in 1e30 hours.", _READ),
    "days.txt": (b"Trump called Putin 800000 days ago.", _READ),
    "years.txt": (b"Trump called Putin 5000 years ago.", _READ),
    "ahead.txt": (b"Trump will call Putin in 99999999999 weeks.", _READ),
    "fraction.txt": (b"Russia launched 1/0 drones at Ukraine, 0/0 of them at Kyiv.", _READ),
    "year9999.txt": (b"Trump called Putin on December 31, 9999.", _READ),
    "year0.txt": (b"Trump called Putin on January 1, 0000.", _READ),
    "february.txt": (b"Trump called Putin on February 30, 2025.", _READ),
    "roman.txt": (b"Trump called Putin on the MMXXVth day of IIII.", _READ),
    "range.txt": (b"Russia fired between 500 and -3 missiles at Kyiv.", _READ),
    "superscript.txt": ("Russia fired ² missiles and ٣ drones and ⅷ rockets at Kyiv.".encode(), _READ),
    "hours.txt": (b"They spoke for 10000000000000000000000000 hours and NaN minutes.", _READ),
    # Much of one thing
    "quotes.txt": (b'"' * 800, _READ),
    "brackets.txt": (b"(" * 800 + b")" * 800, _READ),
    "dashes.txt": ("—".encode() * 600, _READ),
    "commas.txt": (b"Trump, Putin, " * 40 + b"met.", _READ),
    "said.txt": (b"Trump said Putin said " * 20 + b"no.", _READ),
    "dots.txt": (b"." * 800, _READ),
    "word.txt": (b"x" * 5_000, _READ),
    "newlines.txt": (b"\n" * 200_000 + CALL.encode(), _READ),
    "capitals.txt": (b"A" + b" B" * 500, _READ),
    "combining.txt": ("e" + "\u0301" * 20_000, _READ),  # type: ignore[dict-item]  # made bytes below
    "emoji.txt": (("🇺🇦" * 200 + " " + CALL).encode(), _READ),
    # Names that are none
    "drew.txt": (b"and drew", _READ),
    # Signs that are not what they seem
    "soft.txt": ("Volodymyr Zelen\u00adskyy called Vlad\u200bimir Putin.".encode(), _READ),
    "escape.txt": (b"\x1b]0;pwned\x07\x1b[2J" + CALL.encode(), _READ),
    "rightleft.txt": ("Trump \u202ecalled\u202c Putin.".encode(), _READ),
    "tags.txt": (("Trump" + "".join(chr(0xE0000 + ord(c)) for c in "evil") + " called Putin.").encode(), _READ),
    "homoglyph.txt": ("Vlаdimir Putin cаlled Dоnald Trump.".encode(), _READ),
    "fullwidth.txt": ("Ｔｒｕｍｐ ｃａｌｌｅｄ Ｐｕｔｉｎ.".encode(), _READ),
    "turtle.txt": (b'Trump called "Putin\\" . <x:a> <x:b> <x:c> . \\u0022" on Monday.', _READ),
    "sparql.txt": (b"Trump called } ; DROP ALL ; # Putin.", _READ),
    "script.txt": (b"Trump called <script>alert(1)</script> Putin.", _READ),
    "format.txt": (b"Trump called {0.__class__} %s %n Putin.", _READ),
    "iri.txt": (b'Trump called http://x/<>"{}|^`\\ Putin.', _READ),
    "path.txt": (b"Trump called ../../../etc/passwd and file:///etc/passwd.", _READ),
    # Markdown with front matter
    "alias.md": (_front(_ALIASES), "has broken front matter"),
    "deep.md": (_front("date: " + "[" * 10_000), "has broken front matter"),
    "object.md": (_front("date: !!python/object/apply:os.system [true]"), '"date" is no day'),
    "feb30.md": (_front("date: 2025-02-30"), '"date" is no day'),
    "zero.md": (_front("date: 0000-00-00"), '"date" is no day'),
    "minus.md": (_front("date: -2025-01-01"), '"date" is no day'),
    "yesterday.md": (b"---\ndate: 0001-01-01\n---\nTrump called Putin yesterday.\n", '"date" is no day'),
    "list.md": (_front("- a"), "has front matter without fields"),
    "open.md": (_front("title: 'a"), "has broken front matter"),
    "tab.md": (_front("\tdate: 2025-01-01"), "has broken front matter"),
    "links.md": (b"[" * 2_000 + CALL.encode(), _READ),
    "stars.md": (b"*" * 2_000 + CALL.encode(), _READ),
    "nested.md": (b">" * 500 + b" " + CALL.encode(), ""),
    # Pages
    "bare.html": (b"<html><body></body></html>", "holds no article"),
    "entities.html": (f"{_ENTITIES}<p>&b; {CALL * 5}</p>".encode(), ""),
    "attributes.html": (b"<p " + b"a=1 " * 2_000 + b">" + CALL.encode() * 5 + b"</p>", ""),
    "tree.html": (b"<div>" * 2_000 + CALL.encode() * 5, ""),
    "null.html": (b"<p>\x00</p>", "is binary"),
    "scripted.html": (b"<script>while(1);</script><p>" + CALL.encode() * 5 + b"</p>", ""),
    # JSON lines
    "half.jsonl": (b'{"text": "a \\ud800"}', "holds half a character"),
    "nested.jsonl": (b'{"text": "b", "a": ' + b"[" * 5_000 + b"]" * 5_000 + b"}", "is nested too deep"),
    "notjson.jsonl": (b'{"text": "a"', "is not JSON"),
    "list.jsonl": (b'["a"]', "is not a JSON object"),
    "number.jsonl": (b'{"text": 5}', 'has no "text"'),
    "none.jsonl": (b'{"text": null}', 'has no "text"'),
    "bigdate.jsonl": (_line(date=10**30), '"date" is no day'),
    "feb30.jsonl": (_line(date="2025-02-30"), '"date" is no day'),
    "listid.jsonl": (_line(id=["a"]), '"id" is not a text'),
    "boolid.jsonl": (_line(id=True), '"id" is not a text'),
    "slashes.jsonl": (_line(id="../../etc/passwd"), _READ),
    "iriid.jsonl": (_line(id='<x:a> <x:b> "c" . #'), _READ),
    "longid.jsonl": (_line(id="i" * 10_000), _READ),
    "emptyid.jsonl": (_line(id=" "), _READ),
    "unseenid.jsonl": (_line(id="a\u202eb\x1b[2J"), _READ),
    "nul.jsonl": (_line(text=f"{CALL}\u0000{CALL}"), _READ),
    "control.jsonl": (_line(title="\x1b[31mred", outlet="\u0007bell", url="javascript:alert(1)"), _READ),
    "nan.jsonl": (b'{"text": "a b c", "title": NaN}', _READ),
    "infinite.jsonl": (b'{"text": "a b c", "title": 1e999}', _READ),
    "digits.jsonl": (b'{"text": "a b c", "title": ' + b"9" * 5_000 + b"}", "is not JSON"),
    "twice.jsonl": (b'{"text": "a b c", "text": "d e f"}', _READ),
    "text.jsonl": (b'{"text": ["a"]}', 'has no "text"'),
    "blank.jsonl": (b'{"text": " \\n "}', "is empty"),
    "true.jsonl": (b"true", "is not a JSON object"),
    "objects.jsonl": (b'{"text": "a b c", "id": {"a": 1}}', '"id" is not a text'),
    "dates.jsonl": (_line(date=["2025-07-04"]), '"date" is no day'),
    "week.jsonl": (_line(date="2025-W60-9"), '"date" is no day'),
    "url.jsonl": (_line(url='http://x/<>"{}|^`\\ y'), _READ),
    "latin.jsonl": (b'{"text": "\xff"}', "is not UTF-8"),
}
FILES["combining.txt"] = (("e" + "\u0301" * 2_000).encode(), _READ)

"""Hostile files that another attacker thought of, and what each gets, as in the table of inputs."""

from __future__ import annotations

import gzip

CALL = "Donald Trump called Vladimir Putin on July 3, 2025."
QUOTED = f'"{CALL}"'
PAGE = f"<p>{CALL}</p>" * 6
RSS = "<rss version='2.0'><channel>{}</channel></rss>"
ITEM = f"<item><description>{CALL}</description></item>"
LETTERS = {"a": "а", "e": "е", "o": "о", "i": "і", "p": "р", "c": "с"}
"""Letters of the Roman alphabet, and those of the Cyrillic one that look like them."""
_READ = "read"


def _pdf(*objects: str) -> bytes:
    """A PDF of these objects, the first of which is its root."""
    out, starts = "%PDF-1.5\n", []
    for number, content in enumerate(objects, start=1):
        starts.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<</Size {len(objects) + 1}/Root 1 0 R>>"
    return f"{out}{head}\nstartxref\n{len(out)}\n%%EOF".encode()


def _stream(content: str, about: str = "") -> str:
    return f"<<{about}/Length {len(content)}>>stream\n{content}\nendstream"


def _mail(*headers: str, body: str = CALL) -> bytes:
    return "\n".join(("From: a@b", "Subject: x", *headers, "", body)).encode()


def _warc(*headers: str, answer: str = "") -> bytes:
    """A record of a web archive with the answer of a server, which begins with further headers."""
    page = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{answer}\r\n{PAGE}".encode()
    head = "\r\n".join(("WARC/1.0", "WARC-Type: response", *headers, f"Content-Length: {len(page)}"))
    return f"{head}\r\n\r\n".encode() + page + b"\r\n\r\n"


def _attributes(number: int) -> str:
    return " ".join(f"a{each}='1'" for each in range(number))


def _mixed(letter: str, number: int) -> str:
    return LETTERS.get(letter, letter) if number % 3 == 0 else letter


MORE: dict[str, tuple[bytes, str]] = {
    # Much of one thing, without a space
    "bangs.txt": (b"![" * 400, _READ),
    "marks.txt": ("“".encode() * 1_500, _READ),
    "address.txt": (f"Trump called https://x.example/{'a/' * 1_000} Putin.".encode(), _READ),
    "hyphens.txt": (b"a-" * 1_000, _READ),
    "joined.txt": ("\U0001f468\u200d".encode() * 800, _READ),
    # Signs in one another, and signs that nobody sees
    "pairs.md": (f"{'[“(' * 200}{CALL}{')”]' * 200}".encode(), _READ),
    "titles.md": (b'[a](b "' * 400 + CALL.encode(), _READ),
    "directions.txt": (" ".join(f"\u202e{word}\u2066" for word in CALL.split() * 20).encode(), _READ),
    "zalgo.txt": ("".join(f"{letter}\u0301\u0316\u0489" for letter in CALL * 4).encode(), _READ),
    "cyrillic.txt": ("".join(map(_mixed, CALL * 8, range(len(CALL) * 8))).encode(), _READ),
    "no characters.txt": ("Trump \ufffe\uffff called \U0010ffff Putin. \ue000".encode() * 20, _READ),
    "separators.txt": ("Trump called Putin.\u2028\u2029\x85\x0b\x0c".encode() * 50, _READ),
    # Much that is told at once
    "calendar.txt": (
        f"Trump called Putin on {', '.join(f'July {n % 28 + 1}, {2000 + n}' for n in range(25))}.".encode(),
        _READ,
    ),
    "events.txt": (b"Russia attacked Kyiv, " * 200 + b"and Iran fired.", _READ),
    "lists.txt": (b"Russia, Iran, " * 100 + b"and Israel bombed " + b"Kyiv, Lviv, " * 100 + b"and Odesa.", _READ),
    "thousands.txt": (
        b"Russia fired " + b"one hundred thousand million " * 100 + b"missiles at 10" + b":10" * 200,
        _READ,
    ),
    "spaces.txt": (b"Trump" + b" " * 60_000 + b"called Putin.", _READ),
    # Tables and JSON
    "ten thousand.csv": (f"{','.join(f'c{n}' for n in range(10_000))},text\n{'x,' * 10_000}{QUOTED}\n".encode(), _READ),
    "alike.csv": (f"{','.join(['text'] * 1_000)}\n{','.join([QUOTED] * 1_000)}\n".encode(), _READ),
    "keys.jsonl": (("{" + ", ".join([f'"text": "{CALL}"'] * 20_000) + "}").encode(), _READ),
    "exponent.json": (b'[{"text": "a b c", "date": 1e308}]', '"date" is no day'),
    "double.jsonl.gz": (gzip.compress(gzip.compress(b'{"text": "a b c"}')), ""),
    # Feeds
    "attributes.rss": (RSS.format(f"<item {_attributes(20_000)}/>").encode(), "has no text"),
    "parameters.rss": (
        f'<!DOCTYPE x [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]>{RSS.format(ITEM)}'.encode(),
        _READ,
    ),
    "pieces.rss": (
        RSS.format(f"<item><description>{'<![CDATA[a]]>' * 5_000} {CALL}</description></item>").encode(),
        _READ,
    ),
    # Mail
    "parts.eml": (_mail('Content-Type: multipart/mixed; boundary="x"', body="--x\n" * 20_000 + CALL), ""),
    "comments.eml": (b"From: " + b"(" * 2_000 + b" a@b\n\n" + CALL.encode(), ""),
    "pieces.eml": (_mail(f"Content-Type: text/plain; {'; '.join(f'name*{n}=x' for n in range(400))}"), _READ),
    # Pages
    "tables.html": (b"<table><tr><td>" * 2_000 + PAGE.encode(), ""),
    "crossed.html": (b"<a><b><i>" * 1_000 + PAGE.encode() + b"</a></b></i>" * 1_000, ""),
    "stories.html": (f'<script type="application/ld+json">{"[" * 900}</script>{PAGE}'.encode(), _READ),
    # Front matter and PDF
    "questions.md": (b"---\n" + b"? " * 3_000 + b"a\n---\n" + CALL.encode(), "has broken front matter"),
    "pages.pdf": (
        _pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"),
        "is a broken PDF",
    ),
    "forms.pdf": (
        _pdf(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
            _stream("/X Do " * 100),
            _stream("/X Do /X Do", "/Type/XObject/Subtype/Form/Resources<</XObject<</X 5 0 R>>>>"),
        ),
        "",
    ),
    "length.pdf": (
        _pdf(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/Contents 4 0 R>>",
            "<</Length 4 0 R>>stream\nx\nendstream",
        ),
        "",
    ),
    # Records of web archives
    "page.warc": (_warc("WARC-Target-URI: http://x/a"), _READ),
    "escape.warc": (_warc("WARC-Target-URI: http://x/\x1b[2J\x82 a\x0bb", "WARC-Record-ID: <\x1b]0;x\x07>"), _READ),
    "nowhere.warc": (_warc(), "is no record that can be read"),
    "unpacked.warc": (_warc("WARC-Target-URI: x:a", answer="Content-Encoding: gzip\r\n"), ""),
    "chunks.warc": (_warc("WARC-Target-URI: x:a", answer="Transfer-Encoding: chunked\r\n"), ""),
}

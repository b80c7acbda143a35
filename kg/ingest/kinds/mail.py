"""E-mail: a message is an article, its subject the title and its sender the outlet."""

from __future__ import annotations

import mailbox
import re
from email import policy
from email.parser import BytesParser
from email.utils import parseaddr
from typing import TYPE_CHECKING, Final

from kg.errors import InputError, KgError, unforeseen
from kg.ingest.kinds.article import Article
from kg.ingest.kinds.fragments import words_of
from kg.ingest.metadata import metadata_from

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from email.message import EmailMessage
    from pathlib import Path


_SIGNATURE: Final = re.compile(r"^-- \r?$", re.MULTILINE)
"""The line below which, by RFC 3676, no words of the message stand but who sends it, and how not to get it any more."""


def articles_of_eml(path: Path) -> Iterator[Article]:
    """Yield the article of one message; InputError where it has no words."""
    yield _article(_parsed(path.read_bytes()), place=str(path), number=None)


def articles_of_mbox(path: Path, *, on_problem: Callable[[KgError], None]) -> Iterator[Article]:
    """Yield the article of each message of a mailbox; report those without words."""
    box = mailbox.mbox(path, create=False)
    for number, key in enumerate(box.iterkeys(), start=1):
        place = f"{path}: message {number}"
        try:
            yield _article(_parsed(box.get_bytes(key)), place=place, number=number)
        except InputError as error:
            on_problem(error)
        except Exception as error:  # noqa: BLE001 (one message must not end the reading of the others)
            on_problem(unforeseen(error, place=place))
    box.close()


def _parsed(data: bytes) -> EmailMessage:
    return BytesParser(policy=policy.default).parsebytes(data)


def _moment(message: EmailMessage) -> object:
    """Return when a message was sent; None where its Date line tells no time that the library can hold."""
    try:
        return getattr(message.get("Date"), "datetime", None)
    except Exception:  # noqa: BLE001 (the library fails at lines that are cut off in one way or another)
        return None


def _line(message: EmailMessage, name: str, *, place: str) -> str:
    """Return a line of the head of a message, empty where there is none; InputError where the library fails at it."""
    try:
        return str(message.get(name, ""))
    except Exception as error:
        problem, remedy = f"has a {name} line that can not be read", f"mend its {name} line"
        raise InputError(problem, place=place, remedy=remedy) from error


def _article(message: EmailMessage, *, place: str, number: int | None) -> Article:
    body = message.get_body(("plain", "html"))
    if body is None:
        raise InputError("holds no words", place=place, remedy="leave it out")
    try:
        content = body.get_content()
    except (LookupError, UnicodeError) as error:
        raise InputError("is in no known encoding", place=place, remedy="save it as UTF-8") from error
    text = words_of(content) if body.get_content_subtype() == "html" else _SIGNATURE.split(content)[0]
    sender, address = parseaddr(_line(message, "From", place=place))
    title = _line(message, "Subject", place=place)
    told = {"date": _moment(message), "title": title, "outlet": sender or address}
    return Article(place, None, number, text, metadata_from(told, place=place))

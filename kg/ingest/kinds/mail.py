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
    except (ValueError, OverflowError):
        return None


def _article(message: EmailMessage, *, place: str, number: int | None) -> Article:
    body = message.get_body(("plain", "html"))
    if body is None:
        raise InputError("holds no words", place=place, remedy="leave it out")
    try:
        content = body.get_content()
    except (LookupError, UnicodeError) as error:
        raise InputError("is in no known encoding", place=place, remedy="save it as UTF-8") from error
    text = words_of(content) if body.get_content_subtype() == "html" else _SIGNATURE.split(content)[0]
    try:
        sender, address = parseaddr(str(message.get("From", "")))
    except IndexError as error:  # as the library fails at an address that is cut off
        raise InputError("has a sender that is no address", place=place, remedy="mend its From line") from error
    told = {"date": _moment(message), "title": str(message.get("Subject", "")), "outlet": sender or address}
    return Article(place, None, number, text, metadata_from(told, place=place))

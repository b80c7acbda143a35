"""A document's record as JSON and back: the same record gives the same bytes, and the bytes give the same record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import msgspec

from kg.errors import InputError
from kg.records import DocumentRecord  # noqa: TC001 (msgspec asks what fields are)

VERSION = 2
"""Goes up with every change of kg.records that makes older JSON mean something else."""


@dataclass(frozen=True, slots=True)
class _Versioned:
    version: int
    record: DocumentRecord


_ENCODER: Final = msgspec.json.Encoder(order="sorted")
_DECODER: Final = msgspec.json.Decoder(_Versioned)


def to_json(record: DocumentRecord) -> bytes:
    """Return the record as canonical JSON in UTF-8: sorted keys, no spaces, dates in ISO 8601."""
    return _ENCODER.encode(_Versioned(VERSION, record))


def from_json(data: bytes) -> DocumentRecord:
    """Return the record of `to_json`; raise InputError for anything else, down to a value of the wrong type."""
    try:
        whole = _DECODER.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _unfit(str(error)) from error
    if whole.version != VERSION:
        raise _unfit(f"not version {VERSION}")
    return whole.record


def _unfit(problem: str) -> InputError:
    return InputError(f"no record as JSON: {problem}", remedy="read the document anew, with this version")

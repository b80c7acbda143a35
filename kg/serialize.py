"""A document's record as JSON and back: the same record gives the same bytes, and the bytes give the same record."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Any, NewType, TypeAlias, Union, get_args, get_origin, get_type_hints

from kg.errors import InputError
from kg.records import DocumentRecord

if TYPE_CHECKING:
    from collections.abc import Callable

VERSION = 2
"""Goes up with every change of kg.records that makes older JSON mean something else."""

_Read: TypeAlias = "Callable[[Any], Any]"


def to_json(record: DocumentRecord) -> bytes:
    """Return the record as canonical JSON in UTF-8: sorted keys, no spaces, dates in ISO 8601."""
    whole = {"version": VERSION, "record": _plain(record)}
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def from_json(data: bytes) -> DocumentRecord:
    """Return the record of `to_json`; raise InputError for anything else, down to a value of the wrong type."""
    try:
        whole = json.loads(data)
        if not isinstance(whole, dict) or whole.get("version") != VERSION:
            raise ValueError(f"not version {VERSION}")
        record = _reader(DocumentRecord)(whole["record"])
    except (ValueError, TypeError, KeyError) as error:
        problem = f"no record as JSON: {error}"
        raise InputError(problem, remedy="read the document anew, with this version") from error
    assert isinstance(record, DocumentRecord)  # noqa: S101 (for the type checker: the reader is made for this class)
    return record


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


@cache
def _reader(annotation: Any) -> _Read:
    """Return the function that makes a value of the annotated type of its JSON, or raises ValueError or TypeError."""
    if isinstance(annotation, NewType):
        return _reader(annotation.__supertype__)
    if is_dataclass(annotation):
        return _dataclass_reader(annotation)
    if get_origin(annotation) is tuple:
        return _tuple_reader(_reader(get_args(annotation)[0]))
    if get_origin(annotation) in (UnionType, Union):
        return _union_reader(tuple(_reader(choice) for choice in get_args(annotation)))
    if annotation is date:
        return _read_date
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return annotation
    return _scalar_reader(annotation)


def _dataclass_reader(class_: Any) -> _Read:
    hints = get_type_hints(class_)
    readers = [(field.name, _reader(hints[field.name])) for field in fields(class_)]
    names = {name for name, _ in readers}

    def read(value: Any) -> Any:
        if not isinstance(value, dict) or value.keys() != names:
            raise ValueError(f"fields of no {class_.__name__}")
        return class_(**{name: reader(value[name]) for name, reader in readers})

    return read


def _tuple_reader(reader: _Read) -> _Read:
    def read(value: Any) -> Any:
        if not isinstance(value, list):
            raise ValueError(f"{value!r} is no list")
        return tuple(reader(item) for item in value)

    return read


def _union_reader(readers: tuple[_Read, ...]) -> _Read:
    def read(value: Any) -> Any:
        for reader in readers:
            try:
                return reader(value)
            except (ValueError, TypeError):
                continue
        raise ValueError(f"{value!r} is of no allowed type")

    return read


def _read_date(value: Any) -> date:
    return date.fromisoformat(value)


def _scalar_reader(class_: type) -> _Read:
    def read(value: Any) -> Any:
        if type(value) is not class_:
            raise ValueError(f"{value!r} is no {class_.__name__}")
        return value

    return read

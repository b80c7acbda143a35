"""Records of which each part is read when it is asked for: whoever goes through an archive asks for little of each."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final, get_type_hints

import msgspec

from kg.records import DocumentRecord

if TYPE_CHECKING:
    from kg.spool import Data

_PARTS: Final = tuple(field.name for field in fields(DocumentRecord))
_READERS: Final = {name: msgspec.msgpack.Decoder(kind) for name, kind in get_type_hints(DocumentRecord).items()}
_Parts: Final = msgspec.defstruct("_Parts", [(name, msgspec.Raw) for name in _PARTS])
_WHOLE: Final = msgspec.msgpack.Decoder(_Parts)
_ENCODER: Final = msgspec.msgpack.Encoder()


class _Told(DocumentRecord):
    """A record whose fields are not set before they are asked for; equal to any record of the same fields."""

    __slots__ = ("_parts",)

    _parts: msgspec.Struct

    def __getattr__(self, name: str) -> Any:
        if name not in _READERS:
            raise AttributeError(name)
        value = _READERS[name].decode(getattr(self._parts, name))
        object.__setattr__(self, name, value)
        return value

    def __reduce__(self) -> tuple[Any, ...]:
        return record_of, (_ENCODER.encode(self._parts),)  # as it was read, whatever of it was asked for

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DocumentRecord) and all(getattr(self, n) == getattr(other, n) for n in _PARTS)

    __hash__ = DocumentRecord.__hash__


def record_of(data: Data) -> DocumentRecord:
    """Return the record of bytes of msgpack; what is wrong in a part of them is found when it is asked for."""
    record = _Told.__new__(_Told)
    object.__setattr__(record, "_parts", _WHOLE.decode(data))
    return record

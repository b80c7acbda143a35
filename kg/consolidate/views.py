"""Records as they are after changes, each made when it is asked for: a changed archive takes no more memory."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kg.records import DocumentRecord

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator


class Changed(Mapping[str, DocumentRecord]):
    """The records, those of some documents as `change` leaves them."""

    def __init__(
        self,
        records: Mapping[str, DocumentRecord],
        documents: Container[str],
        change: Callable[[DocumentRecord], DocumentRecord],
    ) -> None:
        self._records, self._documents, self._change = records, documents, change

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._records)

    def __iter__(self) -> Iterator[str]:
        """Yield the ids of the documents, in the order of the records."""
        return iter(self._records)

    def __getitem__(self, document: str) -> DocumentRecord:
        """Return the record of a document."""
        record = self._records[document]
        return self._change(record) if document in self._documents else record

    def __repr__(self) -> str:
        """Write all of them as a dictionary does."""
        return repr(dict(self))

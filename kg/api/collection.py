"""Articles and what is read in them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kg.api.graph import Graph
from kg.consolidate import NO_DECISIONS
from kg.consolidate.decisions import read_decisions
from kg.errors import InputError, KgError
from kg.ingest import read as read_files
from kg.ingest import read_text
from kg.ingest.metadata import metadata_from
from kg.knowledge import load as load_knowledge
from kg.knowledge.gate import Precision
from kg.knowledge.namespaces import ID
from kg.pipeline import read_documents, triples_of
from kg.records import Document, DocumentRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date as Day  # noqa: N812 (a parameter is called date)

    from kg.ingest import Metadata
    from kg.knowledge import Knowledge

Source = str | Path | Document


@dataclass(frozen=True)
class Collection:
    """Articles, and what could not be read as one; `records` reads them when first asked for."""

    documents: tuple[Document, ...]
    problems: tuple[KgError, ...]
    knowledge: Knowledge = field(repr=False)
    model: str | None = None
    precision: Precision = Precision.BALANCED
    workers: int = 1
    cache: Path | None = None

    def __repr__(self) -> str:
        """Return how many there are, and not all that they say."""
        number = len(self.documents)
        told = f", {len(self.problems):,} that could not be read" if self.problems else ""
        return f"<Collection: {number:,} {'document' if number == 1 else 'documents'}{told}>"

    @cached_property
    def _read(self) -> tuple[DocumentRecord | KgError, ...]:
        return tuple(
            read_documents(
                self.documents,
                self.knowledge,
                model=self.model,
                precision=self.precision,
                workers=self.workers,
                cache_folder=self.cache,
            )
        )

    @property
    def records(self) -> tuple[DocumentRecord, ...]:
        """What each article says, in the order of the documents; `losses` has those that could not be read."""
        return tuple(record for record in self._read if isinstance(record, DocumentRecord))

    @property
    def losses(self) -> tuple[KgError, ...]:
        """Why an article could not be read, one error each."""
        return tuple(record for record in self._read if isinstance(record, KgError))

    def forget(self, *ids: str) -> Collection:
        """Return the collection without the articles of these ids, of which nothing is read again.

        Its graph is that of a build from nothing without them. Raises InputError where one is not in it.
        """
        if missing := set(ids) - {document.id for document in self.documents}:
            raise InputError("is not in this collection", place=min(missing), remedy="give ids of its documents")
        kept = [at for at, document in enumerate(self.documents) if document.id not in ids]
        left = replace(self, documents=tuple(self.documents[at] for at in kept))
        if "_read" in self.__dict__:
            left.__dict__["_read"] = tuple(self._read[at] for at in kept)
        return left

    def build(self, *, base: str = ID, decisions: str | Path | None = None) -> Graph:
        """Return the graph of the articles; `decisions` is a CSV file of human decisions to replay.

        Raises InputError where no article could be read, DecisionError for a broken file of decisions.
        """
        if not self.records:
            first = next(iter((*self.problems, *self.losses)), None)
            raise InputError("there is no article to build from", remedy=f"mend this: {first}" if first else "give one")
        decided = NO_DECISIONS if decisions is None else read_decisions(Path(decisions))
        return Graph.of(triples_of(self.records, self.knowledge, base=base, decisions=decided), self.knowledge)


def read(
    sources: Source | Iterable[Source],
    *,
    date: Day | str | None = None,
    outlet: str | None = None,
    columns: Mapping[str, str] | None = None,
    ontology: str | Path | None = None,
    model: str | None = None,
    precision: str = "balanced",
    workers: int = 1,
    cache: str | Path | None = None,
) -> Collection:
    """Return the articles of files, folders and texts: a Path or a string without blanks is a file or folder.

    Any other string is the text of an article. `date` (a day, or "2025-07-04") and `outlet` are those of articles that
    do not say so themselves, `columns` what tables call their fields; the rest is as of `kg build`. What can not be
    read is in `problems`. Raises InputError at once where a file is missing or the date is no day.
    """
    knowledge = load_knowledge(None if ontology is None else Path(ontology))
    problems: list[KgError] = []
    about = metadata_from({"date": date, "outlet": outlet}, place="read")
    documents: list[Document] = []
    for number, source in enumerate(_listed(sources), start=1):
        documents.extend(_documents(source, number, knowledge, about, columns or {}, problems))
    return Collection(
        tuple(documents),
        tuple(problems),
        knowledge,
        model,
        Precision(precision),
        workers,
        None if cache is None else Path(cache),
    )


def _listed(sources: Source | Iterable[Source]) -> Iterable[Source]:
    return [sources] if isinstance(sources, Source) else sources


def _documents(
    source: Source,
    number: int,
    knowledge: Knowledge,
    about: Metadata,
    columns: Mapping[str, str],
    problems: list[KgError],
) -> Iterator[Document]:
    if isinstance(source, Document):
        yield source
    elif isinstance(source, str) and len(source.split()) > 1 and not Path(source[:255]).exists():
        try:
            yield read_text(source, knowledge.boilerplate, id=f"text-{number}", about=about)
        except InputError as error:
            problems.append(error)
    else:
        files = [Path(source)]
        yield from read_files(files, knowledge.boilerplate, on_problem=problems.append, about=about, columns=columns)

"""What is in a graph, counted and held against the texts while it passes to its file."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from kg.knowledge.namespaces import KG, RDF
from kg.records import Term
from kg.store.lines import literal_parts
from kg.verify import QUOTING, mismatches

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.knowledge.taxonomy import Taxonomy
    from kg.records import DocumentRecord
    from kg.store.lines import Subject
    from kg.store.portions import Portion
    from kg.verify import Mismatch

_CLASS: Final = f"{RDF}type> <{KG}"
_MENTION: Final = frozenset({"Mention"})
_COPY: Final = f"{KG}copyOf> "
_DOCUMENT: Final = f"{KG}document> "


@dataclass(slots=True)
class Tally:
    """The number of triples, of copies among documents, of nodes by the most special of their classes; what is wrong.

    `documents` gives the id of the document of each IRI, `records` what was read of it.
    """

    taxonomy: Taxonomy
    documents: Mapping[str, str]
    records: Mapping[str, DocumentRecord]
    triples: int = 0
    copies: int = 0
    wrong: list[Mismatch] = field(default_factory=list)
    _classes: Counter[frozenset[str]] = field(default_factory=Counter)

    def counting(self, subjects: Iterable[Subject]) -> Iterator[Subject]:
        """Yield the subjects, each with all of its statements, as they come."""
        for subject, statements in subjects:
            self.triples += len(statements)
            self.copies += bool(_beginning(_COPY, statements))
            if classes := _beginning(_CLASS, statements):
                self._classes[frozenset(s.removeprefix(_CLASS).removesuffix(">") for s in classes)] += 1
            if _beginning(_DOCUMENT, statements):
                self.wrong += self._wrong(subject, statements)
            yield subject, statements

    def count_mentions(self, portion: Portion) -> None:
        """Count what was counted, and held against its text, when it was made: a portion of mentions."""
        self.triples += portion.triples
        self._classes[_MENTION] += portion.subjects

    @property
    def nodes(self) -> Mapping[Term, int]:
        """How many nodes are of each class and of none below it."""
        found: Counter[Term] = Counter()
        for classes, number in self._classes.items():
            found[self.taxonomy.narrowest(set(map(Term, classes)))] += number
        return found

    def _wrong(self, mention: str, statements: Sequence[str]) -> Iterator[Mismatch]:
        about: dict[str, str] = {}
        for statement in statements:
            predicate, _, value = statement.partition("> ")
            if predicate in QUOTING:
                about[predicate] = value[1:-1] if value[0] == "<" else literal_parts(value)[0]
        name = self.documents[about[f"{KG}document"]]
        return mismatches(mention, about, name, self.records[name].document.text)


def _beginning(words: str, statements: Sequence[str]) -> Sequence[str]:
    """Return those of sorted statements that begin with some words."""
    first = last = bisect_left(statements, words)
    while last < len(statements) and statements[last].startswith(words):
        last += 1
    return statements[first:last]

"""What a graph knows of one node, as data and as lines that people read."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from kg.knowledge.namespaces import ID
from kg.store.prefixes import readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words of a document: `outlet` and `date` are empty where unknown; `context` is a longer passage around them."""

    document: str
    start: int
    end: int
    quote: str
    rule: str
    outlet: str = ""
    date: str = ""
    context: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """One thing said of a node, with the passages that say so; what came with the reference data has none."""

    relation: str
    value: str
    iri: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, order=True)
class Reason:
    """Why passages of several documents are taken to be about one node, and how sure that is (0..1)."""

    reason: str
    score: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A node: what it is and is called, where it is mentioned, what is said of it, and why it is one node.

    `base` is what the IRIs of its graph begin with.
    """

    iri: str
    name: str
    kinds: tuple[str, ...]
    names: tuple[str, ...]
    mentions: tuple[Passage, ...]
    evidence: tuple[Passage, ...]
    facts: tuple[Fact, ...]
    merges: tuple[Reason, ...]
    base: str = ID

    def __str__(self) -> str:
        """Return all of it as `kg explain` prints it."""
        return "\n".join(lines_of(self))

    def _repr_html_(self) -> str:
        """Return the same for a notebook to show."""
        return f"<pre>{escape(str(self))}</pre>"


def lines_of(explanation: Explanation) -> Iterator[str]:
    """Yield what an explanation says, line by line; the IRIs of its graph are shortened."""
    yield explanation.name
    yield f"  {readable(explanation.iri, base=explanation.base)}  {', '.join(explanation.kinds)}"
    if explanation.names:
        yield f"  also: {', '.join(explanation.names)}"
    yield from _section("Evidence", _passages(explanation.evidence, "  "))
    yield from _section("Facts", _facts(explanation))
    yield from _section(f"Mentions ({len(explanation.mentions)})", _passages(explanation.mentions, "  "))
    yield from _section("Merges", _merges(explanation))


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield ""
        yield title
        yield from found


def _facts(explanation: Explanation) -> Iterator[str]:
    for fact in explanation.facts:
        short = readable(fact.iri, base=explanation.base) if fact.iri else ""
        yield f"  {fact.relation}: {fact.value}" + (f"  [{short}]" if short and short != fact.value else "")
        yield from _passages(fact.passages, "      ")


def _merges(explanation: Explanation) -> Iterator[str]:
    for merge in explanation.merges:
        yield f"  {merge.reason} ({merge.score})"
        yield from _passages(merge.passages, "      ")


def _passages(passages: Iterable[Passage], indent: str) -> Iterator[str]:
    for passage in passages:
        place = f"{passage.document}@{passage.start}-{passage.end}"
        source = ", ".join(filter(None, (place, passage.outlet, passage.date)))
        yield f"{indent}{source}, by {passage.rule}:"
        yield f"{indent}  > {' '.join(passage.quote.split())}"
        if passage.context:
            yield f"{indent}    in: {' '.join(passage.context.split())}"

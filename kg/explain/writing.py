"""An explanation as lines that people read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.store.prefixes import readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.explain.telling import Explanation, Passage


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

"""The graph's own sentences of Turtle behind what a page shows: what is saved from it is a part of the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.store.graph import base_of
from kg.store.lines import lines_of, sorted_subjects, with_point
from kg.store.turtle import naming, prologue, sentences
from kg.view.network import node_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Store

    from kg.knowledge.looks import Looks
    from kg.view.content import Content


def turtle_of(store: Store, content: Content, looks: Looks) -> dict[str, object]:
    """Return prefixes, and for each subject its Turtle and the numbers of the subjects that it names.

    `at` says which subject each entity and event is, by `node_id`; all that these lead to is there, and the words by
    which those without a name are told.
    """
    starts = [*(entity.iri for entity in content.entities), *(event.iri for event in content.events)]
    words = {one.iri: one.mentions for one in content.entities if looks.classes[one.kind].nameless}
    named = _named(store, [*starts, *(iri for mentions in words.values() for iri in mentions)])
    for iri, mentions in words.items():
        named.get(iri, set()).update(mentions)
    numbers = {iri: number for number, iri in enumerate(sorted(named))}
    used: dict[str, str] = {}
    triples = (
        quad.triple
        for iri in numbers
        for quad in store.quads_for_pattern(NamedNode(iri), None, None, None)
        if isinstance(quad.object, NamedNode | Literal)
    )
    lines = map(with_point, lines_of(triples))
    texts = [sentence for _, sentence in sentences(sorted_subjects(lines), naming(used, base_of(store)))]
    return {
        "head": prologue(used),
        "subjects": [
            [text, *sorted(numbers[other] for other in named[iri] if other in numbers)]
            for iri, text in zip(numbers, texts, strict=True)
        ],
        "at": {node_id(iri): numbers[iri] for iri in starts if iri in numbers},
    }


def _named(store: Store, starts: Iterable[str]) -> dict[str, set[str]]:
    """Return the subjects that the starts lead to, each with the nodes that it names."""
    found: dict[str, set[str]] = {}
    queue = list(starts)
    while queue:
        iri = queue.pop()
        if iri in found:
            continue
        objects = [quad.object for quad in store.quads_for_pattern(NamedNode(iri), None, None, None)]
        if any(isinstance(value, NamedNode | Literal) for value in objects):
            found[iri] = {value.value for value in objects if isinstance(value, NamedNode)}
            queue.extend(found[iri] - found.keys())
    return found

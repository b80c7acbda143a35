"""Participants without a name: an IRI from their event and role, and triples of what the words for them tell."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kg.assemble.iris import is_provisional, local, member_of, settle, slug
from kg.assemble.triples import TYPE, fact, link, links, number, term, words
from kg.knowledge.namespaces import SKOS
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from kg.assemble.merging import MergedEvent
    from kg.assemble.nodes import EntityNode
    from kg.assemble.triples import Line
    from kg.knowledge.participants import ParticipantKinds
    from kg.knowledge.taxonomy import Taxonomy
    from kg.members import Members
    from kg.records import Entity, Unnamed

KIND: Final = Term("ParticipantKind")
_LAST: Final = "\U0010ffff"
"""Behind every IRI."""


def unnamed_iris(
    events: Iterable[tuple[str, MergedEvent]],
    named: Iterable[tuple[str, str]],
    *,
    taken: Container[str],
    base: str,
) -> Sequence[str]:
    """Return the IRI for each provisional one and the words for it: that of its first event, its role and the words."""
    places: dict[str, tuple[str, str]] = {}
    for event, merged in events:
        for role, iri in merged.arguments:
            if is_provisional(iri) and event < places.get(iri, (_LAST, role))[0]:
                places[iri] = event, role
    return settle(
        (
            (f"{base}participant/{_tail(places.get(iri), name)}", " ".join((*places.get(iri, ()), name)))
            for iri, name in named
        ),
        reserved=taken,
    )


def _tail(place: tuple[str, str] | None, name: str) -> str:
    return slug(name) if place is None else f"{local(place[0])}-{slug(place[1])}-{slug(name)}"


def settled(event: MergedEvent, iris: Members[str]) -> MergedEvent:
    """Return an event with the IRIs that its participants without a name have now."""
    if not any(is_provisional(iri) for _, iri in event.arguments):
        return event
    now = ((role, iris.value(member_of(iri)) if is_provisional(iri) else iri) for role, iri in event.arguments)
    return replace(event, arguments=tuple(sorted(now)))


def unnamed_triples(
    node: EntityNode, entities: Sequence[Entity], owners: Iterable[str], served: Iterable[str], taxonomy: Taxonomy
) -> Iterator[Line]:
    """Yield what the words tell of one without a name: its kind, whose or where it is, whom it serves, how many.

    `entities` has it as each document does.
    """
    yield from links(node.iri, TYPE, taxonomy.lineage(node.kind))
    yield fact(node.iri, SKOS + "prefLabel", words(node.name))
    told = [entity.unnamed for entity in entities if entity.unnamed is not None]
    kinds = Counter(one.described for one in told if one.described)
    if kinds:
        yield link(node.iri, term("described"), min(kinds, key=lambda kind: (-kinds[kind], kind)))
    yield from links(node.iri, term("belongsTo"), sorted(owners))
    yield from links(node.iri, term("represents"), sorted(served))
    countries = Counter(entity.country for entity in entities if entity.country)
    if countries:
        yield link(node.iri, term("inCountry"), min(countries, key=lambda country: (-countries[country], country)))
    yield from _count(node.iri, told)


def _count(iri: str, told: Iterable[Unnamed]) -> Iterator[Line]:
    """Yield how many there are as most articles have it; the first of those by number on a tie."""
    votes = Counter((one.minimum, one.maximum) for one in told if (one.minimum, one.maximum) != (None, None))
    if not votes:
        return
    least, most = min(votes, key=lambda pair: (-votes[pair], pair[0] or 0, pair[1] or 0))
    if least is not None and least == most:
        yield fact(iri, term("count"), number(least))
        return
    if least is not None:
        yield fact(iri, term("min"), number(least))
    if most is not None:
        yield fact(iri, term("max"), number(most))


def kind_triples(described: Iterable[str], kinds: ParticipantKinds, taxonomy: Taxonomy) -> Iterator[Line]:
    """Yield the kinds by which somebody is described and those above them, so that the graph stands alone."""
    for kind in sorted({kind for one in described for kind in kinds.above.get(one, ())}):
        yield from links(kind, TYPE, taxonomy.lineage(KIND))
        yield fact(kind, SKOS + "prefLabel", words(kinds.labels[kind]))
        yield from links(kind, SKOS + "broader", kinds.broader[kind])
        if kind in kinds.schemes:
            yield link(kind, SKOS + "inScheme", kinds.schemes[kind])

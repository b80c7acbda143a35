"""Triples of events, of the figures reported of them, and of who held which office."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, Final

from kg.assemble.iris import slug
from kg.assemble.nodes import MOST_UNNAMED, ROLES, WITH
from kg.assemble.triples import TYPE, dated, fact, link, links, number, share, span_of_time, term, words
from kg.durations import read_duration
from kg.knowledge.namespaces import RDFS, SKOS
from kg.records import Factuality, Term

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Iterator, Mapping

    from kg.assemble.merging import MergedEvent, MergedFigure
    from kg.assemble.triples import Line
    from kg.knowledge import Knowledge
    from kg.knowledge.codes import Code
    from kg.knowledge.taxonomy import Taxonomy
    from kg.records import Attribute, EventDate

CODE: Final = "code"
_LONGEST_QUOTE: Final = 60


def event_triples(
    iri: str,
    event: MergedEvent,
    knowledge: Knowledge,
    *,
    base: str,
    names: Mapping[str, str],
    unnamed: Container[str] = frozenset(),
) -> Iterator[Line]:
    """Yield an event without its figures and evidence.

    `names` gives the preferred name of every entity, of those in `unnamed` the words for them.
    """
    taxonomy = knowledge.taxonomy
    yield from links(iri, TYPE, taxonomy.lineage(event.kind))
    yield fact(iri, RDFS + "label", words(event_label(event, names, taxonomy, unnamed)))
    for role, entity in event.arguments:
        yield from (link(iri, predicate, entity) for predicate in taxonomy.lineage(role))
    yield link(iri, term("factuality"), term(event.factuality))
    yield fact(iri, term("confidence"), share(event.confidence))
    if event.date:
        yield from _date(iri, event.date)
    if event.duration:
        yield from _duration(iri, event.duration)
    yield from links(iri, term(CODE), event_codes(event, knowledge))
    for attribute in event.attributes:
        if attribute.property != CODE:
            yield _attribute(iri, attribute, taxonomy)
    for topic in event.topics:
        yield from _topic(iri, topic, base)
    yield from links(iri, term("accordingTo"), event.according_to)
    for quote in event.quotes:
        yield fact(iri, term("quoteText"), words(quote))


def event_codes(event: MergedEvent, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the CAMEO and PLOVER codes of an event, sorted.

    In each list those of its status go before those of its words, and these before those of its class.
    """
    known, taxonomy = knowledge.codes, knowledge.taxonomy
    told = [str(a.value) for a in event.attributes if a.property == CODE]
    statuses = [code for a in event.attributes for code in taxonomy.codes.get(Term(str(a.value)), ())]
    words = [code for iri in told for code in (iri, *known[iri].matches)]
    chosen: dict[str, tuple[str, ...]] = {}
    for codes in (statuses, words, taxonomy.codes.get(event.kind, ())):
        schemes = {known[code].scheme for code in codes} - chosen.keys()
        chosen |= {scheme: tuple(code for code in codes if known[code].scheme == scheme) for scheme in schemes}
    return tuple(sorted(code for codes in chosen.values() for code in codes))


def code_triples(codes: Iterable[str], known: Mapping[str, Code]) -> Iterator[Line]:
    """Yield the codes as concepts, with those above them."""
    seen, waiting = set[str](), sorted(codes)
    while waiting:
        code = known[waiting.pop()]
        if code.iri in seen:
            continue
        seen.add(code.iri)
        yield link(code.iri, TYPE, SKOS + "Concept")
        yield link(code.iri, SKOS + "inScheme", code.scheme)
        yield fact(code.iri, SKOS + "notation", words(code.notation))
        yield fact(code.iri, SKOS + "prefLabel", words(code.label))
        if code.broader:
            yield link(code.iri, SKOS + "broader", code.broader)
            waiting.append(code.broader)


def figure_triples(
    iri: str, event: str, figure: MergedFigure, *, names: Mapping[str, str], taxonomy: Taxonomy
) -> Iterator[Line]:
    """Yield a figure without its evidence."""
    yield link(event, term("hasFigure"), iri)
    yield link(iri, TYPE, term("Figure"))
    taxonomy.lineage(figure.measure)
    label = f"{taxonomy.labels[figure.measure]}: {_amount(figure)}"
    yield fact(iri, RDFS + "label", words(f"{label} {names[figure.weapon]}" if figure.weapon else label))
    yield link(iri, term("measure"), term(figure.measure))
    if figure.weapon:
        yield link(iri, term("weapon"), figure.weapon)
    if figure.minimum is not None:
        yield fact(iri, term("min"), number(figure.minimum))
    if figure.maximum is not None:
        yield fact(iri, term("max"), number(figure.maximum))
    yield from links(iri, term("accordingTo"), figure.according_to)


def _amount(figure: MergedFigure) -> str:
    low, high = figure.minimum, figure.maximum
    if low == high:
        return "?" if low is None else str(low)
    return f"≥ {low}" if high is None else f"≤ {high}" if low is None else f"{low}–{high}"


def event_label(
    event: MergedEvent, names: Mapping[str, str], taxonomy: Taxonomy, unnamed: Container[str] = frozenset()
) -> str:
    """Return class, who, to or at whom, with what, and when: "call: Joe Biden, Xi Jinping, 2024-04-02"."""
    sides = [_named(event, roles, names, unnamed) for roles in ROLES]
    parts = [
        " → ".join(filter(None, sides)),
        _named(event, WITH, names, unnamed),
        event.date.value.strip("[]") if event.date else "",
    ]
    if event.factuality is not Factuality.ASSERTED:
        parts.append(taxonomy.labels[Term(event.factuality)])
    if event.quotes:
        parts.append(f"“{shorten(event.quotes[0], _LONGEST_QUOTE, placeholder='…')}”")
    return ": ".join(filter(None, (taxonomy.labels[event.kind], ", ".join(filter(None, parts)))))


def _named(event: MergedEvent, roles: Collection[str], names: Mapping[str, str], unnamed: Container[str]) -> str:
    """Return the names in some roles; where nobody there has one, the words for two at most."""
    there = {iri for role, iri in event.arguments if role in roles}
    named = sorted({names[iri] for iri in there if iri not in unnamed})
    return ", ".join(named or sorted({names[iri] for iri in there})[:MOST_UNNAMED])


def _date(iri: str, given: EventDate) -> Iterator[Line]:
    yield from dated(iri, given.value, weeks=True)
    yield link(iri, term("dateBasis"), term(given.basis))


def _duration(iri: str, duration: str) -> Iterator[Line]:
    yield fact(iri, term("duration"), span_of_time(duration))
    length = read_duration(duration)
    whole = length.minutes if length is not None else None
    if whole is not None:
        yield fact(iri, term("durationMinutes"), number(whole))


def _attribute(iri: str, attribute: Attribute, taxonomy: Taxonomy) -> Line:
    """Return a value as the individual, number or words that kg.ttl says the property takes."""
    predicate = taxonomy.lineage(attribute.property)[0]
    if attribute.property in taxonomy.relations:
        return link(iri, predicate, taxonomy.lineage(Term(str(attribute.value)))[0])
    value = attribute.value
    return fact(iri, predicate, number(value) if isinstance(value, int) else words(value))


def _topic(iri: str, topic: str, base: str) -> Iterator[Line]:
    """Yield a topic that is a resource, or words as a concept of their own."""
    if topic.startswith(("http://", "https://")):
        yield link(iri, term("topic"), topic)
        return
    concept = f"{base}topic/{slug(topic)}"
    yield link(iri, term("topic"), concept)
    yield link(concept, TYPE, SKOS + "Concept")
    # Topics are one if their slugs are, so the name is made from what they share.
    yield fact(concept, SKOS + "prefLabel", words(" ".join(topic.casefold().split())))

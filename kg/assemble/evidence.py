"""Triples of documents, of the spans that facts rest on, and of the merges that made one node of several."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from kg.assemble.iris import local, mention_iri
from kg.assemble.triples import TYPE, dated, fact, link, links, node, number, share, term, when, words
from kg.errors import GraphError
from kg.knowledge.namespaces import DCT, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.assemble.merging import Source
    from kg.assemble.triples import Line
    from kg.records import Document, Merge


def document_triples(iri: str, document: Document) -> Iterator[Line]:
    """Yield what is known of an article as a whole."""
    yield link(iri, TYPE, term("Document"))
    yield fact(iri, DCT + "identifier", words(document.id))
    if document.title:
        yield fact(iri, DCT + "title", words(document.title))
    if document.date:
        yield fact(iri, DCT + "date", when(document.date.isoformat()))
    if document.outlet:
        yield fact(iri, DCT + "publisher", words(document.outlet))
    if document.url:
        yield _address(iri, document.url)


def _address(iri: str, url: str) -> Line:
    """Return the web address as a node, or as words where it is not well formed (a bare host name, say)."""
    try:
        node(url)
    except GraphError:
        return fact(iri, SCHEMA + "url", words(url))
    return link(iri, SCHEMA + "url", url)


def mention_triples(source: Source, text: str, documents: Mapping[str, str], base: str) -> Iterator[Line]:
    """Yield the span of its document's text that a source names; raise GraphError if it lies outside."""
    document = documents[source.document]
    if not 0 <= source.start < source.end <= len(text):
        place = f"{source.document}, characters {source.start} to {source.end}"
        raise GraphError("no such span in the text", place=place, remedy=f"mend the rule {source.rule}")
    iri = source_iri(source, documents, base)
    yield link(iri, TYPE, term("Mention"))
    yield link(iri, term("document"), document)
    yield fact(iri, term("start"), number(source.start))
    yield fact(iri, term("end"), number(source.end))
    yield fact(iri, term("quote"), words(text[source.start : source.end]))
    yield fact(iri, term("rule"), words(source.rule))
    if source.trigger:
        start, end = source.trigger
        yield fact(iri, term("trigger"), words(text[start:end]))
        yield fact(iri, term("triggerStart"), number(start))
    if source.factuality:
        yield link(iri, term("factuality"), term(source.factuality))
    if source.date:
        yield from dated(iri, source.date, weeks=False)
    yield from links(iri, term("accordingTo"), source.according_to)


def source_iri(source: Source, documents: Mapping[str, str], base: str) -> str:
    """Return the IRI of the mention that a source names."""
    trigger = source.trigger[0] if source.trigger else None
    return mention_iri(base, documents[source.document], source.start, source.end, source.rule, trigger=trigger)


def merge_triples(into: str, merge: Merge, sides: Sequence[str], base: str) -> Iterator[Line]:
    """Yield a merge with its reason; `sides` are the IRIs of a mention on either side."""
    digest = sha256("\x1f".join((into, *sides, merge.reason)).encode()).hexdigest()[:12]
    iri = f"{base}merge/{local(into)}-{digest}"
    yield link(iri, TYPE, term("Merge"))
    yield link(iri, term("merged"), into)
    yield from links(iri, term("mergedMention"), sides)
    yield fact(iri, term("reason"), words(merge.reason))
    yield fact(iri, term("score"), share(merge.score))

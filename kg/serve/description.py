"""The service description that the standard asks of an endpoint: https://www.w3.org/TR/sparql11-service-description/."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Triple, serialize

from kg.knowledge.namespaces import RDF, XSD

if TYPE_CHECKING:
    from pyoxigraph import RdfFormat

_SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_VOID: Final = "http://rdfs.org/ns/void#"
_FORMATS: Final = "http://www.w3.org/ns/formats/"
_RESULTS: Final = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_GRAPHS: Final = ("Turtle", "N-Triples", "RDF_XML", "JSON-LD")


def description(endpoint: str, triples: int, form: RdfFormat) -> bytes:
    """Return what the endpoint can do: SPARQL 1.1 queries over one default graph of so many triples."""
    service, data, graph = (
        NamedNode(f"{endpoint}#service"),
        NamedNode(f"{endpoint}#data"),
        NamedNode(f"{endpoint}#graph"),
    )
    count = Literal(str(triples), datatype=NamedNode(XSD + "integer"))
    found = [
        _triple(service, RDF + "type", NamedNode(_SD + "Service")),
        _triple(service, _SD + "endpoint", NamedNode(endpoint)),
        _triple(service, _SD + "supportedLanguage", NamedNode(_SD + "SPARQL11Query")),
        _triple(service, _SD + "defaultDataset", data),
        _triple(data, RDF + "type", NamedNode(_SD + "Dataset")),
        _triple(data, _SD + "defaultGraph", graph),
        _triple(graph, RDF + "type", NamedNode(_SD + "Graph")),
        _triple(graph, _VOID + "triples", count),
    ]
    found += [_triple(service, _SD + "resultFormat", NamedNode(_FORMATS + name)) for name in (*_RESULTS, *_GRAPHS)]
    return serialize(found, format=form, prefixes={"sd": _SD, "void": _VOID, "formats": _FORMATS}) or b""


def _triple(subject: NamedNode, predicate: str, value: NamedNode | Literal) -> Triple:
    return Triple(subject, NamedNode(predicate), value)

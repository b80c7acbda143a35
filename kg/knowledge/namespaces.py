"""Namespace IRIs as plain strings, so that no stage needs an RDF library to name a term."""

from __future__ import annotations

from typing import Final

KG: Final = "https://w3id.org/newskg/ontology#"
ID: Final = "https://w3id.org/newskg/id/"
LEX: Final = "https://w3id.org/newskg/lexicon#"
PLOVER: Final = "https://w3id.org/newskg/scheme/plover#"
CAMEO: Final = "https://w3id.org/newskg/scheme/cameo#"

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
DCT: Final = "http://purl.org/dc/terms/"
SCHEMA: Final = "https://schema.org/"
PROV: Final = "http://www.w3.org/ns/prov#"
ORG: Final = "http://www.w3.org/ns/org#"
OA: Final = "http://www.w3.org/ns/oa#"
SEM: Final = "http://semanticweb.cs.vu.nl/2009/11/sem/"
GEO: Final = "http://www.w3.org/2003/01/geo/wgs84_pos#"
FOAF: Final = "http://xmlns.com/foaf/0.1/"
VOID: Final = "http://rdfs.org/ns/void#"
DCAT: Final = "http://www.w3.org/ns/dcat#"
SPDX: Final = "http://spdx.org/rdf/terms#"
SH: Final = "http://www.w3.org/ns/shacl#"
WIKIDATA: Final = "http://www.wikidata.org/entity/"

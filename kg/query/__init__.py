"""Questions to a graph: SPARQL 1.1, or one of the named questions in ontology/queries."""

from kg.query.library import Parameter, Query, fill, named, names, read, undated
from kg.query.running import Answer, run
from kg.query.terms import unknown_terms

__all__ = ["Answer", "Parameter", "Query", "fill", "named", "names", "read", "run", "undated", "unknown_terms"]

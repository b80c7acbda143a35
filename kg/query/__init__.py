"""Questions to a graph: SPARQL 1.1, or one of the named questions in ontology/queries."""

from kg.query.library import Query, named, names
from kg.query.running import Answer, run

__all__ = ["Answer", "Query", "named", "names", "run"]

"""A graph into a store of any make, by the Graph Store Protocol or SPARQL Update, and a count that it arrived."""

from kg.upload.loading import Loaded, load_graph
from kg.upload.targets import DEFAULT_GRAPH, GRAPH, Target

__all__ = ["DEFAULT_GRAPH", "GRAPH", "Loaded", "Target", "load_graph"]

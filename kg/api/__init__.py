"""What Python programs call: articles in, a graph out, questions to it."""

from kg.api.collection import Collection, read
from kg.api.graph import Graph, open  # noqa: A004 (kg.open, as gzip.open)
from kg.api.rows import Rows

__all__ = ["Collection", "Graph", "Rows", "open", "read"]

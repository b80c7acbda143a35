"""The order of the stages: the only room that knows more than one of them."""

from kg.pipeline.graphs import Built, build, keep_texts, triples_of
from kg.pipeline.reading import Reader, Shelf, read_documents, read_with, shelf
from kg.pipeline.renewal import as_made, graph_inputs, note_made, page_inputs
from kg.pipeline.stages import CloseReading, read_closely, read_document

__all__ = [
    "Built",
    "CloseReading",
    "Reader",
    "Shelf",
    "as_made",
    "build",
    "graph_inputs",
    "keep_texts",
    "note_made",
    "page_inputs",
    "read_closely",
    "read_document",
    "read_documents",
    "read_with",
    "shelf",
    "triples_of",
]

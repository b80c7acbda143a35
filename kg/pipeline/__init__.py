"""The order of the stages: the only room that knows more than one of them."""

from kg.pipeline.collecting import (
    Difference,
    added,
    collect,
    collected,
    difference,
    forget,
    merge_collections,
    share_of,
)
from kg.pipeline.graphs import Built, build, forget_texts, gathered, keep_texts, triples_of
from kg.pipeline.keys import Keys, keys_of
from kg.pipeline.reading import Reader, Shelf, read_documents, read_with, shelf
from kg.pipeline.renewal import as_made, graph_inputs, note_made, page_inputs
from kg.pipeline.stages import CloseReading, read_closely, read_document

__all__ = [
    "Built",
    "CloseReading",
    "Difference",
    "Keys",
    "Reader",
    "Shelf",
    "added",
    "as_made",
    "build",
    "collect",
    "collected",
    "difference",
    "forget",
    "forget_texts",
    "gathered",
    "graph_inputs",
    "keep_texts",
    "keys_of",
    "merge_collections",
    "note_made",
    "page_inputs",
    "read_closely",
    "read_document",
    "read_documents",
    "read_with",
    "share_of",
    "shelf",
    "triples_of",
]

"""The page that people look at: one HTML file, drawn by pyvis, that shows a graph and the words behind it."""

from kg.view.reading import EmptyError
from kg.view.render import Choice, page_of, render

__all__ = ["Choice", "EmptyError", "page_of", "render"]

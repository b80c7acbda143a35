"""One reader for each kind of file that needs a library of its own: from the file to the articles that it holds."""

from kg.ingest.kinds.article import Article

__all__ = ["Article"]

"""Turn news articles into a knowledge graph in which every fact points at the words it came from.

    >>> import kg
    >>> graph = kg.read("seeds/").build()
    >>> graph.calls(who="Putin").to_pandas()

`kg.read` takes files, folders and texts, `kg.open` a graph that was written before, and `kg.load` gives the language
model as an ordinary spaCy pipeline. Nothing is imported before it is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.api import Collection, Graph, Rows, open, read  # noqa: A004 (kg.open, as gzip.open)
    from kg.errors import KgError
    from kg.language import load
    from kg.records import Document

__all__ = ["Collection", "Document", "Graph", "KgError", "Rows", "__version__", "load", "open", "read"]

_HOMES = {"KgError": "kg.errors", "load": "kg.language", "Document": "kg.records"}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("newskg")
    if name not in __all__:
        problem = f"module 'kg' has no attribute {name!r}"
        raise AttributeError(problem)
    return getattr(import_module(_HOMES.get(name, "kg.api")), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

"""Every error that kg raises on purpose: one root, one line, with the place and the remedy."""

from __future__ import annotations


class KgError(Exception):
    """A problem the user can act on; str() is one line: what is wrong, where, and what to do."""

    def __init__(self, problem: str, *, place: str | None = None, remedy: str | None = None) -> None:
        self.problem = problem
        self.place = place
        self.remedy = remedy
        super().__init__(problem)

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        mend = f" ({self.remedy})" if self.remedy else ""
        return " ".join(f"{where}{self.problem}{mend}".split())


class InputError(KgError):
    """A document, folder or manifest that can not be read as one."""


class OntologyError(KgError):
    """A file under ontology/ that breaks its own rules."""


class ModelError(KgError):
    """A language pipeline that is missing, broken or unfit for extraction."""


class DecisionError(KgError):
    """A file of human decisions that can not be read or replayed."""


class QueryError(KgError):
    """A query that is unknown, malformed or not allowed."""


class GraphError(KgError):
    """A graph file that can not be read, validated or written."""

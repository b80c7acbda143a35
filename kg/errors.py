"""Every error that kg raises on purpose: one root, one line, with the place and the remedy."""

from __future__ import annotations

import re

_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def harmless(words: str) -> str:
    """Return words with a sign for each character that could steer a terminal, but for tabs and line breaks."""
    return _STEERING.sub("\ufffd", words)


class KgError(Exception):
    """A problem the user can act on; str() is one line: what is wrong, where, and what to do."""

    def __init__(self, problem: str, *, place: str | None = None, remedy: str | None = None) -> None:
        self.problem = problem
        self.place = place
        self.remedy = remedy
        super().__init__(problem)

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        mend = f" ({_shortened(self.remedy)})" if self.remedy else ""
        return harmless(" ".join(f"{where}{_shortened(self.problem)}{mend}".split()))


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]} ..."


MESSAGE = 300
"""Characters of an error's own words that are shown: some repeat the whole text that they complain of."""
_LONGEST = 2 * MESSAGE


class InputError(KgError):
    """A document, folder or manifest that can not be read as one."""


class LeftOut(InputError):  # noqa: N818 (it is said, and is no error)
    """A file that holds no article and was not named as one: it is said and left out, and nothing is lost."""


def unforeseen(error: Exception, *, place: str) -> InputError:
    """Return the one-line problem of a document on which a library or a rule failed in a way that nobody foresaw.

    What is in itself without end, such as a message in a message in a message, ends the stack of whatever reads it.
    """
    if isinstance(error, RecursionError):
        return InputError("is nested too deep", place=place, remedy="save its text alone, as .txt")
    if isinstance(error, MemoryError):
        return InputError("takes more memory than it may", place=place, remedy="split it, or give --memory more")
    problem = error.problem if isinstance(error, KgError) else f"{type(error).__name__}: {error}"
    return InputError(f"can not be read: {problem}"[:MESSAGE], place=place, remedy="leave it out and report it")


class SettingsError(KgError):
    """A setting in a file that nothing knows, or a value that it does not take."""


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


class ReportError(KgError):
    """A report that can not be made as it was asked for."""

"""Answers that are kept: what many rules ask of a token is worked out once, as long as its tree stays as it is."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Final, TypeVar, TypeVarTuple, Unpack

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.grammar.tree import Doc, Token

T = TypeVar("T")
TS = TypeVarTuple("TS")
_UNASKED: Final = object()


def remembered(ask: Callable[[Token, Unpack[TS]], T]) -> Callable[[Token, Unpack[TS]], T]:
    """Return a question about a token whose answer, which nobody may change, its document keeps for the next who asks.

    It may hang on nothing but the tree and what it is asked with, which is told apart by its hash.
    """

    @wraps(ask)
    def answer(token: Token, *more: *TS) -> T:
        answers = token.doc.answers
        question = (ask, token, more)
        found: T = answers.get(question, _UNASKED)
        if found is _UNASKED:
            found = answers[question] = ask(token, *more)
        return found

    return answer


def remembered_of_text(ask: Callable[[Doc, Unpack[TS]], T]) -> Callable[[Doc, Unpack[TS]], T]:
    """Return a question about a whole text whose answer is kept as `remembered` keeps that about a token."""

    @wraps(ask)
    def answer(doc: Doc, *more: *TS) -> T:
        question = (ask, more)
        found: T = doc.answers.get(question, _UNASKED)
        if found is _UNASKED:
            found = doc.answers[question] = ask(doc, *more)
        return found

    return answer

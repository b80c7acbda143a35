"""Texts that hold many articles, as news databases export them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.ingest.kinds.factiva import articles_of_factiva, is_factiva
from kg.ingest.kinds.nexis import articles_of_nexis, is_nexis

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kg.errors import KgError
    from kg.ingest.kinds.article import Article


def articles_in(texts: Iterable[Article], *, on_problem: Callable[[KgError], None]) -> Iterator[Article]:
    """Yield each text as it is, or the articles that it holds if Factiva or Nexis exported it."""
    for one in texts:
        text = one.text.replace("\r\n", "\n").replace("\xa0", " ")
        if is_factiva(text):
            yield from articles_of_factiva(text, place=one.place, on_problem=on_problem)
        elif is_nexis(text):
            yield from articles_of_nexis(text, place=one.place, on_problem=on_problem)
        else:
            yield one

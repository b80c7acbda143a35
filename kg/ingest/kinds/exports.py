"""JSON files of articles, as news services and libraries export them: a list, or an object that holds one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kg.errors import InputError, KgError, LeftOut
from kg.ingest.columns import article_of, fields_of, named
from kg.ingest.kinds.article import Article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping


def articles_of_json(
    text: str, *, place: str, columns: Mapping[str, str], on_problem: Callable[[KgError], None]
) -> Iterator[Article]:
    """Yield the articles of a JSON file; report those that are broken. LeftOut where it holds no articles."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        problem = "is nested too deep" if isinstance(error, RecursionError) else f"is not JSON: {error}"
        raise InputError(problem, place=place, remedy="write a list of objects, or JSON lines as .jsonl") from error
    rows = _rows(value, columns)
    if not rows:
        raise LeftOut("holds no articles", place=place, remedy='write a list of objects with a "text"')
    for number, row in enumerate(rows, start=1):
        here = f"{place}: article {number}"
        try:
            if not isinstance(row, dict):
                raise InputError("is not a JSON object", place=here, remedy="write a list of objects")
            name, words, about = article_of(fields_of(row, columns, place=here), place=here)
            yield Article(here, name, number, words, about)
        except InputError as error:
            on_problem(error)


def _rows(value: object, columns: Mapping[str, str]) -> list[object]:
    """Return the first list of objects in a value of which one has a text, or the value itself if that has one."""
    candidates = [value, *(value.values() if isinstance(value, dict) else ())]
    for candidate in candidates:
        rows = candidate if isinstance(candidate, list) else [candidate]
        if any(_has_text(row, columns) for row in rows):
            return rows
    return []


def _has_text(row: object, columns: Mapping[str, str]) -> bool:
    if not isinstance(row, dict):
        return False
    column = columns.get("text") or named(list(row), {}, place="").get("text")
    return isinstance(row.get(column), str)

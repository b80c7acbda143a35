"""Turtle that is made beforehand and put into a file is the Turtle that is made of all triples at once."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import GraphError
from kg.knowledge.namespaces import ID, KG
from kg.store.lines import sorted_subjects
from kg.store.portions import portion_of, write_portions
from kg.store.turtle import write_subjects

if TYPE_CHECKING:
    from collections.abc import Iterable

BEGINNINGS = ("mention/a-", "mention/a-1-", "mention/a-1-2-", "mention/b-", "mention/c.d-")
ENDS = st.sets(st.sampled_from(("1-2-x", "1-3", "2-2-é", "5", "1-2")), min_size=1)


def lines(subject: str) -> list[str]:
    about = f"<{ID}{subject}> <{KG}"
    return [f'{about}quote> "{subject} says\\n\\n“no”"', f"{about}document> <{ID}document/{subject}>"]


def written(others: Iterable[str], portions: dict[str, set[str]]) -> bytes:
    stream = BytesIO()
    ready = (
        portion_of(ID + beginning, sorted_subjects(line for end in ends for line in lines(beginning + end)))
        for beginning, ends in sorted(portions.items())
    )
    write_portions(sorted_subjects(line for one in others for line in lines(one)), ready, stream)
    return stream.getvalue()


@settings(max_examples=60)
@given(
    st.sets(st.sampled_from(("call/x", "mention/a", "mention/a-1-2-w", "mention/a-3", "person/x", "mention/bb"))),
    st.dictionaries(st.sampled_from(BEGINNINGS), ENDS),
)
def test_portions_give_what_all_triples_at_once_give(others: set[str], portions: dict[str, set[str]]) -> None:
    subjects = [*others, *(beginning + end for beginning, ends in portions.items() for end in ends)]
    if len(set(subjects)) < len(subjects):
        with pytest.raises(GraphError, match="two articles want one IRI"):
            written(others, portions)
        return
    whole = BytesIO()
    write_subjects(sorted_subjects(line for one in subjects for line in lines(one)), whole)
    assert written(others, portions) == whole.getvalue()

"""What a text repeats costs in proportion: eight times as much takes about eight times as long, and 64 if quadratic."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from kg.grammar.headlines import headline_sources
from kg.grammar.quotation.marks import find_quotations
from kg.records import Document
from kg.resolve.context import read_context
from kg.resolve.coreference.layout import read_layout
from kg.resolve.names.echoes import find_names
from kg.resolve.offices.held import read_offices
from kg.resolve.persons.register import group_persons
from tests.grammar.trees import unparsed
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.grammar.tree import Doc

SIZE, TIMES = 250, 8
MOST = 24
LETTERS = "bdfgklmnprst"


def quotations(doc: Doc) -> None:
    doc.answers.clear()
    find_quotations(doc, KNOWLEDGE.words)
    read_layout(doc, KNOWLEDGE.words)


def sources(doc: Doc) -> None:
    for token in doc:
        headline_sources(token)


def persons(doc: Doc) -> None:
    context = read_context(doc, Document(id="case", text=doc.text), KNOWLEDGE)
    names = find_names(context)
    group_persons(context, names, read_offices(context, names))


def name(number: int) -> str:
    return "Q" + "".join(LETTERS[number // 12**place % 12] + "o" for place in range(4))


@pytest.mark.parametrize(
    ("work", "item", "between"),
    [
        (quotations, lambda _: '"Iran" said', " "),
        (quotations, lambda _: "“ Iran", " "),
        (quotations, lambda _: "“no ‘yes’” he said", " "),
        (quotations, lambda _: "the boys ' war", " "),
        (quotations, lambda _: "'Iran' said", " "),
        (quotations, lambda _: "“We will win.”", "\n\n"),
        (sources, lambda _: "Iran fired - so they say:", " "),
        (persons, lambda i: f"John {name(i)} left.", " "),
        (persons, lambda i: f"Foreign Minister {name(i)} left.", " "),
        (persons, lambda i: f"Mr. {name(i)}", ", "),
        (persons, lambda _: "John Smith left and Mr. Smith won.", " "),
    ],
)
def test_repeats_cost_in_proportion(work: Callable[[Doc], None], item: Callable[[int], str], between: str) -> None:
    few, many = (unparsed(between.join(map(item, range(count)))) for count in (SIZE, SIZE * TIMES))
    work(few)  # what is worked out once, such as the index of names
    once, often = seconds(work, few), seconds(work, many)
    assert often < MOST * once or often < 0.05, f"{often / once:.0f} times as long"


def seconds(work: Callable[[Doc], None], doc: Doc) -> float:
    """Return the processor time of the faster of two runs."""
    spent = []
    for _ in range(2):
        start = time.process_time()
        work(doc)
        spent.append(time.process_time() - start)
    return min(spent)

"""Which CAMEO and PLOVER codes an event counts as."""

from __future__ import annotations

import pytest

from kg.assemble.events import code_triples, event_codes
from kg.assemble.merging import MergedEvent
from kg.knowledge.namespaces import CAMEO, PLOVER, SKOS
from kg.records import Attribute, Factuality, Term
from kg.store.lines import parsed
from tests.known import KNOWLEDGE

COUNTS_AS = [
    ("Call", {}, {"041", "CONSULT-phone"}),
    ("Meeting", {}, {"040", "CONSULT"}),
    ("Meeting", {"code": CAMEO + "043"}, {"043", "CONSULT"}),
    ("Transfer", {"transferStatus": "Delivered"}, {"072", "AID-military"}),
    ("Transfer", {"transferStatus": "Paused"}, {"1622", "SANCTION-discontinue"}),
    ("Agreement", {}, {"030", "AGREE"}),
    ("Agreement", {"code": CAMEO + "057"}, {"057", "SUPPORT"}),
    ("Statement", {}, {"010"}),
]


@pytest.mark.parametrize(("kind", "values", "expected"), COUNTS_AS)
def test_status_goes_before_words_and_words_before_class(kind: str, values: dict[str, str], expected: set[str]) -> None:
    attributes = tuple(Attribute(Term(name), Term(value)) for name, value in values.items())
    event = MergedEvent(Term(kind), (), Factuality.NEGATED, None, None, attributes, (), (), (), (), 0.9, ())

    codes = event_codes(event, KNOWLEDGE)

    assert {code.removeprefix(CAMEO).removeprefix(PLOVER) for code in codes} == expected


def test_a_code_comes_with_those_above_it() -> None:
    broader = [
        triple
        for triple in parsed(code_triples([CAMEO + "1622"], KNOWLEDGE.codes))
        if triple.predicate.value == SKOS + "broader"
    ]

    assert [(triple.subject.value, triple.object.value) for triple in broader] == [
        (CAMEO + "1622", CAMEO + "162"),
        (CAMEO + "162", CAMEO + "16"),
    ]

"""Full names that are one known person's of the same country up to spelling, whom resolve could not link."""

from __future__ import annotations

import pytest

from kg.consolidate.linking import link_by_spelling
from kg.records import Entity, Term
from tests.consolidate.articles import PUTIN, RUSSIA, UKRAINE, WORLD, ZELENSKYY, article, person, thing


def linked(entity: Entity) -> str | None:
    record = article("a", entity)
    return link_by_spelling({"a": record}, WORLD)["a"].entities[0].reference


@pytest.mark.parametrize(
    ("name", "of", "reference"),
    [
        ("Volodimir Zelenskij", UKRAINE, ZELENSKYY),
        ("Vladimir Putin", RUSSIA, PUTIN),
        ("Volodimir Zelenskij", RUSSIA, None),
        ("Volodimir Zelenskij", None, None),
        ("Zelenskij", UKRAINE, None),
        ("Olena Zelenska", UKRAINE, None),
    ],
)
def test_a_full_name_of_the_country_is_linked_up_to_spelling(name: str, of: str | None, reference: str | None) -> None:
    assert linked(person(name, of=of)) == reference


def test_what_is_linked_or_nobody_stays_as_it_is() -> None:
    assert linked(person("Vladimir Putin", of=RUSSIA, reference=ZELENSKYY)) == ZELENSKYY
    assert linked(thing("Organization", "Vladimir Putin", of=RUSSIA)) is None
    assert linked(Entity(Term("Person"), "Vladimir Putin", ("Vladimir Putin",))) is None

"""A body whose name others have too is of a country that the text names, if it names any."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.resolve.shared_names import are_strange, sure_countries
from tests.grammar.trees import marked
from tests.resolve.contexts import context_of
from tests.resolve.reading import local, meant

if TYPE_CHECKING:
    from tests.resolve.reading import Reading


def sure(text: str, **names: str) -> set[str | None]:
    return {local(iri) for iri in sure_countries(context_of(marked(text, **names)), frozenset())}


def test_a_countrys_own_name_is_sure_where_the_model_takes_it_for_a_place() -> None:
    assert sure("in Peru") == {"peru"}
    assert sure("in Turkey", Turkey="GPE") == {"turkey"}
    assert sure("a Turkey") == set()
    assert sure("in Georgia", Georgia="GPE") == set()


def test_a_known_man_names_his_country() -> None:
    context = context_of(marked("Emmanuel Macron met Jordan Low"))
    assert {local(iri) for iri in sure_countries(context, frozenset({0, 1, 3, 4}))} == {"france"}


@pytest.mark.parametrize(
    ("text", "strange"),
    [
        ("the Labour Party of Malta", True),
        ("the Labour Party of Britain", False),
        ("the Labour Party", False),
    ],
)
def test_the_better_known_body_is_strange_to_a_text_of_other_countries(text: str, *, strange: bool) -> None:
    context = context_of(marked(text))
    found = [match for match in context.matches if match.first == 1]
    assert not found or are_strange(found[0], sure_countries(context, frozenset())) is strange


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Labour Party MP Joan Mutasa met Emmerson Mnangagwa in Harare.", "Joan Mutasa", None),
        ("Conservative Party senator Gloria Salazar of Colombia met Gustavo Petro.", "Gloria Salazar", "colombia"),
        ("Labour Party minister Ada Low met Keir Starmer and Emmanuel Macron.", "Ada Low", "united-kingdom"),
        ("Republican Senator Ada Low criticised Iran.", "Ada Low", "united-states"),
    ],
)
def test_whoever_is_of_a_party_is_of_a_country_of_the_text(
    text: str, name: str, country: str | None, nlp: Reading
) -> None:
    assert [local(one.country) for one in meant(nlp(text), name)] == [country]

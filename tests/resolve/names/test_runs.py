"""How far a run of capitals reaches that can be one name."""

from __future__ import annotations

import pytest

from kg.resolve.names.runs import blocked, both_known, fits_run, leads_generation, particle_leads, run_end
from tests.grammar.trees import unparsed
from tests.resolve.contexts import context_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Quimby spoke", "Ann Quimby"),
        ("Ann B. Quimby spoke", "Ann B. Quimby"),
        ("Ann von der Quimby spoke", "Ann von der Quimby"),
        ("Ann Al-Quimby spoke", "Ann Al-Quimby"),
        ("Ann O'Quimby spoke", "Ann O'Quimby"),
        ("Ann Quimby's dog", "Ann Quimby"),
        ("Ann Quimby, Jr. spoke", "Ann Quimby, Jr"),
        ("Ann Quimby Monday", "Ann Quimby"),
        ("Ann Quimby President", "Ann Quimby"),
        ("Ann Ukraine", "Ann"),
        ("Ann\nQuimby", "Ann"),
        ("Ann, Quimby", "Ann"),
    ],
)
def test_a_name_goes_on_over_initials_particles_and_hyphens_and_ends_at_what_is_none(text: str, name: str) -> None:
    context = context_of(unparsed(text))
    end = run_end(context, 0)
    assert text[: context.pieces[end - 1].end] == name


def test_two_known_names_beside_a_hyphen_are_two() -> None:
    context = context_of(unparsed("Trump-Putin talks"))
    assert both_known(context, 1)
    assert run_end(context, 0) == 1
    assert not both_known(context_of(unparsed("Quimby-Putin talks")), 1)
    assert not both_known(context_of(unparsed("Trump-putin talks")), 1)  # one name, as "Young-ho" is


def test_the_double_name_of_one_known_person_is_one() -> None:
    context = context_of(unparsed("Ramos-Horta spoke"))
    assert not both_known(context, 1)
    assert run_end(context, 0) == 3


def test_an_office_behind_a_comma_is_no_generation() -> None:
    assert leads_generation(context_of(unparsed("Quimby, Jr. spoke")), 1)
    assert not leads_generation(context_of(unparsed("Quimby, Senior Adviser")), 1)
    assert not leads_generation(context_of(unparsed("Quimby, Adviser")), 1)


def test_words_of_other_things_are_no_part_of_a_name() -> None:
    context = context_of(unparsed("Quimby Ukraine Monday lower"))
    assert [fits_run(context, index) for index in range(4)] == [True, True, False, False]
    assert [blocked(context, index) for index in range(4)] == [False, True, False, False]


def test_a_small_word_leads_a_name_only_before_a_capital() -> None:
    assert particle_leads(context_of(unparsed("bin Quimby")), 0)
    assert not particle_leads(context_of(unparsed("bin lorry")), 0)

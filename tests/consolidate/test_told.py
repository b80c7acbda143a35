"""Portions of an archive: what is compared is never in two of them, so that their size changes nothing."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.consolidate import consolidate, portions, told
from kg.consolidate.entities import clusters_of
from kg.consolidate.people import common_names
from kg.consolidate.portions import Links
from kg.consolidate.replay import rulings
from kg.consolidate.told import Named, told_of
from kg.records import DocumentRecord, Entity, Tenure
from tests.consolidate.articles import BIDEN, TRUMP, UK, US, WORLD, article, known, person, somebody, thing
from tests.consolidate.grouped import everything
from tests.consolidate.test_people import DIFFERENT, SAME
from tests.consolidate.test_replay import decided

NAMES = [entity for a, of, b, by in (*SAME, *DIFFERENT) for entity in (person(a, of=of), person(b, of=by))]
THINGS = [
    thing("Organization", "Quimby Crew", of=UK),
    thing("Organization", "QC", also="Quimby Crew"),
    thing("Organization", "Quimby Crew", also="QC"),
    thing("Place", "Quimby"),
    thing("Place", "Quimby", of=UK),
    somebody("gunmen", "gunman"),
]
LONE = [person("Biden", of=US), person("Biden"), person("Johnson"), person("Trump", of=UK), known(BIDEN), known(TRUMP)]
ARTICLES = st.lists(st.lists(st.sampled_from([*NAMES, *THINGS, *LONE]), max_size=4), max_size=6)
DECISIONS = decided(("merge", "Quimby", "Quimby Crew"), ("not-same", "Biden", "d0#Biden"))


def written(articles: list[list[Entity]]) -> list[DocumentRecord]:
    """Articles of which the first of whom each names holds an office."""
    records = [article(f"d{number}", *entities) for number, entities in enumerate(articles)]
    held = (Tenure(0, "president", None, ()),)
    return [replace(record, tenures=held) if record.entities else record for record in records]


@settings(max_examples=60, deadline=None)
@given(ARTICLES)
def test_portions_change_nothing(articles: list[list[Entity]]) -> None:
    records = written(articles)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Links, "pairs", everything)
        whole = consolidate(records, WORLD, DECISIONS)
    for size in (1, 3, told.PORTION):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(told, "PORTION", size)
            patch.setattr(portions, "AT_HAND", size)
            assert consolidate(records, WORLD, DECISIONS) == whole


def test_a_portion_has_all_that_have_a_key_in_common_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(told, "PORTION", 1)
    crew, gunmen, ann, low = THINGS[0], THINGS[-1], person("Ann Low"), person("Low")
    records = {name: article(name, *named) for name, named in (("a", (crew, ann)), ("b", (gunmen, low, crew)))}
    found, _ = told_of(records, WORLD, rulings(records, decided(), "entity", WORLD.taxonomy))
    named = [[(member.document, member.index) for member, _ in portion] for portion in found.each()]
    assert named == [[("a", 0), ("b", 2)], [("a", 1), ("b", 1)]]
    assert [(member.document, member.index) for member in found.alone()] == [("b", 0)]


def test_what_is_told_of_a_portion_goes_to_another_machine_and_is_told_apart_there() -> None:
    records = {name: article(name, person("Ann Low", of=UK), THINGS[0]) for name in ("a", "b")}
    ruled = rulings(records, DECISIONS, "entity", WORLD.taxonomy)
    found, days = told_of(records, WORLD, ruled)
    (told,) = found.each()
    asked = Named(told, days), common_names((), WORLD.words.names), ruled
    there = pickle.loads(pickle.dumps(asked))  # noqa: S301 (our own)
    here = consolidate(records.values(), WORLD, DECISIONS).entities
    assert clusters_of(*there, WORLD) == list(here)

"""Names that agree are compared, and not every two of one family name."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.consolidate.facts import EntityFacts
from kg.consolidate.groups import Groups
from kg.consolidate.names import agreement, family_keys, parse_person_name
from kg.consolidate.namesakes import namesakes
from kg.records import Member, Term
from kg.sameness.support import Support
from tests.known import KNOWLEDGE

CUSTOMS = KNOWLEDGE.words.names
WORDS = ("Bill", "William", "Liz", "Elizabeth", "J.", "W.", "E.", "Yusuf", "Youssef", "Jong", "un", "Kim", "Lopez")
NAMES = st.lists(
    st.sampled_from((*WORDS, "Obrador", "Mohammed", "Muhammad", "Jr.", "III", "Smith")), min_size=2, max_size=4
)
COUNTRIES = st.sampled_from(
    (None, *sorted(CUSTOMS.family_name_first | CUSTOMS.last_names_optional | CUSTOMS.either_order))
)


def people(*told: tuple[str, str | None]) -> Groups[EntityFacts]:
    groups: Groups[EntityFacts] = Groups(lambda _, __: False)
    for number, (text, country) in enumerate(told):
        name = parse_person_name(text, CUSTOMS, country=country)
        facts = EntityFacts(Term("Person"), None, (name,), tuple(family_keys(name, CUSTOMS)), country)
        groups.add([Member(f"{number:03}", 0)], facts, frozenset(), Support(0, 1.0, "one"))
    return groups


def compared(groups: Groups[EntityFacts]) -> set[tuple[str, str]]:
    found = [(left.first.document, right.first.document) for left, right in namesakes(groups.current(), CUSTOMS)]
    assert len(found) == len(set(found))
    return set(found)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(NAMES.map(" ".join), COUNTRIES), min_size=2, max_size=6))
def test_whoever_agrees_and_has_a_key_in_common_is_compared(told: list[tuple[str, str | None]]) -> None:
    groups = people(*told)
    pairs = compared(groups)
    for left, right in combinations(groups.current(), 2):
        (mine,), (theirs,) = left.facts, right.facts
        a, b = mine.names[0], theirs.names[0]
        if a.is_full and b.is_full and not set(mine.keys).isdisjoint(theirs.keys) and agreement(a, b, CUSTOMS):
            assert (left.first.document, right.first.document) in pairs


def test_forms_initials_and_orders_of_a_name_meet_and_other_given_names_do_not() -> None:
    told = [(name, None) for name in ("William Smith", "Bill Smith", "W. Smith", "Anna Smith")]
    assert compared(people(*told)) == {("000", "001"), ("000", "002")}
    korea = min(CUSTOMS.family_name_first)
    assert compared(people(("Kim Jong Un", korea), ("Kim Jong-un", korea), ("Jong Un Kim", None))) >= {("000", "001")}


def test_a_family_of_many_is_not_compared_with_itself() -> None:
    given_names = [f"{first}{second}" for first in "bdfgklm" for second in ("ano", "ilu", "ero", "una")]
    assert compared(people(*((f"{name.capitalize()} Smith", None) for name in given_names))) == set()

"""The words for offices and those who hold them, and the words around them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class OfficeWords:
    """One field for each word class of the ontology, named like it; forms are folded."""

    office_noun: frozenset[str]
    head_of_state: frozenset[str]
    head_of_government: frozenset[str]
    leader_noun: frozenset[str]
    counterpart: frozenset[str]
    predecessor: frozenset[str]
    former_word: frozenset[str]
    staff_office: frozenset[str]
    profession: frozenset[str]
    regional_office: frozenset[str]
    union_office: frozenset[str]
    field_office: frozenset[str]
    portfolio_office: frozenset[str]
    envoy_office: frozenset[str]
    phrase_adjective: frozenset[str]
    office_joiner: frozenset[str]
    office_preposition: frozenset[str]

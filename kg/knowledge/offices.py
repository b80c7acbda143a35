"""The English words of ontology/offices.en.ttl by which the resolution of names decides, as plain frozen sets."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from kg.errors import OntologyError
from kg.knowledge.files import ontology_folder, read_triples
from kg.knowledge.namespaces import KG

if TYPE_CHECKING:
    from pathlib import Path

FILE = "offices.en.ttl"


@dataclass(frozen=True, slots=True)
class Words:
    """One field for each word class of the file, named like it; forms are folded (see `fold`)."""

    honorific: frozenset[str]
    male_honorific: frozenset[str]
    female_honorific: frozenset[str]
    inner_name_word: frozenset[str]
    generation_word: frozenset[str]
    female_given_name: frozenset[str]
    male_given_name: frozenset[str]
    office_noun: frozenset[str]
    head_of_state: frozenset[str]
    head_of_government: frozenset[str]
    leader_noun: frozenset[str]
    counterpart: frozenset[str]
    predecessor: frozenset[str]
    former_word: frozenset[str]
    staff_office: frozenset[str]
    phrase_adjective: frozenset[str]
    force_noun: frozenset[str]
    government_noun: frozenset[str]
    government_head: frozenset[str]
    place_preposition: frozenset[str]
    way_preposition: frozenset[str]
    motion_word: frozenset[str]
    harm_word: frozenset[str]
    urban_noun: frozenset[str]
    agent_leaning: frozenset[str]
    vague_adjective: frozenset[str]
    weapon_cue: frozenset[str]
    weapon_head: frozenset[str]
    bare_device: frozenset[str]
    range_word: frozenset[str]
    defence_word: frozenset[str]
    device_plural: frozenset[str]
    speech_verb: frozenset[str]
    male_pronoun: frozenset[str]
    female_pronoun: frozenset[str]
    neuter_pronoun: frozenset[str]
    speaker_pronoun: frozenset[str]
    speakers_pronoun: frozenset[str]
    own_country: frozenset[str]
    statement_noun: frozenset[str]
    author_preposition: frozenset[str]
    pair_pronoun: frozenset[str]
    calendar_word: frozenset[str]
    not_a_name: frozenset[str]
    namesake_lead: frozenset[str]
    namesake_noun: frozenset[str]
    office_joiner: frozenset[str]
    office_preposition: frozenset[str]
    determiner: frozenset[str]
    indefinite_determiner: frozenset[str]
    definite_determiner: frozenset[str]
    conjunction: frozenset[str]
    versus: frozenset[str]
    pair_word: frozenset[str]
    pair_people: frozenset[str]
    pair_states: frozenset[str]


def fold(text: str) -> str:
    """Return the text in lower case without accents, full stops and typographic apostrophes, for comparison."""
    if text.isascii():  # nine words in ten, at a tenth of the time
        return text.replace(".", "").casefold()
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace(".", ""))
    return "".join(character for character in plain if not unicodedata.combining(character)).casefold()


@cache
def load_words(folder: Path | None = None) -> Words:
    """Return the word classes of `folder` (None: the shipped ontology); raise OntologyError when one is missing."""
    path = (folder or ontology_folder()) / FILE
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for triple in read_triples(path):
        subject, form = triple.subject, triple.object
        if triple.predicate.value == KG + "form" and isinstance(form, Literal) and isinstance(subject, NamedNode):
            forms[subject.value.removeprefix(KG)].add(fold(form.value))
    return Words(**{field.name: _class(_local(field.name), forms, path) for field in fields(Words)})


def _local(name: str) -> str:
    return re.sub(r"(?:^|_)(.)", lambda match: match[1].upper(), name)


def _class(local: str, forms: defaultdict[str, set[str]], path: Path) -> frozenset[str]:
    if not forms[local]:
        raise OntologyError(f"kg:{local} has no kg:form", place=str(path), remedy="give the word class its forms")
    return frozenset(forms[local])

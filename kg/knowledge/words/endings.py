"""How English words end: plurals, ordinals in digits and verbs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from kg.errors import OntologyError
from kg.knowledge.files import facts
from kg.knowledge.namespaces import KG
from kg.knowledge.words.entries import broken, members

if TYPE_CHECKING:
    from kg.knowledge.files import Index, Sources

FILE = "en/endings.ttl"

Rules: TypeAlias = "tuple[tuple[re.Pattern[str], str], ...]"


@dataclass(frozen=True, slots=True, eq=False)
class Endings:
    """Rules of spelling at the end of words, in their order, and the endings of ordinals in digits, finite verbs and
    gerunds."""

    plurals: Rules
    singulars: Rules
    ordinal: frozenset[str]
    finite: frozenset[str]
    gerund: tuple[str, ...]

    def plural(self, noun: str) -> str:
        """Return the plural of a noun that has no irregular one."""
        return next((p.sub(other, noun, count=1) for p, other in self.plurals if p.search(noun)), noun)

    def singulars_of(self, form: str) -> frozenset[str]:
        """Return the nouns whose singular or plural the form may be, itself among them."""
        return _singulars_of(self, form)


@lru_cache(maxsize=1 << 14)
def _singulars_of(endings: Endings, form: str) -> frozenset[str]:
    found = (singular.sub(other, form, count=1) for singular, other in endings.singulars if singular.search(form))
    return frozenset({form, *found})


def read_endings(sources: Sources) -> Endings:
    """Return the endings of an ontology; raise OntologyError for a rule or a class that is none."""
    index = facts(sources, FILE)
    classes = ("OrdinalEnding", "FiniteEnding", "GerundEnding")
    ordinal, finite, gerund = (index.get(KG + name, {}).get(KG + "form") for name in classes)
    if not ordinal or not finite or not gerund:
        raise OntologyError("a class of endings has no kg:form", place=FILE, remedy="give the word class its forms")
    plurals, singulars = _rules(index, "PluralRule"), _rules(index, "SingularRule")
    return Endings(plurals, singulars, frozenset(ordinal), frozenset(finite), tuple(sorted(gerund)))


def _rules(index: Index, kind: str) -> Rules:
    try:
        found = [(int(said[KG + "ruleOrder"][0]), said) for said in members(index, kind)]
        in_order = [said for _, said in sorted(found, key=lambda pair: pair[0])]
        return tuple((re.compile(said[KG + "pattern"][0]), said[KG + "replacement"][0]) for said in in_order)
    except (KeyError, ValueError, re.error) as error:
        raise broken(FILE, error) from error

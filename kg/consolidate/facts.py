"""What consolidation compares of an entity: a small frozen record, equal for entities of which the same is known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.consolidate.names import PersonName, family_keys, parse_person_name, sure_key
from kg.knowledge.participants import UNNAMED
from kg.knowledge.words.names import fold_name
from kg.records import Term  # noqa: TC001 (msgspec asks what the fields are)

if TYPE_CHECKING:
    from kg.knowledge.reference import Resource
    from kg.knowledge.words.names import NameCustoms
    from kg.records import Entity

_WORD = re.compile(r"[^\W_]+")
ACRONYM_LENGTH = range(2, 7)


@dataclass(frozen=True, slots=True)
class EntityFacts:
    """`names` are ways to write a person's name, `keys` the names of anything else, folded, or a person's family names.

    `setting` is the country, or the broader type of a weapon: what two things of one name must not contradict;
    `acronyms` are those of an organization, which is known by nothing else where they are all its keys; it is `common`
    where bodies of many countries have its name. `private` says of a person whether all that is told of the work is of
    a profession, or all of an office; None where nothing or both are told.
    """

    kind: Term
    reference: str | None
    names: tuple[PersonName, ...]
    keys: tuple[str, ...]
    setting: str | None
    acronyms: frozenset[str] = frozenset()
    common: bool = False
    private: bool | None = None

    @property
    def suffices(self) -> bool:
        """Say whether equal facts make two entities one: not so for a lone family name."""
        if self.kind == UNNAMED:
            return False  # gunmen here and gunmen there are not the same for being called alike
        if self.common and self.setting is None:
            return False  # nor are two ministries of defence
        return self.reference is not None or self.kind != "Person" or any(name.is_full for name in self.names)


def entity_facts(entity: Entity, customs: NameCustoms, *, private: bool | None = None) -> EntityFacts:
    """Return what is compared of an entity; see `EntityFacts` for what `private` says of a person."""
    if entity.kind == "Person":
        name = parse_person_name(entity.name, customs, country=entity.country)
        families = family_keys(name, customs)
        return EntityFacts(
            entity.kind, entity.reference, (name,), tuple(sorted(families)), entity.country, private=private
        )
    if entity.kind == UNNAMED:
        return EntityFacts(entity.kind, None, (), (), entity.country)  # no key: words make nobody one
    # The reference alone decides; what else a document says of it must not split the group.
    if entity.reference:
        return EntityFacts(entity.kind, entity.reference, (), (), None)
    weapon = entity.kind == "Weapon"
    key = _thing_key(entity.name, customs, singular=weapon)
    acronyms = {_thing_key(name, customs) for name in (entity.name, *entity.names) if not weapon and _is_acronym(name)}
    setting = entity.broader if weapon else entity.country
    common = not weapon and _is_common(entity.name, customs)
    return EntityFacts(entity.kind, None, (), (key,) if key else (), setting, frozenset(acronyms), common=common)


def _is_common(name: str, customs: NameCustoms) -> bool:
    """Say whether the name is made of words for bodies of any country: "Defence Ministry", "Supreme Court"."""
    words = [fold_name(word) for word in name.split() if word[0].isupper()]
    return bool(words) and all(word in customs.common_body for word in words)


def person_facts_of(resource: Resource, customs: NameCustoms) -> EntityFacts:
    """Return what is compared of a person of the reference data."""
    names = tuple(
        sorted(
            {
                parse_person_name(label, customs, country=resource.country, family_name=resource.family_name)
                for label in resource.labels
            },
            key=lambda name: (name.words, name.suffix or ""),
        )
    )
    keys = {key for name in names for key in family_keys(name, customs)}
    return EntityFacts(resource.kind, resource.iri, names, tuple(sorted(keys)), resource.country)


def _is_acronym(name: str) -> bool:
    return name.isupper() and name.isalnum() and len(name) in ACRONYM_LENGTH


def _thing_key(name: str, customs: NameCustoms, *, singular: bool = False) -> str:
    """Fold a name; "Foo-7 missiles" and "Foo 7 missile" are one weapon, AA and AAA are two organizations."""
    if _is_acronym(name) and not singular:
        return fold_name(name)
    words = _WORD.findall(fold_name(name))
    if words[:1] == ["the"]:
        del words[0]
    if singular and words and words[-1].endswith("s") and not words[-1].endswith("ss"):
        words[-1] = words[-1][:-1]
    return "".join(words) if singular else " ".join(sure_key(word, customs) for word in words)

"""Who a document's names are: one person for each, under every name the document uses."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.knowledge.folding import fold
from kg.resolve.matching.spelling import spelling_key
from kg.resolve.offices.held import owner_behind
from kg.resolve.persons.gender import given_gender, known_gender, title_gender
from kg.resolve.persons.leaders import (
    country_on_day,
    holds_office_now,
    in_office,
    is_leaders_name,
    known_by_one_word,
    known_person,
    never_led,
    same_full_name,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.knowledge.reference import Resource
    from kg.resolve.context import Context
    from kg.resolve.names.spans import Name
    from kg.resolve.offices.phrases import Office


#: Sorts of organizations whose people do not act for the country where they are.
EMPLOYERS = frozenset({"media", "company"})


@dataclass(slots=True, eq=False)
class Person:
    """One person of the document while its names are gathered."""

    names: list[Name] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    reference: Resource | None = None
    gender: str | None = None
    origin: Resource | None = None
    number: int = 0

    @property
    def fullest(self) -> Name:
        """The first of the names with the most parts."""
        return max(self.names, key=lambda name: (len(name.parts), -name.first))


@dataclass(slots=True)
class Register:
    """The persons of a document in the order in which they were entered, found by the parts of their names."""

    persons: list[Person] = field(default_factory=list)
    families: defaultdict[str, dict[int, None]] = field(default_factory=lambda: defaultdict(dict))
    spelt: defaultdict[str, dict[int, None]] = field(default_factory=lambda: defaultdict(dict))
    parts: defaultdict[str, dict[int, None]] = field(default_factory=lambda: defaultdict(dict))

    def enter(self, person: Person) -> Person:
        """Enter a person with the names that it has, and by the family name that reference data gives it."""
        person.number = len(self.persons)
        self.persons.append(person)
        for name in person.names:
            self.note(person, name)
        if person.reference is not None and person.reference.family_name is not None:
            self.families[spelling_key(fold(person.reference.family_name))][person.number] = None
        return person

    def note(self, person: Person, name: Name) -> None:
        """Note that a person has a name."""
        self.families[spelling_key(name.parts[-1])][person.number] = None
        for part in name.parts:
            self.spelt[spelling_key(part)][person.number] = None
            self.parts[part][person.number] = None

    def of_family(self, part: str) -> list[Person]:
        """Return the persons of a family name, up to romanisation."""
        return self._numbered(self.families.get(spelling_key(part), ()))

    def with_part(self, part: str) -> list[Person]:
        """Return the persons who have a part in a name of theirs."""
        return self._numbered(self.parts.get(part, ()))

    def sharing(self, name: Name) -> list[Person]:
        """Return all who may have a full name: the family name of the one is a part of the other."""
        found = set(self.spelt.get(spelling_key(name.parts[-1]), ()))
        found.update(*(self.families.get(spelling_key(part), ()) for part in name.parts))
        return self._numbered(found)

    def _numbered(self, numbers: Iterable[int]) -> list[Person]:
        return [self.persons[number] for number in sorted(numbers)]


def group_persons(
    context: Context, names: Sequence[Name], offices: Mapping[Name, tuple[Office, ...]]
) -> tuple[Person, ...]:
    """Return the persons of the document, in order of first mention; every name belongs to one of them."""
    full = Register()
    for name in names:
        if len(name.parts) > 1:
            person = _matching(context, full, name) or full.enter(Person())
            _add(context, person, name, offices)
            full.note(person, name)
    for person in full.persons:
        person.reference = known_person(context, person.names, person.offices)
    register = Register()
    persons = register.persons
    for person in _joined_by_reference(full.persons):
        register.enter(person)
    counts = Counter({id(person): len(person.names) for person in persons})
    # Names with an office first: "President Biden" tells whom a bare "Biden" beside "Jill Biden" means.
    for name in sorted(names, key=lambda name: (not offices[name], name)):
        if len(name.parts) == 1:
            owner = _owner_of_single(context, register, name, offices, counts)
            if owner is None:
                owner = register.enter(Person(reference=known_by_one_word(context, name, offices[name])))
            _add(context, owner, name, offices)
            register.note(owner, name)
    known = [person for person in _joined_by_reference(persons) if not _only_given(context, person)]
    for person in known:
        person.gender = person.gender or known_gender(person.reference, context.words)
    return tuple(sorted(known, key=lambda person: min(person.names)))


def _only_given(context: Context, person: Person) -> bool:
    """Whether the document knows the person by a given name alone, which tells nobody who it is.

    A given name that is also the family name of who leads a state that day tells it: "Petro", "Lee".
    """
    given = context.words.persons.female_given_name | context.words.persons.male_given_name
    titled = any(title_gender(context, name) for name in person.names)
    return (
        person.reference is None
        and not titled
        and all(name.parts[0] in given for name in person.names if len(name.parts) == 1)
        and all(len(name.parts) == 1 for name in person.names)
        and not person.offices
        and not any(is_leaders_name(context, name.parts[0]) for name in person.names)
    )


def _add(context: Context, person: Person, name: Name, offices: Mapping[Name, tuple[Office, ...]]) -> None:
    person.names.append(name)
    person.offices.extend(office for office in offices[name])
    person.gender = person.gender or title_gender(context, name) or given_gender(name, context.words)
    person.origin = person.origin or owner_behind(context, name)


def _matching(context: Context, register: Register, name: Name) -> Person | None:
    customs = context.words.names
    for person in register.sharing(name):
        if any(len(other.parts) > 1 and same_full_name(other, name, customs) for other in person.names):
            return person
    return None


def _joined_by_reference(persons: Sequence[Person]) -> list[Person]:
    """Join the persons that turned out to be the same known person."""
    by_iri: dict[str, Person] = {}
    kept: list[Person] = []
    for person in persons:
        if person.reference is None:
            kept.append(person)
        elif (known := by_iri.get(person.reference.iri)) is None:
            by_iri[person.reference.iri] = person
            kept.append(person)
        else:
            known.names.extend(person.names)
            known.offices.extend(person.offices)
            known.gender = known.gender or person.gender
            known.origin = known.origin or person.origin
    return kept


def _owner_of_single(
    context: Context,
    register: Register,
    name: Name,
    offices: Mapping[Name, tuple[Office, ...]],
    counts: Counter[int],
) -> Person | None:
    """Return the person of the document whom a single word names: by family name, else by a given name used alone."""
    candidates = register.of_family(name.parts[0]) or register.with_part(name.parts[0])
    gender = title_gender(context, name)
    candidates = [person for person in candidates if not (gender and person.gender and gender != person.gender)]
    candidates = [one for one in candidates if not (one.reference and never_led(context, one.reference, offices[name]))]
    known = known_by_one_word(context, name, offices[name]) if offices[name] else None
    if known is not None and holds_office_now(context, known, offices[name]):
        candidates = [person for person in candidates if person.reference in (None, known)]
        candidates = [person for person in candidates if person.reference or _same_office(person, offices[name])]
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    heads = {office.head for office in offices[name]}
    return max(
        candidates,
        key=lambda person: (
            any(office.head in heads for office in person.offices)
            or holds_office_now(context, person.reference, offices[name])
            if person.reference
            else any(office.head in heads for office in person.offices),
            person.reference is not None and in_office(context, person.reference),
            counts[id(person)],
            max((other.first for other in person.names if other.first <= name.first), default=-1),
        ),
    )


def _same_office(person: Person, offices: Sequence[Office]) -> bool:
    return bool({office.head for office in person.offices} & {office.head for office in offices})


def person_country(context: Context, person: Person) -> str | None:
    """Return the country that the text gives the person, else the reference data, else the document's own government.

    A government's own announcement leaves out the country of its own staff, and only theirs.
    """
    current = [office for office in person.offices if not office.former] or person.offices
    for office in (*(o for o in current if not o.counterpart), *current):
        if office.of is not None and office.of.country and office.of.sort not in EMPLOYERS:
            return office.of.country
    if person.origin is not None and person.origin.country and person.origin.sort not in EMPLOYERS:
        return person.origin.country
    if person.reference is not None and (country := country_on_day(context, person.reference)):
        return country
    staff = any(office.head in context.words.offices.staff_office and office.of is None for office in person.offices)
    return context.home.iri if context.home and staff else None


def is_leader(context: Context, person: Person) -> bool:
    """Whether the text or the reference data makes the person a head of state or government on the day."""
    leading = context.words.offices.head_of_state | context.words.offices.head_of_government
    if any(office.head in leading and not office.former for office in person.offices):
        return True
    day = context.document.date
    resource = person.reference
    return resource is not None and any(
        held.key in leading and (day is None or held.held_on(day)) for held in resource.offices
    )

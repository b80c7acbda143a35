"""Who a document's names are: one person for each, under every name the document uses."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from kg.resolve.gazetteer import Use, people_called
from kg.resolve.names import Name, title_length
from kg.resolve.offices import owner_behind
from kg.resolve.pieces import split_pieces
from kg.resolve.spelling import same_family, same_given, spelling_key
from kg.schema.offices import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.resolve.context import Context
    from kg.resolve.offices import Office
    from kg.schema.reference import Resource


@dataclass(slots=True, eq=False)
class Person:
    """One person of the document while its names are gathered."""

    names: list[Name] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    reference: Resource | None = None
    gender: str | None = None
    origin: Resource | None = None

    @property
    def fullest(self) -> Name:
        """The first of the names with the most parts."""
        return max(self.names, key=lambda name: (len(name.parts), -name.first))


def group_persons(
    context: Context, names: Sequence[Name], offices: Mapping[Name, tuple[Office, ...]]
) -> tuple[Person, ...]:
    """Return the persons of the document, in order of first mention; every name belongs to one of them."""
    persons: list[Person] = []
    for name in names:
        if len(name.parts) > 1:
            _add(context, _matching(persons, name) or _new(persons), name, offices)
    for person in persons:
        person.reference = _reference_of(context, person)
    persons = _joined_by_reference(persons)
    counts = Counter({id(person): len(person.names) for person in persons})
    for name in names:
        if len(name.parts) == 1:
            person = _owner_of_single(context, persons, name, offices, counts)
            if person is None:
                person = _new(persons)
                person.reference = _single_reference(context, name, offices[name])
            _add(context, person, name, offices)
    return tuple(sorted(_joined_by_reference(persons), key=lambda person: min(person.names)))


def _new(persons: list[Person]) -> Person:
    person = Person()
    persons.append(person)
    return person


def _add(context: Context, person: Person, name: Name, offices: Mapping[Name, tuple[Office, ...]]) -> None:
    person.names.append(name)
    person.offices.extend(office for office in offices[name])
    person.gender = person.gender or title_gender(context, name) or _given_gender(context, name)
    person.origin = person.origin or owner_behind(context, name)


def title_gender(context: Context, name: Name) -> str | None:
    """Return "male" or "female" when the title before the name tells, else None."""
    words = context.words
    for start in range(max(0, name.first - 3), name.first):
        length = title_length(context, start)
        if length and start + length == name.first:
            title = " ".join(context.key(i) for i in range(start, start + length) if context.pieces[i].is_word)
            if title in words.female_honorific:
                return "female"
            if title in words.male_honorific:
                return "male"
    return None


def _given_gender(context: Context, name: Name) -> str | None:
    if len(name.parts) < 2:
        return None
    if name.parts[0] in context.words.female_given_name:
        return "female"
    return "male" if name.parts[0] in context.words.male_given_name else None


def _matching(persons: list[Person], name: Name) -> Person | None:
    for person in persons:
        if any(len(other.parts) > 1 and same_full_name(other, name) for other in person.names):
            return person
    return None


def same_full_name(left: Name, right: Name) -> bool:
    """Whether two names of two and more parts can be one person's inside one document."""
    if left.generation != right.generation:
        return False
    short, long = sorted((left.parts, right.parts), key=len)
    if len(short) == len(long) and all(same_family(a, b) for a, b in zip(short, long, strict=True)):
        return True
    if len(short) == len(long) and sorted(map(spelling_key, short)) == sorted(map(spelling_key, long)):
        return True
    if same_family(short[-1], long[-1]) and same_given(short[0], long[0]):
        return True
    return _shortened(short, long)


def _shortened(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the long name leaves out nothing of the short one: "López Obrador", "Mohammed bin Salman"."""
    if len(short) == len(long) or len(short) < 2:
        return False
    if all(same_family(a, b) for a, b in zip(short, long[-len(short) :], strict=True)):
        return True
    remaining = iter(long)
    return same_given(short[0], long[0]) and all(any(same_family(part, other) for other in remaining) for part in short)


def _reference_of(context: Context, person: Person) -> Resource | None:
    """Return the known person whose name agrees with the full names; the document's date settles namesakes."""
    fitting: dict[str, Resource] = {}
    for name in person.names:
        fitting |= {resource.iri: resource for resource in _labelled(context, name)}
        for key in {name.parts[-1], name.parts[0]}:
            for resource in people_called(context.gazetteer, key):
                if any(_agrees(context, resource, label, name) for label in resource.labels):
                    fitting[resource.iri] = resource
    return _most_fitting(context, list(fitting.values()), person.offices)


def _labelled(context: Context, name: Name) -> tuple[Resource, ...]:
    """Return the known people who have exactly these words as a label."""
    match = context.match_of[name.first]
    if match is None or match.first > name.first or match.last < name.last:
        return ()
    return tuple(r.resource for r in match.readings if r.resource.kind == "Person" and r.use is Use.LABEL)


def _agrees(context: Context, resource: Resource, label: str, name: Name) -> bool:
    parts = label_parts(context, label)
    known = _as_name(context, parts)
    # News drops "Jr." behind a well-known name, but never adds it.
    known = replace(known, generation=None) if name.generation is None else known
    return len(parts) > 1 and same_full_name(known, name)


def label_parts(context: Context, label: str) -> tuple[str, ...]:
    """Return the folded words of a reference name that tell persons apart."""
    keys = [piece.key for piece in split_pieces(label) if piece.is_word]
    return tuple(key for key in keys if key not in context.words.inner_name_word)


def _as_name(context: Context, parts: tuple[str, ...]) -> Name:
    generation = parts[-1] if parts[-1] in context.words.generation_word else None
    return Name(0, 0, parts[:-1] if generation else parts, generation, "reference")


def _most_fitting(context: Context, resources: Sequence[Resource], offices: Sequence[Office]) -> Resource | None:
    """Return the one resource that the offices in the text and the date leave; None when several are left."""
    if len(resources) < 2:
        return resources[0] if resources else None
    countries = {office.of.country or office.of.iri for office in offices if office.of}
    for test in (
        lambda resource: resource.country in countries,
        lambda resource: holds_office_now(context, resource, offices),
        lambda resource: in_office(context, resource),
    ):
        left = [resource for resource in resources if test(resource)]
        if len(left) == 1:
            return left[0]
        resources = left or resources
    return None


def in_office(context: Context, resource: Resource) -> bool:
    """Whether the person holds any office on the day of publication; without a date, whether one has no known end."""
    day = context.document.date
    if day is None:
        return any(office.until is None for office in resource.offices)
    return any(office.held_on(day) for office in resource.offices)


def holds_office_now(context: Context, resource: Resource, offices: Sequence[Office]) -> bool:
    """Whether the person holds one of the offices that the text names, on the day of publication."""
    day = context.document.date
    heads = {office.head for office in offices if not office.former}
    return any(
        held.title.casefold().endswith(head) and (day is None or held.held_on(day))
        for held in resource.offices
        for head in heads
    )


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
    persons: Sequence[Person],
    name: Name,
    offices: Mapping[Name, tuple[Office, ...]],
    counts: Counter[int],
) -> Person | None:
    """Return the person of the document whom a single word names: by family name, else by a given name used alone."""
    candidates = [person for person in persons if _has_family(person, name)]
    candidates = candidates or [person for person in persons if _has_part(person, name)]
    gender = title_gender(context, name)
    candidates = [person for person in candidates if not (gender and person.gender and gender != person.gender)]
    if not candidates:
        return None
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


def _has_family(person: Person, name: Name) -> bool:
    part = name.parts[0]
    if any(same_family(other.parts[-1], part) for other in person.names):
        return True
    family = person.reference.family_name if person.reference else None
    return family is not None and same_family(fold(family), part)


def _has_part(person: Person, name: Name) -> bool:
    return any(name.parts[0] in other.parts for other in person.names)


def _single_reference(context: Context, name: Name, offices: tuple[Office, ...]) -> Resource | None:
    """Return the known person whom a lone family name means: the holder of the office or of any on that day."""
    if labelled := _labelled(context, name):
        return _most_fitting(context, labelled, offices)
    people = [person for person in people_called(context.gazetteer, name.parts[0]) if _is_family(context, person, name.parts[0])]
    if name.generation:
        return None
    owners = {office.of.country or office.of.iri for office in offices if office.of}
    if owners:
        people = [person for person in people if person.country in owners]
    titled = [person for person in people if holds_office_now(context, person, offices)]
    if len(titled) == 1:
        return titled[0]
    serving = [person for person in titled or people if in_office(context, person)]
    if len(serving) == 1:
        return serving[0]
    return people[0] if len(people) == 1 and not _contradicts(context, people[0], offices) else None


def _is_family(context: Context, person: Resource, part: str) -> bool:
    if person.family_name is None:
        return any(_ends_with(context, label, part) for label in person.labels)
    return _ends_with(context, person.family_name, part) or any(fold(label) == part for label in person.labels)


def _ends_with(context: Context, label: str, part: str) -> bool:
    return same_family(label_parts(context, label)[-1], part)


def _contradicts(context: Context, person: Resource, offices: tuple[Office, ...]) -> bool:
    """Whether the text gives the name an office that the known person did not hold on that day."""
    current = [office for office in offices if not office.former]
    return bool(current) and context.document.date is not None and not holds_office_now(context, person, offices)


def country_on_day(context: Context, resource: Resource) -> str | None:
    """Return the country that the known person served on the day of publication, else by the present or last office."""
    day = context.document.date
    held = [office for office in resource.offices if day is not None and office.held_on(day)]
    countries = [_country_of(context, office.of) for office in held]
    if countries:
        return next((country for country in countries if country), None)
    return resource.country


def _country_of(context: Context, iri: str) -> str | None:
    owner = context.gazetteer.reference.get(iri)
    return owner.country if owner else None


def person_country(context: Context, person: Person) -> str | None:
    """Return the country that the text gives the person, else the reference data's, else that of the document's government.

    A government's own announcement leaves out the country of its own staff, and only theirs.
    """
    current = [office for office in person.offices if not office.former] or person.offices
    for office in (*(o for o in current if not o.counterpart), *current):
        if office.of is not None and office.of.country:
            return office.of.country
    if person.origin is not None and person.origin.country:
        return person.origin.country
    if person.reference is not None and (country := country_on_day(context, person.reference)):
        return country
    staff = any(office.head in context.words.staff_office and office.of is None for office in person.offices)
    return context.home.iri if context.home and staff else None

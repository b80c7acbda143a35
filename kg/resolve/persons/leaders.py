"""Which known person a name means: by spelling, by the offices in the text, by the day of publication."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.knowledge.folding import fold
from kg.resolve.matching.gazetteer import Use, countries_of, people_called
from kg.resolve.matching.pieces import name_parts, split_pieces
from kg.resolve.matching.spelling import same_family, same_given, spelling_key
from kg.resolve.names.spans import Name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.knowledge.reference import Resource
    from kg.knowledge.words.names import NameCustoms
    from kg.resolve.context import Context
    from kg.resolve.offices.phrases import Office


def same_full_name(left: Name, right: Name, customs: NameCustoms) -> bool:
    """Whether two names of two and more parts can be one person's inside one document."""
    if left.generation != right.generation:
        return False
    short, long = sorted((left.parts, right.parts), key=len)
    if len(short) == len(long) and all(same_family(a, b) for a, b in zip(short, long, strict=True)):
        return True
    if len(short) == len(long) and sorted(map(spelling_key, short)) == sorted(map(spelling_key, long)):
        return True
    if same_family(short[-1], long[-1]) and same_given(short[0], long[0], customs):
        return _middles_agree(short[1:-1], long[1:-1])
    return _shortened(short, long, customs)


def _middles_agree(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether nothing between given and family name differs: a W. is no H. W., and an omitted part is no difference."""
    short, long = sorted((short, long), key=len)
    if all(_same_middle(a, b) for a, b in zip(short, long, strict=False)):
        return True
    rest = iter(long)
    return all(len(part) > 1 and any(_same_middle(part, other) for other in rest) for part in short)


def _same_middle(left: str, right: str) -> bool:
    return same_family(left, right) or (min(len(left), len(right)) == 1 and left[0] == right[0])


def _shortened(short: tuple[str, ...], long: tuple[str, ...], customs: NameCustoms) -> bool:
    """Whether the long name leaves out nothing of the short one: "López Obrador", "Mohammed bin Salman"."""
    if len(short) == len(long) or len(short) < 2:
        return False
    if all(same_family(a, b) for a, b in zip(short, long[-len(short) :], strict=True)):
        return True
    remaining = iter(long)
    return same_given(short[0], long[0], customs) and all(
        any(same_family(part, other) for other in remaining) for part in short
    )


def known_person(context: Context, names: Sequence[Name], offices: Sequence[Office]) -> Resource | None:
    """Return the known person whose name agrees with the full names; the document's date settles namesakes.

    Whoever has one of them whole goes before who only has it in a longer one: "Idriss Deby" is not his son "Mahamat".
    """
    fitting: dict[str, Resource] = {}
    for name in names:
        fitting |= {resource.iri: resource for resource in _labelled(context, name)}
        for key in {name.parts[-1], name.parts[0]}:
            for resource in people_called(context.gazetteer, key):
                if any(_agrees(context, label, name) for label in resource.labels) and not any(
                    _other_middle(context, label, name) for label in resource.labels
                ):
                    fitting[resource.iri] = resource
    possible = [one for one in fitting.values() if not _is_somebody_else(context, one, offices)]
    whole = [one for one in possible if any(_is_called(context, one, name) for name in names)]
    return _most_fitting(context, whole or possible, offices)


def _is_called(context: Context, person: Resource, name: Name) -> bool:
    return any(_as_name(context, label_parts(context, label)).parts == name.parts for label in person.labels)


def _is_somebody_else(context: Context, person: Resource, offices: Sequence[Office]) -> bool:
    """Whether the text gives the bearer of a known person's name what that person cannot have.

    That is an office which he never held beside none but other countries than he served ("Colombian Defence Minister
    Pedro Sanchez"), or that of a town or region after he led a state.
    """
    strange = [office for office in offices if not _may_hold(person, office)]
    told = {country for office in strange for country in _told_countries(context, office)}
    served = {person.country, *(_country_of(context, held.of) for held in person.offices)} - {None}
    elsewhere = bool(told) and bool(served) and told.isdisjoint(served)
    return len(strange) == len(offices) and (
        elsewhere or any(_after_leading(context, person, office) for office in strange)
    )


def _may_hold(person: Resource, office: Office) -> bool:
    return any(office.literal.endswith(held.key) or held.key == office.head for held in person.offices)


def _told_countries(context: Context, office: Office) -> set[str]:
    """Return the countries in an office's words and the one it is of; none for who is sent to or deals with others."""
    if office.head in context.words.offices.envoy_office or (office.of is not None and office.of.kind != "Country"):
        return set()
    beside = (match for match in context.match_of[office.first : office.last] if match is not None)
    named = {resource.iri for match in beside for resource in countries_of(match)}
    return named if office.of is None else named | {office.of.iri}


def _after_leading(context: Context, person: Resource, office: Office) -> bool:
    day, words = context.document.date, context.words.offices
    leading = words.head_of_state | words.head_of_government
    local = office.head in words.regional_office and not office.former
    return local and any(
        day is not None and held.key in leading and held.since is not None and held.since <= day
        for held in person.offices
    )


def _labelled(context: Context, name: Name) -> tuple[Resource, ...]:
    """Return the known people who have exactly these words as a label."""
    match = context.match_of[name.first]
    last = name.last - 1 if context.pieces[name.last - 1].text == "." else name.last
    if match is None or match.first > name.first or match.last < last:
        return ()
    return tuple(r.resource for r in match.readings if r.resource.kind == "Person" and r.use is Use.LABEL)


def _agrees(context: Context, label: str, name: Name) -> bool:
    parts = label_parts(context, label)
    known = _as_name(context, parts)
    # News drops "Jr." behind a well-known name, but never adds it.
    known = replace(known, generation=None) if name.generation is None else known
    return len(parts) > 1 and same_full_name(known, name, context.words.names)


def _other_middle(context: Context, label: str, name: Name) -> bool:
    """Whether the known name is the same but for another middle name: George H. W. Bush is not George W. Bush."""
    known, customs = _as_name(context, label_parts(context, label)).parts, context.words.names
    if len(known) < 2 or not same_family(known[-1], name.parts[-1]):
        return False
    return same_given(known[0], name.parts[0], customs) and not _middles_agree(known[1:-1], name.parts[1:-1])


def label_parts(context: Context, label: str) -> tuple[str, ...]:
    """Return the folded words of a reference name that tell persons apart."""
    keys = [key for piece in split_pieces(label) for key in name_parts(piece)]
    return tuple(key for key in keys if key not in context.words.persons.inner_name_word)


def _as_name(context: Context, parts: tuple[str, ...]) -> Name:
    generation = parts[-1] if parts[-1] in context.words.persons.generation_word else None
    return Name(0, 0, parts[:-1] if generation else parts, generation, "reference")


def _most_fitting(context: Context, resources: Sequence[Resource], offices: Sequence[Office]) -> Resource | None:
    """Return the one resource that the offices in the text and the date leave; None when several are left."""
    if len(resources) < 2:
        return resources[0] if resources else None
    countries = {office.of.country or office.of.iri for office in offices if office.of}
    near = [resource for resource in resources if resource.country in countries] or resources
    titled = [resource for resource in near if holds_office_now(context, resource, offices)] or near
    serving = [resource for resource in titled if in_office(context, resource)] or titled
    return serving[0] if len(serving) == 1 else None


def in_office(context: Context, resource: Resource) -> bool:
    """Whether the person holds any office on the day of publication; without a date, whether one has no known end."""
    day = context.document.date
    if day is None:
        return any(office.until is None for office in resource.offices)
    return any(office.held_on(day) for office in resource.offices)


def holds_office_now(context: Context, resource: Resource, offices: Sequence[Office]) -> bool:
    """Whether the person holds one of the offices that the text names, on the day of publication."""
    day = context.document.date
    told = [office for office in offices if not office.former]
    return any(
        is_called(held.key, office) and (day is None or held.held_on(day))
        for held in resource.offices
        for office in told
    )


def is_called(held: str, office: Office) -> bool:
    """Whether words for an office can mean one that is held: a "minister" any, a "trade minister" no prime minister."""
    told = office.literal.partition(office.head)[0] + office.head
    return held.endswith(office.head) and (told.endswith(held) or held.endswith(told))


def known_by_one_word(context: Context, name: Name, offices: tuple[Office, ...]) -> Resource | None:
    """Return the known person whom a lone family name means: the holder of the office or of any on that day."""
    if labelled := _labelled(context, name):
        return _most_fitting(context, labelled, offices)
    people = [
        person
        for person in people_called(context.gazetteer, name.parts[0])
        if _is_family(context, person, name.parts[0])
    ]
    if name.generation:
        return None
    owners = {office.of.country or office.of.iri for office in offices if office.of}
    if owners:
        people = [person for person in people if person.country in owners]
    titled = [person for person in people if holds_office_now(context, person, offices)]
    if len(titled) == 1:
        return titled[0]
    people = [person for person in titled or people if not _contradicts(context, person, offices)]
    people = [person for person in people if titled or _expected(context, person)]
    serving = [person for person in people if in_office(context, person)]
    people = serving or people
    return people[0] if len(people) == 1 else None


def is_leaders_name(context: Context, word: str) -> bool:
    """Whether the folded word is the family name of a head of state or government on the day of publication."""
    day, leading = context.document.date, context.words.offices.head_of_state | context.words.offices.head_of_government
    return day is not None and any(
        held.key in leading and held.held_on(day) and _is_family(context, person, word)
        for person in people_called(context.gazetteer, word)
        for held in person.offices
    )


def _is_family(context: Context, person: Resource, part: str) -> bool:
    if person.family_name is None:
        return any(_ends_with(context, label, part) for label in person.labels)
    return _ends_with(context, person.family_name, part) or any(fold(label) == part for label in person.labels)


def _ends_with(context: Context, label: str, part: str) -> bool:
    return same_family(label_parts(context, label)[-1], part)


def _contradicts(context: Context, person: Resource, offices: tuple[Office, ...]) -> bool:
    """Whether the text gives the name an office that the known person never held."""
    if never_led(context, person, offices):
        return True
    vague = context.words.offices.leader_noun | context.words.offices.counterpart
    telling = [office for office in offices if office.head not in vague and not office.former]
    titles = [held.key for held in person.offices]
    return bool(telling) and not any(is_called(title, office) for title in titles for office in telling)


def never_led(context: Context, person: Resource, offices: Sequence[Office]) -> bool:
    """Whether the text makes a president or head of government of a known person who never was one."""
    leading = tuple(context.words.offices.head_of_state | context.words.offices.head_of_government)
    claimed = any(office.head in leading and not office.counterpart and not office.former for office in offices)
    return claimed and not any(held.key.endswith(leading) for held in person.offices)


def _expected(context: Context, person: Resource) -> bool:
    """Whether a lone family name can mean the person: well known enough to be linked, or of a country in the text."""
    if person.matches:
        return True
    return any(
        reading.resource.iri == person.country
        for match in context.matches
        for reading in match.readings
        if reading.resource.kind == "Country"
    )


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

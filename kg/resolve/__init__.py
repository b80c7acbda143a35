"""Who and what one document names: every mention of a person, country, organization, place or weapon, once each."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from kg.records import Evidence, MentionKind, Resolution, Span, Tenure, Term
from kg.resolve.context import read_context
from kg.resolve.coreference.anaphors import find_descriptions
from kg.resolve.coreference.binding import find_bound
from kg.resolve.coreference.nominals import find_nominals
from kg.resolve.coreference.pairs import find_pairs
from kg.resolve.coreference.pronouns import find_pronouns
from kg.resolve.coreference.talkers import find_talkers
from kg.resolve.found import Found, Identity, clean, known_identity, number_entities
from kg.resolve.names.echoes import find_names
from kg.resolve.offices.employers import bodies_by_start, employer_of
from kg.resolve.offices.held import read_offices
from kg.resolve.persons.register import Person, group_persons, person_country
from kg.resolve.places.acronyms import joined_acronyms
from kg.resolve.places.countries import find_agents_and_places
from kg.resolve.places.forces import find_forces
from kg.resolve.places.halves import with_halves
from kg.resolve.places.homes import find_homes
from kg.resolve.weapons.mentions import find_weapons
from kg.resolve.weapons.pronouns import find_arms_meant

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.grammar.tree import Doc
    from kg.knowledge import Knowledge
    from kg.records import Document
    from kg.resolve.context import Context
    from kg.resolve.coreference.authors import Speaker
    from kg.resolve.coreference.nominals import Nominal
    from kg.resolve.offices.phrases import Office

__all__ = ["resolve"]

PERSON = Term("Person")


def resolve(doc: Doc, document: Document, knowledge: Knowledge) -> Resolution:
    """Return the entities, mentions and tenures of a parsed document; doc.text must be document.text."""
    context = read_context(doc, document, knowledge)
    names = find_names(context)
    persons = group_persons(context, names, read_offices(context, names))
    in_names = frozenset(index for name in names for index in range(name.first, name.last))
    identities = {id(person): _identity(context, person) for person in persons}
    nominals = tuple(find_nominals(context, persons, in_names))
    found = [
        *_named(context, persons, identities),
        *with_halves(context, joined_acronyms(context, list(find_agents_and_places(context, in_names)))),
        *_forces(context, in_names),
        *_nominal(context, nominals, identities),
        *_pronouns(context, persons, nominals, identities, in_names),
    ]
    found += list(find_descriptions(context, found))
    found += list(find_talkers(context, found))
    found += find_bound(context, found)
    found += find_pairs(context, found)
    weapons = list(find_weapons(context, _named_pieces(context, found)))
    found += [*weapons, *find_arms_meant(context, weapons)]
    entities, mentions, index = number_entities(document.text, found)
    return Resolution(entities, mentions, _tenures(context, persons, identities, index, bodies_by_start(found)))


def _named_pieces(context: Context, found: Sequence[Found]) -> frozenset[int]:
    """Return the pieces inside names, but for those of countries."""
    starts = [piece.start for piece in context.pieces]
    names = (item for item in found if item.kind is MentionKind.NAME and item.identity.kind != "Country")
    spans = ((bisect_left(starts, name.start), bisect_left(starts, name.end)) for name in names)
    return frozenset(index for first, last in spans for index in range(first, last))


def _identity(context: Context, person: Person) -> Identity:
    country = person_country(context, person)
    if person.reference is not None:
        key = reference = person.reference.iri
    else:
        key, reference = f"Person/{min(person.names).first:08d}", None
    fullest = person.fullest
    spans = [(fullest.first, fullest.last), *([fullest.family] if fullest.family else [])]
    name = " ".join(context.text_of(a, b) for a, b in spans)
    return Identity(key, PERSON, clean(name), reference, country)


def _named(context: Context, persons: Sequence[Person], identities: Mapping[int, Identity]) -> Iterator[Found]:
    for person in persons:
        for name in person.names:
            start, end = context.characters(name.first, name.last)
            yield Found(start, end, identities[id(person)], MentionKind.NAME, name.rule)
        for office in person.offices:
            if _parted_from_name(context, office):
                start, end = context.characters(office.first, office.last)
                yield Found(start, end, identities[id(person)], MentionKind.NOMINAL, "office before a name")


def _parted_from_name(context: Context, office: Office) -> bool:
    """Whether a country parts the office from the name behind it: "President of Finland Sauli Niinistö"."""
    if office.name is None or office.of is None or office.last != office.name.first:
        return False
    return any(
        context.keys[index] in context.words.offices.office_preposition for index in range(office.first, office.last)
    )


def _forces(context: Context, taken: frozenset[int]) -> Iterator[Found]:
    for force in (*find_forces(context, taken), *find_homes(context, taken)):
        start, end = context.characters(force.first, force.last)
        yield Found(start, end, known_identity(force.country), MentionKind.NOMINAL, force.rule)


def _nominal(context: Context, nominals: Sequence[Nominal], identities: Mapping[int, Identity]) -> Iterator[Found]:
    for nominal in nominals:
        start, end = context.characters(nominal.first, nominal.last)
        if nominal.person is not None:
            yield Found(start, end, identities[id(nominal.person)], MentionKind.NOMINAL, nominal.rule)
        elif nominal.resource is not None:
            yield Found(start, end, known_identity(nominal.resource), MentionKind.NOMINAL, nominal.rule)


def _pronouns(
    context: Context,
    persons: Sequence[Person],
    nominals: Sequence[Nominal],
    identities: Mapping[int, Identity],
    taken: frozenset[int],
) -> Iterator[Found]:
    mentions = [(name.first, name.last, person) for person in persons for name in person.names]
    mentions += [(item.first, item.last, item.person) for item in nominals if item.person is not None]
    for pronoun in find_pronouns(context, mentions, taken):
        piece = context.pieces[pronoun.piece]
        identity = _speaker(pronoun.person, identities)
        if not pronoun.of_country:
            yield Found(piece.start, piece.end, identity, MentionKind.PRONOUN, pronoun.rule)
        elif country := context.gazetteer.reference.get(identity.country or identity.reference or ""):
            yield Found(piece.start, piece.end, known_identity(country), MentionKind.PRONOUN, pronoun.rule)


def _speaker(speaker: Speaker, identities: Mapping[int, Identity]) -> Identity:
    """Return the identity of a person of the text, or of whom only its title names, or of the country that speaks."""
    return identities[id(speaker)] if isinstance(speaker, Person) else known_identity(speaker)


def _tenures(
    context: Context,
    persons: Sequence[Person],
    identities: Mapping[int, Identity],
    index: Mapping[str, int],
    bodies: Mapping[int, str],
) -> tuple[Tenure, ...]:
    """Return one tenure for each person, office and owner, with every span that reports it."""
    gathered: dict[tuple[int, str, int | None], set[Evidence]] = {}
    for person in persons:
        holder = index[identities[id(person)].key]
        country = person_country(context, person)
        for reported in person.offices:
            employed = employer_of(context, reported, bodies)
            office, body = employed or (reported, None)
            literal = _reported(office, persons)
            if literal is not None and not office.former:
                of = index[body] if body else _owner(office, country, index)
                gathered.setdefault((holder, literal, of), set()).add(_evidence(context, office))
    return tuple(
        Tenure(holder, literal, of, tuple(sorted(evidence, key=lambda item: item.span)))
        for (holder, literal, of), evidence in gathered.items()
    )


def _reported(office: Office, persons: Sequence[Person]) -> str | None:
    """Return the office in words; a counterpart's is that of the person named last before, if that has one."""
    if not office.counterpart:
        return office.literal
    if office.of is None:
        return None
    before = [(name, person) for person in persons for name in person.names if name.last <= office.first]
    if not before:
        return None
    _, other = max(before, key=lambda item: item[0])
    return next((held.literal for held in other.offices if not held.counterpart and not held.former), None)


def _owner(office: Office, own: str | None, index: Mapping[str, int]) -> int | None:
    """Return the index of what the text names with the office, else of the person's own country."""
    iri = office.of.iri if office.of else own
    country = office.of.country if office.of else None
    if office.of is not None and office.of.kind == "Place":
        return None  # a governor of a region holds no office of the country
    return index.get(iri or "", index.get(country or ""))


def _evidence(context: Context, office: Office) -> Evidence:
    first = min(office.first, office.name.first) if office.name else office.first
    last = max(office.last, office.name.last) if office.name else office.last
    return Evidence(Span(*context.characters(first, last)), "office beside a name")

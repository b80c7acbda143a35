"""Noun phrases without a name that still say who: "the Ukrainian president", "the two leaders", "Russian troops"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from kg.grammar.hyphens import HYPHENS
from kg.resolve.matching.gazetteer import countries_of
from kg.resolve.names.titles import title_length
from kg.resolve.offices.held import owner_at, owner_end
from kg.resolve.offices.phrases import parse_office
from kg.resolve.persons.register import Person, is_leader, person_country

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kg.knowledge.reference import Resource
    from kg.resolve.context import Context
    from kg.resolve.offices.phrases import Office


@dataclass(frozen=True, slots=True)
class Nominal:
    """Pieces first..last (exclusive) that refer to the person or to the country (by IRI)."""

    first: int
    last: int
    person: Person | None
    resource: Resource | None
    rule: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention of a person at a piece, for finding the nearest."""

    piece: int
    person: Person


def place_persons(persons: Sequence[Person]) -> tuple[Placed, ...]:
    """Return every name of every person in order of place."""
    placed = [Placed(name.first, person) for person in persons for name in person.names]
    return tuple(sorted(placed, key=lambda item: item.piece))


def find_nominals(context: Context, persons: Sequence[Person], taken: frozenset[int]) -> Iterator[Nominal]:
    """Yield nominal mentions of persons, outside the pieces of names and of the offices beside them."""
    placed = place_persons(persons)
    words = context.words.offices
    nouns = words.office_noun | words.leader_noun | words.counterpart | words.predecessor
    firsts = frozenset(noun.split()[0] for noun in nouns if " " in noun)
    is_office = cache(lambda key: not nouns.isdisjoint(context.words.endings.singulars_of(key)))
    beside = {i for person in persons for office in person.offices for i in range(office.first, office.last)}
    outside = taken | beside
    end = 0
    for index, piece in enumerate(context.pieces):
        begins = index >= end and (piece.key in firsts or is_office(piece.key))
        length = _noun_length(context, index, is_office, firsts) if begins and index not in outside else 0
        if length and not title_length(context, index + length):
            yield from _read(context, index, index + length, persons, placed)
        end = max(end, index + length)


def _noun_length(context: Context, index: int, is_office: Callable[[str], bool], firsts: frozenset[str]) -> int:
    """Return how many pieces of an office noun or of its plural begin here; `firsts` begin those of several words."""
    first = context.keys[index]
    for length in (3, 2, 1) if first in firsts else (1,):
        key = " ".join(context.keys[i] for i in range(index, index + length)) if length > 1 else first
        if not is_office(key) or not context.same_line(index, index + length - 1):
            continue
        designate = index + length < len(context.pieces) and context.pieces[index + length].text in HYPHENS
        if not designate:
            return length
    return 0


def _read(
    context: Context, first: int, last: int, persons: Sequence[Person], placed: Sequence[Placed]
) -> Iterator[Nominal]:
    token = context.token(last - 1)
    if token.pos_ not in {"NOUN", "PROPN"} or token.dep_ in {"compound", "flat"}:
        return
    start = _phrase_start(context, first)
    if (
        singulars := context.words.endings.singulars_of(context.keys[last - 1]) - {context.keys[last - 1]}
    ) and not singulars.isdisjoint(context.words.offices.leader_noun):
        yield from _group(context, start, last, persons, placed)
        return
    determiner = context.keys[start - 1]
    if determiner in context.words.joining.indefinite_determiner:
        return
    definite = determiner in context.words.joining.definite_determiner or _has_country(context, start, first)
    if not definite:
        return
    office = parse_office(context, start, last, needs_end=False)
    if office is None or office.former:
        return
    if office.of is None and context.keys[last] in context.words.prepositions.genitive:
        if (owner := owner_at(context, last)) is None:
            return  # "the president of the club" is nobody's president that the text knows
        office = replace(office, of=owner)
        last = owner_end(context, last)
    found = _holder(context, office, start, placed, persons)
    if found is not None:
        person, resource = found
        yield Nominal(start, last, person, resource, "office")


def _phrase_start(context: Context, first: int) -> int:
    while first > 0 and context.same_line(first - 1, first) and first - 1 >= 0:
        piece = context.pieces[first - 1]
        token = context.token(first - 1)
        match = context.match_of[first - 1]
        possessive = context.is_clitic(first - 1) or piece.text in {"'", "’", "-"}
        conjunct = piece.key in context.words.joining.conjunction and context.match_of[first - 2] is not None
        inside = possessive or conjunct or match or piece.key in context.words.joining.pair_word
        if not inside and (not piece.is_word or token.pos_ not in {"ADJ", "NOUN", "PROPN"}):
            break
        first -= 1
    while context.pieces[first].text in {"'", "’", "-"} or context.is_clitic(first):
        first += 1
    return first


def _has_country(context: Context, start: int, end: int) -> bool:
    return any(countries_of(match) for match in context.match_of[start:end] if match)


def _group(
    context: Context, start: int, last: int, persons: Sequence[Person], placed: Sequence[Placed]
) -> Iterator[Nominal]:
    """Read "the US and Russian presidents" country by country, "the two leaders" as the last two leaders named."""
    countries = [
        resource.iri
        for match in dict.fromkeys(match for match in context.match_of[start:last] if match)
        for resource in countries_of(match)[:1]
    ]
    if countries:
        if len(countries) > 1:
            for iri in countries:
                if person := _leader(context, iri, persons):
                    yield Nominal(start, last, person, None, "leaders of countries")
        return
    determiner = context.keys[start - 1]
    if not context.words.endings.singulars_of(context.keys[last - 1]).isdisjoint(context.words.offices.counterpart):
        return
    paired = any(context.keys[i] in context.words.joining.pair_word for i in range(start, last))
    if last - start > 1 + paired:  # "European leaders", "many other leaders" are not the pair
        return
    both = any(context.keys[i] in context.words.function.alone_for_two for i in range(start, last))
    if not both and determiner not in context.words.joining.definite_determiner:
        return  # "two officials" are whoever they are
    leaders = _last_pair(context, start, placed) if paired else _last_leaders(context, start, placed)
    for person in leaders:
        yield Nominal(start, last, person, None, "pair" if paired else "leaders named last")


def _leader(context: Context, country: str, persons: Sequence[Person]) -> Person | None:
    leaders = [
        person for person in persons if person_country(context, person) == country and is_leader(context, person)
    ]
    return leaders[0] if len(leaders) == 1 else None


def _last_pair(context: Context, before: int, placed: Sequence[Placed]) -> tuple[Person, ...]:
    """Return the two leaders named last before the piece, if both stand in its paragraph or the one before."""
    found: list[Person] = []
    for item in reversed([item for item in placed if item.piece < before]):
        if context.document.text.count("\n\n", context.pieces[item.piece].start, context.pieces[before].start) > 2:
            break
        if item.person not in found and is_leader(context, item.person):
            found.append(item.person)
        if len(found) == 2:
            return tuple(found)
    return ()


def _last_leaders(context: Context, before: int, placed: Sequence[Placed]) -> tuple[Person, ...]:
    """Return all leaders of the last sentence before the piece that names two and more, as near as a pair must be."""
    sentences: dict[int, list[Person]] = {}
    for item in (item for item in placed if item.piece < before):
        if is_leader(context, item.person):
            people = sentences.setdefault(context.token(item.piece).sent.start, [])
            people += [] if item.person in people else [item.person]
    several = [start for start, people in sentences.items() if len(people) > 1]
    if not several:
        return _last_pair(context, before, placed)
    near = context.doc[several[-1]].idx
    if context.document.text.count("\n\n", near, context.pieces[before].start) > 2:
        return ()
    return tuple(sentences[several[-1]])


def _holder(
    context: Context, office: Office, start: int, placed: Sequence[Placed], persons: Sequence[Person]
) -> tuple[Person | None, Resource | None] | None:
    """Return who holds the office: a person of the document, else the reference data's holder on the day."""
    if office.counterpart:
        return _counterpart(context, office, start, placed, persons)
    fitting = [person for person in persons if _holds(context, person, office)]
    if office.of is None and context.home is not None:
        at_home = [person for person in fitting if person_country(context, person) == context.home.iri]
        if not at_home and (known := _holder_on_day(context, replace(office, of=context.home))):
            return None if fitting else (None, known)
        fitting = at_home or fitting
    if len(fitting) == 1:
        behind = office.of is None and _is_first_named_behind(context, start, fitting[0], placed)
        return None if behind else (fitting[0], None)
    if fitting:
        person = _only_recent(start, fitting, placed) if office.of is None else None
        return (person, None) if person else None
    known = _holder_on_day(context, office)
    return (None, known) if known is not None else None


def _is_first_named_behind(context: Context, start: int, person: Person, placed: Sequence[Placed]) -> bool:
    """Whether a sentence names a holder who is new after the office: "the president will meet [President Low]"."""
    named = [item.piece for item in placed if item.person is person]
    return start < min(named) and context.token(start).sent.start == context.token(min(named)).sent.start


def _counterpart(
    context: Context, office: Office, start: int, placed: Sequence[Placed], persons: Sequence[Person]
) -> tuple[Person | None, Resource | None] | None:
    """Return whose office in the named country answers to that of the person named last: "his US counterpart"."""
    before = [item.person for item in placed if item.piece < start]
    if office.of is None or not before or not is_leader(context, before[-1]):
        return None
    leaders = [
        person
        for person in persons
        if person is not before[-1]
        and person_country(context, person) == office.of.country
        and is_leader(context, person)
    ]
    return (leaders[0], None) if len(leaders) == 1 else None


def _only_recent(start: int, fitting: Sequence[Person], placed: Sequence[Placed]) -> Person | None:
    """Return the holder named last, unless another one was named within the same few lines."""
    near = [item for item in placed if item.piece < start and item.person in fitting]
    recent = {id(item.person) for item in near[-2:]}
    return near[-1].person if len(recent) == 1 else None


def _holds(context: Context, person: Person, office: Office) -> bool:
    country = office.of.country if office.of else None
    if office.of is not None and country != person_country(context, person):
        return False
    if (
        office.literal
        in context.words.offices.leader_noun
        - context.words.offices.head_of_state
        - context.words.offices.head_of_government
    ):
        return office.of is not None and is_leader(context, person)
    if _held_another_day(context, person, office):
        return False
    if any(other.head == office.head and not other.former for other in person.offices):
        return office.literal in {other.literal for other in person.offices} or office.literal == office.head
    day = context.document.date
    return person.reference is not None and any(
        held.key == office.literal and (day is None or held.held_on(day)) for held in person.reference.offices
    )


def _held_another_day(context: Context, person: Person, office: Office) -> bool:
    """Whether the person holds the office no more or not yet: "the president" is not "President Carter"."""
    day = context.document.date
    held = [held for held in person.reference.offices if held.key == office.literal] if person.reference else []
    return day is not None and bool(held) and not any(one.held_on(day) for one in held)


def _holder_on_day(context: Context, office: Office) -> Resource | None:
    """Return the one known holder of a country's highest offices on the day of publication."""
    day = context.document.date
    leading = context.words.offices.head_of_state | context.words.offices.head_of_government
    if day is None or office.of is None or office.literal not in leading:
        return None
    found = [
        resource
        for resource in context.gazetteer.holders.get((office.literal, office.of.country or ""), ())
        if any(held.key == office.literal and held.held_on(day) for held in resource.offices)
    ]
    return found[0] if len(found) == 1 else None

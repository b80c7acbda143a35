"""Longest matches of the reference data's words in a text, with the case the words ask for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from kg.grammar.hyphens import HYPHENS
from kg.knowledge.folding import fold
from kg.knowledge.reference import Resource
from kg.records import Term
from kg.resolve.matching.pieces import Piece, split_pieces
from kg.resolve.matching.spelling import spelling_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.knowledge import Knowledge
    from kg.knowledge.words.endings import Endings

Key = TypeVar("Key", str, tuple[str, str])

#: Signs inside a name that a writer may leave out or put in: T-72, T72, Côte d'Ivoire.
JOINERS = HYPHENS | frozenset("'’./")
#: Acronyms this short are ordinary words or initials in any other case (US, IT, WHO).
SHORT_ACRONYM = 3
COUNTRY = Term("Country")


class Use(StrEnum):
    """As what a word belongs to its resource."""

    LABEL = "label"
    ADJECTIVE = "adjective"
    DEMONYM = "demonym"
    METONYM = "metonym"
    HEAD_NOUN = "head noun"


@dataclass(frozen=True, slots=True)
class Reading:
    """One resource that the matched words may name."""

    resource: Resource
    use: Use
    label: str
    plural: bool
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class Match:
    """Pieces first..last (exclusive), characters start..end, and what they may name, best known reading first."""

    first: int
    last: int
    start: int
    end: int
    readings: tuple[Reading, ...]


@dataclass(slots=True)
class Node:
    """A node of the trie over folded pieces."""

    children: dict[str, Node] = field(default_factory=dict)
    entries: list[tuple[tuple[str, ...], Reading]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """The trie over every word of the reference data, with people by name and by office.

    `people` is by the spelling key of a name's last piece, `holders` by office and IRI of its country or organization,
    `given_names` are the first words of names in whose countries the family name stands last.
    """

    root: Node
    people: Mapping[str, tuple[Resource, ...]]
    holders: Mapping[tuple[str, str], tuple[Resource, ...]]
    reference: Mapping[str, Resource]
    given_names: frozenset[str]


@lru_cache(maxsize=4)
def gazetteer_of(knowledge: Knowledge) -> Gazetteer:
    """Return the gazetteer of all that is known by name, built once for each knowledge."""
    root = Node()
    people: defaultdict[str, list[Resource]] = defaultdict(list)
    holders: defaultdict[tuple[str, str], list[Resource]] = defaultdict(list)
    for resource in knowledge.reference.values():
        for label, use in _words(resource):
            # NSM and the like are many things; only longer acronyms are a weapon's alone.
            short = resource.kind == "Weapon" and label.isupper() and label.isalpha() and len(label) <= SHORT_ACRONYM
            ambiguous = label in resource.ambiguous or short
            _insert(root, label, Reading(resource, use, label, plural=False, ambiguous=ambiguous))
            if plural := _plural(label, resource, use, knowledge.words.endings):
                ambiguous = ambiguous or plural in resource.ambiguous
                _insert(root, plural, Reading(resource, use, label, plural=True, ambiguous=ambiguous))
        if resource.kind == "Person":
            for key in _last_names(resource, knowledge.words.persons.generation_word):
                people[key].append(resource)
            for office in dict.fromkeys((office.key, office.of) for office in resource.offices):
                holders[office].append(resource)
    return Gazetteer(root, _frozen(people), _frozen(holders), knowledge.reference, _given_names(knowledge))


def _given_names(knowledge: Knowledge) -> frozenset[str]:
    customs, persons = knowledge.words.names, knowledge.words.persons
    others = customs.family_name_first | customs.either_order
    people = (person for person in knowledge.reference.values() if person.kind == "Person" and person.family_name)
    firsts = (fold(label.split()[0]) for person in people if person.country not in others for label in person.labels)
    return frozenset(firsts) - persons.honorific - persons.inner_name_word


def _frozen(lists: Mapping[Key, list[Resource]]) -> Mapping[Key, tuple[Resource, ...]]:
    return {key: tuple(found) for key, found in lists.items()}


def _words(resource: Resource) -> Iterator[tuple[str, Use]]:
    groups = (
        (resource.labels, Use.LABEL),
        (resource.adjectives, Use.ADJECTIVE),
        (resource.demonyms, Use.DEMONYM),
        (resource.metonyms, Use.METONYM),
        (resource.head_nouns, Use.HEAD_NOUN),
    )
    for words, use in groups:
        for word in words:
            yield word, use


def _plural(label: str, resource: Resource, use: Use, endings: Endings) -> str | None:
    """Return the plural of a demonym or a weapon's name; a weapon's that looks like one has none of its own."""
    if use is not Use.DEMONYM and (resource.kind != "Weapon" or len(endings.singulars_of(label)) > 1):
        return None
    return endings.plural(label)


def _last_names(resource: Resource, generations: frozenset[str]) -> tuple[str, ...]:
    """Return the folded last pieces by which the person may be called: the family name's, and each label's."""
    names = [resource.family_name] if resource.family_name else []
    names += [label for label in resource.labels if " " in label]
    keys: set[str] = set()
    for name in names:
        words = [piece.key for piece in split_pieces(name) if piece.is_word and piece.key not in generations]
        keys.update(spelling_key(word) for word in words[-1:])
    return tuple(sorted(keys))


def _insert(root: Node, label: str, reading: Reading) -> None:
    words = tuple(piece for piece in split_pieces(label) if piece.text not in JOINERS)
    node = root
    for piece in words:
        node = node.children.setdefault(piece.key, Node())
    if words:
        node.entries.append((tuple(piece.text for piece in words), reading))


def people_called(gazetteer: Gazetteer, word: str) -> tuple[Resource, ...]:
    """Return the known people whose family name, or any of whose names at its end, is the folded word."""
    return gazetteer.people.get(spelling_key(word), ())


def lookup(gazetteer: Gazetteer, keys: Sequence[str]) -> tuple[Reading, ...]:
    """Return what the folded words name together, in whatever case."""
    node: Node | None = gazetteer.root
    for key in keys:
        node = node.children.get(key) if node else None
    return tuple(reading for _, reading in node.entries) if node else ()


def countries_of(match: Match) -> tuple[Resource, ...]:
    """Return the countries that the matched words name beyond doubt."""
    return tuple(r.resource for r in match.readings if r.resource.kind == "Country" and not r.ambiguous)


def lands_of(match: Match) -> tuple[Resource, ...]:
    """Return the countries of which the matched words are the own name, though they be a bird's or a man's too: Turkey.

    So it is beside the name of a body of state. What two places are called is no sure name of either: Georgia.
    """
    if len({reading.resource.iri for reading in match.readings}) > 1:
        return countries_of(match)
    own = (r.resource for r in match.readings if r.resource.kind == "Country" and r.label == r.resource.name)
    return countries_of(match) or tuple(own)


def find_matches(gazetteer: Gazetteer, pieces: Sequence[Piece]) -> tuple[Match, ...]:
    """Return the longest matches from left to right; none overlaps another."""
    found: list[Match] = []
    begins, position = gazetteer.root.children, 0
    for first, piece in enumerate(pieces):
        match = _match_at(gazetteer.root, pieces, first) if first >= position and piece.key in begins else None
        if match is not None:
            found.append(match)
            position = match.last
    return tuple(found)


def _match_at(root: Node, pieces: Sequence[Piece], first: int) -> Match | None:
    node, best, at = root, None, first
    taken: list[str] = []
    while at < len(pieces):
        piece = pieces[at]
        child = node.children.get(piece.key)
        if child is None:
            if taken and _joins(pieces, at):
                at += 1
                continue
            break
        if len(taken) == 1 and len(taken[0]) == 1 and pieces[at - 1].end != piece.start:
            break  # "A 50 percent share" is no A-50
        node = child
        taken.append(piece.text)
        at += 1
        if readings := _fitting(node, taken):
            best = Match(first, at, pieces[first].start, piece.end, readings)
    return best


def _joins(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the sign stands inside a name: fast between letters, or the stop of an abbreviation."""
    piece = pieces[at]
    if piece.text not in JOINERS or at + 1 >= len(pieces) or pieces[at - 1].end != piece.start:
        return False
    if piece.text == ".":
        return len(pieces[at - 1].text) <= SHORT_ACRONYM
    return pieces[at + 1].start == piece.end


def _fitting(node: Node, taken: Sequence[str]) -> tuple[Reading, ...]:
    """Return what fits; the acronym of a country is written in capitals alone: Sadr is no SADR, as Nato is NATO."""
    unique: dict[tuple[str, Use], Reading] = {}
    for words, reading in node.entries:
        capitals = reading.resource.kind != COUNTRY or not reading.label.isupper() or "".join(taken).isupper()
        if capitals and all(_case_fits(word, text) for word, text in zip(words, taken, strict=True)):
            unique.setdefault((reading.resource.iri, reading.use), reading)
    return tuple(unique.values())


def _case_fits(word: str, text: str) -> bool:
    """Whether the text keeps the capitals that make the word a name; common nouns may be in any case."""
    if word == word.lower():
        return True
    if text.isupper() and len(text) > 1:
        return True
    letters = word.replace(".", "")
    if letters.isupper() and len(letters) > 1:
        if len(letters) <= SHORT_ACRONYM:
            return text.replace(".", "").isupper()
        return text[0].isupper()
    return text[0].isupper() == word[0].isupper() or text[0].isdigit()

"""From syntactic arguments to roles: which entities take which part in the event that a predicate evokes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.mentions import side_of
from kg.grammar.lists import LISTING
from kg.grammar.syntax import conjuncts, marker_of
from kg.grammar.words import entries
from kg.knowledge.lexicon import EntryKind, Function
from kg.knowledge.taxonomy import PARTICIPANT
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from kg.extract.mentions import MentionIndex, Reference
    from kg.extract.predicates import Predicate, Slot
    from kg.grammar.fillers import Filler
    from kg.knowledge.lexicon import SyntacticArgument
    from kg.knowledge.taxonomy import Taxonomy
    from kg.knowledge.words import Words

ENOUGH = 2  # parties of "talks between"
COMPLEMENT = 5  # words between a noun and the end of what is behind it in the name of a topic
TOPIC, TARGET, PERSON = Term("topic"), Term("target"), Term("Person")
BEHIND_MARKERS = frozenset({Function.OBLIQUE, Function.CLAUSE_OBJECT})
ACTS_AS = {PARTICIPANT: PARTICIPANT, Term("actor"): PARTICIPANT, Term("attacker"): Term("attacker")}
"""The roles in which people without a name act for others, each with the role by which their words say so."""


@dataclass(frozen=True, slots=True)
class RoleFiller:
    """An entity in a role, with the token that stands in the argument's place and its preposition."""

    role: Term
    reference: Reference
    token: Token
    marker: str = ""


def read_roles(
    predicate: Predicate, index: MentionIndex, taxonomy: Taxonomy, words: Words
) -> tuple[RoleFiller, ...] | None:
    """Return the role fillers of a predicate, or None when an argument that its entry requires is not filled."""
    found: list[RoleFiller] = []
    filled: set[SyntacticArgument] = set()
    reaches_owner = predicate.entry.evokes in taxonomy.reaches_owner
    between = False
    for slot in predicate.slots:
        if slot.borrowed and not between:
            between = sum(f.marker in words.prepositions.complete for f in found if f.role == PARTICIPANT) >= ENOUGH
        own = {argument.role for argument in filled}
        for argument, filler in _readings(slot, index, taxonomy, reaches_owner):
            if slot.borrowed and filler.role in own - (set() if between else {PARTICIPANT}):
                continue  # whose attack it is, whom talks are between, the noun phrase itself says best
            filled.add(argument)
            if (filler.role, filler.reference.entity) not in {(f.role, f.reference.entity) for f in found}:
                found.append(filler)
    if not filled.issuperset(predicate.entry.required) or _is_of_things(predicate, index):
        return None
    return tuple(_without_general_words(_without_own_people(_without_broader_roles(found, taxonomy), index)))


def _is_of_things(predicate: Predicate, index: MentionIndex) -> bool:
    """Say whether a thing stands where another party would: who "met the deadline" met nobody."""
    return any(
        argument.role == PARTICIPANT and matches(argument, slot.filler) and not index.at(slot.filler.token)
        for slot in predicate.slots
        if slot.filler.function is Function.OBJECT and slot.filler.token.pos_ == "NOUN"
        for argument in predicate.entry.arguments
    )


def _without_broader_roles(fillers: Sequence[RoleFiller], taxonomy: Taxonomy) -> list[RoleFiller]:
    """Who asked for a call takes part in it: the narrower role says both."""
    told = {(broader, f.reference.entity) for f in fillers for broader in taxonomy.above.get(f.role, ())[1:]}
    return [filler for filler in fillers if (filler.role, filler.reference.entity) not in told]


def _without_own_people(fillers: Sequence[RoleFiller], index: MentionIndex) -> list[RoleFiller]:
    """Who meets "his team" meets no other side: the country that a person acts for is no party beside that person."""
    people = {f.reference.entity for f in fillers if index.entities[f.reference.entity].kind == PERSON}
    own = {side_of(person, index.entities) for person in people} - people
    return [filler for filler in fillers if filler.role != PARTICIPANT or filler.reference.entity not in own]


def _without_general_words(fillers: Sequence[RoleFiller]) -> Iterator[RoleFiller]:
    """In "shipments of key weapons, including Javelins" the list says which weapons are meant."""
    listed = {filler.role for filler in fillers if filler.marker == LISTING}
    yield from (filler for filler in fillers if filler.role not in listed or filler.marker == LISTING)


def _readings(
    slot: Slot, index: MentionIndex, taxonomy: Taxonomy, reaches_owner: bool
) -> Iterator[tuple[SyntacticArgument, RoleFiller]]:
    """Read a filler by the first argument that takes each of its entities."""
    references = index.at(slot.filler.token)
    taken: set[int] = set()
    for argument in slot.arguments:
        if not matches(argument, slot.filler):
            continue
        named = tuple(r for r in references if _fits(argument, index.entities[r.entity].kind, taxonomy))
        reached = (argument.role == TOPIC or (reaches_owner and argument.role == TARGET)) and not references
        stand_ins = _stand_ins(argument.role, slot.filler.token, index, reached=reached)
        # "Russian and US officials" may be known as a group of one country's only; a leader's team is not the leader.
        theirs = all(reference.token.dep_ == "nmod:poss" for reference in named)
        for reference in stand_ins if len(stand_ins) + theirs > len(named) and stand_ins else named:
            kind = index.entities[reference.entity].kind
            if reference.entity not in taken and _fits(argument, kind, taxonomy):
                taken.add(reference.entity)
                yield argument, RoleFiller(argument.role, reference, slot.filler.token, slot.filler.marker)


def _fits(argument: SyntacticArgument, kind: Term, taxonomy: Taxonomy) -> bool:
    """Say whether an entity of the class may fill the argument: as its role allows, and as the word narrows it down."""
    return taxonomy.fits(argument.role, kind) and (
        not argument.filled_by or any(taxonomy.is_a(kind, one) for one in argument.filled_by)
    )


def _stand_ins(role: Term, token: Token, index: MentionIndex, *, reached: bool) -> tuple[Reference, ...]:
    """Who is meant where the words name nobody fit for the role; `reached` is whose a thing without a name is."""
    if reached:
        return index.owners(token) or (index.around(token) if role == TARGET else ())
    if role in ACTS_AS:
        return tuple(found for part in conjuncts(token) for found in index.principals(part, ACTS_AS[role]))
    return ()


def topics(predicate: Predicate, index: MentionIndex, words: Words) -> tuple[str, ...]:
    """Return the noun phrases that a conversation is about and that name no entity."""
    phrases = (
        topic_phrase(part, words)
        for slot in predicate.slots
        if any(argument.role == TOPIC and matches(argument, slot.filler) for argument in slot.arguments)
        for part in conjuncts(slot.filler.token)
        if part.pos_ == "NOUN" and part.i not in index.heads and not _names_no_topic(part, words)
    )
    return tuple(dict.fromkeys(phrases))


def topic_phrase(noun: Token, words: Words) -> str:
    """Return a noun with the modifiers before it ("air defence needs"), or what is behind a bare one ("war in X")."""
    first = min((child.left_edge.i for child in noun.lefts if child.dep_ in {"amod", "compound"}), default=noun.i)
    last = noun.i
    for child in noun.rights:
        if first == noun.i and child.dep_ == "nmod" and marker_of(child) in words.prepositions.nominal:
            last = child.i if child.i - noun.i <= COMPLEMENT else last
            break
    return " ".join(noun.doc[first : last + 1].text.split())


def _names_no_topic(noun: Token, words: Words) -> bool:
    """Say whether a noun tells how or when people speak, or only introduces what is behind it ("some issues")."""
    if noun.lemma_.lower() in {*words.time.units, *words.time.day_parts, *words.time.periods}:
        return True
    return any(True for _ in entries(words, noun, EntryKind.MEDIUM, EntryKind.COLLECTIVE))


def matches(argument: SyntacticArgument, filler: Filler) -> bool:
    """Say whether the filler stands in the argument's function, behind one of its prepositions if it is oblique."""
    if argument.function is not filler.function:
        return False
    if argument.function is Function.CLAUSE_OBJECT and not filler.marker:
        return True  # a bare object
    return argument.function not in BEHIND_MARKERS or filler.marker in argument.markers

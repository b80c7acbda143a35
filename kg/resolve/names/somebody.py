"""What shows that a name which may be a place's is somebody's here: an age, "who", "he" in what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.syntax import NOUN_SUBJECTS, marker_of
from kg.resolve.context import word_keys
from kg.resolve.matching.gazetteer import Use
from kg.resolve.names.spans import SHOWN, Name, make_name, may_be_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Token
    from kg.resolve.context import Context

OLDEST = 110
"""Years."""
PERSON, COUNTRY = "PERSON", "Country"
NAMES = frozenset({PERSON, "GPE", "LOC"})
TOLD = frozenset({"obj", "iobj"})


def shown_names(context: Context) -> Iterator[Name]:
    """Yield the names that the model takes for places, or that may be ones, and that the text shows to be people's."""
    for ent in context.doc.ents:
        first = context.piece_of[ent.start]
        last = context.piece_of[ent.end - 1] + 1
        if ent.label_ in NAMES and first < last and (ent.label_ != PERSON or may_be_place(context, first)):
            alone = last - first == 1
            if context.pieces[first].is_capital and is_somebody(context, first, last):
                key = (context.keys[first],)
                name = Name(first, last, key, None, SHOWN) if alone else make_name(context, first, last, SHOWN)
                if name is not None:
                    yield name


def is_somebody(context: Context, first: int, last: int) -> bool:
    """Whether the pieces first..last name somebody by what is said of them; what stands for a country names none."""
    match, head = context.match_of[first], context.tokens(first, last).root
    readings = () if match is None or match.last < last else match.readings
    states = any(reading.use is not Use.LABEL or reading.resource.kind == COUNTRY for reading in readings)
    if states or marker_of(head):
        return False
    return _is_aged(context, last) or _is_who(head) or _speaks_of_himself(context, head)


def _is_aged(context: Context, last: int) -> bool:
    """Whether an age follows between commas: "Toledo, 52, was arrested"."""
    age = context.keys[last + 1]
    commas = context.keys[last] == context.keys[last + 2] == ","
    return commas and age.isdigit() and int(age) <= OLDEST


def _is_who(head: Token) -> bool:
    """Whether a clause with "who" tells of it."""
    clauses = (child for child in head.children if child.dep_ == "acl:relcl")
    return any(part.tag_ == "WP" and part.dep_ in NOUN_SUBJECTS for clause in clauses for part in clause.children)


def _speaks_of_himself(context: Context, head: Token) -> bool:
    """Whether it says something of what "he" does, or has: "Medina said his government would", or tells it "her"."""
    verb = head.head
    if head.dep_ != "nsubj" or word_keys(verb).isdisjoint(context.words.pronouns.speech_verb):
        return False
    people = context.words.pronouns.male_pronoun | context.words.pronouns.female_pronoun
    return any(token.lower_ in people for token in _parties(verb))


def _parties(verb: Token) -> Iterator[Token]:
    """Yield whom a verb tells something, the subject of what it tells and whose that is."""
    for child in verb.children:
        if child.dep_ in TOLD:
            yield child
        if child.dep_ == "ccomp" and child.i > verb.i:
            for subject in (part for part in child.children if part.dep_ in NOUN_SUBJECTS):
                yield subject
                yield from (owner for owner in subject.children if owner.dep_ == "nmod:poss")

"""Whose the office is that somebody comes into or leaves, where no reader tells: "became [German] chancellor"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.arguments.role_fillers import RoleFiller, argument_of
from kg.grammar.syntax import marker_of
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.analysis import Analysis
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words
    from kg.records import EventMention

APPOINTMENT, DEPARTURE = Term("Appointment"), Term("Departure")
OF, BODIES = Term("of"), frozenset({Term("Country"), Term("Organization")})
TITLE, LEAVING = "nmod:desc", frozenset({"obj", "nsubj", "nsubj:pass"})
PREDICATIVE, PHRASES = frozenset({"xcomp", "obj"}), frozenset({"obl", "nmod"})


def with_owner_of_office(mention: EventMention, analysis: Analysis) -> EventMention:
    """Return a change of office with the country or body that the words for the office name, if none is told."""
    if mention.kind not in {APPOINTMENT, DEPARTURE} or any(argument.role == OF for argument in mention.arguments):
        return mention
    taken, index = {argument.head for argument in mention.arguments}, analysis.index
    for office in _offices(analysis.tokens[mention.trigger.start], mention.kind, analysis.words):
        owners = index.owners(office) if office.idx not in taken else ()
        for owner in owners[:1]:
            if index.entities[owner.entity].kind in BODIES and owner.entity not in mention.entities():
                filler = RoleFiller(OF, owner.token, reference=owner)
                return replace(mention, arguments=(*mention.arguments, argument_of(filler)))
    return mention


def _offices(trigger: Token, kind: Term, words: Words) -> Iterator[Token]:
    """Yield the nouns for offices that somebody takes or leaves: "elected [president]", "resigned as [premier]".

    Who is dismissed loses the office that stands before his name: "sacked [minister] Mondino".
    """
    for child in trigger.children:
        told = child.dep_ in PREDICATIVE or (child.dep_ in PHRASES and marker_of(child) in words.prepositions.capacity)
        held = child.children if kind == DEPARTURE and child.dep_ in LEAVING else ()
        for noun in (*((child,) if told else ()), *(title for title in held if title.dep_ == TITLE)):
            if noun.lemma_.lower() in words.offices.office_noun:
                yield noun

"""Stand-ins: who is meant where the words in a role name somebody else, or nobody who could fill it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.arguments.reach import path
from kg.extract.attribution.sources import agents_at
from kg.extract.participants.descriptions import kind_of
from kg.grammar.negation import included
from kg.grammar.syntax import marker_of
from kg.grammar.words import entries, evokes
from kg.knowledge.lexicon import EntryKind
from kg.knowledge.taxonomy import PARTICIPANT
from kg.records import MentionKind, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.participants.mentions import MentionIndex
    from kg.extract.participants.reference import Reference
    from kg.grammar.tree import Token
    from kg.knowledge import Knowledge

ATTACK, ATTACKER = Term("Attack"), Term("attacker")
ACTS_AS = {PARTICIPANT: PARTICIPANT, Term("actor"): PARTICIPANT, ATTACKER: ATTACKER}
"""The roles in which people without a name act for others, each with the role by which their words say so."""
OFFICES = frozenset({"appos", "compound", "nmod:desc"})


def stand_ins_of(role: Term, token: Token, index: MentionIndex, *, reached: bool) -> tuple[Reference, ...]:
    """Who is meant where the words name nobody fit for the role: if `reached`, whose by name a thing without one is."""
    if reached:
        owners = (owner for owner in index.owners(token) if owner.mention.kind is not MentionKind.PRONOUN)
        return tuple(owner for owner in owners if not _is_scene(owner.token, token, index.knowledge))
    if role in ACTS_AS:
        return tuple(
            found for part in included(token, index.knowledge.words) for found in index.principals(part, ACTS_AS[role])
        )
    return ()


def _is_scene(place: Token, noun: Token, knowledge: Knowledge) -> bool:
    """Say whether what a noun tells happens in a place, and is not about it: "condemned the bombings in [Madrid]".

    Nor is what is violent about those who suffer it: "the [Bali] bombings", "charged with the killing of [a judge]".
    """
    words = knowledge.words
    violent = noun.lemma_.lower() in words.function.violence_noun or evokes(noun, {ATTACK}, words, knowledge.taxonomy)
    below = path(noun, place)[1]
    if not below or not (violent or entries(words, noun, EntryKind.EVENT)):
        return False
    if marker_of(below[0]) in words.prepositions.site:
        return True
    return violent and (below[0].dep_ == "compound" or marker_of(below[0]) in words.prepositions.genitive)


def doers_of(event: Token, index: MentionIndex) -> tuple[Reference, ...]:
    """Whose act an event is that somebody condemns or praises: "the Russian shelling", "the shelling by Russia"."""
    words = index.knowledge.words
    beside = [child for child in event.children if child.dep_ in {"nmod:poss", "amod"}]
    behind = [child for child in event.children if marker_of(child) in words.prepositions.agentive]
    return tuple(reference for child in (*beside, *behind) for reference in agents_at(child, index))


def speaks_for(token: Token, index: MentionIndex) -> tuple[Reference, ...]:
    """Return for whom somebody speaks who owns to a deed: "[Hamas] spokesman Abu Zeid claimed responsibility"."""
    return tuple(
        found for office in _offices(token) if _serves(office, index) for found in index.principals(office, ATTACKER)
    )


def _offices(token: Token) -> Iterator[Token]:
    """The noun that says what somebody is: the token itself, or one beside a name."""
    yield token
    yield from (child for child in token.children if child.dep_ in OFFICES and child.pos_ == "NOUN")


def _serves(noun: Token, index: MentionIndex) -> bool:
    kind = kind_of(noun, index.knowledge.participants, index.knowledge.words)
    return kind is not None and index.knowledge.participants.serves(kind.iri)

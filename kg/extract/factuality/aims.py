"""Aims that are reached where they are told: who "rallied to demand" it demanded it, who "voted to elect" her did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.factuality.granted import CONVERSATION, JUDGMENTS, NOUNS, is_act
from kg.extract.factuality.held import PAST
from kg.grammar.negation import has_negator
from kg.grammar.speech import speech_at
from kg.grammar.syntax import marker_of, points_back
from kg.grammar.words import entries, evokes
from kg.knowledge.lexicon import EntryKind
from kg.records import Term

if TYPE_CHECKING:
    from kg.grammar.tree import Token
    from kg.knowledge.taxonomy import Taxonomy
    from kg.knowledge.words import Words

GATHERINGS = frozenset({Term("Conversation"), Term("Protest")})
VOTED = frozenset({Term("Appointment"), Term("Departure"), Term("Support"), Term("Rejection")})
"""What a vote does by itself; what it only decides is still to be done."""


def is_reached(infinitive: Token, kind: Term, words: Words, taxonomy: Taxonomy) -> bool:
    """Say whether an infinitive tells an aim that what its clause tells reaches by itself."""
    said = _is_said_there(infinitive, words, taxonomy) or _is_shown(infinitive, words)
    return said or _is_visiting(infinitive, kind, words, taxonomy) or _is_voted(infinitive, kind, words, taxonomy)


def _is_said_there(infinitive: Token, words: Words, taxonomy: Taxonomy) -> bool:
    """Say whether what people came together for was said there: who "rallied to demand" demanded."""
    if speech_at(infinitive, words) is None and not is_act(infinitive, words):
        return False
    head, forms = infinitive.head, words.factuality
    if has_negator(head, words):
        return False
    if head.lemma_.lower() in forms.gathering_verb:
        return True
    if any(c.dep_ == "obl" and c.lemma_.lower() in forms.gathering_place for c in head.children):
        return True
    return evokes(head, GATHERINGS, words, taxonomy)


def _is_shown(infinitive: Token, words: Words) -> bool:
    """Say whether what was or is being done shows what somebody wants: "stormed the ministry to demand jobs"."""
    deed = infinitive.head
    modal = any(child.tag_ == "MD" or child.dep_ == "mark" for child in deed.children)
    return infinitive.lemma_.lower() in words.factuality.showing_verb and deed.tag_ != "VB" and not modal


def _is_voted(infinitive: Token, kind: Term, words: Words, taxonomy: Taxonomy) -> bool:
    """Say whether a vote that was taken does what is voted for: who "voted to elect" a speaker elected one."""
    verb = infinitive.head
    held = verb.tag_ in PAST and not any(child.tag_ == "MD" for child in verb.children)
    denied = has_negator(verb, words)
    votes = verb.lemma_.lower() in words.factuality.voting_verb
    return votes and held and not denied and taxonomy.is_any_of(kind, VOTED)


def _is_visiting(infinitive: Token, kind: Term, words: Words, taxonomy: Taxonomy) -> bool:
    """Say whether one who is somewhere to talk is talking there: "is in Ankara to discuss the border"."""
    place = infinitive.head
    if not taxonomy.is_a(kind, CONVERSATION) or infinitive.dep_ not in {"advcl", "xcomp"}:
        return False
    located = place.pos_ in NOUNS and marker_of(place) in words.prepositions.site
    copula = [child for child in place.children if child.dep_ == "cop"]
    modal = any(child.tag_ == "MD" for child in place.children)
    return located and bool(copula) and not modal


def is_aim_of_what_is_open(noun: Token, kind: Term, words: Words, taxonomy: Taxonomy) -> bool:
    """Say whether an infinitive tells what is done for talks, which are no surer: "efforts to unite them for talks".

    Those that are known were held, unless it is for them that people are to meet: "plan to meet for their first talks".
    """
    aim = noun.dep_ == "obl" and noun.head.tag_ == "VB" and marker_of(noun) in words.prepositions.purpose
    if not aim or (points_back(noun, words) and not evokes(noun.head, {CONVERSATION}, words, taxonomy)):
        return False
    judged = any(entry.evokes in JUDGMENTS for entry in entries(words, noun.head, EntryKind.EVENT))
    return not judged and taxonomy.is_a(kind, CONVERSATION)


def is_motive(noun: Token, words: Words) -> bool:
    """Say whether a noun that is known tells why something is done or not: "canceled it because of [the raid]".

    In spite of what something is done, has happened: "goes on as planned despite [an attack]".
    """
    marker, told = marker_of(noun), noun.dep_ in {"obl", "nmod"}
    known = marker in words.prepositions.factive and points_back(noun, words)
    return told and (known or marker in words.prepositions.concessive)


def is_aimed(subject: Token, words: Words) -> bool:
    """Say whether a passive tells what its subject is for, which says nothing of its being: "talks aimed at peace"."""
    return subject.dep_ == "nsubj:pass" and subject.head.lemma_.lower() in words.factuality.aiming_verb

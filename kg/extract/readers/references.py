"""Which other words of a text a predicate points to: the same event in other words, talks and sides told before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.arguments.role_fillers import matches
from kg.grammar.syntax import SUBJECTS, marker_of
from kg.grammar.words import entries, evokes
from kg.knowledge.lexicon import EntryKind, Function
from kg.knowledge.taxonomy import PARTICIPANT
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extract.analysis import Analysis
    from kg.extract.arguments.predicates import Predicate
    from kg.extract.arguments.role_fillers import RoleFiller
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

CONVERSATION, MEETING, PLACE = Term("Conversation"), Term("Meeting"), Term("place")
PURPOSES = frozenset({"advcl", "acl", "xcomp"})


def links_of(predicate: Predicate, triggers: frozenset[int], held: Token | None, analysis: Analysis) -> tuple[int, ...]:
    """Return where other triggers for the same event begin: "an attack that struck", "the talks were a call"."""
    found = {*_links(predicate, triggers, analysis.words), *_talks_of(predicate, triggers, analysis)}
    found |= _launches_of(predicate, analysis)
    if (kind := predicate.entry.evokes) is not None:
        found |= outcomes_of(predicate.token, kind, predicate.governors, analysis)
    return tuple(sorted(found | (set() if held is None else {held.idx})))


def _launches_of(predicate: Predicate, analysis: Analysis) -> set[int]:
    """Where participles begin that tell how arms came that do what a verb tells: "rockets [fired] at Gaza killed"."""
    arms = (slot.filler.token for slot in predicate.slots if slot.filler.function is Function.SUBJECT)
    below = (child for noun in arms if analysis.index.is_weapon(noun) for child in noun.children)
    return {child.idx for child in below if child.dep_ == "acl" and child.tag_ in {"VBN", "VBD"}}


def outcomes_of(token: Token, kind: Term, governors: Sequence[Token], analysis: Analysis) -> set[int]:
    """Return where participles begin that tell what came of an attack: "shelled Kherson, [killing] two".

    One behind the clause whose subject it shares tells its outcome (Quirk et al. 1985, 15.60), no other deed.
    """
    if not analysis.taxonomy.identity(kind).force:
        return set()
    verbs = {token, *governors, *({token.head} if token.dep_ == "nsubj" else ())}
    behind = (child for verb in verbs if verb.pos_ == "VERB" for child in verb.children if child.i > verb.i)
    outcomes = [child for child in behind if child.dep_ == "advcl" and child.tag_ == "VBG" and _is_bare(child)]
    joined = (child for outcome in outcomes for child in outcome.children if child.dep_ == "conj")
    beside = (child for verb in verbs for child in verb.children if _is_toll_of(child, verb, analysis.words))
    return {verb.idx for verb in (*outcomes, *(verb for verb in joined if verb.tag_ == "VBG"), *beside)}


def _is_toll_of(second: Token, verb: Token, words: Words) -> bool:
    """Say whether a verb beside one with its subject counts whom that hurt: "returned fire and [killed] two".

    Each in a place of its own, they are two deeds.
    """
    same = second.dep_ == "conj" and second.i > verb.i and second.tag_ == verb.tag_ and _is_bare(second)
    counts = same and bool(entries(words, second, EntryKind.FIGURE))
    there = _has_site(verb, words) or any(c.dep_ == "obj" and c.pos_ == "PROPN" for c in verb.children)
    return counts and not (there and _has_site(second, words))


def _has_site(verb: Token, words: Words) -> bool:
    below = (
        child for thing in (verb, *verb.children) if thing.dep_ != "conj" or thing is verb for child in thing.children
    )
    return any(child.dep_ in {"obl", "nmod"} and marker_of(child) in words.prepositions.site for child in below)


def _is_bare(participle: Token) -> bool:
    return not any(child.dep_ in SUBJECTS | {"mark", "case"} for child in participle.children)


def _talks_of(predicate: Predicate, triggers: frozenset[int], analysis: Analysis) -> Iterator[int]:
    """Talks that somebody meets for or calls together are the meeting: "met [for talks]", "convened [a summit]"."""
    purpose = analysis.words.prepositions.purpose
    verb = predicate.token
    kind = predicate.entry.evokes
    if kind is None or not analysis.taxonomy.is_a(kind, MEETING) or verb.pos_ != "VERB":
        return  # a visit that is discussed is another event
    for slot in predicate.slots:
        noun, function = slot.filler.token, slot.filler.function
        held = function is Function.OBJECT or (function is Function.OBLIQUE and slot.filler.marker in purpose)
        told = held and noun.i in triggers and noun.head.i == verb.i
        if told and evokes(noun, {CONVERSATION}, analysis.words, analysis.taxonomy):
            yield noun.idx


def _links(predicate: Predicate, triggers: frozenset[int], words: Words) -> Iterator[int]:
    token = predicate.token
    for slot in predicate.slots:
        filler = slot.filler
        inside = filler.function is Function.OBLIQUE and filler.marker in words.prepositions.event
        if inside or (
            filler.token.i in triggers and filler.function is Function.SUBJECT
        ):  # "killed ten in an operation"
            yield filler.token.idx
    for child in token.children:
        copular = child.dep_ == "nsubj" and any(other.dep_ == "cop" for other in token.children)
        if child.i in triggers and (copular or child.dep_ == "appos"):
            yield child.idx


def earlier_talk(predicate: Predicate, analysis: Analysis) -> Token | None:
    """Return the conversation that was held for this one, and so was this one: "met to discuss"."""
    token, head = predicate.token, predicate.token.head
    kind = predicate.entry.evokes
    of_no_sort = _is_talk(kind, analysis) and kind is not None and analysis.taxonomy.is_open(kind)
    if not of_no_sort or token.tag_ != "VB" or token.dep_ not in PURPOSES or token.i < head.i:
        return None
    objects = (child for child in head.children if child.dep_ in {"obj", "nsubj:pass"} and child.i < token.i)
    for word in (head, *objects):
        if evokes(word, {CONVERSATION}, analysis.words, analysis.taxonomy):
            return word
    return None


def is_between_those_before(predicate: Predicate, fillers: Sequence[RoleFiller], analysis: Analysis) -> bool:
    """Say whether it is "between their teams" or "the sides met", with nobody named."""
    if not _is_talk(predicate.entry.evokes, analysis):
        return False
    if any(filler.role != PLACE and filler.entity is not None for filler in fillers):
        return False
    return any(
        argument.role == PARTICIPANT and matches(argument, slot.filler)
        for slot in predicate.slots
        if analysis.index.is_of_those_before(slot.filler.token)
        for argument in slot.arguments
    )


def _is_talk(kind: Term | None, analysis: Analysis) -> bool:
    return kind is not None and analysis.taxonomy.is_a(kind, CONVERSATION)

"""Blasts that are accidents: of gas, at a factory, by a leak, where nobody and no weapon is told."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from kg.extract.participants.descriptions import sort_of
from kg.grammar.fillers import verb_fillers
from kg.grammar.noun_fillers import noun_fillers
from kg.grammar.syntax import SUBJECTS, is_definite, is_passive
from kg.grammar.words import entries, evokes
from kg.knowledge.folding import fold
from kg.knowledge.lexicon import EntryKind
from kg.knowledge.namespaces import ID
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.analysis import Analysis
    from kg.grammar.tree import Span, Token
    from kg.records import EventMention

ATTACK = Term("Attack")
ARMED = frozenset({Term("attacker"), Term("weapon")})
INDUSTRIAL, PEOPLE = ID + "participant/industrial-site", ID + "participant/people"
MODIFIERS = frozenset({"compound", "amod", "nmod"})
DENYING = frozenset({"det", "advmod"})


def accident(mention: EventMention, trigger: Token, analysis: Analysis) -> str:
    """Return the word that says that a blast was an accident, "" where none does or where somebody or arms are told.

    So it was where what happened to a vehicle cost lives, whose ever that was: "a helicopter crashed, [killing] five".
    """
    if mishap := _mishap_that_killed(trigger, analysis):
        return mishap
    armed = any(argument.role in ARMED for argument in mention.arguments)
    return "" if armed else _cause(trigger, analysis)


def _mishap_that_killed(participle: Token, analysis: Analysis) -> str:
    """Return the verb whose outcome a participle tells, where nobody did it to anything: "a bomber crashed his car"."""
    verb, words = participle.head, analysis.words
    outcome = participle.dep_ == "advcl" and participle.tag_ == "VBG" and entries(words, participle, EntryKind.FIGURE)
    if not outcome or fold(verb.lemma_) not in words.blasts.mishap_verb or is_passive(verb):
        return ""
    sorts = [sort_of(child, analysis.kinds) for child in verb.children if child.dep_ in SUBJECTS]
    people = any(sort is not None and analysis.kinds.is_a(sort.iri, PEOPLE) for sort in sorts)
    return "" if people or "obj" in verb.labels else verb.text


def _cause(blast: Token, analysis: Analysis) -> str:
    """Return what makes a blast an accident; "the blast" is the one that was told before it."""
    if not _is_blast(blast, analysis) or _is_of_force(blast.sent, blast, analysis):
        return ""
    own = chain(_own_causes(blast, analysis), _mishaps(blast.sent, analysis))
    if found := next(own, ""):
        return found
    before = (token for token in reversed(analysis.doc.tokens[: blast.i]) if _is_blast(token, analysis))
    earlier = next(before, None) if is_definite(blast, analysis.words) else None
    return "" if earlier is None else _cause(earlier, analysis)


def _is_blast(token: Token, analysis: Analysis) -> bool:
    return fold(token.lemma_) in analysis.words.blasts.blast_word and token.pos_ in {"NOUN", "VERB"}


def _is_of_force(sentence: Span, blast: Token, analysis: Analysis) -> bool:
    """Say whether a sentence tells of arms, or of an attack by another word than the blast and its dead."""
    return any(
        analysis.index.is_weapon(token)
        or (token is not blast and _evokes_attack(token, analysis) and not _is_blast(token, analysis))
        for token in sentence
    )


def _evokes_attack(token: Token, analysis: Analysis) -> bool:
    if entries(analysis.words, token, EntryKind.FIGURE):
        return False  # the dead and wounded of an accident are counted alike
    return evokes(token, {ATTACK}, analysis.words, analysis.taxonomy)


def _own_causes(blast: Token, analysis: Analysis) -> Iterator[str]:
    """Yield the nouns for what blew up by itself, or for where that happens: "[gas] blast", "at a [chemical] plant"."""
    fillers = verb_fillers(blast, analysis.words) if blast.pos_ == "VERB" else noun_fillers(blast, analysis.words)
    for noun in (filler.token for filler in fillers):
        sort = sort_of(noun, analysis.kinds)
        if sort is not None and analysis.kinds.is_a(sort.iri, INDUSTRIAL):
            yield noun.text
        yield from (part.text for part in _parts(noun) if fold(part.lemma_) in analysis.words.blasts.volatile_noun)


def _parts(noun: Token) -> Iterator[Token]:
    yield noun
    for child in noun.lefts:
        if child.dep_ in MODIFIERS:
            yield from _parts(child)


def _mishaps(sentence: Span, analysis: Analysis) -> Iterator[str]:
    """Yield the words of a sentence for what nobody intended, unless they are denied: "no accident"."""
    mishaps = analysis.words.blasts.mishap_word
    for token in sentence:
        names = (token.lemma_, *(f"{child.lemma_} {token.lemma_}" for child in token.lefts))
        negated = any(child.dep_ in DENYING and _denies(child, analysis) for child in token.lefts)
        if not negated and any(fold(name) in mishaps for name in names):
            yield token.text


def _denies(word: Token, analysis: Analysis) -> bool:
    return word.lower_ in analysis.words.negation.negative_determiner | analysis.words.function.negative_particle

"""Who says so: the speaker of the clause that a predicate stands in, and how the speaker stands to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.attribution.continued import is_of_others, speaker_before
from kg.extract.attribution.sources import AGENTS, agents_at, speakers_at
from kg.extract.participants.descriptions import kind_of
from kg.grammar.authorship import source_at
from kg.grammar.called import denied_behind, is_called_false
from kg.grammar.control import directed_by
from kg.grammar.fillers import verb_fillers
from kg.grammar.headlines import headline_sources, spelled_out
from kg.grammar.negation import has_negator
from kg.grammar.remembered import remembered
from kg.grammar.speech import Speech, speech_at
from kg.grammar.syntax import FINITE, base_phrase, is_behind, is_cleft, marks_of
from kg.knowledge.lexicon import Function
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.participants.mentions import MentionIndex
    from kg.extract.participants.reference import Reference
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

CONTENT = frozenset({"ccomp", "xcomp", "csubj", "csubj:pass"})
NOUN_CONTENT = frozenset({"obj", "nsubj:pass"})
ASIDE = frozenset({"parataxis", "ccomp", "advcl", "discourse"})
NO_CLAIM = frozenset({Term("Describes"), Term("Responds"), Term("Thanks")})
WILLED = frozenset({Term("Urges"), Term("Promises")})
WARNS = Term("Warns")
UNCLAIMED = WILLED | {WARNS}
"""The stances of nouns for what somebody will do: who makes threats or promises does not claim what he is to do."""
NOUN_TAGS = frozenset({"NN", "NNS"})
CLAIMS, DENIES = Term("Claims"), Term("Denies")
SET_OFF = frozenset({"obl:unmarked", "parataxis"})
"""What some parsers have for an apposition to a clause: "said Chad shelled it, [a charge] that it denies"."""
CHARGES = frozenset({"advcl", "obl"})
PERSON, PLACE = Term("Person"), Term("Place")
DEPTH = 12


@remembered
def governing_speech(predicate: Token, words: Words) -> Speech | None:
    """Return the nearest verb of saying whose content the predicate is part of: "Kyiv said Moscow [launched] ..."."""
    return next(_governing(predicate, words), None)


def _governing(predicate: Token, words: Words) -> Iterator[Speech]:
    """The verbs of saying above a predicate, from the inside out, with those set beside its clause by commas."""
    here, below = predicate, predicate
    for _ in range(DEPTH):
        yield from (aside for aside in _asides(here, words) if aside.token.i != below.i)
        head = here.head
        if head.i == here.i:
            return
        speech = speech_at(head, words)
        if speech is not None and _is_content(here, speech, words) and not _is_unsaid(speech, words):
            yield speech
        set_off = head.dep_ in SET_OFF and head.pos_ == "NOUN" and is_behind(",", head.left_edge)
        added = head.pos_ == "PROPN" or head.dep_ == "appos" or set_off or _is_denied(head, words)
        relative = here.dep_ == "acl:relcl" or (here.dep_ == "acl" and head.dep_ == "appos" and not marks_of(here))
        if relative and added and not is_cleft(here, words):
            return  # what is added about a name, "a charge that", or what somebody only rejects is the writer's own
        if here.dep_ == "advcl" and speech is not None:
            return  # "said after the strike": the writer dates the saying
        if here.dep_ == "parataxis" and speech_at(here, words) is None and speech is None:
            return
        here, below = head, here


def _is_unsaid(speech: Speech, words: Words) -> bool:
    """Say whether a verb of saying is denied: who "has not said whether it attacked" claims nothing."""
    return speech.stance != DENIES and has_negator(speech.token, words)


def _is_denied(noun: Token, words: Words) -> bool:
    """Say whether a noun is the object of a verb of denying: "rejected a report that condemned it"."""
    speech = speech_at(noun.head, words) if noun.dep_ in NOUN_CONTENT else None
    return speech is not None and speech.stance == DENIES


def _asides(clause: Token, words: Words) -> Iterator[Speech]:
    """In "the strike killed ten, officials said" the verb of saying hangs on what is said."""
    for child in clause.children:
        speech = speech_at(child, words) if child.dep_ in ASIDE else None
        if speech is None or speech.stance in NO_CLAIM:
            continue
        marked = any(
            other.dep_ in {"mark", "advmod"} and other.lower_ in words.function.aside_conjunction
            for other in child.children
        )
        if marked != (child.dep_ == "advcl"):
            continue
        told = any(other.dep_ in CONTENT and other.i > child.i for other in child.children) or _has_words(child, words)
        if (marked or child.i > clause.i) and not told and speakers_of(child, words):
            yield speech


def _has_words(verb: Token, words: Words) -> bool:
    """Say whether a verb of saying has its object beside it, and so speaks no clause around it: "was saying goodbye".

    Whom one tells is no such object.
    """
    objects = (child for child in verb.children if child.dep_ == "obj" and child.pos_ in {"NOUN", "PROPN"})
    return verb.lemma_.lower() not in words.function.directing_verb and any(True for _ in objects)


def _is_content(token: Token, speech: Speech, words: Words) -> bool:
    """Say whether a verb of saying claims the content of a word below it.

    Who orders or promises something claims nothing; whom one tells something is not what one tells.
    """
    if token.dep_ == "xcomp" and speech.token.lemma_.lower() in words.speech.deeds:
        return False  # who "continues to talk" says nothing of it
    if token.dep_ == "xcomp" and token.tag_ == "VB" and directed_by(speech.token, words):
        return False  # who "told them to stop bombing it" orders
    if token.dep_ in CONTENT:
        return speech.stance not in NO_CLAIM and not (token.tag_ == "VB" and speech.stance in WILLED)
    if token.dep_ in CHARGES:  # "accused Russia of attacking", "blamed Russia for the attack"
        marks = {child.lower_ for child in token.children if child.dep_ in {"mark", "case"}}
        return speech.stance == CLAIMS and bool(marks & words.prepositions.charge)
    told = any(child.dep_ in CONTENT and child.i > token.i for child in speech.token.children)
    is_theme = token.dep_ in NOUN_CONTENT and token.pos_ == "NOUN" and not told
    says = speech.stance not in NO_CLAIM | WILLED and speech.token.lemma_.lower() not in words.speech.deeds
    return is_theme and says


@remembered
def attribution_of(predicate: Token, index: MentionIndex, words: Words) -> tuple[int, ...]:
    """Return the entities who claim the clause around a predicate, () when the writer or an unnamed source does.

    The nearest speaker counts.
    """
    found = [r.entity for token in _claimants(predicate, words) for r in _named(token, index, words)]
    if not found and governing_speech(predicate, words) is None:
        signers = (token for token in headline_sources(predicate) if not _is_spelled_out(token, index))
        found = [r.entity for token in signers for r in agents_at(token, index)]
    return tuple(dict.fromkeys(found))


@remembered
def unnamed_sources(predicate: Token, index: MentionIndex, words: Words) -> tuple[str, ...]:
    """Return the words for those who claim the clause and whom the text does not name: "senior officials".

    A pronoun that nobody is known by stands for who spoke before, else for itself: a claim is no fact.
    """
    claimants = [
        speaker_before(token, words) or token if token.pos_ == "PRON" else token
        for token in _claimants(predicate, words)
        if token.pos_ != "PRON" or (is_of_others(token, words) and not _named(token, index, words))
    ]
    if not claimants and governing_speech(predicate, words) is None:
        claimants = [token for token in headline_sources(predicate) if is_somebody(token, index)]
    unnamed = [token for token in claimants if not _named(token, index, words)]
    return tuple(dict.fromkeys(base_phrase(token) for token in unnamed))


def is_somebody(noun: Token, index: MentionIndex) -> bool:
    """Say whether a noun stands for people or a body, who may say something: "Police: ...", but not "Update: ..."."""
    kinds = index.knowledge.participants
    kind = kind_of(noun, kinds, index.knowledge.words) if noun.tag_ in NOUN_TAGS else None
    return kind is not None and kinds.class_of(kind.iri) in AGENTS


def _is_spelled_out(source: Token, index: MentionIndex) -> bool:
    """Say whether the name behind a colon says who or what is meant by the noun before it: "met an old ally: Kyiv".

    So where both are of one class, or the noun of none that is known; a body or country signs then: "hit a shop: UN".
    """
    noun = spelled_out(source)
    if noun is None:
        return False
    kinds, taxonomy = index.knowledge.participants, index.knowledge.taxonomy
    kind = kind_of(noun, kinds, index.knowledge.words)
    named = [index.entities[reference.entity].kind for reference in agents_at(source, index)]
    if kind is None:
        return any(each in {PERSON, PLACE} for each in named)
    above = kinds.class_of(kind.iri)
    return any(each == above or (above != PLACE and taxonomy.is_a(each, above)) for each in named)


def _named(token: Token, index: MentionIndex, words: Words) -> tuple[Reference, ...]:
    return tuple(index.at(token)) or speakers_at(token, index, words)


@remembered
def _claimants(predicate: Token, words: Words) -> tuple[Token, ...]:
    source = _source(predicate, words)
    if source is not None:
        return (source,)
    speech = governing_speech(predicate, words)
    return () if speech is None else tuple(speakers_of(speech.token, words))


def is_claimed(predicate: Token, words: Words) -> bool:
    """Say whether the text tells who says so, be it somebody without a name."""
    return bool(_claimants(predicate, words) or headline_sources(predicate))


@remembered
def denier_of(predicate: Token, words: Words) -> tuple[Token, ...]:
    """Return who denies what a predicate tells, whoever claimed it: "[Kyiv] rejected Moscow's claim to have struck"."""
    called = next((noun for noun in (predicate, *predicate.ancestors) if is_called_false(noun, words)), None)
    if called is not None:
        return tuple(speakers_of(called.head, words))
    if (verb := denied_behind(predicate, words)) is not None:
        return tuple(speakers_of(verb, words))
    denying = (speech for speech in _governing(predicate, words) if speech.stance == DENIES)
    return tuple(token for speech in list(denying)[:1] for token in speakers_of(speech.token, words))


def _source(predicate: Token, words: Words) -> Token | None:
    """Return X of "according to X" beside a predicate or a clause that it stands in, before any verb of saying.

    A claim may have its source at a noun: "[Ukraine]'s claim that Russia attacked".
    """
    here = predicate
    for _ in range(DEPTH):
        for child in here.children:
            if child.dep_ in {"obl", "nmod", "advcl", "parataxis"} and (source := source_at(child, words)) is not None:
                return source
        if (reporting := _reporting(here, words)) is not None:
            return reporting
        if here.dep_ == "acl" and words.speech.nouns.get(here.head.lemma_.lower(), WARNS) not in UNCLAIMED:
            return next((child for child in here.head.children if child.dep_ == "nmod:poss"), None)
        if here.head.i == here.i or (speech_at(here.head, words) is not None and here.dep_ in CONTENT):
            return None
        here = here.head
    return None


def _reporting(content: Token, words: Words) -> Token | None:
    """Return who reports what a clause tells where a parser takes the verb for a noun: "[State media] report that"."""
    noun = content.head
    says = noun.pos_ == "NOUN" and noun.dep_ in {"ROOT", "root"} and noun.lemma_.lower() in words.speech.nouns
    if not says or content.dep_ not in {"acl", "ccomp"} or content.tag_ not in FINITE or not marks_of(content):
        return None
    bare = all(child.dep_ not in {"det", "nmod:poss", "cop"} for child in noun.children)
    return next((child for child in noun.children if bare and child.dep_ == "compound"), None)


def speakers_of(verb: Token, words: Words) -> list[Token]:
    """Return the tokens that head the logical subject of a verb of saying."""
    return [filler.token for filler in verb_fillers(verb, words) if filler.function is Function.SUBJECT]

"""Whether a sentence tells of a game: teams bear the names of countries, and attack, hit and meet each other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.grammar.remembered import remembered
from kg.grammar.syntax import OBLIQUES, marker_of
from kg.grammar.words import entries
from kg.knowledge.folding import fold
from kg.knowledge.lexicon import EntryKind
from kg.knowledge.namespaces import ID
from kg.knowledge.reference import body_sort
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.analysis import Analysis
    from kg.grammar.tree import Span, Token
    from kg.knowledge.words import Words
    from kg.knowledge.words.sport import SportWords
    from kg.records import EventMention, MentionArgument

PLAYED = frozenset(
    {
        Term("Attack"),
        Term("Conversation"),
        Term("PrisonerRelease"),
        Term("Arrest"),
        Term("Departure"),
        Term("Withdrawal"),
        Term("Demand"),
    }
)
"""The classes whose words tell of games too."""
WEAPON = Term("weapon")
PLURAL_VERB, ONE_NAME, COUNTRY = "VBP", "NNP", "GPE"
SCORE = re.compile(r"(?<![\w.,$€£/–-])\d{1,3} ?[-–] ?\d{1,3}(?![\w/–-]|[.,]\d)")
ARMED_SORTS = frozenset({"armed-force", "armed-group"})
OBJECTS = frozenset({"obj", "ccomp", "nsubj:pass"})
NOUNS = frozenset({"NOUN", "PROPN", "ADP"})
HYPHEN, PARTS = "HYPH", 2
ENOUGH = 2
"""Nouns that are often of sport, of which so many say that the sentence is."""
ARMED_PEOPLE = ID + "participant/armed-people"


def is_played(mention: EventMention, trigger: Token, analysis: Analysis) -> bool:
    """Say whether what a mention tells is part of a game: its sentence speaks of one, of no arms and of no dead."""
    if not analysis.taxonomy.is_any_of(mention.kind, PLAYED):
        return False
    if mention.figures or any(_is_of_force(argument, analysis) for argument in mention.arguments):
        return False
    played = _is_of_sport(trigger, analysis) or _is_in_play(trigger, analysis) or _is_of_team(trigger, analysis)
    return played and not _tells_of_dead(trigger.sent, analysis)


def _is_of_force(argument: MentionArgument, analysis: Analysis) -> bool:
    """Say whether arms, an armed group or armed people have a part in it."""
    if argument.role == WEAPON:
        return True
    if argument.entity is not None:
        iri = analysis.index.entities[argument.entity].reference
        return body_sort(iri, analysis.knowledge.reference) in ARMED_SORTS
    described = argument.unnamed.described if argument.unnamed is not None else None
    return described is not None and analysis.kinds.is_a(described, ARMED_PEOPLE)


@remembered
def _sport_told(first: Token, words: Words) -> tuple[bool, bool]:
    """Say whether the nouns of the sentence that a token begins tell of sport, and whether one of them often does."""
    sport = words.sport
    nouns = [token for token in first.sent if token.pos_ in {"NOUN", "PROPN"} or token.tag_ == "NN"]
    names = {name for noun in nouns for name in _names(noun)}
    often = names & sport.sporting_noun
    told = not names.isdisjoint(sport.sport_noun) or len(often) >= ENOUGH
    told = told or _is_scoring(first, sport) or _is_over_a_pitch(first.sent, sport)
    return told or any(_is_scored(noun, sport) or _is_half(noun, sport) for noun in nouns), bool(often)


def _is_of_sport(trigger: Token, analysis: Analysis) -> bool:
    first, verbs = trigger.sent[0], analysis.words.sport.result_verb
    told, often = _sport_told(first, analysis.words)
    if told:
        return True
    numbers = [number for number in _scores(first) if number.i not in analysis.dated]  # "on June 12-14"
    if often or not numbers:
        return bool(numbers)
    results = [token for token in trigger.sent if token.pos_ == "VERB" and fold(token.lemma_) in verbs]
    return any(number.head in {trigger, *results} for number in numbers)


def _is_in_play(trigger: Token, analysis: Analysis) -> bool:
    """Say whether a verb is done in or for what a game has, or frees from it: "met her [in the final]".

    Where something was or moved from a word of games may be of land too: "withdrew from the right flank".
    """
    if _is_in_contest(trigger, analysis) or _is_on_goal(trigger, analysis):
        return True
    if trigger.pos_ != "VERB":
        return False
    prepositions, sport = analysis.words.prepositions, analysis.words.sport
    nouns = dict.fromkeys(prepositions.purpose | prepositions.ablative, sport.sporting_noun)
    nouns |= dict.fromkeys(prepositions.inner, sport.contest_noun)
    around = (child for child in trigger.children if child.dep_ in OBLIQUES and child.i not in analysis.dated)
    return any(fold(child.lemma_) in nouns.get(marker_of(child), ()) for child in around)


def _is_on_goal(trigger: Token, analysis: Analysis) -> bool:
    """Say whether what is attacked is a thing of games, and not where one is played: "an attack on the [goal]"."""
    things, prepositions = analysis.words.sport.attacked_in_play_noun, analysis.words.prepositions
    light = trigger.pos_ == "NOUN" and trigger.dep_ == "obj"  # "laid siege to the goal"
    near = (*trigger.children, *(child for child in trigger.head.children if light and child.dep_ in OBLIQUES))
    hit = (c for c in near if c.dep_ == "obj" or marker_of(c) in prepositions.topic | prepositions.dative)
    return any(noun.pos_ == "NOUN" and fold(noun.lemma_) in things for noun in hit)


def _is_in_contest(trigger: Token, analysis: Analysis) -> bool:
    """Say whether the clause of a trigger is told of the last games of a contest: "sank them in the final"."""
    clause = trigger.head if trigger.pos_ == "NOUN" and trigger.head.pos_ == "VERB" else trigger
    words, near = analysis.words, [*clause.children, *(below for child in clause.children for below in child.children)]
    finals = (noun for noun in near if noun.pos_ == "NOUN" and fold(noun.lemma_) in words.sport.final_noun)
    return any(
        marker_of(noun) in words.prepositions.inner and not any(child.dep_ == "nmod" for child in noun.children)
        for noun in finals
    )


def _is_of_team(verb: Token, analysis: Analysis) -> bool:
    """Say whether the name of one country is a plural, as the British have it of teams: "Scotland [meet] Norway".

    Quirk et al. (1985), 10.36.
    """
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None or verb.tag_ != PLURAL_VERB or verb.dep_ != "ROOT" or subject.tag_ != ONE_NAME:
        return False
    if any(child.dep_ == "conj" for child in subject.children) or any(c.dep_ == "aux" for c in verb.children):
        return False
    plural = subject.lower_ == analysis.words.endings.plural(subject.lower_[:-1])
    return subject.ent_type_ == COUNTRY and not plural


def _names(noun: Token) -> Iterator[str]:
    """Yield the lemma of a noun, and those of two words: "injury time", "kick-off"."""
    yield fold(noun.lemma_)
    before = noun.doc[max(noun.i - 2, 0) : noun.i]
    if len(before) == PARTS and before[1].tag_ == HYPHEN and not before[1].whitespace_:
        yield fold(f"{before[0].lower_}-{noun.lemma_}")
    yield from (fold(f"{child.lemma_} {noun.lemma_}") for child in noun.lefts if child.dep_ in {"compound", "amod"})


def _is_scored(noun: Token, sport: SportWords) -> bool:
    """Say whether a bare number counts what a game counts: "four tries", and no "three bombing runs"."""
    before = {child.dep_ for child in noun.lefts}
    behind = {child.dep_ for child in noun.rights}
    bare = not before & {"compound", "nmod:poss", "det"} and "nmod" not in behind
    return bare and "nummod" in before and fold(noun.lemma_) in sport.scored_noun


def _is_half(noun: Token, sport: SportWords) -> bool:
    """Say whether a noun names a half of what has only two: "in the second half", and not "the first half of May"."""
    return not sport.half_of_play.isdisjoint(_names(noun)) and not any(child.dep_ == "nmod" for child in noun.rights)


def _is_scoring(first: Token, sport: SportWords) -> bool:
    """Say whether a verb of the sentence tells of scoring, and of nothing that is scored: "scored twice"."""
    verbs = (token for token in first.sent if token.pos_ == "VERB" and fold(token.lemma_) in sport.scoring_verb)
    return any(verb.labels.isdisjoint(OBJECTS) for verb in verbs)


def _is_over_a_pitch(sentence: Span, sport: SportWords) -> bool:
    """Say whether words tell a way over a pitch: "down the left", and not "down the left bank"."""
    keys = [token.lower_ for token in sentence]
    ways = [way.split() for way in sport.way_of_play]
    known = (way for way in ways if way[-1] in keys)
    ends = ((way, at + len(way)) for way in known for at in range(len(keys) - len(way)))
    return any(keys[end - len(way) : end] == way and sentence[end].pos_ not in NOUNS for way, end in ends)


@remembered
def _scores(first: Token) -> tuple[Token, ...]:
    """The first numbers of the scores in the sentence that a token begins: "3-1"."""
    starts = {first.idx + match.start() for match in SCORE.finditer(first.sent.text)}
    return tuple(token for token in first.sent if token.idx in starts)


def _tells_of_dead(sentence: Span, analysis: Analysis) -> bool:
    counting = (token for token in sentence if token.dep_ != "compound")  # "injury time" has no injured
    return any(True for token in counting for _ in entries(analysis.words, token, EntryKind.FIGURE))

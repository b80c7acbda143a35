"""What is told of an event beside who takes part: when, by which means, how far it has got, who says so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.arguments.orders import is_of_what_came_of_it
from kg.extract.arguments.predicates import leads_to_a_place
from kg.extract.attribution.clauses import (
    CHARGES,
    attribution_of,
    denier_of,
    governing_speech,
    speakers_of,
    unnamed_sources,
)
from kg.extract.attribution.quoted import quoted_by
from kg.extract.attribution.sources import agents_at, speakers_at
from kg.extract.attribution.telling import UNNAMED_SOURCE
from kg.extract.factuality.granted import is_taken_for_granted
from kg.extract.factuality.held import goes_on_again, is_behind_since, is_reporters_order
from kg.extract.factuality.operators import Operators
from kg.extract.factuality.presupposed import is_disowned
from kg.extract.factuality.unfulfilled import is_missed
from kg.grammar.blame import blaming
from kg.grammar.fillers import verb_fillers
from kg.grammar.negation import turning_point
from kg.grammar.quantity.quantities import ordinal_of
from kg.grammar.remembered import remembered
from kg.grammar.speech import speech_at
from kg.grammar.syntax import base_phrase, is_another, is_passive, marker_of
from kg.grammar.time.dates import dates_of, is_recalled
from kg.grammar.words import climb_collectives, entries, evokes
from kg.knowledge.lexicon import EntryKind, Function
from kg.periods import days_of, is_choice, is_plain
from kg.records import Attribute, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.extract.analysis import Analysis
    from kg.grammar.time.dates import DateMention
    from kg.grammar.tree import Token
    from kg.records import EventDate

CONVERSATION, TRANSFER = Term("Conversation"), Term("Transfer")
MEDIUM, PLACE = Term("medium"), Term("place")
ORDINAL = Term("ordinal")
OBJECT = Function.OBJECT
ATTACK, AGREEMENT, ARREST = Term("Attack"), Term("Agreement"), Term("Arrest")
CLAIMS, DENIES, PLANNED, ASSERTED = Term("Claims"), Term("Denies"), Term("Planned"), Term("Asserted")


@remembered
def dates_at(token: Token, kind: Term, governors: tuple[Token, ...], analysis: Analysis) -> tuple[EventDate, ...]:
    """Return the dates of a trigger or its series, else of the verb it leans on: "came under attack on Tuesday"."""
    if analysis.taxonomy.is_a(kind, ARREST) and goes_on_again(token, analysis.words):
        return ()  # the day on which a trial is to go on
    if (day := _day_fixed(token, Operators(kind, analysis.words, analysis.taxonomy), analysis)) is not None:
        return (day,)
    told = _told_dates(token, kind, governors, analysis)
    if analysis.taxonomy.is_a(kind, TRANSFER):
        told = tuple([_not_of_what_came_of_it(dates, token, analysis) for dates in told])
    if analysis.taxonomy.is_a(kind, ARREST):
        told = tuple([tuple([date for date in dates if not _is_of_a_deed(date, analysis)]) for dates in told])
    return next((dated for dates in told if (dated := tuple(date.value for date in dates if date.value))), ())


def _is_of_a_deed(date: DateMention, analysis: Analysis) -> bool:
    """Say whether a year stands before an attack for which somebody is held since: "convicted in the [2002] raid"."""
    token = analysis.doc[date.start : date.end].root
    year = date.value is not None and len(date.value.value) == len("2002")
    before = year and token.dep_ in {"nummod", "compound"} and token.i < token.head.i
    return before and evokes(token.head, {ATTACK}, analysis.words, analysis.taxonomy)


def _not_of_what_came_of_it(
    dates: tuple[DateMention, ...], token: Token, analysis: Analysis
) -> tuple[DateMention, ...]:
    return tuple([date for date in dates if not is_of_what_came_of_it(date.start, token, analysis.words)])


def is_dated(token: Token, kind: Term, governors: tuple[Token, ...], analysis: Analysis) -> bool:
    """Say whether words tell when a trigger was, be it that they name no day: "freed him some weeks later"."""
    return any(_told_dates(token, kind, governors, analysis))


def weekday_at(token: Token, kind: Term, governors: tuple[Token, ...], analysis: Analysis) -> str | None:
    """Return the weekday of a trigger in small letters where its day is told by that name and can not be worked out."""
    first = next(filter(None, _told_dates(token, kind, governors, analysis)), ())
    return next((day for date in first if (day := weekday_of(date, analysis)) is not None), None)


def weekday_of(date: DateMention, analysis: Analysis) -> str | None:
    """Return the weekday by which a date without a value is told, in small letters."""
    if date.value is not None:
        return None
    words = analysis.doc[date.start : date.end]
    return next((word.lower_ for word in words if word.text in analysis.words.time.weekdays), None)


@remembered
def _told_dates(
    token: Token, kind: Term, governors: tuple[Token, ...], analysis: Analysis
) -> tuple[tuple[DateMention, ...], ...]:
    """Return the dates of a trigger and of the words that its dates may hang on instead, in turn."""
    words, operators = analysis.words, Operators(kind, analysis.words, analysis.taxonomy)
    lent = token.dep_ == "obl" and token.head in governors[:1]
    leans = lent and speech_at(token.head, words) is None and not operators.of(token.head)
    above = (token.head,) if leans or _is_at_journeys_end(token, kind, analysis) else ()
    if is_missed(token, words):  # "came within hours of bombing it on Monday"
        above = (token.head.head if token.dep_ == "acl" else token.head,)
    places = (*series(token, analysis), *above, *_said_below(token, operators))
    return tuple([dates_of(place, analysis.dates, words) for place in dict.fromkeys(places)])


def _is_at_journeys_end(token: Token, kind: Term, analysis: Analysis) -> bool:
    """Say whether somebody travels to do what a verb tells, and so does it then: "flew to Rome on Monday to [meet]"."""
    if token.tag_ != "VB" or token.dep_ not in {"advcl", "xcomp"}:
        return False
    journeys = entries(analysis.words, token.head, EntryKind.SUPPORT)
    there = any(leads_to_a_place(entry, analysis.words) for entry in journeys)
    return there and analysis.taxonomy.is_a(kind, CONVERSATION)


def _said_below(token: Token, operators: Operators) -> list[Token]:
    """Return the infinitive that tells what an event failed or is to do: "the talks failed to [begin] on Monday".

    What somebody lets or makes another do happens when he does so: "let them [go] on Monday".
    """
    if token.pos_ == "VERB":
        below = (child for child in token.children if child.dep_ == "xcomp" and child.tag_ == "VB")
        return [verb for verb in below if not any(child.tag_ == "TO" for child in verb.children)]
    if token.dep_ != "nsubj" or not operators.of(token.head):
        return []
    return [child for child in token.head.children if child.dep_ == "xcomp" and child.tag_ == "VB"]


def _day_fixed(token: Token, operators: Operators, analysis: Analysis) -> EventDate | None:
    """Return the day for which a verb above an event plans it, or that what was denied so far waited for.

    So "scheduled talks for Monday", "put off the talks until Monday" and "did not strike until Monday".
    """
    words, noun = analysis.words, climb_collectives(token, analysis.words)
    days: list[Token] = []
    if noun.dep_ in {"obj", "nsubj:pass"} and any(PLANNED in entry.gives for entry in operators.of(noun.head)):
        from_or_to = words.prepositions.rescheduling | words.prepositions.ablative
        days = [t for t in noun.head.children if marker_of(t) in from_or_to]
    elif token.pos_ == "VERB" and (turning := turning_point(token, words)) is not None:
        days = [turning]
    dates = [(day, date) for day in days for date in analysis.dates.near(day.sent) if date.start <= day.i < date.end]
    moved = ((marker_of(day) in words.prepositions.ablative, date.value) for day, date in dates if date.value)
    return next(
        (_new_day(value) if away else value for away, value in moved if not (away and is_plain(value.value))), None
    )


def _new_day(value: EventDate) -> EventDate:
    """Return the last of the days behind a verb that moves something: "was moved from Monday to [Tuesday]"."""
    return value if is_choice(value.value) else replace(value, value=days_of(value.value).last.isoformat())


def series(token: Token, analysis: Analysis) -> tuple[Token, Token]:
    """Return a trigger and what stands for it in its clause: talks, and the round of "the third round of talks"."""
    return token, climb_collectives(token, analysis.words)


def sources_at(
    token: Token, kind: Term, governors: Sequence[Token], analysis: Analysis, *, denied: bool = False
) -> tuple[tuple[int, ...], tuple[Attribute, ...]]:
    """Return who claims what a trigger tells, or denies it: the entities, else the words for those without a name."""
    blamers = _blamers(governors, analysis)
    if blamers:
        found = [r.entity for who in blamers for r in speakers_at(who, analysis.index, analysis.words)]
        nouns = () if found else (base_phrase(who) for who in blamers if who.pos_ in {"NOUN", "PROPN"})
        return tuple(dict.fromkeys(found)), tuple(Attribute(UNNAMED_SOURCE, phrase) for phrase in nouns)
    # Of a strike that cost lives, so that there was one, it is still a claim that Russia "carried it out".
    granted = not governors and is_taken_for_granted(token, kind, analysis.words, analysis.taxonomy)
    # Who "said it has not met since Mali's raid", or that a trial was adjourned, says so of the raid and the trial.
    granted &= not (is_behind_since(token, analysis.words) or goes_on_again(token, analysis.words))
    granted |= is_disowned(token, kind, analysis.words, analysis.taxonomy) or is_reporters_order(token, analysis.words)
    # What is said before a noun tells whom it names: "the ousted leader", whoever speaks of him.
    if granted or token.dep_ == "amod" or (not _may_be_claimed(token, kind, governors, analysis) and not denied):
        return (), ()
    named = attribution_of(token, analysis.index, analysis.words)
    if denied:
        deniers = denier_of(token, analysis.words)
        named = tuple(dict.fromkeys(r.entity for who in deniers for r in agents_at(who, analysis.index))) or named
    unnamed = () if named else unnamed_sources(token, analysis.index, analysis.words)
    if not named and not unnamed and governing_speech(token, analysis.words) is None:
        named, unnamed = quoted_by(token, analysis.index, analysis.words)
    return named, tuple(Attribute(UNNAMED_SOURCE, phrase) for phrase in unnamed)


def is_blamed_by_nobody(governors: Sequence[Token], analysis: Analysis) -> bool:
    """Say whether a passive says who is held to have done it, and not by whom: "the bombing was blamed on Israel"."""
    return _blamers(governors, analysis) == []


def _blamers(governors: Sequence[Token], analysis: Analysis) -> list[Token] | None:
    """Who says whose work an event is: "which [Lebanon] blamed on Israel"; None where that is told otherwise."""
    for verb in governors:
        speech = speech_at(verb, analysis.words)
        if (speech is not None and speech.stance == CLAIMS) or blaming(verb, analysis.words):
            fillers = verb_fillers(verb, analysis.words)
            markers = analysis.words.prepositions
            charged = any(f.token == verb.head and f.marker in markers.charge for f in fillers)  # "for which he blames"
            charged |= is_passive(verb)  # "[Israel] was blamed for it"
            blamed = (f.token for f in fillers if f.marker in markers.blame or (charged and f.function is OBJECT))
            if any(agents_at(token, analysis.index) for token in blamed):
                return speakers_of(verb, analysis.words)
    return None


def is_only_charged(token: Token, kind: Term, analysis: Analysis) -> bool:
    """Say whether an event is only what somebody is accused of being for, or of not keeping.

    So "accused Pakistan of backing the attack", which it did not make, and "of breaking the truce".
    """
    words, verb = analysis.words, token.head
    if token.dep_ not in {"obj", "obl", "nmod"} or verb.dep_ not in CHARGES:
        return False
    for above, charges in ((ATTACK, words.states.backing_word), (AGREEMENT, words.states.breach_word)):
        if verb.lemma_.lower() in charges and analysis.taxonomy.is_a(kind, above):
            speech = governing_speech(verb, words)
            return speech is not None and speech.stance == CLAIMS
    return False


def _may_be_claimed(token: Token, kind: Term, governors: Sequence[Token], analysis: Analysis) -> bool:
    """Who plans, asks, promises or dismisses something, or takes part in it ("concluded talks"), does not claim it."""
    speech = governing_speech(token, analysis.words)
    if speech is None:
        return True
    if speech.stance == DENIES:
        return False
    takes_part = speech.stance != CLAIMS and speech.token in governors
    over = Operators(kind, analysis.words, analysis.taxonomy).of(speech.token)
    return not takes_part and all(entry.gives <= {ASSERTED} for entry in over)


def media_of(token: Token, kind: Term, given: Iterable[Term], analysis: Analysis) -> Iterator[Attribute]:
    """Yield by which means a conversation is held: by telephone, over a video link, a phone call."""
    if not analysis.taxonomy.is_a(kind, CONVERSATION):
        return
    for value in sorted({*given, *_media_words(token, analysis)}):
        if "Medium" in analysis.taxonomy.values.get(value, frozenset()):
            yield Attribute(MEDIUM, value)


def _media_words(token: Token, analysis: Analysis) -> Iterator[Term]:
    for child in token.children:
        if child.dep_ in {"compound", "amod"} or (child.dep_ in {"obl", "nmod", "obl:unmarked"} and marker_of(child)):
            for entry in entries(analysis.words, child, EntryKind.MEDIUM):
                yield from entry.gives


def ordinals_of(token: Token, analysis: Analysis) -> Iterator[Attribute]:
    """Yield the place that an event has in a series: 6 for "the sixth call"."""
    for place in series(token, analysis):
        if (number := ordinal_of(place, analysis.words)) is not None:
            yield Attribute(ORDINAL, number)
            return


def is_set_apart(token: Token, kind: Term, governors: Sequence[Token], analysis: Analysis) -> bool:
    """Say whether words tell of one more: "a separate attack", "the second blast", "it also accused Iran".

    "They also discussed trade" and "she also joined the call" go on with the talks of the same company. What is
    recalled is no part of what happened later. "It was the second blast" says of one that was told which it was.
    """
    if is_recalled(token, analysis.words):
        return True
    if _is_said_of_what_was_told(token, analysis):
        return False
    words = (token, *governors)
    if analysis.taxonomy.identity(kind).force:
        nth = ordinal_of(token, analysis.words) or analysis.words.numbers.ordinals.get(token.lower_)
        if nth is not None and nth > 1:
            return True
    if analysis.taxonomy.identity(kind).company:
        words = tuple(word for word in words if word.pos_ != "VERB")
    return any(is_another(word, analysis.words) for word in words)


def _is_said_of_what_was_told(noun: Token, analysis: Analysis) -> bool:
    subjects = (child for child in noun.children if child.dep_ == "nsubj" and "cop" in noun.labels)
    return any(child.lower_ in analysis.words.pronouns.neuter_pronoun for child in subjects)


def specific_kind(kind: Term, filled: Iterable[Term], analysis: Analysis) -> Term:
    """Return the class that a property tells of a bare conversation: by telephone a call, in Paris a meeting."""
    told = set(filled)
    for name in (MEDIUM, PLACE):
        implied = analysis.taxonomy.implied_by.get(name, kind)
        if name in told and analysis.taxonomy.is_a(implied, kind):
            return implied
    return kind

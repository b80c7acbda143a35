"""The lexicon's reader: a word that evokes an event in ontology/lexicon*.ttl, read by the frame of its entry."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from kg.extract.arguments.journeys import is_abroad
from kg.extract.arguments.predicates import find_predicates
from kg.extract.arguments.role_fillers import argument_of
from kg.extract.arguments.roles import read_roles, seen_arguments
from kg.extract.arguments.topics import topics
from kg.extract.factuality.presupposed import disowning
from kg.extract.factuality.unspoken import is_only_topic
from kg.extract.factuality.value import factuality_of, without_suspects
from kg.extract.figures.counts import OF_WEAPONS, weapon_at
from kg.extract.figures.measures import noun_figure, weapon_figure
from kg.extract.readers.circumstances import (
    dates_at,
    is_blamed_by_nobody,
    is_only_charged,
    is_set_apart,
    media_of,
    ordinals_of,
    sources_at,
    specific_kind,
    weekday_at,
)
from kg.extract.readers.references import earlier_talk, is_between_those_before, links_of
from kg.extract.readers.statuses import status_of
from kg.grammar.partners import second_noun
from kg.grammar.phrases import complement_of
from kg.grammar.syntax import CLAUSES_OF_NOUNS, is_definite, is_indefinite, is_of_several, sentence_of, span_of
from kg.grammar.time.durations import duration_of
from kg.grammar.words import companion
from kg.knowledge.lexicon import Function, PartOfSpeech
from kg.records import Attribute, EventMention, Factuality, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kg.extract.analysis import Analysis
    from kg.extract.arguments.predicates import Predicate
    from kg.extract.arguments.role_fillers import RoleFiller
    from kg.extract.factuality.value import FactualityValue
    from kg.extract.gate import Gate
    from kg.extract.participants.reference import Reference
    from kg.grammar.tree import Token
    from kg.records import EventDate, Figure

NAME = "frames"
ATTACK, TRANSFER, VISIT = Term("Attack"), Term("Transfer"), Term("Visit")
ATTACKER, TARGET, PERSON, WEAPON, CODE = (Term(n) for n in ("attacker", "target", "Person", "weapon", "code"))


def read_frames(analysis: Analysis, gate: Gate) -> list[EventMention]:
    """Return a mention for each token that evokes an event, in order of the text.

    Of several readings of a word the first that the gate lets pass by itself counts, else the first.
    """
    predicates = list(find_predicates(analysis.doc, analysis.words, analysis.taxonomy))
    triggers = frozenset(predicate.token.i for predicate in predicates)
    taken = analysis.dated | triggers
    chosen: dict[int, EventMention] = {}
    spoken_for: set[int] = set()
    for i, several in groupby(predicates, key=_place):
        reading = _chosen(list(several), lambda one: _mention(one, triggers, taken, analysis), gate)
        if reading is not None:
            predicate, chosen[i] = reading
            noun = companion(predicate.token, predicate.entry, analysis.words)
            spoken_for |= set() if noun is None else {noun.i}
    return [mention for i, mention in chosen.items() if i not in spoken_for]


def _place(predicate: Predicate) -> int:
    return predicate.token.i


def _chosen(
    predicates: Sequence[Predicate], read: Callable[[Predicate], EventMention | None], gate: Gate
) -> tuple[Predicate, EventMention] | None:
    """Return the first predicate of a word whose mention the gate lets pass, else the first that has one."""
    first = None
    for predicate in predicates:
        mention = read(predicate)
        if mention is not None and (len(predicates) == 1 or gate.judge([mention]).passes):
            return predicate, mention
        if mention is not None and first is None:
            first = predicate, mention
    return first


def _mention(
    predicate: Predicate, triggers: frozenset[int], taken: frozenset[int], analysis: Analysis
) -> EventMention | None:
    token, entry = predicate.token, predicate.entry
    held, noun = earlier_talk(predicate, analysis), companion(token, entry, analysis.words)
    fillers = _fillers(predicate, held, taken if noun is None else taken | {noun.i}, analysis)
    if fillers is None or (kind := entry.evokes) is None or is_only_charged(token, kind, analysis):
        return None
    value = _factuality(predicate, token if held is None else held, kind, fillers, analysis)
    if is_only_topic(token, value, analysis.words):
        return None
    attributes, dates, named = _told_beside(predicate, kind, value, analysis)
    finer = specific_kind(kind, [*(f.role for f in fillers), *(a.property for a in attributes)], analysis)
    return EventMention(
        trigger=span_of(token),
        sentence=sentence_of(token),
        kind=finer,
        readers=(NAME,),
        rule=entry.iri.rpartition("#")[2],
        arguments=tuple(map(argument_of, fillers)),
        factuality=value.factuality,
        is_noun=entry.part_of_speech is PartOfSpeech.NOUN,
        definite=is_definite(token, analysis.words),
        indefinite=is_indefinite(token, analysis.words),
        several=is_of_several(token, analysis.words),
        anew=is_set_apart(token, kind, predicate.governors, analysis),
        again=is_between_those_before(predicate, fillers, analysis),
        date=dates[0] if dates else None,
        weekday=None if dates else weekday_at(token, finer, predicate.governors, analysis),
        repeated=dates[1:],
        duration=duration_of(token, analysis.words),
        attributes=attributes,
        figures=_figures(predicate, fillers, named, analysis),
        according_to=named,
        topics=topics(predicate, analysis),
        links=links_of(predicate, triggers, held, analysis),
        parts=_parts(predicate, noun),
        seen=tuple(sorted({argument.role for argument in seen_arguments(predicate, analysis)})),
        unnamed=_is_unnamed(predicate, fillers, triggers, analysis),
    )


def _parts(predicate: Predicate, noun: Token | None) -> tuple[int, ...]:
    """Where the words begin that only help a trigger to tell its event.

    A verb that says who gets what is delivered does, too: "delivered the tanks that Chile [ordered]".
    """
    verbal = predicate.entry.part_of_speech is PartOfSpeech.VERB
    lent = [slot.filler.token.head for slot in predicate.slots if verbal and slot.borrowed]
    orders = [verb for verb in dict.fromkeys(lent) if verb.dep_ in CLAUSES_OF_NOUNS]
    phrase = second_noun(predicate.token, predicate.entry) if verbal else None
    second = [] if phrase is None else [*(part for part in phrase.lefts if part.dep_ == "compound"), phrase]
    return tuple(word.idx for word in (*predicate.governors, *orders, *second, *(() if noun is None else (noun,))))


def _fillers(
    predicate: Predicate, held: Token | None, taken: frozenset[int], analysis: Analysis
) -> tuple[RoleFiller, ...] | None:
    """Return who fills which role; None where the entry wants others, or where words alone hit whom they attack."""
    fillers = read_roles(predicate, analysis, taken=taken)
    if fillers is None or (kind := predicate.entry.evokes) is None or _is_verbal(kind, fillers, analysis):
        return None
    goes = kind == VISIT and predicate.entry.part_of_speech is PartOfSpeech.VERB  # a "visit" is one wherever it leads
    if goes and not is_abroad(fillers, analysis.index.entities):
        return None
    if outside := disowning(predicate.token, kind, analysis.words, analysis.taxonomy):
        fillers = tuple(f for f in fillers if f.token.i not in outside)
    return fillers if held is None else tuple(f for f in fillers if f.marker)  # the subject is that of the other


def _factuality(
    predicate: Predicate, token: Token, kind: Term, fillers: Sequence[RoleFiller], analysis: Analysis
) -> FactualityValue:
    """Return the factuality value of what the token says of the predicate: talks that were held for it say it of it."""
    value = factuality_of(token, kind, analysis.words, analysis.taxonomy)
    if value.factuality is Factuality.ASSERTED and is_blamed_by_nobody(predicate.governors, analysis):
        value = replace(value, factuality=Factuality.POSSIBLE)
    return without_suspects(value, predicate.token, (filler.role for filler in fillers), analysis.words)


def _told_beside(
    predicate: Predicate, kind: Term, value: FactualityValue, analysis: Analysis
) -> tuple[tuple[Attribute, ...], tuple[EventDate, ...], tuple[int, ...]]:
    """Return the attributes of the event, words for sources without a name among them, its dates, and who claims it."""
    token, governors = predicate.token, predicate.governors
    denied = value.factuality is Factuality.DENIED
    named, unnamed = sources_at(token, kind, governors, analysis, denied=denied)
    attributes = (*_attributes(predicate, kind, value, analysis), *unnamed)
    return attributes, dates_at(token, kind, governors, analysis), named


def _attributes(predicate: Predicate, kind: Term, value: FactualityValue, analysis: Analysis) -> list[Attribute]:
    token, entry = predicate.token, predicate.entry
    attributes = [Attribute(CODE, Term(code)) for code in entry.codes]
    attributes += [*media_of(token, kind, entry.gives, analysis), *ordinals_of(token, analysis)]
    if analysis.taxonomy.is_a(kind, TRANSFER):
        attributes.append(status_of(token, value, entry, analysis))
    return sorted(attributes, key=lambda attribute: str((attribute.property, attribute.value)))


def _is_verbal(kind: Term, fillers: Sequence[RoleFiller], analysis: Analysis) -> bool:
    """An attack by one person on another, in news of states, is one of words."""
    entities = analysis.index.entities
    kinds = {
        role: {entities[f.entity].kind for f in fillers if f.role == role and f.entity is not None}
        for role in (ATTACKER, TARGET)
    }
    armed = any(filler.role not in kinds for filler in fillers)
    return analysis.taxonomy.is_a(kind, ATTACK) and not armed and all(found == {PERSON} for found in kinds.values())


def _figures(
    predicate: Predicate, fillers: Sequence[RoleFiller], sources: tuple[int, ...], analysis: Analysis
) -> tuple[Figure, ...]:
    weapons = _weapon_figures(fillers, predicate.entry.counts, sources, analysis)
    return (*weapons, *_counted(predicate, fillers, sources, analysis))


def _weapon_figures(
    fillers: Sequence[RoleFiller], measure: Term | None, sources: tuple[int, ...], analysis: Analysis
) -> tuple[Figure, ...]:
    weapons = [(f.reference, f.token) for f in fillers if f.role == WEAPON and f.reference is not None]
    shares = {weapon.span for weapon, place in weapons if _is_share_of(place, weapon)}
    weapons = [one for one in weapons if one[0].span not in shares or _is_share_of(one[1], one[0])]
    spans = Counter(weapon.span for weapon, _ in weapons)
    found = []
    for weapon, place in weapons:
        share = place if weapon.span in shares else None
        figure = weapon_figure(weapon, measure, analysis.doc, sources, analysis.words, share=share)
        if figure is not None and figure.maximum == 0:
            continue  # "sent no tanks": that they were not sent says it all
        if figure is not None and spans[weapon.span] > 1:
            figure = replace(figure, weapon=None)  # "11 cruise and ballistic missiles" are 11 in all
        found.append(figure)
    return tuple(dict.fromkeys(figure for figure in found if figure is not None))


def _is_share_of(place: Token, weapon: Reference) -> bool:
    """Say whether a number stands for those that are meant of all that are told: "[two] of the six frigates".

    So where these are told before: "ordered six, but [two] have been delivered".
    """
    return place.pos_ == "NUM" and (place == weapon.token.head or place.i > weapon.token.i)


def _counted(
    predicate: Predicate, fillers: Sequence[RoleFiller], sources: tuple[int, ...], analysis: Analysis
) -> Iterator[Figure]:
    """How many there are of the noun with which alone the word tells its event, else of its target without a name.

    So "exchanged 390 prisoners", and "freed 20 hostages".
    """
    measure, companions = predicate.entry.counts, companion(predicate.token, predicate.entry, analysis.words)
    targets = [f.token for f in fillers if f.role == TARGET and f.description is not None]
    for noun in targets[:1] if companions is None else [companions]:
        if measure is None or (measure in OF_WEAPONS and weapon_at(noun, analysis) is None):
            continue  # whom a raid kills nobody has launched
        of_number = complement_of(noun, analysis.words)  # "dozens of prisoners"
        counted = (noun,) if of_number is None else (noun, of_number)
        figures = (noun_figure(one, measure, sources, analysis) for one in counted)
        yield from list(filter(None, figures))[:1]


def _is_unnamed(
    predicate: Predicate, fillers: Sequence[RoleFiller], triggers: frozenset[int], analysis: Analysis
) -> bool:
    """Say whether a verb has a subject of its own that fills no role and is no event ("rebels attacked").

    Arms whose owner is not told ("bombers struck") may be anybody's.
    """
    subjects = [slot.filler.token for slot in predicate.slots if slot.filler.function is Function.SUBJECT]
    known = {filler.token.i for filler in fillers if filler.reference is not None}
    strangers = (token for token in subjects if token.i not in known and token.i not in triggers)
    of_verb = predicate.entry.part_of_speech is PartOfSpeech.VERB
    return of_verb and any(not analysis.index.is_weapon(token) for token in strangers)

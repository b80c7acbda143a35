"""The learnt reader: what the network takes for events (kg_events), its arguments resolved to who they name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.arguments.agents import with_arms_hit, with_givers, with_wielders, without_false_agents
from kg.extract.arguments.bystanders import AGENTIVE, bystanders
from kg.extract.arguments.outsiders import without_outsiders
from kg.extract.arguments.predicates import Slot
from kg.extract.arguments.reach import contested_roles, is_far_and_unsure, within_reach
from kg.extract.arguments.role_fillers import argument_of
from kg.extract.arguments.roles import fillers_of
from kg.extract.arguments.topics import introduces_infinitive, is_only_since, subject_of, topic_phrase
from kg.extract.factuality.presupposed import disowning
from kg.extract.factuality.unspoken import is_only_topic
from kg.extract.factuality.value import factuality_of, weigh, without_suspects
from kg.extract.figures.counts import OF_PEOPLE, are_among, are_of_one, members_of_list
from kg.extract.figures.measures import figure_at
from kg.extract.figures.others import suffers_other
from kg.extract.gate import LEARNT
from kg.extract.readers.circumstances import (
    is_only_charged,
    is_set_apart,
    media_of,
    ordinals_of,
    sources_at,
    specific_kind,
)
from kg.extract.readers.learnt_dates import learnt_dates, learnt_weekday
from kg.extract.readers.references import outcomes_of
from kg.extract.readers.statuses import status_of
from kg.grammar.authorship import is_source
from kg.grammar.fillers import Filler
from kg.grammar.negation import is_excluded
from kg.grammar.speech import speech_at
from kg.grammar.syntax import is_definite, is_indefinite, is_of_several, marker_of, sentence_of, span_of
from kg.grammar.time.durations import duration_of
from kg.grammar.words import entries, evokes, whole_word
from kg.knowledge.lexicon import EntryKind, Function, SyntacticArgument
from kg.language.predicted import ArgumentPrediction
from kg.records import EventMention, Factuality, Term

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from kg.extract.analysis import Analysis
    from kg.extract.arguments.role_fillers import RoleFiller
    from kg.extract.gate import Gate
    from kg.grammar.tree import Token
    from kg.language.predicted import EventPrediction
    from kg.records import Attribute, Figure, MentionArgument

NAME = RULE = LEARNT
LEAST_ROLE = 0.5
"""The least probability with which a word is taken for an argument."""
TRANSFER, TOPIC = Term("Transfer"), Term("topic")
ATTACK, STATEMENT, ACCUSATION = Term("Attack"), Term("Statement"), Term("Accusation")
ATTACKER, WEAPON = Term("attacker"), Term("weapon")
SAYING = frozenset({Term("Says"), Term("Reports")})
"""The stances of verbs of saying that tell nothing of how the speaker stands to what he says."""
FIGURES = {role: Term(role.capitalize()) for role in ("killed", "injured", "launched", "intercepted")}


def has_read(analysis: Analysis) -> bool:
    """Say whether a learnt reader has seen the document at all: a foreign pipeline has none."""
    return analysis.doc.events is not None


def read_learnt(analysis: Analysis, gate: Gate) -> list[EventMention]:
    """Return a mention for each word that the network takes for a trigger, in order of the text.

    Statements are left to the reader of quotations.
    """
    del gate
    if not has_read(analysis):
        return []
    found = [prediction for prediction in predicted(analysis) if _is_event(prediction, analysis)]
    taken = analysis.dated | {prediction.trigger for prediction in found}
    mentions = (_mention(prediction, taken, analysis) for prediction in found)
    return [mention for mention in mentions if mention is not None]


def predicted(analysis: Analysis) -> Iterator[EventPrediction]:
    """Yield what the network takes for events, a hyphened trigger by its last part, as the lexicon has it."""
    for prediction in analysis.doc.events or ():
        last = whole_word(analysis.doc[prediction.trigger], analysis.words).i
        yield prediction if last == prediction.trigger else replace(prediction, trigger=last)


def _is_event(prediction: EventPrediction, analysis: Analysis) -> bool:
    """Say whether a prediction is no statement, and not only what somebody is accused of being for."""
    token, kind = analysis.doc[prediction.trigger], Term(prediction.kind)
    things = [child for child in token.children if child.dep_ == "obj"]
    backs = any(is_only_charged(thing, ATTACK, analysis) and _is_attack(thing, analysis) for thing in things)
    told = kind == STATEMENT or (kind == ACCUSATION and _only_says(token, analysis))
    return not told and not backs and not is_only_charged(token, kind, analysis)


def _only_says(verb: Token, analysis: Analysis) -> bool:
    """Say whether a verb tells by itself no more than that something is said: who "said it was hit" accuses nobody."""
    speech = speech_at(verb, analysis.words)
    if speech is None or entries(analysis.words, verb, EntryKind.EVENT):
        return False
    return speech.stance in SAYING or not any(child.dep_ in {"obj", "ccomp", "obl"} for child in verb.children)


def _is_attack(noun: Token, analysis: Analysis) -> bool:
    return evokes(noun, {ATTACK}, analysis.words, analysis.taxonomy)


def _mention(prediction: EventPrediction, taken: frozenset[int], analysis: Analysis) -> EventMention | None:
    token, kind = analysis.doc[prediction.trigger], Term(prediction.kind)
    believed = _believed(prediction, analysis)
    arguments = tuple(_arguments(token, believed, kind, taken, analysis))
    value = factuality_of(token, kind, analysis.words, analysis.taxonomy)
    value = without_suspects(value, token, (argument.role for argument in arguments), analysis.words)
    if is_only_topic(token, value, analysis.words):
        return None
    factuality = weigh(value, Factuality(prediction.factuality), prediction.factuality_score)
    named, unnamed = _sources(prediction, factuality, {a.entity for a in arguments}, analysis)
    attributes = [*media_of(token, kind, (), analysis), *ordinals_of(token, analysis)]
    if analysis.taxonomy.is_a(kind, TRANSFER):
        status = Term(prediction.status.capitalize()) if prediction.status else None
        attributes.append(status_of(token, value, None, analysis, given=status))
    dates = tuple(learnt_dates(token, kind, believed, analysis))
    filled = (*(argument.role for argument in arguments), *(attribute.property for attribute in attributes))
    return EventMention(
        trigger=span_of(token),
        sentence=sentence_of(token),
        kind=specific_kind(kind, filled, analysis),
        readers=(NAME,),
        rule=RULE,
        arguments=arguments,
        factuality=factuality,
        is_noun=token.pos_ in {"NOUN", "PROPN"},
        definite=is_definite(token, analysis.words),
        indefinite=is_indefinite(token, analysis.words),
        several=is_of_several(token, analysis.words),
        anew=is_set_apart(token, kind, (), analysis),
        links=tuple(sorted(outcomes_of(token, kind, (), analysis))),
        date=dates[0] if dates else None,
        weekday=None if dates else learnt_weekday(token, kind, believed, analysis),
        duration=duration_of(token, analysis.words),
        attributes=(*attributes, *unnamed),
        figures=tuple(f for f in _figures(token, believed, named, analysis) if _may_count(f, factuality)),
        according_to=named,
        topics=tuple(_topics(token, believed, arguments, analysis)),
        seen=tuple(sorted({Term(argument.role) for argument in believed})),
        score=prediction.score,
    )


def _believed(prediction: EventPrediction, analysis: Analysis) -> list[ArgumentPrediction]:
    """Return the arguments that the network is sure enough of, without those that the clause says are none."""
    token, kind = analysis.doc[prediction.trigger], Term(prediction.kind)
    likely = within_reach(token, [argument for argument in prediction.arguments if argument.score >= LEAST_ROLE])
    likely = list(with_givers(likely, kind, token, analysis.words, analysis.taxonomy))
    likely = with_arms_hit(token, likely, analysis.words)
    aside = bystanders(token, kind, analysis.words, analysis.taxonomy)
    aside |= disowning(token, kind, analysis.words, analysis.taxonomy)
    likely = [a for a in likely if a.head not in aside or a.role not in AGENTIVE]
    likely = without_false_agents(token, likely, analysis.words)
    likely = with_wielders(token, without_outsiders(token, kind, likely, analysis.words, analysis.taxonomy))
    likely = [a for a in likely if not _is_purpose(a, likely, analysis)]
    return [*likely, *_arms_of_themselves(prediction, kind, likely, analysis)]


def _arms_of_themselves(
    prediction: EventPrediction, kind: Term, others: list[ArgumentPrediction], analysis: Analysis
) -> Iterator[ArgumentPrediction]:
    """Yield the arms that tell an attack by themselves, or that do it: "a [bomb] in Quetta", "a [drone] caused it"."""
    if not analysis.taxonomy.is_a(kind, ATTACK) or any(argument.role == WEAPON for argument in others):
        return
    doing = [argument.head for argument in others if argument.role == ATTACKER]
    for head in (prediction.trigger, *doing):
        if analysis.doc[head].pos_ == "NOUN" and analysis.index.is_weapon(analysis.doc[head]):
            yield ArgumentPrediction(WEAPON, head, head, head + 1, prediction.score)


def _is_purpose(argument: ArgumentPrediction, others: list[ArgumentPrediction], analysis: Analysis) -> bool:
    """Say whether it is what another thing in the role is for: of "engines for F-16s" the engines are sent."""
    noun = analysis.doc[argument.head]
    markers = [child.i for child in noun.lefts if child.lower_ in analysis.words.prepositions.purpose]
    return bool(markers) and any(a.role == argument.role and a.head == markers[0] - 1 for a in others)


def _sources(
    prediction: EventPrediction, factuality: Factuality, parties: Container[int | None], analysis: Analysis
) -> tuple[tuple[int, ...], tuple[Attribute, ...]]:
    """Return who claims or denies it: by the clauses around the trigger, else whom the network takes for the source.

    Who takes part in it says nothing of it, unless a clause with a verb is what he says: "negotiators concluded talks".
    """
    token, kind, denied = analysis.doc[prediction.trigger], Term(prediction.kind), factuality is Factuality.DENIED
    named, unnamed = sources_at(token, kind, (), analysis, denied=denied)
    by_clause = bool(named or unnamed)
    if not by_clause and prediction.source is not None and prediction.source.score >= LEAST_ROLE:
        references = analysis.index.phrase(analysis.doc[prediction.source.head])
        named = tuple(dict.fromkeys(reference.entity for reference in references))
    if not by_clause or token.pos_ == "NOUN":
        named = tuple(source for source in named if source not in parties)
    return named, unnamed


def _arguments(
    trigger: Token, found: list[ArgumentPrediction], kind: Term, taken: frozenset[int], analysis: Analysis
) -> Iterator[MentionArgument]:
    """Yield the arguments that the ontology has a role for, each entity and each head word once in a role."""
    surest: dict[tuple[Term, int | None, int], tuple[RoleFiller, ArgumentPrediction]] = {}
    for argument in found:
        role = Term(argument.role)
        if role not in analysis.taxonomy.ranges or is_far_and_unsure(trigger, argument):
            continue
        head = analysis.doc[argument.head]
        if is_source(head, analysis.words) or is_excluded(head, analysis.words):
            continue  # "according to the ministry", "met Modi, not Xi": whatever the network takes them for
        if role == TOPIC and head.pos_ == "VERB":
            continue  # "agreed to meet in London" is about a meeting
        wanted = SyntacticArgument(Function.SUBJECT, role, frozenset(), frozenset(), required=False)
        slot = Slot(Filler(Function.SUBJECT, head, marker_of(head)), (wanted,))
        for _, filler in fillers_of(slot, analysis, taken, kind=kind):
            key = filler.key
            first, known = surest.setdefault(key, (filler, argument))
            if argument.score > known.score:
                surest[key] = first, argument
    contested = contested_roles(trigger)
    for filler, argument in surest.values():
        yield argument_of(filler, score=argument.score, contested=argument.role in contested)


def _figures(
    trigger: Token, found: list[ArgumentPrediction], sources: tuple[int, ...], analysis: Analysis
) -> Iterator[Figure]:
    added = set[tuple[str, int]]()
    for argument in sorted(found, key=lambda argument: argument.head):
        measure, noun = FIGURES.get(argument.role), analysis.doc[argument.head]
        told = (
            are_of_one(noun, analysis) or are_among(noun, trigger, analysis.words) or (argument.role, noun.i) in added
        )
        if measure is not None and not told and not suffers_other(noun, trigger, measure, analysis):
            added.update((argument.role, part.i) for part in members_of_list(noun, analysis.words))
            yield from figure_at(noun, measure, sources, RULE, analysis)


def _may_count(figure: Figure, factuality: Factuality) -> bool:
    """Say whether a figure is of what happened: whom a strike "could have killed" nobody has counted."""
    return factuality is Factuality.ASSERTED or figure.maximum == 0 or figure.measure not in OF_PEOPLE


def _topics(
    event: Token, found: list[ArgumentPrediction], arguments: tuple[MentionArgument, ...], analysis: Analysis
) -> Iterator[str]:
    """The topics that name no entity, as noun phrases."""
    named = {argument.head for argument in arguments if argument.role == TOPIC}
    for argument in found:
        head: Token = analysis.doc[argument.head]
        told = subject_of(head, analysis.words) if argument.role == TOPIC and head.pos_ == "NOUN" else None
        none = head.i in analysis.dated or introduces_infinitive(head, analysis.words)
        none |= is_only_since(event, head, analysis.words)
        if told is not None and head.idx not in named and not none:
            yield topic_phrase(told, analysis.words)

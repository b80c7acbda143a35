"""Who is held by whom: what a state does by law is an arrest, what a gang or rebels do is an abduction."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.arguments.armed_groups import is_armed_group
from kg.extract.gate import LEARNT
from kg.grammar.words import evokes
from kg.knowledge.folding import fold
from kg.records import Evidence, Figure, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.analysis import Analysis
    from kg.records import EventMention

ARREST, ABDUCTION, ACTOR, CODE = Term("Arrest"), Term("Abduction"), Term("actor"), Term("code")
ATTACK, ATTACKER, TARGET, PLACE = Term("Attack"), Term("attacker"), Term("target"), Term("Place")
KILLED, COUNTRY = Term("Killed"), Term("Country")


def as_abduction(mention: EventMention, analysis: Analysis) -> EventMention:
    """Return an arrest by none but armed groups as an abduction: "were seized by the 400 Mawozo gang".

    Whom they execute they kill.
    """
    actors = [argument for argument in mention.arguments if argument.role == ACTOR]
    ours = bool(actors) and all(is_armed_group(actor, analysis) for actor in actors)
    if not (ours and analysis.taxonomy.is_a(mention.kind, ARREST)):
        return mention
    trigger = analysis.tokens[mention.trigger.start]
    if fold(trigger.lemma_) not in analysis.words.stages.removing_word:
        return of_class(mention, ABDUCTION)
    dead = tuple(number_of(mention, KILLED)) if trigger.pos_ == "VERB" else ()
    return replace(_as_attack(mention), figures=mention.figures or dead)


def as_custody(mention: EventMention, analysis: Analysis) -> EventMention:
    """Return what only states do who hold somebody as an arrest: "a soldier held by Russia"."""
    actors = [argument.entity for argument in mention.arguments if argument.role == ACTOR]
    entities = analysis.index.entities
    states = bool(actors) and all(e is not None and entities[e].kind == COUNTRY for e in actors)
    if not states or mention.rule != LEARNT or not analysis.taxonomy.is_a(mention.kind, ABDUCTION):
        return mention
    trigger, words = analysis.tokens[mention.trigger.start], analysis.words
    takes = evokes(trigger, {ABDUCTION, ATTACK}, words, analysis.taxonomy)  # "seized a tanker"
    return of_class(mention, ARREST) if trigger.lemma_.lower() in words.states.holding_verb and not takes else mention


def as_occupation(mention: EventMention, analysis: Analysis) -> EventMention:
    """Return a capture of nothing but places as an attack: nobody is abducted where troops "captured Siversk"."""
    targets = [argument.entity for argument in mention.arguments if argument.role == TARGET]
    places = bool(targets) and all(e is not None and analysis.index.entities[e].kind == PLACE for e in targets)
    if not places or not analysis.taxonomy.is_a(mention.kind, ABDUCTION):
        return mention
    return _as_attack(mention)


def _as_attack(mention: EventMention) -> EventMention:
    arguments = tuple(replace(a, role=ATTACKER) if a.role == ACTOR else a for a in mention.arguments)
    return replace(of_class(mention, ATTACK), arguments=arguments)


def number_of(mention: EventMention, measure: Term) -> Iterator[Figure]:
    """Yield how many of the first people without a name there are to whom it is done, if that is told."""
    captives = [a for a in mention.arguments if a.role == TARGET and not a.marker and a.unnamed is not None]
    for captive in captives[:1]:
        who = captive.unnamed
        if who is not None and (who.minimum, who.maximum) != (None, None):
            yield Figure(measure, who.minimum, who.maximum, (Evidence(mention.sentence, mention.rule),))


def of_class(mention: EventMention, kind: Term) -> EventMention:
    """Return the mention in another class, without the codes of its own."""
    attributes = tuple(attribute for attribute in mention.attributes if attribute.property != CODE)
    return replace(mention, kind=kind, attributes=attributes)

"""Outsiders: whom the form of a sentence keeps out of an event: a clause or phrase says what else they do there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.arguments.bystanders import AGENTIVE, stands_beside
from kg.extract.arguments.elsewhere import (
    BESIDE,
    RELATIVE,
    acts_in_answer,
    clause_over,
    is_acted_on,
    is_agreed_to,
    is_answerer,
    is_before_infinitive,
    is_behind_its_clause,
    is_beyond_border,
    is_capacity,
    is_destination,
    is_go_between,
    is_in_side_clause,
    is_launched_from,
    is_of_address,
    is_of_answer,
    is_of_occasion,
    is_of_other_deed,
    is_of_others_office,
    is_of_somebody,
    is_outside,
    is_own_side,
    is_provoked,
    is_sent,
    is_site,
    leads_there,
    sends_another,
    suffers_by_passive,
)
from kg.extract.arguments.other_deeds import (
    acts_next,
    credits_another,
    does_it_himself,
    has_his_people_talk,
    is_acted_on_beside,
    is_asked_beside,
    is_asked_for,
    is_beside_attribute,
    is_beside_what_is_judged,
    is_for_another,
    is_in_what_is_not_done,
    is_of_others_journey,
    is_only_asked_about_it,
    is_sent_beside,
    is_spoken_for,
    is_taken_over_from,
    is_talked_with,
    is_thanked_for_it,
    is_where_its_motive_was,
    only_takes_part,
    only_tells_it,
    suffers_it,
    suffers_what_is_backed,
)
from kg.extract.arguments.reach import is_below
from kg.extract.arguments.stances import (
    accuses,
    is_no_side,
    is_only_against,
    is_only_for_it,
    is_opposed,
    is_promised_to,
    only_accuses,
    only_asks_for_it,
    only_calls_for_it,
)
from kg.grammar.control import directed_by
from kg.grammar.drafts import is_against_draft
from kg.grammar.negation import included
from kg.grammar.syntax import ANY_SUBJECTS, NOUN_SUBJECTS, RELATIVE_TAGS, is_behind, is_where, marker_of
from kg.grammar.words import evokes
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.grammar.tree import Token
    from kg.knowledge.taxonomy import Taxonomy
    from kg.knowledge.words import Words
    from kg.language.predicted import ArgumentPrediction

TARGET, PERSON, TOPIC, PLACE = Term("target"), Term("person"), Term("topic"), Term("place")
PARTICIPANT, SANCTION, DEMAND = Term("participant"), Term("Sanction"), Term("Demand")
AGREEMENT, AID, RECIPIENT, OF = Term("Agreement"), Term("Aid"), Term("recipient"), Term("of")
ARREST, WITHDRAWAL, ACCUSATION, THREAT = map(Term, ("Arrest", "Withdrawal", "Accusation", "Threat"))
ATTACK, CONVERSATION, SUPPORT, CEASEFIRE = map(Term, ("Attack", "Conversation", "Support", "Ceasefire"))
APPOINTMENT, REJECTION = Term("Appointment"), Term("Rejection")
ACTIVE = AGENTIVE | {PARTICIPANT}
INVOLVED = ACTIVE | {TARGET, PERSON, TOPIC, RECIPIENT}
"""The roles that take somebody to have to do with the event; when and where it was may be told anywhere."""
INFINITIVES, BEFORE = frozenset({"xcomp", "advcl"}), frozenset({"amod", "compound", "nmod:poss"})
DETERMINERS, LISTED = frozenset({"det", "nmod:poss"}), frozenset({"conj", "appos"})
PARTS = frozenset({"nsubj", "obj", "amod", "nmod", "nmod:poss", "nsubj:pass", "obl:agent"})


@dataclass(frozen=True, slots=True)
class Form:
    """What of a sentence `parts` a word from a trigger if it is for one of the roles, `within` a class of events."""

    roles: frozenset[Term]
    parts: Callable[[Token, Token, Words], bool]
    within: Term | None = None


def without_outsiders(
    trigger: Token, kind: Term, told: Sequence[ArgumentPrediction], words: Words, taxonomy: Taxonomy
) -> list[ArgumentPrediction]:
    """Return the arguments of an event of the class without those who only stand beside it in its sentence."""
    tokens = trigger.doc.tokens
    persons = [tokens[a.head] for a in told if a.role == PERSON]
    chosen = any(_is_of(trigger, person, words) for person in persons)
    goes = any(person.dep_ == "nsubj" and person.head.i == trigger.i for person in persons)
    sited = any(a.role == PLACE and not is_in_side_clause(trigger, tokens[a.head], words) for a in told)
    found = []
    for argument in told:
        word = tokens[argument.head]
        left = goes and word.dep_ == "obj" and word.head.i == trigger.i  # "[a party] quit the government"
        elsewhere = argument.role == PLACE and sited and is_in_side_clause(trigger, word, words)
        other = argument.role == PERSON and (left or (chosen and not is_below(word, trigger)))
        if not (elsewhere or other or _is_outside(trigger, word, Term(argument.role), kind, words, taxonomy)):
            found.append(argument)
    return found


def _is_outside(trigger: Token, word: Token, role: Term, kind: Term, words: Words, taxonomy: Taxonomy) -> bool:
    above = taxonomy.lines(kind)
    if role == PARTICIPANT and CONVERSATION in above and _is_at_odds(trigger, word, words, taxonomy):
        return True
    forms = [form for form in FORMS_OF.get(role, ()) if form.within is None or form.within in above]
    return any(form.parts(trigger, word, words) for form in forms)


def _is_of(noun: Token, word: Token, words: Words) -> bool:
    """Say whether a noun tells by its own phrase whose it is: "the election of [Ann Low]"."""
    if noun.pos_ != "NOUN" or word.head.i != noun.i:
        return False
    return word.dep_ == "nmod:poss" or marker_of(word) in words.prepositions.genitive


def _is_beside(_: Token, word: Token, __: Words) -> bool:
    """Say whether a participle of its own tells what somebody does meanwhile: ", with [Togo] helping the rebels"."""
    if word.dep_ not in BESIDE or not marker_of(word):
        return False
    told = any(child.dep_ == "acl" and child.tag_ == "VBG" and child.i > word.i for child in word.children)
    return told and is_behind(",", word.left_edge)


def _acts_aside(trigger: Token, word: Token, _: Words) -> bool:
    """Say whether somebody does what a clause tells of another noun: "sent men to Lome, where [gangs] rule"."""
    clause = word.head
    acts = word.dep_ in NOUN_SUBJECTS and clause.dep_ == RELATIVE and word.tag_ not in RELATIVE_TAGS
    return acts and clause.head.i != trigger.i and not is_below(trigger, clause)


def _is_unshared(trigger: Token, word: Token, _: Words) -> bool:
    """Say whether a word before a noun is its alone, as the next has its own: "the [Togo] issue, Mali's raid"."""
    if trigger.pos_ != "NOUN" or trigger.dep_ not in LISTED or word.dep_ not in BEFORE:
        return False
    own = any(child.dep_ in DETERMINERS for child in trigger.children)
    return own and word.head.i in {trigger.head.i, *(other.i for other in trigger.conjuncts)}


def _is_object_of_relative(trigger: Token, word: Token, _: Words) -> bool:
    """Say whether the relative clause behind somebody has another for its subject: "[Ann], whom Bo attacked"."""
    clause = _relative_behind(word, trigger)
    if clause is None:
        return False
    subjects = [child for child in clause.children if child.dep_ in ANY_SUBJECTS]
    relative = any(part.tag_ in RELATIVE_TAGS for child in subjects for part in (child, *child.children))
    return bool(subjects) and (not relative or len(subjects) > 1)


def _makes_another_do(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether somebody only has another come to terms with a third: "[Ann] pressed Togo to open talks"."""
    deed = trigger.head if trigger.dep_ == "obj" else trigger
    directed = directed_by(deed.head, words) if deed.tag_ == "VB" and deed.dep_ in INFINITIVES else []
    theirs = {part.i for one in directed if one.i < deed.i for part in included(one, words)}
    return bool(theirs) and word.i not in theirs and not is_below(word, deed)


def _has_others_talk(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether somebody only has two others talk: "[Ann] pressed Togo to meet Mali", and not just "to meet"."""
    others = (c for c in trigger.children if c.dep_ == "obj" or marker_of(c) in words.prepositions.comitative)
    made = any(other.i != word.i for other in others) and _makes_another_do(trigger, word, words)
    return made or sends_another(trigger, word, words)


def _is_scene(trigger: Token, word: Token, _: Words) -> bool:
    """Say whether a clause only says of a body what happens there: "the [institute], where he will meet students"."""
    clause = _relative_behind(word, trigger)
    return clause is not None and any(is_where(child) for child in clause.children)


def _relative_behind(word: Token, trigger: Token) -> Token | None:
    """Return the verb of the relative clause behind a word that the trigger is, or is governed by or joined to."""
    clause = clause_over(trigger)
    return clause if clause.dep_ == RELATIVE and clause.head.i == word.i else None


def _is_at_odds(trigger: Token, word: Token, words: Words, taxonomy: Taxonomy) -> bool:
    """Say whether a word has a part in an attack that the talks have no part in: "struck [Iran] to end the talks"."""
    force = word.head
    carried = trigger.head.i == force.i and trigger.dep_ in {"obj", "nsubj", "nsubj:pass"}  # "launched talks"
    apart = trigger.pos_ == "NOUN" and not carried and not is_below(word, trigger) and not is_below(trigger, word)
    return apart and force.i != trigger.i and word.dep_ in PARTS and evokes(force, {ATTACK}, words, taxonomy)


_TARGETS, _PLACES, _PARTICIPANTS = frozenset({TARGET}), frozenset({PLACE}), frozenset({PARTICIPANT})
FORMS = (
    Form(_TARGETS, is_for_another),
    Form(frozenset({PERSON}), credits_another),
    Form(_TARGETS, is_site, within=SANCTION),
    Form(frozenset({TOPIC}), is_site, within=AID),
    Form(frozenset({TOPIC}), is_asked_beside, within=CONVERSATION),
    Form(_TARGETS, is_asked_for, within=DEMAND),
    Form(_TARGETS, suffers_it, within=ACCUSATION),
    Form(_TARGETS, accuses, within=ACCUSATION),
    Form(_TARGETS, is_beside_what_is_judged),
    Form(_TARGETS, suffers_what_is_backed, within=SUPPORT),
    Form(_TARGETS, does_it_himself, within=SUPPORT),
    Form(_TARGETS | AGENTIVE, is_launched_from, within=ATTACK),
    Form(_PLACES, leads_there),
    Form(_PLACES | AGENTIVE, is_destination, within=ARREST),
    Form(_PLACES, is_destination, within=WITHDRAWAL),
    Form(_PLACES, is_before_infinitive),
    Form(frozenset({OF}), is_acted_on),
    Form(frozenset({OF}), is_of_others_office, within=APPOINTMENT),
    Form(_TARGETS, is_acted_on, within=THREAT),
    Form(_TARGETS, is_own_side, within=THREAT),
    Form(_PLACES, is_of_somebody),
    Form(_PLACES, is_behind_its_clause),
    Form(frozenset({Term("weapon")}), is_of_answer, within=ATTACK),
    Form(frozenset({Term("weapon")}), is_sent_beside, within=ATTACK),
    Form(_PLACES, is_outside),
    Form(_PLACES | _TARGETS, is_beyond_border),
    Form(_PLACES, is_of_other_deed),
    Form(_PLACES, is_where_its_motive_was),
    Form(ACTIVE, _is_beside),
    Form(ACTIVE, is_in_side_clause),
    Form(ACTIVE, _acts_aside),
    Form(frozenset({RECIPIENT}), acts_next),
    Form(frozenset({RECIPIENT}), is_sent),
    Form(frozenset({RECIPIENT}), is_thanked_for_it, within=AID),
    Form(INVOLVED | {Term("weapon")}, is_in_what_is_not_done),
    Form(frozenset({PERSON}), is_only_asked_about_it, within=APPOINTMENT),
    Form(frozenset({PERSON}), is_taken_over_from, within=APPOINTMENT),
    Form(ACTIVE, is_of_address),
    Form(INVOLVED | _PLACES, _is_unshared),
    Form(AGENTIVE, _is_object_of_relative),
    Form(AGENTIVE, is_beside_attribute),
    Form(AGENTIVE, stands_beside),
    Form(AGENTIVE, is_provoked),
    Form(AGENTIVE, is_promised_to),
    Form(AGENTIVE, only_calls_for_it),
    Form(AGENTIVE, only_takes_part),
    Form(AGENTIVE, only_accuses),
    Form(AGENTIVE, is_opposed, within=REJECTION),
    Form(AGENTIVE, suffers_by_passive, within=SANCTION),
    Form(AGENTIVE, suffers_by_passive, within=ATTACK),
    Form(_PARTICIPANTS, _makes_another_do, within=AGREEMENT),
    Form(_PARTICIPANTS, is_agreed_to, within=AGREEMENT),
    Form(_PARTICIPANTS, _has_others_talk, within=CONVERSATION),
    Form(_PARTICIPANTS | {RECIPIENT}, is_go_between),
    Form(_PARTICIPANTS, only_asks_for_it, within=CONVERSATION),
    Form(_PARTICIPANTS, has_his_people_talk, within=CONVERSATION),
    Form(_PARTICIPANTS, is_spoken_for),
    Form(_PARTICIPANTS, is_acted_on_beside, within=CONVERSATION),
    Form(_PARTICIPANTS, is_only_against, within=CONVERSATION),
    Form(_PARTICIPANTS, is_only_for_it, within=CEASEFIRE),
    Form(_PARTICIPANTS, only_tells_it, within=CONVERSATION),
    Form(_PARTICIPANTS, is_no_side),
    Form(_PARTICIPANTS, _is_scene),
    Form(_PARTICIPANTS, is_of_others_journey),
    Form(INVOLVED, is_of_occasion),
    Form(INVOLVED, is_capacity),
    Form(ACTIVE, is_against_draft),
    Form(AGENTIVE, is_answerer, within=ATTACK),
    Form(AGENTIVE, acts_in_answer, within=ATTACK),
    Form(AGENTIVE, is_talked_with, within=ATTACK),
)
"""By which forms somebody is kept out, and of which roles."""
FORMS_OF = {
    role: [form for form in FORMS if role in form.roles] for role in frozenset().union(*(f.roles for f in FORMS))
}

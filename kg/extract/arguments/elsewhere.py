"""Elsewhere: where an event was not, and who was not in it, though its sentence tells of what was there or theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.arguments.reach import path
from kg.grammar.control import sent_by
from kg.grammar.syntax import (
    ANY_SUBJECTS,
    NOUN_SUBJECTS,
    first_conjunct,
    is_passive,
    marker_of,
    marks_of,
    motives_of,
)
from kg.grammar.time.offsets import unit_of
from kg.grammar.words import entries
from kg.knowledge.lexicon import EntryKind, Function
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

RELATIVE, ADJUNCT, TITLE = "acl:relcl", "advcl", "nmod:desc"
BESIDE = frozenset({"obl", "nmod"})
OWNERS = frozenset({"nmod:poss", "amod", "compound"})
WEAPON, DEMAND, RECIPIENT = Term("weapon"), Term("Demand"), Term("recipient")
OBJECT = Function.OBJECT


def is_site(_: Token, word: Token, words: Words) -> bool:
    """Say whether a word only tells where: "a ban on veils in [schools]", "aid efforts in [Togo]"."""
    return word.dep_ in BESIDE and marker_of(word) in words.prepositions.site


def leads_there(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether a way only leads to a place: "on the road to [the airport]"."""
    before = word.doc[max(word.left_edge.i - 1, 0)]  # whatever a parser hangs the phrase on
    towards = word.dep_ in BESIDE and marker_of(word) in words.prepositions.dative
    return towards and before.i != trigger.i and before.lemma_.lower() in words.function.way_noun


def is_capacity(_: Token, word: Token, words: Words) -> bool:
    """Say whether a word only tells what something is held to be: "held as [an enemy]", "used as [a base]"."""
    return word.dep_ in BESIDE and marker_of(word) in words.prepositions.capacity


def is_of_occasion(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether a word stands in a phrase that dates or places the event: "on the anniversary of the [accord]".

    Or the event in one that so dates or places another: "[Macron] will meet Xi on the sidelines of a summit". So also
    of which time it is the first or last: "the first visit of your [administration]".
    """
    if _is_time_counted(trigger, word, words):
        return True
    occasions = words.function.occasion_noun
    up, down = path(trigger, word)
    return any(noun.lemma_.lower() in occasions and noun.dep_ in BESIDE for noun in (*up, *down))


def _is_time_counted(event: Token, word: Token, words: Words) -> bool:
    """Say whether an event is one of those in somebody's time in office: "the last summit of his [term]"."""
    of_time = word.lemma_.lower() in words.function.tenure_noun and marker_of(word) in words.prepositions.genitive
    counting = {*words.numbers.ordinals, *words.function.rank_adjective}
    ranked = (child.lower_ in counting for child in event.lefts)
    return of_time and word.head.i == event.i and any(ranked)


def is_of_address(_: Token, word: Token, words: Words) -> bool:
    """Say whether a name only says where the place before it lies: "in Lome, [Togo]"."""
    place = word.head
    return word.dep_ == "appos" and place.pos_ == word.pos_ == "PROPN" and marker_of(place) in words.prepositions.site


def is_outside(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether a name only says near what the place before it lies: "in the valley, outside [Kabul]"."""
    behind_name = word.dep_ == "nmod" and word.head.pos_ == "PROPN"
    added = word.head.i != trigger.i and (behind_name or word.dep_ == "appos")
    return added and marker_of(word) in words.prepositions.outer


def is_destination(_: Token, word: Token, words: Words) -> bool:
    """Say whether somebody is taken or goes there: "extradited to [Togo]", "left for [Togo]"."""
    towards = words.prepositions.dative | words.prepositions.purpose
    return word.dep_ in BESIDE and marker_of(word) in towards


def is_before_infinitive(trigger: Token, word: Token, _: Words) -> bool:
    """Say whether a place stands before an infinitive, with the verb above it: "agreed in [Gulu] to meet"."""
    verb = trigger.head
    shared = trigger.dep_ == "xcomp" and trigger.tag_ == "VB" and word.head.i == verb.i and word.dep_ in BESIDE
    return shared and verb.i < word.i < trigger.left_edge.i


def is_of_somebody(trigger: Token, word: Token, _: Words) -> bool:
    """Say whether a clause tells where somebody was or did something who takes part.

    "Exiles, who lived in [Togo], met her", "arrested a man accused of attacks in [Togo]".
    """
    clauses = (clause for clause in between(trigger, word) if clause.dep_ in {RELATIVE, "acl"})
    people = (clause for clause in clauses if clause.head.i != trigger.i and clause.i != word.i)
    return trigger.pos_ == "VERB" and any(clause.dep_ == "acl" or _has_subject_who(clause) for clause in people)


def is_beyond_border(_: Token, word: Token, words: Words) -> bool:
    """Say whether a country only is on the other side of a border: "patrolled the border with [Chad]"."""
    line = word.head.lemma_.lower() in words.function.boundary_noun
    return line and word.dep_ in BESIDE and marker_of(word) in words.prepositions.comitative


def is_agreed_to(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether it is what somebody agrees to, and not with whom: "agreed to [a joint force]"."""
    said = trigger.pos_ == "VERB" and word.head.i == trigger.i and word.dep_ in BESIDE
    return said and marker_of(word) in words.prepositions.dative


def is_sent(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether it is what a verb of giving has for its one object: "will send [30,000 doctors]"."""
    objects = [child for child in trigger.children if child.dep_ in {"obj", "iobj"}]
    if word.dep_ != "obj" or word.head.i != trigger.i or len(objects) > 1:
        return False
    taken = {a.role for e in entries(words, trigger, EntryKind.EVENT) for a in e.arguments if a.function is OBJECT}
    return bool(taken) and RECIPIENT not in taken


def is_of_other_deed(trigger: Token, word: Token, _: Words) -> bool:
    """Say whether it is what another verb has for its object: "will visit [Togo] before meeting her"."""
    verb, clause = word.head, clause_over(trigger)
    dated = clause.dep_ == ADJUNCT and any(child.dep_ == "mark" for child in clause.children)
    return word.dep_ == "obj" and verb.pos_ == "VERB" and dated and clause.head.i == verb.i


def _has_subject_who(clause: Token) -> bool:
    return any(child.tag_ == "WP" and child.dep_ in NOUN_SUBJECTS for child in clause.children)


def clause_over(trigger: Token) -> Token:
    """Return the verb of the clause that a trigger tells a part of, itself or what governs it or it is joined to."""
    clause = trigger
    while clause.dep_ in {"xcomp", "conj"}:
        clause = clause.head
    return clause


def between(trigger: Token, word: Token) -> Sequence[Token]:
    """The words from the first that is over both down to the other."""
    return path(trigger, word)[1]


def is_behind_its_clause(trigger: Token, word: Token, _: Words) -> bool:
    """Say whether a relative clause has ended before a place: "met Ann, who had criticised the raid, in [Togo]"."""
    clause = next((above for above in (trigger, *trigger.ancestors) if above.dep_ == RELATIVE), None)
    return clause is not None and word.i > clause.right_edge.i


def is_of_others_office(trigger: Token, word: Token, _: Words) -> bool:
    """Say whether it is whose office another holds who is told beside: "[Cuba]'s leader saw the inauguration"."""
    holder = word.head.head if word.head.dep_ == TITLE else word.head
    told = word.dep_ in OWNERS and holder.dep_ in ANY_SUBJECTS and holder.i < trigger.i
    return told and trigger not in word.ancestors and holder.head.i not in {trigger.i, trigger.head.i}


def suffers_by_passive(trigger: Token, word: Token, _: Words) -> bool:
    """Say whether a passive tells what is done to somebody, who does nothing: "[Cuba] was removed from the list"."""
    return word.dep_ == "nsubj:pass" and word.head.i == trigger.i and trigger.pos_ == "VERB"


def is_acted_on(trigger: Token, word: Token, _: Words) -> bool:
    """Say whether what happened does something to another: "the ouster of the president changed [Sudan]"."""
    return trigger.dep_ == "nsubj" and word.dep_ == "obj" and word.head.i == trigger.head.i


def is_go_between(_: Token, word: Token, words: Words) -> bool:
    """Say whether somebody only brings others together: "a truce brokered by [Qatar]", "talks through [Qatar]".

    So also "a truce that [Qatar] had brokered".
    """
    first = first_conjunct(word)
    marker, verb = marker_of(first), first.head
    mediates = verb.lemma_.lower() in words.function.mediating_verb
    brokered = mediates and verb.tag_ == "VBN" and marker in words.prepositions.agentive
    brokers = mediates and verb.dep_ == RELATIVE and first.dep_ in NOUN_SUBJECTS
    return marker in words.prepositions.mediating or brokered or brokers


def is_of_answer(trigger: Token, word: Token, _: Words) -> bool:
    """Say whether arms are those of who is attacked and answers: "threw stones at officers, who fired [tear gas]"."""
    clauses = (clause for clause in between(trigger, word) if clause.dep_ == RELATIVE and clause.i != trigger.i)
    return any(_has_subject_who(clause) and clause.head.dep_ in {"obj", "obl"} for clause in clauses)


def is_own_side(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether somebody is said to do what is threatened: "warned that [Mali] would take steps".

    To whom it would be done may be the subject, too: "warned that [Mali] would pay for it".
    """
    clause = word.head
    said = word.dep_ == "nsubj" and clause.dep_ == "ccomp" and clause.head.i == trigger.i and "obj" in clause.labels
    return said and clause.lemma_.lower() not in words.function.suffering_verb


def is_provoked(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether somebody only does something if it happens: "[Mali] would respond if troops were deployed"."""
    condition = trigger.dep_ == ADJUNCT and bool(marks_of(trigger) & words.prepositions.conditional)
    return condition and is_passive(trigger) and word.dep_ in NOUN_SUBJECTS and word.head.i == trigger.head.i


def is_answerer(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether somebody only does something about what happened: "[Mali]'s response to the attack"."""
    noun = word.head
    answers = word.dep_ in OWNERS and noun.i != trigger.i and noun.lemma_.lower() in words.function.answering_noun
    return answers and trigger.dep_ == "nmod" and trigger.head.i == noun.i


def acts_in_answer(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether somebody answers what was done by another: "[Mali] fired rockets in response to the strike"."""
    motives = (motive for motive in motives_of(trigger) & words.prepositions.motive if " " in motive)
    return any(motives) and word.dep_ in NOUN_SUBJECTS and word.head in trigger.ancestors


def is_launched_from(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether arms come from there, and hit something else: "three rockets fired from [Gaza]"."""
    if word.head.i != trigger.i or marker_of(word) not in words.prepositions.ablative:
        return False
    arguments = (a for entry in entries(words, trigger, EntryKind.EVENT) for a in entry.arguments)
    return any(argument.role == WEAPON and argument.function is Function.OBJECT for argument in arguments)


def is_to_be_served(place: Token, words: Words) -> bool:
    """Say whether a time is to be spent there, so that it happens elsewhere: "sentenced to 10 years in prison"."""
    first = place.left_edge.i
    if first == 0:
        return False
    time = place.doc[first - 1]
    return marker_of(time) in words.prepositions.dative and unit_of(time, words) is not None


def sends_another(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether somebody has another go in his place: "[Ann] sent her minister to Cairo", "to meet them"."""
    sent = sent_by(trigger, words) or sent_by(trigger.head, words)
    return bool(sent) and word.dep_ in ANY_SUBJECTS and word.head.i == sent[0].head.i and word.i != sent[0].i


def is_in_side_clause(trigger: Token, word: Token, _: Words) -> bool:
    """Say whether a clause with a subject of its own tells of another deed: "will meet, as he did with [Togo]"."""
    return any(
        clause.dep_ == ADJUNCT
        and any(child.dep_ in NOUN_SUBJECTS for child in clause.children)
        and any(child.dep_ == "mark" for child in clause.children)
        for clause in between(trigger, word)
    )

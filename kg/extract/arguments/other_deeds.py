"""Whose deeds are only told about: who suffers, or does, what another backs or condemns is not backed by that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.arguments.reach import is_below, path
from kg.grammar.control import is_of_all
from kg.grammar.judged import doers_judged
from kg.grammar.noun_fillers import is_added
from kg.grammar.speech import speech_at
from kg.grammar.syntax import ANY_SUBJECTS, NOUN_SUBJECTS, OBLIQUES, is_answered, is_passive, marker_of
from kg.grammar.words import entries
from kg.knowledge.lexicon import EntryKind, PartOfSpeech
from kg.records import Term

if TYPE_CHECKING:
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

TARGET, ACCUSATION, RECIPIENT, VISIT = Term("target"), Term("Accusation"), Term("recipient"), Term("Visit")
HOSTILES = ("Attack", "Sanction", "Arrest", "Abduction", "Accusation", "Threat", "Expulsion", "Protest")
HOSTILE = frozenset(map(Term, HOSTILES))
"""What is done to somebody who does not want it."""
TALKS = frozenset(map(Term, ("Conversation", "Meeting", "Call")))
CONTENT, INFINITIVES = frozenset({"acl", "ccomp"}), frozenset({"xcomp", "advcl"})
OWN_PRONOUN = "PRP$"
PARTICIPLE, OWN_OBJECTS = "VBG", frozenset({"obj", "obl"})


def is_for_another(_: Token, word: Token, words: Words) -> bool:
    """Say whether somebody only has another act for him: "praised her on behalf of [Togo]"."""
    noun, marker = word.head, marker_of(word)
    complex_ = f"{marker_of(noun)} {noun.lower_} {marker}" in words.prepositions.complex
    return word.dep_ == "nmod" and complex_ and marker in words.prepositions.genitive


def credits_another(trigger: Token, word: Token, _: Words) -> bool:
    """Say whether somebody does something to another for what is that one's: "[Putin] congratulated Xi on his win"."""
    verb = trigger.head
    owned = any(child.dep_ == "nmod:poss" and child.pos_ == "PRON" for child in trigger.children)
    suffered = any(child.dep_ == "obj" for child in verb.children)
    return owned and suffered and trigger.dep_ == "obl" and word.head.i == verb.i and word.dep_ in ANY_SUBJECTS


def is_taken_over_from(_: Token, word: Token, words: Words) -> bool:
    """Say whether somebody held the office before: "took over from [Ann]"."""
    return word.dep_ in OBLIQUES and marker_of(word) in words.prepositions.ablative


def is_thanked_for_it(trigger: Token, word: Token, _: Words) -> bool:
    """Say whether it is his own aid for which somebody is thanked: "thanked [Chad] for its assistance"."""
    owned = any(child.dep_ == "nmod:poss" and child.tag_ == OWN_PRONOUN for child in trigger.children)
    return owned and trigger.dep_ == "obl" and word.dep_ == "obj" and word.head.i == trigger.head.i


def suffers_it(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether to somebody is done what another is accused of: "condemned the detention of [Ana]".

    So also "the claim that Chad shelled [Tine]".
    """
    deed, marker = word.head, marker_of(word)
    if deed.i == trigger.i or deed.head.i != trigger.i:
        return False
    if deed.dep_ in CONTENT and word.dep_ == "obj":
        return any(child.dep_ in ANY_SUBJECTS for child in deed.children)
    if marker not in words.prepositions.genitive:
        return False
    arguments = (a for entry in entries(words, deed, EntryKind.EVENT) for a in entry.arguments)
    return any(argument.role == TARGET and marker in argument.markers for argument in arguments)


def is_where_its_motive_was(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether only what is answered was there: "severed ties over the offensive in [Gaza]"."""
    motive = word.head
    return motive.i != trigger.i and trigger in motive.ancestors and is_answered(motive, words)


def suffers_what_is_backed(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether somebody suffers the deed that another is for: "support strikes on [Iran]", "back a war on [Mali]".

    Whoever it is against is not backed, whatever a noun tells: "support for the fight against [Chad]"; nor is to whom
    something is done for that: "attacked [Chad] in support of Mali".
    """
    own = trigger.dep_ == "obl" and word.dep_ == "obj" and word.head.i == trigger.head.i
    if own and any(marker_of(child) in words.prepositions.genitive for child in trigger.rights):
        return True
    deed, marker = _deed_over(trigger, word), marker_of(word)
    if deed is None:
        return False
    if marker in words.prepositions.opposed:
        return True
    if deed.lemma_.lower() in words.function.hostile_noun and marker in words.prepositions.topic:
        return True
    hostile = (entry for entry in entries(words, deed, EntryKind.EVENT) if entry.evokes in HOSTILE)
    return any(a.role == TARGET and marker in a.markers for entry in hostile for a in entry.arguments)


def _deed_over(trigger: Token, word: Token) -> Token | None:
    """Return the noun that a word belongs to below a trigger, or right behind which it stands as the object's."""
    if word.head.i != trigger.i:
        return word.head if trigger in word.ancestors and word.head.pos_ == "NOUN" else None
    first = word.left_edge.i
    objects = (child for child in trigger.children if child.dep_ == "obj" and child.pos_ == "NOUN")
    return next((noun for noun in objects if word.dep_ == "obl" and noun.i == first - 1), None)


def does_it_himself(trigger: Token, word: Token, _: Words) -> bool:
    """Say whether a participle behind somebody tells what he does: "proud of [Ann], standing up for us"."""
    if trigger.tag_ != PARTICIPLE or word.i > trigger.i or is_passive(trigger):
        return False
    if trigger.dep_ == "acl":
        return trigger.head.i == word.i
    own = (child for child in trigger.children if child.dep_ in OWN_OBJECTS and child.i > trigger.i)
    return trigger.dep_ == "advcl" and any(child.pos_ != "PRON" for child in own)


def is_beside_what_is_judged(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether another did what a clause judges as a whole: "sent men to [Chad], which Togo condemned"."""
    doers = doers_judged(trigger, words)
    return doers is not None and word.i < trigger.left_edge.i and all(doer.i != word.i for doer in doers)


def has_his_people_talk(trigger: Token, word: Token, _: Words) -> bool:
    """Say whether those whose people talk only say so or agree to it: "[Ann] said her envoys would meet them"."""
    clause = trigger.head if trigger.pos_ == "NOUN" and trigger.head.pos_ == "VERB" else trigger
    subjects = (child for child in clause.children if child.dep_ == "nsubj" and child.pos_ == "NOUN")
    sent = any(owner.tag_ == OWN_PRONOUN for subject in subjects for owner in subject.children)
    sent = sent and word.ent_type_ == "PERSON"  # who speaks for a state is that state
    return sent and clause.dep_ == "ccomp" and word.i != clause.i and clause not in word.ancestors


def is_spoken_for(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether somebody is only spoken for, and not with, "I speak for [all Americans]", or told it for the news."""
    if word.dep_ in OBLIQUES and marker_of(word) in words.prepositions.purpose:
        return True
    return trigger.pos_ == "NOUN" and _is_told_the_news(word, words) and trigger not in word.ancestors


def is_acted_on_beside(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether somebody is only the object of what was done after talks with others: "freed [Ana] after talks with".

    Who acted held them.
    """
    verb = trigger.head
    after = trigger.dep_ == "obl" and marker_of(trigger) in words.prepositions.conjunctive
    with_others = any(marker_of(child) in words.prepositions.comitative for child in trigger.rights)
    thing = word.head if word.dep_ == "appos" else word
    return after and with_others and thing.dep_ == "obj" and thing.head.i in {verb.i, verb.head.i}


def is_talked_with(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether somebody is only whom one talks with about an attack: "a call with [Xi] about the raid"."""
    talks = word.head
    beside = trigger not in word.ancestors and word not in trigger.ancestors
    told = beside and word.dep_ == "nmod" and marker_of(word) in words.prepositions.comitative
    found = words.lexicon.find(talks.lemma_.lower(), PartOfSpeech.NOUN)
    return told and any(one.entry.evokes in TALKS for one in found)


def _is_told_the_news(word: Token, words: Words) -> bool:
    """Say whether journalists are those to whom somebody speaks: "briefed [reporters] during the summit"."""
    press = word.lemma_.lower() in words.pronouns.press_person
    return press and word.dep_ in {*OBLIQUES, "obj", "iobj"} and word.head.pos_ == "VERB"


def acts_next(trigger: Token, word: Token, _: Words) -> bool:
    """Say whether somebody is the subject of a clause that goes on: "gave Mali tanks, and [Togo] protested"."""
    clause = word.head
    return word.dep_ == "nsubj" and clause.dep_ == "conj" and clause.i > trigger.i and trigger in clause.conjuncts


def is_in_what_is_not_done(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether a clause tells what is not done instead: "rather than arm [Mali], it will pay for drones".

    Nor has what is not done the objects of what is: "rather than arm Mali, it bombed [Gao]".
    """
    up, down = path(trigger, word)
    if any(_is_left_undone(clause, words) for clause in down):
        return True
    shared = not down or down[0].dep_ in ANY_SUBJECTS
    return not shared and any(_is_left_undone(clause, words) for clause in up)


def _is_left_undone(clause: Token, words: Words) -> bool:
    return clause.dep_ in {"advcl", "conj"} and clause.pos_ == "VERB" and _is_instead(clause, words)


def _is_instead(clause: Token, words: Words) -> bool:
    first = clause.left_edge
    phrase = " ".join([first.lower_, *(part.lower_ for part in first.children if part.dep_ == "fixed")])
    return phrase in words.negation.contrastive_conjunction


def is_sent_beside(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether a thing is what somebody sends besides, and not by what he does it: "shelled it and sent [jets]"."""
    verb = word.head
    joined = verb.i != trigger.i and verb.dep_ == "conj" and trigger in verb.conjuncts
    found = entries(words, verb, EntryKind.EVENT) if joined and word.dep_ in OWN_OBJECTS else ()
    return any(argument.role == RECIPIENT for entry in found for argument in entry.arguments)


def is_only_asked_about_it(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether a vote is only what one talks with somebody about: "called [Ann] about the election"."""
    topical = words.prepositions.topic - words.prepositions.venue  # "greeted Ann on the election" is on hers
    about = trigger.pos_ == "NOUN" and marker_of(trigger) in topical
    owned = any(child.dep_ == "nmod:poss" for child in trigger.children)  # "congratulated Ann on her election"
    return about and not owned and word.i != trigger.i and trigger not in word.ancestors


def only_takes_part(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether somebody only takes part in a vote that all decide: "[Ann] signed up for the ballot to elect him"."""
    return is_of_all(trigger, words) and trigger not in word.ancestors


def is_beside_attribute(trigger: Token, word: Token, _: Words) -> bool:
    """Say whether a participle before a noun tells what others did to it: "[Chad] killed two kidnapped envoys"."""
    noun = trigger.head
    before = trigger.dep_ == "amod" and trigger.tag_ == "VBN" and trigger.i < noun.i
    return before and word.i != noun.i and noun not in word.ancestors


def is_asked_beside(_: Token, word: Token, words: Words) -> bool:
    """Say whether a noun is joined to talks, and not what they are about: "demand talks, along with [spending]"."""
    return is_added(word, words)


def is_asked_for(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether a thing is what somebody asks for, and not of whom: "demanded [troops]"."""
    bare = not any(child.dep_ in INFINITIVES and child.tag_ == "VB" for child in trigger.children)
    asked = word.head.i == trigger.i and word.dep_ in {"obj", "nsubj:pass"}
    return asked and bare and trigger.lemma_.lower() in words.function.requesting_verb


def is_of_others_journey(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether a journey is by its possessor that of others: "[protesters] followed him throughout his trip"."""
    owned = any(child.dep_ == "nmod:poss" for child in trigger.children)
    if trigger.pos_ != "NOUN" or not owned or is_below(word, trigger):
        return False
    return any(entry.evokes == VISIT for entry in entries(words, trigger, EntryKind.EVENT))


def only_tells_it(trigger: Token, word: Token, words: Words) -> bool:
    """Say whether a body only tells what people did in the talks: "in the call, the [presidency] said, Ann urged"."""
    verb = next((above for above in trigger.ancestors if speech_at(above, words) is not None), None)
    if verb is None or not any(child.dep_ == "obl" and is_below(trigger, child) for child in verb.children):
        return False
    said = [child for child in verb.children if child.dep_ == "ccomp"]
    speaks = any(is_below(word, subject) and not _is_person(subject, words) for subject in _subjects(verb))
    return speaks and any(_is_person(subject, words) for clause in said for subject in _subjects(clause))


def _subjects(verb: Token) -> list[Token]:
    return [child for child in verb.children if child.dep_ in NOUN_SUBJECTS]


def _is_person(noun: Token, words: Words) -> bool:
    people = words.offices.office_noun | words.offices.leader_noun
    return noun.ent_type_ == "PERSON" or noun.lemma_.lower() in people

"""Agents: whom the grammar of a clause says did what its trigger tells, so that nobody else in the sentence did."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.arguments.bystanders import AGENTIVE
from kg.extract.arguments.stand_ins import ATTACKER
from kg.grammar.control import controllers, directed_by
from kg.grammar.negation import included
from kg.grammar.speech import speech_at
from kg.grammar.syntax import ANY_SUBJECTS, PASSIVE_SUBJECTS, SUBJECTS, is_passive, marker_of
from kg.grammar.words import entries
from kg.knowledge.lexicon import EntryKind, Function, PartOfSpeech
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.grammar.tree import Token
    from kg.knowledge.taxonomy import Taxonomy
    from kg.knowledge.words import Words
    from kg.language.predicted import ArgumentPrediction

ACTOR, WARNS, DENIES = Term("actor"), Term("Warns"), Term("Denies")
TRANSFER, SUPPLIER, RECIPIENT = Term("Transfer"), Term("supplier"), Term("recipient")
INTERCEPTED = Term("Intercepted")
WEAPON, SUPPORT, TARGET, REJECTION = Term("weapon"), Term("Support"), Term("target"), Term("Rejection")
UNMOVED = AGENTIVE - {ACTOR}
"""The roles of those who do not suffer what they do; the forces that somebody sends are actors beside him."""
SURE = 0.85
"""The probability from which on a network knows better than the rules of control who acts."""
CONTROLLED = frozenset({"xcomp", "advcl"})
NOMINAL = frozenset({"NOUN", "PROPN"})
BODIES = frozenset({"ORG", "GPE"})
"""The types of names of which no "he" or "she" can be another word."""
SINGULAR, NAMING = frozenset({"NN", "NNP"}), frozenset({"nsubj", "appos", "flat"})
AUDIENCE = frozenset({"obj", "iobj"})


def without_false_agents(trigger: Token, told: Sequence[ArgumentPrediction], words: Words) -> list[ArgumentPrediction]:
    """Return the arguments of a verb without those in an agent's role who suffer it, or beside whom another does it.

    Of a noun, without those who are only warned of it. Who denies what others are the subject of is no agent of it.
    """
    denying = _only_denying(trigger, words)
    if trigger.pos_ != "VERB":
        warned = _warned(trigger, words) | _rejecting(trigger, words) | denying
        return [argument for argument in told if argument.role not in AGENTIVE or argument.head not in warned]
    roles = {argument.head: argument.role for argument in told}
    directing = denying | _directing(trigger, words) | _only_speaking(trigger, words) | _losing(trigger, words)
    told = [argument for argument in told if argument.role not in AGENTIVE or argument.head not in directing]
    suffering = _patients(trigger, words)
    acting = _understood(trigger, roles, words)
    return [
        argument
        for argument in told
        if argument.role not in AGENTIVE
        or (argument.head in suffering and argument.role not in UNMOVED)
        or not (argument.head in suffering or (acting and argument.head not in acting and argument.score < SURE))
    ]


def with_givers(
    told: Sequence[ArgumentPrediction], kind: Term, trigger: Token, words: Words, taxonomy: Taxonomy
) -> Iterator[ArgumentPrediction]:
    """Yield the arguments, a recipient from whom something comes as who gives it.

    It comes "[from Qatar]", or from the subject of a verb that gives what the trigger names: "[Qatar] sent aid". Whose
    support somebody has is no target of it: "won the support [of Togo]".
    """
    tokens = trigger.doc.tokens
    giver = SUPPLIER if taxonomy.is_a(kind, TRANSFER) else ACTOR
    giving, had = _giving(trigger, words), taxonomy.is_a(kind, SUPPORT) and _is_had(trigger, words)
    for argument in told:
        head = tokens[argument.head]
        gives = head.i in giving or marker_of(head) in words.prepositions.ablative
        whose = had and head.head.i == trigger.i and marker_of(head) in words.prepositions.genitive
        given = argument.role == RECIPIENT if gives else whose and argument.role == TARGET
        yield replace(argument, role=giver) if given else argument


def _is_had(noun: Token, words: Words) -> bool:
    return noun.dep_ == "obj" and noun.head.lemma_.lower() in words.function.winning_verb


def with_wielders(trigger: Token, told: Sequence[ArgumentPrediction]) -> list[ArgumentPrediction]:
    """Return the arguments, the weapons that act also as the place to look for who wields them: "[Israeli] tanks".

    They do what a verb tells, or cause what a noun does: "an [Iranian] missile caused a blast".
    """
    if any(argument.role == ATTACKER for argument in told):
        return list(told)
    acting = [a for a in told if a.role == WEAPON and _acts(trigger.doc[a.head], trigger)]
    return [*told, *(replace(argument, role=ATTACKER) for argument in acting)]


def with_arms_hit(trigger: Token, told: Sequence[ArgumentPrediction], words: Words) -> list[ArgumentPrediction]:
    """Return the arguments, the arms that a verb destroys as what is hit and not what with: "destroyed [radars]"."""
    if all(argument.role != WEAPON for argument in told):
        return list(told)
    if INTERCEPTED not in {entry.counts for entry in entries(words, trigger, EntryKind.FIGURE)}:
        return list(told)
    hit = {child.i for child in trigger.children if child.dep_ in ({"nsubj:pass"} if is_passive(trigger) else {"obj"})}
    return [replace(a, role=TARGET) if a.role == WEAPON and a.head in hit else a for a in told]


def _acts(noun: Token, trigger: Token) -> bool:
    verb = trigger.head if trigger.dep_ == "obj" and trigger.pos_ == "NOUN" else trigger
    return noun.head == verb and noun.dep_ == "nsubj" and not is_passive(verb)


def _giving(noun: Token, words: Words) -> frozenset[int]:
    """The words for who gives what a noun names, the object of a verb of which the lexicon says so: "will send aid"."""
    verb = noun.head
    if noun.dep_ != "obj" or is_passive(verb):
        return frozenset()
    arguments = [a for word in words.lexicon.find(verb.lemma_.lower(), PartOfSpeech.VERB) for a in word.entry.arguments]
    if not any(a.function is Function.SUBJECT and a.role == SUPPLIER for a in arguments):
        return frozenset()
    return _subjects_of(verb, words)


def _subjects_of(verb: Token, words: Words) -> frozenset[int]:
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    return frozenset(part.i for subject in subjects for part in included(subject, words))


def _patients(verb: Token, words: Words) -> frozenset[int]:
    """The words to whom a verb happens: subjects of a passive, objects, and what a past participle modifies."""
    suffering = PASSIVE_SUBJECTS if is_passive(verb) else PASSIVE_SUBJECTS | {"obj"}
    found = [child for child in verb.children if child.dep_ in suffering]
    modified = verb.dep_ in {"acl", "amod"} and verb.tag_ == "VBN"
    relative = verb.dep_ == "acl:relcl" and any(child.dep_ in PASSIVE_SUBJECTS for child in verb.children)
    if modified or relative:
        found.append(verb.head)
    return frozenset(part.i for token in found for part in included(token, words))


def _directing(verb: Token, words: Words) -> frozenset[int]:
    """Who only has others do what an infinitive tells, though it names them by a pronoun: "[Chad] told them to go"."""
    if verb.dep_ not in CONTROLLED or verb.tag_ != "VB" or not directed_by(verb.head, words):
        return frozenset()
    return _subjects_of(verb.head, words)


def _only_speaking(verb: Token, words: Words) -> frozenset[int]:
    """The body that only says or denies what a person does: "[the palace] denied that he had threatened it".

    So does one person of several: "the governor, [Ann Lee], said they surrendered".
    """
    if verb.dep_ != "ccomp" or speech_at(verb.head, words) is None:
        return frozenset()
    plural = words.pronouns.pair_pronoun
    if any(child.dep_ in SUBJECTS and child.lower_ in plural for child in verb.children):
        speaker = [child for child in verb.head.children if child.dep_ in SUBJECTS and child.tag_ in SINGULAR]
        alone = [one for one in speaker if "conj" not in one.labels and one.ent_type_ not in BODIES]
        return frozenset(part.i for one in alone for part in (one, *one.children) if part.dep_ in NAMING)
    personal = words.pronouns.male_pronoun | words.pronouns.female_pronoun
    person = any(child.dep_ in SUBJECTS and child.lower_ in personal for child in verb.children)
    if not person:
        return frozenset()
    return frozenset(i for i in _subjects_of(verb.head, words) if verb.doc[i].ent_type_ in BODIES)


def _only_denying(trigger: Token, words: Words) -> frozenset[int]:
    """Who denies that something happened, not that he did it: "[Chad] denied that shells were fired at Tine"."""
    clause = next((word for word in (trigger, *trigger.ancestors) if word.dep_ == "ccomp"), trigger)
    speech = speech_at(clause.head, words) if clause.dep_ == "ccomp" else None
    subjects = [child for child in clause.children if child.dep_ in ANY_SUBJECTS]
    if speech is None or speech.stance != DENIES or not subjects or any(child.pos_ == "PRON" for child in subjects):
        return frozenset()
    return _subjects_of(clause.head, words)


def _rejecting(noun: Token, words: Words) -> frozenset[int]:
    """Who rejects what a noun names, and does not make it himself: "[Mali] has rejected those demands"."""
    rejects = any(entry.evokes == REJECTION for entry in entries(words, noun.head, EntryKind.EVENT))
    return _subjects_of(noun.head, words) if rejects and noun.dep_ == "obj" else frozenset()


def _losing(verb: Token, words: Words) -> frozenset[int]:
    """Who loses what another takes, and does not take it with him: "took over the base [from Dutch forces]"."""
    if is_passive(verb) or verb.labels.isdisjoint(SUBJECTS):
        return frozenset()
    things = (verb, *(child for child in verb.children if child.dep_ == "obj"))
    losing = (child for thing in things for child in thing.rights if marker_of(child) in words.prepositions.ablative)
    return frozenset(part.i for child in losing for part in included(child, words))


def _warned(noun: Token, words: Words) -> frozenset[int]:
    """Who is warned of what a noun tells, though a parser takes it for theirs: "warned [its citizens] of attacks"."""
    verb = noun.head if noun.head.pos_ == "VERB" else noun.head.head
    speech = speech_at(verb, words) if marker_of(noun) in words.prepositions.genitive else None
    if speech is None or speech.stance != WARNS:
        return frozenset()
    audience = [child for child in verb.children if child.dep_ in AUDIENCE]
    return frozenset(part.i for child in audience for part in included(child, words))


def _understood(verb: Token, roles: Mapping[int, str], words: Words) -> frozenset[int]:
    """Who acts in an infinitive or participle without a subject: "caused [the UN] to withdraw"; nobody where unsure."""
    if verb.dep_ not in CONTROLLED or is_passive(verb) or not verb.labels.isdisjoint(SUBJECTS):
        return frozenset()
    found = controllers(verb, words)
    if any(token.pos_ not in NOMINAL or roles.get(token.i, ACTOR) not in AGENTIVE for token in found):
        return frozenset()
    return frozenset(part.i for token in found for part in included(token, words))

"""Control: who is understood to act in a clause that has no subject of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.speech import speech_at
from kg.grammar.syntax import (
    ANY_SUBJECTS,
    RELATIVE_TAGS,
    SUBJECTS,
    is_behind,
    is_passive,
    marker_of,
    marks_of,
    modified_by,
    stray_subject,
)
from kg.records import Term

if TYPE_CHECKING:
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

DENIES = Term("Denies")
"""The stance of who denies charges, which are against him: "denied reports of [arming] rebels"."""
DEPTH = 6  # control chains longer than this ("seemed to agree to try to ...") are parser noise
OUTER = "nsubj:outer"
OWN = frozenset({Term("Says"), Term("Confirms"), Term("Promises")})
"""The stances of verbs whose object is the subject's own: who announces a plan has it, who criticises one does not."""


def controllers(verb: Token, words: Words, depth: int = 0) -> list[Token]:
    """Return the tokens that are understood as the subject of a clause without one (control, raising, sharing)."""
    if is_headline_future(verb, words):
        return [verb.head]
    if (other := stray_subject(verb) or _extracted(verb)) is not None:
        return [other]
    if depth > DEPTH or verb.dep_ in {"ROOT", "root", "ccomp", "parataxis"} or is_of_all(verb, words):
        return []
    head = _governor(verb)
    if verb.dep_ in {"advcl", "xcomp"} and _is_set_off(verb):
        while head.dep_ == "xcomp":
            head = head.head
        hurts = is_passive(head) and verb.lemma_.lower() in words.weapons.hurting_verb
        return [] if hurts else _subjects(head, depth, words)  # "the jet was shot down, killing its pilot"
    if verb.dep_ in {"xcomp", "advcl", "conj"}:
        governed = _subjects(head, depth, words)
        conduct = words.prepositions.conduct
        if urged := called_upon(verb, words) or directed_to(verb, words):
            return urged
        thanked_for = verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in conduct for c in verb.children)
        if (verb.dep_ == "xcomp" or thanked_for) and (
            objects := [child for child in head.children if child.dep_ in {"obj", "iobj"}]
        ):
            committed = head.pos_ != "VERB" or head.lemma_.lower() in words.function.committing_verb
            return governed if committed else objects
        return governed
    if verb.dep_ == "acl" and verb.tag_ in {"VB", "VBG"}:
        return _owners(head, depth, words)
    return []


def _extracted(gerund: Token) -> Token | None:
    """Return whom a clause is on whose pronoun a parser hung on the gerund: "Hamas, [which] Togo accuses of it"."""
    clause = gerund.head
    if gerund.tag_ != "VBG" or clause.dep_ != "acl:relcl" or not marks_of(gerund):
        return None
    pronouns = any(child.tag_ in RELATIVE_TAGS and child.i < clause.i for child in gerund.children)
    return modified_by(clause) if pronouns else None


def is_of_all(infinitive: Token, words: Words) -> bool:
    """Say whether an infinitive tells what a vote is for, which all do: "signed up for the ballot [to elect] a mayor".

    Who holds the vote does so himself.
    """
    first = infinitive.left_edge.i
    if infinitive.tag_ != "VB" or not first:
        return False
    noun = infinitive.doc[first - 1]
    return noun.dep_ == "obl" and noun.lemma_.lower() in words.function.polling_noun


def subjects_of_outer(verb: Token, words: Words) -> list[Token]:
    """Return who does what a clause for a predicate tells: "the first thing that [he] will do is meet her"."""
    outer = [child for child in verb.children if child.dep_ == OUTER]
    clauses = (child for noun in outer for child in noun.children if child.dep_ == "acl:relcl")
    return [subject for clause in clauses for subject in _subjects(clause, 0, words)]


def directed_by(verb: Token, words: Words) -> list[Token]:
    """Return whom a verb of that kind has do something: "pressed [Chad] to sign", "gave [Chad] a week to leave"."""
    if verb.lemma_.lower() not in words.function.directing_verb:
        return []
    receivers = [child for child in verb.children if child.dep_ == "iobj"]
    return receivers or [child for child in verb.children if child.dep_ == "obj"]


def sent_by(verb: Token, words: Words) -> list[Token]:
    """Return the holders of offices whom somebody sends, to go in his place: "sent his [minister] to Cairo"."""
    if verb.lemma_.lower() not in words.function.sending_verb:
        return []
    sent = (child for child in verb.children if child.dep_ in {"obj", "nsubj:pass"})
    return [one for one in sent if one.ent_type_ == "PERSON" or one.lemma_.lower() in words.offices.office_noun]


def directed_to(infinitive: Token, words: Words) -> list[Token]:
    """Return whom the verb above an infinitive has do what that says: "pushed [Chad] to sign"."""
    verb = infinitive.head
    directed = directed_by(verb, words) or sent_by(verb, words) if infinitive.tag_ == "VB" else []
    return [one for one in directed if one.i < infinitive.i]


def _governor(clause: Token) -> Token:
    """The verb above a clause, which may hang on an adverb of it: "[stopped] short of striking"."""
    head = clause.head
    return head.head if clause.dep_ == "advcl" and head.dep_ == "advmod" else head


def called_upon(verb: Token, words: Words) -> list[Token]:
    """Return who is to do what an infinitive says where a preposition names them: "called on [Turkey] to release"."""
    head = verb.head
    if verb.tag_ != "VB" or verb.dep_ not in {"xcomp", "advcl"}:
        return []
    mark = next((child.lower_ for child in verb.children if child.dep_ == "mark"), "")  # none in "helped them win"
    near = (*head.children, *(child for child in verb.children if child.dep_ == "nsubj"))
    between = [child for child in near if child.dep_ in {"obl", "nsubj"} and head.i < child.i < verb.i]
    control = words.prepositions.control
    # In "called for Turkey to release" parsers take "for" for a mark of the infinitive, and the name for a subject.
    return [child for child in between if f"{head.lemma_.lower()} {marker_of(child) or mark}" in control]


def _is_set_off(verb: Token) -> bool:
    """Say whether a comma makes a participle go on with the whole sentence: "urged the US to act, warning that"."""
    return verb.tag_ == "VBG" and is_behind(",", verb.left_edge) and "mark" not in verb.labels


def is_headline_future(verb: Token, words: Words) -> bool:
    """Say whether an infinitive is a headline's verb, "Macron to host Zelensky", with the name taken for its root.

    Or for a subject of who says so: "Trump to meet Putin, Kremlin says".
    """
    name = verb.head
    if verb.tag_ != "VB" or name.pos_ != "PROPN" or name.i > verb.i:
        return False
    if verb.dep_ in {"acl", "advcl"} and name.dep_ in SUBJECTS:
        return speech_at(name.head, words) is not None and verb.left_edge.i == name.i + 1
    return verb.dep_ == "parataxis" or (verb.dep_ == "acl" and name.dep_ in {"ROOT", "root"})


def _subjects(verb: Token, depth: int, words: Words) -> list[Token]:
    """The logical subject of a verb if active, the patient of a passive one ("was urged to send")."""
    own = [child for child in verb.children if child.dep_ in ANY_SUBJECTS]
    own = [modified_by(verb) if child.tag_ in RELATIVE_TAGS and verb.dep_ == "acl:relcl" else child for child in own]
    if own:
        return own
    if verb.dep_ == "acl:relcl":
        return [modified_by(verb)]
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and not marks_of(verb):
        return [modified_by(verb)]  # "the importance of supporting Kyiv" supports nobody
    return controllers(verb, words, depth + 1)


def _owners(noun: Token, depth: int, words: Words) -> list[Token]:
    """Who is to do what an infinitive behind a noun says: "the Pentagon's decision to pause"."""
    if any(child.dep_ == "cop" for child in noun.children):  # "Germany is in talks to buy"
        return [child for child in noun.children if child.dep_ in SUBJECTS]
    control, lemma = words.prepositions.control, noun.lemma_.lower()
    asked = [child for child in noun.children if child.dep_ == "nmod" and f"{lemma} {marker_of(child)}" in control]
    if asked:
        return asked  # "its appeal to [Chad] to release them"
    behind = words.prepositions.agentive | words.prepositions.genitive
    owners = [child for child in noun.children if child.dep_ == "nmod:poss"]
    owners = owners or [child for child in noun.children if child.dep_ == "nmod" and marker_of(child) in behind]
    owners = owners or [
        child for child in noun.children if child.dep_ in {"amod", "compound"} and child.pos_ == "PROPN"
    ]
    owners = owners or [child for child in noun.children if child.dep_ == "amod" and child.is_title]
    if owners or noun.dep_ not in {"obj", "obl"}:
        asks = lemma in words.function.asking_noun  # "a call by elders to free him": not they
        return [] if asks else owners
    if noun.head.lemma_.lower() in words.function.reacting_verb:
        return []  # who "foiled an attempt to kill" kills nobody
    if noun.dep_ == "obj" and (given := directed_by(noun.head, words)):
        return given  # "gave [Chad] a week to agree"
    speech = speech_at(noun.head, words)
    theirs = speech is None or speech.stance in OWN or noun.lemma_.lower() in words.function.licence_noun
    theirs |= speech is not None and speech.stance == DENIES and noun.lemma_.lower() in words.speech.nouns
    return _subjects(noun.head, depth + 1, words) if theirs else []


def is_of_subject(gerund: Token, words: Words) -> bool:
    """Say whether a gerund behind a noun tells what the subject over that does or would do, and not the noun itself.

    So "was on the verge of [bombing] it", "came within hours of [bombing] it" and "denied reports of [bombing] it".
    """
    noun = gerund.head
    if gerund.dep_ != "acl" or not marks_of(gerund):
        return False
    near = marker_of(noun) in words.factuality.near_preposition
    if near or ("cop" in noun.labels and (marker_of(noun) or noun.lower_ in words.factuality.remote_word)):
        return True
    speech = speech_at(noun.head, words) if noun.dep_ == "obj" else None
    return speech is not None and speech.stance == DENIES and noun.lemma_.lower() in words.speech.nouns


def is_after_his_own(deed: Token, hurting: Token, words: Words) -> bool:
    """Say whether somebody was hurt after a deed of his own: "a gunman was [killed] after he attacked a school"."""
    verb = hurting.head if hurting.dep_ == "xcomp" else hurting  # "was shot dead"
    if deed.dep_ != "advcl" or deed.head.i != verb.i or marks_of(deed).isdisjoint(words.prepositions.conjunctive):
        return False
    persons = words.pronouns.male_pronoun | words.pronouns.female_pronoun | words.pronouns.pair_pronoun
    return any(child.dep_ in SUBJECTS and child.lower_ in persons for child in deed.children)

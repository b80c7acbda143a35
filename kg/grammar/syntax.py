"""The shape of clauses: labels as parsers mean them, prepositions, passives and coordination.

Labels are those of Universal Dependencies (https://universaldependencies.org/en/dep/).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.records import Span

if TYPE_CHECKING:
    from collections.abc import Container

    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

SUBJECTS = frozenset({"nsubj", "csubj", "nsubj:outer"})
PASSIVE_SUBJECTS = frozenset({"nsubj:pass", "csubj:pass"})
PASSIVE_SIGNS = PASSIVE_SUBJECTS | {"aux:pass"}
ANY_SUBJECTS = SUBJECTS | PASSIVE_SUBJECTS
AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
UNMISTAKABLE = frozenset({"VBD", "VBZ"})
"""The tags of verbs that can be no infinitive."""
NOUN_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
"""Subjects that are nouns, of whatever voice."""
NOMINAL_SUBJECTS = NOUN_SUBJECTS | {"nsubj:outer"}
AGENTS = ANY_SUBJECTS | {"obl:agent"}
OBLIQUES = frozenset({"obl", "obl:agent", "nmod", "nmod:poss", "obl:unmarked", "obl:tmod"})
JOINED = frozenset({"conj", "flat", "appos"})
CLAUSES_OF_NOUNS = frozenset({"acl", "acl:relcl"})
PARTICLES = frozenset({"compound:prt", "advmod"})
FINITE = frozenset({"VBD", "VBP", "VBZ"})
PLURAL = frozenset({"NNS", "NNPS"})
MARKING = frozenset({"case", "nmod:desc", "compound"})
"""Relations of a preposition, and of the words of a name on which parsers hang it instead."""
RELATIVE_ADVERB, UNMARKED = "WRB", frozenset[str]()
RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})

DETERMINING = frozenset({"det", "det:predet", "amod"})
"""Relations of a word that points back: "such" is no article, and stands before one (\"such an attack\")."""


def is_finite(predicate: Token) -> bool:
    """Say whether a predicate or one of its auxiliaries has a tense or a modal: "left", "is ill", "may leave"."""
    helpers = {child.tag_ for child in predicate.children if child.dep_ in AUXILIARIES}
    return predicate.tag_ in FINITE or bool(helpers & (FINITE | {"MD"}))


def marker_of(token: Token) -> str:
    """Return the preposition before an oblique or nominal modifier in lower case ("on behalf of"), "" without one."""
    title = None
    for child in token.lefts if not token.labels.isdisjoint(MARKING) else ():
        if child.dep_ == "case":
            return " ".join([child.lower_, *(part.lower_ for part in child.children if part.dep_ == "fixed")])
        if title is None and (child.dep_ == "nmod:desc" or (child.dep_ == "compound" and child.pos_ == "PROPN")):
            title = child
    # Parsers hang the preposition on the office or the first word of a name.
    return "" if title is None else marker_of(title)


def is_answered(event: Token, words: Words) -> bool:
    """Say whether an event is only the motive of another: "fired missiles in retaliation for the [strikes]"."""
    return not motives_of(event).isdisjoint(words.prepositions.motive)


def motives_of(event: Token) -> frozenset[str]:
    """Return the preposition before an event, and with the noun before that: "for", "in retaliation for"."""
    marker = marker_of(event)
    return frozenset({marker, f"{marker_of(event.head)} {event.head.lower_} {marker}"})


def marks_of(clause: Token) -> frozenset[str]:
    """Return the conjunctions and other marks of a clause in lower case: "if", "to", "from"."""
    if "mark" not in clause.labels:
        return UNMARKED
    return frozenset([child.lower_ for child in clause.children if child.dep_ == "mark"])


def span_of(token: Token) -> Span:
    """Return the characters of the token."""
    return Span(token.idx, token.idx + len(token))


def is_definite(noun: Token, words: Words) -> bool:
    """Say whether a word that points back stands before a noun: "the attack", "that call", "every such strike"."""
    if noun.labels.isdisjoint(DETERMINING):
        return False
    articles, pointers = words.function.definite_article, words.function.demonstrative
    before = (child.lower_ for child in noun.children if child.dep_ in DETERMINING)
    return any(word in articles or word in pointers for word in before)


def is_indefinite(noun: Token, words: Words) -> bool:
    """Say whether a word that begins something new stands before a noun: "an attack", "another call"."""
    if "det" not in noun.labels or is_definite(noun, words):
        return False
    new = words.joining.indefinite_determiner
    return any(child.dep_ == "det" and child.lower_ in new for child in noun.children)


def points_back(noun: Token, words: Words) -> bool:
    """Say whether a noun may be of what was told before, as a word before it says: "the attack", "her arrest"."""
    return "nmod:poss" in noun.labels or is_definite(noun, words)


def is_of_several(noun: Token, words: Words) -> bool:
    """Say whether a noun tells of several, and neither of those told before nor how many: "Russian strikes".

    Blasts are those of one attack.
    """
    if noun.tag_ not in PLURAL or "nummod" in noun.labels or noun.lemma_.lower() in words.blasts.blast_word:
        return False
    counted = any(child.lower_ in words.joining.pair_word or is_of_time(child, words) for child in noun.children)
    return not counted and not is_definite(noun, words)


def is_of_time(owner: Token, words: Words) -> bool:
    """Say whether a noun is owned by a time, which tells of when it is: "the day's meetings", "Monday's attacks"."""
    time = words.time
    owns = owner.dep_ == "nmod:poss"
    return owns and (owner.text in time.weekdays or owner.lower_ in time.units or owner.lower_ in time.shifts)


def has_additive(verb: Token, words: Words) -> bool:
    """Say whether an adverb tells of a verb that it is one deed more: "they [also] met"."""
    return "advmod" in verb.labels and any(
        child.dep_ == "advmod" and child.lower_ in words.joining.additive for child in verb.children
    )


def is_another(trigger: Token, words: Words) -> bool:
    """Say whether words set what a trigger tells apart from what was told before: "a separate attack", "also met".

    So also "another bomb killed two people", "a second gunman fired", "a third fled"; "two other men were hurt" by the
    same.

    "The new sanctions" are those that were told of, and new then; "the other agreements" are none of these.
    """
    if trigger.pos_ == "VERB":
        another = words.joining.indefinite_determiner & words.anaphors.other_word
        agents = (child for child in trigger.children if child.dep_ in AGENTS)
        return has_additive(trigger, words) or any(
            word.lower_ in (another if agent.dep_ in PASSIVE_SUBJECTS else words.joining.other_happening)
            for agent in agents
            for word in (agent, *agent.children)
            if (word.dep_ in DETERMINING or word == agent) and not is_definite(agent, words)
        )
    if trigger.labels.isdisjoint(DETERMINING):
        return False
    if not is_definite(trigger, words):
        return any(c.dep_ in DETERMINING and c.lower_ in words.anaphors.other_word for c in trigger.children)
    # "In the other attack, a bomb killed two" tells of the bomb; "the second such attack" may be the one just told.
    before = {child.lower_ for child in trigger.children if child.dep_ in DETERMINING}
    told = trigger.dep_ in OBLIQUES or before & words.function.pointer_to_kind
    return not told and bool(before & words.joining.other_happening)


def sentence_of(token: Token) -> Span:
    """Return the characters of the token's sentence, without white space around it."""
    text, start = token.sent.text, token.sent.start_char
    return Span(start + len(text) - len(text.lstrip()), start + len(text.rstrip()))


def is_passive(verb: Token) -> bool:
    """Say whether a verb form is passive: by its subject or auxiliary, or as a past participle that modifies a noun.

    Headlines leave the auxiliary out: "Kyiv hit by drones"; so do reports: "was reported [killed] in a raid".
    """
    labels = verb.labels
    if not labels.isdisjoint(PASSIVE_SIGNS):
        return True
    if "aux" in labels or "obj" in labels:
        return False
    reduced = verb.tag_ == "VBN" and verb.dep_ in {"acl", "xcomp"}
    return "obl:agent" in labels or (reduced and labels.isdisjoint(SUBJECTS))


def leads_phrase(adverb: Token) -> bool:
    """Say whether an adjective before a preposition only says more of where it is: "happened [close] to a school"."""
    if adverb.dep_ != "advmod" or adverb.tag_ != "JJ" or adverb.i + 1 == len(adverb.doc):
        return False
    behind = adverb.nbor()
    return behind.dep_ == "case" and behind.head.head.i == adverb.head.i


def _is_listed(name: Token, subject: Token) -> bool:
    """Say whether a comma joins a name to the one before it: as one name with it, or before a verb in the plural."""
    verb = subject.head
    plural = verb.tag_ in {"VB", "VBP"} and verb.i == name.right_edge.i + 1
    return name.dep_ == "flat" or (name.dep_ == "appos" and subject.dep_ in SUBJECTS and plural)


def conjuncts(token: Token) -> tuple[Token, ...]:
    """Return the token and what is coordinated with it to its right, in order of the text.

    In a headline a comma coordinates: "Zelensky, Trump discuss". Behind the last member no other follows: who speaks
    of "bombs on Fordow and Natanz, General Caine said" is none.
    """
    if token.labels.isdisjoint(JOINED):
        return (token,)
    found = [token]
    complete = False
    for child in token.children:
        if child.dep_ == "conj" and complete and not _is_joined(child):
            continue
        complete = complete or (child.dep_ == "conj" and _is_joined(child))
        behind_comma = child.i > token.i and child.nbor(-1).text == "," and _is_listed(child, token)
        if behind_comma or (child.dep_ == "conj" and child.i > token.i):
            found.extend(conjuncts(child))
    return tuple(found)


def _is_joined(conjunct: Token) -> bool:
    """Say whether "and" or a semicolon adds a member, which may be a list of its own: "A, B, and C; Mayor D"."""
    return "cc" in conjunct.labels or is_behind(";", conjunct.left_edge)


def is_cleft(clause: Token, words: Words) -> bool:
    """Say whether a clause tells what the noun that "it is" singles out did: "It was Israel that [struck]"."""
    named = clause.head
    # A name takes no relative clause that is not set off: there is nobody else of that name to tell it from.
    of_name = clause.dep_ == "acl:relcl" and named.pos_ == "PROPN" and not is_behind(",", clause.left_edge)
    if not (of_name or clause.dep_ == "advcl:relcl") or named.pos_ not in {"NOUN", "PROPN", "PRON"}:
        return False
    noun = named.head if named.dep_ == "conj" else named  # "not Ann but [Bo] who"
    if "cop" not in noun.labels:
        return False
    subjects = {child.lower_ for child in noun.children if child.dep_ in SUBJECTS or child.dep_ == "expl"}
    return bool(subjects & words.pronouns.neuter_pronoun)


def antecedent(token: Token) -> Token:
    """Return the noun that a relative pronoun stands for ("Israel, [whose] jets bombed Beirut"), else the token."""
    here = token
    while token.tag_ in RELATIVE_TAGS and here.head.i != here.i:
        if here.dep_ == "acl:relcl":
            return modified_by(here)
        here = here.head
    return token


def first_conjunct(token: Token) -> Token:
    """Return the first member of the coordination that the token belongs to."""
    while token.dep_ == "conj":
        token = token.head
    return token


def is_subjunctive(verb: Token) -> bool:
    """Say whether a verb behind a conjunction and its subject is bare, as what is asked for is: "that he [resign]"."""
    if verb.tag_ != "VB" or not verb.labels.isdisjoint(AUXILIARIES):
        return False
    marks = [child.tag_ for child in verb.children if child.dep_ == "mark"]
    return bool(marks) and "TO" not in marks and any(child.dep_ in ANY_SUBJECTS for child in verb.lefts)


def is_behind(marks: Container[str], first: Token) -> bool:
    """Say whether a word is one of the marks or stands behind one: "Togo shelled Lome[, claims] Benin"."""
    return first.text in marks or (first.i > 0 and first.nbor(-1).text in marks)


def modified_by(clause: Token) -> Token:
    """Return what a clause below a noun is about, or the person whom that describes: "[Haider], a man who left"."""
    noun = clause.head
    if noun.dep_ == "nmod:desc":
        return noun.head  # "the ousted president Smith"
    personal = any(child.tag_ == "WP" for child in clause.children)
    beside = personal and noun.dep_ == "appos" and noun.pos_ == "NOUN" and noun.head.ent_type_ == "PERSON"
    return noun.head if beside else noun


def is_where(relative: Token) -> bool:
    """Say whether a relative word is an adverb, so that the noun before it is in no other place of the clause."""
    return relative.tag_ == RELATIVE_ADVERB


def relative_marker(relative: Token | None, words: Words) -> str:
    """Return the preposition with which a clause has the noun that it modifies: "in" of "the town where they met"."""
    if relative is None:
        return ""
    return min(words.prepositions.state) if is_where(relative) else marker_of(relative)


def stray_subject(clause: Token) -> Token | None:
    """Return the subject of a clause that parsers give to the verb of saying behind it: "[Trump] left, Macron said"."""
    verb = clause.head
    if clause.dep_ != "ccomp" or clause.i > verb.i or not clause.labels.isdisjoint(ANY_SUBJECTS):
        return None
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    if not any(subject.i > clause.i for subject in subjects):
        return None
    return next((subject for subject in subjects if subject.i < clause.i), None)


def base_phrase(noun: Token) -> str:
    """Return the noun with the modifiers before it: "senior officials", not "officials in Kyiv"."""
    before = [child.left_edge.i for child in noun.children if child.dep_ in {"amod", "compound"} and child.i < noun.i]
    return " ".join(noun.doc[min(before, default=noun.i) : noun.i + 1].text.split())

"""What a text takes for granted of an event, whatever the words around it say: attacks that must stop go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.factuality.held import PAST, goes_on_again, has_failed, is_behind_since, is_concluded, is_prospect
from kg.extract.factuality.prospects import is_of_coming_time
from kg.grammar.negation import has_negator
from kg.grammar.remembered import remembered
from kg.grammar.speech import speech_at
from kg.grammar.syntax import PLURAL, SUBJECTS, is_definite, is_indefinite, is_of_time, marker_of, marks_of
from kg.grammar.words import climb_collectives, entries, evokes
from kg.knowledge.lexicon import EntryKind
from kg.records import Term

if TYPE_CHECKING:
    from kg.grammar.tree import Token
    from kg.knowledge.taxonomy import Taxonomy
    from kg.knowledge.words import Words

ACTS = (Term("Support"), Term("Accusation"), Term("Demand"), Term("Rejection"), Term("Protest"))
THREAT, ATTACK, ARREST = Term("Threat"), Term("Attack"), Term("Arrest")
WORDS = frozenset({*ACTS, THREAT})
"""What somebody does by saying something."""
GOING_ON = frozenset({Term("Attack"), Term("Protest"), Term("Abduction"), Term("Mobilization"), Term("Sanction")})
ATTITUDES = frozenset({Term("Support"), Term("Rejection")})
JUDGMENTS = (Term("Support"), Term("Accusation"))
IN_FORCE = frozenset({Term("Sanction"), Term("Ceasefire"), Term("Agreement")})
CONVERSATION, REJECTION, DEMAND = Term("Conversation"), Term("Rejection"), Term("Demand")
NOUNS = frozenset({"NOUN", "PROPN"})
AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
PERFECT = "VBN"
YEAR = 4  # digits


@remembered
def is_taken_for_granted(token: Token, kind: Term, words: Words, taxonomy: Taxonomy) -> bool:
    """Say whether an event of the class is so whatever is said of what the word hangs on.

    It is what somebody ends or is to end, what another is defended from, what is in force, or talks that are being
    concluded.
    """
    if token.pos_ not in NOUNS or is_behind_since(token, words):
        return is_behind_since(token, words)
    noun = climb_collectives(token, words)
    if taxonomy.is_any_of(kind, GOING_ON):
        ended = _is_known(noun, words) and _is_ended(noun, words)
        if ended or _is_warded_off(noun, words):
            return True
    if taxonomy.is_any_of(kind, IN_FORCE) and _is_known(noun, words) and _is_upheld(noun, words):
        return True
    if (taxonomy.is_a(kind, ATTACK) and _cost_lives(noun, words)) or _is_judged(noun, words):
        return True
    going_on = taxonomy.is_a(kind, ARREST) and goes_on_again(noun, words)
    if going_on or _is_caused(noun, words) or _is_remembered(noun, words):
        return True
    if _is_mentioned(noun, words) or _is_mentioned(token, words):  # "details of", as "issue of", stands for the talks
        return True
    if taxonomy.is_a(kind, DEMAND) and _is_known(noun, words) and _is_answered(noun, words):
        return True
    return taxonomy.is_a(kind, CONVERSATION) and (is_concluded(noun, words) or has_failed(noun, words))


def _is_judged(noun: Token, words: Words) -> bool:
    """Say whether somebody is praised, thanked or blamed for it, and whose it is: "thanked her for [her visit]".

    What is judged has been done (Fillmore 1971, Verbs of Judging).
    """
    behind = noun.dep_ in {"obl", "nmod"} and marker_of(noun) in words.prepositions.purpose
    if not behind or not any(c.dep_ == "nmod:poss" and not is_of_time(c, words) for c in noun.children):
        return False  # "blamed her for last week's raid"
    judging = next((above for above in noun.ancestors if above.pos_ == "VERB"), noun)
    told = {entry.evokes for entry in entries(words, judging, EntryKind.EVENT)}
    return DEMAND not in told and not told.isdisjoint(JUDGMENTS)  # "called for his release", or names


def _is_remembered(noun: Token, words: Words) -> bool:
    """Say whether a day recalls it, or a time follows it: "plans for the anniversary of [the summit]"."""
    recalled = noun.dep_ == "nmod" and marker_of(noun) in words.prepositions.genitive and _is_known(noun, words)
    return recalled and noun.head.lemma_.lower() in words.time.commemorations


def _is_known(noun: Token, words: Words) -> bool:
    """Say whether a noun tells of what is known, or of several: "the attack", "their raids", and not "an attack"."""
    if is_definite(noun, words) or any(child.dep_ == "nmod:poss" for child in noun.children):
        return True
    return (noun.tag_ in PLURAL and not is_indefinite(noun, words)) or _is_mass(noun)


def _is_mass(noun: Token) -> bool:
    """Say whether a noun in the singular has no determiner at all: "end violence", "halt rocket fire"."""
    return noun.tag_ == "NN" and not any(child.dep_ in {"det", "nummod"} for child in noun.children)


def _is_ended(noun: Token, words: Words) -> bool:
    """Say whether a noun is the object of a verb of ending, or complement of such a noun: "an end to the attacks".

    Or whether it is to stop by itself: "attacks must stop", "wants the attacks to stop".
    """
    head, forms = noun.head, words.factuality
    infinitives = (child for child in (*noun.children, *head.children) if child.tag_ == "VB" and child.i > noun.i)
    if noun.dep_ in {"obj", "obl"} and any(_ends_by_itself(infinitive, words) for infinitive in infinitives):
        return True
    if noun.dep_ in {"obj", "nsubj:pass"} and head.pos_ == "VERB":
        return head.lemma_.lower() in forms.ending_verb
    if noun.dep_ in {"nsubj", "nsubj:pass"}:  # "the talks are to end on Friday", "attacks must stop"
        below = (c for c in head.children if c.dep_ == "xcomp")
        return _ends_by_itself(head, words) or any(c.lemma_.lower() in forms.ending_verb for c in below)
    ends = head.pos_ == "NOUN" and head.lemma_.lower() in forms.ending_noun
    joined = words.prepositions.dative | words.prepositions.genitive
    return ends and noun.dep_ in {"nmod", "obl"} and marker_of(noun) in joined


def _ends_by_itself(verb: Token, words: Words) -> bool:
    return verb.lemma_.lower() in words.factuality.ending_verb and not any(c.dep_ == "obj" for c in verb.children)


def _is_upheld(noun: Token, words: Words) -> bool:
    """Say whether a noun is the object of a verb of what is in force: "will enforce the sanctions"."""
    return noun.dep_ in {"obj", "nsubj:pass"} and noun.head.lemma_.lower() in words.factuality.upholding_verb


def _cost_lives(noun: Token, words: Words) -> bool:
    """Say whether a clause counts whom an attack hurt, so that it was made: "plotted the bombing that killed ten"."""
    clauses = (c for c in noun.children if c.dep_ == "acl:relcl" and c.tag_ == "VBD")
    own = (c for c in clauses if not any(child.dep_ == "aux" for child in c.children))
    return any(entry for clause in own for entry in entries(words, clause, EntryKind.FIGURE))


def _is_caused(noun: Token, words: Words) -> bool:
    """Say whether a noun that is known tells what was brought about: "denied that it forced [his exit]"."""
    verb = noun.head
    caused = noun.dep_ == "obj" and verb.tag_ in PAST and verb.lemma_.lower() in words.factuality.causing_verb
    owned = any(child.dep_ == "nmod:poss" for child in noun.children)
    return caused and (owned or is_definite(noun, words)) and not any(c.dep_ == "xcomp" for c in verb.children)


def _is_mentioned(noun: Token, words: Words) -> bool:
    """Say whether a noun that is known tells what is spoken of or not: "made no mention of [his visit]"."""
    link = marker_of(noun) in words.prepositions.genitive | words.prepositions.dative
    spoken = noun.dep_ == "nmod" and link and noun.head.lemma_.lower() in words.factuality.mentioning_noun
    owned = any(child.dep_ == "nmod:poss" for child in noun.children)
    known = owned or is_definite(noun, words)
    return spoken and known and not (is_prospect(noun, words) or is_of_coming_time(noun, words))


def _is_answered(noun: Token, words: Words) -> bool:
    """Say whether a demand is what something is done about: "waited for it to meet their demand"."""
    verb, forms = noun.head.lemma_.lower(), words.factuality
    yields = noun.dep_ == "obl" and verb in forms.yielding_verb and marker_of(noun) in words.prepositions.comitative
    return yields or (noun.dep_ in {"obj", "nsubj:pass"} and verb in forms.answering_verb)


def is_act_of_words(token: Token, kind: Term, words: Words, taxonomy: Taxonomy) -> bool:
    """Say whether a predicate is itself what somebody does by saying something, under no modal.

    Its condition is one of what is said: who "threatened action unless they were freed" has threatened.
    """
    if not taxonomy.is_any_of(kind, WORDS):
        return False
    if taxonomy.is_a(kind, REJECTION) and has_negator(token, words):
        return True  # "will not change its stance unless"
    if any(child.tag_ == "MD" for child in token.children):
        return False
    evoked = (entry.evokes for entry in entries(words, token, EntryKind.EVENT))
    return speech_at(token, words) is not None or any(above in WORDS for above in evoked)


def _is_warded_off(noun: Token, words: Words) -> bool:
    """Say whether a noun is the one attack of somebody that another is defended from, not any that may come.

    So "defend itself against Russia's invasion", and not "protect it from Russian attacks".
    """
    owned = any(child.dep_ == "nmod:poss" for child in noun.children)
    guarded = noun.dep_ == "obl" and noun.head.lemma_.lower() in words.factuality.warding_verb
    return guarded and owned and noun.tag_ not in PLURAL


def is_threatened_deed(token: Token, kind: Term, words: Words, taxonomy: Taxonomy) -> bool:
    """Say whether a threat is told by the deed alone: who says that he "would use missiles if attacked" threatens."""
    if not taxonomy.is_a(kind, THREAT) or token.pos_ != "VERB" or speech_at(token, words) is not None:
        return False
    return not evokes(token, {THREAT}, words, taxonomy)


def is_part_in_doubt(token: Token, words: Words) -> bool:
    """Say whether a noun tells of one event that happened, and only somebody's part in it is open.

    So "suspected of a role in the bombing": whoever made it, there was one.
    """
    noun = climb_collectives(token, words)
    if noun.pos_ not in NOUNS or noun.dep_ not in {"nmod", "obl"}:
        return False
    if noun.head.lemma_.lower() in words.factuality.linking_verb:
        return is_anchored(noun, words)  # "men linked to the bombing"
    if noun.head.pos_ != "NOUN":
        return False
    shares = marker_of(noun) in words.prepositions.site and any(entries(words, noun.head, EntryKind.SUPPORT))
    return shares and is_anchored(noun, words)


def is_anchored(noun: Token, words: Words) -> bool:
    """Say whether a noun tells of one event that happened: by an article that points back, or what it did.

    So "the bombing", "last month's bombing" and "a bombing that killed ten".
    """
    if is_definite(noun, words):
        return True
    for child in noun.children:
        past = child.tag_ == "VBD" and not any(c.dep_ == "aux" for c in child.children)
        if child.dep_ == "acl:relcl" and past:
            return True
        if child.dep_ in {"nmod:poss", "nmod:unmarked", "compound"} and _is_past_time(child, words):
            return True
    return False


def is_dated_before(noun: Token, words: Words) -> bool:
    """Say whether a noun that is known bears the year or month of what happened: "the 1990 [invasion]"."""
    dates = (child for child in noun.children if child.dep_ in {"nummod", "compound", "nmod:unmarked"})
    year = any((len(date.text) == YEAR and date.text.isdigit()) or date.text in words.time.months for date in dates)
    return noun.pos_ in NOUNS and year and is_definite(noun, words)


def _is_past_time(noun: Token, words: Words) -> bool:
    """Say whether a noun names a time before now: "last month's"."""
    if noun.lower_ in words.time.units:
        return any(words.time.deictics.get(child.lower_, 0) < 0 for child in noun.children)
    return words.time.shifts.get(noun.lower_, 0) < 0


def is_performed_with_hedge(verb: Token, words: Words) -> bool:
    """Say whether one does by these words what one wants to: "I want to thank you" (Fraser 1975)."""
    head = verb.head
    if verb.dep_ != "xcomp" or (speech_at(verb, words) is None and not is_act(verb, words)):
        return False
    if head.lemma_.lower() not in words.factuality.hedging_verb or head.tag_ in PAST:
        return False
    speaks = words.function.speaking_subject
    subject = [child for child in head.children if child.dep_ in SUBJECTS]
    negated = has_negator(head, words)
    return not negated and any(child.lower_ in speaks for child in subject)


def is_act(verb: Token, words: Words) -> bool:
    """Say whether a verb tells what somebody does by saying it: thanks, blames, demands, rejects."""
    found = entries(words, verb, EntryKind.EVENT)
    return any(entry.evokes in ACTS for entry in found)


def was_taken(verb: Token, words: Words) -> bool:
    """Say whether an infinitive tells what somebody was able to do, had a chance or used something to do, and so did.

    Who will have a chance will take it.
    """
    head = verb.head
    forms = words.factuality
    if verb.dep_ in {"xcomp", "ccomp"} and head.lower_ in forms.able_adjective:
        return _is_past(head)
    if verb.dep_ not in {"acl", "xcomp"} or head.dep_ != "obj":
        return False
    above, has_chance = head.head, head.lemma_.lower() in forms.chance_noun
    ahead = any(child.lower_ in forms.future_auxiliary for child in above.children)
    if marks_of(above) & forms.preceding_conjunction:
        return False  # "before they had a chance to strike"
    takes = forms.having_verb if has_chance else forms.using_verb
    return above.lemma_.lower() in takes and (ahead or above.tag_ == "VBD" or _is_past(above))


def _is_past(predicate: Token) -> bool:
    """Say whether a predicate is in the past or perfect, and neither denied nor under a modal."""
    helpers = [child for child in predicate.children if child.dep_ in AUXILIARIES]
    denied = any(child.dep_ == "advmod" and child.pos_ == "PART" for child in predicate.children)
    if denied or any(child.tag_ == "MD" for child in helpers):
        return False
    perfect = predicate.tag_ == PERFECT or any(child.tag_ == PERFECT for child in helpers)
    return any(child.tag_ == "VBD" for child in helpers) or (perfect and bool(helpers))


def is_told_by_denial(token: Token, kind: Term, words: Words, taxonomy: Taxonomy) -> bool:
    """Say whether a word tells an event only by its denial: who "will not accept" a plan rejects it."""
    if not taxonomy.is_a(kind, REJECTION):
        return False
    return not evokes(token, {REJECTION}, words, taxonomy)


def is_yielding(token: Token, words: Words) -> bool:
    """Say whether a word tells that somebody does what is asked, and so rejects it only where it is denied: "heed"."""
    return token.pos_ == "VERB" and token.lemma_.lower() in words.factuality.yielding_verb


def is_given_up(token: Token, kind: Term, words: Words, taxonomy: Taxonomy) -> bool:
    """Say whether an attitude was given up: who "dropped its opposition" is opposed no longer."""
    verb = token.head
    if not taxonomy.is_any_of(kind, ATTITUDES) or token.pos_ not in NOUNS or token.dep_ not in {"obj", "nsubj:pass"}:
        return False
    real = verb.tag_ in PAST and not any(child.tag_ == "MD" or child.dep_ == "mark" for child in verb.children)
    denied = has_negator(verb, words)
    return real and not denied and verb.lemma_.lower() in words.factuality.abandoning_verb

"""What has happened, as its tense, its end or a charge shows: talks are concluded, or have failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.negation import has_negator
from kg.grammar.speech import speech_at
from kg.grammar.syntax import PARTICLES, SUBJECTS, is_behind, is_passive, marker_of, marks_of, motives_of, points_back
from kg.grammar.time.tense import is_measured
from kg.grammar.words import entries
from kg.knowledge.lexicon import EntryKind
from kg.records import Factuality, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

PREDICATIVE = frozenset({"ADJ", "NOUN", "PROPN"})
PAST, PRESENT = frozenset({"VBD", "VBN"}), frozenset({"VBZ", "VBP"})
CONVERSATION, AGREEMENT = Term("Conversation"), Term("Agreement")
CLAIMS, CLAUSES = Term("Claims"), frozenset({"advcl", "obl"})
NOUNS = frozenset({"NOUN", "PROPN"})


def is_past(verb: Token) -> bool:
    """Say whether a finite verb is in the past tense or perfect and under no modal: "shelled", "was" or "has shelled".

    What is told so under no operator happened: 1,461 of 1,464 active triggers of annotated stories.
    """
    helpers = {child.tag_ for child in verb.children if child.dep_ in {"aux", "aux:pass"}}
    perfect = any(child.dep_ == "aux" and child.tag_ in PRESENT for child in verb.children)
    happened = "VBD" in helpers or perfect
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and happened and not helpers & {"MD", "TO"})


def is_charged(verb: Token, words: Words) -> bool:
    """Say whether a gerund tells what somebody is accused of, so that it has happened: "accused Chad of [shelling]".

    Of 36 such triggers of annotated stories 33 are told as having happened, and three as denied.
    """
    speech = speech_at(verb.head, words) if verb.tag_ == "VBG" and verb.dep_ in CLAUSES else None
    return speech is not None and speech.stance == CLAIMS and not marks_of(verb).isdisjoint(words.prepositions.charge)


def was_held(noun: Token, words: Words) -> bool:
    """Say whether the past of a main clause tells that there was an event: "Chad held [talks]", "[talks] were held".

    The perfect tells it of talks no less, "has held [talks]", and the progressive, "are attending [the talks]"; what
    somebody "has ordered" is mostly still to come.
    """
    verb = noun.head
    helpers = {child.tag_ for child in verb.children if child.dep_ == "aux"}
    going_on = verb.tag_ == "VBG" and not any(child.text in words.time.weekdays for child in verb.children)
    perfect = (verb.tag_ == "VBN" or going_on) and bool(helpers) and helpers <= {"VBZ", "VBP", "VBD"}
    if _is_there_for_it(noun, words):
        return True
    passive = any(child.dep_ == "aux:pass" and child.tag_ == "VBD" for child in verb.children)
    active = (verb.tag_ == "VBD" or perfect) and noun.dep_ == "obj"
    told = verb.dep_ == "ROOT" and (active or (passive and noun.dep_ == "nsubj:pass"))
    above = entries(words, verb, EntryKind.SUPPORT)
    return told and any(not perfect or CONVERSATION in entry.over for entry in above)


def _is_there_for_it(noun: Token, words: Words) -> bool:
    """Say whether somebody is where he is for it: "is in Greece for a state [visit]"."""
    place = noun.head
    located = place.pos_ in NOUNS and marker_of(place) in words.prepositions.site and "cop" in place.labels
    open_ = any(child.tag_ == "MD" or child.dep_ == "aux" for child in place.children)
    return located and not open_ and not has_negator(place, words) and marker_of(noun) in words.prepositions.purpose


def is_behind_a_past(noun: Token, words: Words) -> bool:
    """Say whether a noun that is known tells after or for what something was done: "rose following [the withdrawal]".

    What somebody asked to be done after it may be to come with it, unless a comma sets it off.
    """
    if noun.dep_ not in {"obl", "nmod"} or marker_of(noun) not in words.prepositions.factive:
        return False
    verbs = (above for above in noun.ancestors if above.pos_ == "VERB")
    verb = next(verbs, None)
    while verb is not None and verb.tag_ == "VB" and is_behind(",", noun.left_edge):
        verb = next(verbs, None)
    return points_back(noun, words) and verb is not None and (is_past(verb) or _is_perfect(verb))


def is_given_in_exchange(noun: Token, words: Words) -> bool:
    """Say whether it was given for something that was done: "freed him in exchange for [the release] of ten"."""
    if noun.dep_ != "nmod" or motives_of(noun).isdisjoint(words.prepositions.exchange):
        return False
    verb = next((above for above in noun.ancestors if above.pos_ == "VERB"), None)
    return verb is not None and (is_past(verb) or _is_perfect(verb))


def _is_perfect(verb: Token) -> bool:
    helpers = {child.tag_ for child in verb.children if child.dep_ in {"aux", "aux:pass"}}
    return verb.tag_ == "VBN" and bool(helpers & PRESENT) and not helpers & {"MD", "TO"}


def is_concluded(noun: Token, words: Words) -> bool:
    """Say whether talks or a visit come to their end, so that they have been held: "is to conclude a trip".

    What somebody "will conclude" on a day may be to come as a whole.
    """
    verb, forms = noun.head, words.factuality
    if noun.dep_ not in {"obj", "nsubj:pass"} or verb.pos_ != "VERB":
        return False
    with_particles = {f"{verb.lemma_} {child.lower_}" for child in verb.children if child.dep_ in PARTICLES | {"xcomp"}}
    ahead = any(child.lower_ in forms.future_auxiliary for child in verb.children if child.dep_ == "aux")
    return not ahead and bool({verb.lemma_.lower(), *with_particles} & forms.concluding_verb)


def has_failed(noun: Token, words: Words) -> bool:
    """Say whether talks are said to have come to nothing, so that they were held: "their meeting had failed".

    What "failed to take place" was not, nor what was only planned.
    """
    verb = noun.head
    if is_prospect(noun, words):
        return False
    if noun.dep_ != "nsubj" or verb.tag_ not in PAST or any(c.dep_ in {"xcomp", "obj"} for c in verb.children):
        return False
    with_particles = {f"{verb.lemma_} {child.lower_}" for child in verb.children if child.dep_ in PARTICLES}
    open_ = any(c.tag_ == "MD" or (c.dep_ == "mark" and verb.dep_ == "advcl") for c in verb.children)
    denied = has_negator(verb, words)
    return not open_ and not denied and bool({verb.lemma_.lower(), *with_particles} & words.factuality.failing_verb)


def is_told_made(noun: Token, words: Words) -> bool:
    """Say whether a clause tells that an agreement was made, whatever came of it: "scrapped a truce it had signed"."""
    clauses = (child for child in noun.children if child.dep_ == "acl:relcl" and is_past(child))
    made = (clause for clause in clauses if not has_negator(clause, words))
    found = (entry for clause in made for entry in entries(words, clause, EntryKind.SUPPORT, EntryKind.EVENT))
    return any(AGREEMENT in entry.over or entry.evokes == AGREEMENT for entry in found)


def is_prospect(noun: Token, words: Words) -> bool:
    """Say whether an adjective tells that a noun is of what was only to come: "a planned [meeting]"."""
    added = (child for child in noun.children if child.dep_ == "amod" and child.i < noun.i)
    given = {term for word in added for entry in entries(words, word, EntryKind.OPERATOR) for term in entry.gives}
    return not given.isdisjoint({Factuality.PLANNED.value, Factuality.POSSIBLE.value})


def is_held_for_something(noun: Token) -> bool:
    """Say whether a predicate tells only what people hold a thing for: "[the test] is considered routine"."""
    if noun.dep_ not in {"nsubj:pass", "obj"} or noun.head.tag_ == "VB" or "xcomp" not in noun.head.labels:
        return False
    return any(child.dep_ == "xcomp" and child.pos_ in PREDICATIVE for child in noun.head.children)


def is_behind_since(token: Token, words: Words) -> bool:
    """Say whether it is that since which something is or is to be done: "the first talks since his [election]".

    So also "since [winning] a vote"; "since he will come" gives a reason.
    """
    since = words.factuality.elapsed_preposition
    if token.pos_ in NOUNS:
        return token.dep_ in {"nmod", "obl"} and marker_of(token) in since
    helpers = {child.tag_ for child in token.children if child.dep_ in {"aux", "aux:pass", "cop"}}
    told = token.tag_ in PAST | {"VBG"} and not helpers & {"MD", "VBZ", "VBP"}
    return told and token.dep_ == "advcl" and not marks_of(token).isdisjoint(since)


def is_reporters_order(verb: Token, words: Words) -> bool:
    """Say whether a clause only places in time what was said, and so is the reporter's: ", hours after rebels [fled]".

    It stands behind a comma and tells by how much; who speaks does not report so.
    """
    placed = verb.dep_ == "advcl" and is_past(verb) and is_measured(verb, words)
    return placed and is_behind(",", verb.left_edge)


def goes_on_again(noun: Token, words: Words) -> bool:
    """Say whether a noun is of what is to go on, and so has begun: "the [trial], which was scheduled to resume".

    A parser may hang such a clause on the last noun of the phrase.
    """
    verbs = [noun.head] if noun.dep_ in SUBJECTS | {"nsubj:pass"} else []
    verbs += [child for part in _inside(noun) for child in part.children if child.dep_ == "acl:relcl"]
    verbs += [child for verb in verbs for child in verb.children if child.dep_ == "xcomp"]
    open_ = (verb for verb in verbs if verb.tag_ == "VB" or is_passive(verb))
    return any(verb.pos_ == "VERB" and verb.lemma_.lower() in words.factuality.resuming_verb for verb in open_)


def _inside(noun: Token) -> Iterator[Token]:
    """Yield a noun and those that belong to it or are joined to these."""
    yield noun
    for child in noun.rights:
        if child.dep_ in {"nmod", "conj"}:
            yield from _inside(child)

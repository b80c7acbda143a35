"""Scope: which operators reach down to a predicate, those beside it and those of the words above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.factuality.aims import is_aim_of_what_is_open, is_aimed, is_motive, is_reached
from kg.extract.factuality.beside import effects_beside, had_by, is_brought_about, is_stray_predicate
from kg.extract.factuality.denials import deed_told_beside, denied_with, is_left_undone, is_unspoken_charge
from kg.extract.factuality.granted import IN_FORCE, NOUNS, is_performed_with_hedge, was_taken
from kg.extract.factuality.held import is_held_for_something, is_prospect, is_told_made
from kg.extract.factuality.operators import CALLED_FALSE, CONDITION, FACTUALITIES, GRANTED
from kg.extract.factuality.questions import is_in_question
from kg.extract.factuality.unfulfilled import is_singled_out
from kg.grammar.called import is_called_false
from kg.grammar.control import called_upon, directed_to
from kg.grammar.drafts import is_of_draft
from kg.grammar.negation import is_excluded, is_outstanding
from kg.grammar.syntax import (
    FINITE,
    NOMINAL_SUBJECTS,
    PLURAL,
    RELATIVE_TAGS,
    is_cleft,
    marker_of,
    marks_of,
)
from kg.grammar.words import climb_collectives, entries
from kg.knowledge.lexicon import EntryKind
from kg.records import Factuality, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.factuality.operators import Effect, Operators
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

OWN_CLAIM = frozenset({"ROOT", "root", "parataxis", "appos", "acl:relcl", "advcl:relcl", "list", "dislocated"})
SUPPORTED = frozenset({"obj", "nsubj:pass", "nmod", "obl"})
NOMINAL = frozenset({"ccomp", "csubj", "csubj:pass", "obj", "nsubj:pass", "nmod", "obl"})
SAYS, DEMAND, TRANSFER = Term("Says"), Term("Demand"), Term("Transfer")
DEPTH = 8


def effects_over(token: Token, operators: Operators, words: Words) -> Iterator[Effect]:
    """Yield the operators over a predicate from the inside out: those beside it, then those of each word above it."""
    reach = token.doc[-1].i
    below: set[int] = set()
    for step in range(DEPTH):
        if step and _is_demand(token, words):
            return
        beside = effects_beside(token, operators, reach, words, below)
        yield from beside
        if any(effect.final for effect in beside):
            return
        token = climb_collectives(token, words)
        below.add(token.i)
        if (settled := _settled(token, operators, words)) is not None:
            yield settled
            return
        around = step == 0 and token.dep_ == "obl" and marker_of(token) in words.prepositions.circumstance
        deed = deed_told_beside(token, operators, words) if around else None
        head = deed or _above(token, operators, words, is_event=step == 0)
        if head is None or (around and deed is None and _tells_more(head, words)):
            return
        if was_taken(token, words):
            yield GRANTED
        elif token.dep_ != "conj" and not around:
            governing = list(operators.effects(head))
            yield from governing
            if any(effect.final for effect in governing) and not operators.is_only_wanted(head):
                return
        reach = _reach(token, words)
        token = head


def _settled(token: Token, operators: Operators, words: Words) -> Effect | None:
    """What a word's own place says of it whatever is further out, None where that counts."""
    if is_performed_with_hedge(token, words) or is_told_made(token, words):
        return GRANTED
    if is_called_false(token, words):
        return CALLED_FALSE
    return CONDITION if is_unspoken_charge(token, operators) else None


def _is_demand(noun: Token, words: Words) -> bool:
    """Say whether a noun tells that something is asked for, which may be whatever becomes of it: "rejected [calls]"."""
    if noun.pos_ != "NOUN" or marker_of(noun):
        return False  # "agreed in a call to meet" asks nothing
    return any(entry.evokes == DEMAND for entry in entries(words, noun, EntryKind.EVENT))


def _tells_more(verb: Token, words: Words) -> bool:
    """Say whether a verb tells more than that its adjunct took place: "nobody was [killed] in the attack"."""
    return bool(entries(words, verb, EntryKind.EVENT, EntryKind.FIGURE))


def _reach(token: Token, words: Words) -> int:
    """Return how far to the right the words beside the head count for what hangs on it.

    Coordinated words share those before the first of them, but "did not attack Iran and struck Syria" shares nothing;
    "nor" denies by itself.
    """
    if token.dep_ != "conj":
        return token.doc[-1].i
    verbs = token.pos_ == token.head.pos_ == "VERB"
    apart = verbs and token.tag_ != token.head.tag_ and not {token.tag_, token.head.tag_} <= FINITE
    joining = {child.lower_ for child in token.children if child.dep_ == "cc"}
    own = joining & (words.prepositions.adversative | words.negation.negative_conjunction)
    return -1 if apart or own or _has_subject(token) or token.pos_ != token.head.pos_ else token.i


def _has_subject(token: Token) -> bool:
    return not token.labels.isdisjoint(NOMINAL_SUBJECTS)


def _above(token: Token, operators: Operators, words: Words, *, is_event: bool) -> Token | None:
    """Return the word whose operators reach down to the token, or None at the border of an independent claim."""
    head = token.head
    if is_cleft(token, words):
        return None if is_excluded(head, words) else head
    if head == token or token.dep_ in OWN_CLAIM or _is_relative_clause(token):
        return None
    shared = token.dep_ in {"xcomp", "conj"} or _is_named_in(token, words) or _is_handed_over(token, words)
    shared |= _is_kind_of_prospect(token, operators, words) or _is_perceived(token, operators)
    shared |= is_event and is_aim_of_what_is_open(token, operators.kind, words, operators.taxonomy)
    if shared or _is_content(token, words) or called_upon(token, words):
        return head
    if token.dep_ == "advcl":
        return head if _is_governed(token, operators, words) else None
    if (said := _said_of(token, operators, words, is_event=is_event)) is not None:
        return said
    if _stands_by_itself(token, operators, words):
        return None
    if token.dep_ in NOMINAL and head.pos_ == "NOUN" and _is_about(token, words):
        return head  # "dismissed reports of a call", and not "reports after a call"
    if (token.dep_ in NOMINAL or _is_judged(token)) and operators.of(head):
        return head
    if token.dep_ in SUPPORTED and (any(_leaves_open(token, head, words)) or _is_begun(token, words)):
        return head
    return None


def _is_perceived(participle: Token, operators: Operators) -> bool:
    """Say whether somebody is seen or shown doing what a participle behind him tells: "shows troops [shelling] it"."""
    noun = participle.head
    told = participle.dep_ == "acl" and participle.tag_ == "VBG" and noun.dep_ == "obj" and noun.i < participle.i
    found = operators.of(noun.head) if told else []
    return any(Factuality.ASSERTED.value in entry.gives and not entry.presupposes for entry in found)


def _stands_by_itself(noun: Token, operators: Operators, words: Words) -> bool:
    """Say whether nothing that is said of the word above a noun says whether it came about."""
    if noun.dep_ == "nmod":
        located = marker_of(noun) in words.factuality.planned_circumstance  # "talks at a summit"
        if located or _is_apart(noun, words) or _is_only_written_there(noun, operators):
            return True
    ruled = noun.dep_ == "obl" and marker_of(noun) in words.prepositions.exposure  # "is required under the accord"
    return ruled or is_aimed(noun, words) or is_motive(noun, words) or is_held_for_something(noun)


def _is_kind_of_prospect(noun: Token, operators: Operators, words: Words) -> bool:
    """Say whether a noun tells of which kind a plan or attempt is: "[assassination] plot", and not "aid effort"."""
    if noun.dep_ != "compound" or noun.head.pos_ != "NOUN" or noun.i > noun.head.i:
        return False
    concluded = any(entry.evokes in IN_FORCE for entry in entries(words, noun.head, EntryKind.EVENT))
    concluded |= noun.head.lemma_.lower() in words.factuality.activity_noun
    return not concluded and any(not entry.gives.isdisjoint(FACTUALITIES) for entry in operators.of(noun.head))


def _is_named_in(noun: Token, words: Words) -> bool:
    """Say whether a noun is told as one of what the one above it sums up: "its acts, including the shelling"."""
    head = noun.head
    if (
        noun.dep_ not in {"nmod", "obl"}
        or head.pos_ not in NOUNS
        or marker_of(noun) not in words.prepositions.inclusive
    ):
        return False
    return head.tag_ in PLURAL or bool(entries(words, head, EntryKind.EVENT))


def _is_handed_over(noun: Token, words: Words) -> bool:
    """Say whether a noun tells what is handed over, which is as sure as that: "to allow the delivery of [aid]"."""
    if noun.dep_ != "nmod" or noun.head.pos_ != "NOUN" or marker_of(noun) not in words.prepositions.genitive:
        return False
    return any(entry.evokes == TRANSFER for entry in entries(words, noun.head, EntryKind.EVENT))


def _is_begun(noun: Token, words: Words) -> bool:
    """Say whether a verb only brings its object about, which stands as it does: "efforts to restart talks"."""
    verb = noun.head
    begins = verb.pos_ == "VERB" and verb.lemma_.lower() in words.factuality.beginning_verb
    return begins and noun.dep_ in {"obj", "nsubj:pass"}


def _is_content(clause: Token, words: Words) -> bool:
    """Say whether a clause tells what the noun before it is about: "a plan to strike", "reports officials met".

    So does a participle of what is to be adopted: "a resolution imposing sanctions". Of "Reports that it struck were
    false" a parser may take the first word for a verb.
    """
    if clause.dep_ == "ccomp":
        return any(is_stray_predicate(child) for child in clause.head.children if child.i > clause.i)
    if is_of_draft(clause, words):
        return True
    return clause.dep_ == "acl" and (clause.tag_ == "VB" or bool(marks_of(clause)) or _has_subject(clause))


def _is_governed(clause: Token, operators: Operators, words: Words) -> bool:
    """Say whether the verb above an adverbial clause governs it: "kept from striking", "pushed it to strike"."""
    marks = marks_of(clause)
    if clause.tag_ == "VB":
        governed = is_brought_about(clause, words) or is_singled_out(clause, words) or bool(directed_to(clause, words))
        reached = is_reached(clause, operators.kind, words, operators.taxonomy)  # "is to meet to discuss it"
        return governed or reached or is_left_undone(clause.head, operators)
    if _has_subject(clause) or clause.i < clause.head.i:
        return False
    if marks:
        return bool(marks & words.prepositions.gerund)
    between = clause.doc[clause.head.i + 1 : clause.left_edge.i + 1]
    return not any(token.is_punct for token in between) and bool(operators.of(clause.head))


def _said_of(subject: Token, operators: Operators, words: Words, *, is_event: bool) -> Token | None:
    """The word that says of a subject whether it came about: "talks [fell] through", "a call failed to [happen]".

    Talks that "failed" were held, unless the subject is only an effort to hold them. What a claim has may be "[truth]".
    """
    verb = subject.head
    if is_event and (denial := denied_with(subject, operators)) is not None:
        return denial
    if subject.dep_ != "nsubj":
        return None
    if any(entry.of_subject for entry in operators.of(verb)):
        return verb
    if is_event and is_in_question(subject, operators, words):
        return verb
    if "expl" in verb.labels and not is_event and any(e.negates for c in verb.children for e in operators.effects(c)):
        return verb  # "there was never any doubt that"
    made = not verb.labels.isdisjoint({"obj", "expl"})  # "the raid makes talks unlikely"
    for child in verb.children if "xcomp" in verb.labels else ():
        predicate = (child.pos_ == "ADJ" or "cop" in child.labels) and "obl" not in child.labels  # not "close to it"
        proved = not made and predicate and bool(operators.of(child))  # "reports proved false", "to be a hoax"
        arrives = is_event and is_outstanding(child, words) and any(entries(words, child, EntryKind.SUPPORT))
        undone = "aux:pass" in child.labels and bool(operators.of(child))  # "talks had to be cancelled"
        told = proved or arrives or undone or any(entry.of_subject for entry in operators.of(child))
        if child.dep_ == "xcomp" and told:
            return child
    if not is_event and (had := had_by(verb, operators)):
        return had[0]
    open_ = not is_event and any(not entry.gives.isdisjoint(FACTUALITIES) for entry in operators.of(subject))
    attempt = subject.pos_ == "NOUN" and (open_ or (is_event and is_prospect(subject, operators.words)))
    fails = any(Factuality.NEGATED.value in entry.gives for entry in operators.of(verb))
    return verb if attempt and fails else None  # "efforts to hold talks have failed"


def _is_about(content: Token, words: Words) -> bool:
    """Say whether a noun of saying stands above its content; a comment on a strike is none that there was one."""
    stance = words.speech.nouns.get(content.head.lemma_.lower())
    if stance is None:
        return False
    return content.dep_ != "nmod" or stance != SAYS or marker_of(content) in words.prepositions.genitive


def _is_apart(noun: Token, words: Words) -> bool:
    """Say whether a noun only dates another, or is what that is against: "a request after his call"."""
    return marker_of(noun) in words.prepositions.bounding & words.prepositions.circumstance | words.prepositions.opposed


def _is_only_written_there(noun: Token, operators: Operators) -> bool:
    """Say whether a noun of what is in force only tells where something is laid down: "the timeline in the treaty"."""
    return marker_of(noun) in operators.words.prepositions.inner and operators.is_over(*IN_FORCE)


def _leaves_open(token: Token, head: Token, words: Words) -> Iterator[bool]:
    """For each support entry of a word say whether the token stands where it takes its event."""
    for entry in entries(words, head, EntryKind.SUPPORT):
        yield token.dep_ != "obl" or any(marker_of(token) in argument.markers for argument in entry.arguments)


def _is_judged(subject: Token) -> bool:
    """Say whether the predicate tells how a thing stands: "[a meeting] is possible", "is not on the agenda".

    A noun without a preposition says what it is instead: "the strike was an attempt to kill him" was one.
    """
    predicate = subject.head
    copular = subject.dep_ == "nsubj" and "cop" in predicate.labels
    return copular and (predicate.pos_ == "ADJ" or bool(marker_of(predicate)))


def _is_relative_clause(token: Token) -> bool:
    return "nsubj" in token.labels and any(
        child.tag_ in RELATIVE_TAGS and child.dep_ == "nsubj" for child in token.children
    )

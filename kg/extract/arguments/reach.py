"""Reach: whom a clause can have for an argument, whatever a network takes for one.

An argument stands in the clause of its trigger, or in the place of one that the clause leaves open. What fills such a
place inside the clause shuts out whoever does something else beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.arguments.bystanders import AGENTIVE
from kg.grammar.remembered import remembered
from kg.grammar.syntax import NOUN_SUBJECTS, is_passive
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.grammar.tree import Token
    from kg.language.predicted import ArgumentPrediction

SITE = Term("place")
PATIENTS = frozenset({Term("target"), Term("person")})
PARTIES = AGENTIVE | PATIENTS
PARTIES |= {Term("participant"), Term("speaker"), Term("recipient"), Term("weapon"), SITE}
RELATIVES = frozenset({"WDT", "WP"})
RELATIVE_CLAUSE, ADJUNCT, GERUND = "acl:relcl", "advcl", "VBG"
APART = frozenset({ADJUNCT, "acl", RELATIVE_CLAUSE, "parataxis"})
"""Clauses below a trigger that tell of something else."""
TOLD_BELOW = frozenset({RELATIVE_CLAUSE, ADJUNCT, "ccomp", "parataxis"})
LINKS = APART | {"ccomp", "xcomp", "csubj"}
CLAUSES = LINKS | {"ROOT"}
ADDRESSEES = frozenset({"obj", "iobj", "obl"})
"""Where those stand to whom a clause is told: "told [Chad] that aid is on its way"."""
AGENT, POSSESSIVE, CONJUNCT = "obl:agent", "nmod:poss", "conj"
BESIDE = frozenset({CONJUNCT, ADJUNCT, "parataxis"})
"""How a clause hangs that stands beside another."""
NEAR, LEAST_FAR = 2, 0.8
"""The steps within which an argument is near, and the least probability beyond: below, every second was wrong."""
CONTROLLED = "xcomp"
OF_ITS_OWN = NOUN_SUBJECTS | {"mark", "case", "advmod"}
"""Relations below a clause that tells of another deed."""
SIDEWAYS = frozenset({CONJUNCT, "flat", "compound", "appos", CONTROLLED})
LEAST_APART = 0.85
"""The least probability with which a word in another clause is taken: below, one of three is right."""


def within_reach(trigger: Token, told: Sequence[ArgumentPrediction]) -> list[ArgumentPrediction]:
    """Return the arguments that the grammar of the trigger's sentence lets it have, coordinated ones in one role."""
    tokens = trigger.doc.tokens
    heads = {argument.head: argument.role for argument in told}
    own = {child.i for child in trigger.children if child.dep_ == POSSESSIVE}
    owners = {role for head, role in heads.items() if head in own}
    found = []
    for argument in told:
        word = tokens[argument.head]
        up, down = path(trigger, word)
        if argument.role == SITE and (_is_to_be_done(trigger, down) or (up and _has_own_site(trigger, heads))):
            continue
        if argument.role not in PARTIES:
            found.append(argument)  # topics, dates and figures may be clauses, or stand in them
            continue
        shut = bool(up) and _is_shut(trigger, argument.role, owners, heads)
        if not (shut or _is_of_another(word, up, down, argument.score) or _is_of_the_other_role(word, argument, heads)):
            found.append(argument)
    return found


def _has_own_site(verb: Token, heads: Mapping[int, str]) -> bool:
    """Say whether a clause beside another has a subject and a place of its own: "gunmen killed two in [Mosul]"."""
    beside = verb.pos_ == "VERB" and verb.dep_ in BESIDE and any(c.dep_ in NOUN_SUBJECTS for c in verb.children)
    return beside and any(role == SITE and verb in verb.doc[head].ancestors for head, role in heads.items())


def is_below(word: Token, top: Token) -> bool:
    """Say whether a word is another, or hangs on it however far down."""
    return word.i == top.i or top in word.ancestors


def is_far_and_unsure(trigger: Token, argument: ArgumentPrediction) -> bool:
    """Say whether words are so far from a trigger in the tree that a network would have to be surer of their role."""
    if argument.role not in PARTIES or argument.score >= LEAST_FAR:
        return False
    up, down = path(trigger, trigger.doc[argument.head])
    clauses = sum(token.dep_ in LINKS and not _is_controlled(token) for token in up)
    in_phrase = any(token.dep_ not in LINKS | SIDEWAYS for token in up)  # however deep a noun is in its own clause
    related = frozenset({RELATIVE_CLAUSE}) if not up else frozenset[str]()  # "the sanctions that they imposed on Chad"
    steps = [token for token in down if token.dep_ not in SIDEWAYS | related and not _is_of_the_same_deed(token)]
    return clauses + in_phrase + len(steps) > NEAR


def _is_of_the_same_deed(clause: Token) -> bool:
    """Say whether a bare participle goes on with the deed above it: "shelled the hills, [damaging] a school in Gao"."""
    return clause.dep_ == ADJUNCT and clause.tag_ == GERUND and clause.labels.isdisjoint(OF_ITS_OWN)


def contested_roles(trigger: Token) -> frozenset[Term]:
    """Return the roles whose fillers another clause of the sentence could have; none where there is no other."""
    return PARTIES if _has_several_clauses(trigger.sent[0]) else frozenset()


@remembered
def _has_several_clauses(first: Token) -> bool:
    """Say whether the sentence that a token begins has more than one clause."""
    return len([token for token in first.sent if token.dep_ in CLAUSES]) > 1


def _is_controlled(clause: Token) -> bool:
    """Say whether a clause has its subject from the one above: "wants to attack", "[France]'s decision to attack"."""
    return clause.dep_ == CONTROLLED or (clause.dep_ == "acl" and clause.tag_ == "VB")


@remembered
def path(trigger: Token, word: Token) -> tuple[Sequence[Token], Sequence[Token]]:
    """Return the words from the trigger up to the first that is over both, and from there down to the other."""
    above = [trigger, *trigger.ancestors]
    steps = {token.i: step for step, token in enumerate(above)}
    down: list[Token] = []
    for token in (word, *word.ancestors):
        if token.i in steps:
            return above[: steps[token.i]], down[::-1]
        down.append(token)
    return above, down[::-1]


def _is_shut(trigger: Token, role: str, owners: set[str], heads: Mapping[int, str]) -> bool:
    """Say whether a word within the trigger's own clause or phrase has the place that one outside would have.

    "NATO" expands in "Paris sends troops when NATO expands its mission"; it is Duda's veto that Sullivan praises. A
    pronoun may mean the one outside, and what is in another role ("the bomb was detonated") leaves the place open.
    """
    if role in AGENTIVE and role in owners:
        return True
    if trigger.pos_ != "VERB":
        return False
    places = {
        child.dep_
        for child in trigger.children
        if child.tag_ not in RELATIVES and child.pos_ != "PRON" and heads.get(child.i, role) == role
    }
    passive = is_passive(trigger)
    if role in AGENTIVE:
        return (AGENT if passive else "nsubj") in places
    adds = trigger.dep_ == ADJUNCT  # "shelled [Basra], destroying two schools": of the same deed
    return role in PATIENTS and not adds and ("nsubj:pass" if passive else "obj") in places


def _is_of_another(word: Token, up: Sequence[Token], down: Sequence[Token], score: float) -> bool:
    """Say whether a word belongs to another clause: the agent of its verb, where its speaker is, what it adds."""
    crossed = any(token.dep_ in LINKS for token in up)
    if crossed and down and down[0].dep_ == AGENT:
        return True
    told = any(token.dep_ == "ccomp" for token in up) and bool(down)
    if told and down[0].dep_ in NOUN_SUBJECTS and _is_inside(word, down[0]):
        return True
    if told and down[0].dep_ in ADDRESSEES and score < LEAST_APART:
        return True
    return score < LEAST_APART and any(_is_apart(token, up) for token in down)


def _is_apart(clause: Token, up: Sequence[Token]) -> bool:
    """Say whether a clause below tells of another deed than the one it belongs to.

    A bare participle does not ("bombed the south, hitting a market"), nor what relates to the event or to an argument
    of it ("the attack, which targeted troops", "the sanctions that they imposed on Chad were lifted"), nor what a noun
    says ("the claim that Chad shelled Tine").
    """
    if clause.dep_ == ADJUNCT:
        return not clause.labels.isdisjoint(OF_ITS_OWN)
    if clause.dep_ not in APART:
        return False
    labels = clause.labels
    content = clause.dep_ == "acl" and "mark" in labels and not labels.isdisjoint(NOUN_SUBJECTS)
    return bool(up) or not (content or clause.dep_ == RELATIVE_CLAUSE)


def is_told_below(trigger: Token, word: Token) -> bool:
    """Say whether a word stands in a clause below a trigger's own: "a man who struck in [May] was arrested"."""
    down = path(trigger, word)[1]
    return _is_to_be_done(trigger, down) or any(token.dep_ in TOLD_BELOW for token in down)


def _is_to_be_done(verb: Token, down: Sequence[Token]) -> bool:
    """Say whether a way down from a verb leads through an infinitive below it: "agreed to meet in [Tokyo]"."""
    return verb.pos_ == "VERB" and any(token.dep_ == CONTROLLED and token.tag_ == "VB" for token in down)


def _is_inside(word: Token, phrase: Token) -> bool:
    """Say whether a word only tells something of the head of a phrase: "witnesses in [Baghdad]"."""
    return word is not phrase and word.dep_ in {"nmod", "obl"}


def _is_of_the_other_role(word: Token, argument: ArgumentPrediction, heads: Mapping[int, str]) -> bool:
    """Say whether a word is coordinated with one in a role against it: both of "A and B were accused" are accused."""
    sides = (AGENTIVE, PATIENTS)
    own = next((side for side in sides if argument.role in side), None)
    if own is None or word.dep_ != CONJUNCT:
        return False
    first = heads.get(word.conjuncts[0].i) if word.conjuncts else None
    return first is not None and first not in own and any(first in side for side in sides)

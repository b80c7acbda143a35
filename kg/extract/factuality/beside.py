"""Operators beside a predicate: words and clauses that hang on it, and the form of its own clause."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.factuality.aims import is_reached
from kg.extract.factuality.denials import is_denied_by_all, is_doubted_by_few, is_hard_to_deny
from kg.extract.factuality.granted import is_act_of_words
from kg.extract.factuality.held import PAST
from kg.extract.factuality.operators import CONDITION, GOES_ON, GRANTED, NOBODY, NOT_SO_FAR, OPPOSED, PURPOSE, Effect
from kg.extract.factuality.unfulfilled import (
    effects_of_form,
    is_looked_back_on,
    is_missed,
    is_singled_out,
    is_unfulfilled,
)
from kg.grammar.control import called_upon, is_headline_future
from kg.grammar.drafts import is_of_draft
from kg.grammar.negation import (
    CORE,
    adverbs_beside,
    empties,
    has_negator,
    is_inverted,
    is_of_focus,
    is_of_phrase,
    is_outstanding,
    turning_point,
)
from kg.grammar.negation import OUTER as OUTER_ARGUMENTS
from kg.grammar.speech import speech_at
from kg.grammar.syntax import ANY_SUBJECTS, is_subjunctive, leads_phrase, marker_of, marks_of
from kg.grammar.words import entries
from kg.knowledge.lexicon import EntryKind
from kg.records import Factuality

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from kg.extract.factuality.operators import Operators
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

LOCAL = frozenset({"advmod", "aux", "det", "mark", "cc", "case", "amod", "cc:preconj"})
OUTER = "nsubj:outer"
"""The subject of a clause whose predicate is a clause itself."""
STRAY = frozenset({"appos", "ccomp", "parataxis"})
TELLING = LOCAL | STRAY | CORE | OUTER_ARGUMENTS | {"advcl", OUTER}
"""Relations of words that may say how what they hang on stands."""
PRESENT = frozenset({"VBZ", "VBP"})


def effects_beside(
    token: Token, operators: Operators, reach: int, words: Words, below: Container[int] = ()
) -> list[Effect]:
    """The operators among the words that hang on the token, up to the place `reach`, negations first.

    So "would not hesitate" is first the opposite of hesitating, then to come. The words `below` have been asked before.
    """
    if reach < token.i:
        return []
    near = [child for child in token.children if child.i <= reach and child.i not in below and child.dep_ in TELLING]
    near = [child for child in near if not leads_phrase(child)]
    near += [word for child in near if child.dep_ == "advmod" for word in adverbs_beside(child, words)]
    near = [child for child in near if not (below and child.dep_ == "det" and _is_any(child, operators))]
    found = [(child, effect) for child in near for effect in _of_child(child, operators, words)]
    negated = any(effect.negates for _, effect in found)
    by_all = negated and is_denied_by_all(token, operators, [effect for _, effect in found])
    of_all = words.factuality.future_auxiliary | words.factuality.unfulfilled_auxiliary if by_all else ()
    able = [c for c in near if c.dep_ == "aux" and (c.lower_ in words.negation.ability_auxiliary or c.lower_ in of_all)]
    if negated and (able or by_all or {"VBG", "det"} <= {token.tag_, *token.labels}):  # "could not", "no denying"
        found = [(child, replace(effect, universal=True)) for child, effect in found if child not in able]
    effects = [effect for _, effect in found]
    effects += _of_clause(token, operators, words)
    if is_hard_to_deny(token, operators) or any(is_doubted_by_few(child, operators) for child in near):
        effects.append(NOBODY)
    effects += [e for child in near if child.dep_ == OUTER for e in _of_outer(child, operators, words)]
    if not negated and _is_denied_in_front(token, operators, words):
        effects.append(NOBODY)
    behind = [child for child in near if child.i > token.i]
    cut_off = [child for child in behind if is_stray_predicate(child)]
    cut_off += [had for child in behind if _is_stray(child) for had in had_by(child, operators)]
    said = [effect for child in cut_off for effect in _said(child, operators, words)]
    return [*sorted(effects, key=lambda effect: not effect.negates), *said]


def _is_any(determiner: Token, operators: Operators) -> bool:
    """Say whether a determiner before a word that tells of an event says nothing of that: "never [any] doubt"."""
    return not any(effect.negates for effect in operators.effects(determiner))


def _said(predicate: Token, operators: Operators, words: Words) -> Iterator[Effect]:
    """What a predicate without a subject says of what it hangs on: "reports of a strike [were false]"."""
    yield from operators.effects(predicate)
    yield from effects_beside(predicate, operators, predicate.doc[-1].i, words)


def _of_child(child: Token, operators: Operators, words: Words) -> Iterator[Effect]:
    """What one word or clause that hangs on a predicate does to it."""
    token = child.head
    if child.dep_ == "amod" and child.tag_ == "VBG" and child.pos_ == "VERB":
        return  # "blocking sanctions" block; it is nobody who blocks them
    if _is_of_other(child, words) or (child.dep_ == "aux" and _is_told_by_form(token, words)):
        return
    if child.dep_ == "amod" and child.lower_ in words.factuality.lasting_participle:
        yield GOES_ON
        return
    if child.dep_ in LOCAL:
        effects = list(operators.effects(child))
        if child.dep_ == "amod" and (_is_realized(token, words) or _comes_about(token, operators)):
            effects = [effect for effect in effects if Factuality.PLANNED.value not in effect.gives]
        if any(effect.negates for effect in effects) and _is_granted(child, words):
            yield GRANTED
        else:
            yield from effects
    elif child.dep_ == "advcl" and (marks_of(child) & words.prepositions.conditional or _is_inverted_condition(child)):
        if not is_act_of_words(token, operators.kind, words, operators.taxonomy):
            yield CONDITION
    elif empties(child, words):
        yield NOBODY


def _is_realized(noun: Token, words: Words) -> bool:
    """Say whether what was planned is told to be done: "began a planned [strike]"."""
    verb = noun.head
    forward = noun.dep_ in {"obj", "nsubj:pass"} and verb.lemma_.lower() in words.factuality.realizing_verb
    helpers = [child for child in verb.children if child.dep_ in {"aux", "aux:pass", "mark"}]
    done = verb.tag_ == "VBD" or any(child.tag_ in {"VBD", "VBZ", "VBP"} for child in helpers)
    denied = has_negator(verb, words)
    return forward and verb.tag_ in PAST and done and not denied and not any(c.tag_ in {"MD", "TO"} for c in helpers)


def _comes_about(noun: Token, operators: Operators) -> bool:
    """Say whether what was planned or put off is told to have begun: "the delayed [summit] opened"."""
    verb, words = noun.head, operators.words
    if noun.dep_ != "nsubj" or verb.tag_ != "VBD" or has_negator(verb, words):
        return False
    occurs = any(entry.of_subject and Factuality.ASSERTED.value in entry.gives for entry in operators.of(verb))
    return occurs or (verb.lemma_.lower() in words.factuality.realizing_verb and "obj" not in verb.labels)


def _is_told_by_form(verb: Token, words: Words) -> bool:
    """Say whether the form of a verb tells more than its auxiliary: "would have met", "who would later meet her"."""
    return is_unfulfilled(verb, words) or is_looked_back_on(verb, words)


def _is_granted(negator: Token, words: Words) -> bool:
    """Say whether a negation at a predicate leaves it granted: "not only", "not for the first time", "not until"."""
    phrasal = is_of_focus(negator, words) or is_of_phrase(negator, words)
    return phrasal or turning_point(negator.head, words) is not None


def _of_outer(noun: Token, operators: Operators, words: Words) -> Iterator[Effect]:
    """What is said before of what a clause tells then: "the thing that he [will] do is meet her"."""
    for clause in noun.children:
        if clause.dep_ == "acl:relcl":
            yield from operators.effects(clause)
            yield from effects_beside(clause, operators, noun.doc[-1].i, words)


def _is_of_other(child: Token, words: Words) -> bool:
    """Say whether a word of doubt or denial before a noun is about another word there, or about its size.

    So a "suspected Chadian raid" is a raid, "nearly every trip" a trip, and a "short strike" a strike.
    """
    noun, forms = child.head, words.factuality
    if child.lower_ in forms.degree_adverb:
        return noun.pos_ not in {"VERB", "AUX"}
    if child.dep_ != "amod":
        return False
    between = (other for other in noun.children if child.i < other.i < noun.i and other.dep_ in {"amod", "compound"})
    qualifies = child.lower_ in forms.qualifying_adjective and any(True for _ in between)
    return qualifies or child.lower_ in forms.predicative_adjective


def _of_clause(token: Token, operators: Operators, words: Words) -> Iterator[Effect]:
    """What the form of a clause does to its predicate."""
    marks = marks_of(token)
    if token.tag_ == "VBG":
        against = marks | ({marker_of(token.head)} if is_of_draft(token, words) else set())
        if against & words.prepositions.opposed:
            yield OPPOSED
        if is_missed(token, words):
            yield NOT_SO_FAR
    awaited = bool(marks & words.prepositions.prospective) and _is_in_present(token)
    if awaited or marks & words.prepositions.conditional or _is_inverted_condition(token) or is_subjunctive(token):
        yield CONDITION
    if is_outstanding(token, words):
        yield NOT_SO_FAR
    elif is_singled_out(token, words):
        yield GRANTED
    elif marks & words.factuality.preceding_conjunction and _is_in_present(token):
        yield PURPOSE
    elif _is_purpose(token, words):
        yield GRANTED if is_reached(token, operators.kind, words, operators.taxonomy) else PURPOSE
    yield from effects_of_form(token, words)
    if _is_performed(token, words):
        yield GRANTED


def _is_denied_in_front(verb: Token, operators: Operators, words: Words) -> bool:
    """Say whether a negation inside a phrase turns the clause around: "Never before has Iran struck"."""
    if not is_inverted(verb):
        return False
    auxiliary = next(child.i for child in verb.children if child.dep_ in {"aux", "aux:pass"})
    return any(
        token.head.i != verb.i and not is_of_focus(token, words) and any(e.negates for e in operators.effects(token))
        for token in verb.doc[verb.left_edge.i : auxiliary]
    )


def _is_performed(verb: Token, words: Words) -> bool:
    """Say whether an act of speech is done by these very words (Austin 1962): "We call on Iran to stop"."""
    if verb.tag_ != "VBP" or speech_at(verb, words) is None:
        return False
    speakers = words.function.speaking_subject
    own = any(child.dep_ == "nsubj" and child.lower_ in speakers for child in verb.children)
    return own and not any(child.dep_ == "aux" for child in verb.children)


def is_stray_predicate(token: Token) -> bool:
    """Say whether a predicate without a subject is said of what it hangs on, cut off by a parser.

    So an adjective with a copula, "were false", and a passive: "reports of a strike [were denied]".
    """
    if not _is_stray(token):
        return False
    return ("cop" in token.labels and token.pos_ == "ADJ") or ("aux:pass" in token.labels and token.tag_ == "VBN")


def _is_stray(token: Token) -> bool:
    return token.dep_ in STRAY and token.labels.isdisjoint(ANY_SUBJECTS)


def had_by(verb: Token, operators: Operators) -> list[Token]:
    """Return what a claim has that says how it stands: "reports of a strike have no [substance]"."""
    if verb.lemma_ not in operators.words.function.perfect_auxiliary:
        return []
    things = (child for child in verb.children if child.dep_ == "obj" and child.pos_ == "NOUN")
    return [thing for thing in things if operators.of(thing)]


def _is_in_present(clause: Token) -> bool:
    """Say whether a clause is in the present tense: "until it ends", "weeks before it meets" is still to come."""
    return clause.tag_ in PRESENT or any(
        child.tag_ in PRESENT for child in clause.children if child.dep_ in {"aux", "aux:pass"}
    )


def _is_inverted_condition(clause: Token) -> bool:
    """Say whether a clause is a condition without "if": "Had Russia attacked, NATO would have responded"."""
    if clause.dep_ != "advcl" or "mark" in clause.labels:
        return False
    first = next((child for child in clause.children if child.dep_ in {"aux", "aux:pass"}), None)
    return is_inverted(clause) and first is not None and first.i == clause.left_edge.i


def _is_purpose(token: Token, words: Words) -> bool:
    """An infinitive of its own, under an adjunct or beside words that are none ("agreed to work on X and to meet")."""
    if token.tag_ != "VB" or not _has_infinitive_mark(token) or called_upon(token, words):
        return False
    announced = token.dep_ == "ccomp" and token.i < token.head.i  # "Norway to send tanks, minister says"
    if announced or token.dep_ in {"ROOT", "root", "parataxis"} or is_headline_future(token, words):
        return True
    if token.dep_ == "advcl":
        return not is_brought_about(token, words)
    return token.dep_ == "conj" and not _has_infinitive_mark(token.head)


def is_brought_about(infinitive: Token, words: Words) -> bool:
    """Say whether the verb above an infinitive says that it came about: "went on to meet", "used drones to strike"."""
    found = entries(words, infinitive.head, EntryKind.OPERATOR)
    return infinitive.i > infinitive.head.i and any(
        Factuality.ASSERTED.value in entry.gives and not entry.over for entry in found
    )


def _has_infinitive_mark(token: Token) -> bool:
    return "mark" in token.labels and any(child.dep_ == "mark" and child.tag_ == "TO" for child in token.children)

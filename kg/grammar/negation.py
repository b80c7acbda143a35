"""What is not so by words that do not stand beside the verb: "no country", "neither A nor B", "A, not B", "not only".

Constituent negation and its scope follow Huddleston and Pullum (2002), The Cambridge Grammar, chapter 9.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.remembered import remembered
from kg.grammar.syntax import ANY_SUBJECTS, conjuncts, is_behind, marker_of, marks_of

if TYPE_CHECKING:
    from kg.grammar.tree import Token
    from kg.knowledge.words import Words

CORE = ANY_SUBJECTS | {"obj", "iobj", "obl:agent"}
"""The functions in which a word for none denies the verb: who strikes "with no warning" strikes."""
OUTER = frozenset({"obl", "nmod"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
ADDED = frozenset({"conj", "parataxis", "appos"})
AUXILIARIES = frozenset({"aux", "aux:pass"})
COMPARATIVE = frozenset({"RBR", "JJR"})
TWO = 2


def empties(argument: Token, words: Words) -> bool:
    """Say whether an argument of a verb says that there is none, so that its event did not happen.

    So "nobody", "no country", "not a single missile", "none of the sides" and, in any function, "neither A nor B".
    """
    negation = words.negation
    core, labels = argument.dep_ in CORE, argument.labels
    correlates = "cc:preconj" in labels and (core or argument.dep_ in OUTER)
    if correlates and any(
        child.dep_ == "cc:preconj" and child.lower_ in negation.negative_correlative for child in argument.children
    ):
        return True
    if not core:
        return _is_never(argument, words)
    if argument.lower_ in negation.negative_pronoun or _is_not_even(argument, words):
        return True
    if any(_is_of_neither(child, words) for child in argument.children):
        return True
    determiners = {child.lower_ for child in argument.children if child.dep_ == "det"}
    return bool(determiners & negation.negative_determiner) or _is_not_one(argument, words)


def _is_never(adjunct: Token, words: Words) -> bool:
    """Say whether a phrase of time or manner denies the verb as "never" does: "[at no time] did it strike"."""
    if adjunct.dep_ not in OUTER:
        return False
    nones = (c.lower_ for c in adjunct.children if c.dep_ == "det" and c.lower_ in words.negation.negative_determiner)
    return any(f"{marker_of(adjunct)} {none} {adjunct.lower_}" in words.negation.negative_adjunct for none in nones)


def _is_not_even(noun: Token, words: Words) -> bool:
    """Say whether one of whom it is least expected stands for all: "[not even] Chad denies it"."""
    before = noun.doc.tokens[max(0, noun.left_edge.i) : noun.i]
    particles = (t for t in before if t.lower_ in words.function.negative_particle and t.i + 1 < noun.i)
    return any(t.nbor().lower_ in words.negation.scalar_adverb for t in particles)


def _is_of_neither(owner: Token, words: Words) -> bool:
    """Say whether neither of two has what a noun tells: "[neither] Chad's nor Mali's president called"."""
    correlative = words.negation.negative_correlative
    first = owner.dep_ == "nmod:poss" and "cc:preconj" in owner.labels
    return first and any(c.dep_ == "cc:preconj" and c.lower_ in correlative for c in owner.children)


def _is_not_one(noun: Token, words: Words) -> bool:
    """Say whether "not" stands before "a", "one" or "single" at a noun that nothing is set against."""
    if noun.dep_ not in CORE or not _is_denied(noun, words):
        return False
    beside = {child.lower_ for child in noun.children if child.i < noun.i} | {noun.lower_}
    single = not words.negation.single_word.isdisjoint(beside) and words.negation.scarce_word.isdisjoint(beside)
    return single and not _is_outdone(noun, words)  # "not a few" are many


def is_scarce(argument: Token, words: Words) -> bool:
    """Say whether an argument of a verb leaves next to nobody: "[few] doubt", "[hardly anyone] denies"."""
    beside = [child for child in argument.children if child.i < argument.i]
    if any(child.lower_ in words.negation.single_word for child in beside):
        return False  # "a few deny it"
    scarce = words.negation.scarce_word
    alone = argument.lower_ in scarce and argument.dep_ in CORE | {"amod"}
    return alone or (argument.dep_ in CORE and any(child.lower_ in scarce for child in beside))


def has_negator(head: Token, words: Words) -> bool:
    """Say whether "not" or its like stands right below a word."""
    return any(child.lower_ in words.function.negative_particle for child in head.children)


def adverbs_beside(adverb: Token, words: Words) -> list[Token]:
    """Return the adverbs beside one, which say the same of its verb: "vowed [never] again to attack".

    A bare "not" denies the adverb alone, "not long ago", and so does "no" beside a comparative that has its measure
    behind it: who comes "no later than July 20" comes.
    """
    compared = adverb.tag_ in COMPARATIVE and any(child.i > adverb.i for child in adverb.children)
    if adverb.pos_ != "ADV" or compared:
        return []
    alone = words.function.negative_particle
    return [word for word in adverb.children if word.dep_ == "advmod" and word.lower_ not in alone]


def is_excluded(noun: Token, words: Words) -> bool:
    """Say whether a noun names what takes no part, in contrast to what does: "A, [not B]", "[not B] but A".

    So also "A rather than [B]" and "instead of [B]", "all except [B]" and "every one but [B]".
    """
    if not noun.labels or noun.pos_ not in NOMINAL:
        return False
    if marker_of(noun) in words.negation.contrastive_conjunction | words.negation.exceptive_preposition:
        return True
    if _is_contrasted(noun, words) or _is_left_out(noun, words):
        return True
    if _has_none_of(noun, words):
        return True
    added = noun.dep_ in ADDED or "cc" in noun.labels or _is_set_beside(noun)
    return _is_denied(noun, words) and (added or _is_outdone(noun, words))


@remembered
def included(token: Token, words: Words) -> tuple[Token, ...]:
    """Return the token and what is coordinated with it to its right, without what is only set against them."""
    return tuple(part for part in conjuncts(token) if not is_excluded(part, words))


def _is_contrasted(noun: Token, words: Words) -> bool:
    """Say whether "rather than" joins the noun, perhaps with the preposition that it shares: "rather than to B"."""
    for child in noun.children if "cc" in noun.labels else ():
        if child.dep_ == "cc":
            phrase = " ".join([child.lower_, *(part.lower_ for part in child.children if part.dep_ == "fixed")])
            if any(f"{phrase} ".startswith(f"{known} ") for known in words.negation.contrastive_conjunction):
                return True
    return False


def _is_left_out(noun: Token, words: Words) -> bool:
    """Say whether "but" joins a noun to a word for all or none, and so leaves it out: "every state but [Chad]"."""
    whole = noun.head
    if noun.dep_ != "conj" or whole.pos_ not in NOMINAL:
        return False
    joints = {child.lower_ for child in noun.children if child.dep_ == "cc"}
    before = {whole.lower_, *(child.lower_ for child in whole.children if child.dep_ == "det")}
    of_all = words.negation.universal_word | words.negation.negative_pronoun | words.negation.negative_determiner
    return not joints.isdisjoint(words.prepositions.adversative) and not before.isdisjoint(of_all)


def _has_none_of(noun: Token, words: Words) -> bool:
    """Say whether a noun adds what there was none of: "sold Peru jets but [no tanks]", "but [none] to Chile"."""
    none = words.negation.negative_determiner
    if noun.dep_ != "conj" or "cc" not in noun.labels:
        return False
    if noun.lower_ not in words.negation.negative_pronoun and not any(child.lower_ in none for child in noun.children):
        return False
    return not any(child.lower_ in none | words.negation.negative_correlative for child in noun.head.children)


def _is_denied(noun: Token, words: Words) -> bool:
    """Say whether "not" stands before the noun, and no "only" behind that."""
    return "advmod" in noun.labels and any(
        child.dep_ == "advmod"
        and child.i < noun.i
        and child.lower_ in words.function.negative_particle
        and not is_of_focus(child, words)
        for child in noun.children
    )


def _is_set_beside(noun: Token) -> bool:
    """Say whether a phrase behind a comma has the preposition of one before it: "met with Ann, not [with Bo]"."""
    if noun.dep_ not in OUTER or not is_behind(",", noun.left_edge):
        return False
    marker, before = marker_of(noun), (other for other in noun.head.children if other.i < noun.i)
    return bool(marker) and any(other.dep_ == noun.dep_ and marker_of(other) == marker for other in before)


def _is_outdone(noun: Token, words: Words) -> bool:
    """Say whether "but" sets something in the place of the noun: "not tanks [but rifles]"."""
    return "conj" in noun.labels and any(
        part.dep_ == "cc" and part.lower_ in words.prepositions.adversative
        for child in noun.children
        if child.dep_ == "conj"
        for part in child.children
    )


def is_of_focus(negator: Token, words: Words) -> bool:
    """Say whether "not" is that of "not only", which takes what it stands before for granted."""
    following = negator.doc.tokens[negator.i + 1 : negator.i + 2]
    return bool(following) and following[0].lower_ in words.negation.focus_adverb


def is_of_phrase(negator: Token, words: Words) -> bool:
    """Say whether "not" at the head of a clause denies the phrase behind it only: "Not for the first time, it struck".

    Where it denies the clause, the auxiliary goes before the subject: "Not since May has it struck".
    """
    verb = negator.head
    if negator.lower_ not in words.function.negative_particle or negator.i > verb.i:
        return False
    subject = next((child for child in verb.children if child.dep_ in ANY_SUBJECTS), None)
    phrase = next((child for child in verb.children if child.left_edge.i == negator.i + 1), None)
    if subject is None or phrase is None or phrase.dep_ not in OUTER | {"advmod", "advcl", "obl:unmarked"}:
        return False
    return negator.i < subject.i and not is_inverted(verb)


def is_inverted(verb: Token) -> bool:
    """Say whether an auxiliary stands before the subject of a verb: "[did] Iran strike"."""
    if verb.labels.isdisjoint(AUXILIARIES) or verb.labels.isdisjoint(ANY_SUBJECTS):
        return False
    subject = next(child.i for child in verb.children if child.dep_ in ANY_SUBJECTS)
    return next(child.i for child in verb.children if child.dep_ in AUXILIARIES) < subject


def turning_point(verb: Token, words: Words) -> Token | None:
    """Return what the beginning of a past event waited for: who "did not strike until [May]" struck then."""
    past = "aux" in verb.labels and any(child.dep_ == "aux" and child.tag_ == "VBD" for child in verb.children)
    if not past:
        return None
    perfect = any(child.lemma_ in words.function.perfect_auxiliary and child.dep_ == "aux" for child in verb.children)
    if perfect:
        return None
    turning = words.negation.turning_conjunction
    ends = (child for child in verb.children if child.dep_ in OUTER | {"advcl"})
    return next((child for child in ends if marker_of(child) in turning or marks_of(child) & turning), None)


def is_outstanding(infinitive: Token, words: Words) -> bool:
    """Say whether an infinitive tells what has not been done so far: "has yet to call", "still has to call"."""
    if "mark" not in infinitive.labels:
        return False
    mark = next((child for child in infinitive.children if child.dep_ == "mark" and child.tag_ == "TO"), None)
    before = [] if mark is None else list(mark.doc[max(0, mark.i - 2) : mark.i])
    adverbs = [token for token in before if token.lower_ in words.negation.outstanding_adverb]
    if len(before) < TWO or len(adverbs) != 1:
        return False
    governor = before[0] if adverbs[0] is before[1] else before[1]
    auxiliaries = words.function.perfect_auxiliary | words.function.progressive_auxiliary
    return governor.lemma_ in auxiliaries and governor.sent == infinitive.sent

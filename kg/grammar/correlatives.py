"""Pairs of words that set one thing beside or against another, where parsers take them apart: "not only Chad but Mali".

Correlative coordination and clefts follow Huddleston and Pullum (2002), The Cambridge Grammar, chapters 15.2 and 16.9.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.negation import has_negator, is_excluded, is_inverted, is_of_focus
from kg.grammar.syntax import FINITE, PARTICLES, RELATIVE_TAGS, SUBJECTS, is_behind, is_cleft
from kg.knowledge.lexicon import PartOfSpeech

if TYPE_CHECKING:
    from kg.grammar.tree import Doc, Token
    from kg.knowledge.words import Words

TWO, THREE = 2, 3
RELATIVE = "acl:relcl"
ARGUMENTS = frozenset({"obj", "obl", "iobj", "obl:agent"})
NOUNS = frozenset({"NOUN", "PROPN"})


def restore_correlatives(doc: Doc, words: Words) -> Doc:
    """Return the doc itself with what belongs to "not only" and "instead of", or to what a cleft singles out.

    Once is enough.
    """
    for negator in doc.tokens[:-1]:
        if negator.lower_ in words.function.negative_particle and is_of_focus(negator, words):
            _restore_inversion(negator)
            _restore_subject(negator, words)
    for clause in doc:
        if clause.dep_ == "conj" and clause.pos_ in NOUNS and clause.head.pos_ == "VERB":
            _restore_counterpart(clause, words)
        if clause.tag_ == "VBG":
            _restore_conjunction(clause, words)
            _restore_complement(clause, words)
        if clause.tag_ == "VB":
            _restore_adjective(clause)
        if is_cleft(clause, words) or _is_of_singled_out(clause, words):
            _restore_cleft(clause, words)
    return doc


def _restore_counterpart(noun: Token, words: Words) -> None:
    """Set what "but" puts in the place of another beside that, and not beside the verb: "not jets, but [tanks]"."""
    verb, joints = noun.head, {child.lower_ for child in noun.lefts if child.dep_ == "cc"}
    if joints.isdisjoint(words.prepositions.adversative) or not noun.labels.isdisjoint(SUBJECTS | {"cop"}):
        return
    before = [child for child in verb.rights if child.i < noun.i and child.dep_ in ARGUMENTS]
    if before and has_negator(before[-1], words):
        noun.doc.attach(noun, before[-1], "conj")


def _is_of_singled_out(clause: Token, words: Words) -> bool:
    """Say whether a clause follows the comma that closes what a cleft rules out: "it was A, not B, that [fell]"."""
    noun = clause.head
    if clause.dep_ not in {"conj", RELATIVE} or all(child.tag_ not in RELATIVE_TAGS for child in clause.lefts):
        return False
    singled = noun.head if noun.dep_ == "conj" else noun
    subjects = {child.lower_ for child in singled.lefts if child.dep_ in SUBJECTS or child.dep_ == "expl"}
    if "cop" not in singled.labels or not subjects & words.pronouns.neuter_pronoun:
        return False
    before = (child for child in (noun, *noun.rights) if child.dep_ == "conj" and child.i < clause.i)
    return any(is_excluded(child, words) for child in before)


def _restore_cleft(clause: Token, words: Words) -> None:
    """Hang what was done on who did it, by the cleft: "it was [Chad] and not Mali that fell".

    Behind the clause "but" sets another against whom "not" rules out: "it was not Chad that shelled Tine, but [Mali]".
    """
    noun, doc = clause.head, clause.doc
    if noun.dep_ == "conj" and is_excluded(noun, words):
        doc.attach(clause, noun.head, RELATIVE)
        return
    if clause.dep_ == "conj":
        doc.attach(clause, noun, RELATIVE)
        return
    last = clause.right_edge
    other = next((t for t in (last, *last.ancestors) if t.dep_ == "conj" and t.right_edge is last), None)
    if other is None or clause not in other.ancestors or not has_negator(noun, words):
        return
    joints = {child.lower_ for child in other.lefts if child.dep_ == "cc"}
    if joints & words.prepositions.adversative and other.pos_ in NOUNS and is_behind(",", other.left_edge):
        doc.attach(other, noun, "conj")
        doc.attach(clause, other, clause.dep_)


def _restore_adjective(infinitive: Token) -> None:
    """Make an adverb of the adjective that says of an infinitive when it is to come: "was [due] to call"."""
    doc = infinitive.doc
    for word in infinitive.lefts:
        link = next((child for child in word.children if child.dep_ == "fixed" and child.i == word.i + 1), None)
        if word.dep_ == "mark" and word.tag_ == "JJ" and link is not None and link.i == infinitive.i - 1:
            doc.attach(word, infinitive, "advmod")
            doc.attach(link, infinitive, "mark")


def _restore_complement(gerund: Token, words: Words) -> None:
    """Hang a gerund on a verb that is listed with the adjective before it: "came close to [bombing] it"."""
    adjective = gerund.head
    verb = adjective.head
    behind = gerund.dep_ == "advcl" and adjective.dep_ in PARTICLES and adjective.i == verb.i + 1
    if behind and adjective.pos_ in {"ADJ", "ADV"} and verb.pos_ == "VERB":
        known = words.lexicon.find(verb.lemma_.lower(), PartOfSpeech.VERB)
        if any(word.partner == adjective.lower_ for word in known):
            gerund.doc.attach(gerund, verb, "advcl")


def _restore_inversion(negator: Token) -> None:
    """Hang "not" on the clause that it turns round, and not on the subject: "[Not] only did Chad fall"."""
    verb, between = negator.nbor().head, negator.doc[negator.i + 1 : negator.nbor(2).i + 1]
    opens = verb is not negator.head and verb.left_edge.i <= negator.i + 1 and is_inverted(verb)
    if opens and any(child.dep_ in {"aux", "aux:pass", "cop"} and child in between for child in verb.children):
        negator.doc.attach(negator, verb, "advmod")


def _restore_subject(negator: Token, words: Words) -> None:
    """Make a subject of the first of a pair: parsers take "Not only [Chad] but also Mali fell" for two sentences."""
    noun, doc = negator.head, negator.doc
    verb = next((child for child in noun.rights if child.dep_ == "conj" and _is_finite(child)), None)
    if noun.pos_ not in NOUNS or verb is None or noun.head is not noun:
        return
    own = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    other = own or next((child for child in noun.rights if child.dep_ == "conj" and child.i < verb.i), None)
    beside = (*verb.lefts, *(() if other is None else other.lefts))
    joint = next((c for c in beside if c.dep_ == "cc" and c.lower_ in words.prepositions.adversative), None)
    if joint is None or other is None or other.left_edge.i > verb.i:
        return
    doc.free(verb)
    for child in noun.rights:
        if child.i > verb.i:
            doc.attach(child, verb, child.dep_)
    passive = any(child.dep_ == "aux:pass" for child in verb.children)
    doc.attach(noun, verb, own.dep_ if own is not None else "nsubj:pass" if passive else "nsubj")
    doc.attach(other, noun, "conj")
    for child in verb.lefts:
        if noun.i < child.i < other.i:
            doc.attach(child, other, child.dep_)


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or any(child.tag_ in FINITE or child.tag_ == "MD" for child in verb.lefts)


def _restore_conjunction(gerund: Token, words: Words) -> None:
    """Make one conjunction of the words before what is not done: "[instead of] bombing", "[in place of] bombing"."""
    doc, last = gerund.doc, gerund.left_edge.i
    last = next((child.i for child in gerund.children if child.dep_ == "mark" and child.i == gerund.i - 1), last)
    for length in (TWO, THREE):
        parts = doc.tokens[max(0, last + 1 - length) : last + 1]
        whole = " ".join(part.lower_ for part in parts) in words.negation.contrastive_conjunction
        noun = next((part for part in parts if part is gerund.head), None)
        if not whole or all(part.dep_ == "fixed" for part in parts[1:]):
            continue
        if noun is not None and noun.head is not noun:
            doc.attach(gerund, noun.head, "advcl")
        doc.attach(parts[0], gerund, "mark")
        for part in parts[1:]:
            doc.attach(part, parts[0], "fixed")

"""Relative clauses that a parser hangs on a verb, "told Ann, [who answered] that it was late", or too high."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.attachment import Attachment
from kg.grammar.syntax import ANY_SUBJECTS, AUXILIARIES, SUBJECTS, is_behind, marker_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Doc, Token
    from kg.knowledge.words import Words

PRONOUNS = frozenset({"WP", "WDT"})
MISTAKEN = frozenset({"ccomp", "parataxis", "conj", "advcl", "dep"})
NAMES, LINKS = frozenset({"PROPN", "NOUN"}), frozenset({"flat", "compound"})
RELATIVE_CLAUSES = frozenset({"acl:relcl", "advcl:relcl"})
RELATIVE, OF_THINGS, NAME = "acl:relcl", "WDT", "PROPN"
SINGULAR, PLURAL = frozenset({"NN", "NNP"}), frozenset({"NNS", "NNPS"})
NUMBERS = {"VBZ": SINGULAR, "VBP": PLURAL}
"""The tags of the nouns with which a verb in the present tense agrees."""
OPENING = {"obl": "case", "nmod": "case", "advcl": "mark"}
TWO = 2


def relative_clauses_behind_a_comma(doc: Doc) -> Iterator[Attachment]:
    """A clause with a relative pronoun for its subject, right behind a noun and a comma, is said of that noun.

    So "told Ann, [who answered: “No”]"; a question stands behind no noun.
    """
    for pronoun in doc:
        clause = pronoun.head
        subject = pronoun.tag_ in PRONOUNS and pronoun.dep_ in SUBJECTS and clause.dep_ in MISTAKEN
        if not subject or pronoun.i < TWO or not is_behind(",", pronoun):
            continue
        noun = _noun_at(doc[pronoun.i - TWO])
        if noun.pos_ in NAMES and clause.head.i < noun.i and clause not in noun.ancestors:
            yield Attachment(clause.i, noun.i, RELATIVE)


def phrases_behind_a_closed_clause(doc: Doc) -> Iterator[Attachment]:
    """What stands behind the comma that closes a relative clause is not in it: "met Ann, who had left Mali, [in Togo]".

    Of two places with one preposition the second only says where the first is.
    """
    for phrase in doc:
        first = next((child for child in phrase.lefts if child.dep_ == OPENING.get(phrase.dep_)), phrase)
        gerund = (
            phrase.dep_ == "advcl" and phrase.tag_ == "VBG" and first.tag_ == "IN"
        )  # "accused Ann, who fled, of lying"
        if first is phrase or not is_behind(",", first) or (phrase.dep_ == "advcl" and not gerund):
            continue
        clause = next((above for above in phrase.ancestors if above.dep_ == RELATIVE), None)
        if clause is None or phrase.i < clause.i or not is_behind(",", clause.left_edge) or _says_where(first, clause):
            continue
        verb = next((above for above in clause.ancestors if above.pos_ == "VERB"), None)
        if verb is not None and verb.i < clause.i and clause.right_edge.i == phrase.right_edge.i:
            yield Attachment(phrase.i, verb.i, "advcl" if gerund else "obl")


def _says_where(preposition: Token, clause: Token) -> bool:
    """Say whether the same preposition stands in a clause before, or more commas than those around it."""
    before = preposition.doc[clause.left_edge.i : preposition.i]
    commas = [word for word in before if word.text == ","]
    alike = (word.dep_ == preposition.dep_ and word.lower_ == preposition.lower_ for word in before)
    return len(commas) > TWO or any(alike)


def restore_relatives(doc: Doc, _: Words) -> Doc:
    """Return the doc itself with the pronouns that a parser tags as conjunctions: "it was Chad [that] shelled Tine"."""
    for word in doc:
        if word.tag_ == "IN" and word.dep_ in ANY_SUBJECTS and word.head.dep_ in RELATIVE_CLAUSES:
            word.pos_, word.tag_ = "PRON", "WDT"
    return doc


def restore_antecedents(doc: Doc, words: Words) -> Doc:
    """Return the doc itself with the clauses on names that parsers hang on the person before them; once is enough.

    "Which" stands for nobody, nor for what somebody is only said to be: "lives as an exile in [Togo, which refused]".
    """
    for pronoun in doc:
        clause = pronoun.head
        if pronoun.tag_ != OF_THINGS or clause.dep_ != RELATIVE or pronoun.i < TWO or not is_behind(",", pronoun):
            continue
        name, noun = _noun_at(doc[pronoun.i - TWO]), clause.head
        below = name.pos_ == NAME and noun.i < name.i and noun in name.ancestors and clause not in name.ancestors
        if below and noun.pos_ == "NOUN" and _is_somebody(noun, words):
            doc.attach(clause, name, RELATIVE)
    return doc


def _is_somebody(noun: Token, words: Words) -> bool:
    """Say whether a noun is that of an office, or stands for what somebody or something is: "as an [exile]"."""
    return noun.lemma_.lower() in words.offices.office_noun or marker_of(noun) in words.prepositions.capacity


def _noun_at(last: Token) -> Token:
    """Return the head of the name or compound that a word ends."""
    while last.dep_ in LINKS and last.head.i < last.i:
        last = last.head
    return last


def relative_clauses_of_one_number(doc: Doc) -> Iterator[Attachment]:
    """A clause in the singular is said of no plural: "a campaign by rebels that [has killed] 90" is the campaign's.

    So with "are" and a noun in the singular, where another noun above it can be meant.
    """
    for pronoun in doc:
        clause = pronoun.head
        if pronoun.tag_ not in PRONOUNS or pronoun.dep_ not in SUBJECTS or clause.dep_ != "acl:relcl":
            continue
        noun = clause.head
        number = NUMBERS.get(next((c.tag_ for c in clause.children if c.dep_ in AUXILIARIES), clause.tag_))
        above = noun
        while above.dep_ == "nmod" and above.head.i < above.i and number is not None and above.tag_ not in number:
            above = above.head
        if above is not noun and number is not None and above.tag_ in number and "conj" not in noun.labels:
            yield Attachment(clause.i, above.i, "acl:relcl")

"""Relative clauses that a parser hangs on a verb: "told Ann, [who answered] that it was late"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.grammar.attachment import Attachment
from kg.grammar.syntax import SUBJECTS, is_behind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Doc

PRONOUNS = frozenset({"WP", "WDT"})
MISTAKEN = frozenset({"ccomp", "parataxis", "conj", "advcl", "dep"})
NAMES, LINKS = frozenset({"PROPN", "NOUN"}), frozenset({"flat", "compound"})
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
        noun = doc[pronoun.i - TWO]
        while noun.dep_ in LINKS and noun.head.i < noun.i:
            noun = noun.head
        if noun.pos_ in NAMES and clause.head.i < noun.i and clause not in noun.ancestors:
            yield Attachment(clause.i, noun.i, "acl:relcl")

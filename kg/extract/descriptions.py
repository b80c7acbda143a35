"""Participants without a name: what "three Saudi border guards" or "a hospital in Khan Younis" tell of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.grammar.phrases import complement_of, phrase_span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from kg.knowledge.participants import Kind, ParticipantKinds
    from kg.records import Span

COMMON = frozenset({"NN", "NNS", "JJ", "CD", "NNP", "NNPS"})
MODIFIERS = frozenset({"compound", "amod", "nmod:desc"})


@dataclass(frozen=True, slots=True)
class Description:
    """The words for somebody or something without a name, the beginning of their head word, and the kind they tell."""

    span: Span
    head: int
    kind: Kind | None


def describe(noun: Token, kinds: ParticipantKinds) -> Description | None:
    """Return the description that a common noun heads, None for pronouns, clauses and the like."""
    if noun.tag_ not in COMMON or noun.pos_ in {"VERB", "AUX"}:
        return None
    return Description(phrase_span(noun), noun.idx, kind_of(noun, kinds))


def kind_of(noun: Token, kinds: ParticipantKinds) -> Kind | None:
    """Return the kind of a noun with its modifiers, else of what it is of: "a group of armed men"."""
    before = [child for child in noun.lefts if child.dep_ in MODIFIERS]
    lemmas = [token.lemma_.lower() for token in (*before, noun)]
    if (found := kinds.of(lemmas)) is not None:
        return found
    complement = complement_of(noun)
    return None if complement is None else kind_of(complement, kinds)

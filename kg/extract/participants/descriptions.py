"""Participants without a name: what "three Saudi border guards" or "a hospital in Khan Younis" tell of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.grammar.phrases import complement_of, phrase_span
from kg.grammar.quantity.quantities import quantity_of
from kg.grammar.words import joined_before
from kg.knowledge.namespaces import ID
from kg.records import MentionArgument, MentionKind, Span, Unnamed

if TYPE_CHECKING:
    from kg.grammar.quantity.quantities import Quantity
    from kg.grammar.tree import Token
    from kg.knowledge.participants import Kind, ParticipantKinds
    from kg.knowledge.words import Words
    from kg.records import Term

COMMON = frozenset({"NN", "NNS", "JJ", "CD", "NNP", "NNPS"})
MODIFIERS = frozenset({"compound", "amod", "nmod:desc"})
PEOPLE = ID + "participant/people"
INTERROGATIVE = frozenset({"WDT", "WRB"})


@dataclass(frozen=True, slots=True)
class Description:
    """The words for somebody or something without a name, the kind they tell and how many there are."""

    span: Span
    kind: Kind | None
    quantity: Quantity | None

    def unnamed(self, belongs_to: int | None) -> Unnamed:
        """Return what the words tell as plain data, of or in the named entity at an index."""
        kind, quantity = self.kind, self.quantity
        return Unnamed(
            described=None if kind is None else kind.iri,
            belongs_to=belongs_to,
            minimum=None if quantity is None else quantity.minimum,
            maximum=None if quantity is None else quantity.maximum,
        )

    def argument(
        self,
        role: Term,
        head: Token,
        belongs_to: int | None,
        marker: str = "",
        score: float | None = None,
        *,
        contested: bool = False,
    ) -> MentionArgument:
        """Return whom the words describe in a role, where a token stands in the argument's place."""
        unnamed, kind, rule = self.unnamed(belongs_to), MentionKind.DESCRIPTION, "description"
        return MentionArgument(role, self.span, head.idx, None, kind, rule, marker, unnamed, score, contested)

    def up_to(self, owner: Span, marker: str, words: Words) -> Description:
        """Return the description with whose office it is, where that stands behind: "foreign minister of Ghana"."""
        behind = marker in words.prepositions.genitive and owner.start >= self.span.end
        return replace(self, span=Span(self.span.start, owner.end)) if behind else self


def describe(noun: Token, kinds: ParticipantKinds, words: Words) -> Description | None:
    """Return the description that a common noun heads, None for pronouns, clauses and the like.

    Some adjectives tell who it is as well: "[insurgent] attacks". Of "six-party talks" no party is told, nor any by
    the beginning of a hyphened word: "a [power]-sharing deal". Whoever asks "how many people" tells of none.
    """
    if noun.left_edge.tag_ in INTERROGATIVE or _begins_noun(noun) or _titles_inserted(noun):
        return None
    quality = noun.dep_ == "amod" and noun.lower_ not in words.function.agentive_adjective
    counted = joined_before(noun) is not None or any(child.dep_ == "nummod" for child in noun.children)
    if noun.tag_ not in COMMON or noun.pos_ in {"VERB", "AUX"} or quality or (noun.dep_ in MODIFIERS and counted):
        return None
    return Description(phrase_span(noun), kind_of(noun, kinds, words), quantity_of(noun, words))


def _titles_inserted(noun: Token) -> bool:
    """Say whether the noun is the office of whose first name an editor put in: "[President] [Ilham] Aliyev"."""
    return any(
        child.dep_ == "appos" and child.i == noun.i + 2 and child.nbor(-1).text == "[" for child in noun.children
    )


def _begins_noun(noun: Token) -> bool:
    """Say whether a hyphen makes one word of it and the next: "[power]-sharing", "[Rwandan]-backed", not "-elect"."""
    return any(
        after.pos_ in {"NOUN", "VERB"} and joined_before(after) is noun for after in noun.doc[noun.i + 2 : noun.i + 3]
    )


def kind_of(noun: Token, kinds: ParticipantKinds, words: Words) -> Kind | None:
    """Return the kind of a noun with its modifiers, else of what it is of: "a group of armed men"."""
    if (found := kinds.of(_lemmas(noun))) is not None:
        return found
    complement = complement_of(noun, words)
    return None if complement is None else kind_of(complement, kinds, words)


def sort_of(noun: Token, kinds: ParticipantKinds) -> Kind | None:
    """Return the kind of a noun with its modifiers, be it of those that have no part in events: a "cold front"."""
    return kinds.named(_lemmas(noun))


def are_people(noun: Token, kinds: ParticipantKinds) -> bool:
    """Say whether a noun is for people by itself."""
    sort = sort_of(noun, kinds)
    return sort is not None and kinds.is_a(sort.iri, PEOPLE)


def _lemmas(noun: Token) -> list[str]:
    before = [child for child in noun.lefts if child.dep_ in MODIFIERS]
    return [token.lemma_.lower() for token in (*before, noun)]

"""Who is told to say something, and so speaks the quotation beside it."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.grammar.speech import has_words_for
from kg.resolve.context import word_keys
from kg.resolve.persons.register import Person

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.grammar.tree import Token
    from kg.resolve.context import Context
    from kg.resolve.coreference.layout import Layout

ATTACHED = frozenset({"flat", "compound", "appos", "conj", "nmod"})


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Something said of a person at a token: where, in which sentence, paragraph and quotation, and as what.

    `says` is the character of the verb of saying, outside quotations, of which it is the subject; -1 where it is none.
    """

    token: int
    root: int
    sentence: int
    paragraph: int
    quote: int
    subject: bool
    person: Person
    says: int = -1


@dataclass(frozen=True, slots=True)
class Sayings:
    """Who is the subject of a verb of saying, by paragraph: the character of the verb, then in order of the text."""

    by_paragraph: defaultdict[int, list[tuple[int, int, int, Antecedent]]]

    @classmethod
    def of(cls, known: Iterable[Antecedent]) -> Sayings:
        """Return those of antecedents in order of the text."""
        sayings = cls(defaultdict(list))
        for item in known:
            sayings.add(item)
        return sayings

    def add(self, item: Antecedent) -> None:
        """Add an antecedent; of two at one token the one that is added first comes first."""
        said = self.by_paragraph[item.paragraph]
        if item.says >= 0:
            insort(said, (item.says, item.token, len(said), item))

    def nearest(self, paragraph: int, start: int, end: int) -> Person | None:
        """Return the one whose verb is nearest to a quotation, the first of several."""
        said = self.by_paragraph.get(paragraph, [])
        near: list[tuple[int, int, int, Antecedent]] = []
        for place in (start, end):
            at = bisect_left(said, (place,))
            near += said[at : at + 1]
            if at:
                first = bisect_left(said, (said[at - 1][0],))
                near.append(said[first])
        nearest = min(near, key=lambda one: (min(abs(one[0] - end), abs(start - one[0])), one[1:3]), default=None)
        return nearest[3].person if nearest is not None else None


def speaker_of(layout: Layout, quote: int, sayings: Sayings) -> Person | None:
    """Return the subject of the verb of saying beside the quotation, or of the one beside its neighbour quotation."""
    start, end = layout.quotes[quote]
    paragraph = layout.paragraph(start)
    for near in dict.fromkeys((paragraph, layout.paragraph(end - 1))):
        if (own := sayings.nearest(near, start, end)) is not None:
            return own
    # A paragraph that is nothing but quotation goes on with the words of the speaker before it.
    if layout.only_quotes(paragraph) and paragraph > 0:
        return sayings.nearest(paragraph - 1, start, end)
    return None


def saying_of(context: Context, layout: Layout, token: Token) -> int:
    """Return the character of the verb of saying, outside quotations, of which a subject is; -1 where it is of none."""
    verb = token
    while verb.dep_ in ATTACHED and verb.head.i != verb.i:
        verb = verb.head
    verb = verb.head
    says = not word_keys(verb).isdisjoint(context.words.pronouns.speech_verb) or has_words_for(verb, context.words)
    if layout.quote(verb.idx) >= 0 or not says:
        return -1
    return verb.idx

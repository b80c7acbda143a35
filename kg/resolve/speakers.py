"""Who speaks: the speakers of quotations, of statements and of the turns of a transcript."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.grammar.quotation.marks import find_quotations, paragraphs
from kg.grammar.speech import has_words_for
from kg.resolve.authors import author_of, is_statement
from kg.resolve.context import word_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.grammar.tree import Doc, Token
    from kg.knowledge.words import Words
    from kg.resolve.authors import Speaker
    from kg.resolve.context import Context
    from kg.resolve.persons import Person

ATTACHED = frozenset({"flat", "compound", "appos", "conj", "nmod"})
#: The label of a speaker's turn has fewer pieces than this.
LONGEST_LABEL = 8


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
class Layout:
    """Where paragraphs begin, where each stretch of a quotation begins and ends and of which quotation it is.

    `quotes` are whole quotations with their marks, over paragraphs too; `quoted` are the paragraphs of nothing else.
    """

    paragraphs: tuple[int, ...]
    quotes: tuple[tuple[int, int], ...]
    parts: tuple[tuple[int, int, int], ...]
    quoted: frozenset[int]

    def only_quotes(self, paragraph: int) -> bool:
        """Whether the paragraph is nothing but direct quotation."""
        return paragraph in self.quoted

    def paragraph(self, char: int) -> int:
        """Return the number of the paragraph that holds the character."""
        return max(bisect_right(self.paragraphs, char) - 1, 0)

    def quote(self, char: int) -> int:
        """Return the number of the quotation that holds the character; -1 outside quotations."""
        at = bisect_left(self.parts, (char + 1, 0, 0)) - 1
        return self.parts[at][2] if at >= 0 and char < self.parts[at][1] else -1


def read_layout(doc: Doc, words: Words) -> Layout:
    """Return the paragraphs and the direct quotations of a text."""
    text = doc.text
    quotations = find_quotations(doc, words)
    parts = tuple((part.start, part.end, i) for i, quotation in enumerate(quotations) for part in quotation.parts)
    blocks = paragraphs(text)
    quoted: set[int] = set()
    at = 0
    for number, block in enumerate(blocks):
        outside, position = "", block.start
        while at < len(parts) and parts[at][0] < block.end:
            outside += text[position : parts[at][0]]
            position = parts[at][1]
            at += 1
        outside += text[position : block.end]
        if position > block.start and not any(sign.isalnum() for sign in outside):
            quoted.add(number)
    spans = tuple((quotation.start, quotation.end) for quotation in quotations)
    return Layout(tuple(block.start for block in blocks), spans, parts, frozenset(quoted))


def speakers_own(context: Context, layout: Layout, known: Sequence[Antecedent]) -> Iterator[tuple[Token, Speaker]]:
    """Yield the tokens of the first person with who says them: in quotations, and where the text itself speaks."""
    sayings = Sayings.of(known)
    for number, (start, end) in enumerate(layout.quotes):
        speaker = speaker_of(layout, number, sayings)
        if speaker is not None:
            for token in context.doc.char_span(start, end, alignment_mode="expand") or ():
                if _is_first_person(context, token):
                    yield token, speaker
    for first, last, whose in _turns(context, known):
        for token in context.doc[first:last]:
            if _is_first_person(context, token) and layout.quote(token.idx) < 0:
                yield token, whose


def _is_first_person(context: Context, token: Token) -> bool:
    words = context.words
    return (
        token.tag_ in {"PRP", "PRP$"}
        and token.lower_ in words.pronouns.speaker_pronoun | words.pronouns.speakers_pronoun
    )


def _turns(context: Context, known: Sequence[Antecedent]) -> Iterator[tuple[int, int, Speaker]]:
    """Yield the stretches of tokens that one person speaks: a statement's whole text, or each turn of a transcript.

    A turn begins with its speaker in capitals and a colon ("MS. PSAKI:", "THE PRESIDENT:") and ends where another does.
    What has no name there, but an office, is the one whose words the text is by its title. Where nobody speaks,
    nor several in a joint statement, the country does whose government published the text.
    """
    if not context.pieces:
        return
    lines = [0, *(i for i in range(1, len(context.pieces)) if "\n" in context.gap(i)), len(context.pieces)]
    author = author_of(context, lines[1], known) or (None if is_statement(context, lines[1]) else context.home)
    speaker: Speaker | None = author
    speakers: dict[tuple[str, ...], Speaker] = {}
    for first, last in pairwise(lines):
        colon = _label(context, first, last)
        if colon is not None:
            label = tuple(context.key(at) for at in range(first, colon))
            named = _named_in(context, first, colon, known)
            if named is not None:
                speakers.setdefault(label, named)
            elif author is not None and label[-1:] and label[-1] in context.words.offices.office_noun:
                speakers.setdefault(label, author)
            speaker = speakers.get(label)
        if speaker is not None:
            begin = context.token_of[first if colon is None else colon]
            yield begin, context.token_of[last - 1] + 1, speaker


def _named_in(context: Context, first: int, colon: int, known: Sequence[Antecedent]) -> Person | None:
    """Return the only person whom the label of a turn names."""
    tokens = range(context.token_of[first], context.token_of[colon - 1] + 1)
    at = slice(*(bisect_left(known, token, key=lambda item: item.token) for token in (tokens.start, tokens.stop)))
    named = {id(item.person): item.person for item in known[at]}
    return next(iter(named.values())) if len(named) == 1 else None


def _label(context: Context, first: int, last: int) -> int | None:
    """Return where the label of a turn ends: behind its colon, or behind the Q of a question."""
    if context.pieces[first].text == "Q" and first + 1 < last and context.gap(first + 1).isspace():
        return first + 1
    for at in range(first + 1, min(first + LONGEST_LABEL, last)):
        piece = context.pieces[at]
        if piece.text == ":":
            words = [one.text for one in context.pieces[first:at] if one.is_word]
            return at if words and all(word.isupper() for word in words) else None
    return None


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

"""Everything that the rules look at together: the parsed document, its pieces, and the reference names found in it.

Names are matched by pieces, syntax is asked of tokens, and characters are what leaves resolve: from one to the other
leads what `Context` has, and nothing else.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.grammar.tree import Doc
from kg.knowledge.folding import fold
from kg.knowledge.taxonomy import Taxonomy
from kg.knowledge.words import Words
from kg.records import Document
from kg.resolve.matching.gazetteer import Gazetteer, find_matches, gazetteer_of
from kg.resolve.matching.namesakes import without_namesakes
from kg.resolve.matching.pieces import PIECE, split_pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.grammar.tree import Span, Token
    from kg.knowledge import Knowledge
    from kg.knowledge.reference import Resource
    from kg.resolve.found import Found
    from kg.resolve.matching.gazetteer import Match
    from kg.resolve.matching.pieces import Piece

#: A line counts as a headline in capitals from this many words on; shorter ones are acronyms and names.
SHOUTED_WORDS = 3
#: Sorts of organizations (local names under https://w3id.org/newskg/id/kind/) that speak for their country.
STATE_ORGANS = frozenset({"administration", "armed-force", "ministry", "seat-of-government"})


class Keys(dict[int, str]):
    """The folded pieces by number, and nothing beyond either end of the text."""

    def __missing__(self, piece: int) -> str:
        """Return what stands where no piece is."""
        return ""


@dataclass(frozen=True, slots=True)
class Context:
    """One document under resolution; `token_of` and `match_of` are by piece, `piece_of` by token (-1: none).

    `keys` are the folded pieces; `spans` the tokens of what was found that were asked for, by its characters.

    `shouted` are pieces in lines of capitals, `knows_names` says whether the pipeline marks names, `home` is
    the country whose government published the document, `ent_of` gives the pipeline's name around a token,
    `title_starts` are the pieces at which a title, honorific or office can begin, `capitals` those with a capital
    letter at their head, `lines` the first of each line; all are in order of the text.
    """

    doc: Doc
    document: Document
    gazetteer: Gazetteer
    words: Words
    taxonomy: Taxonomy
    pieces: tuple[Piece, ...]
    keys: Keys
    matches: tuple[Match, ...]
    token_of: tuple[int, ...]
    piece_of: tuple[int, ...]
    match_of: tuple[Match | None, ...]
    shouted: frozenset[int]
    knows_names: bool
    home: Resource | None
    ent_of: Mapping[int, Span]
    title_starts: frozenset[int]
    capitals: tuple[int, ...]
    lines: tuple[int, ...]
    spans: dict[tuple[int, int], Span | None] = field(default_factory=dict, repr=False)

    def token(self, piece: int) -> Token:
        """Return the token that holds the first character of the piece."""
        return self.doc.tokens[self.token_of[piece]]

    def tokens(self, first: int, last: int) -> Span:
        """Return the tokens of pieces first..last (exclusive)."""
        return self.doc[self.token_of[first] : self.token_of[last - 1] + 1]

    def tokens_of(self, item: Found) -> Span | None:
        """Return the tokens that something found touches, None where there are none."""
        place = item.start, item.end
        if place not in self.spans:
            self.spans[place] = self.doc.char_span(*place, alignment_mode="expand")
        return self.spans[place]

    def characters(self, first: int, last: int) -> tuple[int, int]:
        """Return where in the text pieces first..last (exclusive) begin and end."""
        return self.pieces[first].start, self.pieces[last - 1].end

    def text_of(self, first: int, last: int) -> str:
        """Return the text of pieces first..last (exclusive)."""
        return self.document.text[self.pieces[first].start : self.pieces[last - 1].end]

    def gap(self, piece: int) -> str:
        """Return the white space before the piece; a line's start counts as a newline."""
        if piece == 0:
            return "\n"
        return self.document.text[self.pieces[piece - 1].end : self.pieces[piece].start]

    def pieces_of(self, sentence: Span) -> range:
        """Return the numbers of the pieces that begin in a sentence."""
        first, end = (bisect_left(self.pieces, at, key=_start) for at in (sentence.start_char, sentence.end_char))
        return range(first, end)

    def is_clitic(self, piece: int) -> bool:
        """Whether the piece is what stands behind an apostrophe at the end of an owner's name."""
        return self.keys[piece] in self.words.function.possessive_clitic

    def same_line(self, first: int, last: int) -> bool:
        """Whether no line ends between the two pieces."""
        return "\n" not in self.document.text[self.pieces[first].end : self.pieces[last].start]


def without_clitic(text: str, words: Words) -> str:
    """Return the folded text behind a name without the sign that the name owns what follows."""
    for clitic in sorted(words.function.possessive_clitic):
        text = text.removeprefix(f"'{clitic}")
    return text.strip()


def word_keys(token: Token) -> frozenset[str]:
    """Return the folded lemma and the folded word: a word class has the one or the other."""
    return frozenset((fold(token.lemma_), fold(token.text)))


def read_context(doc: Doc, document: Document, knowledge: Knowledge) -> Context:
    """Return the context of a parsed document; doc.text must be document.text."""
    gazetteer = gazetteer_of(knowledge)
    pieces = split_pieces(document.text)
    lines = _line_starts(document.text, pieces)
    matches = without_namesakes(pieces, find_matches(gazetteer, pieces), knowledge.words)
    match_of: list[Match | None] = [None] * len(pieces)
    for match in matches:
        match_of[match.first : match.last] = [match] * (match.last - match.first)
    token_of, piece_of = _align(doc, pieces)
    titles = _first_keys(knowledge.words.persons.honorific | knowledge.words.offices.office_noun)
    return Context(
        doc=doc,
        document=document,
        gazetteer=gazetteer,
        words=knowledge.words,
        taxonomy=knowledge.taxonomy,
        pieces=pieces,
        keys=Keys(enumerate([piece.key for piece in pieces])),
        matches=matches,
        token_of=token_of,
        piece_of=piece_of,
        match_of=tuple(match_of),
        shouted=_shouted(pieces, lines),
        knows_names=doc.knows_names,
        home=_home(document, gazetteer),
        ent_of={index: ent for ent in doc.ents for index in range(ent.start, ent.end)},
        title_starts=frozenset(number for number, piece in enumerate(pieces) if piece.key in titles),
        capitals=tuple(number for number, piece in enumerate(pieces) if piece.text[0].isupper()),
        lines=lines,
    )


def _first_keys(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(first[0] for form in forms if (first := PIECE.match(form)) is not None)


def _home(document: Document, gazetteer: Gazetteer) -> Resource | None:
    """Return the country for which the outlet speaks: an office of state, not a newspaper."""
    for match in find_matches(gazetteer, split_pieces(document.outlet or "")):
        for reading in match.readings:
            if reading.resource.sort in STATE_ORGANS:
                return gazetteer.reference.get(reading.resource.country or "")
    return None


def _align(doc: Doc, pieces: Sequence[Piece]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    begins = {start: at for at, start in enumerate(doc.starts)}
    starts = (piece.start for piece in pieces)
    token_of = [begins[at] if at in begins else max(bisect_right(doc.starts, at) - 1, 0) for at in starts]
    piece_of = [-1] * len(doc)
    for index in range(len(pieces) - 1, -1, -1):
        piece_of[token_of[index]] = index
    # A token inside a piece ("U.S.") has no piece of its own: it belongs to the one that it is part of.
    for token in range(1, len(piece_of)):
        if piece_of[token] < 0:
            piece_of[token] = piece_of[token - 1]
    return tuple(token_of), tuple(piece_of)


def _line_starts(text: str, pieces: Sequence[Piece]) -> tuple[int, ...]:
    """Return the first piece of each line."""
    starts = [piece.start for piece in pieces]
    behind = (bisect_left(starts, newline.start()) for newline in re.finditer("\n", text))
    return tuple(dict.fromkeys(first for first in (0, *behind) if first < len(pieces)))


def _shouted(pieces: Sequence[Piece], lines: Sequence[int]) -> frozenset[int]:
    """Return the pieces of lines that are all in capitals, where capitals tell nothing."""
    found: set[int] = set()
    for first, last in pairwise((*lines, len(pieces))):
        words = (piece.text for piece in pieces[first:last] if piece.text[0].isalpha())
        if all(word.isupper() for word in words):
            number = sum(piece.text[0].isalpha() for piece in pieces[first:last])
            found.update(range(first, last) if number >= SHOUTED_WORDS else ())
    return frozenset(found)


def _start(piece: Piece) -> int:
    return piece.start

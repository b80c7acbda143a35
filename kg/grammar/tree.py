"""A parsed document as plain objects: what a pipeline says of its words, read from spaCy's Doc once.

spaCy makes a new object for each token that it is asked for and looks for children in its arrays; rules ask for both a
hundred times a word. What is here has the names that it has there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    from kg.language.predicted import EventPrediction

ROOT = "ROOT"
ROOTS = frozenset({ROOT, "root"})


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """A token with its tags and its place in the tree; only `Doc.attach` and `Doc.free` change it."""

    doc: Doc
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    ent_iob_: str
    whitespace_: str
    shape_: str
    morph: Mapping[str, str]
    is_sent_start: bool
    is_alpha: bool
    is_punct: bool
    is_right_punct: bool
    is_space: bool
    is_title: bool
    like_num: bool
    head: Token = field(init=False)
    lefts: tuple[Token, ...] = ()
    rights: tuple[Token, ...] = ()
    children: tuple[Token, ...] = ()
    labels: frozenset[str] = frozenset()
    """The relations of the children, of which rules ask before they go through these."""
    left_edge: Token = field(init=False)
    right_edge: Token = field(init=False)
    sent: Span = field(init=False)

    def __len__(self) -> int:
        """Return the number of characters."""
        return len(self.text)

    def __repr__(self) -> str:
        """Return the text."""
        return self.text

    @property
    def text_with_ws(self) -> str:
        """The text with the space behind it."""
        return self.text + self.whitespace_

    @property
    def ancestors(self) -> Iterator[Token]:
        """The head, its head and so on up to the root."""
        here = self
        while here.head is not here:
            here = here.head
            yield here

    @property
    def conjuncts(self) -> tuple[Token, ...]:
        """The tokens that are coordinated with this one, on either side."""
        first = self
        while first.dep_ == "conj" and first.head is not first:
            first = first.head
        found = [first]
        for word in found:
            found += [child for child in word.rights if child.dep_ == "conj"]
        return tuple(word for word in found if word is not self)

    def nbor(self, distance: int = 1) -> Token:
        """Return the token so many further on; IndexError where the document has none."""
        if self.i + distance < 0:
            raise IndexError(self.i + distance)
        return self.doc.tokens[self.i + distance]

    def adopt(self, children: Sequence[Token]) -> None:
        """Take tokens, in order of the text, for children."""
        self.children, self.labels = tuple(children), frozenset([child.dep_ for child in children])
        self.lefts = tuple(child for child in children if child.i < self.i)
        self.rights = tuple(child for child in children if child.i > self.i)

    def measure(self) -> None:
        """Find the edges anew, here and up to the root."""
        for token in (self, *self.ancestors):
            token.left_edge = min([token, *(child.left_edge for child in token.lefts)], key=_place)
            token.right_edge = max([token, *(child.right_edge for child in token.rights)], key=_place)


@dataclass(frozen=True, slots=True)
class Span:
    """The tokens start..end (exclusive) of a document; `label_` is the type of a name."""

    doc: Doc = field(compare=False, repr=False)
    start: int
    end: int
    label_: str = ""

    def __iter__(self) -> Iterator[Token]:
        """Yield the tokens."""
        return iter(self.doc.tokens[self.start : self.end])

    def __len__(self) -> int:
        """Return the number of tokens."""
        return self.end - self.start

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        """Return the token at a place, or the span of several, counted from the start of this one."""
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self))
            return Span(self.doc, self.start + start, self.start + max(start, end))
        return self.doc.tokens[self.start : self.end][at]

    @property
    def start_char(self) -> int:
        """Where the first token begins."""
        return self.doc.tokens[self.start].idx

    @property
    def end_char(self) -> int:
        """Where the last token ends."""
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The characters, without the space behind the last token."""
        return self.doc.text[self.start_char : self.end_char] if len(self) else ""

    @property
    def sent(self) -> Span:
        """The sentence in which the span begins."""
        return self.doc.tokens[self.start].sent

    @property
    def root(self) -> Token:
        """The token that is nearest to the root of its sentence, the first of several."""
        inside = self.doc.tokens[self.start : self.end]
        if len(inside) == 1:
            return inside[0]
        if root := next((token for token in inside if token.head is token), None):
            return root
        outer = [token for token in inside if not self.start <= token.head.i < self.end]
        return min(outer, key=_depth, default=inside[0])


@dataclass(slots=True, eq=False)
class Doc:
    """A text with its tokens, sentences and names, and what the network takes for events (None where none has read it).

    `knows_names` says whether anything has looked for names.
    """

    text: str
    knows_names: bool
    events: tuple[EventPrediction, ...] | None
    tokens: list[Token] = field(default_factory=list)
    starts: list[int] = field(default_factory=list, repr=False)
    """The first character of each token."""
    sents: list[Span] = field(default_factory=list)
    ents: list[Span] = field(default_factory=list)
    lines: dict[int, list[Token]] = field(default_factory=dict)
    """Lines that were asked for, by each of their tokens."""
    answers: dict[object, Any] = field(default_factory=dict, repr=False)
    """What was asked of the tokens, as `remembered` keeps it, until the tree changes."""

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        """Yield the tokens."""
        return iter(self.tokens)

    @overload
    def __getitem__(self, at: int) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: int | slice) -> Token | Span:
        """Return the token at a place, or the span of several."""
        if isinstance(at, slice):
            start, end, _ = at.indices(len(self.tokens))
            return Span(self, start, max(start, end))
        return self.tokens[at]

    def char_span(self, start: int, end: int, *, alignment_mode: str = "strict") -> Span | None:
        """Return the tokens at characters start..end, None where there are none.

        Where the characters are no whole tokens, "expand" takes those that they touch, "contract" those inside them,
        and "strict" none.
        """
        first, last = self._at(start), self._at(end - 1)
        if first is None or last is None:
            return None
        begun, ended = first.idx < start, last.idx + len(last.text) > end
        if alignment_mode == "expand":
            return Span(self, first.i + (start == first.idx + len(first.text)), last.i + 1)
        if alignment_mode == "strict" and (first.idx != start or last.idx + len(last.text) != end):
            return None
        first_inside, last_inside = first.i + begun, last.i - ended
        return Span(self, first_inside, last_inside + 1) if first_inside <= last_inside else None

    def _at(self, character: int) -> Token | None:
        """Return the token at a character, which may be the space behind it."""
        at = bisect_right(self.starts, character) - 1
        if at < 0:
            return None
        token = self.tokens[at]
        return token if character < token.idx + len(token.text) + len(token.whitespace_) else None

    def link(self, heads: Sequence[int], edges: Sequence[tuple[int, int]]) -> None:
        """Hang each token on the one at its place in `heads`, a root on itself; `edges` are those of its subtree.

        What a sentence hangs on has no relation but that of a root, whatever a parser labels it.
        """
        self.starts = [token.idx for token in self.tokens]
        children: list[list[Token]] = [[] for _ in self.tokens]
        for token, head, (left, right) in zip(self.tokens, heads, edges, strict=True):
            token.head = self.tokens[head]
            token.left_edge, token.right_edge = self.tokens[left], self.tokens[right]
            if head != token.i:
                children[head].append(token)
            elif token.dep_ and token.dep_ not in ROOTS:
                # Rules climb while a relation lasts: that of a root would last for ever.
                token.dep_ = ROOT
        for token, found in zip(self.tokens, children, strict=True):
            if found:
                token.adopt(found)

    def divide(self, bounds: Sequence[tuple[int, int]]) -> None:
        """Make each of these stretches of tokens a sentence."""
        self.sents = [Span(self, start, end) for start, end in bounds]
        for sent in self.sents:
            for token in sent:
                token.sent = sent

    def attach(self, child: Token, head: Token, label: str) -> None:
        """Hang a token on another of its sentence by a relation."""
        self.answers.clear()
        former, child.dep_ = child.head, label
        if former is head:
            head.adopt(head.children)
            return
        child.head = head
        if former is not child:
            former.adopt([token for token in former.children if token is not child])
            former.measure()
        head.adopt(sorted((*head.children, child), key=_place))
        head.measure()

    def free(self, root: Token) -> None:
        """Hang a token on nothing but itself, as the root of a sentence."""
        self.answers.clear()
        former, root.dep_ = root.head, ROOT
        if former is not root:
            root.head = root
            former.adopt([token for token in former.children if token is not root])
            former.measure()

    def release(self) -> None:
        """Part the tokens from one another, so that all are freed at once and nobody need look for circles of them."""
        nowhere = Doc("", knows_names=False, events=None)
        for token in self.tokens:
            token.doc, token.sent, token.children, token.lefts, token.rights = nowhere, nowhere[:], (), (), ()
        for nobody in map(replace, self.tokens[:1]):
            for token in self.tokens:
                token.head = token.left_edge = token.right_edge = nobody
        self.sents, self.ents, self.answers = [], [], {}


def _place(token: Token) -> int:
    return token.i


def _depth(token: Token) -> int:
    """How far a token is from the root; what is no word and has no children is further than all words."""
    if (token.is_space or token.is_punct) and not token.children:
        return len(token.doc) - 1
    return sum(1 for _ in token.ancestors)

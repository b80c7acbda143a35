"""How far a phrase reaches around its head word: the smallest full noun phrase, by the tree and the names in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: Dependents that belong to the phrase where they stand before their head.
_BEFORE = frozenset({"amod", "nummod", "compound", "advmod", "nmod", "obl", "goeswith", "flat", "fixed", "det"})
#: Dependents that belong to the phrase where they follow their head.
_BEHIND = frozenset({"compound", "flat", "fixed", "goeswith", "nummod", "nmod:unmarked"})
#: Clauses that are no part of the clause of a verb that is told of.
_ASIDE = frozenset({"advcl", "parataxis", "conj", "cc", "punct"})
_PERSON = "PERSON"


class Token(Protocol):
    """What is asked of a token, be it spaCy's or that of `kg.grammar.tree`."""

    dep_: str
    doc: Any
    ent_iob_: str
    ent_type_: str
    i: int
    lower_: str
    morph: Any
    pos_: str
    text: str

    @property
    def children(self) -> Iterable[Any]:
        """The words that depend on it, in the order of the text."""

    @property
    def lefts(self) -> Iterable[Any]:
        """Those of them before it."""

    @property
    def rights(self) -> Iterable[Any]:
        """Those of them behind it."""

    @property
    def is_punct(self) -> bool:
        """Whether it is a punctuation mark."""


def phrase(head: Token) -> tuple[int, int]:
    """Return the token bounds, end exclusive, of the phrase of a word.

    A verb's reaches to the end of its clause. A noun's has its modifiers and numbers, "of" and what follows it, and the
    whole of a name, but no article, title, named owner, relative clause, apposition or coordinated phrase.
    """
    name = _name(head)
    if name is None and head.pos_ in ("VERB", "AUX"):
        return _clause(head)
    if name and head.ent_type_ == _PERSON:
        return name
    words = {head.i, *_inside(head), *range(*(name or (0, 0)))}
    start = end = head.i
    while start - 1 in words:
        start -= 1
    while end + 1 in words:
        end += 1
    while start < head.i and (_is_article(head.doc[start]) or head.doc[start].is_punct):
        start += 1
    return start, end + 1


def _clause(head: Token) -> tuple[int, int]:
    """Return the bounds of a verb and what follows it in its clause, up to another clause."""
    inside = {head.i}
    for child in head.rights:
        if child.dep_.partition(":")[0] not in _ASIDE:
            inside.update(_subtree(child))
    end = head.i
    while end + 1 in inside:
        end += 1
    return head.i, end + 1


def _name(head: Token) -> tuple[int, int] | None:
    """Return the bounds of the name that a word is in."""
    if not head.ent_type_:
        return None
    doc, start, end = head.doc, head.i, head.i
    while doc[start].ent_iob_ == "I":
        start -= 1
    while end + 1 < len(doc) and doc[end + 1].ent_iob_ == "I":
        end += 1
    return start, end + 1


def _inside(head: Token, *, owned: bool = False) -> Iterator[int]:
    """Yield the words of the dependents that belong to the phrase of a noun, behind "of" with its named owner."""
    for child in head.lefts:
        owner = not owned and child.dep_ == "nmod:poss" and child.pos_ != "PRON"
        if not owner and (child.dep_.partition(":")[0] in _BEFORE or child.text == "-"):
            yield from _subtree(child)
    for child in head.rights:
        if child.dep_ in _BEHIND or _is_postpositive(child, head):
            yield from _subtree(child)
        elif child.dep_ == "nmod" and any(t.dep_ == "case" and t.lower_ == "of" for t in child.lefts):
            yield from (child.i, *_inside(child, owned=True), *(t.i for t in child.lefts))


def _is_postpositive(child: Token, noun: Token) -> bool:
    """Whether a lone adjective follows its noun at once, as in titles: "attorney general", "president elect"."""
    return child.dep_ == "amod" and child.pos_ in ("ADJ", "PROPN") and child.i == noun.i + 1 and not any(child.children)


def _subtree(token: Token) -> Iterator[int]:
    yield token.i
    for child in token.children:
        yield from _subtree(child)


def _is_article(token: Token) -> bool:
    return "Art" in token.morph.get("PronType", ())

"""In whose words a text is, by its first line or its title: "Statement by President Biden"."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from kg.knowledge.reference import Resource
from kg.resolve.matching.gazetteer import people_called
from kg.resolve.matching.pieces import split_pieces
from kg.resolve.matching.spelling import same_family
from kg.resolve.persons.leaders import in_office
from kg.resolve.persons.register import Person

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.resolve.context import Context
    from kg.resolve.coreference.sayings import Antecedent
    from kg.resolve.matching.pieces import Piece

Speaker: TypeAlias = Person | Resource
"""Who speaks: a person of the text, or a known one whom only its title names."""
#: A name with its office has no more pieces than this.
LONGEST_NAME = 8
#: Where a title says that it is a statement: "Press statement by", and not "Anger at a statement by".
FIRST_WORDS = 2


def author_of(context: Context, last: int, known: Sequence[Antecedent]) -> Speaker | None:
    """Return whose words the text is by its first line or its title; nobody's when it is joint."""
    words = context.words
    at = next((i for i in range(last) if context.keys[i] in words.pronouns.statement_noun), last)
    by = next((i for i in range(at, last) if context.keys[i] in words.pronouns.author_preposition), last)
    named = [item for item in known if by < last and context.token_of[by] < item.token <= context.token_of[last - 1]]
    if not named or named[0].token - context.token_of[by] > LONGEST_NAME:
        return _by_title(context, [item.person for item in known])
    joint = any(token.dep_ == "conj" for token in context.doc[named[0].root].children)
    return None if joint else named[0].person


def is_statement(context: Context, last: int) -> bool:
    """Say whether a text calls itself somebody's words, in its title or in the first line, of so many pieces."""
    keys = {piece.key for piece in split_pieces(context.document.title or "")} | {context.keys[i] for i in range(last)}
    return not keys.isdisjoint(context.words.pronouns.statement_noun)


def _by_title(context: Context, persons: Iterable[Person]) -> Speaker | None:
    """Return the one whom the title says to speak: of the text's persons, else the only known one then in office."""
    name = _name_in(context, split_pieces(context.document.title or ""))
    if not name:
        return None
    family = name[-1].key
    called = {id(one): one for one in persons if same_family(one.fullest.parts[-1], family)}
    if called:
        return next(iter(called.values())) if len(called) == 1 else None
    serving = [one for one in people_called(context.gazetteer, family) if in_office(context, one)]
    return serving[0] if len(serving) == 1 else None


def _name_in(context: Context, title: Sequence[Piece]) -> Sequence[Piece]:
    """Return the capitals behind "statement by" in a title, without "Jr."; none where they go on behind an "and"."""
    words = context.words
    nouns = [i for i, piece in enumerate(title[:FIRST_WORDS]) if piece.key in words.pronouns.statement_noun]
    by = next((i for i in nouns if i + 1 < len(title) and title[i + 1].key in words.pronouns.author_preposition), None)
    if by is None:
        return ()
    begin = end = by + 2
    while end < min(len(title), begin + LONGEST_NAME) and (title[end].is_capital or title[end].text == "."):
        end += 1
    joint = end < len(title) and title[end].key in words.joining.conjunction
    name = [piece for piece in title[begin:end] if piece.is_word and piece.key not in words.persons.generation_word]
    return () if joint or len(name) < 2 else name

"""Who speaks in the first person: in quotations, in statements and in the turns of a transcript."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.resolve.coreference.authors import author_of, is_statement
from kg.resolve.coreference.sayings import Sayings, speaker_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.grammar.tree import Token
    from kg.resolve.context import Context
    from kg.resolve.coreference.authors import Speaker
    from kg.resolve.coreference.layout import Layout
    from kg.resolve.coreference.sayings import Antecedent
    from kg.resolve.persons.register import Person

#: The label of a speaker's turn has fewer pieces than this.
LONGEST_LABEL = 8


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
    lines = (*context.lines, len(context.pieces))
    author = author_of(context, lines[1], known) or (None if is_statement(context, lines[1]) else context.home)
    speaker: Speaker | None = author
    speakers: dict[tuple[str, ...], Speaker] = {}
    for first, last in pairwise(lines):
        colon = _label(context, first, last)
        if colon is not None:
            label = tuple(context.keys[at] for at in range(first, colon))
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

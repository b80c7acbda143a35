"""Sentences that a parser runs together, ended again at a full stop that can be nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Doc, Span, Token
    from kg.language.predicted import EventPrediction

WORD = re.compile(r"[^\W\d_]{6,}$")
"""Letters that are too many for an abbreviation, capital or small: "our Allies. And I welcome"."""
OPENING, CLOSING, EITHER = frozenset("“([{"), frozenset("”)]}"), '"'
LOOSE = "parataxis"


def end_run_on_sentences(doc: Doc) -> None:
    """Divide each sentence behind a full stop that ends no abbreviation and no quotation, in place.

    What hangs over the bound hangs on the root of its own side then, and no word has a part in what the other tells.
    """
    bounds = [bound for sent in doc.sents for bound in _parts(sent)]
    if len(bounds) == len(doc.sents):
        return
    doc.divide(bounds)
    for sent in doc.sents:
        _root(sent, doc)
        sent[0].is_sent_start = True
    if doc.events is not None:
        doc.events = tuple(_within(event, doc) for event in doc.events)


def _parts(sent: Span) -> Iterator[tuple[int, int]]:
    start, is_open = sent.start, False
    for token in sent:
        is_open = (
            not is_open if token.text == EITHER else (is_open or token.text in OPENING) and token.text not in CLOSING
        )
        if token.i > start and not is_open and _ends(token, sent):
            yield start, token.i + 1
            start = token.i + 1
    yield start, sent.end


def _ends(stop: Token, sent: Span) -> bool:
    if stop.text != "." or stop.i + 1 >= sent.end or not stop.whitespace_:
        return False
    return WORD.search(stop.nbor(-1).text) is not None and stop.nbor().text[0].isupper()


def _root(sent: Span, doc: Doc) -> None:
    """Hang what the rest of a sentence hangs on to itself, and all else whose head is in another sentence on that."""
    loose = [token for token in sent if token.head is token or not sent.start <= token.head.i < sent.end]
    root = next((t for t in loose if t.head is t), None) or next((t for t in loose if not t.is_punct), loose[0])
    doc.free(root)
    for token in loose:
        if token is not root:
            doc.attach(token, root, token.dep_ if token.is_punct else LOOSE)


def _within(event: EventPrediction, doc: Doc) -> EventPrediction:
    sent = doc[event.trigger].sent
    source = event.source
    return replace(
        event,
        arguments=tuple(a for a in event.arguments if sent.start <= a.head < sent.end),
        source=source if source is not None and sent.start <= source.head < sent.end else None,
    )

"""Sentences that a parser runs together, ended again at a full stop that can be nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.grammar.tree import Doc, Span, Token
    from kg.language.predicted import EventPrediction

WORD = re.compile(r"[^\W\d_]{6,}$")
"""Letters that are too many for an abbreviation, capital or small: "our Allies. And I welcome"."""
OPENING, CLOSING, EITHER = frozenset("“([{"), frozenset("”)]}"), '"'
LOOSE = "parataxis"
LONGEST = 6  # words before a clause that are taken for a sentence: "In the early hours of Tuesday"


def join_cut_off_phrases(doc: Doc) -> None:
    """Give a phrase that a parser makes a sentence of its own to the one that it opens, in place.

    No full stop, line or verb stands between "On Tuesday" and "Chad held talks".
    """
    opened = [(phrase, doc[sent.end]) for sent in doc.sents if (phrase := _cut_off(sent, doc)) is not None]
    if not opened:
        return
    behind = {first.i: first.sent.root for _, first in opened}
    starts = [sent.start for sent in doc.sents if sent.start not in behind]
    doc.divide(list(pairwise((*starts, len(doc)))))
    for phrase, first in opened:
        first.is_sent_start = False
        doc.attach(phrase, behind[first.i], "obl")


def _cut_off(sent: Span, doc: Doc) -> Token | None:
    """The head of a phrase with a preposition that ends in no mark before a clause on the same line."""
    root, last = sent.root, sent[-1]
    if sent.end >= len(doc) or sent.end - sent.start > LONGEST or last.is_punct or not last.whitespace_:
        return None
    verbal = any(token.pos_ in {"VERB", "AUX"} for token in sent)
    opened = any(child.dep_ == "case" for child in root.children) and root.pos_ in {"NOUN", "PROPN", "NUM"}
    return root if opened and not verbal and doc[sent.end].sent.root.pos_ == "VERB" else None


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

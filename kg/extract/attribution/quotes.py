"""Statements: the words that an article puts between quotation marks and into somebody's mouth."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extract.attribution.cues import Cue, addressees, find_cue, find_speakers, is_pronoun, quotation_roots, venues
from kg.grammar.quotation.frames import find_frames
from kg.grammar.quotation.marks import find_quotations, paragraphs
from kg.grammar.quotation.turns import is_split
from kg.grammar.speech import speech_at
from kg.grammar.time.dates import date_of
from kg.records import Argument, Attribute, Event, Evidence, MentionKind, Span, Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extract.analysis import Analysis
    from kg.extract.participants.mentions import MentionIndex
    from kg.grammar.quotation.frames import Frame
    from kg.grammar.quotation.marks import Quotation
    from kg.grammar.time.dates import Dates
    from kg.grammar.tree import Doc, Token
    from kg.knowledge.words import Words
    from kg.records import Mention

STATEMENT, SPEAKER, ADDRESSEE = Term("Statement"), Term("speaker"), Term("addressee")
VENUE, TOPIC, STANCE = Term("venue"), Term("topic"), Term("stance")
ENOUGH = 3  # words: shorter quotations are mostly scare quotes and names
LONG_WORD = 4  # letters: shorter words are in small letters in a title
PREDICATE = 2  # words: enough for "was “very disappointed”"
NAMED = 4  # tokens before a name in quotes: the so-called “green zone”
RECALL = 2  # paragraphs
ELLIPSIS = " … "
CLOSED = frozenset(".!?…")
WORD = re.compile(r"\w[\w’'-]*")
MODIFIERS = frozenset({"amod", "compound", "nmod:desc", "nummod"})
BEFORE_NOUNS = frozenset({"amod", "det", "nmod:poss"})
PREDICATIVE = frozenset({"ccomp", "xcomp", "parataxis"})


@dataclass(frozen=True, slots=True)
class _Turn:
    """What one speaker says in one go: the quotations of a frame and those that follow without a cue of their own."""

    cue: Cue
    frames: tuple[Frame, ...]
    quotations: tuple[Quotation, ...]


def statements(analysis: Analysis) -> tuple[Event, ...]:
    """Return a statement for each turn of speech that is quoted and whose speaker the document names, in order.

    Quotations of one sentence, and those behind it in the paragraph without another word of saying, are one statement.
    """
    doc, index, words = analysis.doc, analysis.index, analysis.words
    quotations = find_quotations(doc, words)
    if not quotations:
        return ()
    frames = find_frames(doc, quotations, paragraphs(index.text), words)
    turns = _turns(doc, frames, index, words)
    return tuple(_statement(turn, index, analysis.dates, words) for turn in turns)


def _turns(doc: Doc, frames: Sequence[Frame], index: MentionIndex, words: Words) -> list[_Turn]:
    turns: list[_Turn] = []
    last: Cue | None = None  # who spoke in the frame before
    for number, frame in enumerate(frames):
        if not frame.is_bare:
            recent = turns[-1] if turns and frame.paragraph - turns[-1].frames[-1].paragraph <= RECALL else None
            found = list(_turns_of(frame, doc, index, recent.cue if recent is not None else last, words))
            turns.extend(turn for turn in found if turn.quotations)
            last = found[-1].cue if found else _reported(frame, index, words)
            continue
        quoted = tuple(quotation for quotation in frame.quotations if _length(quotation, index.text) >= ENOUGH)
        if last is None or not quoted:
            continue
        if turns and frames[number - 1] in turns[-1].frames and frames[number - 1].paragraph == frame.paragraph:
            turn = turns.pop()
            turns.append(_Turn(turn.cue, (*turn.frames, frame), (*turn.quotations, *quoted)))
        else:
            turns.append(_Turn(Cue(last.speakers, last.verb, "continuation"), (frame,), quoted))
    return turns


def _turns_of(frame: Frame, doc: Doc, index: MentionIndex, recent: Cue | None, words: Words) -> Iterator[_Turn]:
    """The turns of one frame, one for each speaker, in order; without quotations when none is worth telling.

    A "he said" that nothing else resolves goes on with the speaker just before, and so does a ministry's "it added".
    """
    by_speaker: dict[frozenset[int], tuple[Cue, list[Quotation]]] = {}
    few: dict[frozenset[int], list[Quotation]] = {}
    split = _pieces(frame, index.text, words)
    for quotation in frame.quotations:
        cue = find_cue(quotation, frame, doc, index, words)
        if cue is not None and is_pronoun(cue, words) and recent is not None and len(recent.speakers) == 1:
            cue = replace(cue, speakers=recent.speakers)
        if cue is None or not cue.speakers or _is_unsaid(cue, words) or _is_charge(quotation, doc, words):
            continue
        speakers = frozenset(reference.entity for reference in cue.speakers)
        quotations = by_speaker.setdefault(speakers, (cue, []))[1]
        if quotation in split or _is_worth(quotation, cue, doc, index):
            quotations.append(quotation)
        elif _are_few_words(quotation, cue, doc, words):
            few.setdefault(speakers, []).append(quotation)
    for speakers, (cue, quotations) in by_speaker.items():
        yield _Turn(cue, (frame,), tuple(quotations or few.get(speakers, ())))


def _pieces(frame: Frame, text: str, words: Words) -> frozenset[Quotation]:
    """The quotations that are pieces of one sentence, long enough together: “Never,” she said, “will we go.”."""
    return frozenset(
        piece
        for pair in pairwise(frame.quotations)
        if is_split(*pair, frame, text, words) and sum(_length(part, text) for part in pair) >= ENOUGH
        for piece in pair
    )


def _is_unsaid(cue: Cue, words: Words) -> bool:
    denials = words.function.negative_particle
    return cue.verb is not None and any(c.dep_ == "advmod" and c.lemma_ in denials for c in cue.verb.children)


def _is_charge(quotation: Quotation, doc: Doc, words: Words) -> bool:
    """Say whether words only tell what somebody is charged with: "answered charges of “insulting the crown”"."""
    return any(
        root.head.lemma_.lower() in words.speech.charges and root.dep_ in {"acl", "nmod"} and root.i > root.head.i
        for root in quotation_roots(quotation, doc)
    )


def _reported(frame: Frame, index: MentionIndex, words: Words) -> Cue | None:
    """Who speaks in a frame without quotations; the quotation behind it may be theirs: "Ann told us she was tired."."""
    for token in frame.outside:
        if not frame.quotations and token.dep_ in {"ROOT", "root"} and speech_at(token, words) is not None:
            speakers = find_speakers(token, frame, index, words)
            return Cue(speakers, token, "continuation") if speakers else None
    return None


def _length(quotation: Quotation, text: str) -> int:
    """How many words there are between white space: an address of the web is one."""
    return sum(WORD.search(word) is not None for word in quotation.words(text).split())


def _is_worth(quotation: Quotation, cue: Cue, doc: Doc, index: MentionIndex) -> bool:
    """Say whether a quotation tells something: no title, no name in scare quotes, no adjective set before a noun."""
    length = _length(quotation, index.text)
    roots = quotation_roots(quotation, doc)
    if length < ENOUGH:
        return length == PREDICATE and any(_is_predicate(root) for root in roots) and cue.rule == "clause"
    if _is_title(quotation, doc, index.text):
        return False
    if _is_set_before_noun(quotation, doc):
        return False
    return cue.rule == "description" or not (len(roots) == 1 and _is_name(roots[0], quotation, index.knowledge.words))


def _are_few_words(quotation: Quotation, cue: Cue, doc: Doc, words: Words) -> bool:
    """Say whether two words in small letters are somebody's own: said "additional security" had allowed it to open.

    They count where nothing longer is quoted; a name or what is only "so-called" is not said, and one word too little.
    """
    span = doc.char_span(quotation.start, quotation.end, alignment_mode="expand")
    if span is None or cue.rule not in {"clause", "description"} or not 0 < len(quotation.parts) < ENOUGH:
        return False
    roots = quotation_roots(quotation, doc)
    label = cue.rule == "description" and any(root.pos_ == "NOUN" for root in roots)
    if not label and not any(_is_in_clause(root, cue.verb) for root in roots):
        return False
    inside = [token for token in span if token.is_alpha or "-" in token.text]
    before = doc[max(span.start - NAMED, 0) : span.start].text.lower().split()
    said = len(inside) == PREDICATE and all(token.text.islower() for token in inside)
    return said and words.speech.naming.isdisjoint(before) and not _is_set_before_noun(quotation, doc)


def _is_in_clause(root: Token, verb: Token | None) -> bool:
    """Say whether a word stands in the clause that is the content of a verb of saying."""
    while verb is not None and root.head.i != root.i:
        if root.head.i == verb.i:
            return root.dep_ in PREDICATIVE
        root = root.head
    return False


def _is_title(quotation: Quotation, doc: Doc, text: str) -> bool:
    """Say whether words are written like a title, in which only the smallest are in small letters and no verb is."""
    said = WORD.findall(quotation.words(text))
    inside = doc.char_span(quotation.start, quotation.end, alignment_mode="expand") or ()
    written = all(word[0].isupper() or len(word) < LONG_WORD for word in said) and said[-1][0].isupper()
    return written and not any(token.pos_ == "VERB" and token.text.islower() for token in inside)


def _is_set_before_noun(quotation: Quotation, doc: Doc) -> bool:
    """Say whether words modify the noun behind them: his “wait and see” approach, the “you collect, we buy” plan."""
    span = doc.char_span(quotation.start, quotation.end, alignment_mode="expand")
    if span is None or not 0 < span.start <= span.end < len(doc):
        return False
    before, after = doc[span.start - 1], doc[span.end]
    return after.pos_ == "NOUN" and (before.dep_ in BEFORE_NOUNS or before.tag_ == "POS")


def _is_predicate(root: Token) -> bool:
    return root.dep_ in PREDICATIVE and any(child.dep_ in {"cop", "aux:pass"} for child in root.children)


def _is_name(root: Token, quotation: Quotation, words: Words) -> bool:
    """A noun phrase whose "the" stands outside the marks (the “coalition of the willing”), or part of a longer one."""
    if root.dep_ in MODIFIERS and root.head.idx >= quotation.end:
        return True
    the = words.function.definite_article
    articles = [child for child in root.children if child.lower_ in the and child.idx < quotation.start]
    return root.pos_ in {"NOUN", "PROPN"} and bool(articles) and not any(c.dep_ == "cop" for c in root.children)


def _statement(turn: _Turn, index: MentionIndex, dates: Dates, words: Words) -> Event:
    told = {(SPEAKER, reference.entity): reference.span for reference in turn.cue.speakers}
    speakers = {entity for _, entity in told}
    others = [(ADDRESSEE, reference.mention) for reference in addressees(turn.cue.verb, index, words)]
    others += [(VENUE, reference.mention) for reference in venues(turn.cue, turn.frames[0], index, words)]
    others += [(TOPIC, mention) for mention in _named(turn, index)]
    for role, mention in others:
        if mention.entity not in speakers:
            told.setdefault((role, mention.entity), mention.span)
    speech = speech_at(turn.cue.verb, words) if turn.cue.verb is not None else None
    dated = date_of(turn.cue.verb, dates, words) if turn.cue.verb is not None else None
    rule = f"quotation/{turn.cue.rule}"
    return Event(
        kind=STATEMENT,
        evidence=tuple(Evidence(Span(frame.start, frame.end), rule) for frame in turn.frames),
        arguments=tuple(Argument(role, entity, span) for (role, entity), span in told.items()),
        attributes=(Attribute(STANCE, speech.stance),) if speech is not None else (),
        date=dated.value if dated is not None else None,
        according_to=tuple(sorted({reference.entity for reference in turn.cue.relayed_by})),
        quote=_joined(turn, index.text),
    )


def _named(turn: _Turn, index: MentionIndex) -> Iterator[Mention]:
    """Who and what the words of a turn name."""
    for quotation in turn.quotations:
        inside = index.inside(quotation.start, quotation.end)
        yield from (mention for mention in inside if mention.kind is not MentionKind.PRONOUN)


def _joined(turn: _Turn, text: str) -> str:
    """The words of a turn: sentences side by side, fragments of one sentence with an ellipsis between."""
    said = turn.quotations[0].words(text)
    for quotation in turn.quotations[1:]:
        words = quotation.words(text)
        if any(frame.start == quotation.start for frame in turn.frames):
            said += " " + words if said[-1] in CLOSED else ". " + words
        else:
            said += ELLIPSIS + words
    return said

"""Statements: the words that an article puts between quotation marks and into somebody's mouth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from kg.extract.attribution.cues import Cue, addressees, cue_of, find_cue, is_pronoun, quotation_roots, venues
from kg.extract.attribution.worth import ENOUGH, are_few_words, is_worth, length
from kg.extract.participants.descriptions import describe
from kg.extract.participants.repeated import first_told
from kg.grammar.quotation.frames import find_frames
from kg.grammar.quotation.marks import find_quotations, paragraphs_of
from kg.grammar.quotation.turns import is_split
from kg.grammar.remembered import remembered
from kg.grammar.speech import has_words_for, speech_at
from kg.grammar.time.dates import date_of
from kg.grammar.tree import ROOTS
from kg.grammar.words import entries
from kg.knowledge.lexicon import EntryKind
from kg.records import Argument, Attribute, Event, Evidence, Factuality, MentionKind, Span, Term

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kg.extract.analysis import Analysis
    from kg.extract.participants.mentions import MentionIndex
    from kg.grammar.quotation.frames import Frame
    from kg.grammar.quotation.marks import Quotation
    from kg.grammar.tree import Doc, Token
    from kg.knowledge.words import Words
    from kg.records import Mention, MentionArgument

    Unnamed = Callable[[Sequence[MentionArgument]], Argument]
    """Numbers somebody without a name."""

STATEMENT, SPEAKER, ADDRESSEE = Term("Statement"), Term("speaker"), Term("addressee")
VENUE, TOPIC, STANCE = Term("venue"), Term("topic"), Term("stance")
NEGATED = Term(Factuality.NEGATED.value)
RECALL = 2  # paragraphs
ELLIPSIS = " … "
CLOSED = frozenset(".!?…")


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in one go: the quotations of a frame and those that follow without a cue of their own."""

    cue: Cue
    frames: tuple[Frame, ...]
    quotations: tuple[Quotation, ...]


def statements(analysis: Analysis, unnamed: Unnamed) -> tuple[Event, ...]:
    """Return a statement for each turn of speech that is quoted and whose speaker the document tells, in order.

    Quotations of one sentence, and those behind it in the paragraph without another word of saying, are one statement.
    A speaker whom it does not name becomes an entity by `unnamed`.
    """
    index = analysis.index
    turns = turns_of_text(analysis.doc[0], index, analysis.words) if len(analysis.doc) else ()
    return tuple(_statement(turn, _speakers(turn.cue, index, unnamed), analysis) for turn in turns)


@remembered
def turns_of_text(first: Token, index: MentionIndex, words: Words) -> tuple[Turn, ...]:
    """Return the turns of speech whose speakers the text that a token begins tells, in its order."""
    quotations = find_quotations(first.doc, words)
    if not quotations:
        return ()
    frames = find_frames(first.doc, quotations, paragraphs_of(first.doc), words)
    return tuple(_turns(first.doc, frames, index, words))


def _speakers(cue: Cue, index: MentionIndex, unnamed: Unnamed) -> tuple[Argument, ...]:
    if cue.unnamed is None:
        told = {reference.entity: reference.span for reference in cue.speakers}
        return tuple(Argument(SPEAKER, entity, span) for entity, span in told.items())
    knowledge = index.knowledge
    noun = first_told(cue.unnamed, knowledge.words)
    description = describe(noun, knowledge.participants, knowledge.words)
    owner = next((reference.entity for reference in index.owners(noun)), None)
    return () if description is None else (unnamed([description.argument(SPEAKER, noun, owner)]),)


def _turns(doc: Doc, frames: Sequence[Frame], index: MentionIndex, words: Words) -> list[Turn]:
    turns: list[Turn] = []
    last: Cue | None = None  # who spoke in the frame before
    for number, frame in enumerate(frames):
        if not frame.quotations:
            ahead = frames[number + 1 : number + 2]
            last = _reported(frame, index, words) if ahead and ahead[0].quotations else None
            continue
        if not frame.is_bare:
            recent = turns[-1] if turns and frame.paragraph - turns[-1].frames[-1].paragraph <= RECALL else None
            found = list(_turns_of(frame, doc, index, recent.cue if recent is not None else last, words))
            turns.extend(turn for turn in found if turn.quotations)
            last = found[-1].cue if found else None
            continue
        quoted = tuple(quotation for quotation in frame.quotations if length(quotation, index.text) >= ENOUGH)
        if last is None or not quoted:
            continue
        if turns and frames[number - 1] in turns[-1].frames and frames[number - 1].paragraph == frame.paragraph:
            turn = turns.pop()
            turns.append(Turn(turn.cue, (*turn.frames, frame), (*turn.quotations, *quoted)))
        else:
            turns.append(Turn(replace(last, rule="continuation", relayed_by=()), (frame,), quoted))
    return turns


def _turns_of(frame: Frame, doc: Doc, index: MentionIndex, recent: Cue | None, words: Words) -> Iterator[Turn]:
    """The turns of one frame, one for each speaker, in order; without quotations when none is worth telling.

    A "he said" that nothing else resolves goes on with the speaker just before, and so does a ministry's "it added".
    """
    by_speaker: dict[tuple[int, ...], tuple[Cue, list[Quotation]]] = {}
    few: dict[tuple[int, ...], list[Quotation]] = {}
    split = _pieces(frame, index.text, words)
    for quotation in frame.quotations:
        cue = find_cue(quotation, frame, doc, index, words)
        if cue is not None and recent is not None and is_pronoun(cue, words) and _is_one(recent):
            cue = replace(cue, speakers=recent.speakers, unnamed=recent.unnamed)
        if cue is None or not cue.is_known or _is_unsaid(cue, words) or _is_charge(quotation, doc, words):
            continue
        speakers = cue.key
        quotations = by_speaker.setdefault(speakers, (cue, []))[1]
        if quotation in split or is_worth(quotation, cue, doc, index):
            quotations.append(quotation)
        elif are_few_words(quotation, cue, doc, words):
            few.setdefault(speakers, []).append(quotation)
    for speakers, (cue, quotations) in by_speaker.items():
        yield Turn(cue, (frame,), tuple(quotations or few.get(speakers, ())))


def _is_one(cue: Cue) -> bool:
    return len(cue.speakers) == 1 or (cue.unnamed is not None and cue.unnamed.tag_ == "NN")


def _pieces(frame: Frame, text: str, words: Words) -> frozenset[Quotation]:
    """The quotations that are pieces of one sentence, long enough together: “Never,” she said, “will we go.”."""
    return frozenset(
        piece
        for pair in pairwise(frame.quotations)
        if is_split(*pair, frame, text, words) and sum(length(part, text) for part in pair) >= ENOUGH
        for piece in pair
    )


def _is_unsaid(cue: Cue, words: Words) -> bool:
    """Say whether nobody says anything by a verb: who "never called" it so, a group "calling itself" so."""
    below = () if cue.verb is None else tuple(cue.verb.children)
    names = words.function.reflexive_pronoun if cue.rule == "description" else frozenset()
    return any(
        child.lower_ in names or any(NEGATED in entry.gives for entry in entries(words, child, EntryKind.OPERATOR))
        for child in below
        if child.dep_ in {"advmod", "obj", "nsubj"} and child.pos_ not in {"NOUN", "PROPN"}
    )


def _is_charge(quotation: Quotation, doc: Doc, words: Words) -> bool:
    """Say whether words only tell what somebody is charged with: "answered charges of “insulting the crown”"."""
    return any(
        root.head.lemma_.lower() in words.speech.charges and root.dep_ in {"acl", "nmod"} and root.i > root.head.i
        for root in quotation_roots(quotation, doc)
    )


def _reported(frame: Frame, index: MentionIndex, words: Words) -> Cue | None:
    """Who speaks in a frame without quotations; the quotation behind it may be theirs: "Ann told us she was tired."."""
    for token in frame.outside:
        if token.dep_ in ROOTS and (speech_at(token, words) is not None or has_words_for(token, words)):
            cue = cue_of(token, frame, index, "continuation", words)
            return cue if cue.is_known else None
    return None


def _statement(turn: Turn, by: Sequence[Argument], analysis: Analysis) -> Event:
    index, words = analysis.index, analysis.words
    told = {(argument.role, argument.entity): argument.span for argument in by}
    speakers = {argument.entity for argument in by}
    quoted = [quotation for frame in turn.frames for quotation in frame.quotations]
    heard = (reference.mention for reference in addressees(turn.cue.verb, index, words))
    others = [(ADDRESSEE, m) for m in heard if not any(q.start <= m.span.start < q.end for q in quoted)]
    others += [(VENUE, reference.mention) for reference in venues(turn.cue, turn.frames[0], index, words)]
    others += [(TOPIC, mention) for mention in _named(turn, index)]
    for role, mention in others:
        if mention.entity not in speakers:
            told.setdefault((role, mention.entity), mention.span)
    speech = speech_at(turn.cue.verb, words) if turn.cue.verb is not None else None
    dated = date_of(turn.cue.verb, analysis.dates, words) if turn.cue.verb is not None else None
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


def _named(turn: Turn, index: MentionIndex) -> Iterator[Mention]:
    """Who and what the words of a turn name."""
    for quotation in turn.quotations:
        inside = index.inside(quotation.start, quotation.end)
        yield from (mention for mention in inside if mention.kind is not MentionKind.PRONOUN)


def _joined(turn: Turn, text: str) -> str:
    """The words of a turn: sentences side by side, fragments of one sentence with an ellipsis between."""
    said = turn.quotations[0].words(text)
    for quotation in turn.quotations[1:]:
        words = quotation.words(text)
        if any(frame.start == quotation.start for frame in turn.frames):
            said += " " + words if said[-1] in CLOSED else ". " + words
        else:
            said += ELLIPSIS + words
    return said

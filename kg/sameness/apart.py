"""By which words of theirs, and of the clauses around them, mentions are told apart from an event of their class."""

from __future__ import annotations

from operator import or_
from typing import TYPE_CHECKING

from kg.records import MentionKind
from kg.sameness.chains import NEXT, first_of, joined, sentences_of, sets_apart, tells_of_several
from kg.sameness.newness import counts_clash, is_owned

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.records import EventMention


def told_apart(group: Sequence[EventMention], event: Sequence[EventMention]) -> str:
    """Return by which words mentions of any extent are of another happening than the event; "" by none."""
    if _is_parted_by_syntax(group, event):
        return "another, as its clause says"
    if stages_clash(group, event):
        return "another step of the law"
    if _sums_up(group) is not _sums_up(event):
        return "of the one many times are told"
    return "another, as its words say" if is_set_apart(group, event) else ""


@joined(or_)
def _sums_up(mentions: Iterable[EventMention]) -> bool:
    return any(mention.summing for mention in mentions)


def refers_elsewhere(group: Sequence[EventMention], event: Sequence[EventMention], *, victims: bool) -> str:
    """Return why mentions that tell too little to be an event do not refer to this one; "" where they may.

    A verb and a bare noun have nothing that points back: what they tell in another sentence is something else that
    happened. "The attack", "his appeal" and "Russian shelling" may be of what was told; so may who were its `victims`
    and what "it" or "they" did, in the next sentence.
    """
    if counts_clash(group, event):
        return "other numbers"
    pointing = any(mention.is_noun and (mention.definite or is_owned(mention)) for mention in group)
    near = (victims or any(map(_is_of_known, group))) and is_beside(group, event)
    here = any(mention.sentence in sentences_of(event) for mention in group)
    return "" if pointing or near or here else "told in another sentence without a word that points back"


def _is_of_known(mention: EventMention) -> bool:
    """Say whether a pronoun stands for somebody who takes part, and so for whom the sentence before was about."""
    return any(argument.kind is MentionKind.PRONOUN for argument in mention.arguments)


def is_set_apart(group: Sequence[EventMention], event: Sequence[EventMention]) -> bool:
    """Say whether words set mentions apart from an event that is told before them, or that from them.

    "Another attack" is no other event of the text; "Separately, gunmen shot a judge" is none of the sentences before.
    """
    if sets_apart(group):
        return True
    first = first_of(event)
    if first.anew or first.opened:
        return group[-1].sentence.end <= first.sentence.start
    mine = group[0]
    return mine.opened and first.sentence.end <= mine.sentence.start and mine.sentence not in sentences_of(event)


def _is_parted_by_syntax(group: Iterable[EventMention], event: Iterable[EventMention]) -> bool:
    """Say whether syntax says of a trigger of the ones that it is none of the event, or the other way round."""
    return _is_below(group, event) or _is_below(event, group)


def _is_below(mentions: Iterable[EventMention], others: Iterable[EventMention]) -> bool:
    apart = _apart(mentions)
    return bool(apart) and not apart.isdisjoint(other.trigger.start for other in others)


@joined(or_)
def _apart(mentions: Iterable[EventMention]) -> frozenset[int]:
    return frozenset(start for mention in mentions for start in mention.apart)


def stages_clash(group: Iterable[EventMention], event: Iterable[EventMention]) -> bool:
    """Say whether the words of both tell steps of the law, and no step is the same: an arrest is no sentence."""
    mine = _stages(group)
    theirs = _stages(event) if mine else mine
    return any(not any(set(a) & set(b) for b in theirs) for a in mine) if mine and theirs else False


@joined(or_)
def _stages(mentions: Iterable[EventMention]) -> frozenset[tuple[str, ...]]:
    return frozenset(mention.stages for mention in mentions if mention.stages)


def is_in_general(group: Iterable[EventMention], event: Sequence[EventMention]) -> bool:
    """Say whether the ones tell in another sentence of several that nobody has, and the event is one that is told.

    "Attacks have become rare", "raids led to arrests": bare plurals tell of kinds of happenings (Carlson 1977).
    """
    told, nouns = sentences_of(event), [mention for mention in group if mention.is_noun]
    bare = (m.several and m.sentence not in told and not is_owned(m) for m in nouns)
    return bool(nouns) and all(bare) and not tells_of_several(event)


def is_beside(group: Sequence[EventMention], event: Sequence[EventMention]) -> bool:
    """Say whether the event is told in the sentence of the mentions, or in the one before or behind it."""
    here, told = group[0].sentence, sentences_of(event)
    return any(here.start - NEXT < other.end <= here.start or 0 <= other.start - here.end < NEXT for other in told) or (
        here in told
    )

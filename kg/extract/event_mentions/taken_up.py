"""Where and when a deed was, told by a sentence of its own: "Gunmen shot two men. It happened in Jos on Monday"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.arguments.predicates import Slot
from kg.extract.arguments.role_fillers import argument_of
from kg.extract.arguments.roles import fillers_of
from kg.extract.factuality.value import factuality_of
from kg.extract.readers.circumstances import dates_at, sources_at
from kg.grammar.fillers import Filler
from kg.grammar.syntax import marker_of, sentence_of, span_of
from kg.knowledge.lexicon import Function, SyntacticArgument
from kg.records import EventMention, Factuality, Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.extract.analysis import Analysis
    from kg.grammar.tree import Token
    from kg.records import MentionArgument

DEEDS = tuple(map(Term, ("Attack", "Abduction", "Arrest", "Protest", "Meeting", "PrisonerExchange")))
PLACE, SITES = Term("place"), frozenset({Term("Place"), Term("Country")})
SUBJECT, PRONOUNS = "nsubj", frozenset({"PRON", "DET"})


def with_taken_up(mentions: Sequence[EventMention], analysis: Analysis) -> list[EventMention]:
    """Return the mentions in order, and those by which a pronoun or "the incident" takes up the deed told before.

    So where the sentence before tells one deed, and only one, as a fact, and this one a place or day of it.
    """
    deeds = [m for m in mentions if m.factuality is Factuality.ASSERTED and analysis.taxonomy.is_any_of(m.kind, DEEDS)]
    added: dict[int, EventMention] = {}
    happening = {phrase.partition(" ")[0] for phrase in analysis.words.function.happening_verb}
    for verb in analysis.doc if deeds else ():
        subject = _takes_up(verb, analysis) if verb.lemma_.lower() in happening else None
        told = None if subject is None else _deed_before(verb, deeds, analysis)
        here = (mention.trigger.start for mention in deeds if mention.sentence == sentence_of(verb))
        if subject is None or told is None or any(start != subject.idx for start in here):
            continue
        if (mention := _told_of(told, subject, verb, analysis)) is not None:
            added[subject.idx] = mention
    others = [mention for mention in mentions if mention.trigger.start not in added]
    return sorted([*others, *added.values()], key=lambda mention: mention.trigger)


def _takes_up(verb: Token, analysis: Analysis) -> Token | None:
    """Return the subject of a verb of happening that only points back to what happened."""
    words, lemma = analysis.words, verb.lemma_.lower()
    told = (lemma, *(f"{lemma} {child.lower_}" for child in verb.children if child.dep_ == "obj"))
    if words.function.happening_verb.isdisjoint(told):
        return None
    for child in verb.lefts:
        points = words.pronouns.neuter_pronoun | words.function.demonstrative
        pronoun = child.pos_ in PRONOUNS and child.lower_ in points and not child.children
        articles = words.function.definite_article | words.function.demonstrative
        known = any(part.lower_ in articles for part in child.children) and len(child.children) == 1
        if child.dep_ == SUBJECT and (pronoun or (known and child.lower_ in words.function.happening_noun)):
            return child
    return None


def _deed_before(verb: Token, deeds: Sequence[EventMention], analysis: Analysis) -> EventMention | None:
    """Return the first mention of the one deed that the sentence before tells."""
    begin = verb.sent.start
    if not begin:
        return None
    before = sentence_of(analysis.doc[begin - 1])
    told = [mention for mention in deeds if mention.sentence == before]
    starts = {mention.trigger.start for mention in told}
    first = [m for m in told if not any(m.trigger.start in other.links for other in told) or starts & set(m.links)]
    apart = [m for m in told[1:] if m.trigger.start not in first[0].links and not starts & set(m.links)]
    return first[0] if first and not apart else None


def _told_of(deed: EventMention, subject: Token, verb: Token, analysis: Analysis) -> EventMention | None:
    """Return the mention of a deed by the words that take it up, where these tell a place or a day of it."""
    fact = factuality_of(verb, deed.kind, analysis.words, analysis.taxonomy).factuality
    dates, places = dates_at(verb, deed.kind, (), analysis), tuple(_places(deed.kind, verb, analysis))
    clash = bool(dates) and deed.date is not None and deed.date.value != dates[0].value
    if fact is not Factuality.ASSERTED or clash or not (dates or places):
        return None
    sources, unnamed = sources_at(verb, deed.kind, (), analysis)
    return replace(
        deed,
        trigger=span_of(subject),
        sentence=sentence_of(verb),
        arguments=places,
        is_noun=True,
        definite=True,
        indefinite=False,
        several=False,
        date=dates[0] if dates else None,
        repeated=(),
        duration=None,
        attributes=unnamed,
        figures=(),
        according_to=sources,
        topics=(),
        links=(deed.trigger.start,),
        parts=(),
    )


def _places(kind: Term, verb: Token, analysis: Analysis) -> Iterator[MentionArgument]:
    for child in verb.rights:
        marker = marker_of(child)
        if child.dep_ == "obl" and marker in analysis.words.prepositions.site:
            wanted = SyntacticArgument(Function.OBLIQUE, PLACE, frozenset({marker}), SITES, required=False)
            slot = Slot(Filler(Function.OBLIQUE, child, marker), (wanted,))
            for _, filler in fillers_of(slot, analysis, analysis.dated, kind=kind):
                yield argument_of(filler)

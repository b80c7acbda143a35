"""Why a text gives these events and no others: what the readers took each word for and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.records import MentionKind, Outcome, Span, Term

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from kg.knowledge import Knowledge
    from kg.knowledge.gate import Precision
    from kg.passed_over import KnownWord, PassedOver
    from kg.records import DocumentRecord, EventMention, MentionArgument

UNNAMED_SOURCE, CODE = Term("unnamedSource"), Term("code")


@dataclass(frozen=True, slots=True)
class Part:
    """Words that stand where a role is filled, how they were resolved (or why not), and the score of the network."""

    role: str
    start: int
    end: int
    words: str
    resolved: bool
    how: str
    score: float | None


@dataclass(frozen=True, slots=True)
class GraphEvent:
    """An event that the graph has: its IRI and label."""

    iri: str
    label: str


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that a reader took for an event: as what, how sure that is, its arguments, and what became of it.

    `score` is that of the network, `sense` the share of right readings of the lexical entry, `threshold` what one of
    them must reach where not all participants are named. `values` are what is told beside the roles, figures being
    those of the whole event where there is one. `event` is what the graph has of it, None where it is dropped.
    """

    start: int
    end: int
    word: str
    kind: str
    readers: tuple[str, ...]
    rule: str
    score: float | None
    sense: float | None
    threshold: float
    factuality: str
    claimants: tuple[str, ...]
    date: str
    arguments: tuple[Part, ...]
    values: tuple[str, ...]
    outcome: str
    because: str
    event: GraphEvent | None


@dataclass(frozen=True, slots=True)
class Known:
    """A word that the lexicon has an entry for and no reader took for an event; `because` says why, of event words."""

    start: int
    end: int
    word: str
    entry: str
    kind: str
    evokes: str
    because: str


@dataclass(frozen=True, slots=True)
class WhyNot:
    """What was read in characters of a document; `others` are the events there that no trigger tells: statements."""

    document: str
    start: int
    end: int
    text: str
    triggers: tuple[Trigger, ...]
    others: tuple[GraphEvent, ...]
    words: tuple[Known, ...]


@dataclass(frozen=True, slots=True)
class _Telling:
    record: DocumentRecord
    passed: PassedOver
    events: Mapping[int, tuple[str, str]]
    knowledge: Knowledge
    precision: Precision

    def quote(self, span: Span) -> str:
        return " ".join(self.record.document.text[span.start : span.end].split())

    def named(self, event: int | None) -> GraphEvent | None:
        return None if event is None or event not in self.events else GraphEvent(*self.events[event])


def why_not(
    record: DocumentRecord,
    passed: PassedOver,
    events: Mapping[int, tuple[str, str]],
    knowledge: Knowledge,
    *,
    precision: Precision,
    where: Span | None = None,
) -> WhyNot:
    """Return what was read where a document is asked about, all of it for None; one character stands for its sentence.

    `events` gives the IRI and the label of the events by their index, `precision` is what the gate asked for.
    """
    telling = _Telling(record, passed, events, knowledge, precision)
    where = _range(record, passed.sentences, where)
    return WhyNot(
        document=record.document.id,
        start=where.start,
        end=where.end,
        text=telling.quote(where),
        triggers=tuple(_trigger(m, telling) for m in record.event_mentions if _meet(m.trigger, where)),
        others=tuple(_others(where, telling)),
        words=tuple(_known(word, telling) for word in passed.words if _meet(word.span, where)),
    )


def _range(record: DocumentRecord, sentences: Sequence[Span], where: Span | None) -> Span:
    if where is None:
        return Span(0, len(record.document.text))
    if where.end - where.start > 1:
        return where
    return next((sentence for sentence in sentences if _meet(sentence, where)), where)


def _meet(span: Span, other: Span) -> bool:
    return span.start < other.end and other.start < span.end


def _trigger(mention: EventMention, telling: _Telling) -> Trigger:
    gate, taxonomy = telling.knowledge.gate, telling.knowledge.taxonomy
    still_open = [open_ for open_ in telling.passed.arguments if open_.trigger == mention.trigger]
    fate = mention.fate
    return Trigger(
        start=mention.trigger.start,
        end=mention.trigger.end,
        word=telling.quote(mention.trigger),
        kind=mention.kind,
        readers=mention.readers,
        rule=mention.rule,
        score=mention.score,
        sense=gate.senses.get(Term(mention.rule)),
        threshold=gate.least_score(mention.kind, taxonomy, telling.precision),
        factuality=mention.factuality.value,
        claimants=(
            *(telling.record.entities[source].name for source in mention.according_to),
            *(str(attribute.value) for attribute in mention.attributes if attribute.property == UNNAMED_SOURCE),
        ),
        date=mention.date.value if mention.date else "",
        arguments=(
            *(_part(argument, telling) for argument in mention.arguments),
            *(
                Part(a.role, a.span.start, a.span.end, telling.quote(a.span), False, a.because, a.score)
                for a in still_open
            ),
        ),
        values=tuple(dict.fromkeys(_values(mention, telling))),
        outcome=(fate.outcome if fate else Outcome.DROPPED).value,
        because=fate.because if fate else "",
        event=telling.named(fate.event if fate else None),
    )


def _values(mention: EventMention, telling: _Telling) -> Iterator[str]:
    event = mention.fate.event if mention.fate else None
    for figure in mention.figures if event is None else telling.record.events[event].figures:
        yield f"{figure.measure} {_count(figure.minimum, figure.maximum)}"
    for attribute in mention.attributes:
        if attribute.property not in {UNNAMED_SOURCE, CODE}:
            yield f"{attribute.property} {attribute.value}"
    yield from (f"topic {topic}" for topic in mention.topics)
    if mention.duration:
        yield f"duration {mention.duration}"


def _count(minimum: int | None, maximum: int | None) -> str:
    return " to ".join(dict.fromkeys("?" if end is None else str(end) for end in (minimum, maximum)))


def _part(argument: MentionArgument, telling: _Telling) -> Part:
    span = argument.span
    how = _description(argument, telling) if argument.entity is None else _name(argument, telling)
    return Part(argument.role, span.start, span.end, telling.quote(span), True, how, argument.score)


def _name(argument: MentionArgument, telling: _Telling) -> str:
    assert argument.entity is not None  # noqa: S101 (for the type checker)
    entity = telling.record.entities[argument.entity]
    if argument.kind is MentionKind.GENERIC:
        return f"{argument.kind.value.lower()} word for a {entity.kind}, by {argument.rule}"
    word = argument.kind.value.lower()
    return f"{word} of {entity.name} ({entity.kind}), by {argument.rule}"


def _description(argument: MentionArgument, telling: _Telling) -> str:
    unnamed = argument.unnamed
    if unnamed is None:
        return "not resolved"
    kind = "of no kind in ontology/participants.ttl"
    if unnamed.described is not None:
        kind = f"as {unnamed.described.rpartition('/')[2].replace('-', ' ')}"
    owner = "" if unnamed.belongs_to is None else f", of or in {telling.record.entities[unnamed.belongs_to].name}"
    count = _count(unnamed.minimum, unnamed.maximum)
    count = "" if count == "?" else f", {count} of them"
    return f"described {kind}{owner}{count}"


def _others(where: Span, telling: _Telling) -> Iterator[GraphEvent]:
    mentions = telling.record.event_mentions
    told = {mention.fate.event for mention in mentions if mention.fate is not None}
    for index, event in enumerate(telling.record.events):
        if index not in told and any(_meet(evidence.span, where) for evidence in event.evidence):
            found = telling.named(index)
            if found is not None:
                yield found


def _known(word: KnownWord, telling: _Telling) -> Known:
    return Known(
        word.span.start,
        word.span.end,
        telling.quote(word.span),
        word.entry,
        word.kind,
        word.evokes or "",
        word.because,
    )

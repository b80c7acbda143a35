"""From syntax to typed events: calls, meetings, attacks, transfers and statements with roles, dates and figures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extract.analysis import analyse
from kg.extract.attribution.quotes import statements
from kg.extract.attribution.telling import in_own_words
from kg.extract.confidence import least_score, with_confidence
from kg.extract.event_mentions.arms_meant import with_arms_meant
from kg.extract.event_mentions.cancelled import as_cancelled
from kg.extract.event_mentions.captors import as_abduction, as_custody, as_occupation
from kg.extract.event_mentions.charges import as_charged
from kg.extract.event_mentions.dated_ahead import as_to_come
from kg.extract.event_mentions.exchanges import with_exchanges
from kg.extract.event_mentions.mutual import charges_against_each_other, split_mutual, things_of_each_other
from kg.extract.event_mentions.partition import held_apart, split_sides
from kg.extract.event_mentions.posts import with_owner_of_office
from kg.extract.event_mentions.reconcile import counted_mentions, reconcile
from kg.extract.event_mentions.senses import in_proper_sense
from kg.extract.event_mentions.spoken_of import without_spoken_of
from kg.extract.event_mentions.strikes import without_deadly_protests
from kg.extract.event_mentions.taken_up import with_taken_up
from kg.extract.event_mentions.titles import conversation_class, specify
from kg.extract.event_mentions.transfers import split_transfer
from kg.extract.event_mentions.trials import as_trial
from kg.extract.event_mentions.visits import as_visit, with_talks_on_visits
from kg.extract.event_mentions.warnings import as_demand
from kg.extract.figures.measures import counted
from kg.extract.gate import Gate
from kg.extract.linking.apart import held_in_view
from kg.extract.linking.coreference import Linker
from kg.extract.linking.events import EventBuilder, headlines_of
from kg.extract.readers.frames import read_frames
from kg.extract.readers.learnt import has_read, read_learnt
from kg.knowledge.gate import Precision
from kg.records import Term
from kg.sameness.document import Sameness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.extract.analysis import Analysis
    from kg.extract.readers import EventReader
    from kg.grammar.tree import Doc
    from kg.knowledge import Knowledge
    from kg.records import Document, Entity, Event, EventMention, Mention, Resolution

ATTACK = Term("Attack")
READERS: tuple[EventReader, EventReader] = (read_frames, read_learnt)


@dataclass(frozen=True, slots=True)
class Extraction:
    """The events of a document, with its entities and mentions, those of participants without a name behind the others.

    `event_mentions` are all that the readers read, in order of their triggers, each with its fate.
    """

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    events: tuple[Event, ...]
    event_mentions: tuple[EventMention, ...]


def extract(
    doc: Doc,
    document: Document,
    resolution: Resolution,
    knowledge: Knowledge,
    *,
    precision: Precision = Precision.BALANCED,
) -> Extraction:
    """Return the events of a document in order of first mention, statements last, and what became of every mention.

    `precision` says how sure the gate must be of a mention that does not name all participants.
    """
    analysis = analyse(doc, document, resolution, knowledge)
    gate = _gate(analysis, resolution, knowledge, precision)
    by_frames, learnt = (reader(analysis, gate) for reader in READERS)
    read = reconcile(by_frames, learnt, gate)
    read = [as_charged(m, analysis.tokens[m.trigger.start], analysis) for m in without_spoken_of(read, analysis)]
    read = [as_demand(mention, analysis) for mention in with_exchanges(read, analysis)]
    read = [as_occupation(as_custody(with_owner_of_office(m, analysis), analysis), analysis) for m in read]
    read = [as_trial(as_abduction(m, analysis), analysis.tokens[m.trigger.start], analysis) for m in read]
    read = as_cancelled(with_talks_on_visits(with_arms_meant(read, analysis), analysis), analysis.taxonomy)
    read, figurative = in_proper_sense([as_to_come(m, document.date, analysis) for m in read], analysis)
    mentions = held_in_view(_with_casualties(_separated(read, analysis, gate, document), analysis), analysis)
    entities, taxonomy, headlines = resolution.entities, knowledge.taxonomy, headlines_of(document.text)
    sameness = Sameness.of(entities, knowledge.participants, taxonomy, gate.any_weapon, document.date)
    groups, dropped = Linker(entities, taxonomy, gate, sameness, headlines).group(mentions)
    builder = EventBuilder.over(document.text, headlines, resolution, gate)
    events: list[Event] = []
    fates: list[EventMention] = [*dropped, *figurative]
    for group in groups:
        named = [_of_event(mention, len(events), gate) for mention in as_visit(group, analysis)]
        fates += named
        events += with_confidence(builder.events(named), knowledge, least_score(group) if gate.is_read else None)
    events += with_confidence(statements(analysis, builder.unnamed), knowledge)
    return Extraction(
        entities=tuple(builder.entities),
        mentions=tuple(builder.mentions),
        events=tuple(events),
        event_mentions=tuple(sorted(fates, key=lambda mention: mention.trigger)),
    )


def _gate(analysis: Analysis, resolution: Resolution, knowledge: Knowledge, precision: Precision) -> Gate:
    return Gate(
        resolution.entities,
        knowledge.taxonomy,
        knowledge.words,
        knowledge.gate,
        _any_weapon(knowledge),
        is_read=has_read(analysis),
        precision=precision,
    )


def _separated(
    read: Sequence[EventMention], analysis: Analysis, gate: Gate, document: Document
) -> Sequence[EventMention]:
    """Return a mention for each event where one trigger tells of several, of the class that the text says in all.

    What a sentence takes up is told of one event, too.
    """
    taxonomy, words = analysis.taxonomy, analysis.words
    theirs = things_of_each_other(analysis.doc, words)
    charged = charges_against_each_other(analysis.doc, words)
    own = [in_own_words(mention, taxonomy, document.text) for mention in with_taken_up(read, analysis)]
    sides = [side for mention in own for side in split_mutual(mention, theirs, charged)]
    apart = held_apart(analysis.doc, words, taxonomy)
    sides = [part for mention in sides for part in split_sides(mention, apart, gate)]
    mentions = [part for mention in sides for part in split_transfer(mention, gate)]
    kind = conversation_class(document.title, words, taxonomy)
    if kind is None:
        return mentions
    complete = [mention.trigger.start for mention in mentions if gate.judge([mention]).passes]
    return specify(mentions, complete, kind, taxonomy)


def _with_casualties(mentions: Sequence[EventMention], analysis: Analysis) -> list[EventMention]:
    """Return the mentions with the dead and wounded that clauses of their own count."""
    attacks = {mention.trigger.start for mention in mentions if analysis.taxonomy.is_a(mention.kind, ATTACK)}
    tokens = frozenset(analysis.tokens[start].i for start in attacks)
    told = counted_mentions(mentions, [(analysis.doc[i].idx, figure) for i, figure in counted(analysis, tokens)])
    return without_deadly_protests(told, analysis.taxonomy)


def _of_event(mention: EventMention, event: int, gate: Gate) -> EventMention:
    """Number the event of a mention, and leave out whom the gate does not let it name."""
    fate = None if mention.fate is None else replace(mention.fate, event=event)
    return replace(mention, fate=fate, arguments=tuple(filter(gate.names, mention.arguments)))


@lru_cache(maxsize=4)
def _any_weapon(knowledge: Knowledge) -> frozenset[str]:
    """The top of the weapon tree: "weapons" and "arms", with nothing broader above them."""
    resources = knowledge.reference.values()
    return frozenset(resource.iri for resource in resources if resource.kind == "Weapon" and not resource.broader)

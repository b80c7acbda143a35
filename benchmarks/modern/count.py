"""How a graph is counted against annotated events, sentence by sentence.

A gold event is found where the graph has an event of its class that the sentence is evidence of: the evidence must
overlap the sentence by more than half of the shorter of the two, and each event of the graph answers for one gold event
of a sentence. All other events of the graph with evidence in the sentence are extra, once for each of their classes.
Roles and factuality are those of found events: who fills a role must be mentioned within the annotated words, or the
words within the mention. All who speak in a conversation are participants, whoever began it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.knowledge.namespaces import DCT, KG, RDF
from kg.store.graph import pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pyoxigraph import Store

ROLES = frozenset(
    {"participant", "attacker", "target", "weapon", "place", "supplier", "recipient", "actor", "speaker", "addressee"}
    | {"office", "person"}
)
"""The roles that are filled by entities, and so counted."""
SAME_ROLE = {"initiator": "participant", "attendee": "participant"}
SAME_CLASS = {"Negotiation": "Conversation", "PrisonerExchange": "PrisonerRelease", "Exercise": "Mobilization"}
WIDER = frozenset({"Conversation", "Agreement", "PrisonerRelease"})
"""Classes that say nothing where the graph names a narrower one as well."""
NO_CLASS = frozenset({"Event", "Figure", "Tenure"})
ONE_SIDED = frozenset(
    {"Attack", "Transfer", "Statement", "Sanction", "Threat", "Demand", "Accusation", "Aid", "Mobilization", "Protest"}
)
"""Classes whose participants are counted in their own roles alone."""


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a document, the end exclusive."""

    start: int
    end: int

    def overlap(self, other: Span) -> int:
        """Return how many characters two spans share; none or fewer where they are apart."""
        return min(self.end, other.end) - max(self.start, other.start)


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated event: its class, trigger, factuality, and the words of each role."""

    kind: str
    trigger: Span
    factuality: str
    arguments: tuple[tuple[str, Span], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """An event of a graph at one place of its evidence, with who fills its roles."""

    evidence: Span
    kinds: frozenset[str]
    factuality: str
    roles: Mapping[str, frozenset[str]]


@dataclass(slots=True)
class Tally:
    """Rightly given, given and gold, by class and by role, and how many factualities of found events are right."""

    classes: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))
    roles: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0, 0]))
    factuality: list[int] = field(default_factory=lambda: [0, 0])
    errors: list[tuple[str, str, Span]] = field(default_factory=list)


class Graph:
    """The events of a graph by document, and where each of its entities is mentioned."""

    def __init__(self, store: Store) -> None:
        documents = dict(pairs(store, DCT + "identifier"))
        start, end = (dict(pairs(store, KG + name)) for name in ("start", "end"))
        self._place = {
            mention: (documents[document], Span(int(start[mention]), int(end[mention])))
            for mention, document in pairs(store, KG + "document")
            if document in documents and mention in start
        }
        self.mentions: defaultdict[str, list[tuple[str, Span]]] = defaultdict(list)
        for mention, entity in pairs(store, KG + "refersTo"):
            if mention in self._place:
                self.mentions[entity].append(self._place[mention])
        self.events: defaultdict[str, list[Told]] = defaultdict(list)
        self._read_events(store)

    def _read_events(self, store: Store) -> None:
        kinds: defaultdict[str, set[str]] = defaultdict(set)
        for subject, kind in pairs(store, RDF + "type"):
            if kind.startswith(KG):
                kinds[subject].add(kind.removeprefix(KG))
        roles: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for name in (*ROLES, *SAME_ROLE):
            for event, entity in pairs(store, KG + name):
                roles[event][SAME_ROLE.get(name, name)].add(entity)
        factuality = dict(pairs(store, KG + "factuality"))
        quoting = dict(pairs(store, KG + "quoteText"))
        for event, mention in sorted(set(pairs(store, KG + "evidence"))):
            own = narrowed(kinds[event] - NO_CLASS)
            if not own or mention not in self._place or ("Statement" in own and event not in quoting):
                continue
            filled = {role: frozenset(who) for role, who in roles[event].items()}
            if own & ONE_SIDED:
                filled.pop("participant", None)
            document, span = self._place[mention]
            told = Told(span, own, factuality.get(event, "").removeprefix(KG), filled)
            self.events[document].append(told)


def narrowed(kinds: set[str]) -> frozenset[str]:
    """Return the classes of an event under the names of the annotation, without the wide ones beside narrower."""
    if len(kinds) > 1 and kinds - WIDER:
        kinds = kinds - WIDER
    return frozenset(SAME_CLASS.get(kind, kind) for kind in kinds)


def count(tally: Tally, graph: Graph, document: str, sentence: Span, golds: Sequence[Gold]) -> None:
    """Add what the graph tells of one sentence to the tally."""
    told = [event for event in graph.events.get(document, ()) if _is_evidence(event.evidence, sentence)]
    left = list(told)
    for gold in golds:
        tally.classes[gold.kind][2] += 1
        found = next((event for event in left if gold.kind in event.kinds), None)
        if found is None:
            tally.errors.append((gold.kind, "missed", gold.trigger))
            continue
        left.remove(found)
        tally.classes[gold.kind][0] += 1
        tally.classes[gold.kind][1] += 1
        tally.factuality[0] += found.factuality == gold.factuality
        tally.factuality[1] += 1
        _count_roles(tally, graph, document, sentence, gold, found)
    for event in left:
        for kind in sorted(event.kinds):
            tally.classes[kind][1] += 1
            tally.errors.append((kind, "extra", sentence))


def _is_evidence(evidence: Span, sentence: Span) -> bool:
    shorter = min(sentence.end - sentence.start, evidence.end - evidence.start)
    return sentence.overlap(evidence) > 0.5 * shorter


def _count_roles(tally: Tally, graph: Graph, document: str, sentence: Span, gold: Gold, told: Told) -> None:
    used: set[tuple[str, str]] = set()
    for name, words in gold.arguments:
        role = SAME_ROLE.get(name, name)
        if role not in ROLES:
            continue
        tally.roles[role][2] += 1
        for entity in sorted(told.roles.get(role, ())):
            if (role, entity) not in used and _is_mentioned(graph, entity, document, words):
                used.add((role, entity))
                tally.roles[role][0] += 1
                break
    for role, entities in told.roles.items():
        tally.roles[role][1] += sum(_is_mentioned(graph, entity, document, sentence) for entity in entities)


def _is_mentioned(graph: Graph, entity: str, document: str, words: Span) -> bool:
    return any(place == document and span.overlap(words) > 0 for place, span in graph.mentions[entity])


def rows(counts: Mapping[str, Sequence[int]]) -> Iterator[str]:
    """Yield a line for all and one for each name, the most annotated first: precision, recall and F1."""
    yield line("all", [sum(parts) for parts in zip(*counts.values(), strict=True)] if counts else [0, 0, 0])
    for name, parts in sorted(counts.items(), key=lambda item: (-item[1][2], item[0])):
        yield line(name, parts)


def line(name: str, parts: Iterable[int]) -> str:
    """Return precision, recall and F1 of one row as words."""
    right, given, gold = parts
    precision, recall = right / given if given else 0.0, right / gold if gold else 0.0
    f1 = 2 * right / (given + gold) if given + gold else 0.0
    return f"{name:16} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}   ({right} right, {given} given, {gold} gold)"

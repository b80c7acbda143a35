"""How far an event can be trusted: the share of judged events that were right, of those read like it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.errors import OntologyError
from kg.knowledge.confidence import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.knowledge import Knowledge
    from kg.records import Event, EventMention


def with_confidence(events: Iterable[Event], knowledge: Knowledge, score: float | None = None) -> Iterator[Event]:
    """Yield events with the chance (0..1) that they are read rightly, of which the network is so sure, if it was asked.

    Raises OntologyError for a class of which nothing is known.
    """
    for event in events:
        share = _share(event, knowledge)
        yield replace(event, confidence=share if score is None else knowledge.confidence.seen(share, score))


def least_score(mentions: Iterable[EventMention]) -> float:
    """Return the score of the mention of which a learnt reader is least sure, UNSEEN where it passed one over."""
    return min(UNSEEN if mention.score is None else mention.score for mention in mentions)


def _share(event: Event, knowledge: Knowledge) -> float:
    """Return the share of its class, factuality and rule; of a class that was not judged its own share."""
    taxonomy, rule = knowledge.taxonomy, event.evidence[0].rule
    for kind in taxonomy.above.get(event.kind, (event.kind,)):
        share = knowledge.confidence.of(kind, factuality=event.factuality.value, rule=rule)
        if share is not None or kind in taxonomy.precision:
            return taxonomy.precision[kind] if share is None else share
    raise OntologyError(
        f"kg:{event.kind} has no kg:readingPrecision", place="kg.ttl", remedy="give it one, or a class above it"
    )

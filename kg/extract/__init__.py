"""From syntax to typed events: calls, meetings, attacks, transfers and statements with roles, dates and figures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.errors import OntologyError
from kg.extract.coreference import Judge
from kg.extract.events import assemble_events
from kg.extract.figures import counted
from kg.extract.mentions import index_mentions
from kg.extract.quotes import statements
from kg.extract.reading import Reader
from kg.extract.titles import conversation_class, specify
from kg.grammar.syntax import mended
from kg.grammar.time.counted_days import counted_dates
from kg.grammar.time.dates import find_dates

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc

    from kg.knowledge import Knowledge
    from kg.knowledge.reference import Resource
    from kg.records import Document, Event, Resolution


def extract(doc: Doc, document: Document, resolution: Resolution, knowledge: Knowledge) -> tuple[Event, ...]:
    """Return the events of a document in order of first mention, statements last; what is not told is left out."""
    words, taxonomy = knowledge.words, knowledge.taxonomy
    doc = mended(doc)
    index = index_mentions(doc, resolution, knowledge)
    dates = find_dates(doc, words, published=document.date)
    dates = (*dates, *counted_dates(doc, dates, words))
    judge = Judge(resolution.entities, taxonomy, words, _any_weapon(knowledge.reference))
    mentions = Reader(doc, index, words, taxonomy, dates, judge.any_weapon, lambda m: judge.is_told([m])).read()
    told = [mention.trigger.start for mention in mentions if judge.is_told([mention])]
    mentions = specify(mentions, told, conversation_class(document.title, words.lexicon), taxonomy)
    attacks = {mention.trigger.start for mention in mentions if taxonomy.is_a(mention.kind, "Attack")}
    tokens = frozenset(token.i for token in doc if token.idx in attacks)
    figures = tuple((doc[i].idx, figure) for i, figure in counted(doc, words, taxonomy, index, tokens))
    events = [event for group in judge.group(mentions) for event in assemble_events(group, judge, figures)]
    events += statements(doc, document, resolution, knowledge)
    return tuple(replace(event, confidence=_confidence(event, knowledge)) for event in events)


def _confidence(event: Event, knowledge: Knowledge) -> float:
    """The share of events read like this one that were judged right; of a class that was not judged its own share."""
    first = event.evidence[0]
    taxonomy, factuality = knowledge.taxonomy, event.factuality.value
    for kind in taxonomy.above.get(event.kind, (event.kind,)):
        share = knowledge.confidence.of(kind, factuality=factuality, rule=first.rule)
        if share is not None or kind in taxonomy.precision:
            return taxonomy.precision[kind] if share is None else share
    problem, remedy = f"kg:{event.kind} has no kg:readingPrecision", "give it one, or a class above it"
    raise OntologyError(problem, place="kg.ttl", remedy=remedy)


def _any_weapon(reference: Mapping[str, Resource]) -> frozenset[str]:
    """The top of the weapon tree: "weapons" and "arms", with nothing broader above them."""
    resources = reference.values()
    return frozenset(resource.iri for resource in resources if resource.kind == "Weapon" and not resource.broader)

"""PLOVER event records as JSON lines, for political science: who did what to whom, by the codes of ontology/plover.ttl.

The record's fields are those of the PLOVER manual. An event needs a day, so one without any date is left out; one dated
by month or year spans it. What has no PLOVER type (a statement) is left out too.
"""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Any, Final

from kg.export.nodes import nodes
from kg.knowledge.namespaces import CAMEO, DCT, ID, KG, PLOVER, SCHEMA
from kg.periods import days_of
from kg.store.prefixes import readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import Store

    from kg.export.nodes import Node
    from kg.knowledge import Knowledge
    from kg.knowledge.codes import Code

_QUADS: Final = frozenset(f"{PLOVER}quad-{number}" for number in range(1, 5))
_RECIPIENTS: Final = ("target", "recipient", "addressee")
_CONTEXTS: Final = {"Planned": "future", "Possible": "hypothetical", "Negated": "negation", "Denied": "negation"}
_COUNTS: Final = {"Killed": "dead", "Injured": "injured"}


def write_plover(store: Store, stream: IO[bytes], knowledge: Knowledge, *, base: str = ID) -> None:
    """Write a record for each event that has a date and a PLOVER type, in the order of their IRIs."""
    known, reference = nodes(store, knowledge.taxonomy), knowledge.reference.values()
    alpha3 = {country.code: country.alpha3 for country in reference if country.code and country.alpha3}
    for node in known.values():
        dates, event = _days(node.words(KG + "date")), _event(node.linked("code"), knowledge.codes)
        if dates and event:
            record = {"id": readable(node.iri, base=base), **dates, **_parties(node, known, alpha3), **event}
            record |= {**_circumstances(node, known), **_sources(node, known)}
            stream.write(f"{json.dumps(record, ensure_ascii=False)}\n".encode())


def _days(dates: Iterable[str]) -> dict[str, str]:
    """Return the first day, and the last of a month or year, that an event tells; nothing for what is no date."""
    date = next(iter(dates), "")
    try:
        days = days_of(date)
    except ValueError:
        return {}
    first, last = days.first.isoformat(), days.last.isoformat()
    return {"date": first} if first == last else {"date": first, "enddate": last}


def _event(codes: Iterable[str], known: Mapping[str, Code]) -> dict[str, Any]:
    """Return type, mode and quad, and the CAMEO code beside them; empty for an event that PLOVER has no type for."""
    own = [known[iri] for iri in codes if iri in known]
    leaves = [code for code in own if code.iri.startswith(PLOVER)]
    if not leaves:
        return {}
    kinds = [code if code.broader in _QUADS else known[str(code.broader)] for code in leaves]
    event = {
        "event": list(dict.fromkeys(code.notation for code in kinds)),
        "mode": [code.notation for code in leaves if code not in kinds],
        "quad_code": int(known[str(kinds[0].broader)].notation),
        "cameo": [code.notation for code in own if code.iri.startswith(CAMEO)],
    }
    return {name: value for name, value in event.items() if value}


def _parties(node: Node, known: Mapping[str, Node], alpha3: Mapping[str, str]) -> dict[str, Any]:
    """Return sources and recipients; those who consult are all sources, as the manual has it."""
    recipients = [iri for iri in node.linked(*_RECIPIENTS) if iri in known]
    sources = [iri for iri in node.linked("participant") if iri in known and iri not in recipients]
    parties = {"source": sources, "recipient": recipients}
    return {
        side: [_actor(known[iri], known, alpha3) for iri in iris]
        for side, iris in parties.items()
        if iris or side == "source"
    }


def _actor(node: Node, known: Mapping[str, Node], alpha3: Mapping[str, str]) -> dict[str, str]:
    countries = [node, *(known[iri] for iri in node.linked("represents", "inCountry") if iri in known)]
    code = next((alpha3.get(code, "") for country in countries for code in country.words(KG + "countryCode")), "")
    actor = {"code": code, "text": node.name, "wikidata": node.wikidata, "type": str(node.kind or "")}
    return {name: value for name, value in actor.items() if value}


def _circumstances(node: Node, known: Mapping[str, Node]) -> dict[str, Any]:
    """Return how real the event is, where, the dead and injured (the most that anybody reports), and who claims it."""
    factuality = [iri.removeprefix(KG) for iri in node.linked("factuality")]
    contexts = [_CONTEXTS[value] for value in factuality if value in _CONTEXTS]
    places = [known[iri].name for iri in node.linked("place") if iri in known]
    found: dict[str, Any] = {"context": contexts} if contexts else {}
    if places:
        found["event_loc"] = [{"text": place} for place in places]
    claimants = [known[iri].name for iri in node.linked("accordingTo") if iri in known]
    claim = {"comment": f"according to {', '.join(claimants)}"} if claimants else {}
    return found | dict(_counts(node, known)) | claim


def _counts(node: Node, known: Mapping[str, Node]) -> Iterator[tuple[str, int]]:
    figures = [known[iri] for iri in node.linked("hasFigure") if iri in known]
    for measure, field in _COUNTS.items():
        counted = [figure for figure in figures if f"{KG}{measure}" in figure.linked("measure")]
        numbers = [int(number) for figure in counted for name in ("min", "max") for number in figure.words(KG + name)]
        if numbers:
            yield field, max(numbers)


def _sources(node: Node, known: Mapping[str, Node]) -> dict[str, Any]:
    """Return the sentences and the articles behind the event."""
    mentions = [known[iri] for iri in node.linked("evidence") if iri in known]
    articles = sorted({iri for mention in mentions for iri in mention.linked("document") if iri in known})
    return {
        "event_text": sorted({mention.first(KG + "quote") for mention in mentions}),
        "cite_info": [_citation(known[iri]) for iri in articles],
        "coder": "newskg",
    }


def _citation(article: Node) -> dict[str, str]:
    fields = {
        "id": article.first(DCT + "identifier"),
        "title": article.first(DCT + "title"),
        "publisher": article.first(DCT + "publisher"),
        "date": article.first(DCT + "date"),
        "url": next(iter((*article.links.get(SCHEMA + "url", ()), *article.words(SCHEMA + "url"))), ""),
    }
    return {name: value for name, value in fields.items() if value}

"""A made-up archive as a graph of any size: like a build's in its terms, its shapes and how often each thing is named.

Repeatable: the number of articles decides every triple. One article gives about a hundred triples.

    python benchmarks/rdf/archive.py ARTICLES GRAPH.ttl
"""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from kg.assemble.events import code_triples
from kg.assemble.evidence import merge_triples
from kg.assemble.triples import TYPE, fact, link, links, number, share, span_of_time, term, when, words
from kg.knowledge import load as load_knowledge
from kg.knowledge.namespaces import DCT, ID, OWL, RDFS, SKOS
from kg.records import Member, Merge, Term
from kg.store.lines import parsed
from kg.store.turtle import write_turtle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyoxigraph import Triple

    from kg.assemble.triples import Line
    from kg.knowledge.reference import Resource

KNOWLEDGE = load_knowledge()
FIRST_DAY = date(2022, 2, 24)
DAYS = 1200
OUTLETS = (
    "The Herald",
    "Morning Wire",
    "Daily Ledger",
    "The Observer",
    "City Gazette",
    "World Service",
    "Evening Post",
)
KINDS = ("Call", "Call", "Meeting", "Attack", "Attack", "Transfer", "Transfer", "Statement", "Statement", "Statement")
NAMED = ("Person", "Person", "Country", "Place", "Organization", "Weapon")
ROLES = {
    "Call": (("participant", "Person"), ("participant", "Person")),
    "Meeting": (("participant", "Person"), ("participant", "Person"), ("place", "Place")),
    "Attack": (("attacker", "Country"), ("target", "Place"), ("weapon", "Weapon")),
    "Transfer": (("supplier", "Country"), ("recipient", "Country"), ("weapon", "Weapon")),
    "Statement": (("speaker", "Person"), ("topic", "Country")),
}
STATUSES = ("Delivered", "Pledged", "Paused", "Requested", "Sold")
FACTUALITIES = ("Asserted",) * 8 + ("Planned", "Possible", "Negated", "Denied")
WORDS = (
    "the", "of", "and", "said", "on", "with", "after", "leaders", "spoke", "forces", "struck", "city", "night",
    "drones", "air", "defence", "agreed", "talks", "hour", "missiles", "delivery", "minister", "told", "reporters",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _World:
    """What articles can name, by class, those that news names most first; and what they have named so far."""

    known: dict[str, list[Resource]]
    named: set[str]
    dice: random.Random

    def someone(self, kind: str) -> Resource:
        """Return a resource of a class: one of a few most of the time, as in the news."""
        resources = self.known[kind]
        chosen = resources[min(int(self.dice.paretovariate(0.7)) - 1, len(resources) - 1)]
        self.named.add(chosen.iri)
        return chosen


def triples(articles: int) -> Iterator[Triple]:
    """Yield the triples of an archive of so many articles, some more than once, entities last."""
    return parsed(_lines(articles))


def _lines(articles: int) -> Iterator[Line]:
    world = _World(_by_class(), set(), random.Random(articles))  # noqa: S311 (a repeatable graph, not a secret)
    for article in range(articles):
        yield from _article(world, article, FIRST_DAY + timedelta(days=article * DAYS // articles))
    for kind, resources in world.known.items():
        for resource in resources:
            if resource.iri in world.named:
                yield from _entity(kind, resource, world.named)
    yield from code_triples({code for kind in ROLES for code in KNOWLEDGE.taxonomy.codes[Term(kind)]}, KNOWLEDGE.codes)


def _by_class() -> dict[str, list[Resource]]:
    reference = KNOWLEDGE.reference
    known: dict[str, list[Resource]] = {kind: [] for kind in ("Person", "Place", "Organization", "Weapon", "Country")}
    for iri in sorted(reference):
        if reference[iri].kind in known:
            known[reference[iri].kind].append(reference[iri])
    for resources in known.values():
        random.Random(len(resources)).shuffle(resources)  # noqa: S311 (or the alphabet would make famous)
    return known


def _sentence(dice: random.Random) -> str:
    return " ".join(dice.choices(WORDS, k=dice.randint(8, 30))).capitalize() + "."


def _article(world: _World, article: int, day: date) -> Iterator[Line]:
    iri = f"{ID}document/{article:07d}"
    yield link(iri, TYPE, term("Document"))
    yield fact(iri, DCT + "identifier", words(f"{article:07d}"))
    yield fact(iri, DCT + "title", words(_sentence(world.dice)))
    yield fact(iri, DCT + "date", when(day.isoformat()))
    yield fact(iri, DCT + "publisher", words(world.dice.choice(OUTLETS)))
    at = 0
    for _ in range(2):
        quote = _sentence(world.dice)
        mention = f"{ID}mention/{article:07d}-{at}-{at + len(quote)}-call-n"
        yield from _mention(mention, iri, at, quote, "call-n")
        yield from _event(world, day, mention, f"{article:07d}-{at}")
        at += len(quote) + 1
    for _ in range(6):
        entity = world.someone(world.dice.choice(NAMED))
        mention = f"{ID}mention/{article:07d}-{at}-{at + len(entity.name)}-name"
        yield from _mention(mention, iri, at, entity.name, "name")
        yield link(mention, term("refersTo"), entity.iri)
        if entity.offices:
            yield from _tenure(entity, mention)
        at += len(entity.name) + 1


def _mention(iri: str, document: str, start: int, quote: str, rule: str) -> Iterator[Line]:
    yield link(iri, TYPE, term("Mention"))
    yield link(iri, term("document"), document)
    yield fact(iri, term("start"), number(start))
    yield fact(iri, term("end"), number(start + len(quote)))
    yield fact(iri, term("quote"), words(quote))
    yield fact(iri, term("rule"), words(rule))


def _tenure(person: Resource, mention: str) -> Iterator[Line]:
    office = person.offices[0]
    iri = f"{ID}tenure/{person.iri.rpartition('/')[2]}"
    yield link(iri, TYPE, term("Tenure"))
    yield fact(iri, RDFS + "label", words(f"{person.name}, {office.title}"))
    yield link(iri, term("holder"), person.iri)
    yield fact(iri, term("office"), words(office.title))
    yield link(iri, term("evidence"), mention)


def _event(world: _World, day: date, mention: str, place: str) -> Iterator[Line]:
    """Yield an event that as many articles tell as happen to name the same; `place` is where a statement stands."""
    vocabulary = KNOWLEDGE.taxonomy
    kind = world.dice.choice(KINDS)
    told = (day - timedelta(days=world.dice.choice((0, 0, 0, 1, 1, 2, 9)))).isoformat()
    filled = {(role, world.someone(of)) for role, of in ROLES[kind]}
    names = sorted(resource.name for _, resource in filled)
    slugs = sorted({resource.iri.rpartition("/")[2] for _, resource in filled})
    iri = f"{ID}{kind.lower()}/{place if kind == 'Statement' else '-'.join((told, *slugs))}"
    yield from links(iri, TYPE, vocabulary.lineage(Term(kind)))
    yield fact(iri, RDFS + "label", words(f"{vocabulary.labels[Term(kind)]}: {', '.join(names)}, {told}"))
    for role, resource in sorted(filled, key=lambda pair: (pair[0], pair[1].iri)):
        yield from (link(iri, predicate, resource.iri) for predicate in vocabulary.lineage(Term(role)))
    chance = random.Random(iri)  # noqa: S311 (every article tells the same of the same event)
    yield fact(iri, term("confidence"), share(chance.randint(50, 99) / 100))
    yield fact(iri, term("date"), when(told))
    year, week, _ = date.fromisoformat(told).isocalendar()
    yield fact(iri, term("week"), words(f"{year}-W{week:02}"))
    yield from links(iri, term("code"), vocabulary.codes[Term(kind)])
    yield link(iri, term("dateBasis"), term("Explicit"))
    yield link(iri, term("factuality"), term(chance.choice(FACTUALITIES)))
    yield link(iri, term("evidence"), mention)
    parties = sorted(resource.iri for role, resource in filled if vocabulary.is_a(Term(role), "participant"))
    yield from _particulars(iri, kind, chance, mention, parties)


def _particulars(iri: str, kind: str, chance: random.Random, mention: str, parties: Sequence[str]) -> Iterator[Line]:
    """Yield what only some events have; `parties` are those who take part in it, sorted."""
    if kind == "Call" and chance.random() < 0.4:
        yield link(iri, term("initiator"), parties[0])
    if kind == "Call" and chance.random() < 0.3:
        minutes = chance.randint(5, 150)
        yield fact(iri, term("duration"), span_of_time(f"PT{minutes}M"))
        yield fact(iri, term("durationMinutes"), number(minutes))
    if kind == "Transfer":
        yield link(iri, term("transferStatus"), term(chance.choice(STATUSES)))
    if kind == "Statement":
        yield fact(iri, term("quoteText"), words(_sentence(chance)))
    if kind == "Attack" and chance.random() < 0.6:
        measure, count = chance.choice(("Killed", "Injured", "Launched", "Intercepted")), chance.randint(1, 500)
        for number_told in {count, count + chance.choice((0, 0, 7))}:
            yield from _figure(
                iri, measure, number_told, mention, claimant=parties[0] if chance.random() < 0.5 else None
            )
    if kind == "Attack" and chance.random() < 0.3:
        yield link(iri, term("accordingTo"), parties[0])
    if chance.random() < 0.2:
        yield from merge_triples(
            iri, Merge(Member("a", 0), Member("b", 0), "same kind, parties and day", 0.95), [mention], ID
        )


def _figure(event: str, measure: str, count: int, mention: str, *, claimant: str | None) -> Iterator[Line]:
    iri = f"{ID}figure/{event.removeprefix(ID).replace('/', '-')}-{measure.lower()}-{count}"
    yield link(event, term("hasFigure"), iri)
    yield link(iri, TYPE, term("Figure"))
    yield fact(iri, RDFS + "label", words(f"{measure.lower()}: {count}"))
    yield link(iri, term("measure"), term(measure))
    yield fact(iri, term("min"), number(count))
    yield fact(iri, term("max"), number(count))
    yield link(iri, term("evidence"), mention)
    yield from links(iri, term("accordingTo"), [claimant] if claimant else [])


def _entity(kind: str, resource: Resource, named: set[str]) -> Iterator[Line]:
    vocabulary = KNOWLEDGE.taxonomy
    yield from links(resource.iri, TYPE, vocabulary.lineage(Term(kind)))
    yield fact(resource.iri, SKOS + "prefLabel", words(resource.name))
    yield from links(resource.iri, SKOS + "exactMatch" if kind == "Weapon" else OWL + "sameAs", resource.matches)
    if resource.code:
        yield fact(resource.iri, term("countryCode"), words(resource.code))
    tie = {"Person": "represents", "Place": "inCountry", "Organization": "inCountry"}.get(kind)
    if tie and resource.country:
        named.add(resource.country)
        yield link(resource.iri, term(tie), resource.country)
    for broader in resource.broader if kind == "Weapon" else ():
        if broader in named:
            yield link(resource.iri, SKOS + "broader", broader)


if __name__ == "__main__":
    with Path(sys.argv[2]).open("wb") as graph:
        write_turtle(triples(int(sys.argv[1])), graph)

"""Organizations and places that only the model knows, with the country that the text gives a body."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from itertools import accumulate
from typing import TYPE_CHECKING

from kg.knowledge.folding import fold
from kg.records import MentionKind, Term
from kg.resolve.found import Found, Identity, clean, known_identity
from kg.resolve.matching.gazetteer import Use, countries_of, lands_of
from kg.resolve.places.bodies import (
    begins_longer_name,
    ends_longer_name,
    explained_groups,
    joins_next_body,
    led_coalitions,
    named_bodies,
)
from kg.resolve.scenes import is_besieged, is_sited
from kg.resolve.shared_names import are_strange, sure_countries

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Sequence

    from kg.grammar.tree import Span as Ent
    from kg.knowledge.reference import Resource
    from kg.resolve.context import Context
    from kg.resolve.matching.gazetteer import Match

PLACE_TYPES = frozenset({"GPE", "LOC", "FAC"})
#: What stands before the noun of a text whose name is that alone: "the Executive Order".
BEFORE_TEXTS = frozenset({"det", "amod", "punct"})
#: What models take an unknown town for.
MISTAKEN = frozenset({"PERSON", "WEAPON"})


def model_entities(context: Context, taken: frozenset[int]) -> Iterator[Found]:
    """Yield the organizations and places that only the model knows, outside the pieces of persons' names.

    A body has the country named in its name or right beside it; by its bare name it is the one of that name whose
    country the text gives, if it gives one.
    """
    bodies = tuple(named_bodies(context, taken))
    told = {last: country for _, last, country in bodies}
    groups = (*explained_groups(context, taken), *led_coalitions(context, taken))
    named = tuple(_spans(context, taken, sure_countries(context, taken)))
    spans = _with_bodies(named, [*((a, b) for a, b, _ in bodies), *groups])
    towns = {_surface(context, first, last) for kind, first, last in spans if kind == "Place"}
    owners: defaultdict[str, set[str]] = defaultdict(set)
    owned: dict[int, Resource] = {}
    for kind, first, last in spans:
        owner = told.get(last) or _owner(context, first, last)
        if kind == "Organization" and owner is not None:
            owned[first] = owner
            owners[_surface(context, first, last)].add(owner.iri)
    for kind, first, last in spans:
        name = _surface(context, first, last)
        mine = owned.get(first)
        country = mine.iri if mine is not None else next(iter(owners[name])) if len(owners[name]) == 1 else None
        if kind == "Place" and (known := _known_town(context, first, last)):
            yield Found(*context.characters(first, last), known_identity(known), MentionKind.NAME, "town with its noun")
            continue
        town = _without_city(context, name, towns) if kind == "Place" else name
        key = f"{kind}/{fold(town)}" + (f"/{country}" if len(owners[name]) > 1 else "")
        identity = Identity(key, Term(kind), country=country if kind == "Organization" else None)
        yield Found(*context.characters(first, last), identity, MentionKind.NAME, "model")
        match = context.match_of[first]
        if mine is not None and match is not None and match.last < last and _is_named(mine, match):
            yield Found(match.start, match.end, known_identity(mine), MentionKind.DEMONYM, "inside a name")


def _is_named(country: Resource, match: Match) -> bool:
    """Say whether words are the own name of a country or of its people, and not its capital's: "Minsk Group"."""
    return country in countries_of(match) and any(
        reading.resource.iri == country.iri and reading.use is not Use.METONYM for reading in match.readings
    )


def _with_bodies(
    spans: Sequence[tuple[str, int, int]], bodies: Sequence[tuple[int, int]]
) -> tuple[tuple[str, int, int], ...]:
    """Return the spans with the bodies that their form tells, which the model took for shorter ones or for nothing."""
    covered = _furthest((first, last) for _, first, last in spans)
    added = [(a, b) for a, b in dict.fromkeys(bodies) if covered(a) < b]
    taken = _furthest(added)
    others = (span for span in spans if taken(span[2] - 1) <= span[1])
    return tuple(sorted((*others, *(("Organization", a, b) for a, b in added)), key=lambda span: span[1:]))


def _furthest(spans: Iterable[tuple[int, int]]) -> Callable[[int], int]:
    """Return a function that tells how far those spans reach that begin at a piece or before it, 0 where none do."""
    ordered = sorted(spans)
    starts, reach = [first for first, _ in ordered], list(accumulate((last for _, last in ordered), max))

    def furthest(at: int) -> int:
        before = bisect_right(starts, at)
        return reach[before - 1] if before else 0

    return furthest


def _without_city(context: Context, name: str, towns: Container[str]) -> str:
    """Return the name of a town without its noun where the text has it so too: "Barda City" is Barda."""
    bare, _, last = name.rpartition(" ")
    return bare if bare in towns and fold(last) in context.words.states.city_noun else name


def _known_town(context: Context, first: int, last: int) -> Resource | None:
    """Return the known place whose name stands with the noun for a town, where the text has it without too.

    "Ganja City" is Ganja where the text says so; alone "Kansas City" may be another.
    """
    match = context.match_of[first]
    if match is None or match.last != last - 1 or context.keys[last - 1] not in context.words.states.city_noun:
        return None
    name = [context.keys[at] for at in range(match.first, match.last)]
    again = any(
        m.first != first and [context.keys[at] for at in range(m.first, m.last)] == name for m in context.matches
    )
    places = (r.resource for r in match.readings if r.resource.kind == "Place" and r.use is Use.LABEL)
    return next(places, None) if again else None


def _spans(context: Context, taken: frozenset[int], sure: frozenset[str]) -> Iterator[tuple[str, int, int]]:
    for ent in context.doc.ents:
        besieged = len(ent) == 1 and ent.label_ in MISTAKEN and is_besieged(context, ent[0])
        placed = ent.label_ in PLACE_TYPES or besieged or is_sited(context, ent.root)
        kind = "Place" if placed else "Organization" if ent.label_ == "ORG" else None
        if kind is None:
            continue
        first, last = _trimmed(context, ent)
        last = next((at for at in range(first + 1, last) if joins_next_body(context, at)), last)
        if first >= last or not taken.isdisjoint(range(first, last)) or _matched(context, first, last, sure):
            continue
        if (kind == "Organization" and _is_text(context, first, last)) or _is_portfolio(context, first):
            continue
        if any(letter.isupper() for letter in _surface(context, first, last)) and not _is_date(context, first, last):
            yield kind, first, last


def _is_text(context: Context, first: int, last: int) -> bool:
    """Whether a model takes a text for a body by nothing but its noun and what modifies it: "the Order directs it"."""
    noun, words = context.token(last - 1), context.words
    if noun.lemma_.lower() not in words.states.text_noun or context.keys[first - 1] not in words.joining.determiner:
        return False
    return last - first == 1 or all(child.dep_ in BEFORE_TEXTS for child in noun.children)


def _is_portfolio(context: Context, first: int) -> bool:
    """Whether a model takes for a name what a minister is for: "Minister of Antiquities", and no general secretary."""
    of, words = context.keys[first - 1], context.words
    behind = of in words.prepositions.genitive and context.keys[first - 2] in words.offices.portfolio_office
    return behind and f"{context.keys[first - 3]} {context.keys[first - 2]}" not in words.offices.office_noun


def _is_date(context: Context, first: int, last: int) -> bool:
    """Whether a model takes a month with its year or day for a name: "October 2024"."""
    month, *numbers = (context.text_of(at, at + 1) for at in range(first, last))
    return month in context.words.time.months and bool(numbers) and all(number.isdigit() for number in numbers)


def _surface(context: Context, first: int, last: int) -> str:
    return clean(context.text_of(first, last))


def _owner(context: Context, first: int, last: int) -> Resource | None:
    """Return the country of a body: "Saudi National Guard", "Canada's Conservative Party", "Senate of Chile"."""
    nouns = context.words.anaphors.body_noun | context.words.anaphors.group_noun
    tail = context.match_of[last - 1]
    if tail is not None and tail.last == last and tail.first - first > 1:
        of = tail.first - (2 if context.keys[tail.first - 1] in context.words.function.definite_article else 1)
        leads = context.keys[of] in context.words.prepositions.genitive
        leads = leads and context.keys[of - 1] in nouns
        return next(iter(lands_of(tail)), None) if leads else None
    if context.keys[last - 1] not in nouns:
        return None
    inner = context.match_of[first]
    if inner is not None and inner.last < last and any(reading.use is not Use.DEMONYM for reading in inner.readings):
        return next(iter(countries_of(inner)), None)
    before = context.match_of[first - 3] if first > 2 and context.is_clitic(first - 1) else None
    if before is not None and before.last == first - 2:
        return next(iter(lands_of(before)), None)
    return _possessor(context, first, last)


def _possessor(context: Context, first: int, last: int) -> Resource | None:
    """Return the country that owns a body by syntax, over other words: "Serbia's extreme nationalist Radical Party"."""
    owners = (token for token in context.token(last - 1).children if token.dep_ == "nmod:poss")
    pieces = (context.piece_of[token.i] for token in owners)
    matches = (context.match_of[piece] for piece in pieces if piece < first)
    return next((land for match in matches if match is not None for land in lands_of(match)), None)


def _trimmed(context: Context, ent: Ent) -> tuple[int, int]:
    """Return the pieces of the model's span without article, possessive and signs at its ends."""
    first = context.piece_of[ent.start]
    last = first
    while last < len(context.pieces) and context.pieces[last].start < ent.end_char:
        last += 1
    while first < last and (
        context.keys[first] in context.words.joining.determiner or not context.pieces[first].is_word
    ):
        first += 1
    while last > first and (not context.pieces[last - 1].is_word or context.is_clitic(last - 1)):
        last -= 1
    return first, last


def _matched(context: Context, first: int, last: int, sure: frozenset[str]) -> bool:
    """Whether the reference data already names what the model found, and no namesake of it in another country."""
    found = {
        id(match): match for match in context.match_of[first:last] if match and not are_strange(match, sure)
    }.values()
    matches = (m for m in found if not begins_longer_name(context, m) and not ends_longer_name(context, m))
    return any(
        (match.first <= first and match.last >= last)
        or (match.last - match.first) * 2 > last - first
        or all(reading.resource.kind == "Organization" for reading in match.readings)
        for match in matches
    )

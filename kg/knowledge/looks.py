"""How the page shows each class: colours, shapes, pictograms, headings and verbs, from ontology/en/view.ttl."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.knowledge.files import facts
from kg.knowledge.namespaces import GEO, KG, RDF, RDFS, SCHEMA
from kg.knowledge.taxonomy import local_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.knowledge.files import Index, Sources
    from kg.knowledge.taxonomy import Taxonomy
    from kg.records import Term

    Hints = Mapping[str, Mapping[str, tuple[str, ...]]]

COORDINATES = "view.coordinates.ttl"
"""Where the map draws places; an ontology without it has no map."""

LAST = 999
"""The place in legends of a class that says nothing of its order."""

NEUTRAL = ("#6b7280", "#9ca3af")
"""The colours, on light and on dark, of a class of no family."""


@dataclass(frozen=True, slots=True)
class Look:
    """How nodes of a class look; `above` are its super-classes, `family` is None for entities.

    `initials` stand where there is no pictogram, `parties` is how many take part at least; `called` is what the page
    calls the class, where that is not its label. Things of a class that is `nameless` are known by their words alone.
    """

    family: str | None
    order: int
    light: str
    dark: str
    shape: str
    pictogram: str | None
    initials: str
    plural: str | None
    question: str | None
    goods: str | None
    background: bool
    nameless: bool
    called: str | None
    parties: int
    above: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A verb that tells events of a class or status, with the roles of its subject and object.

    Where it names classes it is told of `objects` of these alone.
    """

    tells: str
    order: int
    subject: str
    object: str | None
    objects: tuple[str, ...]
    past: str
    bare: str
    participle: str
    passive: str | None
    unnamed: str | None
    unreal: bool


@dataclass(frozen=True, slots=True)
class Family:
    """Event classes that share a colour and a table, named by `label`; `words` where it shows those of an article."""

    order: int
    label: str
    light: str
    dark: str
    words: bool = False


OTHER = "other"
"""The family of event classes that name none."""

NO_FAMILY = Family(LAST, "other events", *NEUTRAL)


@dataclass(frozen=True, slots=True)
class Looks:
    """All hints, by local names; `ends` tells doers, peers, those done to and circumstances apart.

    Who fills a role fills those that `wider` has for it as well. `plurals` are those of weapons, by the last part of
    their IRIs. `places` are the latitude and longitude in degrees of those that the map knows, by IRI.
    """

    classes: Mapping[str, Look]
    families: Mapping[str, Family]
    phrases: tuple[Phrase, ...]
    ends: Mapping[str, str]
    wider: Mapping[str, tuple[str, ...]]
    prepositions: Mapping[str, str]
    plurals: Mapping[str, str]
    places: Mapping[str, tuple[float, float]]


def read_looks(sources: Sources, taxonomy: Taxonomy) -> Looks:
    """Return what an ontology says of how things look; raise OntologyError when a file is missing."""
    hints = _hints(facts(sources, "kg.ttl", "en/view.ttl"))
    families = {short(name): _family(name, hints) for name in _instances(hints, "Family")} | {OTHER: NO_FAMILY}
    taken: set[str] = set()
    classes: dict[str, Look] = {
        kind: _look(kind, taxonomy, hints, families, taken)
        for kind in sorted(taxonomy.above)
        if taxonomy.is_a(kind, "Event") or taxonomy.is_a(kind, "Entity")
    }
    phrases = sorted(
        (_phrase(name, hints) for name in _instances(hints, "Phrase")), key=lambda one: (one.tells, one.order)
    )
    return Looks(
        classes=classes,
        families=families,
        phrases=tuple(phrases),
        ends={role: _end(role, taxonomy, hints) for role in taxonomy.edges},
        wider={
            role: wider
            for role in taxonomy.edges
            if (wider := tuple(sorted(one for one in taxonomy.edges if one != role and taxonomy.is_a(role, one))))
        },
        prepositions={role: word for role in sorted(hints) if (word := _first(hints, role, "preposition"))},
        plurals={
            short(name): word for name in sorted(hints) if "/" in name and (word := _first(hints, name, "plural"))
        },
        places=_places(sources.get(COORDINATES, {})),
    )


def _places(index: Index) -> dict[str, tuple[float, float]]:
    return {
        iri: (float(properties[f"{GEO}lat"][0]), float(properties[f"{GEO}long"][0]))
        for iri, properties in sorted(index.items())
        if f"{GEO}lat" in properties and f"{GEO}long" in properties
    }


def _hints(index: Index) -> Hints:
    return {
        local_name(subject): {
            predicate.removeprefix(KG): tuple(sorted(local_name(value) for value in values))
            for predicate, values in properties.items()
        }
        for subject, properties in index.items()
    }


def _instances(hints: Hints, kind: str) -> list[str]:
    return sorted(name for name, facts in hints.items() if kind in facts.get(f"{RDF}type", ()))


def _first(hints: Hints, name: str, hint: str) -> str | None:
    return next(iter(hints.get(name, {}).get(hint, ())), None)


def _family(name: str, hints: Hints) -> Family:
    return Family(
        order=int(_first(hints, name, "order") or LAST),
        label=_first(hints, name, f"{RDFS}label") or short(name),
        light=_first(hints, name, "onLight") or NEUTRAL[0],
        dark=_first(hints, name, "onDark") or NEUTRAL[1],
        words=_first(hints, name, "toldByWords") == "true",
    )


def short(name: str) -> str:
    """Return what follows the last # or / of an IRI."""
    return name.replace("/", "#").rsplit("#", 1)[-1]


def _look(kind: Term, taxonomy: Taxonomy, hints: Hints, families: Mapping[str, Family], taken: set[str]) -> Look:
    def inherited(hint: str) -> str | None:
        near = sorted(taxonomy.above[kind], key=lambda name: (-len(taxonomy.above.get(name, ())), name))
        return next((value for name in near if (value := _first(hints, name, hint))), None)

    family = short(inherited("family") or OTHER)
    colours = families.get(family, NO_FAMILY)
    event = taxonomy.is_a(kind, "Event")
    return Look(
        family=family if event else None,
        order=colours.order * (LAST + 1) + int(_first(hints, kind, "order") or LAST) if event
        else int(_first(hints, kind, "order") or LAST),
        light=inherited("onLight") or colours.light,
        dark=inherited("onDark") or colours.dark,
        shape=inherited("nodeShape") or "dot",
        pictogram=_first(hints, kind, "pictogram"),
        initials=_initials(taxonomy.labels.get(kind, kind), taken),
        plural=_first(hints, kind, "plural"),
        question=_first(hints, kind, "question"),
        goods=inherited("goods"),
        background=inherited("background") == "true",
        nameless=inherited("withoutName") == "true",
        called=_first(hints, kind, "shortLabel"),
        parties=int(inherited("needsParties") or 0),
        above=tuple(sorted(name for name in taxonomy.above[kind] if name in taxonomy.labels and name != kind)),
    )  # fmt: skip


def _initials(label: str, taken: set[str]) -> str:
    """Return letters that no class before has: the first of each word, else ever more of the first word."""
    words = label.split()
    choices = ["".join(word[0] for word in words[:3])] if len(words) > 1 else []
    choices += ["".join(words)[:length] for length in range(2, len(label) + 1)]
    chosen = next((choice for choice in choices if choice.casefold() not in taken), label)
    taken.add(chosen.casefold())
    return chosen[:1].upper() + chosen[1:]


def _phrase(name: str, hints: Hints) -> Phrase:
    past = _first(hints, name, "past") or ""
    return Phrase(
        tells=_first(hints, name, "tells") or "",
        order=int(_first(hints, name, "order") or LAST),
        subject=_first(hints, name, "tellsSubject") or "participant",
        object=_first(hints, name, "tellsObject"),
        objects=hints.get(name, {}).get("tellsObjectsOf", ()),
        past=past,
        bare=_first(hints, name, "bare") or past,
        participle=_first(hints, name, "participle") or past,
        passive=_first(hints, name, "passive"),
        unnamed=_first(hints, name, "unnamedObject"),
        unreal=_first(hints, name, "unreal") == "true",
    )


def _end(role: str, taxonomy: Taxonomy, hints: Hints) -> str:
    said = _first(hints, role, "drawnAs")
    if said:
        return said
    if taxonomy.is_a(role, "participant"):
        return "Doer"
    fillers: Iterable[str] = hints.get(role, {}).get(f"{SCHEMA}rangeIncludes", ())
    return "DoneTo" if any(taxonomy.is_a(kind, "Agent") and kind != "Country" for kind in fillers) else "Circumstance"

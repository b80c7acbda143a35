"""What the rules find, before it is numbered: mentions of identities, and their order in the resolution."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.records import Entity, Mention, MentionKind, Span, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kg.knowledge.reference import Resource


@dataclass(frozen=True, slots=True)
class Identity:
    """An entity by a key that is unique in the document: the reference IRI, else its kind and fullest name.

    `name` is its name if that is known already, `label` what to call it if the document never names it.
    """

    key: str
    kind: Term
    name: str | None = None
    reference: str | None = None
    country: str | None = None
    broader: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Characters start..end mention the identity; `rule` says how that was read."""

    start: int
    end: int
    identity: Identity
    kind: MentionKind
    rule: str


def known_identity(resource: Resource) -> Identity:
    """Return the identity of a thing of the reference data."""
    return Identity(resource.iri, resource.kind, None, resource.iri, resource.country, label=resource.name)


def number_entities(
    text: str, found: Iterable[Found]
) -> tuple[tuple[Entity, ...], tuple[Mention, ...], Mapping[str, int]]:
    """Return entities in order of first mention, mentions in order of place, and the index of each key.

    Of several readings of one span as one entity the first in the order of `found` stays.
    """
    unique: dict[tuple[int, int, str], Found] = {}
    for item in found:
        unique.setdefault((item.start, item.end, item.identity.key), item)
    ordered = sorted(unique.values(), key=lambda item: (item.start, -item.end, item.identity.key))
    index: dict[str, int] = {}
    members: list[list[Found]] = []
    mentions: list[Mention] = []
    for item in ordered:
        number = index.setdefault(item.identity.key, len(index))
        if number == len(members):
            members.append([])
        members[number].append(item)
        mentions.append(Mention(Span(item.start, item.end), number, item.kind, item.rule))
    return tuple(_entity(text, items) for items in members), tuple(mentions), index


def _entity(text: str, items: Sequence[Found]) -> Entity:
    identity = items[0].identity
    names = sorted({clean(text[item.start : item.end]) for item in items if item.kind is MentionKind.NAME})
    fallback = identity.label or clean(text[items[0].start : items[0].end])
    name = identity.name or max(names, key=lambda name: (len(name.split()), len(name), name), default=fallback)
    return Entity(
        kind=identity.kind,
        name=name,
        names=tuple(names),
        reference=identity.reference,
        country=identity.country,
        broader=identity.broader,
    )


def clean(surface: str) -> str:
    """Return the surface on one line, without the brackets of an editor: "[Ilham] Aliyev"."""
    return " ".join(surface.replace("[", "").replace("]", "").split())

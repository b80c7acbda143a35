"""Event mentions made by hand, for what works on them without a parse."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.gate import Gate
from kg.records import Entity, EventMention, Factuality, MentionArgument, MentionKind, Span, Term, Unnamed
from kg.sameness.document import Sameness
from tests.known import KNOWLEDGE

ID = "https://w3id.org/newskg/id/"
ENTITIES = (
    Entity(Term("Country"), "Russia", reference=f"{ID}country/russia"),
    Entity(Term("Place"), "Kyiv", country=f"{ID}country/ukraine"),
    Entity(Term("Place"), "Odesa", country=f"{ID}country/ukraine"),
    Entity(Term("Country"), "Israel", reference=f"{ID}country/israel"),
    Entity(Term("Country"), "Iran", reference=f"{ID}country/iran"),
    Entity(Term("Country"), "Ukraine", reference=f"{ID}country/ukraine"),
    Entity(Term("Person"), "Vladimir Putin", country=f"{ID}country/russia"),
    Entity(Term("Organization"), "the Russian navy", country=f"{ID}country/russia"),
    Entity(Term("Organization"), "the Russian army", country=f"{ID}country/russia"),
    Entity(Term("Weapon"), "Patriot"),
    Entity(Term("Weapon"), "howitzer"),
    Entity(Term("Person"), "Sergey Lavrov", country=f"{ID}country/russia"),
)
RUSSIA, KYIV, ODESA, ISRAEL, IRAN, UKRAINE, PUTIN, NAVY, ARMY, PATRIOT, HOWITZER, MINISTER = range(len(ENTITIES))


def named(role: str, entity: int, at: int = 0) -> MentionArgument:
    return MentionArgument(Term(role), Span(at, at + 1), at, entity, MentionKind.NAME, "test")


def unnamed(role: str, kind: str | None = None, at: int = 0, belongs_to: int | None = None) -> MentionArgument:
    described = None if kind is None else f"{ID}participant/{kind}"
    told = Unnamed(described, belongs_to)
    return MentionArgument(Term(role), Span(at, at + 1), at, None, MentionKind.DESCRIPTION, "description", unnamed=told)


def mention(
    kind: str, *arguments: MentionArgument, at: int = 0, rule: str = "attack-v", **more: object
) -> EventMention:
    plain = EventMention(
        trigger=Span(at, at + 1),
        sentence=Span(at, at + 1),
        kind=Term(kind),
        readers=("frames",),
        rule=rule,
        arguments=arguments,
        factuality=Factuality.ASSERTED,
        is_noun=False,
        definite=False,
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def gate(*, is_read: bool = True) -> Gate:
    return Gate(ENTITIES, KNOWLEDGE.taxonomy, KNOWLEDGE.words, KNOWLEDGE.gate, frozenset(), is_read=is_read)


def sameness() -> Sameness:
    return Sameness.of(ENTITIES, KNOWLEDGE.participants, KNOWLEDGE.taxonomy)

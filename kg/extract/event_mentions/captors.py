"""Who is held by whom: what a state does by law is an arrest, what a gang or rebels do is an abduction."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.arguments.armed_groups import is_armed_group
from kg.records import Term

if TYPE_CHECKING:
    from kg.extract.analysis import Analysis
    from kg.records import EventMention

ARREST, ABDUCTION, ACTOR, CODE = Term("Arrest"), Term("Abduction"), Term("actor"), Term("code")
ATTACK, ATTACKER, TARGET, PLACE = Term("Attack"), Term("attacker"), Term("target"), Term("Place")


def as_abduction(mention: EventMention, analysis: Analysis) -> EventMention:
    """Return an arrest by none but armed groups as an abduction: "were seized by the 400 Mawozo gang"."""
    actors = [argument for argument in mention.arguments if argument.role == ACTOR]
    ours = bool(actors) and all(is_armed_group(actor, analysis) for actor in actors)
    if not (ours and analysis.taxonomy.is_a(mention.kind, ARREST)):
        return mention
    return of_class(mention, ABDUCTION)


def as_occupation(mention: EventMention, analysis: Analysis) -> EventMention:
    """Return a capture of nothing but places as an attack: nobody is abducted where troops "captured Siversk"."""
    targets = [argument.entity for argument in mention.arguments if argument.role == TARGET]
    places = bool(targets) and all(e is not None and analysis.index.entities[e].kind == PLACE for e in targets)
    if not places or not analysis.taxonomy.is_a(mention.kind, ABDUCTION):
        return mention
    arguments = tuple(replace(a, role=ATTACKER) if a.role == ACTOR else a for a in mention.arguments)
    return replace(of_class(mention, ATTACK), arguments=arguments)


def of_class(mention: EventMention, kind: Term) -> EventMention:
    """Return the mention in another class, without the codes of its own."""
    attributes = tuple(attribute for attribute in mention.attributes if attribute.property != CODE)
    return replace(mention, kind=kind, attributes=attributes)

"""Who is held by whom: what a state does by law is an arrest, what a gang or rebels do is an abduction."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.event_mentions.armed_groups import is_armed_group
from kg.records import Term

if TYPE_CHECKING:
    from kg.extract.analysis import Analysis
    from kg.records import EventMention

ARREST, ABDUCTION, ACTOR, CODE = Term("Arrest"), Term("Abduction"), Term("actor"), Term("code")


def as_abduction(mention: EventMention, analysis: Analysis) -> EventMention:
    """Return an arrest by none but armed groups as an abduction: "were seized by the 400 Mawozo gang"."""
    actors = [argument for argument in mention.arguments if argument.role == ACTOR]
    ours = bool(actors) and all(is_armed_group(actor, analysis) for actor in actors)
    if not (ours and analysis.taxonomy.is_a(mention.kind, ARREST)):
        return mention
    attributes = tuple(attribute for attribute in mention.attributes if attribute.property != CODE)
    return replace(mention, kind=ABDUCTION, attributes=attributes)

"""Arms that are tried out: what a state fires into the sea and at nobody is a test, and no attack."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.arguments.armed_groups import is_armed_group
from kg.grammar.syntax import OBLIQUES, marker_of
from kg.knowledge.folding import fold
from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.analysis import Analysis
    from kg.grammar.tree import Token
    from kg.records import EventMention

ATTACK, MOBILIZATION = Term("Attack"), Term("Mobilization")
WEAPON, TARGET, CODE, LAUNCHED = Term("weapon"), Term("target"), Term("code"), Term("Launched")
OBJECTS, NAMES = frozenset({"obj", "nsubj:pass"}), frozenset({"flat", "compound"})
ROLES = {Term("attacker"): Term("actor"), TARGET: Term("place")}
"""What who fires and what is hit are in a test."""


def as_trial(mention: EventMention, trigger: Token, analysis: Analysis) -> EventMention:
    """Return an attack with arms that a state fires into open water, and at nothing else, as a mobilization."""
    armed = any(argument.role == WEAPON for argument in mention.arguments)
    harmless = all(figure.measure == LAUNCHED for figure in mention.figures)
    if not (armed and harmless and analysis.taxonomy.is_a(mention.kind, ATTACK)):
        return mention
    waters = {water.idx for water in _waters(trigger, analysis)}
    aimed = any(argument.role == TARGET and argument.head not in waters for argument in mention.arguments)
    if not waters or aimed or any(is_armed_group(argument, analysis) for argument in mention.arguments):
        return mention
    arguments = tuple(replace(argument, role=ROLES.get(argument.role, argument.role)) for argument in mention.arguments)
    attributes = tuple(attribute for attribute in mention.attributes if attribute.property != CODE)
    return replace(mention, kind=MOBILIZATION, arguments=arguments, attributes=attributes, figures=())


def _waters(trigger: Token, analysis: Analysis) -> Iterator[Token]:
    """Yield the nouns for water to which arms fly: "fired a missile into the [sea]", "off its east [coast]"."""
    blasts = analysis.words.blasts
    things = (child for child in trigger.children if child.dep_ in OBJECTS)
    for head in (trigger, *things):
        for child in head.children:
            if child.dep_ in OBLIQUES and marker_of(child) in blasts.seaward_preposition:
                names = (child, *(part for part in child.children if part.dep_ in NAMES))
                if any(fold(part.lemma_) in blasts.open_water for part in names):
                    yield child

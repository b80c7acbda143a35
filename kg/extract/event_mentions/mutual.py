"""What two do to each other: an event for each of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING

from kg.records import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.records import EventMention

SIDES = (
    (Term("attacker"), Term("target")),
    (Term("actor"), Term("target")),
    (Term("actor"), Term("recipient")),
    (Term("supplier"), Term("recipient")),
)
"""Who does something, and to whom."""


def split_mutual(mention: EventMention) -> Iterator[EventMention]:
    """Yield a mention for each direction of what several do to each other, and any other mention as it is."""
    for doer, other in SIDES:
        both = mention.entities(doer)
        if len(both) > 1 and both == mention.entities(other):
            for one, two in permutations(sorted(both), 2):
                apart = {(doer, one), (other, two)}
                arguments = (a for a in mention.arguments if a.role not in {doer, other} or (a.role, a.entity) in apart)
                yield replace(mention, arguments=tuple(arguments))
            return
    yield mention

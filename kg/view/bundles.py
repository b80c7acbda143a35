"""Events of one class that join the same in the same way: in a dense picture they are one node that stands for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kg.view.content import Event

DENSE = 80
"""Up to so many events a picture shows each by itself."""


def bundles(events: Sequence[Event]) -> Mapping[str, str]:
    """Return, for each event that shares a node, the IRI of the first that it shares it with; none where there is room.

    What is certain of one and not of the other, or said to be so by somebody else, keeps them apart.
    """
    if len(events) <= DENSE:
        return {}
    alike: dict[tuple[object, ...], list[str]] = {}
    for event in events:
        key = (event.kind, event.factuality, event.status, event.according_to, tuple(sorted(event.roles)))
        alike.setdefault(key, []).append(event.iri)
    return {iri: shared[0] for shared in alike.values() if len(shared) > 1 for iri in shared}

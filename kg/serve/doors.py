"""How many clients there are, and how much they have not read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Protocol

_MOST: Final = 400
"""Connections at once, with room below the number of files that a process may open."""
_UNREAD: Final = 256 * 2**20
"""Bytes of answers that clients have not read, all together."""


class Client(Protocol):
    """One at the other end of a connection."""

    @property
    def unread(self) -> int:
        """Return the bytes of an answer that it has not read."""

    @property
    def is_idle(self) -> bool:
        """Say whether nothing is being answered to it."""

    @property
    def quiet_since(self) -> float:
        """Return when it last had asked something whole, by the server's clock."""

    def drop(self) -> None:
        """End the connection at once."""


@dataclass(slots=True)
class Doors:
    """The open connections of a server."""

    inside: set[Client] = field(default_factory=set)

    def enter(self, one: Client) -> None:
        """Note a connection; where there are too many, the one that has been quiet the longest goes, or this one."""
        self.inside.add(one)
        if len(self.inside) > _MOST:
            idle = [other for other in self.inside if other.is_idle and other is not one]
            min(idle, key=lambda other: other.quiet_since, default=one).drop()

    def leave(self, one: Client) -> None:
        """Forget a connection."""
        self.inside.discard(one)

    def has_room(self, size: int) -> bool:
        """Say whether an answer of so many bytes may be held for a client beside what others have not read."""
        return sum(other.unread for other in self.inside) + size <= _UNREAD

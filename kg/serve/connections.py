"""Connections that have an end: a client that asks nothing or reads nothing for long is let go, and makes room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    import asyncio

    from kg.serve.doors import Doors

_IDLE: Final = 15.0
"""Seconds that a client may take to ask, and between two questions."""
_GRACE: Final = 30.0
"""Seconds after which an answer must have been read but for what the slowest rate still allows."""
_SLOWEST: Final = 32 * 1024
"""Bytes a second that a client must read of a long answer."""
_TICK: Final = 1.0


class PatientProtocol(H11Protocol):
    """HTTP on one connection, which `doors` knows of and which is cut when its client keeps it for nothing."""

    def __init__(self, doors: Doors, **given: Any) -> None:
        super().__init__(**given)
        self._doors = doors
        self._quiet_since = self._owed_since = self.loop.time()
        self._owed = 0
        self._look_again: asyncio.TimerHandle | None = None

    @property
    def unread(self) -> int:
        """Return the bytes of an answer that the client has not read."""
        return 0 if self.transport is None else self.transport.get_write_buffer_size()

    @property
    def is_idle(self) -> bool:
        """Say whether nothing is being answered on this connection."""
        return (self.cycle is None or self.cycle.response_complete) and not self.unread

    @property
    def quiet_since(self) -> float:
        """Return when the client last had asked something whole, by the loop's clock."""
        return self._quiet_since

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in the class above
        """Note the connection; where there are too many the idlest goes."""
        super().connection_made(transport)
        self._doors.enter(self)
        self._look_again = self.loop.call_later(_TICK, self._look)

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        if self._look_again is not None:
            self._look_again.cancel()
        self._doors.leave(self)
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no HTTP; what is being answered on the connection can not be sent behind that any more."""
        cycle = self.cycle
        if cycle is not None and not cycle.response_complete:
            cycle.disconnected = True
            cycle.message_event.set()
            if cycle.response_started:
                self.transport.close()
                return
        super().send_400_response(msg)

    def drop(self) -> None:
        """End the connection at once, whatever of an answer is still to be sent."""
        self.transport.abort()

    def _look(self) -> None:
        now, unread = self.loop.time(), self.unread
        if self._is_answering():
            self._quiet_since = now
        if not unread:
            self._owed_since, self._owed = now, 0
        self._owed = max(self._owed, unread)
        read_late = now - self._owed_since > _GRACE + self._owed / _SLOWEST
        asks_late = not unread and not self._is_answering() and now - self._quiet_since > _IDLE
        if read_late or asks_late:
            self.drop()
            return
        self._look_again = self.loop.call_later(_TICK, self._look)

    def _is_answering(self) -> bool:
        """Say whether a whole request is being answered."""
        return self.cycle is not None and not self.cycle.response_complete and not self.cycle.more_body

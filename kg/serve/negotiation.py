"""Which of the media types on offer a client wants: RFC 9110, section 12.5.1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_ANYTHING: Final = "*/*"


def choose(accept: str, offers: Sequence[str]) -> str | None:
    """Return the offer that an Accept header values most, of equals the first; None when it allows none."""
    ranges = [_range(part) for part in accept.split(",") if part.strip()] or [(_ANYTHING, 1.0)]
    best = max(offers, key=lambda offer: _quality(offer, ranges))
    return best if _quality(best, ranges) > 0 else None


def _range(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip().lower() for piece in part.split(";"))
    for parameter in parameters:
        if parameter.startswith("q="):
            try:
                return name, min(max(float(parameter[2:]), 0.0), 1.0)
            except ValueError:
                return name, 0.0
    return name, 1.0


def _quality(offer: str, ranges: Sequence[tuple[str, float]]) -> float:
    """Return the q of the most specific range that covers the offer."""
    for cover in (offer, f"{offer.partition('/')[0]}/*", _ANYTHING):
        found = [quality for name, quality in ranges if name == cover]
        if found:
            return max(found)
    return 0.0

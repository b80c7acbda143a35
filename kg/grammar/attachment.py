"""What a repair of a tree yields: where a token hangs instead."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attachment:
    """The token at `token` hangs on the one at `head`, by the relation `label`."""

    token: int
    head: int
    label: str

"""Names in hyphened modifiers that say whose side somebody is on, and not who he is: "pro-Russian", "U.S.-backed"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.knowledge.words import Words

_BEFORE = re.compile(r"(\w+)[-‐‑–]$")
_BEHIND = re.compile(r"[-‐‑–](\w+)")
LONGEST = 20  # characters of a word at a hyphen


def is_only_stood_by(text: str, start: int, end: int, words: Words) -> bool:
    """Say whether the name at characters start..end has others for or against it, or backs them, by a hyphen.

    Who is "pro-Syrian" is no Syrian; a "U.S.-brokered truce" is none of the United States.
    """
    before, behind = _BEFORE.search(text, max(0, start - LONGEST), start), _BEHIND.match(text, end, end + LONGEST)
    for_or_against = before is not None and before[1].casefold() in words.anaphors.stance_prefix
    return for_or_against or (behind is not None and behind[1].casefold() in words.anaphors.backing_participle)

"""The signs that join words, and the modifiers that they make: "pro-Russian", "U.S.-backed"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.knowledge.words import Words

HYPHENS = frozenset("-‐‑–")
"""What joins two words into one; an en dash does in "the Paris–Berlin line"."""
_JOINED = f"[{''.join(sorted(HYPHENS))}]"
_BEFORE = re.compile(rf"(\w+){_JOINED}$")
_BEHIND = re.compile(rf"{_JOINED}(\w+)")
LONGEST = 20  # characters of a word at a hyphen


def is_only_stood_by(text: str, start: int, end: int, words: Words) -> bool:
    """Say whether the name at characters start..end has others for or against it, or backs them, by a hyphen.

    Who is "pro-Syrian" is no Syrian; a "U.S.-brokered truce" is none of the United States.
    """
    stands_behind = start > 0 and text[start - 1] in HYPHENS
    before = _BEFORE.search(text, max(0, start - LONGEST), start) if stands_behind else None
    behind = _BEHIND.match(text, end, end + LONGEST) if text[end : end + 1] in HYPHENS else None
    for_or_against = before is not None and before[1].casefold() in words.anaphors.stance_prefix
    return for_or_against or (behind is not None and behind[1].casefold() in words.anaphors.backing_participle)

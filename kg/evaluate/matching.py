"""When a name in a graph counts as the name in the gold annotations."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.knowledge.folding import fold

if TYPE_CHECKING:
    from kg.knowledge.words.names import NameCustoms


_WORD = re.compile(r"[\w']+")
_FINAL_I = re.compile(r"(iy|yy|yj|ij|y|i)$")
_DOUBLE = re.compile(r"(.)\1")
_CODE = re.compile(r"[A-Z]{2}")


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Return the text folded, hyphens as spaces."""
    return fold(text.replace("-", " ")).strip()


@lru_cache(maxsize=65536)
def words(text: str, customs: NameCustoms) -> tuple[str, ...]:
    """Return the folded words that carry a name."""
    return tuple(word for word in _WORD.findall(plain(text)) if word not in customs.negligible)


@lru_cache(maxsize=65536)
def _keys(name: str, customs: NameCustoms) -> tuple[str, ...]:
    """Return the words up to transliteration: Zelenskiy, Zelenskyy and Zelensky are one."""
    return tuple(_DOUBLE.sub(r"\1", _FINAL_I.sub("i", word)) for word in words(name, customs))


def same_person(left: str, right: str, customs: NameCustoms) -> bool:
    """Say whether two names of people share a last word."""
    ours, theirs = _keys(left, customs), _keys(right, customs)
    return bool(ours and theirs) and (ours[-1] in theirs or theirs[-1] in ours)


def same_body(gold: str, label: str, customs: NameCustoms) -> bool:
    """Say whether two names of countries, organizations or places are equal or one's words are among the other's."""
    ours, theirs = set(words(gold, customs)), set(words(label, customs))
    return bool(theirs) and (plain(gold) == plain(label) or ours <= theirs or theirs <= ours)


def same_weapon(left: str, right: str, customs: NameCustoms) -> bool:
    """Say whether two folded mentions of weapons overlap: one within the other, or the same head and all words."""
    if left in right or right in left:
        return True
    ours, theirs = words(left, customs), words(right, customs)
    if not ours or not theirs or ours[-1].rstrip("s") != theirs[-1].rstrip("s"):
        return False
    return len(set(ours) & set(theirs)) >= min(len(ours), len(theirs))


def is_country_code(text: str) -> bool:
    """Say whether a gold agent is an ISO 3166-1 alpha-2 code."""
    return bool(_CODE.fullmatch(text))


def same_date(gold: str | None, found: frozenset[str]) -> bool:
    """Say whether one of the dates is the gold date, or either only less precise; any will do where gold has none."""
    return gold is None or any(gold.startswith(day) or day.startswith(gold) for day in found)


def quotation(text: str) -> str:
    """Return the words of a quotation, folded, without punctuation."""
    return re.sub(r"\W+", " ", plain(text)).strip()

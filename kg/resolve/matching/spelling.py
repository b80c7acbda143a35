"""When two spellings of a name can be one name inside one document."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.knowledge.words.names import NameCustoms


#: Endings of Slavic names in the common romanisations (BGN/PCGN, ISO 9, press style): -iy, -yy, -yj, -ij, -y, -i.
ENDING = re.compile(r"(?:iy|yy|yi|ii|yj|ij|y|i)$")
#: "oo" and "ee" are other sounds than "o" and "e": Moody is not Modi.
DOUBLED = re.compile(r"([^eo])\1+")
VOWELS = re.compile(r"[aeiouy']+")
#: Consonants alone decide only from this many on; fewer agree by chance.
SKELETON = 3
_NONE: frozenset[str] = frozenset()


@lru_cache(maxsize=8192)
def spelling_key(word: str) -> str:
    """Return the folded word with romanisation endings and doubled letters made one."""
    return DOUBLED.sub(r"\1", ENDING.sub("i", word.replace("'", "")))


@lru_cache(maxsize=8192)
def skeleton(word: str) -> str:
    """Return the consonants of the folded word, without doubling."""
    return DOUBLED.sub(r"\1", VOWELS.sub("", word))


def same_family(left: str, right: str) -> bool:
    """Whether two folded family names are one up to romanisation."""
    return left == right or spelling_key(left) == spelling_key(right)


def same_given(left: str, right: str, customs: NameCustoms) -> bool:
    """Whether two folded given names are one: equal, an initial, forms of one name, or the same consonants."""
    if same_family(left, right):
        return True
    forms = customs.given_names
    if not forms.get(left, _NONE).isdisjoint(forms.get(right, _NONE)):
        return True
    if len(left) == 1 or len(right) == 1:
        return left[0] == right[0]
    bones = skeleton(left)
    return left[0] == right[0] and len(bones) >= SKELETON and bones == skeleton(right)

"""Names of persons taken apart and compared: spellings, nicknames, initials, omitted parts.

The comparison is that of record linkage by agreement levels (Winkler 1990), with levels for how news varies a name
instead of trained weights.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from kg.grammar.hyphens import HYPHENS
from kg.knowledge.words.names import Spelling, fold_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.knowledge.words.names import NameCustoms

IDENTICAL = 1.0
SPELLING = 0.95
MIDDLE = 0.92
NICKNAME = 0.9
OMISSION = 0.85
INITIAL = 0.7
TWO_WORDS = 2
KEPT: Final = 1 << 12
"""What was worked out last of each sort: names that are alike come one after the other."""
_LEVEL_NAMES = {
    IDENTICAL: "same name",
    SPELLING: "spelling variant",
    MIDDLE: "initial of the middle name",
    NICKNAME: "form of the given name",
    OMISSION: "part of the name omitted",
    INITIAL: "initial",
}
_WORDS = re.compile(r"[^\W_]+(?:['’‘ʼʿʾ`´][^\W_]+)*")


@dataclass(frozen=True, slots=True, order=True)
class PersonName:
    """A name without particles: folded words in the order printed, the suffix apart.

    `last_optional` says that news may leave out the last words (Maduro Moros) or all given names (López Obrador),
    `either_order` that it may put the family name first or last.
    """

    words: tuple[str, ...]
    suffix: str | None = None
    family_first: bool = False
    last_optional: bool = False
    either_order: bool = False

    @property
    def is_full(self) -> bool:
        """More than a lone family name."""
        return len(self.words) > 1


@dataclass(frozen=True, slots=True)
class _Part:
    """A folded word of a name; `is_joined` says that a hyphen joins it to the word before."""

    word: str
    is_particle: bool
    is_joined: bool


def parse_person_name(
    text: str, customs: NameCustoms, *, country: str | None = None, family_name: str | None = None
) -> PersonName:
    """Take a name apart; `country` (IRI) decides on its order unless the `family_name` is known."""
    parts, suffix = _split(text, customs)
    parts = tuple(part for part in parts if not part.is_particle) or parts
    kept = [part.word for part in parts]
    family = fold_name(family_name) if family_name else None
    first = kept[:1] == [family] if family and len(kept) > 1 else country in customs.family_name_first
    # Sherwood-Randall is one family name; the hyphen of Kim Jong-un joins a given one.
    if len(kept) > 1 and parts[-1].is_joined and not first:
        kept[-2:] = ["".join(kept[-2:])]
    # Of Abdullah II news says King Abdullah: the number is no family name.
    regnal = kept[-1] in customs.suffixes
    either = country in customs.either_order or country in customs.family_name_first
    return PersonName(tuple(kept), suffix, first or regnal, country in customs.last_names_optional, either)


@lru_cache(maxsize=KEPT)
def _split(text: str, customs: NameCustoms) -> tuple[tuple[_Part, ...], str | None]:
    """Return the words of a name and its suffix."""
    found = list(_WORDS.finditer(text))
    folded = [fold_name(match.group()) for match in found]
    suffix = None
    while len(folded) > 1 and folded[-1] in customs.suffixes:
        if len(folded) == TWO_WORDS and customs.suffixes[folded[-1]] in customs.numerals:
            break
        suffix = customs.suffixes[folded[-1]]
        del folded[-1], found[-1]
    parts: list[_Part] = []
    joins = False
    for index, (match, word) in enumerate(zip(found, folded, strict=True)):
        was_joined, joins = joins, text[match.end() : match.end() + 1] in HYPHENS
        starts_a_name = index == 0 and match.group()[:1].isupper() and not joins and word in customs.given_names
        is_particle = word in customs.particles and not starts_a_name and index < len(folded) - 1
        if index == 0 and len(word) == TWO_WORDS and match.group().isupper() and not is_particle and len(folded) > 1:
            parts += [_Part(letter, is_particle=False, is_joined=False) for letter in word]  # JD Vance
        else:
            parts.append(_Part(word, is_particle, was_joined and not (parts and parts[-1].is_particle)))
    return tuple(parts), suffix


@lru_cache(maxsize=KEPT)
def sure_key(word: str, customs: NameCustoms) -> str:
    """Return the word with spellings that are always one sound made equal, and double letters single."""
    for spelling in customs.always:
        word = _replaced(word, spelling, spelling.readings[0])
    return _single(word)


@lru_cache(maxsize=KEPT)
def spelling_keys(word: str, customs: NameCustoms) -> frozenset[str]:
    """Return every way to read the word's spelling; two words may be one name when they share a reading."""
    readings = {word}
    for spelling in customs.sometimes:
        readings |= {_replaced(known, spelling, other) for known in readings for other in spelling.readings}
    return frozenset(sure_key(reading, customs) for reading in readings)


def _replaced(word: str, spelling: Spelling, reading: str) -> str:
    written = spelling.written
    if len(word) <= len(written):
        return word
    if spelling.at_end:
        return word.removesuffix(written) + reading if word.endswith(written) else word
    if spelling.at_start:
        return reading + word.removeprefix(written) if word.startswith(written) else word
    return word.replace(written, reading)


def _single(word: str) -> str:
    """Make double letters single, but for "oo" and "ee", which are other sounds: Moody is not Modi."""
    return word[:1] + "".join(letter for before, letter in pairwise(word) if letter != before or letter in "eo")


def family_keys(name: PersonName, customs: NameCustoms) -> frozenset[str]:
    """Return the keys under which the name is looked for: in every spelling what news may use alone, and all words."""
    if not name.is_full:
        return spelling_keys(name.words[-1], customs)
    words = {name.words[-1], name.words[0]} if name.family_first else set(name.words[1:])
    keys = {key for word in words if len(word) > 1 for key in spelling_keys(word, customs)}
    whole = {" ".join(sorted(sure_key(word, customs) for word in name.words)), sure_key("".join(name.words), customs)}
    return frozenset(keys | whole)


def lone_matches(lone: PersonName, full: PersonName, customs: NameCustoms) -> bool:
    """Say whether a lone family name may stand for the full name."""
    if name_suffixes_clash(lone, full):
        return False
    if full.family_first:
        # Of three words the last is the end of a given name (Han Duck Soo), of two the family name may stand last.
        words: Sequence[str] = full.words[:1] if len(full.words) > TWO_WORDS else full.words
    else:
        words = full.words[1:] if full.last_optional else full.words[-1:]
    return sure_key(lone.words[-1], customs) in {sure_key(word, customs) for word in words}


def name_suffixes_clash(left: PersonName, right: PersonName) -> bool:
    """Say whether suffixes tell father from son; a lone family name leaves it open."""
    return left.suffix != right.suffix and ((left.is_full and right.is_full) or None not in (left.suffix, right.suffix))


@lru_cache(maxsize=KEPT)
def agreement(left: PersonName, right: PersonName, customs: NameCustoms) -> float:
    """Return how well two full names agree, from IDENTICAL down to INITIAL, or 0 when they contradict each other."""
    if name_suffixes_clash(left, right):
        return 0.0
    if left.words == right.words or "".join(left.words) == "".join(right.words):
        return IDENTICAL
    if left.words == _rotated(right.words) or right.words == _rotated(left.words):
        return SPELLING if left.either_order or right.either_order else 0.0
    if left.family_first or right.family_first:
        return _family_first_agreement(left.words, right.words, customs)
    return _western_agreement(left, right, customs)


def _rotated(words: tuple[str, ...]) -> tuple[str, ...]:
    return (*words[1:], words[0])


def level_name(score: float) -> str:
    """Return the words for a score of `agreement`."""
    return _LEVEL_NAMES[score]


def _family_first_agreement(left: Sequence[str], right: Sequence[str], customs: NameCustoms) -> float:
    family = _word_agreement(left[0], right[0], customs, given=False)
    given = _word_agreement("".join(left[1:]), "".join(right[1:]), customs, given=False)
    return SPELLING if family and given else 0.0


def _western_agreement(left: PersonName, right: PersonName, customs: NameCustoms) -> float:
    given = _word_agreement(left.words[0], right.words[0], customs, given=True)
    if not given:
        return OMISSION if _are_family_names(left, right) or _are_family_names(right, left) else 0.0
    short, long = sorted((left.words[1:], right.words[1:]), key=lambda rest: (len(rest), rest))
    family = _word_agreement(short[-1], long[-1], customs, given=False)
    if family:
        middle = _middle_agreement(short[:-1], long[:-1], customs)
        # Beside a given name in full the initial of a middle name speaks for the two: Hugh R. and Hugh Reavis Nelson.
        middle = MIDDLE if middle == INITIAL and given > INITIAL else middle
        return min(given, family, middle)
    if (left.last_optional or right.last_optional) and given >= SPELLING:
        return min(OMISSION, _omitted_tail_agreement(short, long, customs))
    return 0.0


def _are_family_names(short: PersonName, long: PersonName) -> bool:
    """Say whether the one is the other without its given names: López Obrador."""
    missing = len(long.words) - len(short.words)
    return missing > 0 and (short.last_optional or long.last_optional) and long.words[missing:] == short.words


def _omitted_tail_agreement(short: Sequence[str], long: Sequence[str], customs: NameCustoms) -> float:
    scores = (
        min(
            _word_agreement(short[-1], long[end], customs, given=False),
            _middle_agreement(short[:-1], long[:end], customs),
        )
        for end in range(len(long) - 1)
    )
    return max(scores, default=0.0)


def _middle_agreement(short: Sequence[str], long: Sequence[str], customs: NameCustoms) -> float:
    """Compare what stands between given and family name: an omitted part agrees, a different one does not."""
    if len(short) > len(long):
        short, long = long, short
    if not short:
        return IDENTICAL if not long else OMISSION
    aligned = _worst(_word_agreement(a, b, customs, given=True) for a, b in zip(short, long, strict=False))
    if aligned:
        return aligned if len(short) == len(long) else min(aligned, OMISSION)
    # A full word further on still agrees (López in Manuel López); an initial does not, or W. would agree with H. W.
    rest = iter(long)
    found = all(
        len(word) > 1 and any(_word_agreement(word, other, customs, given=False) for other in rest) for word in short
    )
    return OMISSION if found and len(short) < len(long) else 0.0


def _worst(scores: Iterable[float]) -> float:
    return min(scores, default=0.0)


@lru_cache(maxsize=KEPT)
def _word_agreement(left: str, right: str, customs: NameCustoms, *, given: bool) -> float:
    if left == right:
        return IDENTICAL
    if not customs.numerals.isdisjoint((left, right)):
        return 0.0
    if len(left) == 1 or len(right) == 1:
        return INITIAL if given and left[0] == right[0] else 0.0
    if spelling_keys(left, customs) & spelling_keys(right, customs):
        return SPELLING
    forms = customs.given_names
    if given and forms.get(left, frozenset()) & forms.get(right, frozenset()):
        return NICKNAME
    return 0.0


WORKED_OUT: Final = (_split, sure_key, spelling_keys, agreement, _word_agreement)
"""What keeps what it worked out of names."""

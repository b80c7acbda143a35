"""Rules that map the sources' name labels to the project's: places, demonyms, titles, numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Lower-cased names by kind, and the titles that the project keeps outside personal names."""

    gpe: frozenset[str]
    loc: frozenset[str]
    norp: frozenset[str]
    titles: frozenset[str]


def words(name: str) -> list[str]:
    """Return the entries of a data file: one per line, `#` starts a comment."""
    lines = (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [entry for line in lines if (entry := line.split("#", 1)[0].strip())]


def _lower(*names: str) -> frozenset[str]:
    return frozenset(entry.lower() for name in names for entry in words(name))


@lru_cache(maxsize=4)
def _any_of(name: str, *, last: bool = False) -> re.Pattern[str]:
    """Return a pattern for the words of a data file, as whole words, anywhere or at the end."""
    choice = "|".join(map(re.escape, words(name)))
    return re.compile(rf"(?<!\w)({choice})" + ("$" if last else r"(?!\w)"))


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Return the lists in training/data."""
    return Gazetteer(
        gpe=_lower("countries", "cities"),
        loc=_lower("regions"),
        norp=_lower("demonyms", "groups"),
        titles=_lower("titles"),
    )


def place_types(text: str) -> frozenset[str]:
    """Return the types that a name annotated as a place may have: one where a rule decides, else GPE and LOC."""
    lists = gazetteer()
    name = re.sub(r"^(the|The) ", "", text).lower()
    if name in lists.norp:
        return frozenset({"NORP"})
    if name in lists.loc:
        return frozenset({"LOC"})
    if name in lists.gpe:
        return frozenset({"GPE"})
    if _any_of("settlement_words", last=True).search(text):
        return frozenset({"GPE"})
    if _any_of("facility_words", last=True).search(text):
        return frozenset({"FAC", "LOC"})
    if _any_of("landscape_words").search(text):
        return frozenset({"LOC"})
    return frozenset({"GPE", "LOC"})


def is_country(text: str) -> bool:
    """Return whether the text names a state, a city or a province that the lists know."""
    return text.lower() in gazetteer().gpe


def is_title(text: str) -> bool:
    """Return whether the text is a title and nothing else."""
    return text.lower() in gazetteer().titles


def is_demonym(text: str) -> bool:
    """Return whether the text names a nationality, a people, a religion or a political group."""
    return text.lower() in gazetteer().norp


def time_types(text: str) -> frozenset[str]:
    """Return {TIME} for parts of a day and clock times, else {DATE}."""
    clock = re.search(r"\d:\d\d", text) or _any_of("time_words").search(text)
    return frozenset({"TIME"}) if clock else frozenset({"DATE"})


def without_title(text: str) -> int:
    """Return how many leading characters of a person's span are titles and spaces ("Iraqi President ", "Mr. ")."""
    titles = gazetteer().titles
    pieces = list(re.finditer(r"\S+\s*", text))
    if len(pieces) > 2 and is_demonym(pieces[0].group().strip()) and without_title(text[pieces[1].start() :]):
        return pieces[1].start() + without_title(text[pieces[1].start() :])
    for count in range(len(pieces) - 1, 0, -1):
        if text[: pieces[count].start()].strip().lower() in titles:
            cut = pieces[count].start()
            return cut + without_title(text[cut:])
    return 0

"""Rules that map the sources' name labels to the project's: places, demonyms, titles, numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data"

_FACILITY = re.compile(
    r"\b(Airport|Air Base|Airbase|Bridge|Stadium|Street|Avenue|Square|Palace|Building|Hospital|Prison|Station|Port|"
    r"Tower|Hotel|Dam|Highway|Road|Boulevard|Arena|Museum|Cathedral|Church|Mosque|Embassy|Capitol Hill|White House|"
    r"Airfield|Power Plant|Refinery|Hall|Theatre|Theater|Canal|Tunnel|Barracks|Base)$"
)
_LANDSCAPE = re.compile(
    r"\b(River|Rivers|Sea|Ocean|Lake|Gulf|Bay|Mountains?|Mount|Mt\.|Islands?|Isle|Desert|Strait|Peninsula|Valley|Coast|"
    r"Region|Cape|Heights|Basin|Forest|Plateau|Strip|Channel|Canyon|Creek|Park|Beach|Delta|Hills?)\b"
)
_TIME = re.compile(
    r"o'clock|\b[ap]\.?m\b|\bhours?\b|\bminutes?\b|\bseconds?\b|\bmorning\b|\bafternoon\b|\bevening\b|\bnight\b|\bnoon\b|"
    r"\bmidnight\b|\bGMT\b|\bUTC\b|\d:\d\d",
    re.IGNORECASE,
)


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
    if _FACILITY.search(text):
        return frozenset({"FAC", "LOC"})
    if _LANDSCAPE.search(text):
        return frozenset({"LOC"})
    return frozenset({"GPE", "LOC"})


def is_demonym(text: str) -> bool:
    """Return whether the text names a nationality, a people, a religion or a political group."""
    return text.lower() in gazetteer().norp


def time_types(text: str) -> frozenset[str]:
    """Return {TIME} for parts of a day and clock times, else {DATE}."""
    return frozenset({"TIME"}) if _TIME.search(text) else frozenset({"DATE"})


def without_title(text: str) -> int:
    """Return how many leading characters of a person's span are titles ("President ", "Mr. ") and their spaces."""
    titles = gazetteer().titles
    pieces = list(re.finditer(r"\S+\s*", text))
    cut = 0
    for count in range(len(pieces) - 1, 0, -1):
        if text[: pieces[count].start()].strip().lower() in titles:
            cut = pieces[count].start()
            return cut + without_title(text[cut:])
    return cut

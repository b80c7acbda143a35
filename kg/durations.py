"""Lengths of time as xsd:duration writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

MINUTE, HOUR, DAY, YEAR = 60, 3600, 86400, 12
_FORM: Final = re.compile(
    r"P(?=\d|T\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?"
)


@dataclass(frozen=True, slots=True, order=True)
class Duration:
    """So many months, whose length varies, and so many seconds, as of days, hours and minutes."""

    months: int = 0
    seconds: int = 0

    @property
    def minutes(self) -> int | None:
        """The whole minutes, rounded down; None where there are months."""
        return None if self.months else self.seconds // MINUTE

    def __str__(self) -> str:
        """Return the canonical form, all carried over as stores do: 90 minutes are PT1H30M."""
        (years, months), (days, rest) = divmod(self.months, YEAR), divmod(self.seconds, DAY)
        (hours, rest), parts = divmod(rest, HOUR), (("Y", years), ("M", months), ("D", days))
        minutes, seconds = divmod(rest, MINUTE)
        date = "".join(f"{count}{unit}" for unit, count in parts if count)
        time = "".join(f"{count}{unit}" for unit, count in (("H", hours), ("M", minutes), ("S", seconds)) if count)
        return f"P{date}{'T' if time or not date else ''}{time or ('' if date else '0S')}"


def read_duration(text: str) -> Duration | None:
    """Return the xsd:duration that a text is, without fractions of a second; None if it is none."""
    found = _FORM.fullmatch(text)
    if found is None:
        return None
    years, months, days, hours, minutes, seconds = (int(number or 0) for number in found.groups())
    return Duration(YEAR * years + months, DAY * days + HOUR * hours + MINUTE * minutes + seconds)

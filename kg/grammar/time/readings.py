"""What one written form of a date says, before it is known on which day it was written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """What one written form says, characters start..end; what it does not name is None.

    `nth` is a weekday's place in its month (-1 the last), or a quarter's or half's in its year. `shift` counts units
    ("last month"), days ("yesterday"), months by name ("last May") or weekdays ("next Friday") from publication;
    `years`, `months` and `weeks` tell so the year, month or week that the rest lies in. `steps` are xsd:durations and
    how many of each lie between publication and the day ("two weeks and three days ago"), counted from the day `shift`.
    `until` is the end of the stretch that this is the beginning of, `is_next` the nearest to come ("this coming
    Friday"), `is_week` the week around a day. A `sure` reading is a date whatever stands around it.
    """

    form: str
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    shift: int | None = None
    unit: str | None = None
    years: int | None = None
    months: int | None = None
    weeks: int | None = None
    steps: tuple[tuple[str, int], ...] = ()
    until: Reading | None = None
    is_week: bool = False
    is_next: bool = False
    sure: bool = False

    @property
    def names_year(self) -> bool:
        """Say whether the form tells the year, be it by its distance."""
        return self.year is not None or self.years is not None

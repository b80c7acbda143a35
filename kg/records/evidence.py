"""The words behind a fact and what they claim: factuality, date, source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.periods import is_day
from kg.records.documents import Span


class Factuality(StrEnum):
    """How an article presents an event (after FactBank, Saurí and Pustejovsky 2009, cut down to what news needs)."""

    ASSERTED = "Asserted"
    PLANNED = "Planned"
    POSSIBLE = "Possible"
    NEGATED = "Negated"
    DENIED = "Denied"


STRENGTH = (Factuality.ASSERTED, Factuality.PLANNED, Factuality.POSSIBLE, Factuality.DENIED, Factuality.NEGATED)
"""What an event is when its reports differ: the first of these that any of them says."""


class DateBasis(StrEnum):
    """Whether the text names the date itself or counts from the day of publication."""

    EXPLICIT = "Explicit"
    RELATIVE = "RelativeToPublication"


@dataclass(frozen=True, slots=True)
class EventDate:
    """When something happened, only as precise as the text: a day, month, year, week or stretch of `kg.periods`."""

    value: str
    basis: DateBasis

    @property
    def is_day(self) -> bool:
        """Say whether it is a day, not a whole week, month or year."""
        return is_day(self.value)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words behind a fact and the rule that read them.

    Of an event also what this one mention of it tells: the `trigger`, its factuality and date, and `according_to`, the
    entity indices of those who vouch for it in place of the writer. None and () where nothing is told.
    """

    span: Span
    rule: str
    trigger: Span | None = None
    factuality: Factuality | None = None
    date: EventDate | None = None
    according_to: tuple[int, ...] = ()

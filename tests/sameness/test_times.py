"""When mentions happen, and whether that lets them be of one event."""

from __future__ import annotations

from datetime import date

import pytest

from kg.records import DateBasis, EventDate
from kg.sameness.times import is_history
from tests.extract.mentions import mention

TODAY = date(2025, 7, 5)


@pytest.mark.parametrize(("day", "old"), [("2006", True), ("2025-05-01", True), ("2025-07-01", False)])
def test_what_happened_long_ago_is_none_of_the_news(day: str, *, old: bool) -> None:
    dated = mention("Attack", date=EventDate(day, DateBasis.EXPLICIT))
    for new in (mention("Attack"), mention("Attack", is_noun=True, indefinite=True)):
        assert is_history([dated], [new], TODAY) is old
        assert is_history([new], [dated], TODAY) is old
    assert not is_history([dated], [mention("Attack", is_noun=True, definite=True)], TODAY)
    assert not is_history([dated], [dated], TODAY)


def test_what_is_told_without_any_day_is_no_history() -> None:
    assert not is_history([mention("Attack")], [mention("Attack")], TODAY)

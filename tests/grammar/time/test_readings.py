"""What a written form says of the year."""

from kg.grammar.time.readings import Reading


def test_a_year_is_named_by_its_number_or_by_its_distance() -> None:
    assert Reading("month year", 0, 8, year=2024, month=5).names_year
    assert Reading("month year", 0, 8, years=0, month=5).names_year
    assert not Reading("month", 0, 3, month=5, shift=-1, months=-1).names_year

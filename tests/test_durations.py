import pytest

from kg.durations import Duration, read_duration


@pytest.mark.parametrize(
    ("written", "canonical", "minutes"),
    [
        ("PT90M", "PT1H30M", 90),
        ("P1DT1H", "P1DT1H", 1500),
        ("PT59S", "PT59S", 0),
        ("PT0S", "PT0S", 0),
        ("P14M", "P1Y2M", None),
        ("P1MT1H", "P1MT1H", None),
        ("PT30M7.5S", "PT30M7S", 30),
    ],
)
def test_a_duration_has_one_form_and_its_minutes(written: str, canonical: str, minutes: int | None) -> None:
    length = read_duration(written)
    assert length is not None
    assert (str(length), length.minutes) == (canonical, minutes)
    assert read_duration(canonical) == length


@pytest.mark.parametrize("written", ["", "P", "PT", "P1DT", "1H", "PT1.5H", "P1W", "-PT1H"])
def test_what_is_no_duration_is_none(written: str) -> None:
    assert read_duration(written) is None


def test_years_are_months_and_days_are_seconds() -> None:
    assert read_duration("P1Y2DT3S") == Duration(12, 2 * 86400 + 3)

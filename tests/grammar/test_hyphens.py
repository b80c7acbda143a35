import pytest

from kg.grammar.hyphens import is_only_stood_by
from tests.known import KNOWLEDGE


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pro-Syrian marchers met in Tyre.", "Syrian"),
        ("A crowd of anti-Kremlin marchers.", "Kremlin"),
        ("The UN-brokered truce held.", "UN"),
        ("A U.S.-backed advance began.", "U.S."),
    ],
)
def test_who_has_others_for_or_against_him_or_backs_them_is_not_meant(text: str, name: str) -> None:
    start = text.index(name)
    assert is_only_stood_by(text, start, start + len(name), KNOWLEDGE.words)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Saudi-led coalition bombed Sanaa.", "Saudi"),
        ("Iran-Iraq talks began.", "Iran"),
        ("Iran-Iraq talks began.", "Iraq"),
        ("The pro Syrian marchers.", "Syrian"),
        ("U.S. troops", "U.S."),
    ],
)
def test_who_leads_or_talks_is(text: str, name: str) -> None:
    start = text.index(name)
    assert not is_only_stood_by(text, start, start + len(name), KNOWLEDGE.words)

"""When an event happened, as triples."""

from __future__ import annotations

import pytest

from kg.assemble.triples import dated
from kg.knowledge.namespaces import KG, XSD
from kg.store.lines import parsed

EVENT = "https://example.org/id/attack/a"


@pytest.mark.parametrize(
    ("period", "told"),
    [
        ("2025-07-04", {"date": "2025-07-04", "week": "2025-W27"}),
        ("2025-06", {"date": "2025-06"}),
        ("2025-W26", {"dateFrom": "2025-06-23", "dateTo": "2025-06-29", "week": "2025-W26"}),
        ("2023-01/2023-03", {"date": "2023-01", "dateFrom": "2023-01-01", "dateTo": "2023-03-31"}),
        ("[2025-07-05..2025-07-06]", {"dateFrom": "2025-07-05", "dateTo": "2025-07-06"}),
    ],
)
def test_a_stretch_has_two_ends_and_only_what_began_on_a_known_day_has_a_date(
    period: str, told: dict[str, str]
) -> None:
    triples = list(parsed(dated(EVENT, period, weeks=True)))
    assert {t.predicate.value.removeprefix(KG): t.object.value for t in triples} == told  # type: ignore[union-attr]
    ends = [t.object for t in triples if t.predicate.value in {f"{KG}dateFrom", f"{KG}dateTo"}]
    assert all(end.datatype.value == f"{XSD}date" for end in ends)  # type: ignore[union-attr]


def test_a_mention_has_no_week() -> None:
    assert [t.predicate.value for t in parsed(dated(EVENT, "2025-07-04", weeks=False))] == [f"{KG}date"]

"""Which events are one: every case that must merge has one that must not."""

import random

import pytest

from kg.consolidate import consolidate
from kg.records import Collection, Factuality
from tests.consolidate.articles import (
    GERMANY,
    PATRIOT,
    PUTIN,
    RUSSIA,
    TRUMP,
    UKRAINE,
    US,
    WORLD,
    ZELENSKYY,
    article,
    call,
    known,
    thing,
    together,
    told,
)

trump, zelenskyy, putin = known(TRUMP), known(ZELENSKYY), known(PUTIN)
us, ukraine, russia, germany, patriot = (known(name) for name in (US, UKRAINE, RUSSIA, GERMANY, PATRIOT))
kyiv, kharkiv = thing("Place", "Kyiv", of=UKRAINE), thing("Place", "Kharkiv", of=UKRAINE)
istanbul, hague = (thing("Place", name, of=name) for name in ("Istanbul", "The Hague"))
LONG = "We are ready for direct projects with America and we believe this is needed"
DAY = "2025-07-04"
PLANNED, NEGATED, DENIED, POSSIBLE = Factuality.PLANNED, Factuality.NEGATED, Factuality.DENIED, Factuality.POSSIBLE

SAME = [
    (call(trump, zelenskyy, on=DAY), call(zelenskyy, trump, on=DAY)),
    (call(trump, zelenskyy, on=DAY), call(trump, zelenskyy, on="2025-07")),
    (call(trump, zelenskyy, on=DAY), call(trump, zelenskyy)),
    (call(trump, zelenskyy), call(trump, zelenskyy)),
    (call(trump, zelenskyy, on=DAY), call(trump, zelenskyy, on=DAY, kind="Conversation")),
    (call(trump, zelenskyy, on=DAY, factuality=PLANNED), call(trump, zelenskyy, on=DAY)),
    (call(russia, ukraine, on=DAY, kind="Meeting"), call(putin, zelenskyy, on=DAY, kind="Meeting")),
    (told("Attack", DAY, attacker=russia, target=kyiv), told("Attack", DAY, target=kyiv)),
    (told("Attack", DAY, attacker=russia, target=kyiv), told("Attack", DAY, attacker=russia, target=ukraine)),
    (told("Attack", DAY, attacker=russia, target=kyiv), told("Attack", DAY, attacker=russia, place=kyiv)),
    (
        told("Attack", DAY, attacker=russia, target=kyiv),
        told("Attack", DAY, attacker=thing("Organization", "Russian army", of=RUSSIA), target=kyiv),
    ),
    (
        told("Transfer", supplier=us, recipient=ukraine, weapon=patriot, status="Paused"),
        told("Transfer", "2025-07-02", supplier=us, recipient=ukraine, weapon=patriot, status="Paused"),
    ),
    (
        told("Transfer", supplier=us, recipient=ukraine, weapon=patriot, status="Paused"),
        told("Transfer", recipient=ukraine, weapon=patriot, status="Paused"),
    ),
    (
        told("Statement", speaker=trump, quote="very disappointed"),
        told("Statement", speaker=trump, quote="“Very disappointed,”"),
    ),
    (told("Statement", speaker=trump, quote=LONG), told("Statement", speaker=trump, quote=f"I said it: {LONG}.")),
    (
        told("Statement", speaker=trump, quote=LONG),
        told("Statement", speaker=trump, quote="We are ready for direct projects … we believe this"),
    ),
    (told("Sanction", DAY, actor=us, target=russia), told("Sanction", DAY, actor=us, target=russia)),
    (told("Sanction", DAY, actor=us, target=russia), told("Sanction", DAY, actor=trump, target=russia)),
    (told("Accusation", DAY, actor=us, target=russia), told("Accusation", actor=us, target=russia)),
    (told("Threat", actor=us, target=russia), told("Threat", actor=us, target=russia)),
    (
        told("Agreement", DAY, participant=(trump, putin), place=istanbul),
        told("Agreement", DAY, participant=(us, russia)),
    ),
    (
        told("Agreement", DAY, participant=(russia, ukraine)),
        told("Ceasefire", DAY, participant=(ukraine, russia)),
    ),
    (told("Protest", DAY, place=kyiv), told("Protest", DAY, place=kyiv, target=russia)),
    (
        told("PrisonerExchange", DAY, participant=(russia, ukraine)),
        told("PrisonerRelease", DAY, participant=(russia, ukraine)),
    ),
]
DIFFERENT = [
    (call(trump, zelenskyy, on=DAY), call(trump, putin, on=DAY)),
    (call(trump, zelenskyy, on=DAY), call(trump, zelenskyy, on="2025-07-03")),
    (call(trump, zelenskyy, on=DAY), call(trump, zelenskyy, on="2025-06")),
    (call(trump, zelenskyy, on="2025-06-24"), call(trump, zelenskyy)),
    (call(trump, zelenskyy, on=DAY), call(trump, zelenskyy, on=DAY, kind="Meeting")),
    (call(trump, zelenskyy, on="2025-07-10", factuality=PLANNED), call(trump, zelenskyy, on=DAY)),
    (call(trump, zelenskyy, on=DAY, factuality=NEGATED), call(trump, zelenskyy, on=DAY)),
    (call(trump, zelenskyy, on=DAY, factuality=DENIED), call(trump, zelenskyy, on=DAY)),
    (call(trump, zelenskyy, on=DAY, factuality=POSSIBLE), call(trump, zelenskyy, on=DAY)),
    (call(trump, putin, on=DAY, ordinal=5), call(trump, putin, on=DAY, ordinal=6)),
    (call(russia, ukraine, on=DAY), call(putin, zelenskyy, on=DAY)),
    (
        told("Meeting", DAY, participant=(trump, zelenskyy), place=istanbul),
        told("Meeting", DAY, participant=(trump, zelenskyy), place=hague),
    ),
    (told("Attack", DAY, attacker=russia, target=kyiv), told("Attack", DAY, attacker=russia, target=kharkiv)),
    (told("Attack", DAY, attacker=russia, target=kyiv), told("Attack", DAY, attacker=us, target=kyiv)),
    (told("Attack", "2025-06-01", attacker=russia, target=kyiv), told("Attack", attacker=russia, target=kyiv)),
    (
        told("Transfer", supplier=us, recipient=ukraine, weapon=patriot, status="Paused"),
        told("Transfer", supplier=us, recipient=ukraine, weapon=patriot, status="Delivered"),
    ),
    (
        told("Transfer", supplier=us, recipient=ukraine, weapon=patriot, status="Pledged"),
        told("Transfer", supplier=germany, recipient=ukraine, weapon=patriot, status="Pledged"),
    ),
    (told("Statement", speaker=trump, quote=LONG), told("Statement", speaker=putin, quote=LONG)),
    (told("Statement", speaker=trump, quote="direct projects"), told("Statement", speaker=trump, quote=LONG)),
    (told("Statement", speaker=trump), told("Statement", speaker=trump)),
    (
        told("Statement", speaker=trump, quote=LONG),
        told("Statement", speaker=trump, quote="we believe this is needed … We are ready for direct projects"),
    ),
    (told("Sanction", DAY, actor=us, target=russia), told("Sanction", DAY, actor=us, target=putin)),
    (told("Sanction", DAY, actor=us, target=russia), told("Sanction", DAY, actor=russia, target=us)),
    (told("Sanction", DAY, actor=us, target=russia), told("SanctionsRelief", DAY, actor=us, target=russia)),
    (told("Sanction", DAY, actor=us, target=russia), told("Sanction", DAY, actor=us, target=ukraine)),
    (told("Threat", "2025-06-01", actor=us, target=russia), told("Threat", actor=us, target=russia)),
    (
        told("Demand", DAY, actor=us, target=russia),
        told("Demand", DAY, actor=us, target=russia, factuality=POSSIBLE),
    ),
    (
        told("Agreement", DAY, participant=(russia, ukraine)),
        told("Agreement", DAY, participant=(russia, us)),
    ),
    (
        told("Agreement", DAY, participant=(russia, ukraine), place=istanbul),
        told("Agreement", DAY, participant=(russia, ukraine), place=hague),
    ),
    (told("Protest", DAY, place=kyiv), told("Protest", DAY, place=istanbul)),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_two_reports_of_one_event(left: object, right: object) -> None:
    assert together(article("a", events=(left,)), article("b", events=(right,)), events=True)


@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_two_events_stay_apart(left: object, right: object) -> None:
    assert not together(article("a", events=(left,)), article("b", events=(right,)), events=True)


def clusters(collection: Collection) -> list[list[str]]:
    return [[member.document for member in cluster.members] for cluster in collection.events]


def test_undated_call_between_two_dated_ones_goes_to_neither() -> None:
    calls = [call(trump, putin, on=on) for on in ("2025-07-03", None, "2025-07-02")]
    articles = [article(name, events=(one,)) for name, one in zip("abc", calls, strict=True)]
    assert clusters(consolidate(articles, WORLD)) == [["a"], ["b"], ["c"]]


def test_attack_on_a_country_between_two_of_its_cities_goes_to_neither() -> None:
    attacks = [told("Attack", DAY, attacker=russia, target=target) for target in (kyiv, kharkiv, ukraine)]
    articles = [article(name, events=(one,)) for name, one in zip("abc", attacks, strict=True)]
    assert clusters(consolidate(articles, WORLD)) == [["a"], ["b"], ["c"]]


def test_many_undated_reports_go_to_the_one_dated_call() -> None:
    articles = [article(f"doc{n}", on=f"2025-07-{3 + n % 4:02}", events=(call(trump, putin),)) for n in range(9)]
    dated = article("first", events=(call(trump, putin, on="2025-07-03"),))
    assert len(consolidate([*articles, dated], WORLD).events) == 1


def test_an_attack_without_any_day_is_not_the_only_one_that_has_a_day() -> None:
    dated = article("a", events=(told("Attack", DAY, attacker=russia, target=kyiv),))
    undated = article("b", on=None, events=(told("Attack", attacker=russia, target=kyiv),))
    reported = article("c", on=DAY, events=(told("Attack", attacker=russia, target=kyiv),))
    assert not together(dated, undated, events=True)
    assert together(dated, reported, events=True)


def test_undated_reports_weeks_apart_are_not_chained_together() -> None:
    articles = [article(f"doc{n}", on=f"2025-07-{1 + n:02}", events=(call(trump, putin),)) for n in range(9)]
    sizes = [len(cluster.members) for cluster in consolidate(articles, WORLD).events]
    assert max(sizes) == 2


@pytest.mark.parametrize(
    ("period", "day", "same"),
    [
        ("2025-W27", "2025-07-02", True),
        ("2025-W26", "2025-07-02", False),
        ("2025-06-30/2025-07-02", "2025-07-01", True),
        ("2025-06-28/2025-06-30", "2025-07-01", False),
        ("[2025-07-05..2025-07-06]", "2025-07-06", True),
    ],
)
def test_a_call_of_a_week_or_a_stretch_is_one_of_its_days(period: str, day: str, *, same: bool) -> None:
    rough, exact = (
        article("a", events=(call(trump, putin, on=period),)),
        article("b", events=(call(trump, putin, on=day),)),
    )
    assert together(rough, exact, events=True) is same


def test_two_calls_that_one_article_keeps_apart_stay_apart() -> None:
    both = article("a", events=(call(trump, putin, on="2025-07-03"), call(trump, putin)))
    other = article("b", events=(call(trump, putin, on="2025-07-03"),))
    assert clusters(consolidate([both, other], WORLD)) == [["a", "b"], ["a"]]


def test_exact_duplicates_in_one_article_are_one_event() -> None:
    twice = article("a", events=(call(trump, putin, on="2025-07-03"), call(putin, trump, on="2025-07-03")))
    assert clusters(consolidate([twice], WORLD)) == [["a", "a"]]


def test_two_deeds_of_which_one_article_tells_the_same_stay_two() -> None:
    deeds = told("Attack", DAY, attacker=russia, target=kyiv), told("Attack", DAY, attacker=russia, target=kyiv)
    both, other = article("a", events=deeds), article("b", events=deeds[:1])
    assert clusters(consolidate([both, other], WORLD)) == [["a", "b"], ["a"]]


def test_plan_that_came_true_says_so() -> None:
    plan = article("a", on="2025-07-03", events=(call(trump, putin, on=DAY, factuality=PLANNED),))
    (cluster,) = consolidate([plan, article("b", events=(call(trump, putin, on=DAY),))], WORLD).events
    assert [merge.reason for merge in cluster.merges] == ["same kind, same participants, planned and then told as done"]


def test_order_of_input_changes_nothing() -> None:
    articles = [
        article(f"{side}{n}", events=(pair[side],), on=f"2025-07-{4 + n % 9:02}")
        for n, pair in enumerate([*SAME, *DIFFERENT])
        for side in (0, 1)
    ]
    shuffled = random.Random(7).sample(articles, len(articles))  # noqa: S311 (an order, not a secret)
    assert consolidate(shuffled, WORLD) == consolidate(articles, WORLD)


def test_every_entity_and_event_is_in_exactly_one_cluster() -> None:
    articles = [article(f"{n}", events=pair) for n, pair in enumerate([*SAME, *DIFFERENT])]
    collection = consolidate(articles, WORLD)
    for found, clusters_ in (("entities", collection.entities), ("events", collection.events)):
        members = [(member.document, member.index) for cluster in clusters_ for member in cluster.members]
        assert sorted(members) == [
            (r, i) for r, record in collection.records.items() for i in range(len(getattr(record, found)))
        ]

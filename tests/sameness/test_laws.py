"""The laws of agreement in a role, each on two tellings made by hand and on the identity that asks for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

import pytest

from kg.knowledge.identity import NOTHING, PROPERTIES, Identity
from kg.records import Factuality, Member, Term
from kg.sameness.facts import EventFacts, Party
from kg.sameness.laws import (
    LAWS,
    area,
    company,
    each,
    force,
    is_stood_for,
    opposite,
    reached,
    same_sides,
    site,
    thing,
    things_clash,
    value,
)
from kg.sameness.support import Clash, Support

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.sameness.laws import Finding

    Law: TypeAlias = Callable[..., Iterator[Finding]]

MALI_IRI, TOGO_IRI = "country/mali", "country/togo"
NUMBERS = iter(range(100))


def party(nation: str | None, what: str = "") -> Party:
    return Party(Member("", next(NUMBERS)), nation, what == "country", what == "person")


MALI, TOGO = party(MALI_IRI, "country"), party(TOGO_IRI, "country")
ANN, BEN, TOM = party(MALI_IRI, "person"), party(MALI_IRI, "person"), party(TOGO_IRI, "person")
ARMY, GAO, LOME = party(MALI_IRI), party(MALI_IRI), party(TOGO_IRI)
STRANGER, NOWHERE, ATLANTIS = party(None, "person"), party(None), party(None, "country")


def terms(*names: str) -> frozenset[Term]:
    return frozenset(map(Term, names))


def facts(kind: str = "Event", **roles: tuple[Party, ...]) -> EventFacts:
    """A telling in which those take the roles, the place apart as parties to it."""
    taken = tuple((Term(role), frozenset(who)) for role, who in sorted(roles.items()))
    acting = frozenset(role for role, _ in taken) - terms("place")
    return EventFacts(
        kind=Term(kind),
        identity=NOTHING,
        above=terms(kind),
        family=Term(kind),
        days_reported=0,
        days_between_reports=0,
        factuality=Factuality.ASSERTED,
        date=None,
        published=None,
        sides=acting,
        acting=acting,
        roles=taken,
    )


def found(law: Law, left: EventFacts, right: EventFacts, identity: Identity, *, partial: bool = False) -> list[Finding]:
    return list(law(left, right, identity, partial=partial))


def said(law: Law, left: EventFacts, right: EventFacts, identity: Identity, *, partial: bool = False) -> str:
    """What the law finds, in words: "no: " before a clash, and the tier before support."""
    return "; ".join(
        f"no: {one.reason}" if isinstance(one, Clash) else f"{one.tier}: {one.reason}"
        for one in found(law, left, right, identity, partial=partial)
    )


def test_what_no_class_asks_for_is_not_compared() -> None:
    for law in LAWS:
        assert found(law, facts(agent=(MALI,)), facts(agent=(TOGO,)), NOTHING) == []


def test_a_law_has_the_name_of_the_property_that_asks_for_it() -> None:
    of_roles = {"may_lack", "place_stands_for", "person_or_country"}
    assert sorted(law.__name__ for law in LAWS) == sorted({*PROPERTIES, "opposite"} - of_roles)


TALKS = Identity(company=terms("host", "guest"), person_or_country=terms("guest"), parties=2)


@pytest.mark.parametrize(
    ("left", "right", "finding"),
    [
        (facts(host=(MALI,), guest=(TOGO,)), facts(host=(TOGO,), guest=(MALI,)), "0: same kind, same participants"),
        (facts(host=(MALI,), guest=(TOGO,)), facts("Call", guest=(MALI, TOGO)), "1: same participants"),
        (facts(guest=(MALI, TOGO)), facts(guest=(MALI, TOM)), "2: same sides"),
        (facts(guest=(MALI, TOGO)), facts(guest=(MALI, TOGO, ANN)), "2: same sides"),
        (facts(guest=(ANN, TOGO)), facts(guest=(BEN, TOGO)), "no: other participants"),
        (facts(guest=(MALI, TOGO)), facts(guest=(MALI, STRANGER)), "no: other participants"),
        (facts(guest=(MALI,)), facts(guest=(MALI,)), "no: nobody tells who else took part"),
        (
            facts(guest=(MALI,), place=(LOME,)),
            facts(guest=(MALI,), place=(LOME, GAO)),
            "1: same guest, same place",
        ),
        (
            facts(guest=(MALI,), place=(LOME,)),
            facts(guest=(MALI,), place=(GAO,)),
            "no: nobody tells who else took part",
        ),
        (facts(place=(LOME,)), facts(place=(LOME,)), "no: nobody tells who else took part"),
    ],
)
def test_those_who_take_part_are_the_same_in_whichever_role(left: EventFacts, right: EventFacts, finding: str) -> None:
    assert said(company, left, right, TALKS) == finding


def test_a_person_stands_for_no_country_unless_the_class_says_so() -> None:
    strict = replace(TALKS, person_or_country=frozenset())
    assert said(company, facts(guest=(MALI, TOGO)), facts(guest=(MALI, TOM)), strict) == "no: other participants"


def test_of_those_who_may_be_left_open_the_rest_is_the_company() -> None:
    lax = replace(TALKS, may_lack=terms("host"))
    left, right = facts(guest=(MALI, TOGO), host=(ANN,)), facts(guest=(MALI, TOGO))
    assert said(company, left, right, lax) == "0: same kind, same participants"
    assert said(company, left, facts(guest=(MALI, TOGO, ANN)), lax) == "0: same kind, same participants"
    opened = facts(guest=(MALI,), host=(STRANGER,))
    assert said(company, facts(guest=(STRANGER,)), opened, lax, partial=True) == "0: same participants"


def test_nobody_at_all_is_no_company() -> None:
    asks_for_none = replace(TALKS, parties=0)
    assert said(company, facts(), facts(), asks_for_none) == "no: nobody tells who else took part"


@pytest.mark.parametrize(
    ("left", "right", "finding"),
    [
        (facts(guest=(MALI,)), facts(guest=(MALI, TOGO)), "0: same participants"),
        (facts(), facts(guest=(MALI, TOGO)), "0: same participants"),
        (facts(guest=(ANN,)), facts(guest=(MALI, TOGO)), "0: same participants"),
        (facts(guest=(ANN,)), facts(guest=(BEN, TOGO)), "no: other participants"),
        (facts(guest=(MALI, TOGO)), facts(guest=(MALI,)), "no: other participants"),
    ],
)
def test_a_mention_may_name_some_of_those_who_take_part(left: EventFacts, right: EventFacts, finding: str) -> None:
    assert said(company, left, right, TALKS, partial=True) == finding


@pytest.mark.parametrize(
    ("one", "others", "stands"),
    [
        (ANN, {MALI}, True),
        (MALI, {ANN}, True),
        (ARMY, {ANN}, True),
        (ANN, {BEN}, False),
        (ANN, {TOGO}, False),
        (MALI, {ARMY}, False),
        (STRANGER, {NOWHERE}, False),
        (ANN, set(), False),
    ],
)
def test_a_country_or_a_body_stands_for_who_serves_it(one: Party, others: set[Party], *, stands: bool) -> None:
    assert is_stood_for(one, frozenset(others)) is stands


DEED = Identity(each=terms("agent", "patient"), person_or_country=terms("agent"))


@pytest.mark.parametrize(
    ("left", "right", "finding"),
    [
        (facts(agent=(MALI,), patient=(TOM,)), facts(agent=(MALI,), patient=(TOM,)), "0: same kind, same parties"),
        (facts(agent=(MALI,), patient=(TOM,)), facts(agent=(ANN,), patient=(TOM,)), "2: same kind, same sides"),
        (facts(agent=(MALI,), patient=(TOM,)), facts(agent=(MALI,), patient=(TOGO,)), "no: another patient"),
        (facts(agent=(MALI,), patient=(TOM,)), facts(agent=(TOGO,), patient=(ANN,)), "no: another agent"),
        (facts(agent=(MALI,), patient=(TOM,)), facts(agent=(MALI,)), "no: another patient"),
        (facts(agent=(MALI,)), facts(agent=(MALI,), patient=(TOM,)), "no: another patient"),
        (facts(), facts(agent=(MALI,)), "no: nobody takes part who has a name"),
        (facts(agent=(MALI,)), facts(), "no: nobody takes part who has a name"),
        (facts(agent=(MALI,), other=(ANN,)), facts(agent=(MALI,), other=(TOM,)), "0: same kind, same parties"),
    ],
)
def test_each_part_is_taken_by_the_same(left: EventFacts, right: EventFacts, finding: str) -> None:
    assert said(each, left, right, DEED) == finding


def test_somebody_without_a_name_may_be_another() -> None:
    told = facts(agent=(MALI,))
    hidden = replace(told, hidden=terms("patient"))
    for left, right in ((told, hidden), (hidden, told)):
        assert said(each, left, right, DEED) == "no: somebody without a name, who may be another"
        assert said(each, left, right, DEED, partial=True) == "0: same parties"


@pytest.mark.parametrize(
    ("left", "right", "finding"),
    [
        (facts(agent=(MALI,)), facts(agent=(MALI,), patient=(TOM,)), "0: same parties"),
        (facts(), facts(agent=(MALI, TOGO)), "0: same parties"),
        (facts(agent=(MALI,), patient=(TOM,)), facts(agent=(MALI,)), "no: another patient"),
        (facts(agent=(ANN,)), facts(agent=(MALI,)), "no: another agent"),
    ],
)
def test_a_mention_may_leave_parts_open(left: EventFacts, right: EventFacts, finding: str) -> None:
    assert said(each, left, right, DEED, partial=True) == finding


RAID = Identity(force=terms("agent"))
LAX_RAID = replace(RAID, may_lack=terms("agent"))


@pytest.mark.parametrize(
    ("ours", "theirs", "finding"),
    [
        ((MALI,), (MALI,), "0: same agent"),
        ((MALI, TOGO), (MALI,), "1: shared agent"),
        ((MALI,), (ARMY,), "1: agent of one country"),
        ((ARMY,), (MALI,), "1: agent of one country"),
        ((ANN,), (ARMY,), "no: another agent"),
        ((MALI,), (TOGO,), "no: another agent"),
        ((STRANGER,), (NOWHERE,), "no: another agent"),
        ((STRANGER,), (ATLANTIS,), "no: another agent"),
        ((), (MALI,), "no: one does not tell the agent"),
        ((MALI,), (), "no: one does not tell the agent"),
        ((), (), "no: one does not tell the agent"),
    ],
)
def test_one_agent_acts_or_a_country_and_a_force_of_it(
    ours: tuple[Party, ...], theirs: tuple[Party, ...], finding: str
) -> None:
    assert said(force, facts(agent=ours), facts(agent=theirs), RAID) == finding


def test_who_acts_may_be_left_open_where_the_class_says_so_and_in_a_mention() -> None:
    for identity, partial in ((LAX_RAID, False), (RAID, True)):
        assert said(force, facts(), facts(), identity, partial=partial) == "1: agent unknown"
        assert said(force, facts(), facts(agent=(MALI,)), identity, partial=partial) == "1: agent told by one"


def test_gunmen_whom_nobody_names_are_no_country() -> None:
    gunmen = replace(facts(), hidden=terms("agent"))
    for acts, finding in ((MALI, "no: agent without a name"), (ARMY, "1: agent told by one")):
        assert said(force, gunmen, facts(agent=(acts,)), LAX_RAID) == finding
        assert said(force, facts(agent=(acts,)), gunmen, LAX_RAID) == finding
        assert said(force, gunmen, facts(agent=(acts,)), LAX_RAID, partial=True) == "1: agent told by one"
    beside = replace(facts(agent=(MALI,)), hidden=terms("agent"))
    assert said(force, beside, facts(agent=(MALI,)), RAID) == "no: agent without a name"
    assert said(force, beside, facts(agent=(MALI,)), RAID, partial=True) == "0: same agent"
    elsewhere = replace(facts(agent=(MALI,)), hidden=terms("target"))
    assert said(force, elsewhere, facts(agent=(MALI,)), RAID) == "0: same agent"


HIT = Identity(area=terms("target"), place_stands_for=terms("target"))


@pytest.mark.parametrize(
    ("left", "right", "finding"),
    [
        (facts(target=(GAO,)), facts(target=(GAO, LOME)), "0: same target"),
        (facts(target=(GAO,)), facts(target=(MALI,)), "2: target in the same country"),
        (facts(target=(MALI,)), facts(target=(GAO,)), "2: target in the same country"),
        (facts(target=(GAO,)), facts(target=(ARMY,)), "no: another target"),
        (facts(target=(GAO,)), facts(target=(TOGO,)), "no: another target"),
        (facts(target=(NOWHERE,)), facts(target=(ATLANTIS,)), "no: another target"),
        (facts(target=(GAO,)), facts(place=(GAO,)), "0: same target"),
        (facts(target=(GAO,), place=(LOME,)), facts(target=(LOME,)), "no: another target"),
        (facts(target=(GAO,)), facts(), "no: one does not tell the target"),
        (facts(), facts(target=(GAO,)), "no: one does not tell the target"),
    ],
)
def test_one_thing_is_reached_or_a_country_and_what_lies_in_it(
    left: EventFacts, right: EventFacts, finding: str
) -> None:
    assert said(area, left, right, HIT) == finding


def test_a_mention_need_not_tell_what_is_reached() -> None:
    assert said(area, facts(), facts(target=(GAO,)), HIT, partial=True) == "0: target told by one"


def test_the_place_stands_only_for_the_roles_that_say_so() -> None:
    told = facts(place=(GAO,))
    assert reached(told, Term("target"), HIT) == {GAO}
    assert reached(told, Term("target"), replace(HIT, place_stands_for=frozenset())) == frozenset()


HOSPITAL, CLINIC, MARKET = (
    ("hospital", "building", "thing"),
    ("clinic", "hospital", "building", "thing"),
    ("market", "thing"),
)


@pytest.mark.parametrize(
    ("left", "right", "clash"),
    [
        ([HOSPITAL], [MARKET], True),
        ([HOSPITAL], [HOSPITAL], False),
        ([HOSPITAL], [CLINIC], False),
        ([CLINIC], [HOSPITAL], False),
        ([HOSPITAL, MARKET], [MARKET], False),
        ([HOSPITAL], [("fleet", "vehicle")], False),
        ([HOSPITAL], [], False),
        ([], [], False),
    ],
)
def test_things_of_one_sort_and_no_common_kind_are_others(
    left: list[tuple[str, ...]], right: list[tuple[str, ...]], *, clash: bool
) -> None:
    assert things_clash(left, right) is clash
    ours, theirs = (replace(facts(target=(GAO,)), struck=frozenset(struck)) for struck in (left, right))
    assert said(area, ours, theirs, HIT) == "0: same target" + "; no: another target" * clash


def test_who_does_it_is_not_whom_it_is_done_to() -> None:
    war = Identity(force=terms("agent"), area=terms("target"))
    left, right = facts(agent=(MALI,), target=(TOGO,)), facts(agent=(GAO,), target=(MALI,))
    clash = "no: who does it here is who suffers it there"
    assert said(opposite, left, right, war) == said(opposite, right, left, war) == clash
    assert said(opposite, left, left, war) == ""
    assert said(opposite, left, facts(agent=(TOGO,), target=(MALI,)), war) == f"{clash}; {clash}"


GIFT = Identity(thing=terms("goods"))


@pytest.mark.parametrize(
    ("ours", "theirs", "whole", "partly"),
    [
        ((ARMY, GAO), (GAO,), "0: same goods", "0: same goods"),
        ((ARMY,), (GAO,), "no: another goods", "no: another goods"),
        ((), (GAO,), "no: another goods", "0: same goods"),
        ((GAO,), (), "no: another goods", "no: another goods"),
    ],
)
def test_something_that_is_handed_on_is_in_both(
    ours: tuple[Party, ...], theirs: tuple[Party, ...], whole: str, partly: str
) -> None:
    left, right = facts(goods=ours), facts(goods=theirs)
    assert said(thing, left, right, GIFT) == whole
    assert said(thing, left, right, GIFT, partial=True) == partly


def test_values_that_both_tell_are_the_same() -> None:
    counted = Identity(value=terms("transferStatus", "ordinal"))

    def told(**values: str) -> EventFacts:
        return replace(facts(), values=tuple((Term(name), frozenset({one})) for name, one in sorted(values.items())))

    left = told(ordinal="2", transferStatus="Pledged")
    assert said(value, left, told(ordinal="2"), counted) == ""
    assert said(value, left, told(), counted) == said(value, told(), left, counted) == ""
    assert said(value, left, told(ordinal="3", transferStatus="Pledged"), counted) == "no: another ordinal"
    both = told(ordinal="3", transferStatus="Delivered")
    assert said(value, left, both, counted) == "no: another ordinal; no: another transfer status"


@pytest.mark.parametrize(
    ("ours", "theirs", "apart"),
    [
        ((GAO,), (LOME,), True),
        ((GAO,), (ARMY,), False),
        ((GAO, LOME), (LOME,), False),
        ((GAO, LOME), (TOGO,), False),
        ((GAO,), (NOWHERE,), False),
        ((NOWHERE,), (GAO,), False),
        ((), (GAO,), False),
        ((GAO,), (), False),
    ],
)
def test_known_places_do_not_lie_in_different_countries(
    ours: tuple[Party, ...], theirs: tuple[Party, ...], *, apart: bool
) -> None:
    finding = said(site, facts(venue=ours), facts(venue=theirs), Identity(site=terms("venue")))
    assert finding == ("no: another venue" if apart else "")


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ({MALI}, {ANN}, True),
        ({MALI, TOGO}, {ANN, TOM}, True),
        ({MALI, TOM}, {ANN, TOGO}, True),
        ({ANN}, {BEN}, False),
        ({ANN}, {ARMY}, False),
        ({MALI}, {TOM}, False),
        ({STRANGER}, {ATLANTIS}, False),
        ({MALI}, {ANN, BEN}, False),
        ({MALI, ANN}, {BEN}, False),
        ({ANN, BEN}, {MALI, TOGO}, False),
        ({ANN, BEN}, {MALI, ARMY}, False),
    ],
)
def test_sides_differ_only_in_who_speaks_for_a_country(left: set[Party], right: set[Party], *, same: bool) -> None:
    assert same_sides(frozenset(left), frozenset(right)) is same


def test_scores_fall_with_how_much_is_open() -> None:
    known = found(force, facts(agent=(MALI,)), facts(agent=(MALI,)), RAID)
    shared = found(force, facts(agent=(MALI, TOGO)), facts(agent=(MALI,)), RAID)
    of_one = found(force, facts(agent=(MALI,)), facts(agent=(ARMY,)), RAID)
    by_one = found(force, facts(), facts(agent=(MALI,)), LAX_RAID)
    unknown = found(force, facts(), facts(), LAX_RAID)
    scores = [one.score for law in (known, shared, of_one, by_one, unknown) for one in law if isinstance(one, Support)]
    assert scores == sorted(set(scores), reverse=True)
    assert len(scores) == 5

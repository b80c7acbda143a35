"""Which people are one: every case that must merge has one that must not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.consolidate import consolidate
from tests.consolidate.articles import (
    BIDEN,
    TRUMP,
    UK,
    UKRAINE,
    US,
    WORLD,
    ZELENSKYY,
    article,
    country,
    known,
    names_of,
    person,
    thing,
    together,
)

if TYPE_CHECKING:
    from kg.records import DocumentRecord

EGYPT, LIBYA, MEXICO, VENEZUELA, KOREA = map(country, ("egypt", "libya", "mexico", "venezuela", "north-korea"))
SAUDI, CHINA, IRAN, SPAIN = map(country, ("saudi-arabia", "china", "iran", "spain"))
JAPAN, JORDAN, KUWAIT = map(country, ("japan", "jordan", "kuwait"))

SAME = [
    ("Rustem Umerov", UKRAINE, "Rustem Umerov", UKRAINE),
    ("Andriy Yermak", UKRAINE, "Andrii Yermak", UKRAINE),
    ("Valery Zaluzhny", UKRAINE, "Valerii Zaluzhnyi", UKRAINE),
    ("Abdel Fattah el-Sisi", EGYPT, "Abdel Fattah Al-Sisi", EGYPT),
    ("Muammar Gaddafi", LIBYA, "Moammar Qaddafi", LIBYA),
    ("Mike Johnson", US, "Michael Johnson", US),
    ("Bill Burns", US, "William J. Burns", US),
    ("Andrés Manuel López Obrador", MEXICO, "Andres Lopez Obrador", MEXICO),
    ("Nicolás Maduro", VENEZUELA, "Nicolás Maduro Moros", VENEZUELA),
    ("Kim Yo Jong", KOREA, "Kim Yo-jong", KOREA),
    ("Mohammed bin Salman", SAUDI, "Mohammed bin Salman Al Saud", SAUDI),
    ("Wang Yi", CHINA, "Wang Yi", None),
    ("Fumio Kishida", JAPAN, "Kishida Fumio", None),
    ("Andrés Manuel López Obrador", MEXICO, "López Obrador", MEXICO),
    ("Abdullah II", JORDAN, "Abdullah II", None),
    ("J. D. Vance", US, "James David Vance", US),
    ("Ben Wallace", UK, "Benjamin Wallace", None),
    ("Gerhard Schröder", None, "Gerhard Schroeder", None),
    ("Qassem Soleimani", IRAN, "Qasem Soleimani", IRAN),
    ("Sergei Lavrov", None, "Sergey Lavrov", None),
    ("Hugh R. Nelson, Jr.", None, "Hugh Reavis Nelson Jr.", None),
    ("Lyndon Johnson", None, "Lyndon Baines Johnson", None),
    ("Liz Sherwood-Randall", US, "Sherwood-Randall", None),
    ("Karine Jean-Pierre", None, "Jean-Pierre", None),
    ("Kim Jong-un", None, "Kim Jong Un", KOREA),
    ("Han Duck-soo", KOREA, "Han", None),
]
DIFFERENT = [
    ("Rustem Umerov", UKRAINE, "Rinat Umerov", UKRAINE),
    ("Mike Johnson", US, "Boris Johnson", UK),
    ("David Cameron", UK, "David Cameron", US),
    ("George W. Bush", US, "George H. W. Bush", US),
    ("Kim Jong Un", KOREA, "Kim Jong Il", KOREA),
    ("Kim Jong Un", KOREA, "Kim Yo Jong", KOREA),
    ("Robert F. Kennedy", US, "Robert F. Kennedy Jr.", US),
    ("Bill Gates", US, "Bill Kates", US),
    ("John Kerry", US, "John Kelly", US),
    ("Mary Taylor", US, "Mary Taylor Greene", US),
    ("Pedro Sánchez", SPAIN, "Pablo Sánchez", SPAIN),
    ("Ali Khamenei", IRAN, "Ali Rafsanjani", IRAN),
    ("Mohammed bin Salman", SAUDI, "Mohammed bin Nayef", SAUDI),
    ("Thomas James", US, "James Thomas", US),
    ("Nawaf Al-Ahmad Al-Sabah", KUWAIT, "Ahmad al-Nawaf al-Sabah", KUWAIT),
    ("Charles II", UK, "Charles III", UK),
    ("J. Smith", None, "John Smith", None),
    ("Wang Yi", CHINA, "Wang Li", CHINA),
    ("Al Green", US, "Ben Green", US),
    ("Vladimir Medinsky", None, "Vladimir Medvedev", None),
    ("Jill Biden", US, "Hunter Biden", US),
    ("Hugh R. Nelson, Jr.", None, "Hugh Reavis Nelson", None),
    ("Susan A. Davis", None, "Susan M. Davis", None),
    ("Liz Sherwood-Randall", US, "Randall", None),
    ("Narendra Modi", None, "Moody", None),
    ("David L. Lemmon", None, "Lemon", None),
    ("Han Duck-soo", KOREA, "So", None),
]


@pytest.mark.parametrize(("left", "of", "right", "also_of"), SAME)
def test_one_person_under_two_names(left: str, of: str | None, right: str, also_of: str | None) -> None:
    assert together(article("a", person(left, of=of)), article("b", person(right, of=also_of)))


@pytest.mark.parametrize(("left", "of", "right", "also_of"), DIFFERENT)
def test_two_people_stay_apart(left: str, of: str | None, right: str, also_of: str | None) -> None:
    assert not together(article("a", person(left, of=of)), article("b", person(right, of=also_of)))


def test_one_reference_is_one_person_whatever_the_spelling() -> None:
    a, b = (
        article(name, person(spelled, reference=ZELENSKYY)) for name, spelled in (("a", "Zelenskiy"), ("b", "V. Z."))
    )
    assert together(a, b)


def test_a_known_person_needs_one_reason_for_each_spelling() -> None:
    spellings = ("Zelensky", "Zelensky", "Zelenskiy", "Zelensky", "Zelenskiy")
    articles = [article(str(n), person(name, reference=ZELENSKYY)) for n, name in enumerate(spellings)]
    (cluster,) = consolidate(articles, WORLD).entities
    assert len(cluster.members) == len(spellings)
    assert [(merge.left.document, merge.right.document) for merge in cluster.merges] == [("0", "2")]


def test_two_references_never_merge() -> None:
    one = article("a", person("Joe Biden", of=US, reference=BIDEN))
    other = article("b", person("Joe Biden", of=US, reference=TRUMP))
    assert not together(one, other)


def test_name_between_two_contradicting_people_goes_to_neither() -> None:
    articles = [article(n, person(n, of=US)) for n in ("George Bush", "George H. W. Bush", "George W. Bush")]
    assert all(len(names) == 1 for names in names_of(consolidate(articles, WORLD)))


def test_name_of_unknown_country_between_two_countries_goes_to_neither() -> None:
    articles = [article(id_, person("John Smith", of=of)) for id_, of in (("a", US), ("b", None), ("c", UK))]
    assert all(len(names) == 1 for names in names_of(consolidate(articles, WORLD)))


def test_unlisted_spelling_of_a_leader_is_linked_to_the_reference() -> None:
    linked = consolidate([article("a", person("Volodimir Zelenskiy", of=UKRAINE))], WORLD)
    assert linked.records["a"].entities[0].reference == ZELENSKYY


def test_namesake_of_a_leader_from_another_country_is_not_linked() -> None:
    linked = consolidate([article("a", person("Volodymyr Zelenskyy", of=UK))], WORLD)
    assert linked.records["a"].entities[0].reference is None


def test_son_is_not_linked_to_the_leader() -> None:
    linked = consolidate([article("a", person("Donald Trump Jr.", of=US)), article("b", known(TRUMP))], WORLD)
    assert names_of(linked) == [["a: Donald Trump Jr."], ["b: Donald Trump"]]


@pytest.mark.parametrize(("others", "expected"), [(6, False), (2, True)])
def test_middle_name_is_left_out_of_rare_names_only(others: int, expected: bool) -> None:
    # Where many are called John and many Lewis, John L. Lewis is hardly John Lewis.
    letters = "BCDEFG"[:others]
    crowd = [article(f"x{letter}", person(f"{letter}ob Lewis"), person(f"John {letter}oss")) for letter in letters]
    told = [article("a", person("John Lewis")), article("b", person("John L. Lewis"))]
    found = names_of(consolidate([*told, *crowd], WORLD))
    assert (["a: John Lewis", "b: John L. Lewis"] in found) is expected


def test_lone_family_name_goes_to_the_only_one_who_fits() -> None:
    assert together(article("a", person("Umerov")), article("b", person("Rustem Umerov", of=UKRAINE)))


def test_lone_family_name_is_left_between_two_who_fit() -> None:
    names = ("Mike Johnson", "Ron Johnson", "Johnson")
    articles = [article(name, person(name, of=US)) for name in names]
    assert all(len(found) == 1 for found in names_of(consolidate(articles, WORLD)))


def test_country_decides_between_two_of_one_family_name() -> None:
    articles = [
        article(n, person(n, of=of)) for n, of in (("Boris Johnson", UK), ("Johnson", US), ("Mike Johnson", US))
    ]
    assert names_of(consolidate(articles, WORLD)) == [
        ["Boris Johnson: Boris Johnson"],
        ["Johnson: Johnson", "Mike Johnson: Mike Johnson"],
    ]


def test_office_decides_between_two_of_one_family_name() -> None:
    state, speaker, lone = person("Ron Johnson", of=US), person("Mike Johnson", of=US), person("Johnson", of=US)
    land = known(US)
    articles = [
        article("a", state, offices=((state, "senator", land),)),
        article("b", speaker, offices=((speaker, "House speaker", land),)),
        article("c", lone, offices=((lone, "house speaker", land),)),
    ]
    assert ["b: Mike Johnson", "c: Johnson"] in names_of(consolidate(articles, WORLD))


@pytest.mark.parametrize(("day", "expected"), [("2022-03-01", True), ("2019-03-01", False)])
def test_lone_president_is_who_held_the_office_that_day(day: str, expected: bool) -> None:
    lone = person("Biden", of=US)
    told = article("a", lone, on=day, offices=((lone, "president", known(US)),))
    assert together(told, article("b", known(BIDEN), on="2021-06-01")) is expected


def test_lone_family_name_of_no_country_is_not_someone_named_years_later() -> None:
    assert not together(
        article("a", person("Truss"), on="2014-05-01"), article("b", person("Liz Truss", of=UK), on="2022-09-06")
    )


def test_lone_family_names_of_one_country_are_one_person() -> None:
    assert together(article("a", person("Ushakov", of=UKRAINE)), article("b", person("Ushakov", of=UKRAINE)))


def test_lone_family_names_of_unknown_country_stay_apart() -> None:
    assert not together(article("a", person("Smith")), article("b", person("Smith")))


def test_what_one_article_keeps_apart_stays_apart() -> None:
    both = article("a", person("Hunter Biden", of=US), person("Biden", of=US))
    assert names_of(consolidate([both], WORLD)) == [["a: Hunter Biden"], ["a: Biden"]]


def test_every_merge_says_why_and_how_surely() -> None:
    articles = [article(n, person(n, of=UKRAINE)) for n in ("Andrii Yermak", "Andriy Yermak", "Yermak")]
    (cluster,) = consolidate(articles, WORLD).entities
    assert [(merge.reason, merge.score) for merge in cluster.merges] == [
        ("spelling variant, same country", 0.95),
        ("lone family name, the only one of the country", 0.8),
    ]


def working(article_name: str, name: str, office: str) -> DocumentRecord:
    """An article that tells of somebody's work for a body that nobody else has."""
    return article(article_name, offices=((person(name), office, thing("Organization", f"Body {article_name}")),))


def test_a_general_and_a_football_coach_of_like_names_are_two() -> None:
    general, coach = working("a", "Ahmed Karim Saleh", "general"), working("b", "Ahmed Saleh", "football coach")
    assert not together_named(general, coach)
    assert together_named(general, working("c", "Ahmed Saleh", "army chief"))
    assert together_named(coach, working("c", "Ahmed Saleh", "journalist"))
    assert not together_named(general, working("c", "Ahmed Saleh", "sprinter"))


def test_the_same_name_is_no_proof_against_another_calling() -> None:
    colonel = working("a", "Ali Hassan", "colonel")
    assert not together_named(colonel, working("b", "Ali Hassan", "singer"))
    assert together_named(colonel, article("b", person("Ali Hassan")))


def together_named(*articles: DocumentRecord) -> bool:
    """Whether all people of the articles are one."""
    found = consolidate(articles, WORLD).entities
    home = {article.document.id: article.entities for article in articles}
    people = [c for c in found if home[c.members[0].document][c.members[0].index].kind == "Person"]
    return len(people) == 1

"""Names taken apart and compared, by customs made for the test: a few spellings, forms of names and countries."""

from __future__ import annotations

import pytest

from kg.consolidate.names import (
    IDENTICAL,
    INITIAL,
    MIDDLE,
    NICKNAME,
    OMISSION,
    SPELLING,
    PersonName,
    agreement,
    family_keys,
    level_name,
    lone_matches,
    name_suffixes_clash,
    parse_person_name,
    spelling_keys,
    sure_key,
)
from kg.knowledge.words.names import NameCustoms, Spelling

EAST, SOUTH, DESERT = "country/east", "country/south", "country/desert"
CUSTOMS = NameCustoms(
    always=(Spelling("kh", ("h",)), Spelling("yj", ("y",), at_end=True), Spelling("dj", ("j",), at_start=True)),
    sometimes=(Spelling("ou", ("u", "o")), Spelling("q", ("k", "g"))),
    given_names={
        "joe": frozenset({"joseph"}),
        "joseph": frozenset({"joseph"}),
        "al": frozenset({"albert"}),
        "albert": frozenset({"albert"}),
    },
    particles=frozenset({"von", "al", "de"}),
    suffixes={"jr": "jr", "junior": "jr", "sr": "sr", "ii": "ii", "iii": "iii"},
    numerals=frozenset({"ii", "iii"}),
    family_name_first=frozenset({EAST}),
    last_names_optional=frozenset({SOUTH}),
    either_order=frozenset({DESERT}),
    negligible=frozenset(),
)


def name(text: str, country: str | None = None, family: str | None = None) -> PersonName:
    return parse_person_name(text, CUSTOMS, country=country, family_name=family)


@pytest.mark.parametrize(
    ("text", "words", "suffix"),
    [
        ("Ann Low", ("ann", "low"), None),
        ("Ann von Low", ("ann", "low"), None),
        ("Ann Von", ("ann", "von"), None),  # the last word is no particle
        ("Al Low", ("al", "low"), None),  # a given name
        ("al-Low Ben", ("low", "ben"), None),
        ("Al-Low Ben", ("low", "ben"), None),
        ("de Low", ("low",), None),
        ("Tim O’Low", ("tim", "olow"), None),
        ("Tim Low, Jr.", ("tim", "low"), "jr"),
        ("Tim Low Junior", ("tim", "low"), "jr"),
        ("Tim Low Sr. III", ("tim", "low"), "sr"),
        ("Low Jr.", ("low",), "jr"),
        ("Tim II", ("tim", "ii"), None),
        ("JD Low", ("j", "d", "low"), None),
        ("Jd Low", ("jd", "low"), None),
        ("JD", ("jd",), None),
        ("JDK Low", ("jdk", "low"), None),
        ("Ann Bea-Low", ("ann", "bealow"), None),
        ("Ann-Bea Low", ("ann", "bea", "low"), None),
        ("Ann von-Low", ("ann", "low"), None),
    ],
)
def test_a_name_is_its_words_without_particles_and_its_suffix(
    text: str, words: tuple[str, ...], suffix: str | None
) -> None:
    found = name(text)
    assert (found.words, found.suffix) == (words, suffix)
    assert found.is_full is (len(words) > 1)


def test_the_country_says_in_which_order_the_names_stand() -> None:
    assert [name("Lee Ann", of).family_first for of in (None, EAST, SOUTH, DESERT)] == [False, True, False, False]
    assert [name("Lee Ann", of).last_optional for of in (None, EAST, SOUTH, DESERT)] == [False, False, True, False]
    assert [name("Lee Ann", of).either_order for of in (None, EAST, SOUTH, DESERT)] == [False, True, False, True]


def test_a_family_name_that_is_known_decides_in_place_of_the_country() -> None:
    assert name("Lee Ann", family="Lee").family_first
    assert not name("Ann Lee", family="Lee").family_first
    assert not name("Lee", family="Lee").family_first


def test_the_hyphen_of_a_given_name_joins_no_family_name() -> None:
    assert name("Lee Ann-bo", EAST).words == ("lee", "ann", "bo")
    assert name("Lee Ann-bo").words == ("lee", "annbo")


def test_of_a_monarch_the_first_name_is_what_news_uses_alone() -> None:
    assert name("Tim II").family_first
    assert not name("Tim Low III").family_first


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("khan", "han"),
        ("akhmat", "ahmat"),
        ("kh", "kh"),  # nothing is left of it
        ("djalal", "jalal"),
        ("hadja", "hadja"),
        ("sergyj", "sergy"),
        ("dyjan", "dyjan"),
        ("hassan", "hasan"),
        ("moody", "moody"),
        ("reed", "reed"),
        ("lloyd", "loyd"),
    ],
)
def test_letters_of_one_sound_have_one_key(word: str, key: str) -> None:
    assert sure_key(word, CUSTOMS) == key


def test_a_word_is_read_in_every_way_its_letters_may_sound() -> None:
    assert spelling_keys("qoum", CUSTOMS) == {a + o + "m" for a in ("q", "k", "g") for o in ("ou", "u", "o")}
    assert spelling_keys("khalla", CUSTOMS) == {"hala"}


@pytest.mark.parametrize(
    ("left", "right", "level"),
    [
        ("Ann Low", "ANN LOW", IDENTICAL),
        ("Ann Bea Low", "Annbea Low", IDENTICAL),
        ("Ann Khan", "Ann Han", SPELLING),
        ("Ann Qadi", "Ann Kadi", SPELLING),
        ("Joe Low", "Joseph Low", NICKNAME),
        ("Ann Joe", "Ann Joseph", 0.0),  # as a family name it is another
        ("Joe Low", "Joe Bea Low", OMISSION),
        ("Joe Low", "Joseph Bea Low", OMISSION),
        ("J. Low", "Joe Low", INITIAL),
        ("J. Low", "K. Low", 0.0),
        ("Ann L.", "Ann Low", 0.0),  # of a family name an initial says nothing
        ("Hugh R. Low", "Hugh Rea Low", MIDDLE),
        ("H. R. Low", "Hugh Rea Low", INITIAL),
        ("Joe R. Low", "Joseph Rea Low", NICKNAME),
        ("Hugh R. Low", "Hugh B. Low", 0.0),
        ("Hugh W. Low", "Hugh H. W. Low", 0.0),
        ("Ann Bea Low", "Ann Eve Bea Low", OMISSION),
        ("Ann Bea Low", "Ann Bea Eve Low", OMISSION),
        ("Ann Bea Eve Low", "Ann Eve Bea Low", 0.0),
        ("Ann Low", "Ann Hay", 0.0),
        ("Ann Low", "Low Ann", 0.0),
        ("Ann Low", "Ann Low Hay", 0.0),
        ("Tim Low Jr.", "Tim Low Junior", IDENTICAL),
        ("Tim Low Jr.", "Tim Low Sr.", 0.0),
        ("Tim Low Jr.", "Tim Low", 0.0),
        ("Tim II", "Tim III", 0.0),
    ],
)
def test_full_names_agree_by_levels(left: str, right: str, level: float) -> None:
    assert agreement(name(left), name(right), CUSTOMS) == level
    assert agreement(name(right), name(left), CUSTOMS) == level


@pytest.mark.parametrize(
    ("left", "right", "of", "level"),
    [
        ("Lee Ann", "Ann Lee", EAST, SPELLING),
        ("Lee Ann", "Ann Lee", DESERT, SPELLING),
        ("Lee Ann", "Ann Lee", SOUTH, 0.0),
        ("Lee Ann Bo", "Ann Bo Lee", DESERT, SPELLING),
        ("Khan Ann Bo", "Han Ann Bo", EAST, SPELLING),
        ("Lee Qan", "Lee Kan", EAST, SPELLING),
        ("Lee Ann", "Lee Bo", EAST, 0.0),
        ("Lee Ann", "Khan Ann", EAST, 0.0),
        ("Lee Joe", "Lee Joseph", EAST, 0.0),
        ("Ann Low Hay", "Ann Low", SOUTH, OMISSION),
        ("Ann Bea Low Hay", "Ann Low", SOUTH, OMISSION),
        ("Ann Bea Low Hay", "Ann Bea Low", SOUTH, OMISSION),
        ("Ann Bea Low Hay", "Ann Eve Low", SOUTH, 0.0),
        ("Joe Low Hay", "Joseph Low", SOUTH, 0.0),
        ("Ann Bea Low Hay", "Low Hay", SOUTH, OMISSION),
        ("Ann Bea Low Hay", "Bea Low", SOUTH, 0.0),
        ("Ann Bea Low Hay", "Low Hay", None, 0.0),
    ],
)
def test_the_order_of_names_and_what_may_be_left_out_are_customs_of_countries(
    left: str, right: str, of: str | None, level: float
) -> None:
    assert agreement(name(left, of), name(right), CUSTOMS) == level
    assert agreement(name(right), name(left, of), CUSTOMS) == level


def test_every_level_has_words_of_its_own_and_the_less_is_left_open_the_higher_it_is() -> None:
    levels = [IDENTICAL, SPELLING, MIDDLE, NICKNAME, OMISSION, INITIAL]
    assert levels == sorted(set(levels), reverse=True)
    assert len({level_name(level) for level in levels}) == len(levels)
    assert level_name(INITIAL) == "initial"


@pytest.mark.parametrize(
    ("lone", "full", "of", "stands"),
    [
        ("Low", "Ann Low", None, True),
        ("Ann", "Ann Low", None, False),
        ("Khan", "Ann Han", None, True),
        ("Qadi", "Ann Kadi", None, False),  # a spelling that only may be one is too little
        ("Low", "Ann Low Hay", None, False),
        ("Low", "Ann Low Hay", SOUTH, True),
        ("Ann", "Ann Low Hay", SOUTH, False),
        ("Lee", "Lee Ann Bo", EAST, True),
        ("Bo", "Lee Ann Bo", EAST, False),
        ("Ann", "Lee Ann", EAST, True),
        ("Low Jr.", "Tim Low", None, True),
        ("Low", "Tim Low Jr.", None, True),
        ("Low Jr.", "Tim Low Sr.", None, False),
    ],
)
def test_a_lone_family_name_stands_for_whose_it_is(lone: str, full: str, of: str | None, *, stands: bool) -> None:
    assert lone_matches(name(lone), name(full, of), CUSTOMS) is stands


@pytest.mark.parametrize(
    ("left", "right", "clash"),
    [
        ("Tim Low Jr.", "Tim Low", True),
        ("Tim Low Jr.", "Low", False),
        ("Low Jr.", "Low Sr.", True),
        ("Low Jr.", "Low Junior", False),
    ],
)
def test_suffixes_tell_father_from_son(left: str, right: str, *, clash: bool) -> None:
    assert name_suffixes_clash(name(left), name(right)) is clash
    assert name_suffixes_clash(name(right), name(left)) is clash


@pytest.mark.parametrize(
    ("text", "of", "keys"),
    [
        ("Low", None, {"low"}),
        ("Qadi", None, {"qadi", "kadi", "gadi"}),
        ("Ann Khan", None, {"han", "an han", "anhan"}),
        ("Ann B. Low", None, {"low", "an b low", "anblow"}),
        ("Ann Bea Low", None, {"bea", "low", "an bea low", "anbealow"}),
        ("Lee Bo Qi", EAST, {"lee", "qi", "ki", "gi", "bo lee qi", "leeboqi"}),
    ],
)
def test_a_name_is_looked_for_by_what_news_may_use_alone_and_by_all_its_words(
    text: str, of: str | None, keys: set[str]
) -> None:
    assert family_keys(name(text, of), CUSTOMS) == keys


@pytest.mark.parametrize(
    ("left", "right", "of"),
    [("Ann Khan", "Ann Han", None), ("Lee Ann", "Ann Lee", EAST), ("Ann Bea-Low", "Ann Bealow", None)],
)
def test_names_that_agree_have_a_key_in_common(left: str, right: str, of: str | None) -> None:
    assert agreement(name(left, of), name(right), CUSTOMS)
    assert family_keys(name(left, of), CUSTOMS) & family_keys(name(right), CUSTOMS)

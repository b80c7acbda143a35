"""Which words are weapons here: clear names anywhere, ambiguous ones where their sentence is about arms."""

from __future__ import annotations

import pytest

from kg.resolve.weapons.mentions import find_weapons
from tests.grammar.trees import marked, tree
from tests.resolve.contexts import context_of

NOUNS = frozenset(
    {
        "tanks",
        "tank",
        "shells",
        "shell",
        "arms",
        "missile",
        "missiles",
        "drones",
        "fighters",
        "systems",
        "rounds",
        "arrow",
    }
)


def weapons(text: str, taken: frozenset[int] = frozenset()) -> list[tuple[str, str, str]]:
    """Return the words of each weapon, the local name of what it is and its kind; "|" parts sentences."""
    rows: list[str] = []
    for sentence in text.split(" | "):
        first = len(rows) + 1
        rows += [_row(word, at, first) for at, word in enumerate(sentence.split(), start=first)]
    context = context_of(tree("\n".join(rows)))
    text = context.document.text
    return [
        (text[one.start : one.end], one.identity.key.rsplit("/", 1)[-1], one.kind.value)
        for one in find_weapons(context, taken)
    ]


def _row(word: str, at: int, first: int) -> str:
    form = "NOUN NNS" if word in NOUNS else "PROPN NNP" if word[0].isupper() else "X X"
    return f"{word} {word.removesuffix('s')} {form} {0 if at == first else first} {'ROOT' if at == first else 'dep'}"


def words(text: str) -> list[str]:
    return [words for words, _, _ in weapons(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("they sent missiles", ["missiles"]),
        ("they sent shells", []),
        ("they sent ammunition and shells", ["ammunition", "shells"]),
        ("they sent missiles and shells", ["missiles", "shells"]),
        ("they sent Patriot missiles", ["Patriot missiles"]),
        ("they sent Abrams home", []),
        ("they sent Abrams tanks", ["Abrams tanks"]),
        ("they sent Hammer home", []),
        ("an armed arrow fell", []),
        ("an armed Arrow fell", ["Arrow"]),
        ("they sent refurbished shells", ["shells"]),
        ("they sent missiles and rounds of talks", ["missiles"]),
        ("they sent missiles and rounds of ammunition", ["missiles", "rounds", "ammunition"]),
        ("they sent missiles and rounds of Patriot", ["missiles", "rounds", "Patriot"]),
        ("they sent Abrams - systems", ["Abrams"]),
        ("they sent armed systems", []),
        ("they sent missile systems", ["missile systems"]),
    ],
)
def test_an_ambiguous_word_is_a_weapon_beside_arms(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize("text", ["a think tank met", "they fired bullet points", "a time-bomb of debt"])
def test_an_idiom_is_no_weapon(text: str) -> None:
    assert words(text) == []


def test_men_are_no_aircraft_unless_the_sentence_is_about_aircraft() -> None:
    assert words("armed fighters left") == []
    assert words("the airbase had fighters") == ["fighters"]


def test_arms_that_are_traded_are_weapons_of_no_kind() -> None:
    assert weapons("they sold arms") == [("arms", "weapon", "Generic")]
    assert words("they folded arms") == []
    assert words("arms sales rose") == ["arms"]
    assert words("a sale of arms rose") == ["arms"]


def test_a_shield_is_no_device() -> None:
    assert words("they lack missile defence") == []
    assert words("they lack missile defences") == ["missile defences"]
    assert words("they lack missile parts") == ["missile parts"]


def test_a_system_needs_a_word_that_makes_it_a_weapon() -> None:
    assert words("they sent systems") == []


def test_a_weapon_that_a_name_holds_is_left_out() -> None:
    assert weapons("they sent missiles", frozenset({2})) == []


def test_a_numbered_name_before_a_device_is_a_weapon_of_its_kind() -> None:
    text = "they sent Zorg-7 missiles"
    found = list(find_weapons(context_of(marked(text, **{"Zorg-7": "WEAPON"})), frozenset()))
    assert [(one.identity.name, (one.identity.broader or "").rsplit("/", 1)[-1]) for one in found] == [
        ("Zorg-7 missiles", "missile")
    ]
    plain = list(find_weapons(context_of(marked("they sent Zorg missiles", Zorg="ORG")), frozenset()))
    assert [one.identity.name for one in plain] == [None]


@pytest.mark.parametrize(("word", "found"), [("Missile", []), ("missile", ["missile"])])
def test_a_capital_of_a_common_word_makes_a_name_of_what_the_model_takes_for_one(word: str, found: list[str]) -> None:
    doc = marked(f"they met {word} there", **{word: "PERSON"})
    items = find_weapons(context_of(doc), frozenset())
    assert [doc.text[one.start : one.end] for one in items] == found


def test_defences_that_somebody_owns_are_a_shield_and_no_devices() -> None:
    table = """
    they   they   PRON PRP 2 nsubj
    lack   lack   VERB VBP 0 ROOT
    its    its    PRON PRP$ 5 nmod:poss
    missile missile NOUN NN 5 compound
    defences defence NOUN NNS 2 obj
    """
    owned, plain = (
        list(find_weapons(context_of(tree(rows)), frozenset())) for rows in (table, table.replace("nmod:poss", "det"))
    )
    assert (len(owned), len(plain)) == (0, 1)


@pytest.mark.parametrize(("label", "count"), [("PERSON", 0), ("LAW", 0), ("WEAPON", 1)])
def test_what_the_model_takes_for_another_name_is_no_weapon(label: str, count: int) -> None:
    assert len(list(find_weapons(context_of(marked("missiles hit Abrams", Abrams=label)), frozenset()))) == 1 + count


def test_a_plural_in_capitals_is_a_weapon_where_the_text_names_several() -> None:
    several = "they sent missiles and ammunition and drones there"
    assert words(f"{several} | they rely on Patriots")[3:] == ["Patriots"]
    assert words("they sent missiles | they rely on Patriots")[1:] == []
    assert words(f"{several} | Patriots came")[3:] == []
    assert words(f"{several} | they met Zorg Patriots")[3:] == []
    assert words(f"{several} | they rely on patriots")[3:] == []
    assert words(f"{several} | they rely on Patriot")[3:] == []

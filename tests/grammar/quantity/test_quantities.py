from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from spacy.tokens import Doc as Parsed

from kg.grammar.parses import tree_of
from kg.grammar.quantity.quantities import money_of, ordinal_of, quantity_at, quantity_of, quantity_of_item
from kg.grammar.time.durations import duration_of
from tests.grammar.spaced import spaced
from tests.grammar.trees import BLANK, unparsed
from tests.known import KNOWLEDGE

if TYPE_CHECKING:
    from kg.grammar.tree import Doc

PARTS = {"NUM": "CD", "NOUN": "NNS", "ADJ": "JJ", "ADV": "RB", "DET": "DT", "ADP": "IN", "PROPN": "NNP", "CCONJ": "CC"}


def phrase(text: str) -> Doc:
    """Return a noun phrase "word/POS ..." whose last word is the head of all others; "|" in front means no space."""
    parts = [part.rpartition("/") for part in text.split()]
    words = [word.removeprefix("|") for word, _, _ in parts]
    pos = [part for _, _, part in parts]
    spaces = [not word.startswith("|") for word, _, _ in parts[1:]] + [False]
    heads = [len(words) - 1] * len(words)
    relations = {"NUM": "nummod", "ADJ": "amod", "DET": "det", "PROPN": "compound", "NOUN": "compound", "CCONJ": "cc"}
    deps = [relations.get(part, "advmod") for part in pos[:-1]] + ["ROOT"]
    tags = [PARTS.get(part, "HYPH") for part in pos]
    parsed = Parsed(BLANK.vocab, words=words, spaces=spaces, pos=pos, tags=tags, heads=heads, deps=deps, lemmas=words)
    return tree_of(parsed)


def counted(text: str) -> tuple[int | None, int | None] | None:
    quantity = quantity_of(phrase(text)[-1], KNOWLEDGE.words)
    return None if quantity is None else (quantity.minimum, quantity.maximum)


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("539/NUM drones/NOUN", (539, 539)),
        ("539/NUM Iran/PROPN |-/PUNCT |designed/ADJ drones/NOUN", (539, 539)),
        ("20,000,000/NUM rounds/NOUN", (20_000_000, 20_000_000)),
        ("1.2/NUM million/NUM rounds/NOUN", (1_200_000, 1_200_000)),
        ("twenty/NUM |-/PUNCT |five/NUM trucks/NOUN", (25, 25)),
        ("two/NUM hundred/NUM and/CCONJ fifty/NUM men/NOUN", (250, 250)),
        ("a/DET dozen/NUM people/NOUN", (12, 12)),
        ("half/DET a/DET dozen/NUM people/NOUN", (6, 6)),
        ("no/DET casualties/NOUN", (0, 0)),
        ("more/ADJ than/ADP 20/NUM people/NOUN", (20, None)),
        ("at/ADP least/ADJ 23/NUM people/NOUN", (23, None)),
        ("at/ADP least/ADJ another/DET 23/NUM people/NOUN", (23, None)),
        ("over/ADV 500/NUM drones/NOUN", (500, None)),
        ("no/ADV fewer/ADJ than/ADP 20/NUM people/NOUN", (20, None)),
        ("20/NUM or/CCONJ more/ADJ people/NOUN", (20, None)),
        ("almost/ADV 80/NUM missiles/NOUN", (None, 80)),
        ("up/ADP to/ADP 80/NUM missiles/NOUN", (None, 80)),
        ("as/ADV many/ADJ as/ADP 80/NUM missiles/NOUN", (None, 80)),
        ("about/ADV 480/NUM drones/NOUN", (480, 480)),
        ("some/DET 300/NUM soldiers/NOUN", (300, 300)),
        ("a/DET record/NOUN 539/NUM drones/NOUN", (539, 539)),
        ("between/ADP 10/NUM and/CCONJ 20/NUM soldiers/NOUN", (10, 20)),
        ("10/NUM to/ADP 20/NUM soldiers/NOUN", (10, 20)),
        ("10–20/NUM soldiers/NOUN", (10, 20)),
    ],
)
def test_a_count_has_the_bounds_that_its_words_put_on_it(text: str, bounds: tuple[int | None, int | None]) -> None:
    assert counted(text) == bounds


@pytest.mark.parametrize(
    "text",
    [
        "a/DET drone/NOUN",
        "28th/ADJ brigades/NOUN",
        "F-16/PROPN jets/NOUN",
        "S/PROPN |-/PUNCT |300/NUM systems/NOUN",
        "155/NUM |mm/NOUN shells/NOUN",
        "155/NUM |-/PUNCT |mm/NOUN shells/NOUN",
        "90/NUM |-/PUNCT |minute/NOUN calls/NOUN",
        "20/NUM percent/NOUN cuts/NOUN",
        "Boeing/PROPN 737/NUM jets/NOUN",
        "July/PROPN 4/NUM strikes/NOUN",
        "$/SYM |20/NUM packages/NOUN",
        "half/NUM packages/NOUN",
    ],
)
def test_sizes_names_dates_and_sums_are_no_counts(text: str) -> None:
    assert counted(text) is None


HUNDREDS = """
Hundreds hundred NOUN NNS 0 ROOT
of of ADP IN 3 case
drones drone NOUN NNS 1 nmod
"""


def test_a_plural_magnitude_is_at_least_two_of_it() -> None:
    quantity = quantity_of(spaced("Hundreds of drones", HUNDREDS)[2], KNOWLEDGE.words)
    assert quantity is not None
    assert (quantity.minimum, quantity.maximum) == (200, None)


def test_tens_of_thousands_multiply() -> None:
    table = "Tens ten NOUN NNS 0 ROOT\nof of ADP IN 3 case\nthousands thousand NOUN NNS 1 nmod\nof of ADP IN 5 case\nshells shell NOUN NNS 3 nmod"  # fmt: skip  # noqa: E501
    quantity = quantity_of(spaced("Tens of thousands of shells", table)[4], KNOWLEDGE.words)
    assert quantity is not None
    assert (quantity.minimum, quantity.maximum) == (20_000, None)


BARE = """
It it PRON PRP 2 nsubj
injured injure VERB VBD 0 ROOT
more more ADJ JJR 5 advmod
than than ADP IN 3 fixed
20 20 NUM CD 2 obj
. . PUNCT . 2 punct
"""


def test_a_number_may_stand_without_a_noun() -> None:
    doc = spaced("It injured more than 20.", BARE)
    quantity = quantity_at(doc[4], KNOWLEDGE.words)
    assert quantity is not None
    assert (quantity.minimum, quantity.maximum) == (20, None)
    assert doc[quantity.start : quantity.end].text == "more than 20"


SHARED = """
11 11 NUM CD 2 nummod
cruise cruise NOUN NN 0 ROOT
and and CCONJ CC 5 cc
ballistic ballistic ADJ JJ 5 amod
missiles missile NOUN NNS 2 conj
"""


def test_coordinated_kinds_of_one_thing_share_the_count() -> None:
    quantity = quantity_of(spaced("11 cruise and ballistic missiles", SHARED)[4], KNOWLEDGE.words)
    assert quantity is not None
    assert (quantity.minimum, quantity.maximum) == (11, 11)


def test_one_of_many_is_no_count_of_the_many() -> None:
    table = "One one NUM CD 0 ROOT\nof of ADP IN 4 case\nthe the DET DT 4 det\nattacks attack NOUN NNS 1 nmod"
    assert quantity_of(spaced("One of the attacks", table)[3], KNOWLEDGE.words) is None


@pytest.mark.parametrize(
    ("text", "word", "amount", "currency"),
    [
        ("$175bn in aid", "175bn", 175_000_000_000, "USD"),
        ("$1.2 billion in aid", "$", 1_200_000_000, "USD"),
        ("€500 million more", "500", 500_000_000, "EUR"),
        ("20 million euros", "million", 20_000_000, "EUR"),
        ("3,000 hryvnias", "3,000", 3_000, "UAH"),
    ],
)
def test_money_has_an_amount_and_a_currency(text: str, word: str, amount: int, currency: str) -> None:
    doc = unparsed(text)
    money = money_of(next(token for token in doc if token.text == word), KNOWLEDGE.words)
    assert money is not None
    assert (money.amount, money.currency) == (amount, currency)


def test_a_count_is_no_money() -> None:
    assert money_of(unparsed("539 drones")[0], KNOWLEDGE.words) is None


LASTED = """
The the DET DT 2 det
call call NOUN NN 3 nsubj
lasted last VERB VBD 0 ROOT
{amount}
minutes minute NOUN NNS 3 obl:unmarked
"""


@pytest.mark.parametrize(("amount", "duration"), [("40", "PT40M"), ("90", "PT1H30M"), ("120", "PT2H"), ("1440", "P1D")])
def test_a_duration_is_canonical_for_the_verb_and_its_subject(amount: str, duration: str) -> None:
    doc = spaced(f"The call lasted {amount} minutes", LASTED.format(amount=f"{amount} {amount} NUM CD 5 nummod"))
    assert (duration_of(doc[2], KNOWLEDGE.words), duration_of(doc[1], KNOWLEDGE.words)) == (
        duration,
        duration,
    )


def test_a_compound_measures_its_noun() -> None:
    table = "A a DET DT 5 det\n90 90 NUM CD 4 nummod\n- - PUNCT HYPH 4 punct\nminute minute NOUN NN 5 compound\ncall call NOUN NN 0 ROOT"  # fmt: skip  # noqa: E501
    doc = spaced("A 90-minute call", table)
    assert duration_of(doc[4], KNOWLEDGE.words) == "PT1H30M"


RELATIVE = """
The the DET DT 2 det
call call NOUN NN 0 ROOT
, , PUNCT , 5 punct
which which PRON WDT 5 nsubj
lasted last VERB VBD 2 acl:relcl
almost almost ADV RB 7 advmod
an a DET DT 8 det
hour hour NOUN NN 5 obl:unmarked
and and CCONJ CC 11 cc
15 15 NUM CD 11 nummod
minutes minute NOUN NNS 8 conj
"""


def test_a_relative_clause_measures_its_noun_and_units_add_up() -> None:
    doc = spaced("The call, which lasted almost an hour and 15 minutes", RELATIVE)
    assert duration_of(doc[1], KNOWLEDGE.words) == "PT1H15M"


def test_a_distance_in_time_is_no_duration() -> None:
    table = "They they PRON PRP 2 nsubj\nmet meet VERB VBD 0 ROOT\n40 40 NUM CD 4 nummod\nminutes minute NOUN NNS 2 obl:unmarked\nlater later ADV RB 4 advmod"  # fmt: skip  # noqa: E501
    doc = spaced("They met 40 minutes later", table)
    assert duration_of(doc[1], KNOWLEDGE.words) is None


def test_all_night_has_no_length() -> None:
    table = "It it PRON PRP 2 nsubj\nlasted last VERB VBD 0 ROOT\nall all DET DT 4 det\nday day NOUN NN 2 obl:unmarked"
    doc = spaced("It lasted all day", table)
    assert duration_of(doc[1], KNOWLEDGE.words) is None


@pytest.mark.parametrize(
    ("behind", "place"),
    [(("since", "2022"), None), (("in", "years"), None), (("since", "June"), None), (("with", "Iran"), 1)],
)
def test_the_first_since_a_year_is_not_the_first(behind: tuple[str, str], place: int | None) -> None:
    words = ["first", "call", *behind]
    lemmas = [word.removesuffix("s") if word == "years" else word for word in words]
    deps = ["amod", "ROOT", "case", "nmod"]
    doc = tree_of(Parsed(BLANK.vocab, words=words, lemmas=lemmas, heads=[1, 1, 3, 1], deps=deps))
    assert ordinal_of(doc[1], KNOWLEDGE.words) == place


ITEM = """
including include VERB VBG 0 ROOT
: : PUNCT : 1 punct
- - PUNCT NFP 1 punct
25,000 25,000 NUM CD 5 nummod
sets set NOUN NNS 1 obj
of of ADP IN 8 case
body body NOUN NN 8 compound
armor armor NOUN NN 5 nmod
- - PUNCT NFP 1 punct
sent send VERB VBD 1 conj
helmets helmet NOUN NNS 10 obj
"""


def test_the_number_that_opens_an_item_of_a_list_counts_what_the_item_names() -> None:
    doc = spaced("including:\n- 25,000 sets of body armor\n- sent helmets", ITEM)
    found = quantity_of_item(next(token for token in doc if token.text == "body"), KNOWLEDGE.words)
    assert found is not None
    assert (found.minimum, found.maximum) == (25_000, 25_000)
    assert quantity_of_item(next(token for token in doc if token.text == "helmets"), KNOWLEDGE.words) is None

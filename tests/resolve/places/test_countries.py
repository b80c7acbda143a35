"""Which of its readings a name has: country, place, body, government, or none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.resolve.places.countries import find_agents_and_places
from tests.grammar.trees import joined, marked, tree, unparsed
from tests.resolve.contexts import context_of

if TYPE_CHECKING:
    from kg.grammar.tree import Doc


def found(doc: Doc, taken: frozenset[int] = frozenset()) -> dict[str, str]:
    """Return what the names of a text mean, in the order of the text: local names by words."""
    mentions = sorted(find_agents_and_places(context_of(doc), taken), key=lambda item: (item.start, -item.end))
    return {doc.text[item.start : item.end]: item.identity.key.rsplit("/", 1)[-1] for item in mentions}


@pytest.mark.parametrize(
    ("text", "names", "meaning"),
    [
        ("Chad spoke", {"Chad": "GPE"}, {"Chad": "chad"}),
        ("Chad spoke", {"Chad": "PERSON"}, {}),
        ("a chad fell", {"chad": "PERSON"}, {}),
        ("Chad and France agreed", {"Chad": "PERSON"}, {"Chad": "chad", "France": "france"}),
        ("France, Chad agreed", {"Chad": "PERSON"}, {"Chad": "chad", "France": "france"}),
        ("Chad or rather France agreed", {"Chad": "PERSON"}, {"France": "france"}),
        ("Chad and France agreed", {"Chad": "ORG"}, {"France": "france"}),
        ("Jordan's King Abdullah spoke", {"Jordan": "PERSON"}, {"Jordan": "jordan"}),
        ("Jordan's brother Abdullah spoke", {"Jordan": "PERSON"}, {}),
        ("Congolese rebels fled", {"Congolese": "NORP"}, {"Congolese": "democratic-republic-of-the-congo"}),
        ("Biafra fell", {"Biafra": "NORP"}, {}),
    ],
)
def test_an_ambiguous_name_is_a_country_where_the_text_bears_it_out(
    text: str, names: dict[str, str], meaning: dict[str, str]
) -> None:
    assert found(marked(text, **names)) == meaning


def test_an_unmarked_ambiguous_name_is_a_country_beside_another_or_where_its_country_is_named() -> None:
    assert found(unparsed("France told Chad so")) == {"France": "france", "Chad": "chad"}
    assert found(unparsed("Chadian troops met Chad"))["Chad"] == "chad"
    assert "Chad" not in found(unparsed("Bill told Chad so"))
    assert "chad" not in found(unparsed("France told chad so"))


def test_an_ambiguous_name_is_a_country_that_another_sentence_names() -> None:
    left, fell = (
        "left leave VERB VBD 0 ROOT\n{} {} PROPN NNP 1 nsubj",
        "fell fall VERB VBD 0 ROOT\nChad Chad PROPN NNP 1 obj",
    )
    assert found(joined(left.format("Chadians", "Chadian"), fell))["Chad"] == "chad"
    assert "Chad" not in found(joined(left.format("Malians", "Malian"), fell))


def test_a_word_of_a_persons_name_is_no_country() -> None:
    doc = unparsed("France told Chad Smith and Chad so")
    assert found(doc, frozenset({2, 3})) == {"France": "france"}


def test_a_lone_subject_of_saying_is_a_country_unless_somebody_is_a_man_or_woman() -> None:
    table = """
    Chad Chad PROPN NNP 2 nsubj B-PERSON
    said say VERB VBD 0 ROOT O
    {} 2 obj O
    """
    assert found(tree(table.format("no no INTJ UH"))) == {"Chad": "chad"}
    assert found(tree(table.format("him he PRON PRP"))) == {}
    assert found(tree(table.format("her she PRON PRP"))) == {}
    assert found(tree(table.replace("said say", "ate eat").format("no no INTJ UH"))) == {}
    assert found(tree(table.replace("nsubj", "obj").format("no no INTJ UH"))) == {}
    longer = """
    Chad Chad PROPN NNP 3 nsubj B-PERSON
    Smith Smith PROPN NNP 1 flat I-PERSON
    said say VERB VBD 0 ROOT O
    """
    assert found(tree(longer)) == {}


def test_a_place_behind_a_comma_lies_in_the_country_of_the_one_before() -> None:
    assert found(marked("in Atlanta, Georgia today", Georgia="GPE"))["Georgia"] == "georgia-us-state"
    assert found(marked("in Atlanta or Georgia today", Georgia="GPE"))["Georgia"] == "georgia"
    assert found(marked("in Tbilisi, Georgia today", Tbilisi="GPE", Georgia="GPE"))["Georgia"] == "georgia"


@pytest.mark.parametrize("office", ["Georgia's governor", "Georgia's lieutenant governor", "the governor of Georgia"])
def test_a_regional_office_has_the_region_of_the_name(office: str) -> None:
    assert found(marked(f"{office} spoke", Georgia="GPE")) == {"Georgia": "georgia-us-state"}
    assert found(marked("Georgia's president spoke", Georgia="GPE")) == {"Georgia": "georgia"}


def test_a_capital_is_its_government_where_it_acts() -> None:
    acts = """
    Moscow Moscow PROPN NNP 2 nsubj
    accused accuse VERB VBD 0 ROOT
    them they PRON PRP 2 obj
    """
    assert found(tree(acts)) == {"Moscow": "russia"}
    struck = acts.replace("nsubj", "nsubj:pass").replace("accused accuse VERB VBD", "attacked attack VERB VBN")
    assert found(tree(struck.replace("them they PRON PRP 2 obj", "was be AUX VBD 2 aux:pass"))) == {"Moscow": "moscow"}


def test_a_part_of_its_state_names_the_country_too() -> None:
    assert found(unparsed("the US military left")) == {"US military": "us-armed-forces", "US": "united-states"}
    assert found(unparsed("the Bank of England fell")) == {"Bank of England": "bank-of-england"}
    assert list(found(unparsed("the Australian Broadcasting Corporation fell"))) == [
        "Australian Broadcasting Corporation"
    ]


def test_a_name_inside_a_longer_one_is_not_meant() -> None:
    assert found(marked("the Kyiv Bakery wrote", Kyiv_Bakery="ORG")) == {"Kyiv Bakery": "kyiv bakery"}
    assert found(unparsed("Kyiv Bakery wrote")) == {}
    assert found(unparsed("Kyiv today wrote")) == {"Kyiv": "kyiv"}
    assert found(unparsed("KYIV BAKERY WRONG AGAIN")) == {"KYIV": "kyiv"}
    assert found(unparsed("in the Saudi Hospital")) == {}
    assert found(unparsed("in the Saudi hospital")) == {"Saudi": "saudi-arabia"}
    assert found(unparsed("Saudi President Hospital")) == {"Saudi": "saudi-arabia"}


def test_a_ministry_of_a_country_does_not_hide_it() -> None:
    assert "Ukraine" in found(marked("Ukraine's Defense Ministry said", **{"Ukraine's_Defense_Ministry": "ORG"}))
    assert "Ukraine" not in found(marked("Ukraine's Defense Bakery said", **{"Ukraine's_Defense_Bakery": "ORG"}))
    assert "Ukraine" not in found(marked("Friends of Ukraine said", Friends_of_Ukraine="ORG"))


def test_an_ambiguous_body_is_meant_where_the_text_names_it_otherwise_or_the_model_takes_it_for_one() -> None:
    assert found(marked("the AU said", AU="ORG"))["AU"] == "african-union"
    assert "AU" not in found(unparsed("AU said"))
    assert found(unparsed("the AU said"))["AU"] == "african-union"  # behind the article capitals are an acronym
    assert found(unparsed("the African Union and the AU said"))["AU"] == "african-union"
    assert found(unparsed("African Union and AU said"))["AU"] == "african-union"
    assert "AU" not in found(unparsed("AU and the African Union said"))
    assert "au" not in found(marked("the au said", au="ORG"))
    assert "AU" not in found(marked("THE AU SAID MORE", AU="ORG"))


def test_an_ambiguous_body_of_another_country_than_the_text_tells_of_is_not_meant() -> None:
    text = "in {} the Conservative Party won"
    here, there = (found(marked(text.format(of), Conservative_Party="ORG")) for of in ("Britain", "Peru"))
    assert here["Conservative Party"] == "conservative-party"
    assert there["Conservative Party"] == "conservative party"  # a body of its own


def test_a_body_may_begin_with_a_persons_name() -> None:
    text = "the Trump administration said"
    assert found(unparsed(text), frozenset({1}))["Trump administration"] == "trump-administration"
    assert found(unparsed(text), frozenset({1, 2})) == {}
    assert found(unparsed("France told"), frozenset({0})) == {}
    assert found(unparsed("Trump said"), frozenset({0})) == {}

from __future__ import annotations

import pytest

from kg.grammar.quotation.marks import find_quotations, paragraphs
from tests.grammar.trees import unparsed
from tests.known import KNOWLEDGE


def quoted(text: str) -> list[str]:
    return [quotation.words(text) for quotation in find_quotations(unparsed(text), KNOWLEDGE.words)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We will go,” she said.", ["We will go"]),
        ('"We will go," she said.', ["We will go"]),
        ("‘We will go,’ she said.", ["We will go"]),
        ("'We will go,' she said.", ["We will go"]),
        ("She said: «We will go».", ["We will go"]),
        ("``We will go,'' she said.", ["We will go"]),
        ('``We will go," she said.', ["We will go"]),
        ("''We will go,'' she said.", ["We will go"]),
        ("`We will go,' she said.", ["We will go"]),
        ('He called it "a start" and "a promise".', ["a start", "a promise"]),
    ],
)
def test_every_usual_kind_of_mark_quotes(text: str, words: list[str]) -> None:
    assert quoted(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers' families and Ukraine's allies don't agree.",
        "The soldiers’ families and Ukraine’s allies don’t agree.",
        "Back in the '90s it was 6'2\" high.",
        "Kyiv’s and Moscow’s envoys’ talks",
    ],
)
def test_apostrophes_and_inches_quote_nothing(text: str) -> None:
    assert quoted(text) == []


def test_an_apostrophe_inside_single_marks_does_not_close_them() -> None:
    assert quoted("‘It’s the soldiers’ families that don’t sleep,’ he said.") == [
        "It’s the soldiers’ families that don’t sleep"
    ]


def test_a_quotation_inside_another_is_part_of_it() -> None:
    assert quoted("“He told me ‘never again’ and left,” she said.") == ["He told me ‘never again’ and left"]
    assert quoted("‘He told me “never again” and left,’ she said.") == ["He told me “never again” and left"]


def test_a_quotation_of_several_paragraphs_is_one_with_a_part_for_each() -> None:
    text = "She said: “We are ready.\n\n“We have been ready for years.\n\n“Let us begin.”\n\nThen she left."
    (found,) = find_quotations(unparsed(text), KNOWLEDGE.words)
    assert [text[part.start : part.end] for part in found.parts] == [
        "We are ready.",
        "We have been ready for years.",
        "Let us begin.",
    ]
    assert text[found.start : found.end].endswith("begin.”")


def test_straight_marks_are_repeated_at_each_paragraph_too() -> None:
    assert quoted('She said: "One.\n"Two."\nHe said: "Three."') == ["One. Two.", "Three."]


def test_a_missing_closing_mark_ends_with_the_paragraph() -> None:
    assert quoted("He said: “We will go home.\nNobody answered. “Why?” she asked.") == ["We will go home.", "Why?"]


def test_the_comma_of_the_outer_sentence_is_no_part_of_the_words() -> None:
    assert quoted("“We go,” he said, “and we stay.”") == ["We go", "and we stay."]


def test_a_line_that_goes_on_in_lower_case_is_the_same_paragraph() -> None:
    text = "The two men met in\nthe old town.\nThey spoke."
    assert [text[block.start : block.end] for block in paragraphs(text)] == [
        "The two men met in\nthe old town.",
        "They spoke.",
    ]

import textwrap

import pytest

from kg.ingest.layout import normalised, paragraphs

BODY = (
    "Ukraine said on Friday that Russia had launched hundreds of drones at the capital overnight, in what officials "
    "called the largest attack since the war began, and that air defences had shot down most of them.",
    "The president spoke by telephone with his American counterpart, who said that the United States would help, and "
    "both agreed that their teams would meet soon to discuss air-defence missiles and joint production.",
    "“We agreed to work together,” he said in a statement that was published by his office on the same evening.",
)


@pytest.mark.parametrize("width", [60, 66, 72, 80, 90])
@pytest.mark.parametrize("between", ["\n\n", "\n    "])
def test_hard_wrapped_text_is_joined_again(width: int, between: str) -> None:
    wrapped = between.join(textwrap.fill(paragraph, width) for paragraph in BODY)
    assert paragraphs(wrapped) == BODY


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n\n\n", "\n \t\n", "\n\u00a0\n"])
def test_a_line_is_a_paragraph_however_many_blank_lines_follow(between: str) -> None:
    assert paragraphs(between.join(BODY)) == BODY


def test_short_lines_that_follow_one_another_stay_apart() -> None:
    lines = (
        "Leaders discuss air defence after the attack",
        "by a reporter of ours in Kyiv",
        "What happens next",
        *BODY,
    )
    assert paragraphs("\n".join(lines)) == lines


def test_words_and_blanks_inside_a_paragraph_stay_as_they_are() -> None:
    line = "a call with\u00a0 Putin  …  “fruitful” – and 5\u202f000 drones"
    assert paragraphs(f"  {line}\u00a0\n") == (line,)


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\u2028"])
def test_every_kind_of_line_break_is_one(line_break: str) -> None:
    assert normalised(f"one{line_break}two") == "one\ntwo"


def test_composed_and_decomposed_letters_are_the_same() -> None:
    assert normalised("Erdog\u0306an") == normalised("Erdoğan") == "Erdoğan"


@pytest.mark.parametrize(
    ("set_", "words"), [("o\ufb03ce", "office"), ("\ufb01red", "fired"), ("Schi\ufb00", "Schiff"), ("\ufb05", "st")]
)
def test_letters_that_are_set_as_one_sign_are_letters(set_: str, words: str) -> None:
    assert normalised(set_) == words


def test_text_that_is_only_an_article_is_stored_as_it_is() -> None:
    text = "\n\n".join(BODY)
    assert "\n\n".join(paragraphs(normalised(text))) == text

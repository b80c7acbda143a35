"""Texts in tokens: whatever stands without a space, in time that grows with its length."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.language.tokens import tokenized

if TYPE_CHECKING:
    from spacy.language import Language

PIECES = st.sampled_from(
    ["“", "a", "Iran", "...", " ", "  ", "\n\n", "http://x/", "?!", "\u0301", "'s", "(" * 900, "b" * 999]
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES, max_size=30))
def test_no_character_is_lost_and_a_text_with_spaces_is_cut_as_spacy_does(nlp: Language, pieces: list[str]) -> None:
    text = "".join(pieces)
    doc = tokenized(text, nlp)
    assert doc.text == text
    assert [token.idx for token in doc][:1] == ([0] if text else [])
    if max(map(len, text.split()), default=0) <= 1_000:
        assert [token.text for token in doc] == [token.text for token in nlp.make_doc(text)]


def test_what_stands_before_and_behind_a_long_run_is_cut_as_ever(nlp: Language) -> None:
    words = [token.text for token in tokenized(f"Iran fired. {'(' * 2_500} Trump's\n\ncall", nlp)]
    assert words == ["Iran", "fired", ".", *"(" * 2_500, "Trump", "'s", "\n\n", "call"]


@pytest.mark.parametrize("sign", ["“", "'", "&", ";", "a:", "😀", "http://x/", "<http://"])
def test_a_page_of_one_sign_takes_seconds_and_no_minutes(nlp: Language, sign: str) -> None:
    begun = time.process_time()
    tokenized(sign * (20_000 // len(sign)), nlp)
    assert time.process_time() - begun < 5

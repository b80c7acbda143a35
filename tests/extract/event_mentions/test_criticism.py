"""Under fire for something one hears words; under fire from somewhere, or for hours, one is shot at."""

from __future__ import annotations

import pytest

from kg.extract.event_mentions.criticism import is_criticism
from tests.extract.analysed import analysed
from tests.grammar.spaced import spaced
from tests.grammar.trees import at

CAME = """
Chile chile PROPN NNP 2 nsubj
came come VERB VBD 0 ROOT
under under ADP IN 4 case
fire fire NOUN NN 2 obl
{}
"""


@pytest.mark.parametrize(
    ("text", "rest", "words"),
    [
        ("over laws", "over over ADP IN 6 case\nlaws law NOUN NNS 2 obl", True),
        ("for laws", "for for ADP IN 6 case\nlaws law NOUN NNS 4 nmod", True),
        ("for hours", "for for ADP IN 6 case\nhours hour NOUN NNS 2 obl", False),
        ("over Peru", "over over ADP IN 6 case\nPeru peru PROPN NNP 2 obl", False),
        ("from boats", "from from ADP IN 6 case\nboats boat NOUN NNS 2 obl", False),
    ],
)
def test_who_is_under_fire_for_something_hears_words(text: str, rest: str, words: bool) -> None:
    doc = spaced(f"Chile came under fire {text}", CAME.format(rest))
    assert is_criticism(at(doc, "fire"), analysed(doc, Chile="country/chile")) is words

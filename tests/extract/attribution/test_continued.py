"""Who goes on speaking under a pronoun, on trees made by hand."""

from __future__ import annotations

import pytest

from kg.extract.attribution.continued import is_of_others, speaker_before
from tests.grammar.trees import joined
from tests.known import KNOWLEDGE

WORDS = KNOWLEDGE.words
SAID = """
{} 2 nsubj
said say VERB VBD 0 ROOT
Chad chad PROPN NNP 4 nsubj
fell fall VERB VBD 2 ccomp
"""
FELL = """
Togo togo PROPN NNP 2 nsubj
fell fall VERB VBD 0 ROOT
"""
THEY, HE = SAID.format("They they PRON PRP"), SAID.format("He he PRON PRP")
OFFICIALS, AIDE = SAID.format("officials official NOUN NNS"), SAID.format("aide aide NOUN NN")


@pytest.mark.parametrize(
    ("before", "last", "speaker"),
    [
        ((OFFICIALS,), THEY, "officials"),
        ((OFFICIALS, FELL, THEY), THEY, "officials"),
        ((AIDE,), HE, "aide"),
        ((AIDE,), THEY, None),
        ((OFFICIALS, SAID.format("Kuti kuti PROPN NNP")), THEY, None),
        ((FELL,), THEY, None),
        ((), THEY, None),
    ],
)
def test_a_pronoun_goes_on_for_the_nearest_speakers_of_its_number(
    before: tuple[str, ...], last: str, speaker: str | None
) -> None:
    doc = joined(*before, last)
    pronoun = next(token for token in reversed(list(doc)) if token.pos_ == "PRON")
    found = speaker_before(pronoun, WORDS)
    assert (found.text if found is not None else None) == speaker


def test_who_speaks_himself_is_no_other() -> None:
    assert is_of_others(joined(THEY)[0], WORDS)
    assert not is_of_others(joined(SAID.format("We we PRON PRP"))[0], WORDS)

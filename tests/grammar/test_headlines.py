"""Who says what a headline tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.grammar.headlines import headline_sources, signatures
from tests.grammar.spaced import spaced

if TYPE_CHECKING:
    from kg.grammar.tree import Doc

LABEL = spaced(
    "Kremlin: Ukraine attacked Belgorod",
    """
Kremlin Kremlin PROPN NNP 0 ROOT
: : PUNCT : 4 punct
Ukraine Ukraine PROPN NNP 4 nsubj
attacked attack VERB VBD 1 parataxis
Belgorod Belgorod PROPN NNP 4 obj
""",
)
SIGNED = spaced(
    "Ukraine attacked Belgorod - Kremlin",
    """
Ukraine Ukraine PROPN NNP 2 nsubj
attacked attack VERB VBD 0 ROOT
Belgorod Belgorod PROPN NNP 2 obj
- - PUNCT HYPH 2 punct
Kremlin Kremlin PROPN NNP 0 ROOT
""",
)
BEHIND_COLON = spaced(
    "Ukraine attacked Belgorod: Kremlin",
    """
Ukraine Ukraine PROPN NNP 2 nsubj
attacked attack VERB VBD 0 ROOT
Belgorod Belgorod PROPN NNP 2 obj
: : PUNCT : 5 punct
Kremlin Kremlin PROPN NNP 2 parataxis
""",
)
LISTED = spaced(
    "Turkey bombed towns: Afrin",
    """
Turkey Turkey PROPN NNP 2 nsubj
bombed bomb VERB VBD 0 ROOT
towns town NOUN NNS 2 obj
: : PUNCT : 5 punct
Afrin Afrin PROPN NNP 3 appos
""",
)


@pytest.mark.parametrize("doc", [LABEL, SIGNED, BEHIND_COLON])
def test_the_name_before_a_colon_or_behind_a_dash_says_it(doc: Doc) -> None:
    attacked = next(token for token in doc if token.text == "attacked")
    assert [token.text for token in headline_sources(attacked)] == ["Kremlin"]


def test_what_is_listed_behind_a_colon_says_nothing() -> None:
    assert headline_sources(LISTED[1]) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ukraine attacked Belgorod - Kremlin", ["Kremlin"]),
        ("Ukraine attacked Belgorod – Kremlin\n\nThe strike came at night.", ["Kremlin"]),
        ("Russia shelled Kharkiv – Ukrainian officials", ["Ukrainian"]),
        ("Ukraine attacked Belgorod on Friday — the second time this week.", []),
        ("The Mi-8 helicopter and the Russia-Ukraine talks", []),
    ],
)
def test_a_headline_is_signed_by_a_name_behind_a_spaced_dash_at_its_end(text: str, names: list[str]) -> None:
    assert [text[start:].split()[0] for start in signatures(text)] == names

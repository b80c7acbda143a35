"""What a reference says of the words that it stands in."""

from __future__ import annotations

from kg.extract.participants.reference import Reference
from tests.building import mention
from tests.grammar.spaced import spaced

TEXT = "Leaders of the big union met."
DOC = spaced(
    TEXT,
    """
Leaders leader NOUN NNS 6 nsubj
of of ADP IN 5 case
the the DET DT 5 det
big big ADJ JJ 5 amod
union union NOUN NN 1 nmod
met meet VERB VBD 0 ROOT
. . PUNCT . 6 punct
""",
)


def test_a_reference_covers_the_other_tokens_of_its_words() -> None:
    union = Reference(3, mention(TEXT, 3, "the big union"), DOC[4])
    assert [token.text for token in DOC if union.covers(token)] == ["the", "big"]
    assert (union.span.start, union.span.end) == (TEXT.index("the"), TEXT.index(" met"))


def test_a_reference_of_one_word_covers_nothing_else() -> None:
    met = Reference(0, mention(TEXT, 0, "Leaders"), DOC[0])
    assert not any(map(met.covers, DOC))
    assert met.span == met.mention.span


def test_a_token_that_only_ends_in_the_words_is_not_part_of_them() -> None:
    """A mention may begin inside a token, as "Liberian" would in "non-Liberian"."""
    inside = Reference(0, mention(TEXT, 0, "nion met"), DOC[5])
    assert not any(map(inside.covers, DOC))

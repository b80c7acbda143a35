"""The tokenizer: spaCy's English rules, with runs of marks ("!!", "====", ">>") kept whole as in the treebank."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from spacy.tokens import Doc
from spacy.util import compile_prefix_regex, compile_suffix_regex

if TYPE_CHECKING:
    from spacy.language import Language

#: Two or more of these together are one word of the treebank.
_RUNS = [r"[!?]{2,}", r"[.:][!?]+", r"={2,}", r"\*{2,}", r"_{2,}", r"<{2,}", r">{2,}", r"\${2,}", r"#{2,}", r"~{2,}"]
_UNBROKEN: Final = re.compile(r"\S+")
_LONGEST: Final = 1_000
"""Characters without a space between them that are cut into tokens at once; no word or address is as long."""


def tokenized(text: str, nlp: Language) -> Doc:
    """Return the tokens of a text, in time that grows with its length.

    spaCy takes time with the square of what stands without a space: minutes for a page of quotation marks.
    """
    runs = (run.span() for run in _UNBROKEN.finditer(text) if run.end() - run.start() > _LONGEST)
    cuts = [at for start, end in runs for at in range(start + _LONGEST, end, _LONGEST)]
    if not cuts:
        return nlp.make_doc(text)
    tokens = [token for start, end in pairwise([0, *cuts, len(text)]) for token in nlp.make_doc(text[start:end])]
    words, spaces = [token.text for token in tokens], [bool(token.whitespace_) for token in tokens]
    return Doc(nlp.vocab, words=words, spaces=spaces)


def keep_runs(nlp: Language) -> None:
    """Change the tokenizer of a pipeline so that it splits runs of marks off as one token each."""
    tokenizer: Any = nlp.tokenizer
    defaults: Any = nlp.Defaults
    tokenizer.prefix_search = compile_prefix_regex([*_RUNS, *defaults.prefixes]).search
    tokenizer.suffix_search = compile_suffix_regex([*_RUNS, *defaults.suffixes]).search

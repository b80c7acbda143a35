"""The tokenizer: spaCy's English rules, with runs of marks ("!!", "====", ">>") kept whole as in the treebank."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.util import compile_prefix_regex, compile_suffix_regex

if TYPE_CHECKING:
    from spacy.language import Language

#: Two or more of these together are one word of the treebank.
_RUNS = [r"[!?]{2,}", r"[.:][!?]+", r"={2,}", r"\*{2,}", r"_{2,}", r"<{2,}", r">{2,}", r"\${2,}", r"#{2,}", r"~{2,}"]


def keep_runs(nlp: Language) -> None:
    """Change the tokenizer of a pipeline so that it splits runs of marks off as one token each."""
    tokenizer: Any = nlp.tokenizer
    defaults: Any = nlp.Defaults
    tokenizer.prefix_search = compile_prefix_regex([*_RUNS, *defaults.prefixes]).search
    tokenizer.suffix_search = compile_suffix_regex([*_RUNS, *defaults.suffixes]).search

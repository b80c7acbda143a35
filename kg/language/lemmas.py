"""Lemmas as edit scripts: a small class inventory that a tagger can predict (after Chrupala, 2006)."""

from __future__ import annotations

from kg.language.subwords import normalise


def script(word: str, lemma: str) -> str:
    """Return the edit script that turns a word into its lemma: case rule, characters to cut, suffix to add."""
    word = normalise(word)
    case = "k" if word == word.lower() or lemma != lemma.lower() else "l"
    base = word.lower() if case == "l" else word
    shared = next((i for i, (a, b) in enumerate(zip(base, lemma, strict=False)) if a != b), min(len(base), len(lemma)))
    return f"{case}{len(base) - shared}+{lemma[shared:]}"


def apply_script(edit: str, word: str) -> str:
    """Return the lemma, never empty: the word itself where the script would cut more than the word has."""
    word = normalise(word)
    base = word.lower() if edit[0] == "l" else word
    cut, suffix = edit[1:].split("+", 1)
    keep = len(base) - int(cut)
    return (base[:keep] + suffix) or base if keep >= 0 else base

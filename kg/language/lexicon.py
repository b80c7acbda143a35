"""Lemmas that exist: inflected forms are checked with a dictionary, as WordNet's morphy does (Fellbaum, 1998)."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from kg.language.subwords import normalise

#: Fine tags of inflected forms and the part of speech under which the dictionary has their lemmas.
INFLECTED = {
    ("NNS", "NOUN"): "noun",
    ("VBD", "VERB"): "verb",
    ("VBN", "VERB"): "verb",
    ("VBG", "VERB"): "verb",
    ("VBZ", "VERB"): "verb",
    ("JJR", "ADJ"): "adj",
    ("JJS", "ADJ"): "adj",
}

#: Tags of base forms: their lemma is the word itself, whatever its case.
BASE = {("NN", "NOUN"), ("NNP", "PROPN"), ("JJ", "ADJ"), ("VB", "VERB"), ("VBP", "VERB"), ("CD", "NUM")}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Per part of speech: known lemmas, irregular forms with theirs, and endings with what replaces them; marks."""

    lemmas: dict[str, frozenset[str]]
    exceptions: dict[str, dict[str, list[str]]]
    rules: dict[str, list[tuple[str, str]]]
    marks: dict[str, str]

    def lemma(self, word: str, tag: str, pos: str, guess: str) -> str:
        """Return the guess where the dictionary allows it or knows nothing better, else the first lemma it offers."""
        if pos == "PUNCT":
            return self.marks.get(word, word)
        inflected = (tag, pos) == ("VBP", "VERB") and self._is_inflected(normalise(word).lower())
        if (tag, pos) in BASE and not inflected and guess.lower() != normalise(word).lower():
            return word if pos == "PROPN" else word.lower()
        part = "verb" if inflected else INFLECTED.get((tag, pos))
        if part is None:
            return guess
        offered = self._offered(normalise(word).lower(), part)
        return guess if guess in offered or not offered else offered[0]

    def _is_inflected(self, form: str) -> bool:
        """Say whether a verb that a tagger takes for a base form can be none: "Canada [mulls] sanctions"."""
        return form not in self.lemmas["verb"] and bool(self._offered(form, "verb"))

    def _offered(self, form: str, part: str) -> list[str]:
        known = self.lemmas[part]
        stems = [form[: -len(ending)] + new for ending, new in self.rules[part] if form.endswith(ending)]
        return self.exceptions[part].get(form, []) + [stem for stem in stems if stem in known]


def lexicon_from_json(text: str) -> Lexicon:
    """Return the lexicon written by `lexicon_to_json`."""
    data = json.loads(text)
    return Lexicon(
        lemmas={part: frozenset(words.split()) for part, words in data["lemmas"].items()},
        exceptions=data["exceptions"],
        rules={part: [(old, new) for old, new in pairs] for part, pairs in data["rules"].items()},
        marks=data["marks"],
    )


def lexicon_to_json(lexicon: Lexicon) -> str:
    """Return the lexicon as JSON, the words of a part of speech as one sorted string."""
    data = asdict(lexicon)
    data["lemmas"] = {part: " ".join(sorted(words)) for part, words in lexicon.lemmas.items()}
    return json.dumps(data, ensure_ascii=False) + "\n"

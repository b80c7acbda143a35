"""The lemma lexicon of the packaged model, cut down from WordNet's as spacy-lookups-data has it."""

from __future__ import annotations

import gzip
import json
import re
from typing import TYPE_CHECKING, Any

from kg.language.lexicon import Lexicon

if TYPE_CHECKING:
    from pathlib import Path

PARTS = ("noun", "verb", "adj")
_PLAIN = re.compile(r"[a-z]+(-[a-z]+)?")


def read_lexicon(folder: Path) -> Lexicon:
    """Return plain English words with their irregular forms, from spacy_lookups_data/data of the package 1.0.5."""

    def table(name: str) -> Any:
        with gzip.open(folder / f"en_lemma_{name}.json.gz", "rt", encoding="utf-8") as file:
            return json.load(file)

    index, exceptions, rules = table("index"), table("exc"), table("rules")
    return Lexicon(
        lemmas={part: frozenset(filter(_PLAIN.fullmatch, index[part])) for part in PARTS},
        exceptions={part: dict(exceptions[part]) for part in PARTS},
        rules={part: [(old, new) for old, new in rules[part]] for part in PARTS},
        marks=dict(rules["punct"]),
    )

"""What the network learns from: words with whatever annotation their source has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from kg.language.labels import NER_CLASSES
from kg.language.lemmas import script

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `allowed` has a row of permitted NER classes per word, the syntax is empty in name corpora."""

    doc: str
    text: str
    words: tuple[str, ...]
    spaced: tuple[bool, ...]  #: whether white space precedes the word
    offsets: tuple[tuple[int, int], ...]
    tag: tuple[str, ...] = ()
    pos: tuple[str, ...] = ()
    morph: tuple[str, ...] = ()
    lemma: tuple[str, ...] = ()  #: edit scripts
    head: tuple[int, ...] = ()  #: index of the head in the sentence, -1 for the root
    dep: tuple[str, ...] = ()
    allowed: NDArray[np.bool_] | None = None


def _parts(surface: str, forms: list[str], start: int) -> list[tuple[int, int]]:
    """Return offsets of a multiword token's words: as written where they add up, else the rest to the last."""
    spans = []
    end = start + len(surface)
    for number, form in enumerate(forms):
        stop = end if number == len(forms) - 1 else min(start + len(form), end)
        spans.append((start, stop))
        start = stop
    return spans


def _sentence(doc: str, rows: list[list[str]], lemmas: bool) -> Sentence:
    """Return the sentence of CoNLL-U rows, its text rebuilt from forms and SpaceAfter."""
    text, pending, inside = "", [], 0
    words: list[list[str]] = []
    offsets: list[tuple[int, int]] = []
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            pending = [r[1] for r in rows if r[0].isdigit() and first <= int(r[0]) <= last]
            offsets += _parts(row[1], pending, len(text))
            inside = len(pending)
            text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
            continue
        words.append(row)
        if inside:
            inside -= 1
            continue
        offsets.append((len(text), len(text) + len(row[1])))
        text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
    forms = tuple(text[a:b] or row[1] for (a, b), row in zip(offsets, words, strict=True))
    return Sentence(
        doc=doc,
        text=text,
        words=forms,
        spaced=tuple(a == 0 or text[a - 1] == " " for a, _ in offsets),
        offsets=tuple(offsets),
        tag=tuple(r[4] for r in words),
        pos=tuple(r[3] for r in words),
        morph=tuple(r[5] for r in words),
        lemma=tuple(r[2] if lemmas else script(f, r[2]) for f, r in zip(forms, words, strict=True)),
        head=tuple(int(r[6]) - 1 for r in words),
        dep=tuple(r[7] for r in words),
    )


def read_conllu(path: Path, *, lemmas: bool = False) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file in order; `lemmas` gives lemmas themselves instead of edit scripts."""
    doc, rows = "", []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# newdoc id"):
            doc = line.split("=", 1)[1].strip()
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            yield _sentence(doc, rows, lemmas)
            rows = []


def anything(length: int) -> NDArray[np.bool_]:
    """Return the rows of words about which nothing is known: every class allowed."""
    return np.ones((length, NER_CLASSES), dtype=bool)

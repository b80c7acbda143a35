"""All training material: the treebank with its names, and the name corpora mixed by trust."""

from __future__ import annotations

import json
import random
from collections import Counter
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from kg.language.labels import Labels, ner_class
from training.examples import Sentence, read_conllu
from training.names import SOURCES, read_names, supervise
from training.templates import generate
from training.windows import Cutter, Window, batches

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

#: Share of each corpus that one pass over the names shows; gold counts several times, silver in part.
SHARES = {"wikigold": 1.0, "redocred": 1.0, "re3d": 3.0, "gmb": 0.08, "template": 1.0,
          "fewnerd_inter13": 0.06, "fewnerd_inter17": 0.10, "fewnerd_inter36": 0.15}  # fmt: skip
#: Few-NERD sentences with arms or wars are rare and what the project needs most: shown this often.
ARMS_SHARE = 0.5
FILES = {
    "wikigold.all": "wikigold", "redocred.dev": "redocred", "re3d_free.train": "re3d", "gmb.train": "gmb",
    "fewnerd_inter13.partial": "fewnerd_inter13", "fewnerd_inter17.partial": "fewnerd_inter17",
    "fewnerd_inter36_a.partial": "fewnerd_inter36", "fewnerd_inter36_b.partial": "fewnerd_inter36",
}  # fmt: skip
TEMPLATES_PER_PASS = 4000
#: Share of GMB that one pass shows without its annotation, for teachers to annotate.
UNLABELLED_SHARE = 0.4
_ARMS_CLASSES = [ner_class(p, t) for t in ("WEAPON", "PLATFORM", "EVENT") for p in "BS"]

Doc = list[Sentence]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents of the treebank and of each name source."""

    treebank: list[Doc]
    names: dict[str, list[Doc]]


def _docs(sentences: Iterator[Sentence]) -> list[Doc]:
    return [list(group) for _, group in groupby(sentences, key=lambda s: s.doc)]


def read_treebank(folder: Path) -> list[Doc]:
    """Return the training treebank by document, with Universal NER's names where it has the same characters."""
    lines = (folder / "ner/uner_ewt.train.jsonl").read_text(encoding="utf-8").splitlines()
    gold = {"".join(record["text"].split()): record for record in map(json.loads, lines)}
    sentences = []
    for sentence in read_conllu(folder / "treebank/train.conllu"):
        record = gold.get("".join(sentence.text.split()))
        if record is not None:
            spans = _carried(record["text"], record["spans"], sentence.text)
            rows = supervise("uner", sentence.words, sentence.offsets, sentence.text, spans)
            sentence = replace(sentence, allowed=rows)
        sentences.append(sentence)
    return _docs(iter(sentences))


def _carried(text: str, spans: list[list[Any]], other: str) -> list[tuple[int, int, str]]:
    """Return the spans' offsets in a text that differs in white space only."""
    here = [i for i, c in enumerate(text) if not c.isspace()]
    there = [i for i, c in enumerate(other) if not c.isspace()]
    at = dict(zip(here, there, strict=True))
    return [(at[a], at[b - 1] + 1, label) for a, b, label in spans]


def read_corpus(folder: Path) -> Corpus:
    """Return everything the recipe trains on from a corpora folder; raises FileNotFoundError for a missing file."""
    names: dict[str, list[Doc]] = {}
    for stem, source in FILES.items():
        names.setdefault(source, []).extend(_docs(read_names(folder / f"ner/{stem}.jsonl", source)))
    return Corpus(read_treebank(folder), names)


def label_inventory(treebank: Iterable[Sentence], *, rare: int = 3) -> Labels:
    """Return the labels seen in the treebank, most frequent first; morphs and lemma scripts at least `rare` times."""
    sentences = list(treebank)

    def counted(head: str, least: int) -> tuple[str, ...]:
        counts = Counter(value for s in sentences for value in getattr(s, head))
        return tuple(v for v, n in sorted(counts.items(), key=lambda c: (-c[1], c[0])) if n >= least)

    return Labels(
        tag=counted("tag", 1), pos=counted("pos", 1), morph=counted("morph", rare),
        lemma=counted("lemma", rare), dep=counted("dep", 1),
    )  # fmt: skip


def _has_arms(doc: Doc) -> bool:
    return any(row[_ARMS_CLASSES].any() and row.sum() <= 2 for s in doc if s.allowed is not None for row in s.allowed)


def treebank_batches(corpus: Corpus, cutter: Cutter, budget: int, seed: int) -> Iterator[list[Window]]:
    """Yield batches over the treebank for ever, cut anew in every pass."""
    passes = 0
    while True:
        rng = random.Random(f"{seed}/tree/{passes}")  # noqa: S311
        windows = [w for doc in corpus.treebank for w in cutter.windows(doc, rng, 1.0)]
        yield from batches(windows, budget, rng)
        passes += 1


def _sample(docs: list[Doc], share: float, rng: random.Random) -> list[Doc]:
    whole = int(share)
    return docs * whole + [d for d in docs if rng.random() < share - whole]


def name_batches(
    corpus: Corpus, cutter: Cutter, budget: int, seed: int, *, unlabelled: bool = False
) -> Iterator[list[Window]]:
    """Yield batches over the name corpora for ever, each source sampled by its share.

    `unlabelled` adds sentences of news about which nothing is told: material for teachers.
    """
    bare = [[replace(s, allowed=None) for s in doc] for doc in corpus.names["gmb"]] if unlabelled else []
    passes = 0
    armed = {s: [d for d in docs if _has_arms(d)] for s, docs in corpus.names.items() if s.startswith("fewnerd")}
    while True:
        rng = random.Random(f"{seed}/names/{passes}")  # noqa: S311
        windows: list[Window] = []
        pool = dict(corpus.names)
        pool["template"] = [[s] for s in generate(TEMPLATES_PER_PASS, seed + passes)]
        for source, docs in pool.items():
            chosen = _sample(docs, SHARES[source], rng) + _sample(armed.get(source, []), ARMS_SHARE, rng)
            if all(len(d) == 1 for d in chosen[:50]):
                chosen = _strings(chosen, rng)
            windows += [w for d in chosen for w in cutter.windows(d, rng, SOURCES[source].weight)]
        windows += [w for d in _strings(_sample(bare, UNLABELLED_SHARE, rng), rng) for w in cutter.windows(d, rng, 1.0)]
        yield from batches(windows, budget, rng)
        passes += 1


def _strings(docs: list[Doc], rng: random.Random) -> list[Doc]:
    """Return documents of one to four sentences each, made from single sentences."""
    rng.shuffle(docs)
    strung, at = [], 0
    while at < len(docs):
        size = rng.randint(1, 4)
        strung.append([s for d in docs[at : at + size] for s in d])
        at += size
    return strung

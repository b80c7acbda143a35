"""Print the model card's table: `python -m training.evaluate --corpora DIR [PIPELINE ...]` scores raw text."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from itertools import groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING

import kg.language
from training.examples import Sentence, read_conllu
from training.names import trim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

COLUMNS = ("tag", "UPOS", "lemma", "UAS", "LAS", "LAS*", "sentences")
TREEBANKS = ("ewt-dev", "ewt-test", "gum_news", "pud")
PLACES = {"GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
UNER = {"PERSON": "PER", "ORG": "ORG"} | PLACES
RE3D = {"PERSON": "Person", "ORG": "Organisation", "NORP": "Nationality", "DATE": "Temporal", "TIME": "Temporal",
        "CARDINAL": "Quantity", "QUANTITY": "Quantity", "MONEY": "Money", "WEAPON": "Arms", "PLATFORM": "Arms",
        } | dict.fromkeys(PLACES, "Location")  # fmt: skip
RE3D_GOLD = {"Weapon": "Arms", "MilitaryPlatform": "Arms"} | {
    v: v for v in ("Person", "Organisation", "Nationality", "Temporal", "Quantity", "Money", "Location")
}
GMB = {"PERSON": "per", "ORG": "org", "NORP": "place", "DATE": "tim", "TIME": "tim"} | dict.fromkeys(PLACES, "place")
GMB_GOLD = {"per": "per", "org": "org", "geo": "place", "gpe": "place", "tim": "tim"}
NAME_FILES = (
    ("uner_pud.test", UNER, {v: v for v in ("PER", "ORG", "LOC")}),
    ("uner_ewt.test", UNER, {v: v for v in ("PER", "ORG", "LOC")}),
    ("re3d_free.test", RE3D, RE3D_GOLD),
    ("gmb.dev", GMB, GMB_GOLD),
)

Counts = Counter[str]


def f1(hits: int, gold: int, found: int) -> float:
    """Return the F measure in per cent, 0 where there is nothing."""
    return 200 * hits / (gold + found) if gold + found else 0.0


def compact(text: str) -> list[int]:
    """Return for every character position the number of characters that are not white space before it."""
    positions = [0]
    for character in text:
        positions.append(positions[-1] + (not character.isspace()))
    return positions


def gold_words(doc: list[Sentence]) -> tuple[str, list[tuple[int, int]], list[int], set[int]]:
    """Return the text of a document, its words' offsets, their heads (-1 root) as word numbers, and sentence starts."""
    text, offsets, heads, starts = "", [], [], set()
    for sentence in doc:
        base = len(offsets)
        starts.add(base)
        heads += [h if h < 0 else h + base for h in sentence.head]
        offsets += [(a + len(text), b + len(text)) for a, b in sentence.offsets]
        text += sentence.text
    return text, offsets, heads, starts


def parse_counts(nlp: Language, doc: list[Sentence]) -> Counts:
    """Return numbers of right, gold and found words and sentences, aligned by characters (as CoNLL 2018 does)."""
    text, offsets, heads, starts = gold_words(doc)
    at = compact(text)
    found = [t for t in nlp(text) if not t.is_space]
    spans = {(at[t.idx], at[t.idx + len(t)]): t for t in found}
    gold_spans = [(at[a], at[b]) for a, b in offsets]
    flat = [(s, i) for s in doc for i in range(len(s.words))]
    counts: Counts = Counter(gold=len(offsets), found=len(found))
    counts["gold_punct"] = sum(dep == "punct" for s in doc for dep in s.dep)
    counts["found_punct"] = sum(t.dep_ == "punct" for t in found)
    for (sentence, i), span, head in zip(flat, gold_spans, heads, strict=True):
        token = spans.get(span)
        if token is None:
            continue
        head_token = None if token.head.i == token.i else (at[token.head.idx], at[token.head.idx + len(token.head)])
        attached = head_token == (None if head < 0 else gold_spans[head])
        label = "root" if token.dep_ == "ROOT" else token.dep_
        counts["tag"] += token.tag_ == sentence.tag[i]
        counts["UPOS"] += token.pos_ == sentence.pos[i]
        counts["lemma"] += token.lemma_ == sentence.lemma[i]
        counts["UAS"] += attached
        counts["LAS"] += attached and label == sentence.dep[i]
        if sentence.dep[i] != "punct":
            counts["LAS*"] += attached and label == sentence.dep[i]
    gold_sents = set(_ranges(sorted(starts), gold_spans))
    own = [[t for t in sent if not t.is_space] for sent in found[0].doc.sents] if found else []
    own_sents = {(at[s[0].idx], at[s[-1].idx + len(s[-1])]) for s in own if s}
    counts["sents"], counts["gold_sents"], counts["own_sents"] = (
        len(gold_sents & own_sents),
        len(gold_sents),
        len(own_sents),
    )
    return counts


def _ranges(starts: list[int], spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for first, following in zip(starts, [*starts[1:], len(spans)], strict=True):
        yield spans[first][0], spans[following - 1][1]


def treebank_row(nlp: Language, path: Path) -> dict[str, float]:
    """Return the COLUMNS in per cent for raw text; labels with subtypes; LAS* without punctuation, as spaCy scores."""
    total: Counts = Counter()
    for _, group in groupby(read_conllu(path, lemmas=True), key=lambda s: s.doc):
        total += parse_counts(nlp, list(group))
    row = {name: f1(total[name], total["gold"], total["found"]) for name in ("tag", "UPOS", "lemma", "UAS", "LAS")}
    row["LAS*"] = f1(total["LAS*"], total["gold"] - total["gold_punct"], total["found"] - total["found_punct"])
    return row | {"sentences": f1(total["sents"], total["gold_sents"], total["own_sents"])}


def name_rows(nlp: Language, path: Path, ours: dict[str, str], theirs: dict[str, str]) -> dict[str, float]:
    """Return F per type and over all, exact spans; titles and determiners before a name count for neither side."""
    hits, gold, found = Counts(), Counts(), Counts()
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for record, doc in zip(records, nlp.pipe(r["text"] for r in records), strict=True):
        text = record["text"]
        want = {(a + trim(c, text[a:b]), b, theirs[c]) for a, b, c in record["spans"] if c in theirs}
        have = set()
        for ent in doc.ents:
            if ent.label_ in ours:
                label = ours[ent.label_]
                have.add((ent.start_char + trim(label, ent.text), ent.end_char, label))
        for spans, counter in ((want & have, hits), (want, gold), (have, found)):
            counter.update(label for _, _, label in spans)
    row = {label: f1(hits[label], gold[label], found[label]) for label in sorted(set(theirs.values()))}
    return {"all": f1(hits.total(), gold.total(), found.total())} | row


def speed(nlp: Language, texts: list[str]) -> float:
    """Return words per CPU second of the whole pipeline, texts to Docs, white space not counted as words."""
    nlp(texts[0])
    began = time.process_time()
    words = sum(1 for doc in nlp.pipe(texts) for token in doc if not token.is_space)
    return words / (time.process_time() - began)


def show(*cells: str) -> None:
    """Write one row of a table."""
    sys.stdout.write("| " + " | ".join(cells) + " |\n")
    sys.stdout.flush()


def report(name: str, corpora: Path, texts: int) -> None:
    """Print the tables of one pipeline."""
    began = time.process_time()
    nlp = kg.language.load(None if name == "packaged" else name)
    sys.stdout.write(f"\n### {Path(name).name}\n\nLoaded in {time.process_time() - began:.2f} CPU seconds.\n\n")
    show("raw text", *COLUMNS)
    show(*["---"] * (1 + len(COLUMNS)))
    for bank in TREEBANKS:
        row = treebank_row(nlp, corpora / f"treebank/{bank}.conllu")
        show(bank, *(f"{row[column]:.1f}" for column in COLUMNS))
    if any(pipe in nlp.pipe_names for pipe in ("ner", "kg_ner")):
        sys.stdout.write("\n")
        show("names, F1", "all", "by type")
        show("---", "---", "---")
        for file, ours, theirs in NAME_FILES:
            row = name_rows(nlp, corpora / f"ner/{file}.jsonl", ours, theirs)
            show(file, f"{row.pop('all'):.1f}", ", ".join(f"{label} {value:.1f}" for label, value in row.items()))
    with (corpora / "plain/white-house-2000.jsonl").open(encoding="utf-8") as lines:
        sample = [json.loads(line)["text"] for line in islice(lines, texts)]
    sys.stdout.write(f"\n{speed(nlp, sample):,.0f} words per CPU second over {len(sample)} texts.\n")


def main() -> None:
    """Score the packaged pipeline, or those named, in one process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--texts", type=int, default=100, help="texts to measure speed on")
    parser.add_argument("pipelines", nargs="*", default=["packaged"], help="'packaged', names or folders")
    args = parser.parse_args()
    for name in args.pipelines:
        report(name, args.corpora, args.texts)


if __name__ == "__main__":
    main()

"""Print how well a pipeline reads events: `python -m training.events.evaluate STORIES.jsonl ... [--model DIR]`.

A trigger is right where the annotation has one of its class on that token; an argument, on triggers that are right,
where the annotation has one of its role with that head; a wrong trigger's arguments are all wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import kg
import kg.language.events
from kg.language.labels import EVENT_CLASSES, SOURCE
from training.events.annotation import marked, read_stories

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.language import Language

    from kg.language.predicted import EventPrediction
    from training.events.annotation import Event

#: What is told, and what is found in it, in one text.
Pair = tuple[list["Event"], tuple["EventPrediction", ...]]
THRESHOLDS = tuple(number / 20 for number in range(4, 20))


def read_pairs(nlp: Language, paths: Iterable[Path]) -> list[Pair]:
    """Return annotation and predictions of every story, read as running text."""
    pairs = []
    for story in (s for path in paths for s in read_stories(path)):
        doc, at = nlp(" ".join(story["sentences"])), 0
        gold: list[Event] = []
        for sentence, events in zip(story["sentences"], story["events"], strict=True):
            gold += marked(doc, sentence, at, events)
            at += len(sentence) + 1
        pairs.append((gold, kg.language.events.predictions(doc)))
    return pairs


def trigger_counts(pairs: Sequence[Pair], threshold: float) -> Counter[tuple[str, str]]:
    """Return numbers of right, found and gold triggers by class, of predictions with at least that score."""
    counts: Counter[tuple[str, str]] = Counter()
    for gold, found in pairs:
        want = {(event.trigger, event.kind) for event in gold}
        have = {(event.trigger, event.kind) for event in found if event.score >= threshold}
        for name, keys in (("right", want & have), ("found", have), ("gold", want)):
            counts.update((name, kind) for _, kind in keys)
    return counts


def argument_counts(pairs: Sequence[Pair], threshold: float, role_threshold: float) -> Counter[tuple[str, str]]:
    """Return numbers of right, found and gold arguments by role; the source counts as one."""
    counts: Counter[tuple[str, str]] = Counter()
    for gold, found in pairs:
        want = {(e.trigger, e.kind, a.head, a.role) for e in gold for a in e.arguments}
        have = {
            (e.trigger, e.kind, a.head, a.role)
            for e in found
            if e.score >= threshold
            for a in (*e.arguments, *([e.source] if e.source else []))
            if a.score >= role_threshold
        }
        for name, keys in (("right", want & have), ("found", have), ("gold", want)):
            counts.update((name, role) for *_, role in keys)
    return counts


def told_counts(pairs: Sequence[Pair], threshold: float) -> Counter[str]:
    """Return numbers of right triggers, of those with the right factuality, and of transfers with the right status."""
    counts: Counter[str] = Counter()
    for gold, found in pairs:
        want = {(event.trigger, event.kind): event for event in gold}
        for event in found:
            told = want.get((event.trigger, event.kind))
            if told and event.score >= threshold:
                counts["events"] += 1
                counts["factuality"] += event.factuality == told.factuality
                counts["transfers"] += told.status is not None
                counts["status"] += told.status is not None and event.status == told.status
    return counts


def measures(right: int, found: int, gold: int) -> tuple[float, float, float]:
    """Return precision, recall and F in per cent, 0 where there is nothing."""
    return (
        100 * right / found if found else 0.0,
        100 * right / gold if gold else 0.0,
        200 * right / (found + gold) if found + gold else 0.0,
    )


def show(name: str, counts: Counter[tuple[str, str]], keys: Iterable[str]) -> None:
    """Write one row of a table: what it is, precision, recall, F and the number in the annotation."""
    keys = list(keys)
    right, found, gold = (sum(counts[which, key] for key in keys) for which in ("right", "found", "gold"))
    cells = [f"{value:.1f}" for value in measures(right, found, gold)]
    sys.stdout.write(f"| {name} | {' | '.join(cells)} | {gold} |\n")


def report(pairs: Sequence[Pair], threshold: float, role_threshold: float) -> None:
    """Write tables of triggers by class and threshold, and of arguments by role."""
    triggers, arguments = trigger_counts(pairs, threshold), argument_counts(pairs, threshold, role_threshold)
    told = told_counts(pairs, threshold)
    sys.stdout.write(f"| score >= {threshold} | P | R | F1 | gold |\n|---|---|---|---|---|\n")
    show("triggers and classes", triggers, EVENT_CLASSES)
    roles = {role for _, role in arguments}
    show(f"arguments >= {role_threshold}", arguments, roles - {SOURCE})
    show("sources", arguments, [SOURCE])
    for kind in EVENT_CLASSES:
        show(kind, triggers, [kind])
    for role in sorted(roles - {SOURCE}, key=lambda role: (-arguments["gold", role], role)):
        show(f"{role} (role)", arguments, [role])
    sys.stdout.write(f"\nfactuality {100 * told['factuality'] / max(1, told['events']):.1f} of {told['events']}, ")
    sys.stdout.write(f"status {100 * told['status'] / max(1, told['transfers']):.1f} of {told['transfers']}\n\n")


def curve(pairs: Sequence[Pair]) -> None:
    """Write precision and recall of triggers by class and threshold."""
    steps = [(threshold, trigger_counts(pairs, threshold)) for threshold in THRESHOLDS]
    sys.stdout.write("| class (P/R) | " + " | ".join(f"{threshold:.2f}" for threshold, _ in steps) + " |\n")
    sys.stdout.write("|---" * (1 + len(steps)) + "|\n")
    for name, keys in [("all", EVENT_CLASSES), *((kind, (kind,)) for kind in EVENT_CLASSES)]:
        cells = []
        for _, counts in steps:
            right, found, gold = (sum(counts[which, key] for key in keys) for which in ("right", "found", "gold"))
            precision, recall, _ = measures(right, found, gold)
            cells.append(f"{precision:.0f}/{recall:.0f}")
        sys.stdout.write(f"| {name} | {' | '.join(cells)} |\n")


def main() -> None:
    """Score the packaged pipeline, or another, on each file of annotation."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=Path, nargs="+")
    parser.add_argument("--model", help="name or folder of another pipeline with kg_events")
    parser.add_argument("--threshold", type=float, default=0.5)
    parser.add_argument("--role-threshold", type=float, default=0.5)
    parser.add_argument("--curve", action="store_true", help="by class and threshold")
    args = parser.parse_args()
    nlp = kg.load(args.model)
    for path in args.stories:
        pairs = read_pairs(nlp, [path])
        sys.stdout.write(f"### {path.stem}\n\n")
        report(pairs, args.threshold, args.role_threshold)
        if args.curve:
            curve(pairs)


if __name__ == "__main__":
    main()

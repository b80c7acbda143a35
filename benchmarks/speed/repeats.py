"""How the time to read a document grows with what its text repeats: each kind is doubled, twice the time is linear.

    PYTHONPATH=. python benchmarks/speed/repeats.py [--size N] [--limit RATIO] [--write docs/reliability.md] [KIND ...]

Prints for each kind processor seconds of the network and of all around it (files, resolve, extract) at N repeats and
at 2 N, with the ratio; the exit status is 1 where a ratio is above the limit (2.6).
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import kg
from benchmarks.reliability.sections import put
from kg.annotate import annotate
from kg.extract import extract
from kg.ingest import read
from kg.knowledge import load as load_knowledge
from kg.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from spacy.language import Language

    from kg.errors import KgError
    from kg.knowledge import Knowledge

HEADING = "What a text repeats"
HEAD = (
    "Made by `PYTHONPATH=. python benchmarks/speed/repeats.py --write docs/reliability.md`. Each kind is doubled:",
    "twice the time is in proportion, four times grows with the square.",
    "",
)
LIMIT = 2.6
SIZE = 1_000
DAY = date(2025, 7, 4)
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def word(number: int) -> str:
    """Return a capitalized made-up word of its own for each number."""
    letters = "".join(LETTERS[number // 26**place % 26] for place in range(3))
    return f"Q{letters}o"


def many(item: Callable[[int], str], between: str = " ") -> Callable[[int], str]:
    """Return what makes a text of so many items."""
    return lambda count: between.join(map(item, range(count)))


ATTRIBUTES = many(lambda i: f"a{i}='1'")
KINDS: Mapping[str, tuple[str, Callable[[int], str]]] = {
    "double quotation marks": ("txt", many(lambda _: '"Iran" said')),
    "opening marks alone": ("txt", many(lambda _: "“ Iran")),
    "nested quotation marks": ("txt", lambda n: "He said " + "“no " * n + "yes” " * n + "."),
    "single quotation marks": ("txt", many(lambda _: "'Iran' said")),
    "apostrophes": ("txt", many(lambda _: "the boys ' war")),
    "quotations with speakers": ("txt", many(lambda i: f"“We will win in {word(i)},” Putin said.")),
    "quotations of one sentence": ("txt", many(lambda _: "the “big war” of (Iran")),
    "quotations by paragraph": ("txt", many(lambda i: f"“We will win in {word(i)},” Putin said.", "\n\n")),
    "brackets": ("txt", many(lambda _: "(Iran)")),
    "nested brackets": ("txt", lambda n: "(" * n + "Iran" + ")" * n),
    "square brackets": ("txt", many(lambda _: "[Ilham] Aliyev")),
    "dashes": ("txt", many(lambda _: "Iran - Israel")),
    "dashed lines": ("txt", many(lambda i: f"Ukraine attacked {word(i)} - Kremlin", "\n")),
    "list marks": ("txt", many(lambda i: f"- Iran fired {i} missiles", "\n")),
    "blank lines": ("txt", many(lambda _: "Iran", "\n\n")),
    "sentences": ("txt", many(lambda _: "Russia shelled Kharkiv on Friday.")),
    "a sentence without end": ("txt", many(lambda _: "Russia shelled Kharkiv and")),
    "names in a row": ("txt", many(word, ", ")),
    "persons": ("txt", many(lambda i: f"John {word(i)} left.")),
    "one person": ("txt", many(lambda _: "John Smith left and Smith said he won.")),
    "offices": ("txt", many(lambda i: f"Foreign Minister {word(i)} left.")),
    "countries": ("txt", many(lambda _: "Iran warned Israel.")),
    "bodies": ("txt", many(lambda i: f"The Front for {word(i)} (FF{word(i)[1].upper()}) fled.")),
    "weapons": ("txt", many(lambda _: "Ukraine got HIMARS.")),
    "attacks of one day": ("txt", many(lambda i: f"On July 4 Russia shelled {word(i)} in Ukraine.")),
    "calls of one day": ("txt", many(lambda i: f"President John {word(i)} called Vladimir Putin on July 4.")),
    "mentions of one call": ("txt", many(lambda _: "Trump called Putin. The call lasted an hour.")),
    "transfers of one day": ("txt", many(lambda i: f"Germany sent {i} tanks to Ukraine on July 4.")),
    "dead without a cause": ("txt", many(lambda i: f"{i} people were killed.")),
    "gunmen": ("txt", many(lambda _: "Gunmen attacked a convoy.")),
    "dates": ("txt", many(lambda i: f"It rained on July {i % 28 + 1}, 2024.")),
    "numbers": ("txt", many(str)),
    "Markdown links": ("md", many(lambda i: f"[Iran](https://example.org/{i}) fired.")),
    "Markdown brackets": ("md", lambda n: "[" * n + "Iran"),
    "Markdown stars": ("md", many(lambda _: "**Iran* fired")),
    "HTML attributes": ("html", lambda n: f"<p {' '.join(f'a{i}=1' for i in range(n))}>Iran fired.</p>"),
    "attributes of a feed": ("rss", lambda n: f"<rss><channel><item {ATTRIBUTES(n)}/></channel></rss>"),
    "HTML paragraphs": ("html", many(lambda i: f"<p>Iran fired {i} missiles at Israel on Friday.</p>", "")),
    "HTML links": ("html", many(lambda i: f'<a href="/{i}">Iran</a>', "")),
    "signs that fit no tree": ("txt", many(lambda _: "![", "")),
    "quotation marks without a space": ("txt", many(lambda _: "“", "")),
    "tokens without a space": ("txt", many(lambda _: "a/b", "/")),
    "initials": ("txt", many(lambda _: "J. R.")),
    "offices in a row": ("txt", lambda n: "President " * n + "Trump left."),
    "names in apposition": ("txt", lambda n: "Trump, the president, " * n + "left."),
    "possessives in a row": ("txt", lambda n: "Trump's " * n + "call."),
    "parties of one event": ("txt", lambda n: ", ".join(map(word, range(n))) + " and Iran met."),
    "events of one sentence": ("txt", lambda n: "Russia attacked Kyiv, " * n + "and Iran fired."),
    "days of one event": (
        "txt",
        lambda n: "Trump called Putin on " + ", ".join(f"July {i % 28 + 1}" for i in range(n)),
    ),
    "quotations in one another": ("txt", lambda n: "He said that she said that " * n + "Iran fired."),
    "nested HTML": ("html", lambda n: f"{'<div>' * n}Iran fired missiles at Israel.{'</div>' * n}"),
}
"""What texts repeat: the kind of file, and what makes a text of so many."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Processor seconds of the network, and of files, resolve and extract."""

    network: float
    rest: float


def cost(ending: str, text: str, nlp: Language, knowledge: Knowledge, *, rounds: int = 2) -> Cost:
    """Return what it costs to read a file of a text, the least of some rounds."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"one.{ending}"
        path.write_text(text, encoding="utf-8")
        found = [_cost(path, nlp, knowledge) for _ in range(rounds)]
    return Cost(min(one.network for one in found), min(one.rest for one in found))


def _cost(path: Path, nlp: Language, knowledge: Knowledge) -> Cost:
    """Read a file as a worker does, where cycles wait for the end of a document."""
    gc.collect()
    gc.disable()
    problems: list[KgError] = []
    start = time.process_time()
    documents = list(read([path], knowledge.boilerplate, on_problem=problems.append))
    rest, network = time.process_time() - start, 0.0
    for document in documents:
        start = time.process_time()
        doc = annotate(document, nlp)
        read_at = time.process_time()
        resolution = resolve(doc, document, knowledge)
        extract(doc, document, resolution, knowledge)
        network += read_at - start
        rest += time.process_time() - read_at
    gc.enable()
    return Cost(network, rest)


def compare(kinds: Sequence[str], size: int, limit: float) -> tuple[list[str], list[str]]:
    """Print a row for each kind, and return the rows and the kinds that grow faster than the limit."""
    nlp, knowledge = kg.load(), load_knowledge()
    _warm(nlp, knowledge)
    rows, slow = ["| repeated | network | ratio | around it | ratio |", "|---|---:|---:|---:|---:|"], []
    for kind in kinds:
        ending, make = KINDS[kind]
        one, two = (cost(ending, make(count), nlp, knowledge) for count in (size, 2 * size))
        ratio = two.rest / one.rest
        network = two.network / one.network if one.network > LEAST else 1.0
        rows.append(f"| {kind} | {one.network:.2f} | {network:.1f} | {one.rest:.3f} | {ratio:.1f} |")
        sys.stdout.write(f"{rows[-1]}\n")
        sys.stdout.flush()
        slow += [kind] if max(ratio, network) > limit and two.rest > LEAST else []
    return rows, slow


LEAST = 0.1
"""Seconds below which a time says nothing."""


def _warm(nlp: Language, knowledge: Knowledge) -> None:
    for ending, make in KINDS.values():
        cost(ending, make(2), nlp, knowledge, rounds=1)


def main() -> None:
    """Measure and print."""
    wanted = argparse.ArgumentParser(description="How time grows with what a text repeats.")
    wanted.add_argument("kinds", nargs="*", metavar="KIND")
    wanted.add_argument("--size", type=int, default=SIZE)
    wanted.add_argument("--limit", type=float, default=LIMIT)
    wanted.add_argument("--write", type=Path)
    chosen = wanted.parse_args()
    unknown = sorted(set(chosen.kinds) - set(KINDS))
    if unknown:
        wanted.error(f"{unknown[0]}: no such kind; there are {', '.join(KINDS)}")
    rows, slow = compare(chosen.kinds or list(KINDS), chosen.size, chosen.limit)
    told = f"Faster than linear: {', '.join(slow)}." if slow else f"None takes more than {chosen.limit} times as long."
    sys.stdout.write(f"{told}\n")
    if chosen.write:
        put(
            chosen.write,
            HEADING,
            [*HEAD, f"Seconds for {chosen.size} of each, and how many times that for twice as many.", told, "", *rows],
        )
    sys.exit(bool(slow))


if __name__ == "__main__":
    main()

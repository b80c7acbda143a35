"""Which articles are copies of others: a story of an agency that many papers print is one source, not many.

Two texts of one week are one where half of the shorter's runs of words stand in the longer (w-shingling with
containment: Broder, On the resemblance and containment of documents, 1997), and so do its names and numbers: a form
that is filled in for another state shares more runs than an edited copy. Pairs are found by a sample of the runs.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

import msgspec
import numpy as np
from numpy.typing import NDArray

from kg.periods import agree
from kg.sameness.support import Support
from kg.spool import spooled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from kg.consolidate.groups import Group, Groups
    from kg.knowledge import Knowledge
    from kg.records import DocumentRecord, Event, Member
    from kg.sameness.facts import EventFacts
    from kg.spool import Data, Spool
    from kg.spread import Spread

Runs: TypeAlias = NDArray[np.uint64]
"""Numbers of runs of words, in order and once each."""
LENGTH = 5
"""Words of a run: long enough that two writers hardly choose the same one, short enough to outlive an edit."""
FEWEST = 30
"""Runs that a text must have: of two sentences that are alike nobody knows who copied."""
SHARE = 0.5
NAMED = 0.95
"""Of the names and numbers of the shorter text, which an editor cuts, and hardly adds to."""
DAYS = 7
"""A copy is printed within a week; the same form filled in a month later is another text."""
ONE_IN = 8
ALWAYS = 8
"""Runs of any text that are in its sample whatever their number."""
AT_HAND = 512
"""Texts of which all runs are at hand (some 30 MB); those of others are on disk."""
FORM = 50
"""Texts, none a copy of another, from which on a run that they share is that of a form."""
_WORD = re.compile(r"\w+")
_NAME = re.compile(r"\b[^\W\d_]*[A-Z]\w*|\d[\d,.]*\d|\d")


def copies_among(records: Mapping[str, DocumentRecord], spread: Spread) -> dict[str, str]:
    """Return for each document that is a copy its original, which is none itself: the first printed."""
    texts: list[_Text] = []

    def all_runs() -> Iterator[bytes]:
        found = spread(_finding, (record.document.text for record in records.values()))
        for record, mine in zip(records.values(), found, strict=True):
            if mine is not None:
                document = record.document
                texts.append(_Text(document.id, document.date, len(document.text), len(texts)))
                yield mine

    runs: Spool[Runs] = spooled(all_runs(), bytes, decode=_numbers, at_hand=AT_HAND)  # type: ignore[arg-type]
    names = lru_cache(maxsize=AT_HAND)(lambda id_: frozenset(_NAME.findall(records[id_].document.text)))
    _number.cache_clear()  # 65,536 words, which nobody asks for any more
    return _found(sorted(texts, key=_precedence), runs, names)


def _finding(_: Knowledge) -> Callable[[str], bytes | None]:
    return _runs_in


def _runs_in(text: str) -> bytes | None:
    """Return the runs of a text that has enough of them."""
    return found.tobytes() if len(found := _runs(text)) >= FEWEST else None


def _numbers(data: Data) -> Runs:
    return np.frombuffer(msgspec.msgpack.decode(data, type=bytes), np.uint64)


def _found(texts: Sequence[_Text], runs: Sequence[Runs], names: Callable[[str], frozenset[str]]) -> dict[str, str]:
    shared = _shared(map(_sample, runs))
    holders: defaultdict[int, list[_Text]] = defaultdict(list)
    found: dict[str, str] = {}
    for document in texts if len(shared) else ():
        sample: list[int] = _among(_sample(runs[document.number]), shared).tolist()
        near = (other for run in sample if len(holders[run]) < FORM for other in _of_one_week(document, holders[run]))
        for other, _ in sorted(Counter(near).items(), key=lambda pair: (-pair[1], pair[0].id)):
            shorter, longer = sorted((document, other), key=lambda text: (text.length, text.id))
            mine, theirs = runs[document.number], runs[other.number]
            if _is_copied(mine, theirs) and _names_the_same(names(shorter.id), names(longer.id)):
                found[document.id] = other.id
                break
        else:
            for run in sample:
                if len(holders[run]) < FORM:
                    holders[run].append(document)
    return found


@dataclass(frozen=True, slots=True)
class _Text:
    """What decides which of two texts is the copy, and the number of its runs."""

    id: str
    date: date | None = field(compare=False)
    length: int = field(compare=False)
    number: int = field(compare=False)


def _shared(samples: Iterable[Runs]) -> Runs:
    """Return the runs that are in several samples, in order and once each."""
    # Of two texts hardly one in a hundred runs is the same: to know them all at once takes numbers, and no table.
    numbers = array("Q")
    for sample in samples:
        numbers.frombytes(sample.tobytes())
    every = np.asarray(numbers)
    every.sort()
    again = every[1:] == every[:-1]
    again[1:] &= ~again[:-1]  # once, however many have it
    shared: Runs = every[1:][again]
    return shared


def _among(runs: Runs, others: Runs) -> Runs:
    """Return those of the runs that are among others, of which there is one at least."""
    places = np.minimum(np.searchsorted(others, runs), len(others) - 1)
    found: Runs = runs[others[places] == runs]
    return found


@dataclass(frozen=True, slots=True)
class Copied:
    """In which words an event is told in a copied article or in its `original`, which is its own there."""

    original: str
    wordings: frozenset[str]


def merge_copied(groups: Groups[EventFacts], told: Mapping[Member, Copied]) -> None:
    """Unite the events that a copy and its original tell in the same words, whoever has no name and no day there."""
    if not told:
        return
    originals: dict[str, str] = {}
    home: defaultdict[str, defaultdict[str, list[Group[EventFacts]]]] = defaultdict(lambda: defaultdict(list))
    for group in groups.current():
        for member in group.members:
            if member in told:
                originals[member.document] = told[member].original
                for words in told[member].wordings:
                    home[member.document][words].append(group)
    for copy, original in sorted(originals.items()):
        theirs = home[original] if copy != original else {}
        for words, mine in sorted(home[copy].items()):
            if len(mine) == len(theirs.get(words, ())) == 1:
                _unite(groups, groups.find(theirs[words][0]), groups.find(mine[0]))


def _unite(groups: Groups[EventFacts], one: Group[EventFacts], other: Group[EventFacts]) -> None:
    """Unite two groups that tell the same words, unless they hold two events of one article or name different days."""
    if one is other or one.barred_from(other) or not one.documents.isdisjoint(other.documents):
        return
    days = [(a.date, b.date) for a in one.facts for b in other.facts]
    if all(mine is None or theirs is None or agree(mine, theirs) for mine, theirs in days):
        groups.unite(one, other, Support(0, 0.95, "the same words in a copied article"))


def wordings(text: str, event: Event) -> Iterator[str]:
    """Yield for each sentence that tells of the event its class, its trigger and the words of the sentence."""
    for evidence in event.evidence:
        if evidence.trigger is not None:
            trigger = text[evidence.trigger.start : evidence.trigger.end]
            words = _WORD.findall(text[evidence.span.start : evidence.span.end].casefold())
            yield "\0".join((event.kind, trigger, *words))


def _precedence(document: _Text) -> tuple[bool, int, int, str]:
    """Order articles by day, those without one last; of one day the fullest comes first, which others cut."""
    day = document.date
    return day is None, day.toordinal() if day else 0, -document.length, document.id


def _runs(text: str) -> Runs:
    """Return the numbers of the runs of a text, in order and once each."""
    words = np.fromiter(map(_number, _WORD.findall(text.casefold())), np.uint64)
    if len(words) < LENGTH:
        return words[:0]
    numbers = words[: 1 - LENGTH].copy()
    for at in range(1, LENGTH):
        numbers = _mixed(numbers) + words[at : len(words) - LENGTH + 1 + at]
    return np.unique(_mixed(numbers))


@lru_cache(maxsize=1 << 16)
def _number(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "big")


def _mixed(numbers: Runs) -> Runs:
    """Return each number as another, all of whose bits depend on all of its bits (Vigna's splitmix64, 2015)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))


def _sample(runs: Runs) -> Runs:
    """Return the same part of the runs of every text: those of the lowest numbers and one in eight of the others."""
    others = runs[ALWAYS:]
    return np.concatenate([runs[:ALWAYS], others[others % np.uint64(ONE_IN) == 0]])


def _is_copied(mine: Runs, theirs: Runs) -> bool:
    return len(_among(mine, theirs)) >= SHARE * min(len(mine), len(theirs))


def _names_the_same(shorter: frozenset[str], longer: frozenset[str]) -> bool:
    """Say whether the shorter text names next to nothing that the longer does not."""
    return len(shorter & longer) >= NAMED * len(shorter)


def _of_one_week(document: _Text, earlier: Sequence[_Text]) -> Iterator[_Text]:
    """Yield those of earlier documents, in their order, that are of one week with a document; without a day all are."""
    for other in reversed(earlier):
        if document.date is not None and other.date is not None and (document.date - other.date).days > DAYS:
            return
        yield other

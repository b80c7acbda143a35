"""Turtle that is made once and then put into files as it is: the sentences of subjects whose IRIs begin alike."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush, merge
from itertools import chain, pairwise
from operator import itemgetter
from typing import IO, TYPE_CHECKING, Final, TypeAlias

from kg.errors import GraphError
from kg.knowledge.namespaces import ID
from kg.store.turtle import headed, naming, prologue, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kg.store.lines import Subject

_Opened: TypeAlias = "tuple[str, int, bytes, Iterator[tuple[str, bytes]]]"
"""The next sentence of a portion with its subject, before it the portion's number, and those behind it."""
_END: Final = ("\U0010ffff", b"")
"""Behind every IRI."""


@dataclass(frozen=True, slots=True)
class Portion:
    """The sentences of subjects, sorted, and how many these and their statements are.

    All of their IRIs begin with `beginning`; `prefixes` are those of which a file must tell.
    """

    beginning: str
    text: bytes
    prefixes: dict[str, str]
    subjects: int
    triples: int

    def sentences(self) -> Iterator[tuple[str, bytes]]:
        """Yield each subject with its sentence."""
        # Turtle writes the ends of lines that are in literals by escapes, so that nothing else is an empty line.
        for sentence in self.text[1:-1].split(b"\n\n"):
            name = sentence.partition(b" ")[0].decode()
            prefix, _, local = name.partition(":")
            yield name[1:-1] if name[0] == "<" else self.prefixes[prefix] + local, b"\n%b\n" % sentence


def portion_of(beginning: str, subjects: Iterable[Subject], *, base: str = ID) -> Portion:
    """Return sorted subjects, of which there is one at least, as a portion."""
    used: dict[str, str] = {}
    listed = list(subjects)
    text = "".join(f"\n{sentence}" for _, sentence in sentences(listed, naming(used, base)))
    return Portion(beginning, text.encode(), used, len(listed), sum(len(statements) for _, statements in listed))


def write_portions(
    subjects: Iterable[Subject], portions: Iterable[Portion], stream: IO[bytes], *, base: str = ID
) -> None:
    """Write sorted subjects, and portions that are sorted by their beginnings, as `write_turtle` writes them all.

    Memory grows with the portions whose subjects fall between one another. Raises GraphError for a subject in two.
    """
    used: dict[str, str] = {}

    def noted() -> Iterator[Portion]:
        for portion in portions:
            used.update(portion.prefixes)
            yield portion

    others = ((subject, f"\n{one}".encode()) for subject, one in sentences(subjects, naming(used, base)))
    with headed(stream) as body:
        for told in _woven(others, noted()):
            body.write(told)
        stream.write(prologue(used).encode())


def _woven(others: Iterable[tuple[str, bytes]], portions: Iterable[Portion]) -> Iterator[bytes]:
    """Yield sentences by their subjects: portions as they are, but for those among whose subjects others may fall."""
    opened: list[_Opened] = []
    named: Iterator[tuple[str, bytes | Portion]] = ((portion.beginning, portion) for portion in portions)
    told = merge(others, named, key=itemgetter(0))
    for number, ((name, one), (following, _)) in enumerate(pairwise(chain(told, [_END]))):
        yield from _before(name, opened)
        if isinstance(one, bytes):
            _check(name, opened)
            yield one
        elif opened or following.startswith(name):
            _open(number, one.sentences(), opened)
        else:
            yield one.text
    yield from _before(_END[0], opened)


def _open(number: int, told: Iterator[tuple[str, bytes]], opened: list[_Opened]) -> None:
    """Take the next sentence of a portion for the one that comes with its subject."""
    for subject, sentence in told:
        heappush(opened, (subject, number, sentence, told))
        return


def _before(name: str, opened: list[_Opened]) -> Iterator[bytes]:
    """Yield the sentences of opened portions whose subjects come before a name."""
    while opened and opened[0][0] < name:
        subject, number, sentence, told = heappop(opened)
        _check(subject, opened)
        yield sentence
        _open(number, told, opened)


def _check(subject: str, opened: Sequence[_Opened]) -> None:
    if opened and opened[0][0] == subject:
        remedy = "give these articles other ids"
        raise GraphError("two articles want one IRI for what they say", place=subject, remedy=remedy)
